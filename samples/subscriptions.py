"""What the clients subscribe: a platform fee, seats and modules, by month or by year."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from samples.days import DELIVERY
from samples.ids import stripe_id
from samples.plan import Plan
from samples.records.agreements import Subscription
from samples.records.parties import Account

Ids = Callable[[], int]

UNIT_PRICES = {
    "LUM-CORE": {"MXN": 3_500_000, "EUR": 175_000, "USD": 190_000, "JPY": 270_000},
    "LUM-SEAT": {"MXN": 80_000, "EUR": 4_000, "USD": 4_400, "JPY": 6_200},
    "LUM-ANALYTICS": {"MXN": 1_200_000, "EUR": 60_000, "USD": 66_000, "JPY": 92_000},
    "LUM-ROUTES": {"MXN": 1_500_000, "EUR": 75_000, "USD": 82_000, "JPY": 115_000},
    "LUM-QUALITY": {"MXN": 1_050_000, "EUR": 52_000, "USD": 58_000, "JPY": 80_000},
    "LUM-SHIFTS": {"MXN": 650_000, "EUR": 32_000, "USD": 36_000, "JPY": 50_000},
    "LUM-CASES": {"MXN": 1_350_000, "EUR": 68_000, "USD": 74_000, "JPY": 104_000},
    "LUM-SUPPORT": {"MXN": 800_000, "EUR": 40_000, "USD": 44_000, "JPY": 61_000},
    "LUM-API": {"MXN": 100, "EUR": 100, "USD": 100, "JPY": 100},
    "LUM-SETUP": {"MXN": 18_000_000, "EUR": 900_000, "USD": 980_000, "JPY": 1_400_000},
    "LUM-TRAINING": {"MXN": 2_400_000, "EUR": 120_000, "USD": 130_000, "JPY": 180_000},
}
"""Minor units a month, or once."""

# A year costs ten months less a little, so that a twelfth of it is not a whole cent.
_YEARLY = {"MXN": 100, "EUR": 100, "USD": 100, "JPY": 100}


def subscribe(plan: Plan, account: Account, share: float, ids: Ids) -> list[Subscription]:
    """An account's subscriptions; `share` of the plan's seats is its own."""
    if plan.projects_only:
        return []
    rows = []
    for start, end in _stays(plan):
        platform = () if "seats_only" in plan.special else ("LUM-CORE",)
        for product in (*platform, *plan.extras):
            rows.append(_row(plan, account, product, 1, start, end, ids))
        rows += _seat_rows(plan, account, share, start, end, ids)
    return rows + _special(plan, account, ids)


def seats_on(subscriptions: list[Subscription], day: date) -> int:
    """Seats paid on a day."""
    return sum(
        item.quantity
        for item in subscriptions
        if item.product_id == "LUM-SEAT" and item.runs_on(day)
    )


def _stays(plan: Plan) -> list[tuple[date, date | None]]:
    stays, start = [], plan.starts
    for left, back in plan.away:
        stays.append((start, left))
        if back is None:
            return stays
        start = back
    return [*stays, (start, None)]


def _seat_rows(
    plan: Plan, account: Account, share: float, start: date, end: date | None, ids: Ids
) -> list[Subscription]:
    steps = [(start, _seats_at(plan, start))]
    steps += [step for step in plan.seat_steps if start < step[0] < (end or DELIVERY)]
    ends = [*(day for day, _ in steps[1:]), end]
    return [
        _row(plan, account, "LUM-SEAT", max(1, round(seats * share)), day, until, ids)
        for (day, seats), until in zip(steps, ends, strict=True)
    ]


def _seats_at(plan: Plan, day: date) -> int:
    past = [seats for when, seats in plan.seat_steps if when <= day]
    return past[-1] if past else plan.seats


def _row(
    plan: Plan,
    account: Account,
    product: str,
    quantity: int,
    start: date,
    end: date | None,
    ids: Ids,
) -> Subscription:
    unit = UNIT_PRICES[product][account.currency]
    if plan.bills_yearly:
        unit = unit * 10 - _YEARLY[account.currency]
    running = "past_due" if "past_due" in plan.special else "active"
    is_churn = any(left == end for left, _ in plan.away)
    noticed = end - timedelta(days=30) if end and is_churn else end
    return Subscription(
        stripe_id("sub", ids()),
        account,
        product,
        "canceled" if end else running,
        quantity,
        "year" if plan.bills_yearly else "month",
        unit,
        plan.percent_off,
        start,
        end,
        noticed,
    )


def _special(plan: Plan, account: Account, ids: Ids) -> list[Subscription]:
    def row(product: str, status: str, start: date) -> Subscription:
        plain = _row(plan, account, product, 1, start, None, ids)
        return replace(plain, status=status)

    rows = []
    if "metered" in plan.special:
        rows.append(replace(row("LUM-API", "active", plan.starts), is_metered=True))
    if "trial" in plan.special:
        rows.append(row("LUM-ANALYTICS", "trialing", date(2026, 9, 15)))
    if "unpaid" in plan.special:
        rows.append(row("LUM-SUPPORT", "unpaid", date(2026, 3, 1)))
    return rows
