"""The client has asked for a lower price.

>>> SPEC.name("en")
'Discount requested'
"""

from datetime import timedelta

from transforms.signals.evidence import newest
from transforms.signals.model import (
    Case,
    FigureEvidence,
    Found,
    Severity,
    SignalSpec,
    Step,
)

SPEC = SignalSpec("discount_asked")


def find(case: Case) -> Found | None:
    since = case.period.end - timedelta(days=case.policy.signals.request_days)
    rows = newest(item.reason for item in case.rows.requests if item.requested_date >= since)
    if not rows:
        return None
    margin = _thin_margin(case)
    places = tuple(range(len(rows)))
    steps = [Step("floor", places), Step("trade", places)]
    if margin:
        steps.append(Step("margin", (*places, len(rows))))
    return Found(Severity.ALERT, (*rows, *margin), tuple(steps))


def _thin_margin(case: Case) -> tuple[FigureEvidence, ...]:
    asked = max(item.discount for item in case.rows.requests)
    margin, floor = case.get("contribution_margin"), case.policy.renewal.margin_floor
    if margin.value is None or asked >= 1:
        return ()
    after = 1 - (1 - margin.value) / (1 - asked)
    return (FigureEvidence(margin, floor),) if after < floor else ()
