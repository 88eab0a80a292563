"""The rows behind money figures: lines earned, agreements that ran, documents that were open."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from transforms.billing.documents import NEVER_COUNTED, documents
from transforms.billing.receivables import (
    loose_rows,
    open_documents,
    overpaid_documents,
    settling_rows,
    silent_documents,
)
from transforms.billing.revenue import earned_rows
from transforms.billing.subscription_history import pieces, versions
from transforms.core.exact import (
    day_number,
    day_numbers,
    month_number,
    months_of_days,
    whole_numbers,
)
from transforms.core.periods import Period
from transforms.metrics.explained import (
    Case,
    LeftOut,
    Selection,
    by_status,
    selection,
    selection_of,
)
from transforms.metrics.metric_context import MetricContext

_LINE_COLUMNS = ("invoice_id", "description", "service_start", "service_end", "net_minor")
_DOCUMENT_COLUMNS = ("document_kind", "invoice_number", "status", "issue_date", "due_date")
_PAYMENT_COLUMNS = ("payment_kind", "status", "paid_date", "invoice_id", "amount_minor", "currency")


def earned_lines(context: MetricContext, *windows: Period) -> tuple[Selection, ...]:
    """Invoice lines earned in any of the windows, and their documents."""
    return lines_of_days(context, [(day_number(w.start), day_number(w.end)) for w in windows])


def lines_of_days(
    context: MetricContext, windows: Iterable[tuple[int, int]]
) -> tuple[Selection, ...]:
    """Invoice lines earned on the days [start, end) of any window, and their documents.

    `earned_minor` is what of the line is earned in all windows together.
    """
    parts = pd.concat([earned_rows(context, *window) for window in windows])
    earned = parts.groupby(level=0)["earned_minor"].sum()
    lines = parts[~parts.index.duplicated()]
    return chosen_lines(context, lines.assign(earned_minor=earned))


def chosen_lines(
    context: MetricContext, lines: pd.DataFrame, otherwise: LeftOut = LeftOut.OUTSIDE_PERIOD
) -> tuple[Selection, ...]:
    """Some counted lines, with `earned_minor`, and their documents; why the others are not."""
    issued = documents(context)
    counted = context.rows("invoice_lines")["invoice_id"].isin(issued["invoice_id"])
    shown = (*_LINE_COLUMNS, "earned_minor", "currency")
    cases = ((~counted, LeftOut.DOCUMENT_NOT_COUNTED), (counted, otherwise))
    named = issued[issued["invoice_id"].isin(lines["invoice_id"])]
    return (
        selection(context, "invoice_lines", lines, shown, *cases),
        _documents(context, named, (*_DOCUMENT_COLUMNS[:4], "currency")),
    )


def subscriptions(context: MetricContext, entered: pd.DataFrame, otherwise: LeftOut) -> Selection:
    """The versions of subscriptions behind some pieces of `subscription_history`, among all of
    the entity's; why others that count are not. A version is the row that held on its days."""
    every = versions(context)
    named = pieces(context)
    rows = context.owned(every.assign(counts=every.index.isin(named["version"])))
    shown = ("product_id", "status", "valid_from", "valid_until", *_SUBSCRIPTION_COLUMNS)
    held = every.iloc[np.unique(whole_numbers(entered["version"]))]
    return selection_of(
        rows,
        "subscription_versions",
        held,
        shown,
        (rows["is_trial"], LeftOut.TRIAL),
        (rows["is_metered"], LeftOut.METERED),
        (rows["status"].isin(_NEVER_PAID), LeftOut.NOT_PAYING),
        (~rows["counts"], LeftOut.NEVER_RAN),
        (rows["subscription_id"].notna(), otherwise),
    )


_SUBSCRIPTION_COLUMNS = ("start_date", "end_date", "yearly_minor", "currency")
_NEVER_PAID = ("trialing", "unpaid", "incomplete")


def running_at_ends(context: MetricContext, *months: int) -> Selection:
    """Versions of subscriptions that count on the last day of any of these months."""
    paying = pieces(context)
    runs = np.zeros(len(paying), dtype=np.bool_)
    for month in months:
        started = whole_numbers(paying["start_month"]) <= month
        runs |= started & (whole_numbers(paying["end_month"]) > month)
    return subscriptions(context, paying.loc[runs], LeftOut.NOT_RUNNING)


def issued_documents(context: MetricContext, first_month: int, end_month: int) -> Selection:
    """Documents that count, issued in the months numbered [first_month, end_month)."""
    return _documents(
        context,
        _issued_in(context, first_month, end_month),
        (*_DOCUMENT_COLUMNS[:4], "net_minor", "currency"),
    )


