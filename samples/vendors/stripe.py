"""Stripe's dashboard CSV: amounts in major units, times in UTC, currencies in small letters."""

from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path

from samples.amounts import plain
from samples.csv_files import CsvFile, Dialect
from samples.days import at, to_utc
from samples.records.agreements import Subscription
from samples.records.billing import CreditNote, Invoice, Line, Payment, Refund
from samples.records.book import Book
from samples.records.parties import Account

_DIALECT = Dialect()

CUSTOMERS = (
    *("id", "Description", "Email", "Name", "Created (UTC)", "Currency", "Delinquent"),
    *("Business Vat ID", "Plan", "Status"),
)
SUBSCRIPTIONS = (
    *("id", "Customer ID", "Customer Description", "Plan", "Product", "Quantity", "Currency"),
    *("Interval", "Amount", "Status", "Created (UTC)", "Start Date (UTC)"),
    *("Current Period Start (UTC)", "Current Period End (UTC)", "Trial Start (UTC)"),
    *("Trial End (UTC)", "Coupon", "Canceled At (UTC)", "Cancel At Period End", "Ended At (UTC)"),
    *("percent_off (metadata)", "usage_type (metadata)"),
)
INVOICES = (
    *("id", "Number", "Customer", "Customer Name", "Status", "Billing", "Currency"),
    *("Date (UTC)", "Due Date (UTC)", "Subtotal", "Total Discount Amount"),
    *("Total Excluding Tax", "Tax", "Tax Percent", "Total", "Amount Due", "Amount Paid"),
    *("Amount Remaining", "Paid", "Subscription", "disputed (metadata)"),
)
INVOICE_LINES = (
    *("id", "Invoice", "Customer", "Subscription", "Description", "Product", "Quantity"),
    *("Currency", "Amount", "Discount Amount", "Net Amount", "Proration"),
    *("Period Start (UTC)", "Period End (UTC)"),
)
CREDIT_NOTES = (
    *("id", "Number", "Customer", "Invoice", "Created (UTC)", "Status", "Type", "Reason"),
    *("Currency", "Total Excluding Tax", "Tax", "Total", "Memo"),
)
CREDIT_NOTE_LINES = (
    *("id", "Credit Note", "Customer", "Description", "Product", "Quantity", "Currency"),
    "Amount",
)
PAYMENTS = (
    *("id", "Created date (UTC)", "Amount", "Amount Refunded", "Currency", "Captured"),
    *("Converted Amount", "Converted Amount Refunded", "Converted Currency", "Description"),
    *("Fee", "Mode", "PaymentIntent ID", "Payment Source Type", "Refunded date (UTC)"),
    *("Statement Descriptor", "Status", "Seller Message", "Customer ID"),
    *("Customer Description", "Invoice ID", "Invoice Number"),
)
REFUNDS = (
    *("id", "Created (UTC)", "Amount", "Currency", "Status", "Reason", "Charge"),
    *("Customer ID", "Receipt Number", "Invoice ID"),
)


def minute_stamp(local: datetime) -> str:
    """`2026-07-01 06:00`, UTC."""
    return f"{to_utc(local):%Y-%m-%d %H:%M}"


def second_stamp(local: datetime) -> str:
    """`2026-07-01 06:00:00`, UTC, as the payments page writes it."""
    return f"{to_utc(local):%Y-%m-%d %H:%M:%S}"


def _day(day: date | None) -> str:
    return "" if day is None else minute_stamp(at(day))


def _flag(truth: bool) -> str:
    return "true" if truth else "false"


