"""What is proposed for each file, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from messages.clause import Clause, clause, named
from sources.proposer.samples import Sample
from sources.proposer.shapes import Shape

SURE = 0.5
"""Guesses below this are written as comments."""


def because(reason: str, /, **facts: object) -> Clause:
    """A reason for a guess, with its facts."""
    return clause(named("guess", reason), **{name: str(fact) for name, fact in facts.items()})


@dataclass(frozen=True)
class Guess:
    """How one canonical column is made. `rule` is the mapping's rule as TOML would hold it."""

    column: str
    rule: Mapping[str, object]
    confidence: float
    evidence: tuple[Clause, ...]
    unknown: tuple[str, ...] = ()
    """Words of the whole file that have no meaning here: their rows would be kept out."""


@dataclass(frozen=True)
class TableGuess:
    """One canonical table that a file feeds."""

    table: str
    columns: tuple[Guess, ...]
    combine: bool = False
    when: Mapping[str, object] | None = None
    each: str = ""
    """The list inside each record of a JSON export that its rows are of."""
    latest_by: str = ""
    """The column that tells which of several rows of one key is the last."""

    @property
    def confidence(self) -> float:
        """Of the least certain column that is written."""
        return min((item.confidence for item in self.columns if item.confidence >= SURE), default=0)


@dataclass(frozen=True, eq=False)
class Looked:
    """One file, looked at: its sample, and what each column looks like."""

    sample: Sample
    shapes: Mapping[str, Shape]
    plain: Mapping[str, str]
    """The comparable name of each column."""

    @property
    def name(self) -> str:
        return self.sample.name

    @property
    def is_part(self) -> bool:
        """Whether it is one sheet or list of several, in which nothing can be looked up."""
        return bool(self.sample.part)


@dataclass(frozen=True)
class FileGuess:
    """What a file is taken for."""

    looked: Looked
    tables: tuple[TableGuess, ...] = ()
    lookups: tuple[Mapping[str, str], ...] = ()
    filters: tuple[Mapping[str, object], ...] = ()
    unused: Clause | None = None
    shipped: tuple[str, ...] = ()
    """Of a file that a built-in mapping reads, the tables that it feeds."""
    nearest: "Nearest | None" = None
    """Of a file that is not used, what it comes nearest to."""
    dates: tuple[str, ...] = ("iso",)
    decimal: str = "."
    thousands: str = ""
    nulls: tuple[str, ...] = ()
    minor_units: Mapping[str, int] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    """Filled columns that nothing reads."""
    evidence: tuple[Clause, ...] = ()


@dataclass(frozen=True)
class Nearest:
    """A file as the table that it nearly is, and the required columns without a source."""

    guess: FileGuess
    lacking: tuple[str, ...]


@dataclass(frozen=True)
class Company:
    """What is known of the company beforehand; empty where nothing is."""

    currency: str = ""
    country: str = ""
    language: str = ""

    @property
    def locale(self) -> str:
        return f"{self.language}-{self.country}" if self.language and self.country else ""