def _issued_in(context: MetricContext, first_month: int, end_month: int) -> pd.DataFrame:
    issued = documents(context)
    months = months_of_days(day_numbers(issued["issue_date"]))
    return issued[(months >= first_month) & (months < end_month)]


def open_items(
    context: MetricContext,
    items: pd.DataFrame,
    period: Period,
    otherwise: LeftOut = LeftOut.OTHER_AGE,
) -> tuple[Selection, ...]:
    """Some open documents (with `open_minor`) and what was set against them; `otherwise` says
    why other open ones are not among them."""
    rows, end = context.rows("invoices"), pd.Timestamp(period.end)
    return _settled(
        context,
        items,
        *settling_rows(context, day_number(period.valuation_date), items),
        "open_minor",
        (rows["issue_date"] >= end, LeftOut.OUTSIDE_PERIOD),
        (rows["document_kind"] == "credit_note", LeftOut.ANOTHER_DOCUMENT),
        (rows["status"] == "uncollectible", LeftOut.WRITTEN_OFF),
        (rows["invoice_id"].isin(_open_ids(context, period)), otherwise),
        (rows["invoice_id"].notna(), LeftOut.SETTLED),
    )


def billed_items(
    context: MetricContext, items: pd.DataFrame, period: Period, months_back: int
) -> tuple[Selection, ...]:
    """Open documents, those of the months billed before the day, and what settles them."""
    last = month_number(period.valuation_date)
    billed = _issued_in(context, last - months_back + 1, last + 1)
    every = pd.concat([items, billed[~billed.index.isin(items.index)]])
    settling = settling_rows(context, day_number(period.valuation_date), every)
    return _settled(context, every, *settling, "open_minor")


def unapplied_items(context: MetricContext, period: Period) -> tuple[Selection, ...]:
    """Money that settles nothing, and invoices paid beyond what they ask for."""
    day = day_number(period.valuation_date)
    silent = silent_documents(context, day).assign(excess_minor=0)  # they make it unknown
    over = _together(overpaid_documents(context, day), silent)
    against, loose = settling_rows(context, day, over), loose_rows(context, day)
    paid, credits = _together(against[0], loose[0]), _together(against[1], loose[1])
    rows = context.rows("invoices")
    is_past = rows["issue_date"] < pd.Timestamp(period.end)
    return _settled(
        context, over, paid, credits, "excess_minor", (is_past, LeftOut.ANOTHER_DOCUMENT)
    )


def _together(some: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    """The rows of both, those that are in both once."""
    return pd.concat([some, others.loc[~others.index.isin(some.index)]])


def cost_rows(context: MetricContext, period: Period, kinds: tuple[str, ...]) -> Selection:
    """Cost rows of some kinds in the period's months."""
    rows = context.rows("costs")
    months = months_of_days(day_numbers(rows["month"]))
    first, end = month_number(period.start), month_number(period.end)
    is_kind = rows["cost_kind"].isin(kinds)
    return selection(
        context,
        "costs",
        rows[is_kind & (months >= first) & (months < end)],
        ("amount_minor", "currency"),
        (~is_kind, LeftOut.OTHER_COST),
    )


def _settled(
    context: MetricContext,
    items: pd.DataFrame,
    paid: pd.DataFrame,
    credits: pd.DataFrame,
    amount: str,
    *cases: Case,
) -> tuple[Selection, ...]:
    entered = pd.concat([items, credits[~credits.index.isin(items.index)]])
    shown = (*_DOCUMENT_COLUMNS, "total_minor", amount, "currency")
    chosen = (_documents(context, entered, shown, *cases),)
    if not context.has("payments"):
        return chosen
    rows = context.rows("payments")
    names_another = rows["invoice_id"].notna() & ~rows["invoice_id"].isin(items["invoice_id"])
    other = (names_another, LeftOut.ANOTHER_DOCUMENT)
    made = selection(context, "payments", paid, _PAYMENT_COLUMNS, *by_status(rows), other)
    return (*chosen, made)


def _open_ids(context: MetricContext, period: Period) -> pd.Series:
    return open_documents(context, day_number(period.valuation_date))["invoice_id"]


def _documents(
    context: MetricContext, entered: pd.DataFrame, shown: tuple[str, ...], *cases: Case
) -> Selection:
    rows = context.rows("invoices")
    never = tuple(case for case in by_status(rows) if case[1].value in NEVER_COUNTED)
    return selection(context, "invoices", entered, shown, *never, *cases)
