"""What clients owe on a day, item by item."""

from calendar import monthrange
from datetime import date

from transforms.core.periods import Period

from .company import Answer, Company, NoRate, Row, added, after, month_of
from .earned import counted_documents

BUCKETS = ("not_due", "1_30", "31_60", "61_90", "over_90")


def _settlements(company: Company, day: date) -> list[tuple[Row, str | None, int, int]]:
    """(row, invoice named, settled, refunded) up to a day."""
    found: list[tuple[Row, str | None, int, int]] = []
    for row in company.payments or []:
        if row["status"] == "succeeded" and row["paid_date"] <= day:
            amount = row["amount_minor"]
            pair = (0, -amount) if row["payment_kind"] == "refund" else (amount, 0)
            found.append((row, row["invoice_id"], *pair))
    for row in counted_documents(company).values():
        if row["document_kind"] == "credit_note" and row["issue_date"] <= day:
            found.append((row, row["credited_invoice_id"], -row["total_minor"], 0))
    return found


def _named(company: Company, row: Row, name: str | None, day: date) -> Row | None:
    """The invoice that a settlement settles, if there is one by the day."""
    invoice = counted_documents(company).get(name or "")
    if invoice is None or invoice["document_kind"] != "invoice":
        return None
    is_there = invoice["issue_date"] <= day and invoice["currency"] == row["currency"]
    is_theirs = company.owners[invoice["account_id"]] == company.owners[row["account_id"]]
    return invoice if is_there and is_theirs else None


def _of_invoice(company: Company, invoice: Row, day: date) -> tuple[int, int]:
    settled = refunded = 0
    for row, name, paid, returned in _settlements(company, day):
        if name == invoice["invoice_id"] and _named(company, row, name, day):
            settled, refunded = settled + paid, refunded + returned
    return settled, refunded


def open_minor(company: Company, invoice: Row, day: date) -> int:
    if (
        invoice["document_kind"] != "invoice"
        or invoice["status"] == "uncollectible"
        or invoice["issue_date"] > day
    ):
        return 0
    return max(invoice["total_minor"] - _settled(company, invoice, day), 0)


def _settled(company: Company, invoice: Row, day: date) -> int:
    """What is seen of an invoice's settlement, and what it says itself beyond that."""
    seen = _of_invoice(company, invoice, day)[0]
    return max(seen + _beside(company, invoice, day), min(seen, 0))


def _beside(company: Company, invoice: Row, day: date) -> int:
    says_paid = invoice["status"] == "paid" or invoice["paid_date"] is not None
    if not says_paid and invoice["amount_due_minor"] is None:
        return 0
    if (invoice["paid_date"] or invoice["issue_date"]) > day:
        return 0
    left = 0 if says_paid else invoice["amount_due_minor"]
    asked = invoice["total_minor"]
    seen = _of_invoice(company, invoice, date.max)[0]
    return max(asked - left, 0) - min(seen, max(asked, 0))


def _bucket(invoice: Row, day: date) -> str:
    past = (day - invoice["due_date"]).days if invoice["due_date"] else 0
    for name, end in zip(BUCKETS, (0, 30, 60, 90), strict=False):
        if past <= end:
            return name
    return BUCKETS[-1]


def balances(
    company: Company, client: str, day: date, buckets: tuple[str, ...] = BUCKETS
) -> dict[str, int]:
    """By bucket, of these; raises NoRate."""
    parts = added(
        (
            (row["account_id"], row["currency"], _bucket(row, day)),
            open_minor(company, row, day),
        )
        for row in company.of(client, counted_documents(company).values())
    )
    return added(
        (bucket, company.converted(client, "month_end", minor, currency, month_of(day)))
        for (_, currency, bucket), minor in parts.items()
        if bucket in buckets
    )


def _unnamed(row: Row, settled: int) -> int:
    """What counts of a settlement that names no invoice."""
    if "document_kind" not in row:
        return settled
    if row["amount_due_minor"] is not None:
        return abs(row["amount_due_minor"])
    return 0 if row["status"] == "paid" else settled


def unapplied(company: Company, client: str, day: date) -> int:
    """Raises NoRate."""
    rows = [
        (row, _unnamed(row, settled) - refunded)
        for row, name, settled, refunded in _settlements(company, day)
        if company.owners.get(row["account_id"]) == client and not _named(company, row, name, day)
    ]
    loose = added(((row["account_id"], row["currency"]), minor) for row, minor in rows)
    parts = [(key, max(minor, 0)) for key, minor in loose.items()]
    first: dict[tuple[str, str], date] = {}
    for row, _ in rows:
        key = (row["account_id"], row["currency"])
        came = row["issue_date"] if "document_kind" in row else row["paid_date"]
        first[key] = min(first.get(key, came), came)
    for row in company.of(client, counted_documents(company).values()):
        if row["document_kind"] == "invoice" and row["issue_date"] <= day:
            key = (row["account_id"], row["currency"])
            settled, refunded = _of_invoice(company, row, day)
            parts.append((key, max(settled - refunded - max(row["total_minor"], 0), 0)))
            parts.append((key, -_taken_up(company, row, day, first.get(key))))
    return sum(
        company.converted(client, "month_end", max(minor, 0), currency, month_of(day))
        for (_, currency), minor in added(parts).items()
    )


