"""What clients owe on a day, how long it is overdue, and money not yet set against anything."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from transforms.documents import (
    document_numbers,
    document_places,
    documents,
    owned_billings,
)
from transforms.exact import (
    NO_DAY,
    Flags,
    Integers,
    day_number,
    day_numbers,
    month_number,
    sums,
    whole_numbers,
)
from transforms.facts import Facts
from transforms.periods import Period
from transforms.rates import RateKind
from transforms.subtotals import (
    among,
    in_entity_currency,
    in_order,
    subtotals,
    total,
)
from transforms.texts import coded

BUCKETS = ("not_due", "1_30", "31_60", "61_90", "over_90")
"""By days past due: up to 0 (or no due date), then thirty at a time."""

_BUCKET_ENDS = (0, 30, 60, 90)


def ageing_bucket(days_past_due: int) -> str:
    """The bucket of an open item.

    >>> [ageing_bucket(days) for days in (-5, 0, 1, 30, 31, 90, 91)]
    ['not_due', 'not_due', '1_30', '1_30', '31_60', '61_90', 'over_90']
    """
    return BUCKETS[int(np.searchsorted(_BUCKET_ENDS, days_past_due))]


def settlements(facts: Facts) -> pd.DataFrame:
    """Payments that succeeded, refunds and credit notes: `account_id`, `currency`, `day`,
    `document` (the place of the invoice settled, or −1), `settled_minor`, `refunded_minor`.

    Money in another currency than the invoice it names settles nothing: two currencies are
    never subtracted from one another.
    """
    return facts.by_account("settlements", lambda: _settlements(facts))


def _payments(facts: Facts) -> pd.DataFrame:
    """Payments and refunds that moved money."""
    payments = facts.tables.rows("payments")
    return payments.loc[payments["status"] == "succeeded"]


def _credit_notes(facts: Facts) -> pd.DataFrame:
    issued = documents(facts)
    return issued.loc[issued["document_kind"] == "credit_note"]


def _settlements(facts: Facts) -> pd.DataFrame:
    paid, credits = _payments(facts), _credit_notes(facts)
    is_refund = (paid["payment_kind"] == "refund").to_numpy(dtype=np.bool_)
    amount = whole_numbers(paid["amount_minor"])
    return pd.concat(
        [
            _settling(
                facts,
                paid,
                "invoice_id",
                "paid_date",
                np.where(is_refund, 0, amount),
                np.where(is_refund, -amount, 0),
            ),
            _settling(
                facts,
                credits,
                "credited_invoice_id",
                "issue_date",
                -whole_numbers(credits["total_minor"]),
                np.zeros(len(credits), dtype=np.int64),
            ),
        ],
        ignore_index=True,
    )


def _settling(
    facts: Facts,
    rows: pd.DataFrame,
    names: str,
    dated: str,
    settled: Integers,
    refunded: Integers,
) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "account_id": rows["account_id"].array,
            "currency": rows["currency"].array,
            "day": day_numbers(rows[dated]),
            "document": _settled_document(facts, rows, names),
            "settled_minor": settled,
            "refunded_minor": refunded,
        }
    )


def _settled_document(facts: Facts, rows: pd.DataFrame, names: str) -> Integers:
    issued = documents(facts)
    place = document_places(facts, rows, names)
    if not len(issued):
        return place
    named = np.where(place >= 0, place, 0)
    is_invoice = document_numbers(facts)["is_invoice"].to_numpy()[named]
    is_same = issued["currency"].take(named).to_numpy() == rows["currency"].to_numpy()
    return np.where((place >= 0) & is_invoice & is_same, place, -1)


def open_items(facts: Facts, day: int) -> pd.DataFrame:
    """Invoices open on a day by account, currency and `bucket` (its place in `BUCKETS`):
    `open_minor` and `item_count`."""
    return facts.by_account(f"open items on {day}", lambda: _open_items(facts, day))


def _open_items(facts: Facts, day: int) -> pd.DataFrame:
    issued, items = document_numbers(facts), _open(facts, day)
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


def _open(facts: Facts, day: int) -> _Open:
    places, open_minor = _open_minor(facts, day)
    due = day_numbers(documents(facts)["due_date"].iloc[places])
    past_due = np.where(due == NO_DAY, 0, day - due)
    bucket = np.searchsorted(_BUCKET_ENDS, past_due).astype(np.int64)
    return _Open(places, open_minor, bucket)


def open_documents(facts: Facts, day: int) -> pd.DataFrame:
    """The rows of invoices open on a day, each with `open_minor` and its `bucket`."""
    items = _open(facts, day)
    rows = documents(facts).iloc[items.places]
    return rows.assign(open_minor=items.open_minor, bucket=items.bucket)


def _applied(facts: Facts, day: int, column: str) -> Integers:
    """What was settled or refunded up to a day on every document that existed by then."""
    issued = documents(facts)
    rows = settlements(facts)
    rows = rows.iloc[np.flatnonzero(_is_applied(facts, day) & (rows["day"] <= day).to_numpy())]
    return sums(whole_numbers(rows["document"]), whole_numbers(rows[column]), len(issued))


def _is_applied(facts: Facts, day: int) -> Flags:
    """Settlements that name an invoice issued by the day."""
    document = whole_numbers(settlements(facts)["document"])
    issue_day = document_numbers(facts)["issue_day"].to_numpy()
    if not len(issue_day):
        return np.zeros(len(document), dtype=np.bool_)
    return (document >= 0) & (issue_day[np.where(document >= 0, document, 0)] <= day)


def _is_owed(facts: Facts, day: int) -> Flags:
    """Invoices issued by the day that are not written off."""
    issued = document_numbers(facts)
    is_chased = issued["is_invoice"].to_numpy() & ~issued["is_written_off"].to_numpy()
    return is_chased & (issued["issue_day"].to_numpy() <= day)


def _open_minor(facts: Facts, day: int) -> tuple[Integers, Integers]:
    """The places of documents of which something is open, and what is."""
    is_owed = _is_owed(facts, day)
    if not facts.has("payments"):
        is_owed &= ~_is_settled(facts, day)
    places = np.flatnonzero(is_owed)
    asked = document_numbers(facts)["total_minor"].to_numpy()[places]
    left: Integers = asked - _applied(facts, day, "settled_minor")[places]
    if not facts.has("payments"):
        left = _with_exported_balances(facts, left, places)
    is_open = left > 0
    return places[is_open], left[is_open]


def _is_settled(facts: Facts, day: int) -> Flags:
    """Without payments the invoices themselves say what is paid, as of their export."""
    paid_on = documents(facts)["paid_date"].to_numpy()
    is_paid: Flags = document_numbers(facts)["is_paid"].to_numpy(dtype=np.bool_)
    return (paid_on < np.datetime64(day + 1, "D")) | (np.isnat(paid_on) & is_paid)


def _with_exported_balances(facts: Facts, left: Integers, places: Integers) -> Integers:
    """What is left of the documents at these places, as the export says it where it does.

    An invoice settled after the day has nothing due in the export, but was open on the day.
    """
    due = documents(facts)["amount_due_minor"].take(places)
    paid_on = documents(facts)["paid_date"].take(places)
    says_due = (due.notna() & paid_on.isna()).to_numpy(dtype=np.bool_)
    return np.where(says_due, whole_numbers(due), left)


def is_payment_unknown(facts: Facts, period: Period) -> pd.Series:
    """Whether an entity has an invoice of which nothing says if it was paid by the period's
    end: its balance is unknown then, not 0."""
    day = day_number(period.valuation_date)

    def build() -> pd.DataFrame:
        ours = facts.owned(silent_documents(facts, day)[["account_id"]])
        return pd.DataFrame({"is_unknown": among(facts, ours)}, index=facts.currencies.index)

    return facts.shared(f"unknown payments on {day}", build)["is_unknown"]


def silent_documents(facts: Facts, day: int) -> pd.DataFrame:
    """Invoices owed on a day of which nothing says if they were paid."""
    issued = documents(facts)
    if facts.has("payments"):
        return issued.iloc[:0]
    is_silent = document_numbers(facts)["is_silent"].to_numpy() & _is_owed(facts, day)
    silent = issued.iloc[np.flatnonzero(is_silent)]
    is_told = silent["paid_date"].notna() | silent["amount_due_minor"].notna()
    return silent.loc[~is_told.to_numpy(dtype=np.bool_)]


def unapplied(facts: Facts, day: int) -> pd.DataFrame:
    """By account and currency, `unapplied_minor` and `item_count`: payments and credit notes
    that settle no invoice, and what exceeds the invoice they name, less what was refunded."""
    return facts.by_account(f"unapplied on {day}", lambda: _unapplied(facts, day))


def _unapplied(facts: Facts, day: int) -> pd.DataFrame:
    loose, excess = _loose(facts, day), _excess(facts, day)
    together = pd.concat([loose, excess], ignore_index=True)
    return subtotals(
        coded(together["account_id"]),
        coded(together["currency"]),
        np.zeros(len(together), dtype=np.int64),
        {
            "unapplied_minor": whole_numbers(together["unapplied_minor"]),
            "item_count": whole_numbers(together["item_count"]),
        },
    )


def _loose(facts: Facts, day: int) -> pd.DataFrame:
    """What names no invoice, net of refunds that name none, never below 0."""
    rows = settlements(facts)
    is_loose = ~_is_applied(facts, day) & (rows["day"] <= day).to_numpy()
    rows = rows.iloc[np.flatnonzero(is_loose)]
    held = whole_numbers(rows["settled_minor"]) - whole_numbers(rows["refunded_minor"])
    added = subtotals(
        coded(rows["account_id"]),
        coded(rows["currency"]),
        np.zeros(len(rows), dtype=np.int64),
        {"unapplied_minor": held},
    )
    counted = added.rename(columns={"row_count": "item_count"})
    return counted.assign(unapplied_minor=counted["unapplied_minor"].clip(lower=0))


def _excess(facts: Facts, day: int) -> pd.DataFrame:
    """What was paid and credited beyond an invoice and not refunded."""
    named = overpaid_documents(facts, day)
    return pd.DataFrame(
        {
            "account_id": named["account_id"].array,
            "currency": named["currency"].array,
            "unapplied_minor": named["excess_minor"].array,
            "item_count": np.ones(len(named), dtype=np.int64),
        }
    )


def overpaid_documents(facts: Facts, day: int) -> pd.DataFrame:
    """The rows of invoices for which more was paid and credited by a day than they ask for."""
    settled, refunded = (_applied(facts, day, f"{way}_minor") for way in ("settled", "refunded"))
    touched = np.flatnonzero(settled)
    asked = np.maximum(document_numbers(facts)["total_minor"].to_numpy()[touched], 0)
    excess = settled[touched] - refunded[touched] - asked
    rows = documents(facts).iloc[touched[excess > 0]]
    return rows.assign(excess_minor=excess[excess > 0])


def settling_rows(
    facts: Facts, day: int, invoices: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows of payments, and of credit notes, set against any of these documents by a day."""
    names_one = np.isin(whole_numbers(settlements(facts)["document"]), invoices.index.to_numpy())
    return _settlement_rows(facts, _is_applied(facts, day) & names_one, day)


