"""Whether scores that clients gave moved beyond chance, or fell one period after the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

FALLING_QUARTERS = 3
"""Quarters in a row that a score has to fall for its fall to be told."""
_SLIDE = 10.0
"""Points that a score has to lose over several quarters for that to be told."""
_FEWEST = 3
"""Scores between which more than one step lies."""
_Z = 1.96
"""Standard errors on each side of 95 % of what chance does."""


@dataclass(frozen=True)
class Opinion:
    """A score or a share of one period, its margin of error and how many answers it is of."""

    score: float | None
    error: float
    answers: float


def of_share(share: float | None, answers: float) -> Opinion:
    """A share of answers, as 0 to 1, with its margin of error.

    >>> round(of_share(0.5, 100).error, 3)
    0.098
    """
    known = share or 0.0
    return Opinion(share, _Z * sqrt(known * (1 - known) / max(answers, 1.0)), answers)


def claimed_change(now: Opinion, before: Opinion, least_answers: float) -> float | None:
    """The change where enough people answered and it exceeds both margins of error.

    >>> now, before = Opinion(50.0, 6.0, 40), Opinion(39.0, 8.0, 40)
    >>> claimed_change(now, before, 30), claimed_change(now, before, 41)
    (11.0, None)
    """
    answers = min(now.answers, before.answers)
    if now.score is None or before.score is None or answers < least_answers:
        return None
    change = now.score - before.score
    return change if abs(change) > sqrt(now.error**2 + before.error**2) else None


def is_falling(scores: Sequence[float | None]) -> bool:
    """Whether each of the quarters' scores, the oldest first, is below the one before it.

    >>> is_falling([40, 39, 38, 37]), is_falling([40, 39, 39, 37]), is_falling([40, 39, 38])
    (True, False, False)
    """
    known = [score for score in scores if score is not None]
    return len(known) > FALLING_QUARTERS and all(later < one for one, later in pairwise(known))


def has_slipped(*scores: float | None) -> bool:
    """Whether the score lost much since the first of the quarters, the oldest first, rose in none
    and had lost some of it before the last one: that alone would be one step. Quarters without a
    score say nothing.

    >>> has_slipped(40, 35, 30), has_slipped(40, 41, 30), has_slipped(40, 40, 30)
    (True, False, False)
    >>> has_slipped(42, None, 7, 7), has_slipped(42, None, 7), has_slipped(None, 42, 7, 7)
    (True, False, False)
    """
    known = [score for score in scores if score is not None]
    if scores[0] is None or scores[-1] is None or len(known) < _FEWEST:
        return False
    first, middle, last = known[0], known[-2], known[-1]
    never_rose = all(later <= one for one, later in pairwise(known))
    return never_rose and first > middle and first - last >= _SLIDE