def _taken_up(company: Company, invoice: Row, day: date, first_loose: date | None) -> int:
    """What an invoice says beside what we see: money without a name has gone there."""
    if invoice["status"] == "uncollectible":
        return 0
    beside = _beside(company, invoice, day)
    if beside < 0:
        return beside
    paid_on = invoice["paid_date"]
    is_before = paid_on is not None and first_loose is not None and paid_on < first_loose
    return 0 if company.payments is None or is_before else beside


def _is_billed(company: Company, client: str) -> bool:
    paid = [row for row in company.payments or [] if row["status"] == "succeeded"]
    return bool(company.of(client, counted_documents(company).values()) or company.of(client, paid))


def _is_unknown(company: Company, client: str, day: date) -> bool:
    """An invoice of which nothing says whether it is paid."""
    return company.payments is None and any(
        row["status"] == "issued"
        and row["document_kind"] == "invoice"
        and row["issue_date"] <= day
        and row["paid_date"] is None
        and row["amount_due_minor"] is None
        for row in company.of(client, counted_documents(company).values())
    )


def receivables(company: Company, client: str, day: date) -> dict[str, Answer]:
    names = ("open_balance", "overdue_balance", *(f"ageing_{name}" for name in BUCKETS))
    if not _is_billed(company, client):
        return dict.fromkeys((*names, "unapplied_balance"), Answer(reason="no_rows"))
    if _is_unknown(company, client, day):
        unknown = Answer(reason="payment_unknown")
        return dict.fromkeys((*names, "unapplied_balance"), unknown)
    try:
        loose = Answer(unapplied(company, client, day))
    except NoRate:
        loose = Answer(reason="rate_missing")
    ages = {f"ageing_{name}": _aged(company, client, day, (name,)) for name in BUCKETS}
    return {
        "open_balance": _aged(company, client, day, BUCKETS),
        "overdue_balance": _aged(company, client, day, BUCKETS[1:]),
        **ages,
        "unapplied_balance": loose,
    }


def _aged(company: Company, client: str, day: date, buckets: tuple[str, ...]) -> Answer:
    """Only a rate that these ages need can be missing."""
    try:
        return Answer(sum(balances(company, client, day, buckets).values()))
    except NoRate:
        return Answer(reason="rate_missing")


def disputed(company: Company, client: str, day: date) -> Answer:
    """What is open of invoices that the client contests."""
    if not _is_billed(company, client):
        return Answer(reason="no_rows")
    if _is_unknown(company, client, day):
        return Answer(reason="payment_unknown")
    documents = company.of(client, counted_documents(company).values())
    items = [(row, minor) for row in documents if (minor := open_minor(company, row, day))]
    if any(row.get("is_disputed") is None for row, _ in items):
        return Answer(reason="dispute_unknown")
    parts = added(
        ((row["account_id"], row["currency"]), minor) for row, minor in items if row["is_disputed"]
    )
    try:
        return Answer(
            sum(
                company.converted(client, "month_end", minor, currency, month_of(day))
                for (_, currency), minor in parts.items()
            )
        )
    except NoRate:
        return Answer(reason="rate_missing")


def _billed(company: Company, client: str, month: date, rate_month: date) -> int:
    parts = added(
        ((row["account_id"], row["currency"]), row["total_minor"])
        for row in company.of(client, counted_documents(company).values())
        if month_of(row["issue_date"]) == month
    )
    return sum(
        company.converted(client, "month_end", minor, currency, rate_month)
        for (_, currency), minor in parts.items()
    )


def delinquent(company: Company, client: str, day: date) -> Answer:
    """Days outstanding less those of what is not due."""
    whole = dso(company, client, day)
    best = dso(company, client, day, only="not_due")
    return whole if whole.value is None else Answer(whole.value - best.value)


def dso(company: Company, client: str, day: date, only: str = "") -> Answer:
    if not company.of(client, counted_documents(company).values()):
        return Answer(reason="no_rows")
    if _is_unknown(company, client, day):
        return Answer(reason="payment_unknown")
    this = month_of(day)
    months = [after(this, -back) for back in range(24)]
    try:
        ages = balances(company, client, day)
        left = ages.get(only, 0) if only else sum(ages.values())
        billed = {month: _billed(company, client, month, this) for month in months}
    except NoRate:
        return Answer(reason="rate_missing")
    if not any(billed[month] > 0 for month in months[:12]):
        return Answer(reason="no_billings")
    days = 0.0
    for month in months:
        if left == 0:
            break
        length = monthrange(month.year, month.month)[1]
        if billed[month] <= 0:
            days += length
        elif left >= billed[month]:
            days, left = days + length, left - billed[month]
        else:
            days, left = days + left / billed[month] * length, 0
    return Answer(days) if left == 0 else Answer(reason="balance_exceeds_billings")


def answers(company: Company, client: str, period: Period) -> dict[str, Answer]:
    day = period.valuation_date
    return {
        **receivables(company, client, day),
        "disputed_balance": disputed(company, client, day),
        "dso": dso(company, client, day),
        "average_days_delinquent": delinquent(company, client, day),
    }
