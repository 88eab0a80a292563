"""Revenue as it is earned: every invoice line by day over the time that it pays for."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from transforms.billing.documents import document_places, documents
from transforms.core.encoded_columns import coded
from transforms.core.exact import (
    Flags,
    Integers,
    day_numbers,
    first_days,
    half_even_share,
    month_number,
    months_of_days,
    sums,
    whole_numbers,
)
from transforms.core.periods import Period
from transforms.core.policy import CreditNoteDate
from transforms.core.rates import RateKind
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.subtotals import (
    earliest,
    in_entity_currency,
    in_order,
    subtotals,
    total,
)

_AMOUNTS = ("net_minor", "cost_minor", "lines_begun", "lines_over", "lines_uncosted")

_PIECES_AT_ONCE = 2_000_000
"""Months of lines held in memory at a time while they are spread."""


def recognised_until(net_minor: int, days_passed: int, days: int) -> int:
    """What of a line is earned after so many of its days.

    >>> [recognised_until(10_000, day, 365) for day in (0, 31, 365)]
    [0, 849, 10000]
    """
    passed = min(max(days_passed, 0), days)
    return int(half_even_share(np.array([net_minor]), passed, days)[0])


def revenue_lines(context: MetricContext) -> pd.DataFrame:
    """Lines of documents that count: `account_id` and `currency` (categorical), `net_minor`,
    `cost_minor` (may be missing) and the day numbers [`first_day`, `end_day`) it is earned on.
    """
    return context.by_account("revenue lines", lambda: _revenue_lines(context))


def _line_documents(context: MetricContext) -> Integers:
    """Where each line's document stands among those that count, −1 where it is none of them."""
    return document_places(context, context.tables.rows("invoice_lines"), "invoice_id")


def _revenue_lines(context: MetricContext) -> pd.DataFrame:
    lines, place = context.tables.rows("invoice_lines"), _line_documents(context)
    lines, place = lines.loc[place >= 0], place[place >= 0]
    issued = documents(context)
    is_invoice = (issued["document_kind"] == "invoice").to_numpy(dtype=np.bool_)[place]
    start, end = day_numbers(lines["service_start"]), day_numbers(lines["service_end"])
    has_service = (lines["service_start"].notna() & lines["service_end"].notna()).to_numpy()
    is_spread = is_invoice & has_service & (end - start > 1)
    earned_on = _revenue_days(context)[place]
    return pd.DataFrame(
        {
            "account_id": coded(lines["account_id"]).array,
            "currency": coded(lines["currency"]).array,
            "net_minor": whole_numbers(lines["net_minor"]),
            "cost_minor": lines["cost_minor"].array,
            "first_day": np.where(is_spread, start, earned_on),
            "end_day": np.where(is_spread, end, earned_on + 1),
        }
    )


def _revenue_days(context: MetricContext) -> Integers:
    """The day on which each document's unspread lines are earned: its issue, or by policy the
    issue of the invoice that a credit note takes back."""
    issued = documents(context)
    days = day_numbers(issued["issue_date"])
    if context.policy.credit_note_date is CreditNoteDate.ISSUE:
        return days
    original = document_places(context, issued, "credited_invoice_id")
    is_credit = (issued["document_kind"] == "credit_note").to_numpy(dtype=np.bool_)
    return np.where(is_credit & (original >= 0), days[original], days)


def monthly_revenue(context: MetricContext) -> pd.DataFrame:
    """Revenue by account, currency and month.

    `net_minor`; `lines_begun` and `lines_over`, the lines first and last earned in the month;
    `cost_minor`, the cost that lines carry, spread as their revenue; and `lines_uncosted`,
    lines with revenue whose cost is not known.
    """
    return context.by_account("monthly revenue", lambda: _monthly_revenue(revenue_lines(context)))


