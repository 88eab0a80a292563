"""NPS fell quarter after quarter: each step may be chance, and that they all go down is observed.

>>> SPEC.step("ask", "en")
'Call two of those whose score went down and ask what changed over the year.'
"""

from transforms.core.periods import Grain
from transforms.service.opinion import FALLING_QUARTERS, is_falling
from transforms.signals.model import Case, FigureEvidence, Found, Severity, SignalSpec, Step

SPEC = SignalSpec("falling_score")


def find(case: Case) -> Found | None:
    """To be watched; a month has no quarters before it to be set beside."""
    if case.period.grain is not Grain.QUARTER:
        return None
    earlier = [case.period.shift(step) for step in range(-FALLING_QUARTERS, 0)]
    known = [value for quarter in earlier if (value := case.figures.find("nps", quarter))]
    scores = [*known, case.get("nps")]
    if not is_falling([score.value for score in scores]):
        return None
    first, last = scores[0], scores[-1]
    evidence = (FigureEvidence(last, first.value), FigureEvidence(first))
    return Found(Severity.WATCH, evidence, (Step("ask", (0, 1)), Step("agree", (0,))))
