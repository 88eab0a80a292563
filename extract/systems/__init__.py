"""The systems that are shipped, a folder each: `system.toml`, and how to get the key."""

import tomllib
from pathlib import Path

from extract.errors import UnknownSystemError
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
    text = (_FOLDER / name / _TOML).read_text(encoding="utf-8")
    return System.model_validate(tomllib.loads(text))
