"""Keys of the files whose table is known: what other files' columns are joined to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sources.proposer.guesses import Company, Looked
from sources.proposer.samples import MOST_ROWS, Sample, stream_of
from sources.proposer.vocabulary import vocabulary

MOST_KEYS = 500_000


@dataclass(frozen=True)
class Key:
    """The column that tells a file's rows apart, with its values over the whole file."""

    looked: Looked
    column: str
    values: frozenset[str]
    is_unique: bool


@dataclass(frozen=True)
class Known:
    """What is known when a file's columns are guessed."""

    company: Company
    files: Sequence[Looked]
    keys: Mapping[str, Key]
    """By canonical table."""


def key_of(looked: Looked, column: str) -> Key:
    """Reads the whole file once, some rows at a time; keys above a bound are not kept."""
    values, is_unique = _keys(looked.sample, column)
    return Key(looked, column, values, is_unique)


@lru_cache(maxsize=64)
def _keys(sample: Sample, column: str) -> tuple[frozenset[str], bool]:
    at = sample.header.index(column)
    seen: set[str] = set()
    rows = 0
    for row in stream_of(sample):
        if not (text := row[at].strip()):
            continue
        rows += 1
        seen.add(text)
        if len(seen) >= MOST_KEYS:
            break
    return frozenset(seen), len(seen) == rows


def are_unique(looked: Looked, columns: Sequence[str]) -> bool:
    """Whether the columns together tell the file's rows apart."""
    return _tell_apart(looked.sample, tuple(columns))


@lru_cache(maxsize=256)
def _tell_apart(sample: Sample, columns: tuple[str, ...]) -> bool:
    places = [sample.header.index(column) for column in columns]
    seen: set[tuple[str, ...]] = set()
    for row in stream_of(sample):
        key = tuple(row[at] for at in places)
        if key in seen:
            return False
        seen.add(key)
        if len(seen) >= MOST_KEYS:
            break
    return True


@lru_cache(maxsize=64)
def words_of(sample: Sample, columns: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """The distinct filled texts of columns over the whole file, up to a bound, as they come."""
    if len(sample.rows) < MOST_ROWS:
        return {name: tuple(dict.fromkeys(filter(None, sample.columns[name]))) for name in columns}
    places = [(name, sample.header.index(name)) for name in columns]
    seen: dict[str, dict[str, None]] = {name: {} for name in columns}
    for row in stream_of(sample):
        for name, at in places:
            if (text := row[at].strip()) and len(seen[name]) < MOST_KEYS:
                seen[name][text] = None
    return {name: tuple(words) for name, words in seen.items()}


def named(looked: Looked, names: Sequence[str]) -> tuple[str, int] | None:
    """The filled column that bears the earliest of the names, and which name that is."""
    for rank, name in enumerate(names):
        for column, plain in looked.plain.items():
            if plain == name and not looked.shapes[column].is_empty:
                return column, rank
    return None


def hinted(looked: Looked, hint: str) -> str:
    """The filled column that bears one of a hint's names; empty where none does."""
    found = named(looked, vocabulary().hints[hint])
    return found[0] if found else ""


def share_joined(looked: Looked, column: str, key: Key) -> float:
    """The share of a column's distinct words that are keys of another file."""
    words = looked.shapes[column].distinct
    return sum(word in key.values for word in words) / len(words) if words else 0.0
