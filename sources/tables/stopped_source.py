"""A source that a delivery cannot be used of."""

from dataclasses import dataclass

from messages.clause import Clause


@dataclass(frozen=True)
class StoppedSource:
    """A source of which nothing is loaded, and what says why."""

    source: str
    told: Clause
