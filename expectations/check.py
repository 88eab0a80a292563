"""What a check is: a rule, the column it looks at, how it is measured and what must hold."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from transforms.core.canonical import Severity

Measure = Callable[[pd.DataFrame], pd.Series]
"""What is looked at, one value a row on the frame's index; missing where the rule does not apply.

Numbers are float64 and words categories: Great Expectations compares those without a loop.
"""


@dataclass(frozen=True)
class Filled:
    """No value is missing."""


@dataclass(frozen=True)
class OneOf:
    """Every value is one of these."""

    values: tuple[str, ...] | tuple[float, ...]


@dataclass(frozen=True)
class Within:
    """Every value lies between the bounds, both included; None is open."""

    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Once:
    """No value occurs twice; the first of those that do is kept, later ones are at fault."""


@dataclass(frozen=True)
class Like:
    """Every text matches the pattern."""

    pattern: str


Expected = Filled | OneOf | Within | Once | Like


@dataclass(frozen=True)
class Check:
    """One rule on one column of one table."""

    rule: str
    """The rule's id; its name and reason stand in the wording catalogues."""
    table: str
    column: str
    """The column to mend; empty where the whole row is at fault."""
    severity: Severity
    measure: Measure
    expected: Expected
    details: tuple[tuple[str, str], ...] = ()
    """What the rule's clause in the catalogues is filled with, such as the allowed words."""
    evidence: tuple[str, ...] = ()
    """Helper columns of the checked frame that belong into the row shown to a person."""
    among: tuple[str, ...] = ()
    """Where values may not occur twice: rows that differ in these columns never meet."""


@dataclass(frozen=True)
class Verdict:
    """What came of one check."""

    check: Check
    checked: int
    """Rows that the rule applied to."""
    rows: pd.DataFrame
    """The rows at fault, with the index they had in the checked frame."""
