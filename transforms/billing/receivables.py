"""What clients owe on a day, how long it is overdue, and money not yet set against anything."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from transforms.billing.documents import (
    document_numbers,
    document_places,
    documents,
    owned_billings,
)
from transforms.core.encoded_columns import coded
from transforms.core.exact import (
    NO_DAY,
    Flags,
    Integers,
    day_number,
    day_numbers,
    month_number,
    sums,
    whole_numbers,
)
from transforms.core.periods import Period
from transforms.core.rates import RateKind
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.subtotals import (
    among,
    in_entity_currency,
    in_order,
    subtotals,
    total,
)

BUCKETS = ("not_due", "1_30", "31_60", "61_90", "over_90")
"""By days past due: up to 0 (or no due date), then thirty at a time."""

_BUCKET_ENDS = (0, 30, 60, 90)

_LAST_DAY = int(np.iinfo(np.int64).max)


def ageing_bucket(days_past_due: int) -> str:
    """The bucket of an open item.

    >>> [ageing_bucket(days) for days in (-5, 0, 1, 30, 31, 90, 91)]
    ['not_due', 'not_due', '1_30', '1_30', '31_60', '61_90', 'over_90']
    """
    return BUCKETS[int(np.searchsorted(_BUCKET_ENDS, days_past_due))]


def settlements(context: MetricContext) -> pd.DataFrame:
    """Payments that succeeded, refunds and credit notes: `account_id`, `currency`, `day`,
    `document` (the place of the invoice settled, or −1), `settled_minor`, `refunded_minor`,
    and `unnamed_minor`, what counts where no invoice is named: of a credit note that says what
    remains of it, only that.

    Money in another currency than the invoice it names settles nothing: two currencies are
    never subtracted from one another.
    """
    return context.by_account("settlements", lambda: _settlements(context))


def _payments(context: MetricContext) -> pd.DataFrame:
    """Payments and refunds that moved money."""
    payments = context.tables.rows("payments")
    return payments.loc[payments["status"] == "succeeded"]


def _credit_notes(context: MetricContext) -> pd.DataFrame:
    issued = documents(context)
    return issued.loc[issued["document_kind"] == "credit_note"]


def _settlements(context: MetricContext) -> pd.DataFrame:
    paid, credits = _payments(context), _credit_notes(context)
    is_refund = (paid["payment_kind"] == "refund").to_numpy(dtype=np.bool_)
    amount = whole_numbers(paid["amount_minor"])
    return pd.concat(
        [
            _settling(
                context,
                paid,
                "invoice_id",
                "paid_date",
                np.where(is_refund, 0, amount),
                np.where(is_refund, -amount, 0),
                np.where(is_refund, 0, amount),
            ),
            _settling(
                context,
                credits,
                "credited_invoice_id",
                "issue_date",
                -whole_numbers(credits["total_minor"]),
                np.zeros(len(credits), dtype=np.int64),
                _remaining_credit(credits),
            ),
        ],
        ignore_index=True,
    )


def _remaining_credit(credits: pd.DataFrame) -> Integers:
    """What a credit note says is left of it, else all of it."""
    due = credits["amount_due_minor"]
    is_used = (credits["status"] == "paid").to_numpy(dtype=np.bool_)
    whole = -whole_numbers(credits["total_minor"])
    is_told = due.notna().to_numpy(dtype=np.bool_)
    left = np.where(is_told, np.abs(whole_numbers(due.fillna(0))), whole)
    return np.where(is_used & ~is_told, 0, left)


def _settling(
    context: MetricContext,
    rows: pd.DataFrame,
    names: str,
    dated: str,
    settled: Integers,
    refunded: Integers,
    unnamed: Integers,
) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "account_id": rows["account_id"].array,
            "currency": rows["currency"].array,
            "day": day_numbers(rows[dated]),
            "document": _settled_document(context, rows, names),
            "settled_minor": settled,
            "refunded_minor": refunded,
            "unnamed_minor": unnamed,
        }
    )


def _settled_document(context: MetricContext, rows: pd.DataFrame, names: str) -> Integers:
    issued = documents(context)
    place = document_places(context, rows, names)
    if not len(issued):
        return place
    named = np.where(place >= 0, place, 0)
    is_invoice = document_numbers(context)["is_invoice"].to_numpy()[named]
    is_same = issued["currency"].take(named).to_numpy() == rows["currency"].to_numpy()
    return np.where((place >= 0) & is_invoice & is_same, place, -1)


def open_items(context: MetricContext, day: int) -> pd.DataFrame:
    """Invoices open on a day by account, currency and `bucket` (its place in `BUCKETS`):
    `open_minor` and `item_count`."""
    return context.by_account(f"open items on {day}", lambda: _open_items(context, day))


def _open_items(context: MetricContext, day: int) -> pd.DataFrame:
    issued, items = document_numbers(context), _open(context, day)
    added = subtotals(
        issued["account_id"].take(items.places),
        issued["currency"].take(items.places),
        items.bucket,
        {"open_minor": items.open_minor},
    )
    return added.rename(columns={"month": "bucket", "row_count": "item_count"})


@dataclass(frozen=True)
class _Open:
    """Invoices open on a day: their places among the documents, what is open, how old it is."""

    places: Integers
    open_minor: Integers
    bucket: Integers


def _open(context: MetricContext, day: int) -> _Open:
    places, open_minor = _open_minor(context, day)
    due = day_numbers(documents(context)["due_date"].iloc[places])
    past_due = np.where(due == NO_DAY, 0, day - due)
    bucket = np.searchsorted(_BUCKET_ENDS, past_due).astype(np.int64)
    return _Open(places, open_minor, bucket)


def open_documents(context: MetricContext, day: int) -> pd.DataFrame:
    """The rows of invoices open on a day, each with `open_minor` and its `bucket`."""
    items = _open(context, day)
    rows = documents(context).iloc[items.places]
    return rows.assign(open_minor=items.open_minor, bucket=items.bucket)


def _applied(context: MetricContext, day: int, column: str) -> Integers:
    """What was settled or refunded up to a day on every document that existed by then."""
    issued = documents(context)
    rows = settlements(context)
    rows = rows.iloc[np.flatnonzero(_is_applied(context, day) & (rows["day"] <= day).to_numpy())]
    return sums(whole_numbers(rows["document"]), whole_numbers(rows[column]), len(issued))


def _is_applied(context: MetricContext, day: int) -> Flags:
    """Settlements that name an invoice issued by the day."""
    document = whole_numbers(settlements(context)["document"])
    issue_day = document_numbers(context)["issue_day"].to_numpy()
    if not len(issue_day):
        return np.zeros(len(document), dtype=np.bool_)
    return (document >= 0) & (issue_day[np.where(document >= 0, document, 0)] <= day)


def _is_owed(context: MetricContext, day: int) -> Flags:
    """Invoices issued by the day that are not written off."""
    issued = document_numbers(context)
    is_chased = issued["is_invoice"].to_numpy() & ~issued["is_written_off"].to_numpy()
    return is_chased & (issued["issue_day"].to_numpy() <= day)


def _open_minor(context: MetricContext, day: int) -> tuple[Integers, Integers]:
    """The places of documents of which something is open, and what is."""
    places = np.flatnonzero(_is_owed(context, day))
    asked = document_numbers(context)["total_minor"].to_numpy()[places]
    left: Integers = asked - _settled(context, day)[places]
    is_open = left > 0
    return places[is_open], left[is_open]


def _settled(context: MetricContext, day: int) -> Integers:
    """What was settled of every document by a day: what we see, and what it says beyond that."""
    seen = _applied(context, day, "settled_minor")
    told = seen + _told_beside(context, day)
    return np.maximum(told, np.minimum(seen, 0))


def _told_beside(context: MetricContext, day: int) -> Integers:
    """By how much more than what we see each invoice says that it was settled by a day; below 0
    where it says less. 0 where it says nothing.

    A document is believed over payments that we cannot see (a customer's balance, cash, another
    bank), and over what we set against it and it does not. Their day is the one on which it says
    that it was paid in full, else the day of issue.
    """
    beside = _beside(context)
    return np.where(beside["day"].to_numpy() <= day, beside["beside_minor"].to_numpy(), 0)


def _beside(context: MetricContext) -> pd.DataFrame:
    """Every document's `beside_minor`, the `day` from which it counts, and `is_dated`: whether
    the document says that day."""
    return context.by_account("told beside", lambda: _built_beside(context))


def _built_beside(context: MetricContext) -> pd.DataFrame:
    issued, numbers = documents(context), document_numbers(context)
    due = issued["amount_due_minor"]
    is_paid = numbers["is_paid"].to_numpy(dtype=np.bool_)
    paid_on = issued["paid_date"]
    is_dated = paid_on.notna().to_numpy(dtype=np.bool_)
    is_told = numbers["is_invoice"].to_numpy(dtype=np.bool_) & (
        is_paid | is_dated | due.notna().to_numpy(dtype=np.bool_)
    )
    left = np.where(is_paid | is_dated, 0, whole_numbers(due.fillna(0)))
    asked = numbers["total_minor"].to_numpy()
    seen = _applied(context, _LAST_DAY, "settled_minor")
    # More than it asks for is an excess to be told, and settles nothing further.
    beside = np.maximum(asked - left, 0) - np.minimum(seen, np.maximum(asked, 0))
    day = np.where(is_dated, day_numbers(paid_on), numbers["issue_day"].to_numpy())
    return pd.DataFrame(
        {"beside_minor": np.where(is_told, beside, 0), "day": day, "is_dated": is_dated}
    )


def is_payment_unknown(context: MetricContext, period: Period) -> pd.Series:
    """Whether an entity has an invoice of which nothing says if it was paid by the period's
    end: its balance is unknown then, not 0."""
    day = day_number(period.valuation_date)

    def build() -> pd.DataFrame:
        ours = context.owned(silent_documents(context, day)[["account_id"]])
        return pd.DataFrame({"is_unknown": among(context, ours)}, index=context.currencies.index)

    return context.shared(f"unknown payments on {day}", build)["is_unknown"]


def silent_documents(context: MetricContext, day: int) -> pd.DataFrame:
    """Invoices owed on a day of which nothing says if they were paid."""
    issued = documents(context)
    if context.has("payments"):
        return issued.iloc[:0]
    is_silent = document_numbers(context)["is_silent"].to_numpy() & _is_owed(context, day)
    silent = issued.iloc[np.flatnonzero(is_silent)]
    is_told = silent["paid_date"].notna() | silent["amount_due_minor"].notna()
    return silent.loc[~is_told.to_numpy(dtype=np.bool_)]


def unapplied(context: MetricContext, day: int) -> pd.DataFrame:
    """By account and currency, `unapplied_minor` and `item_count`: payments and credit notes
    that settle no invoice, and what exceeds the invoice they name, less what was refunded."""
    return context.by_account(f"unapplied on {day}", lambda: _unapplied(context, day))


def _unapplied(context: MetricContext, day: int) -> pd.DataFrame:
    loose, excess = _loose(context, day), _excess(context, day)
    together = pd.concat([loose, excess, _taken_up(context, day, loose)], ignore_index=True)
    added = subtotals(
        coded(together["account_id"]),
        coded(together["currency"]),
        np.zeros(len(together), dtype=np.int64),
        {
            "unapplied_minor": whole_numbers(together["unapplied_minor"]),
            "item_count": whole_numbers(together["item_count"]),
        },
    )
    return added.assign(unapplied_minor=added["unapplied_minor"].clip(lower=0))


def _taken_up(context: MetricContext, day: int, loose: pd.DataFrame) -> pd.DataFrame:
    """What invoices say of their settlement beyond what we see: money that names no invoice has
    gone there, so it is not unapplied. What they say less stays with the client.

    Money cannot have settled what was paid in full before it came. Without payments nothing is
    known of the rest, and only what invoices say less counts.
    """
    beside, told = _told_beside(context, day), _beside(context)
    issued = documents(context)
    places = np.flatnonzero(_is_owed(context, day) & (beside != 0))
    rows = pd.DataFrame(
        {
            "account_id": issued["account_id"].take(places).array,
            "currency": issued["currency"].take(places).array,
            "unapplied_minor": -beside[places],
            "item_count": (beside[places] < 0).astype(np.int64),
            "paid_day": np.where(told["is_dated"], told["day"], _LAST_DAY)[places],
        }
    )
    if not context.has("payments"):
        return rows.loc[rows["unapplied_minor"] > 0]
    first = loose.groupby(["account_id", "currency"], as_index=False)["day"].min()
    rows = rows.merge(first, on=["account_id", "currency"], how="left")
    return rows.loc[(rows["unapplied_minor"] > 0) | ~(rows["paid_day"] < rows["day"])]


def _loose(context: MetricContext, day: int) -> pd.DataFrame:
    """What names no invoice, net of refunds that name none, never below 0; and the `day` on
    which the first of it came."""
    rows = settlements(context)
    is_loose = ~_is_applied(context, day) & (rows["day"] <= day).to_numpy()
    rows = rows.iloc[np.flatnonzero(is_loose)]
    held = whole_numbers(rows["unnamed_minor"]) - whole_numbers(rows["refunded_minor"])
    by = ["account_id", "currency"]
    grouped = rows[[*by, "day"]].assign(unapplied_minor=held).groupby(by, as_index=False)
    added = grouped.agg(
        unapplied_minor=("unapplied_minor", "sum"),
        item_count=("day", "size"),
        day=("day", "min"),
    )
    return added.assign(unapplied_minor=added["unapplied_minor"].clip(lower=0))


def _excess(context: MetricContext, day: int) -> pd.DataFrame:
    """What was paid and credited beyond an invoice and not refunded."""
    named = overpaid_documents(context, day)
    return pd.DataFrame(
        {
            "account_id": named["account_id"].array,
            "currency": named["currency"].array,
            "unapplied_minor": named["excess_minor"].array,
            "item_count": np.ones(len(named), dtype=np.int64),
        }
    )


def overpaid_documents(context: MetricContext, day: int) -> pd.DataFrame:
    """The rows of invoices for which more was paid and credited by a day than they ask for."""
    settled, refunded = (_applied(context, day, f"{way}_minor") for way in ("settled", "refunded"))
    touched = np.flatnonzero(settled)
    asked = np.maximum(document_numbers(context)["total_minor"].to_numpy()[touched], 0)
    excess = settled[touched] - refunded[touched] - asked
    rows = documents(context).iloc[touched[excess > 0]]
    return rows.assign(excess_minor=excess[excess > 0])


def settling_rows(
    context: MetricContext, day: int, invoices: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows of payments, and of credit notes, set against any of these documents by a day."""
    names_one = np.isin(whole_numbers(settlements(context)["document"]), invoices.index.to_numpy())
    return _settlement_rows(context, _is_applied(context, day) & names_one, day)


