"""How a client is invoiced and pays, by its own invoices of a year."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

import pandas as pd

from transforms.billing.invoiced_parts import counted_documents, issued_in
from transforms.core.cells import Row, by_entity, day_of, text_of, whole_of
from transforms.core.periods import Period
from transforms.metrics.metric_context import MetricContext
from transforms.renewals.value import INTERVALS, YEAR_DAYS, YEAR_MONTHS

_MONTH_DAYS = YEAR_DAYS / YEAR_MONTHS


@dataclass(frozen=True)
class PaymentHabit:
    """What the invoices of the trailing twelve months say."""

    months: int
    """Between two invoices."""
    days: int | None
    """Median from the start of what an invoice is for to its payment in full, never below 0; None
    where no payment is known."""
    invoices: int
    paid: int
    """Of them, those whose payment is known."""


@dataclass(frozen=True)
class BilledInvoice:
    """One invoice with what its lines say of the service it is for."""

    issue_date: date
    paid_date: date | None
    """In full, as far as it was by the valuation date."""
    net_minor: int
    service_start: date | None
    service_end: date | None

    @property
    def start(self) -> date:
        """From when the client has what it pays for; the issue where nobody says."""
        return self.service_start or self.issue_date


def payment_habits(
    context: MetricContext, period: Period, clients: Collection[str]
) -> dict[str, PaymentHabit]:
    """By client, of those that have an invoice with an amount."""
    issued = issued_in(counted_documents(context), period.trailing_twelve)
    is_ours = issued["entity_id"].isin(list(clients)) & (issued["document_kind"] == "invoice")
    ours = issued[is_ours & (issued["net_minor"] > 0)]
    if ours.empty:
        return {}
    lines = context.rows("invoice_lines")
    served = lines[lines["service_end"] > lines["service_start"]].groupby("invoice_id")
    spans = served.agg(service_start=("service_start", "min"), service_end=("service_end", "max"))
    whole = ours.merge(spans, left_on="invoice_id", right_index=True, how="left")
    settled = _settled(context, period.valuation_date)
    ordered = whole.sort_values(["issue_date", "invoice_id"])
    found = by_entity(ordered, lambda row: _invoice(row, settled, period.valuation_date))
    return {client: habit_of(invoices) for client, invoices in found.items()}


def _settled(context: MetricContext, on: date) -> dict[str, date]:
    """The day on which payments reached an invoice's total, by invoice."""
    if not context.has("payments"):
        return {}
    rows = context.rows("payments")
    counts = (rows["status"] == "succeeded") & (rows["paid_date"] <= pd.Timestamp(on))
    paid = rows[counts].sort_values("paid_date", kind="stable")
    by_invoice = paid.groupby("invoice_id")
    sums, last = by_invoice["amount_minor"].sum(), by_invoice["paid_date"].max()
    totals = context.rows("invoices").set_index("invoice_id")["total_minor"]
    is_whole = sums >= totals.reindex(sums.index)
    return {str(key): day.date() for key, day in last[is_whole.fillna(False)].items()}


def _invoice(row: Row, settled: dict[str, date], on: date) -> BilledInvoice | None:
    if (issued := day_of(row["issue_date"])) is None:
        return None
    paid = day_of(row["paid_date"]) or settled.get(text_of(row["invoice_id"]))
    return BilledInvoice(
        issue_date=issued,
        paid_date=paid if paid is not None and paid <= on else None,
        net_minor=whole_of(row["net_minor"]),
        service_start=day_of(row["service_start"]),
        service_end=day_of(row["service_end"]),
    )


def habit_of(invoices: Sequence[BilledInvoice]) -> PaymentHabit:
    """Of a client's invoices, the oldest first; there is at least one.

    >>> quarter = [BilledInvoice(date(2026, month, 1), date(2026, month, 16), 300,
    ...                          date(2026, month, 1), date(2026, month + 3, 1))
    ...            for month in (1, 4, 7)]
    >>> habit_of(quarter)
    PaymentHabit(months=3, days=15, invoices=3, paid=3)
    """
    days = [max(0, (item.paid_date - item.start).days) for item in invoices if item.paid_date]
    return PaymentHabit(
        months=_months(invoices),
        days=round(median(days)) if days else None,
        invoices=len(invoices),
        paid=len(days),
    )


def _months(invoices: Sequence[BilledInvoice]) -> int:
    """The interval that most of the money is invoiced in: by the service that lines name, else
    by the days between invoices; yearly where a single invoice says nothing."""
    money: dict[int, int] = dict.fromkeys(INTERVALS, 0)
    for item in invoices:
        if item.service_start is not None and item.service_end is not None:
            money[_nearest((item.service_end - item.service_start).days)] += item.net_minor
    if any(money.values()):
        return max(money, key=lambda months: money[months])
    issued = sorted({item.issue_date for item in invoices})
    gaps = [(later - day).days for day, later in pairwise(issued)]
    return _nearest(median(gaps)) if gaps else YEAR_MONTHS


def _nearest(days: float) -> int:
    return min(INTERVALS, key=lambda months: abs(months * _MONTH_DAYS - days))
