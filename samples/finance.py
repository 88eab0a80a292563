"""What finance and account managers keep: costs, goals, promises, targets, requests."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from samples.amounts import decimals, share
from samples.days import DELIVERY, FIRST_DAY, months_between
from samples.phrases import Promise
from samples.plan import Plan
from samples.recognition import ByMonth
from samples.records.agreements import RenewalRequest
from samples.records.billing import Cost
from samples.records.book import Book
from samples.records.parties import Account
from samples.records.plans import Commitment, Goal, RiskNote, Target
from samples.subscriptions import UNIT_PRICES
from samples.wording import WORDS, trade_of, words_of

Ids = Callable[[], int]

MISSING_COST_MONTH = date(2026, 8, 1)
_PROMISED = date(2026, 7, 1)
_PROMISED_MINUTES = 240


def costs_of(plan: Plan, account: Account, revenue: ByMonth, rng: Random) -> list[Cost]:
    """Cost of sales and to serve for every month with revenue."""
    rows: list[Cost] = []
    sales, serving = (round(1000 * part) for part in plan.cost_shares)
    for month in months_between(FIRST_DAY, DELIVERY):
        earned = abs(revenue.get(month, 0))
        is_lost = "no_cost_month" in plan.special and month == MISSING_COST_MONTH
        if earned == 0 or is_lost:
            continue
        sale = share(earned, sales + rng.randrange(-15, 16), 1000)
        serve = share(earned, serving + rng.randrange(-10, 11), 1000)
        rows.append(Cost(account, month, "cost_of_sales", sale, "0.35"))
        rows.append(Cost(account, month, "cost_to_serve", serve, "0.6"))
    return rows


def goals_of(plan: Plan, account: Account, rng: Random, ids: Ids) -> list[Goal]:
    """Three or four of its trade's goals in each of the last two quarters; here and there one is
    not measured yet."""
    if _is_gone(plan):
        return []
    aims = trade_of(account).aims
    chosen = [aims[place] for place in sorted(rng.sample(range(len(aims)), rng.choice((3, 4, 4))))]
    unmeasured = rng.choice((0, 1, None, None)) if len(chosen) == 4 else None
    unhappy = plan.mood is not None and plan.mood.detractors > 0.25
    rows = []
    quarters = ("2026-Q2", "2026-Q3") if plan.starts < _PROMISED else ("2026-Q3",)
    for quarter in quarters:
        for place, aim in enumerate(chosen):
            best = rng.randrange(0, 3) if unhappy else rng.randrange(1, 4)
            missing = quarter == "2026-Q3" and place == unmeasured
            reached = None if missing else Decimal(aim.reached[best])
            key = f"M-{ids()}"
            target = Decimal(aim.target)
            goal = Goal(key, account, quarter, aim.text, aim.unit, target, reached, aim.direction)
            rows.append(_with_worth(goal))
    return rows


_HOURS = {"hours": 210, "days": 96}
_FEES = {"percent": 4}
"""What a goal of each unit brings in a quarter, in hours or monthly platform fees."""


def _with_worth(goal: Goal) -> Goal:
    """With what it brought where it was reached; one client of three has confirmed none of it."""
    if goal.actual is None:
        return goal
    over = goal.actual - goal.target
    if (over if goal.direction == "up" else -over) < 0:
        return goal
    account = goal.account
    fee = UNIT_PRICES["LUM-CORE"][account.currency]
    return replace(
        goal,
        worth_hours=_HOURS.get(goal.unit),
        worth_minor=_FEES.get(goal.unit, 0) * fee or None,
        confirmed_by="" if account.number // 4 % 3 == 1 else WORDS[account.language].jobs[0],
    )


def commitments_of(plan: Plan, account: Account, rng: Random, ids: Ids) -> list[Commitment]:
    """What was promised for 2026-Q3 and what became of it, and the plan for 2026-Q4."""
    if _is_gone(plan):
        return []
    rows = []
    if plan.starts < _PROMISED:
        for promise, state in _promises(plan, account, rng):
            due = date(2026, 7, 20) + timedelta(days=rng.randrange(0, 68))
            rows.append(_commitment(account, promise, "2026-Q3", _weekday(due), state, plan, ids))
    due = date(2026, 10, 8)
    for promise in _plans(account, rng):
        due += timedelta(days=rng.randrange(7, 22))
        rows.append(_commitment(account, promise, "2026-Q4", _weekday(due), "open", plan, ids))
    return rows


def _weekday(day: date) -> date:
    """The day, or the Friday before a weekend: nobody promises anything for a Sunday."""
    return day - timedelta(days=max(day.weekday() - 4, 0))


def _plans(account: Account, rng: Random) -> list[Promise]:
    """Three or four for the quarter to come, of which the client owes one."""
    plans = words_of(account).plans
    ours = [promise for promise in plans if promise.side == "us"]
    theirs = [promise for promise in plans if promise.side == "client"]
    chosen = [*rng.sample(ours, rng.choice((2, 3))), rng.choice(theirs)]
    rng.shuffle(chosen)
    return chosen


def _promises(plan: Plan, account: Account, rng: Random) -> list[tuple[Promise, str]]:
    """The promise on support is kept where replies come in time; none names a level that the data
    could miss."""
    promises = words_of(account).promises
    about_support = promises[1]
    others = [item for item in promises if item is not about_support]
    rng.shuffle(others)
    told = list(zip(others, _states(plan, account), strict=False))
    if plan.service is not None:
        is_slow = plan.service.reply_minutes > _PROMISED_MINUTES
        told.insert(1, (about_support, "open" if is_slow else "done"))
    return told


def _states(plan: Plan, account: Account) -> tuple[str, ...]:
    if plan.delivery is not None and plan.delivery.open_late > 2:
        return ("done", "moved", "moved", "open", "moved")
    if plan.lessons:
        return ("done", "moved", "done", "done", "dropped")
    last = "moved" if account.number // 4 % 3 else "done"
    return ("done", "done", last, "done", "open" if account.number // 4 % 2 else "done")


def _commitment(
    account: Account,
    promise: Promise,
    quarter: str,
    due: date,
    state: str,
    plan: Plan,
    ids: Ids,
) -> Commitment:
    missed = state in ("moved", "open", "dropped") and quarter == "2026-Q3"
    recorded = missed and plan.lessons
    return Commitment(
        f"C-{ids()}",
        account,
        quarter,
        promise.text,
        promise.owner,
        promise.side,
        due,
        state,
        promise.measure,
        promise.cause if recorded else "",
        promise.action if recorded else "",
    )


def requests_of(plan: Plan, book: Book, rng: Random, ids: Ids) -> list[RenewalRequest]:
    """Discounts asked for at renewal: one decided a year ago, and the one that is open."""
    return [*_decided_request(book), *_open_request(plan, book, rng, ids)]


def _prices(book: Book, day: date) -> tuple[int, int]:
    """A year's price of what the client itself subscribes to on a day, net and from the list."""
    running = [
        item
        for item in book.subscriptions
        if item.account is book.client and item.is_recurring and item.runs_on(day)
    ]
    listed = sum(item.gross_minor * (12 if item.interval == "month" else 1) for item in running)
    return sum(item.yearly_minor for item in running), listed