def _monthly_revenue(lines: pd.DataFrame) -> pd.DataFrame:
    is_whole = _month_counts(lines) == 1
    longer = lines.iloc[np.flatnonzero(~is_whole)]
    parts = [_whole(lines.iloc[np.flatnonzero(is_whole)])]
    parts += [_spread(longer.iloc[low:high]) for low, high in _chunks(longer)]
    if len(parts) == 1:
        return parts[0]
    together = pd.concat(parts, ignore_index=True)
    return subtotals(
        coded(together["account_id"]),
        coded(together["currency"]),
        whole_numbers(together["month"]),
        {name: whole_numbers(together[name]) for name in _AMOUNTS},
    )


def _whole(lines: pd.DataFrame) -> pd.DataFrame:
    """The subtotals of lines that lie within one month."""
    once = np.ones(len(lines), dtype=np.int64)
    return subtotals(
        lines["account_id"],
        lines["currency"],
        months_of_days(whole_numbers(lines["first_day"])),
        {
            "net_minor": whole_numbers(lines["net_minor"]),
            "cost_minor": whole_numbers(lines["cost_minor"]),
            "lines_begun": once,
            "lines_over": once,
            "lines_uncosted": _is_uncosted(lines).astype(np.int64),
        },
    )


def _is_uncosted(lines: pd.DataFrame) -> Flags:
    """Lines that earn something and do not say what it cost; lines of 0 are mere text."""
    earns = whole_numbers(lines["net_minor"]) != 0
    return lines["cost_minor"].isna().to_numpy(dtype=np.bool_) & earns


def _month_counts(lines: pd.DataFrame) -> Integers:
    last = months_of_days(whole_numbers(lines["end_day"]) - 1)
    return last - months_of_days(whole_numbers(lines["first_day"])) + 1


def _chunks(lines: pd.DataFrame) -> Iterator[tuple[int, int]]:
    pieces = np.cumsum(_month_counts(lines))
    low = 0
    while low < len(lines):
        done = pieces[low - 1] if low else 0
        high = max(int(np.searchsorted(pieces, done + _PIECES_AT_ONCE, side="right")), low + 1)
        yield low, high
        low = high


def _spread(lines: pd.DataFrame) -> pd.DataFrame:
    """The subtotals of some lines, each cut into its calendar months."""
    counts = _month_counts(lines)
    line = np.repeat(np.arange(len(lines)), counts)
    is_first, is_last = _ends(counts)
    first_day = whole_numbers(lines["first_day"])
    step = np.arange(len(line)) - np.repeat(np.cumsum(counts) - counts, counts)
    month = months_of_days(first_day)[line] + step
    days = whole_numbers(lines["end_day"]) - first_day
    passed = np.minimum(first_days(month + 1) - first_day[line], days[line])
    net, cost = whole_numbers(lines["net_minor"]), whole_numbers(lines["cost_minor"])
    return subtotals(
        lines["account_id"].iloc[line],
        lines["currency"].iloc[line],
        month,
        {
            "net_minor": _slices(net[line], passed, days[line], is_first),
            "cost_minor": _slices(cost[line], passed, days[line], is_first),
            "lines_begun": is_first.astype(np.int64),
            "lines_over": is_last.astype(np.int64),
            "lines_uncosted": _is_uncosted(lines)[line].astype(np.int64),
        },
    )


def _ends(counts: Integers) -> tuple[Flags, Flags]:
    """Which pieces are the first and the last of their line."""
    after = np.cumsum(counts)
    is_first = np.zeros(int(counts.sum()), dtype=np.bool_)
    is_last = is_first.copy()
    is_first[after - counts] = True
    is_last[after - 1] = True
    return is_first, is_last


def _slices(amounts: Integers, passed: Integers, days: Integers, is_first: Flags) -> Integers:
    """What each piece earns: the running share at its end less the one at its start."""
    until = half_even_share(amounts, passed, days)
    before = np.roll(until, 1)
    return until - np.where(is_first, 0, before)


def owned_revenue(context: MetricContext) -> pd.DataFrame:
    """`monthly_revenue` of these entities' accounts."""
    return context.shared("owned revenue", lambda: context.owned(monthly_revenue(context)))


