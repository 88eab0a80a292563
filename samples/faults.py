"""Faults planted on purpose, and where: what validation must find."""

from dataclasses import asdict, dataclass, replace
from datetime import date

from samples.amounts import share
from samples.billing import once
from samples.days import at
from samples.ids import Counter, stripe_id
from samples.records.billing import Invoice, Line, Payment
from samples.records.book import Book
from samples.records.parties import Account
from samples.records.plans import Commitment
from samples.records.service import Answer
from samples.vendors.finance import FinanceExport
from samples.vendors.stripe import StripeExport
from samples.vendors.surveys import SurveyExport

LANDING = "2026-10-01"
# Clients are numbered from 1 and have a hundred thousand keys each.
_KEYS = 0


@dataclass(frozen=True)
class Fault:
    """One planted fault. `rule` says what is broken, `outcome` what must happen to the row."""

    rule: str
    outcome: str  # quarantined, held, filtered
    source: str
    source_file: str
    source_line: int
    table: str
    column: str
    account_id: str
    currency: str
    amount_minor: int | None

    def as_json(self) -> dict[str, object]:
        return asdict(self)


def break_invoice(book: Book) -> Invoice:
    """Makes the client's last paid invoice, or the last of who paid none, differ from its lines;
    both are used as loaded."""
    invoice = max(book.invoices, key=lambda item: (item.status == "paid", item.counts, item.issued))
    extra = 12_345
    invoice.net_minor += extra
    paid = [item for item in book.payments if item.invoice_id == invoice.invoice_id]
    settled = sum(item.amount_minor for item in paid if item.moved_money)
    invoice.status = "paid" if settled >= invoice.total_minor else "open"
    return invoice


def held_fault(invoice: Invoice, line: int) -> Fault:
    """The invoice that does not add up, once its line is known."""
    account = invoice.account
    return Fault(
        "lines_sum_differs",
        "held",
        "stripe",
        f"{LANDING}/stripe/invoices.csv",
        line,
        "invoices",
        "net_minor",
        account.account_id,
        account.currency,
        invoice.total_minor,
    )


def orphan_invoice(export: StripeExport, like: Account) -> list[Fault]:
    """An invoice of a customer that nobody knows, and its line."""
    ids = Counter(_KEYS)
    stranger = _stranger(like)
    when = at(date(2026, 8, 4), 12)
    line = once(stranger, "LUM-TRAINING", 1, ids)
    net = line.net_minor
    tax = share(net, stranger.tax_percent, 100)
    invoice = Invoice(
        stripe_id("in", ids()),
        "LUM-9999-0001",
        stranger,
        when,
        date(2026, 9, 3),
        [line],
        net,
        tax,
    )
    document = export.write_invoice(invoice)
    detail = export.write_line(invoice, line)
    return [
        _stripe_fault("unknown_account", "invoices", document, stranger, invoice.total_minor),
        _stripe_fault("unknown_account", "invoice_line_items", detail, stranger, net),
    ]


def repeated_line(export: StripeExport, invoice: Invoice, line: Line) -> Fault:
    """The same line once more, letter by letter."""
    at_line = export.write_line(invoice, line)
    return _stripe_fault(
        "exact_repeat", "invoice_line_items", at_line, invoice.account, line.net_minor
    )


def test_payment(export: StripeExport, account: Account) -> Fault:
    """A payment in Stripe's test mode: filtered, not a fault of the data."""
    ids = Counter(_KEYS)
    key = stripe_id("py", ids() + 50)
    payment = Payment(key, account, "", "", at(date(2026, 7, 6), 10), 50_000, mode="Test")
    at_line = export.write_payment(payment)
    found = _stripe_fault("test_mode", "payments", at_line, account, payment.amount_minor)
    return replace(found, outcome="filtered")


def impossible_score(export: SurveyExport, account: Account) -> Fault:
    """An NPS answer of 11."""
    answer = Answer("NPS-11", account, "R-11", 11, at(date(2026, 8, 11), 11))
    return Fault(
        "nps_score_unknown",
        "quarantined",
        "surveys",
        f"{LANDING}/surveys/nps_answers.csv",
        export.write_nps(answer),
        "surveys",
        "score",
        account.account_id,
        "",
        None,
    )


def word_in_date(export: FinanceExport, like: Commitment) -> Fault:
    """Somebody typed a word where the date goes."""
    row = Commitment(
        "C-CANCELAR",
        like.account,
        "2026-Q4",
        like.text,
        like.owner,
        like.side,
        like.due,
        "dropped",
        like.measure,
    )
    return Fault(
        "unreadable_date",
        "quarantined",
        "finance",
        f"{LANDING}/finance/compromisos.csv",
        export.write_commitment(row, "CANCELAR"),
        "commitments",
        "due_date",
        like.account.account_id,
        "",
        None,
    )


def _stranger(like: Account) -> Account:
    return replace(like, name="Cliente sin alta", customer_id=stripe_id("cus", 7))


def _stripe_fault(rule: str, file: str, line: int, account: Account, minor: int) -> Fault:
    table = {"invoice_line_items": "invoice_lines"}.get(file, file)
    known = rule != "unknown_account"
    return Fault(
        rule,
        "quarantined",
        "stripe",
        f"{LANDING}/stripe/{file}.csv",
        line,
        table,
        "" if known else "account_id",
        account.account_id if known else "",
        account.currency,
        minor,
    )
