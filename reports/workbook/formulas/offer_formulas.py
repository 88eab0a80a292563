"""The formulas behind one row of the counteroffer's table of offers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reports.workbook.brief import Brief
from reports.workbook.formulas.scenario_formulas import Conditions, admitted, likelihood
from transforms.renewals.offers import Offer
from transforms.renewals.solver import NEAR_POINTS

CONDITIONS = ("discount", "years", "services", "lag", "paid")
MEASURES = (*CONDITIONS, "given", "probability", "margin", "taken", "expected", "bar")
FLAGS = ("ranked", "near")
"""What the best and the smallest concession are picked by."""


@dataclass(frozen=True)
class OfferRow:
    """Where the other figures of a row stand."""

    cell: Callable[[str], str]


def row_formula(brief: Brief, measure: str, row: OfferRow) -> str:
    """A measure of an offer that is tried, from its conditions."""
    return _FORMULAS[measure](brief, row)


def scenario_formula(measure: str, offer: Offer) -> str:
    """The same measure of a scenario, which has it already."""
    number = list(Offer).index(offer) + 1
    if measure == "services":
        return f"IF(in_price>0,INDEX(sc_services,{number})/in_price,0)"
    if measure == "taken":
        odds, worth = f"INDEX(sc_probability,{number})", f"INDEX(sc_expected_npv,{number})"
        return f'IF(COUNT({odds},{worth})=2,{worth}/{odds},"–")'
    return f"INDEX(sc_{_SCENARIO_NAMES.get(measure, measure)},{number})"


def flag_formula(brief: Brief, flag: str, row: OfferRow) -> str:
    """What an admissible offer is picked by; a dash for others."""
    bar, odds, expected, taken = map(row.cell, ("bar", "probability", "expected", "taken"))
    is_admitted = f'{bar}="{brief.yes}"'
    if flag == "ranked":
        return f'IF(AND({is_admitted},ISNUMBER({expected})),{expected},"–")'
    is_near = f"ROUND({odds},9)>=ROUND(INDEX(sc_probability,2)-{NEAR_POINTS},9)"
    known = f"AND({is_admitted},COUNT({odds},INDEX(sc_probability,2))=2)"
    return f'IF({known},IF({is_near},{taken},"–"),"–")'


_SCENARIO_NAMES = {"expected": "expected_npv"}


def _given(brief: Brief, row: OfferRow) -> str:
    discount, services, lag = map(row.cell, ("discount", "services", "lag"))
    later = f"in_discount_rate*({lag}-lag_today)"
    return brief.known([discount], f"{discount}+{services}+{later}")


def _probability(brief: Brief, row: OfferRow) -> str:
    discount, given = row.cell("discount"), row.cell("given")
    return brief.known([discount], likelihood(given, row.cell("years")))


def _margin(brief: Brief, row: OfferRow) -> str:
    discount, services = row.cell("discount"), row.cell("services")
    net = f"(in_price*(1-{discount}))"
    cost = f"in_cost_of_sales-in_cost_to_serve-in_added_value_cost*in_price*{services}"
    needed = ["in_cost_of_sales", "in_cost_to_serve", discount]
    return brief.priced(needed, f"({net}-{cost})/{net}-in_commission")


def _taken(brief: Brief, row: OfferRow) -> str:
    discount, years, services, _, paid = map(row.cell, CONDITIONS)
    price = f"in_price*(1-{discount})*({paid}-in_commission)*INDEX(fac_price,{years})"
    spent = f"(avoidable_cost+in_added_value_cost*in_price*{services})"
    cost = f"{spent}*cost_worth*INDEX(fac_cost,{years})"
    return brief.priced(["avoidable_cost", discount], f"{price}-{cost}")


def _expected(brief: Brief, row: OfferRow) -> str:
    odds, taken = row.cell("probability"), row.cell("taken")
    return brief.known([odds, taken], f"{odds}*{taken}")


def _bar(brief: Brief, row: OfferRow) -> str:
    discount, years, services, lag, _ = map(row.cell, CONDITIONS)
    margin = row.cell("margin")
    rules = admitted(brief, Conditions(margin, years, discount, services, lag))
    return brief.known([margin], rules)


_FORMULAS: Mapping[str, Callable[[Brief, OfferRow], str]] = {
    "given": _given,
    "probability": _probability,
    "margin": _margin,
    "taken": _taken,
    "expected": _expected,
    "bar": _bar,
}
