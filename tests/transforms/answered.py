"""Which figures the slow references answer for: theirs are compared with ours, and no list says."""

from money_rows import company
from reference_money import agreements, earned, owed, population, recurring
from reference_service import outcomes, relationship, surveys, tickets
from reference_service.company import Company

from transforms.core.periods import Period
from transforms.core.policy import Policy

_Q3 = Period.parse("2026-Q3")


def of_money() -> frozenset[str]:
    ours = company(costs=[], contracts=[], payments=[], products=[])
    parts = [part.answers(ours, "A", _Q3) for part in (earned, recurring, owed, agreements)]
    return frozenset(kpi for found in parts for kpi in found)


def of_service() -> frozenset[str]:
    theirs = Company({"A": "A"}, Policy())
    parts = [part.answers(theirs, "A", _Q3) for part in (tickets, surveys, relationship, outcomes)]
    return frozenset(kpi for found in parts for kpi in found)


def of_population() -> frozenset[str]:
    ours = company(costs=[], contracts=[], payments=[], products=[])
    return frozenset(population.answers(ours, "A", _Q3, {}))