def _decided_request(book: Book) -> list[RenewalRequest]:
    """What was asked for last year and became of it: half was granted, and most renewed."""
    account = book.client
    number, day = account.number // 4, date(2025, 7, 1) + timedelta(days=account.number % 28)
    price, listed = _prices(book, day)
    if not price:
        return []
    asked, granted = (("0.10", "0.05"), ("0.15", "0.075"), ("0.20", "0.10"))[number % 3]
    has_left = not _prices(book, DELIVERY - timedelta(days=1))[0]
    return [
        RenewalRequest(
            *(f"S-2025-{account.number}", account, day, asked, price, listed),
            *(("presupuesto", "precio")[number % 2], "", "0.80", "0.88", "0.90", 3, "0.85"),
            wallet_minor=price * 2,
            outcome="Perdida" if has_left else "Renovada",
            decided=day + timedelta(days=40),
            granted=granted,
        )
    ]


def _open_request(plan: Plan, book: Book, rng: Random, ids: Ids) -> list[RenewalRequest]:
    """A discount asked for on today's yearly price."""
    if plan.renewal is None:
        return []
    account = book.client
    price, listed = _prices(book, DELIVERY - timedelta(days=1))
    before, discounted, term = plan.renewal.probabilities
    return [
        RenewalRequest(
            f"S-{ids()}",
            account,
            date(2026, 9, 1) + timedelta(days=rng.randrange(1, 24)),
            plan.renewal.discount,
            price,
            listed,
            plan.renewal.reason,
            plan.renewal.competitor,
            before,
            discounted,
            term,
            3,
            "0.85",
            price * 2,
        )
    ]


def targets_of(account: Account, revenue: ByMonth) -> list[Target]:
    """The client's revenue target: 2 to 18 % above the same quarter last year."""
    months = months_between(date(2025, 7, 1), date(2025, 10, 1))
    last_year = sum(revenue.get(month, 0) for month in months)
    if last_year <= 0:
        return []
    percent = 102 + account.number // 4 % 5 * 4
    major = last_year * percent // 100 // 10 ** decimals(account.currency)
    target = major // 1_000 * 1_000
    written = f"{target:,}".replace(",", ".")
    period, metric = "2026-Q3", "recognised_revenue"
    key = account.account_id
    return [Target("client", key, period, metric, written, account.currency, "")]


def risks_of(plan: Plan, account: Account) -> list[RiskNote]:
    """What the manager has noted of the client."""
    return [
        RiskNote(
            f"R-{account.number}-{place}",
            account,
            risk.noted,
            risk.kind,
            risk.text,
            risk.subject,
            risk.due,
            risk.closed,
        )
        for place, risk in enumerate(plan.risks, start=1)
    ]


def _is_gone(plan: Plan) -> bool:
    return bool(plan.away) and plan.away[-1][1] is None
