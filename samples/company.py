"""A whole company: client by client, so that any size fits in memory."""

import shutil
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from samples import faults
from samples.book import write_history
from samples.cast import HELD
from samples.crowd import plan_of
from samples.partners import partners
from samples.people import aims_of_managers, targets_of_managers, write_people
from samples.products import PRODUCTS
from samples.rates import RateBook
from samples.records.billing import Invoice
from samples.records.book import Book
from samples.records.parties import Account
from samples.truth.ledger import Ledger
from samples.vendors.asana import AsanaExport
from samples.vendors.finance import FinanceExport
from samples.vendors.salesforce import SalesforceExport
from samples.vendors.settings import write_settings
from samples.vendors.stripe import StripeExport
from samples.vendors.surveys import SurveyExport
from samples.vendors.usage import UsageExport
from samples.vendors.zendesk import ZendeskExport


def generate(directory: Path, accounts: int, seed: int) -> None:
    """Write a runnable company of so many reporting clients: settings, exports and the truth.

    The same arguments give the same bytes. Exports and truth of an earlier call are
    replaced; anything else in the directory is left alone.
    """
    for folder in ("landing", "truth"):
        if (directory / folder).exists():
            shutil.rmtree(directory / folder)
    write_settings(directory)
    rates = RateBook(seed)
    ledger = Ledger(rates)
    with ExitStack() as stack:
        exports = _Exports(directory / "landing" / faults.LANDING, stack)
        exports.finance.write_prices(PRODUCTS)
        exports.finance.write_rates(rates.rates)
        clients = [
            _write_client(exports, ledger, number, accounts, seed)
            for number in range(1, accounts + 1)
        ]
        targets = targets_of_managers(ledger.last_year)
        ledger.add_leads(write_people(exports.salesforce, clients, seed))
        ledger.add_targets(targets)
        exports.finance.write_targets(targets)
        exports.finance.write_aims(aims_of_managers())
        exports.finance.write_partners(partners())
        ledger.tables.add_shared(len(rates.rates), len(clients))
    ledger.write(directory / "truth")


class _Exports:
    """Every system's open export."""

    def __init__(self, landing: Path, stack: ExitStack) -> None:
        self.salesforce = SalesforceExport(landing / "salesforce", stack)
        self.stripe = StripeExport(landing / "stripe", stack)
        self.surveys = SurveyExport(landing / "surveys", stack)
        self.asana = AsanaExport(landing / "asana", stack)
        self.usage = UsageExport(landing / "usage", stack)
        self.finance = FinanceExport(landing / "finance", stack)
        self.zendesk = ZendeskExport(landing / "zendesk")
        stack.callback(self.zendesk.close)

    def write(self, book: Book) -> dict[str, int]:
        """Returns the line of every invoice of the book in its file, by invoice id."""
        writers: list[Callable[[Book], None]] = [
            self.salesforce.write_book,
            self.surveys.write_book,
            self.asana.write_book,
            self.usage.write_book,
            self.finance.write_book,
            self.zendesk.write_book,
        ]
        for write in writers:
            write(book)
        return self.stripe.write_book(book)


def _write_client(
    exports: _Exports, ledger: Ledger, number: int, accounts: int, seed: int
) -> Account:
    book = write_history(plan_of(number, seed), number, seed)
    broken = faults.break_invoice(book) if number == min(HELD + 1, accounts) else None
    lines = exports.write(book)
    ledger.add(book)
    if number == 1:
        _plant(exports, ledger, book)
    if broken is not None:
        ledger.note(faults.held_fault(broken, lines[broken.invoice_id]))
    return book.client


def _plant(exports: _Exports, ledger: Ledger, book: Book) -> None:
    """The faults that keep single rows out, beside the first client's rows."""
    invoice: Invoice = book.invoices[3]
    for fault in faults.orphan_invoice(exports.stripe, book.client):
        ledger.note(fault)
    ledger.note(faults.repeated_line(exports.stripe, invoice, invoice.lines[0]))
    ledger.note(faults.test_payment(exports.stripe, book.client))
    ledger.note(faults.impossible_score(exports.surveys, book.client))
    ledger.note(faults.word_in_date(exports.finance, book.commitments[0]))
