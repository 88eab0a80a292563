"""The systems that are shipped, a folder each: `system.toml`, and how to get the key."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from extract.errors import (
    SystemFileError,
    UnknownSystemError,
    UnknownWayError,
    ValueMissingError,
)
from extract.grammar import System

_FOLDER = Path(__file__).parent
_TOML = "system.toml"


def system_names() -> tuple[str, ...]:
    """In the order of their names."""
    return tuple(sorted(path.parent.name for path in _FOLDER.glob(f"*/{_TOML}")))


def load_system(name: str, folder: Path = _FOLDER) -> System:
    """A shipped system, or a company's own: a path that ends in .toml, from its folder.

    Raises UnknownSystemError and SystemFileError.
    """
    is_own = name.endswith(".toml")
    path = folder / name if is_own else _FOLDER / name / _TOML
    if not path.is_file() or not (is_own or name in system_names()):
        raise UnknownSystemError(name, system_names())
    try:
        return System.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise SystemFileError(path, where, first["msg"].lower()) from error
    except ValueError as error:
        raise SystemFileError(path, "", str(error).lower()) from error


def at_company(system: System, address: str, values: Mapping[str, str], way: str = "") -> System:
    """The system as a company has it. Raises ValueMissingError and UnknownWayError."""
    if way and way not in system.ways:
        raise UnknownWayError(system.title, way, tuple(system.ways))
    for name in system.values:
        if not values.get(name):
            raise ValueMissingError(system.title, system.system, name)
    said = {name: values[name] for name in system.values}
    streams = tuple(
        stream.model_copy(update={"path": _said(stream.path, said)}) for stream in system.streams
    )
    chosen = system.ways[way] if way else system.access
    token = chosen.token
    if token:
        token = token.model_copy(update={"path": _said(token.path, said)})
    access = chosen.model_copy(update={"token": token})
    place = {"address": address or _said(system.address, said)}
    return system.model_copy(update={**place, "access": access, "streams": streams})


def _said(text: str, values: Mapping[str, str]) -> str:
    """The text with the company's values in it; other blanks stay."""
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text
