"""How likely a client is to renew, by what an offer gives it and for how long it binds."""

from dataclasses import dataclass
from math import exp, log

POLICY_DISCOUNT = 0.20
"""The discount for which the policy states a probability of its own."""
EDGE = 0.001
"""Nothing is held for more certain than this."""
LARGEST_POWER = 500
"""Beyond it a probability is 0 to every digit."""


@dataclass(frozen=True)
class AcceptanceCurve:
    """logit p = level + slope · given + term_effect · (years − 1), with slope never below 0."""

    level: float
    slope: float
    term_effect: float
    """Of each further year; below 0 where committing longer is harder to sell."""

    def probability(self, given: float, years: int) -> float:
        """Of renewal, where an offer gives a share of the price and binds for so many years."""
        odds = self.level + self.slope * given + self.term_effect * (years - 1)
        return 1 / (1 + exp(min(LARGEST_POWER, -odds)))


@dataclass(frozen=True)
class CurvePoint:
    """A probability that somebody states for an offer."""

    given: float
    """What the offer gives the client, as a share of the price."""
    probability: float
    years: int = 1


def logit(probability: float) -> float:
    """Log of the odds; what is held for certain counts as one in a thousand short of it.

    >>> logit(0.5), round(logit(1.0), 4) == round(logit(0.999), 4)
    (0.0, True)
    """
    held = min(max(probability, EDGE), 1 - EDGE)
    return log(held / (1 - held))


def curve_through(
    today: float, point: CurvePoint, term: CurvePoint | None, term_effect: float
) -> AcceptanceCurve:
    """Through the probability at today's price and a point; `term` sets the effect of years.

    A point that lies below today's probability makes the curve level: giving more makes no
    client likelier to leave.

    >>> curve = curve_through(0.85, CurvePoint(0.25, 0.95), None, -0.2)
    >>> [round(curve.probability(0.025, years), 4) for years in (1, 2)]
    [0.8648, 0.8396]
    >>> typed = curve_through(0.85, CurvePoint(0.25, 0.95), CurvePoint(0.25, 0.97, 3), -0.2)
    >>> round(typed.probability(0.25, 3), 4)
    0.97
    """
    level = logit(today)
    slope = max(0.0, (logit(point.probability) - level) / point.given)
    if term is not None:
        term_effect = (logit(term.probability) - level - slope * term.given) / (term.years - 1)
    return AcceptanceCurve(level, slope, term_effect)
