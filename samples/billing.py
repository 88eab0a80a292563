"""Invoices: in advance by month or year, with proration, visits, training and metered use."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import groupby
from random import Random

from samples.amounts import share
from samples.days import DELIVERY, add_months, at, month_of, months_between
from samples.ids import stripe_id
from samples.plan import Plan
from samples.records.agreements import Subscription
from samples.records.billing import Invoice, Line
from samples.records.parties import Account
from samples.subscriptions import UNIT_PRICES
from samples.wording import words_of

Ids = Callable[[], int]


def bill(
    plan: Plan, account: Account, subscriptions: list[Subscription], rng: Random, ids: Ids
) -> list[Invoice]:
    """An account's invoices, oldest first, nothing paid yet."""
    drafts = _recurring(account, subscriptions, rng, ids)
    if plan.projects_only:
        drafts += _project_work(account, rng, ids)
    drafts += _setup(plan, account, ids) + _training(account, plan, ids)
    if plan.visits:
        drafts += _visits(account, rng, ids)
    drafts.sort(key=lambda item: item[0])
    by_time = groupby(drafts, key=lambda item: item[0])
    return [
        invoice_of(account, number, when, [line for _, line in lines], ids)
        for number, (when, lines) in enumerate(by_time, start=1)
    ]


def invoice_of(
    account: Account, number: int, when: datetime, lines: list[Line], ids: Ids
) -> Invoice:
    """An open invoice of these lines."""
    net = sum(line.net_minor for line in lines)
    return Invoice(
        stripe_id("in", ids()),
        f"LUM-{account.number:04d}-{number:04d}",
        account,
        when,
        when.date() + timedelta(days=account.payment_days),
        lines,
        net,
        share(net, account.tax_percent, 100),
    )


Draft = tuple[datetime, Line]


def _recurring(
    account: Account, subscriptions: list[Subscription], rng: Random, ids: Ids
) -> list[Draft]:
    drafts: list[Draft] = []
    for item in subscriptions:
        if item.status == "trialing":
            continue
        if item.is_metered:
            drafts += _metered(account, item, rng, ids)
            continue
        length = 12 if item.interval == "year" else 1
        drafts += _full_periods(account, item, length, ids)
        drafts += _prorations(account, item, subscriptions, ids)
    return drafts


def _full_periods(account: Account, item: Subscription, length: int, ids: Ids) -> list[Draft]:
    drafts: list[Draft] = []
    start = item.start if item.start.day == 1 else add_months(month_of(item.start), 1)
    while start < min(item.end or DELIVERY, DELIVERY):
        end = add_months(start, length)
        line = _line(account, item, item.gross_minor, item.discount_minor, start, end, ids)
        drafts.append((at(start, 6), line))
        start = end
    return drafts


def _prorations(
    account: Account, item: Subscription, everything: list[Subscription], ids: Ids
) -> list[Draft]:
    """A change within a month: the rest of the new price, less the rest of the old one."""
    if item.start.day == 1 or item.interval == "year":
        return []
    next_month = add_months(month_of(item.start), 1)
    days = (next_month - month_of(item.start)).days
    rest = (next_month - item.start).days
    former = [
        other
        for other in everything
        if other.product_id == item.product_id and other.end == item.start
    ]
    drafts: list[Draft] = []
    for change, sign in [(item, 1), *((other, -1) for other in former)]:
        gross = sign * share(change.gross_minor, rest, days)
        discount = sign * share(change.discount_minor, rest, days)
        line = _line(account, change, gross, discount, item.start, next_month, ids)
        drafts.append((at(item.start, 6), line))
    return drafts


def _metered(account: Account, item: Subscription, rng: Random, ids: Ids) -> list[Draft]:
    """Billed at the start of the month after the use."""
    drafts: list[Draft] = []
    for month in months_between(item.start, DELIVERY)[1:]:
        units = rng.randrange(400, 2600)
        used = add_months(month, -1)
        line = Line(
            stripe_id("il", ids()),
            item.product_id,
            f"{words_of(account).product[item.product_id]} ({units})",
            units,
            units * item.unit_minor,
            0,
            used,
            month,
            item.subscription_id,
        )
        drafts.append((at(month, 6), line))
    return drafts


def _line(
    account: Account,
    item: Subscription,
    gross: int,
    discount: int,
    start: date,
    end: date,
    ids: Ids,
) -> Line:
    words = words_of(account).product[item.product_id]
    text = f"{words} × {item.quantity}" if item.quantity > 1 else words
    return Line(
        stripe_id("il", ids()),
        item.product_id,
        text,
        item.quantity,
        gross,
        discount,
        start,
        end,
        item.subscription_id,
    )


def once(account: Account, product: str, quantity: int, ids: Ids, gross: int = 0) -> Line:
    """A line without service period; priced by the list unless `gross` says otherwise."""
    return Line(
        stripe_id("il", ids()),
        product,
        words_of(account).product[product],
        quantity,
        gross or quantity * UNIT_PRICES[product][account.currency],
    )


def _setup(plan: Plan, account: Account, ids: Ids) -> list[Draft]:
    return [(at(plan.starts, 6), once(account, "LUM-SETUP", 1, ids))]


def _training(account: Account, plan: Plan, ids: Ids) -> list[Draft]:
    """Courses, invoiced in the evening of a quarter's last day: past midnight in UTC."""
    days = (date(2025, 6, 30), date(2025, 12, 31), date(2026, 6, 30))
    gone = plan.away[-1][0] if plan.away else DELIVERY
    wanted = [day for day in days if plan.starts < day < gone and account.number % 5 == 1]
    drafts = [(at(day, 19, 30), once(account, "LUM-TRAINING", 1, ids)) for day in wanted]
    if plan.stops_paying:
        drafts.append((at(date(2026, 7, 10), 12), once(account, "LUM-TRAINING", 2, ids)))
    return drafts


def _visits(account: Account, rng: Random, ids: Ids) -> list[Draft]:
    """An invoice for every store visited: with the three monthly ones forty in Q3 2026."""
    drafts: list[Draft] = []
    for month in months_between(date(2025, 7, 1), DELIVERY):
        for visit in range(13 if month.month == 9 else 12):
            when = at(month + timedelta(days=2 + 2 * visit), 13)
            fee = rng.randrange(350_000, 900_000)
            drafts.append((when, once(account, "LUM-VISIT", 1, ids, fee)))
    return drafts


def _project_work(account: Account, rng: Random, ids: Ids) -> list[Draft]:
    """Projects until June 2026, invoiced when done."""
    drafts: list[Draft] = []
    for month in months_between(date(2024, 7, 1), date(2026, 7, 1))[::2]:
        fee = rng.randrange(9_000_000, 24_000_000)
        when = at(month + timedelta(days=rng.randrange(8, 24)), 12)
        drafts.append((when, once(account, "LUM-SETUP", 1, ids, fee)))
    return drafts
