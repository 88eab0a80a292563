"""What became of the invoices: paid, paid late, in part, credited, refunded, voided."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from samples.amounts import share
from samples.billing import invoice_of, once
from samples.days import LAST_DAY, add_months, at
from samples.ids import stripe_id
from samples.plan import Plan
from samples.records.billing import CreditNote, Invoice, Payment, Refund
from samples.records.book import Book
from samples.records.parties import Account
from samples.wording import words_of

Ids = Callable[[], int]

_FIRST_CREDIT_DAY = date(2026, 2, 1)


def settle(book: Book, plan: Plan, account: Account, rng: Random, ids: Ids) -> None:
    """Adds the account's credit notes, payments and refunds, and sets the invoices' states."""
    own = [item for item in book.invoices if item.account is account]
    _credit_some(book, plan, own, ids)
    for invoice in own:
        credited = _credited_by_due_date(book, invoice)
        _pay(book, plan, invoice, credited, rng, ids)
        invoice.credited_minor = credited if invoice.status == "open" else 0
    _oddities(book, account, own, rng, ids)
    if "refund" in plan.special:
        _refund(book, own, ids)
    _void_and_draft(book, account, own, ids)


def _credited_by_due_date(book: Book, invoice: Invoice) -> int:
    """What the client knows it need not pay."""
    return sum(
        note.total_minor
        for note in book.credit_notes
        if note.invoice_id == invoice.invoice_id and note.issued <= invoice.due
    )


def _credit_some(book: Book, plan: Plan, own: list[Invoice], ids: Ids) -> None:
    """Service credits, given before the invoice is paid."""
    account = own[0].account
    if plan.projects_only:
        for day in (date(2026, 7, 7), date(2026, 8, 18)):
            _credit(book, own[-1], day, 10, ids)
        return
    late = [item for item in own if item.issued >= _FIRST_CREDIT_DAY and item.net_minor > 0]
    if account.number % 3 == 1 and late:
        chosen = late[account.number % len(late)]
        _credit(book, chosen, min(chosen.issued + timedelta(days=5), LAST_DAY), 15, ids)


def _credit(book: Book, invoice: Invoice, day: date, percent: int, ids: Ids) -> CreditNote:
    account = invoice.account
    net = share(invoice.net_minor, percent, 100)
    note = CreditNote(
        stripe_id("cn", ids()),
        f"{invoice.number}-CN-{len(book.credit_notes) + 1:02d}",
        account,
        invoice.invoice_id,
        at(day, 12),
        net,
        share(net, account.tax_percent, 100),
        stripe_id("cnli", ids()),
        invoice.lines[0].product_id,
        words_of(account).credit,
        "order_change",
    )
    book.credit_notes.append(note)
    return note


def _pay(book: Book, plan: Plan, invoice: Invoice, credited: int, rng: Random, ids: Ids) -> None:
    owed = invoice.total_minor - credited
    delay = plan.pays_late_days + rng.randrange(-4, 9)
    if plan.pays_late_days:
        delay = max(1, delay + rng.randrange(0, 12))
    day = max(invoice.due + timedelta(days=delay), invoice.issued + timedelta(days=1))
    refuses = plan.stops_paying is not None and invoice.issued >= plan.stops_paying
    in_parts = rng.random() < 0.06
    if owed <= 0:
        invoice.status = "paid"
        return
    if refuses or (day > LAST_DAY and not in_parts):
        return
    if in_parts:
        first = share(owed, 3, 5)
        early = min(day, LAST_DAY)
        _receive(book, invoice, early, first, rng, ids)
        day += timedelta(days=21)
        owed -= first
        if day > LAST_DAY:
            return
    if rng.random() < 0.03:
        _receive(book, invoice, day - timedelta(days=1), owed, rng, ids, "Failed")
    _receive(book, invoice, day, owed, rng, ids)
    invoice.status = "paid"


def _receive(
    book: Book,
    invoice: Invoice,
    day: date,
    amount: int,
    rng: Random,
    ids: Ids,
    status: str = "Paid",
) -> None:
    when = at(day, rng.randrange(9, 17), rng.randrange(60))
    book.payments.append(
        Payment(
            stripe_id("py", ids()),
            invoice.account,
            invoice.invoice_id,
            invoice.number,
            when,
            amount,
            status,
        )
    )
    if status == "Paid":
        invoice.paid_minor += amount


def _oddities(book: Book, account: Account, own: list[Invoice], rng: Random, ids: Ids) -> None:
    """Money without an invoice, a disputed invoice, one written off, a transfer on its way."""
    still_open = [item for item in own if item.status == "open" and item.net_minor > 0]
    if account.number % 5 == 2:
        day = date(2026, 8, 12) + timedelta(days=account.number % 30)
        amount = share(own[-1].total_minor, rng.randrange(20, 60), 100)
        loose = Payment(stripe_id("py", ids()), account, "", "", at(day, 11, 20), max(amount, 1))
        book.payments.append(loose)
    if account.number % 7 == 0 and still_open:
        still_open[0].is_disputed = True
    if account.number % 9 == 4 and len(own) > 12:
        _write_off(book, own[8])
    if account.number % 4 == 2 and still_open:
        _receive(book, still_open[-1], LAST_DAY, still_open[-1].total_minor, rng, ids, "Pending")


def _write_off(book: Book, invoice: Invoice) -> None:
    """Its payment never came: uncollectible."""
    book.payments = [item for item in book.payments if item.invoice_id != invoice.invoice_id]
    invoice.paid_minor = 0
    invoice.status = "uncollectible"


def _refund(book: Book, own: list[Invoice], ids: Ids) -> None:
    """A paid invoice credited afterwards, and the money returned."""
    paid = [item for item in own if item.status == "paid" and item.issued < date(2026, 8, 1)]
    invoice = paid[-1]
    payment = next(item for item in book.payments if item.invoice_id == invoice.invoice_id)
    note = _credit(book, invoice, date(2026, 8, 20), 30, ids)
    book.payments.remove(payment)
    returned = replace(payment, status="Partially Refunded", refunded_minor=note.total_minor)
    book.payments.append(returned)
    book.refunds.append(
        Refund(
            stripe_id("re", ids()),
            invoice.account,
            payment.payment_id,
            invoice.invoice_id,
            at(date(2026, 8, 24), 10, 15),
            note.total_minor,
            "requested_by_customer",
        )
    )


def _void_and_draft(book: Book, account: Account, own: list[Invoice], ids: Ids) -> None:
    """Documents that never count, with their lines."""
    product = "LUM-TRAINING"
    last = own[-1].issued
    if account.number % 3 == 0:
        line = once(account, product, 1, ids)
        void = invoice_of(account, 9001, at(add_months(last.replace(day=1), -1), 9), [line], ids)
        void.status = "void"
        book.invoices.append(void)
    if account.number % 4 == 1:
        line = once(account, product, 2, ids)
        draft = invoice_of(account, 9002, at(date(2026, 9, 29), 17), [line], ids)
        draft.status = "draft"
        draft.number = ""
        book.invoices.append(draft)
