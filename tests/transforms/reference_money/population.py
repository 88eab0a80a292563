"""What all clients are like, and the figures that compare with it, client by client."""

from dataclasses import replace
from fractions import Fraction
from statistics import median
from typing import Any

from transforms.core.periods import Period

from .agreements import ahead
from .company import DAY, Answer, Company, NoRate, Row, added, month_of
from .earned import counted_lines, margin, revenue, service
from .recurring import _ends, _is_active, client_retention, has_paid, is_newly_back, paying

YEARS = 5
RATE = Fraction(1, 10)
COSTS = ("cost_of_sales", "cost_to_serve")


def in_dollars(company: Company) -> Company:
    return replace(company, currencies=dict.fromkeys(company.currencies, "USD"))


def _products(company: Company, client: str, period: Period) -> list[Row]:
    listed = {row["product_id"] for row in company.products or [] if row["is_recurring"]}
    day = period.valuation_date
    return [
        row
        for row in paying(company, client)
        if row.get("product_id") in listed and row["start_date"] <= day < _ends(company, row)
    ]


def _paid(company: Company, client: str, period: Period) -> dict[str, int]:
    """By product, a year, of what can be converted."""
    parts = added(
        ((row["account_id"], row["product_id"], row["currency"]), row["yearly_minor"])
        for row in _products(company, client, period)
    )
    found: dict[str, int] = {}
    for (_, product, currency), minor in parts.items():
        try:
            month = month_of(period.valuation_date)
            money = company.converted(client, "month_end", minor, currency, month)
        except NoRate:
            continue
        found[product] = found.get(product, 0) + money
    return found


def norms(company: Company, period: Period) -> dict[str, Any]:
    """By segment; from everybody, in US dollars."""
    everybody = in_dollars(company)
    found: dict[str, Any] = {}
    for segment in sorted(set(company.segments.values())):
        clients = [key for key in company.clients if company.segments.get(key) == segment]
        stays = [client_retention(everybody, key, period.trailing_twelve) for key in clients]
        year = period.trailing_twelve
        left = {key: margin(everybody, key, year, *COSTS) for key in clients}
        known = [key for key in clients if left[key][1].value is not None]
        paid = [_paid(everybody, key, period) for key in clients]
        products = sorted({name for one in paid for name in one})
        found[segment] = {
            "subscribers": len([one for one in paid if one]),
            "stays": [answer.value for answer in stays if answer.value is not None],
            "contribution": [left[key][0].value for key in known],
            "revenue": [revenue(everybody, key, year) for key in known],
            "products": {name: [one[name] for one in paid if name in one] for name in products},
        }
    return found


def answers(
    company: Company, client: str, period: Period, known: dict[str, Any]
) -> dict[str, Answer]:
    """`known` are the norms, taken before."""
    norm = known.get(company.segments.get(client, ""))
    found = {"lifetime_value": _lifetime(company, client, period, norm)}
    if company.subscriptions is not None:
        found["expected_profit"] = _expected(company, client, period, norm)
        found |= _white_space(company, client, period, norm)
    if company.costs is None:
        found["expected_profit"] = found["lifetime_value"] = Answer(reason="feed_missing")
    return found


def _unlike(norm: Any) -> str:
    return "no_segment" if norm is None else "too_few_clients"


def _lifetime(company: Company, client: str, period: Period, norm: Any) -> Answer:
    if not _is_active(company, client, period.valuation_date):
        return Answer(reason="not_active")
    year = period.trailing_twelve
    profit, _ = margin(company, client, year, *COSTS)
    if _is_young(company, client, period):
        profit = _expected(company, client, period, norm)
        if profit.reason == "no_subscriptions":
            return Answer(reason="new_account")
    if profit.value is None:
        return profit
    fewest = company.policy.population_minimum_clients
    if norm is None or len(norm["stays"]) < fewest or not norm["stays"]:
        return Answer(reason=_unlike(norm))
    stays = Fraction(int(sum(norm["stays"])), len(norm["stays"]))
    worth = sum(profit.value * stays**t / (1 + RATE) ** t for t in range(YEARS))
    return Answer(round(worth))


def _is_young(company: Company, client: str, period: Period) -> bool:
    """Neither a line earned nor a subscription begun a year before the end; or back since."""
    start = period.trailing_twelve.start
    if is_newly_back(company, client, period):
        return True
    earned = any(service(company, line)[0] < start for line in counted_lines(company, client))
    return not earned and not has_paid(company, client, start - DAY)


def _expected(company: Company, client: str, period: Period, norm: Any) -> Answer:
    if not has_paid(company, client, period.valuation_date):
        return Answer(reason="no_subscriptions")
    try:
        minor = ahead(company, client, period)
    except NoRate:
        return Answer(reason="rate_missing")
    fewest = company.policy.population_minimum_clients
    if norm is None or len(norm["revenue"]) < fewest or sum(norm["revenue"]) <= 0:
        return Answer(reason=_unlike(norm))
    return Answer(round(minor * Fraction(sum(norm["contribution"]), sum(norm["revenue"]))))


def _white_space(company: Company, client: str, period: Period, norm: Any) -> dict[str, Answer]:
    if company.products is None:
        return {}
    has = {row["product_id"] for row in _products(company, client, period)}
    reason = ""
    if not _is_active(company, client, period.valuation_date):
        reason = "not_active"
    elif norm is None:
        reason = "no_segment"
    fewest = company.policy.population_minimum_owners
    sold = {} if norm is None else norm["products"]
    eligible = {name: paid for name, paid in sold.items() if len(paid) >= fewest}
    if not reason and not eligible:
        reason = "too_few_clients"
    if reason:
        return dict.fromkeys(("white_space_products", "white_space"), Answer(reason=reason))
    lacking = [paid for name, paid in eligible.items() if name not in has]
    dollars = sum(
        round(median([Fraction(item) for item in paid]) * Fraction(len(paid), norm["subscribers"]))
        for paid in lacking
    )
    try:
        month = month_of(period.valuation_date)
        minor = company.converted(client, "month_end", dollars, "USD", month) if dollars else 0
        amount = Answer(minor)
    except NoRate:
        amount = Answer(reason="rate_missing")
    return {"white_space_products": Answer(len(lacking)), "white_space": amount}
