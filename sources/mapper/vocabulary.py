"""What exports call things: the words of vocabulary.toml, and names made comparable."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Vocabulary:
    """Names by what they mean; earlier ones count more."""

    entities: Mapping[str, tuple[str, ...]]
    files: Mapping[str, tuple[str, ...]]
    noise: frozenset[str]
    names: Mapping[str, Mapping[str, tuple[str, ...]]]
    hints: Mapping[str, tuple[str, ...]]
    values: Mapping[str, Mapping[str, Mapping[str, str]]]
    """By table and column: the canonical word of each word that exports write."""
    bills: frozenset[str]

    def key_names(self, table: str) -> tuple[str, ...]:
        """Names of a column that holds the key of a table's rows."""
        words = self.entities.get(table, ())
        return tuple(dict.fromkeys(name for word in words for name in _key_forms(word)))

    def tables_of_file(self, name: str) -> tuple[str, ...]:
        """The tables that a file of this name may be, the likeliest first."""
        if name in self.files:
            return self.files[name]
        return tuple(table for table, words in self.entities.items() if name in words)


def _key_forms(word: str) -> tuple[str, ...]:
    ids = (f"{word}_id", f"id_{word}", f"{word}id", f"{word}_no", f"{word}_code", f"num_{word}")
    numbers = (f"numero_{word}", f"codigo_{word}", f"cod_{word}")
    # `Nº factura` and `N.º factura` without their sign
    numbers = (*numbers, f"n_{word}", f"no_{word}", f"n_o_{word}")
    return (*ids, *numbers, word, f"{word}_number")


@cache
def vocabulary() -> Vocabulary:
    """The words of both languages."""
    path = Path(__file__).with_name("vocabulary.toml")
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return Vocabulary(
        _lists(raw["entities"]),
        _lists(raw["files"]),
        frozenset(raw["noise"]["file"]),
        {table: _lists(columns) for table, columns in raw["names"].items()},
        _lists(raw["hints"]),
        {table: _meanings(columns) for table, columns in raw["values"].items()},
        frozenset(raw["bills"]["words"]),
    )


def _lists(raw: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(words) for key, words in raw.items()}


def _meanings(raw: Mapping[str, Mapping[str, list[str]]]) -> dict[str, dict[str, str]]:
    return {
        column: {word: meant for meant, words in meanings.items() for word in words}
        for column, meanings in raw.items()
    }


_PREFIX = re.compile(r"^property_(hs_)?(?=.)")


def plain(name: str) -> str:
    """A name of an export without accents, case and system marks, `_` between its words."""
    flat = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", flat.removesuffix("__c"))
    said = _PREFIX.sub("", re.sub(r"[^a-z0-9]+", "_", parted.lower()).strip("_"))
    return re.sub(r"_(de_la|del|de|of)_", "_", said)


def singular(word: str) -> str:
    """`invoices` is `invoice`, `suscripciones` is `suscripcion`, `companies` is `company`."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("ciones", "siones", "dores", "res", "ales", "dades")) and len(word) > 6:
        return word[:-2]
    return word.removesuffix("s") if len(word) > 3 and not word.endswith("ss") else word
