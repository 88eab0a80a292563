"""What goals brought, which parts of a client use the product, which work was done, and what it
pays below the price list.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from samples.days import month_of
from samples.products import PRODUCTS
from samples.rates import RateBook
from samples.records.book import Book
from samples.truth.experience import is_waiting
from samples.truth.figures import Figure, absent, count, money, ratio
from samples.truth.spans import Span

_PARTS = {"team": "teams_active", "module": "modules_active"}
_WORK = {"Formación": "training", "Mantenimiento": "maintenance"}
_PRICES = {item.product_id: item for item in PRODUCTS}


def outcome_figures(book: Book, span: Span, rates: RateBook, currency: str) -> list[Figure]:
    """Of the span, in one currency."""
    return [
        *(_active(book, span, kind) for kind in _PARTS),
        *(figure for word in _WORK for figure in _work(book, span, word)),
        _late(book, span),
        *_worth(book, span, rates, currency),
        _discount(book, span, rates, currency),
    ]


def _active(book: Book, span: Span, kind: str) -> Figure:
    named = [row for row in book.usage_parts if row.kind == kind and row.first_day < span.end]
    recent = span.end - timedelta(days=28)
    used = {row.part for row in named if row.first_day >= recent and row.events}
    return ratio(_PARTS[kind], len(used), len({row.part for row in named}), "no_rows")


def _work(book: Book, span: Span, word: str) -> list[Figure]:
    kpis = f"{_WORK[word]}_due", f"{_WORK[word]}_done"
    if not any(task.category for task in book.tasks):
        return [absent(kpi, "no_category") for kpi in kpis]
    own = [task for task in book.tasks if task.category == word]
    days = ((task.due for task in own), (task.completed for task in own))
    return [count(kpi, _within(found, span)) for kpi, found in zip(kpis, days, strict=True)]


def _within(days: Iterable[date | None], span: Span) -> int:
    return sum(day is not None and span.start <= day < span.end for day in days)


def _late(book: Book, span: Span) -> Figure:
    waiting = [task for task in book.tasks if is_waiting(task, span)]
    return count(
        "tasks_blocked_late", sum((task.due or span.end) < span.last_day for task in waiting)
    )


def _worth(book: Book, span: Span, rates: RateBook, currency: str) -> list[Figure]:
    """Of quarters, which goals are set for."""
    if "Q" not in span.name:
        return []
    own = [goal for goal in book.goals if goal.quarter == span.name]
    told = [goal for goal in own if goal.confirmed_by]
    hours = [goal.worth_hours for goal in told if goal.worth_hours is not None]
    minors = [goal.worth_minor for goal in told if goal.worth_minor is not None]
    why = "no_worth" if own else "no_rows"
    worth = rates.convert(
        "month_end", sum(minors), book.client.currency, currency, month_of(span.last_day)
    )
    return [
        count("value_hours", sum(hours)) if hours else absent("value_hours", why),
        money("value_money", worth) if minors else absent("value_money", why, is_money=True),
    ]


def _discount(book: Book, span: Span, rates: RateBook, currency: str) -> Figure:
    """Of what runs on the last day and has a list price in its own currency."""
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for row in book.subscriptions:
        product = _PRICES[row.product_id]
        own = row.account.currency
        if row.counts_on(span.last_day) and product.currency == own:
            parts = sums[row.account.account_id, own]
            parts[0] += product.list_price_minor * row.quantity
            parts[1] += row.yearly_minor
    month = month_of(span.last_day)
    listed, paid = (
        sum(
            rates.convert("month_end", parts[place], own, currency, month)
            for (_, own), parts in sums.items()
        )
        for place in (0, 1)
    )
    has_paid = any(row.is_counted and row.start <= span.last_day for row in book.subscriptions)
    why = "no_list_price" if has_paid else "no_subscriptions"
    return ratio("discount_granted", listed - paid, listed, why)
