"""Words by language: catalogues of `reports/locale/<language>/`, read as one.

A key is the path of tables in the catalogue, such as `titles.usage.bad`. Text in braces is
replaced by named values. A key with plural forms is a table whose names are CLDR's plural
categories (`one`, `other`). The deck's catalogues are the files whose names start with `deck`.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale

_FOLDER = Path(__file__).parents[1] / "locale"


class MissingWordingError(KeyError):
    """A key no catalogue of the language has: a fault of ours, not of the user."""


@cache
def _catalogue(language: str) -> Mapping[str, str]:
    """Every text of a language by its dotted key."""
    found: dict[str, str] = {}
    for path in sorted((_FOLDER / language).glob("deck*.toml")):
        found |= _flat(tomllib.loads(path.read_text(encoding="utf-8")), "")
    return found


def _flat(table: Mapping[str, object], prefix: str) -> dict[str, str]:
    flat: dict[str, str] = {}
    for name, entry in table.items():
        if isinstance(entry, dict):
            flat |= _flat(entry, f"{prefix}{name}.")  # pyright: ignore[reportUnknownArgumentType] TOML tables
        else:
            flat[prefix + name] = str(entry)
    return flat


def languages() -> tuple[str, ...]:
    """The languages that have a folder of catalogues."""
    return tuple(sorted(path.name for path in _FOLDER.iterdir() if path.is_dir()))


def keys(language: str) -> frozenset[str]:
    """Every key of a language, so that a test can compare languages."""
    return frozenset(_catalogue(language))


@dataclass(frozen=True)
class Wording:
    """The words of one language."""

    language: str

    def has(self, key: str) -> bool:
        return key in _catalogue(self.language)

    def say(self, key: str, values: Mapping[str, str] | None = None) -> str:
        """The text of a key with its values put in; raises MissingWordingError."""
        catalogue = _catalogue(self.language)
        if key not in catalogue:
            raise MissingWordingError(f"{self.language}: {key}")
        return catalogue[key].format_map(values or {})

    def count(self, key: str, number: int, values: Mapping[str, str] | None = None) -> str:
        """The plural form for a number; `{n}` is the number where `values` does not say."""
        form = str(Locale.parse(self.language).plural_form(number))
        chosen = form if self.has(f"{key}.{form}") else "other"
        return self.say(f"{key}.{chosen}", {"n": str(number)} | dict(values or {}))
