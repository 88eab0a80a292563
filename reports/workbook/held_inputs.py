"""The inputs of a workbook as the arithmetic takes them."""

from collections.abc import Mapping, Sequence
from functools import partial

from reports.client import ClientFile
from reports.workbook.input_line import STEPS, InputLine
from transforms.core.money import exponent
from transforms.core.policy import Policy
from transforms.renewals.inputs import OfferBounds, Proposal, RenewalInputs
from transforms.renewals.value import YEAR_DAYS, YEAR_MONTHS, Course, Payment

Held = Mapping[str, float | int | None]


_FORMER: Held = {"billing_months": 12, "payment_days": 0, "cost_months": 12, "commission": 0}
"""What workbooks reckoned with before they had these inputs."""


def since_older(held: Held) -> dict[str, float | int | None]:
    """Inputs as workbooks have them now: until arithmetic 3 payment was one mean delay in years,
    of a year invoiced at once.

    >>> since_older({"price": 1, "payment_lag": 0.2})
    {'price': 1, 'billing_months': 12, 'payment_days': 73}
    """
    found = {key: value for key, value in held.items() if key != "payment_lag"}
    lag = held.get("payment_lag")
    if lag is not None and "payment_days" not in found:
        found |= {"billing_months": YEAR_MONTHS, "payment_days": round(lag * YEAR_DAYS)}
    return found


def _needed(held: Held, key: str) -> float:
    value = held[key]
    assert value is not None
    return float(value)


def _minor(held: Held, key: str) -> int | None:
    value = held[key]
    return None if value is None else int(value)


def _course(held: Held) -> Course:
    """What the years after the renewal are reckoned with."""
    return Course(
        price_uplift=_needed(held, "price_uplift"),
        term_uplift=_needed(held, "term_uplift"),
        cost_growth=_needed(held, "cost_growth"),
        discount_rate=_needed(held, "discount_rate"),
        later_probability=_needed(held, "later_probability"),
        horizon_years=int(_needed(held, "horizon_years")),
        payment=Payment(int(_needed(held, "billing_months")), _needed(held, "payment_days")),
        cost_months=int(_needed(held, "cost_months")),
        commission=_needed(held, "commission"),
        steps=tuple(held.get(key) for key in STEPS),
    )


def renewal_inputs(client: ClientFile, lines: Sequence[InputLine]) -> RenewalInputs:
    """The inputs of a client's lines."""
    held = {line.key: line.value for line in lines}
    return inputs_of(held, client.policy, client.currency)


def inputs_of(held: Held, policy: Policy, currency: str) -> RenewalInputs:
    """The inputs by key, amounts in minor units, as the arithmetic takes them."""
    held = {**_FORMER, **since_older(held)}
    needed, minor = partial(_needed, held), partial(_minor, held)
    return RenewalInputs(
        price_minor=minor("price"),
        list_price_minor=minor("list_price"),
        cost_of_sales_minor=minor("cost_of_sales"),
        cost_to_serve_minor=minor("cost_to_serve"),
        avoidable_share=needed("avoidable_share"),
        discount=needed("discount"),
        term_discount=needed("term_discount"),
        term_years=int(needed("term_years")),
        probability=held["probability"],
        probability_discounted=held["probability_discounted"],
        probability_term=held["probability_term"],
        default_probability=needed("default_probability"),
        default_probability_discounted=needed("default_probability_discounted"),
        term_effect=needed("term_effect"),
        course=_course(held),
        bounds=_bounds(held),
        added_value_cost_share=needed("added_value_cost"),
        wallet_minor=minor("wallet"),
        share_gain=held["share_gain"],
        extra_margin=held["extra_margin"],
        obligations_minor=minor("obligations") or 0,
        margin_floor=needed("margin_floor"),
        bands=policy.renewal.bands,
        long_term_years=policy.renewal.long_term_months / 12,
        escalation_minor=policy.renewal.escalation_deal_minor,
        exchange_rate=_rate(held["exchange_rate"], policy.reporting_currency, currency),
        concessions_minor=minor("concessions") or 0,
        asked=_proposal(held, "asked"),
        offered=_proposal(held, "offered"),
    )


def _rate(rate: float | int | None, company: str, deal: str) -> float | None:
    """Minor units of the company's currency for one of the deal's."""
    return None if rate is None else float(rate) * 10.0 ** (exponent(company) - exponent(deal))


def _bounds(held: Held) -> OfferBounds:
    return OfferBounds(
        longest_term=int(_needed(held, "longest_term")),
        term_in_force=int(_needed(held, "term_in_force")),
        term_concession=_needed(held, "term_concession"),
        services=_needed(held, "services_limit"),
    )


def _proposal(held: Held, side: str) -> Proposal:
    """What a side has put on the table; the request's discount and services stand apart."""
    years, months = held[f"{side}_term_years"], held.get(f"{side}_billing_months")
    exclusive = held[f"{side}_exclusivity"]
    return Proposal(
        discount=held.get(f"{side}_discount"),
        years=None if years is None else int(years),
        uplift=held[f"{side}_uplift"],
        months=None if months is None else int(months),
        days=held[f"{side}_payment_days"],
        services_minor=held.get(f"{side}_services"),
        is_exclusive=None if exclusive is None else exclusive > 0,
    )