def loose_rows(context: MetricContext, day: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows of payments, and of credit notes, that by a day settle no invoice."""
    return _settlement_rows(context, ~_is_applied(context, day), day)


def _settlement_rows(
    context: MetricContext, is_wanted: Flags, day: int
) -> tuple[pd.DataFrame, pd.DataFrame]:
    kept = is_wanted & (settlements(context)["day"] <= day).to_numpy()
    paid, credits = _payments(context), _credit_notes(context)
    return paid.loc[kept[: len(paid)]], credits.loc[kept[len(paid) :]]


def _at_month_end(
    context: MetricContext, owned: pd.DataFrame, amount: str, day: Period
) -> pd.DataFrame:
    months = np.full(len(owned), month_number(day.valuation_date))
    return in_entity_currency(context, owned, amount, RateKind.MONTH_END, months)


def balance(
    context: MetricContext, period: Period, first_bucket: int, end_bucket: int
) -> pd.Series:
    """Open money at the valuation date in some buckets, by entity; missing without a rate."""
    day = day_number(period.valuation_date)

    def build() -> pd.DataFrame:
        owned = _owned_items(context, day)
        owned = owned.assign(month=owned["bucket"])
        return in_order(_at_month_end(context, owned, "open_minor", period))

    converted = context.shared(f"balances on {day}", build)
    return total(context, converted, first_bucket, end_bucket)


def _owned_items(context: MetricContext, day: int) -> pd.DataFrame:
    def build() -> pd.DataFrame:
        return context.owned(open_items(context, day))

    return context.shared(f"owned open items on {day}", build)


def item_rows(
    context: MetricContext, period: Period, first_bucket: int, end_bucket: int
) -> pd.Series:
    """How many invoices are open at the valuation date in some buckets, by entity."""
    owned = _owned_items(context, day_number(period.valuation_date))
    bucket = whole_numbers(owned["bucket"])
    is_in = (bucket >= first_bucket) & (bucket < end_bucket)
    index = context.currencies.index
    counted = np.where(is_in, whole_numbers(owned["item_count"]), 0)
    return pd.Series(sums(whole_numbers(owned["entity"]), counted, len(index)), index=index)


def unapplied_balance(context: MetricContext, period: Period) -> tuple[pd.Series, pd.Series]:
    """Money not set against any invoice, by entity, missing without a rate; and how many
    settlements and invoices it stands in."""
    owned = context.owned(unapplied(context, day_number(period.valuation_date)))
    money = total(context, _at_month_end(context, owned, "unapplied_minor", period), 0, 1)
    counts = sums(whole_numbers(owned["entity"]), whole_numbers(owned["item_count"]), len(money))
    return money, pd.Series(counts, index=money.index)


def is_billed(context: MetricContext) -> pd.Series:
    """Whether an entity has any document that counts, or any settlement, ever."""

    def build() -> pd.DataFrame:
        settled = context.owned(settlements(context)[["account_id"]].drop_duplicates())
        is_billed = among(context, owned_billings(context)) | among(context, settled)
        return pd.DataFrame({"is_billed": is_billed}, index=context.currencies.index)

    return context.shared("billed entities", build)["is_billed"]
