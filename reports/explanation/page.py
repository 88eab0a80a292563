"""What an explanation says, already worded."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RowTable:
    """Source rows that entered a figure, or that were left out for one reason."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[bool, ...]
    """Which columns hold numbers."""
    rest: str
    """How many more there are; empty where all are listed."""
    is_left_out: bool


@dataclass(frozen=True)
class Setting:
    """A setting that the figure depends on."""

    name: str
    """Empty where the dictionary does not list it."""
    key: str
    value: str


@dataclass(frozen=True)
class Headings:
    """Over the parts of a page."""

    arithmetic: str
    depends: str
    rows: str


@dataclass(frozen=True)
class ExplanationPage:
    """Definition, arithmetic, what it depends on, and the rows behind it."""

    language: str
    headings: Headings
    figure: str
    who: str
    period: str
    definition: str
    basis: str
    result: str
    arithmetic: tuple[str, ...]
    settings: tuple[Setting, ...]
    rates: tuple[str, ...]
    tables: tuple[RowTable, ...]
