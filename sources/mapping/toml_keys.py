"""Keys that a grammar knows, for messages about one that it does not."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel


def meant(key: str, known: Sequence[str]) -> str:
    """The known key that an unknown one was meant to be; empty where none is near."""
    close = get_close_matches(key, known, n=1) or [name for name in known if key in name]
    return close[0] if key and close else ""


def keys_beside(model: type[BaseModel], where: Sequence[str | int]) -> list[str]:
    """The keys that a model knows where the last of a path stands."""
    for part in where[:-1]:
        if isinstance(part, str) and part in model.model_fields:
            model = _model_below(model, part) or model
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_below(model: type[BaseModel], field: str) -> type[BaseModel] | None:
    """The model that a field's annotation holds, itself or as the items of a container."""
    pending: list[Any] = [model.model_fields[field].annotation]
    while pending:
        annotation = pending.pop()
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return annotation
        pending += getattr(annotation, "__args__", ())
    return None