class StripeExport:
    """The open files of one export."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        def opened(name: str, header: tuple[str, ...]) -> CsvFile:
            return stack.enter_context(CsvFile(folder / f"{name}.csv", header, _DIALECT))

        self._customers = opened("customers", CUSTOMERS)
        self._subscriptions = opened("subscriptions", SUBSCRIPTIONS)
        self._invoices = opened("invoices", INVOICES)
        self._lines = opened("invoice_line_items", INVOICE_LINES)
        self._credit_notes = opened("credit_notes", CREDIT_NOTES)
        self._credit_lines = opened("credit_note_line_items", CREDIT_NOTE_LINES)
        self._payments = opened("payments", PAYMENTS)
        self._refunds = opened("refunds", REFUNDS)

    def write_book(self, book: Book) -> dict[str, int]:
        """One client's billing; returns the invoices' lines by invoice id."""
        lines = {}
        for account in book.accounts:
            self._write_customer(account)
        for subscription in book.subscriptions:
            self._write_subscription(subscription)
        for invoice in book.invoices:
            lines[invoice.invoice_id] = self.write_invoice(invoice)
            for line in invoice.lines:
                self.write_line(invoice, line)
        unpaid = {invoice.invoice_id for invoice in book.invoices if invoice.credited_minor}
        for note in book.credit_notes:
            self._write_credit_note(note, is_unpaid=note.invoice_id in unpaid)
        for payment in book.payments:
            self.write_payment(payment)
        for refund in book.refunds:
            self._write_refund(refund)
        return lines

    def _write_customer(self, account: Account) -> None:
        email = f"facturas@cliente-{account.number:04d}.example"
        self._customers.write(
            *(account.customer_id, account.name, email, account.name),
            second_stamp(at(account.created, 11, 5)),
            *(account.currency.lower(), "false", "", "", ""),
        )

    def _write_subscription(self, item: Subscription) -> None:
        currency = item.account.currency
        trial = _day(item.start) if item.status == "trialing" else ""
        coupon = f"PARTNER{item.percent_off}" if item.percent_off else ""
        self._subscriptions.write(
            *(item.subscription_id, item.account.customer_id, item.account.name),
            *(f"{item.product_id.lower()}-{item.interval}", item.product_id, item.quantity),
            *(currency.lower(), item.interval, plain(item.unit_minor, currency), item.status),
            *(_day(item.start), _day(item.start), *map(_day, item.paid_period), trial, "", coupon),
            *(_day(item.cancelled), _flag(item.cancelled is not None and item.end is not None)),
            *(_day(item.end), item.percent_off or ""),
            "metered" if item.is_metered else "licensed",
        )

    def write_invoice(self, invoice: Invoice) -> int:
        """Returns the line of the file."""
        currency = invoice.account.currency
        gross = sum(line.gross_minor for line in invoice.lines)
        discount = sum(line.discount_minor for line in invoice.lines)
        remaining = invoice.total_minor - invoice.paid_minor - invoice.credited_minor
        amounts = (gross, discount, invoice.net_minor, invoice.tax_minor)
        subscription = invoice.lines[0].subscription_id if invoice.lines else ""
        return self._invoices.write(
            *(invoice.invoice_id, invoice.number, invoice.account.customer_id),
            *(invoice.account.name, invoice.status, "send_invoice", currency.lower()),
            *(minute_stamp(invoice.issued_at), _day(invoice.due)),
            *(plain(amount, currency) for amount in amounts),
            *(invoice.account.tax_percent or "", plain(invoice.total_minor, currency)),
            *(plain(invoice.total_minor, currency), plain(invoice.paid_minor, currency)),
            *(plain(max(remaining, 0), currency), _flag(invoice.status == "paid")),
            *(subscription, "true" if invoice.is_disputed else ""),
        )

    def write_line(self, invoice: Invoice, line: Line) -> int:
        """Returns the line of the file."""
        currency = invoice.account.currency
        amounts = (line.gross_minor, line.discount_minor, line.net_minor)
        return self._lines.write(
            *(line.line_id, invoice.invoice_id, invoice.account.customer_id),
            *(line.subscription_id, line.description, line.product_id, line.quantity),
            currency.lower(),
            *(plain(amount, currency) for amount in amounts),
            *("false", _day(line.start), _day(line.end)),
        )

    def _write_credit_note(self, note: CreditNote, *, is_unpaid: bool) -> None:
        currency = note.account.currency
        kind = "pre_payment" if is_unpaid else "post_payment" if note.invoice_id else ""
        self._credit_notes.write(
            *(note.credit_note_id, note.number, note.account.customer_id, note.invoice_id),
            *(minute_stamp(note.issued_at), "issued", kind, note.reason, currency.lower()),
            plain(note.net_minor, currency),
            plain(note.tax_minor, currency),
            plain(note.total_minor, currency),
            note.description,
        )
        self._credit_lines.write(
            *(note.line_id, note.credit_note_id, note.account.customer_id, note.description),
            *(note.product_id, 1, currency.lower(), plain(note.net_minor, currency)),
        )

    def write_payment(self, payment: Payment) -> int:
        """Returns the line of the file."""
        currency = payment.account.currency
        failed = payment.status == "Failed"
        return self._payments.write_named(
            {
                "id": payment.payment_id,
                "Created date (UTC)": second_stamp(payment.paid_at),
                "Amount": plain(payment.amount_minor, currency),
                "Amount Refunded": plain(payment.refunded_minor, currency),
                "Currency": currency.lower(),
                "Captured": _flag(not failed),
                "Description": "Payment for Invoice" if payment.invoice_id else "Bank transfer",
                "Mode": payment.mode,
                "Payment Source Type": "customer_balance",
                "Status": payment.status,
                "Seller Message": "Payment failed." if failed else "Payment complete.",
                "Customer ID": payment.account.customer_id,
                "Customer Description": payment.account.name,
                "Invoice ID": payment.invoice_id,
                "Invoice Number": payment.invoice_number,
            }
        )

    def _write_refund(self, refund: Refund) -> None:
        currency = refund.account.currency
        self._refunds.write(
            *(refund.refund_id, minute_stamp(refund.refunded_at)),
            *(plain(refund.amount_minor, currency), currency.lower(), "succeeded"),
            *(refund.reason, refund.payment_id, refund.account.customer_id, ""),
            refund.invoice_id,
        )