def _converted(context: MetricContext, months_earlier: int) -> pd.DataFrame:
    """Subtotals in the entities' currencies, at average rates of so many months earlier."""

    def build() -> pd.DataFrame:
        owned = owned_revenue(context)
        months = whole_numbers(owned["month"]) - months_earlier
        return in_order(in_entity_currency(context, owned, "net_minor", RateKind.AVERAGE, months))

    return context.shared(f"revenue at rates {months_earlier} months earlier", build)


def revenue_between(
    context: MetricContext, start: int, end: int, months_earlier: int = 0
) -> pd.Series:
    """Recognised revenue of the months numbered [start, end) by entity, in minor units.

    0 where nothing was earned; missing where an average rate is. With `months_earlier`, at
    the rates of that many months before.
    """
    return total(context, _converted(context, months_earlier), start, end)


def revenue(context: MetricContext, period: Period) -> pd.Series:
    """Recognised revenue of a period by entity."""
    return revenue_between(context, month_number(period.start), month_number(period.end))


def revenue_rows(context: MetricContext, period: Period) -> pd.Series:
    """How many lines are earned in the period, in part or whole."""
    owned = owned_revenue(context)
    month = whole_numbers(owned["month"])
    begun = np.where(month < month_number(period.end), whole_numbers(owned["lines_begun"]), 0)
    over = np.where(month < month_number(period.start), whole_numbers(owned["lines_over"]), 0)
    index = context.currencies.index
    return pd.Series(sums(whole_numbers(owned["entity"]), begun - over, len(index)), index=index)


def first_revenue_month(context: MetricContext) -> pd.Series:
    """The number of the month of each entity's first line; missing where it has none."""

    def build() -> pd.DataFrame:
        return earliest(context, monthly_revenue(context), "month")

    return context.shared("first revenue months", build)["month"]


def first_revenue_day(context: MetricContext) -> pd.Series:
    """The day number of each entity's first earned day; missing where it has none."""

    def build() -> pd.DataFrame:
        lines = revenue_lines(context)
        first = lines.groupby("account_id", observed=True)["first_day"].min().reset_index()
        return earliest(context, first.astype({"account_id": "str"}), "first_day")

    return context.shared("first revenue days", build)["first_day"]


def earning_accounts(context: MetricContext, first_day: int, end_day: int) -> pd.DataFrame:
    """`account_id` of those that earned us something, net, on the days [first_day, end_day).

    Judged in each currency by itself, so that no exchange rate decides it.
    """
    near = revenue_lines(context)
    near = near.loc[_is_earned(near, first_day, end_day)]
    earned = subtotals(
        near["account_id"],
        near["currency"],
        np.zeros(len(near), dtype=np.int64),
        {"net_minor": _earned(near, first_day, end_day)},
    )
    return earned.loc[earned["net_minor"] > 0, ["account_id"]].drop_duplicates()


def _is_earned(lines: pd.DataFrame, first_day: int, end_day: int) -> Flags:
    """Which lines are earned, in part or whole, on the days [first_day, end_day)."""
    start, end = whole_numbers(lines["first_day"]), whole_numbers(lines["end_day"])
    return (start < end_day) & (end > first_day)


def _earned(lines: pd.DataFrame, first_day: int, end_day: int) -> Integers:
    """What of each line is earned on the days [first_day, end_day)."""
    start = whole_numbers(lines["first_day"])
    days = whole_numbers(lines["end_day"]) - start
    net = whole_numbers(lines["net_minor"])
    until = half_even_share(net, np.clip(end_day - start, 0, days), days)
    return until - half_even_share(net, np.clip(first_day - start, 0, days), days)


def earned_rows(context: MetricContext, first_day: int, end_day: int) -> pd.DataFrame:
    """The table's rows of lines that are earned on the days [first_day, end_day), with
    `earned_minor`, what of each is, and `first_day`, the day number it is first earned on."""
    lines, earned = context.tables.rows("invoice_lines"), revenue_lines(context)
    is_in = _is_earned(earned, first_day, end_day)
    near = earned.loc[is_in]
    rows = lines.loc[_line_documents(context) >= 0].loc[is_in]
    return rows.assign(
        earned_minor=_earned(near, first_day, end_day),
        first_day=whole_numbers(near["first_day"]),
    )
