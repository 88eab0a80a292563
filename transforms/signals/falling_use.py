"""The client uses the product less, and not because of the season.

>>> SPEC.name("en")
'Usage is falling'
"""

from transforms.clients.seat_cuts import followed_cut
from transforms.signals.evidence import below
from transforms.signals.model import Case, Found, Severity, SignalSpec, Step

SPEC = SignalSpec("falling_use")


def find(case: Case) -> Found | None:
    """Both comparisons must fall: August and Easter week are no loss of interest. Far below last
    year, a fall that goes on counts however small it is."""
    limits = case.policy.signals
    change, year = case.get("usage_change"), case.get("usage_change_year")
    is_far_below = bool(below(year, -limits.use_fall_alert))
    least = case.policy.materiality_ratio if is_far_below else limits.use_fall
    fallen, on_year = below(change, -least), below(year, -limits.use_fall_on_last_year)
    if not (fallen and on_year):
        return None
    if _followed_cut(case):
        return None
    idle = below(case.get("seats_used"), limits.seats_idle)
    steps = [Step("ask", (0, 1)), Step("train", (0, 1))]
    if idle:
        steps.append(Step("seats", (2,)))
    is_steep = is_far_below or bool(below(change, -limits.use_fall_alert))
    severity = Severity.ALERT if is_steep else Severity.WATCH
    return Found(severity, (*fallen, *on_year, *idle), tuple(steps))


def _followed_cut(case: Case) -> bool:
    """Whether both falls are those of seats that the client gave up."""
    least = case.policy.materiality_ratio
    return all(
        followed_cut(case.figures.find, case.period, kpi, least)
        for kpi in ("usage_change", "usage_change_year")
    )
