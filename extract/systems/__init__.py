"""The systems that are shipped, a folder each: `system.toml`, and how to get the key."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from extract.errors import UnknownSystemError, UnknownWayError, ValueMissingError
from extract.grammar import System

_FOLDER = Path(__file__).parent
_TOML = "system.toml"


def system_names() -> tuple[str, ...]:
    """In the order of their names."""
    return tuple(sorted(path.parent.name for path in _FOLDER.glob(f"*/{_TOML}")))


def load_system(name: str) -> System:
    """A shipped system. Raises UnknownSystemError."""
    if name not in system_names():
        raise UnknownSystemError(name, system_names())
    path = _FOLDER / name / _TOML
    return System.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))


def at_company(system: System, address: str, values: Mapping[str, str], way: str = "") -> System:
    """The system as a company has it. Raises ValueMissingError and UnknownWayError."""
    if way and way not in system.ways:
        raise UnknownWayError(system.title, way, tuple(system.ways))
    chosen = system.ways[way] if way else system.access
    needed = (*system.values, *chosen.values)
    for name in needed:
        if not values.get(name):
            raise ValueMissingError(system.title, system.system, name)
    said = {name: values[name] for name in needed}
    streams = tuple(
        stream.model_copy(update={"path": _said(stream.path, said)}) for stream in system.streams
    )
    token = chosen.token
    if token:
        token = token.model_copy(update={"path": _said(token.path, said)})
    headers = {name: _said(text, said) for name, text in chosen.headers.items()}
    access = chosen.model_copy(update={"token": token, "headers": headers})
    place = {"address": address or _said(system.address, said)}
    return system.model_copy(update={**place, "access": access, "streams": streams})


def _said(text: str, values: Mapping[str, str]) -> str:
    """The text with the company's values in it; other blanks stay."""
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text