def loose_rows(facts: Facts, day: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows of payments, and of credit notes, that by a day settle no invoice."""
    return _settlement_rows(facts, ~_is_applied(facts, day), day)


def _settlement_rows(facts: Facts, is_wanted: Flags, day: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    kept = is_wanted & (settlements(facts)["day"] <= day).to_numpy()
    paid, credits = _payments(facts), _credit_notes(facts)
    return paid.loc[kept[: len(paid)]], credits.loc[kept[len(paid) :]]


def _at_month_end(facts: Facts, owned: pd.DataFrame, amount: str, day: Period) -> pd.DataFrame:
    months = np.full(len(owned), month_number(day.valuation_date))
    return in_entity_currency(facts, owned, amount, RateKind.MONTH_END, months)


def balance(facts: Facts, period: Period, first_bucket: int, end_bucket: int) -> pd.Series:
    """Open money at the valuation date in some buckets, by entity; missing without a rate."""
    day = day_number(period.valuation_date)

    def build() -> pd.DataFrame:
        owned = _owned_items(facts, day)
        owned = owned.assign(month=owned["bucket"])
        return in_order(_at_month_end(facts, owned, "open_minor", period))

    converted = facts.shared(f"balances on {day}", build)
    return total(facts, converted, first_bucket, end_bucket)


def _owned_items(facts: Facts, day: int) -> pd.DataFrame:
    def build() -> pd.DataFrame:
        return facts.owned(open_items(facts, day))

    return facts.shared(f"owned open items on {day}", build)


def item_rows(facts: Facts, period: Period, first_bucket: int, end_bucket: int) -> pd.Series:
    """How many invoices are open at the valuation date in some buckets, by entity."""
    owned = _owned_items(facts, day_number(period.valuation_date))
    bucket = whole_numbers(owned["bucket"])
    is_in = (bucket >= first_bucket) & (bucket < end_bucket)
    index = facts.currencies.index
    counted = np.where(is_in, whole_numbers(owned["item_count"]), 0)
    return pd.Series(sums(whole_numbers(owned["entity"]), counted, len(index)), index=index)


def unapplied_balance(facts: Facts, period: Period) -> tuple[pd.Series, pd.Series]:
    """Money not set against any invoice, by entity, missing without a rate; and how many
    settlements and invoices it stands in."""
    owned = facts.owned(unapplied(facts, day_number(period.valuation_date)))
    money = total(facts, _at_month_end(facts, owned, "unapplied_minor", period), 0, 1)
    counts = sums(whole_numbers(owned["entity"]), whole_numbers(owned["item_count"]), len(money))
    return money, pd.Series(counts, index=money.index)


def is_billed(facts: Facts) -> pd.Series:
    """Whether an entity has any document that counts, or any settlement, ever."""

    def build() -> pd.DataFrame:
        settled = facts.owned(settlements(facts)[["account_id"]].drop_duplicates())
        is_billed = among(facts, owned_billings(facts)) | among(facts, settled)
        return pd.DataFrame({"is_billed": is_billed}, index=facts.currencies.index)

    return facts.shared("billed entities", build)["is_billed"]
