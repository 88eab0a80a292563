"""A step of a figure's arithmetic: a code, which is worded where it is shown, and its numbers."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Minor:
    """Money in minor units of the explained entity's currency."""

    amount: int


Fact = str | int | float | Minor


@dataclass(frozen=True)
class Step:
    """`code` is the end of the message `explain-step-<code>`, which has the facts as blanks."""

    code: str
    facts: Mapping[str, Fact]
