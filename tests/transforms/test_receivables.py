"""What is owed on a day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from money_rows import company, figure, invoice, payment

SEP = date(2026, 9, 1)
LAST = date(2026, 9, 30)


def test_an_invoice_is_open_until_paid_and_only_by_money_that_came_in_time() -> None:
    billed = company(
        invoices=[invoice("I", SEP, 100)],
        payments=[
            payment("P", LAST, 30, invoice_id="I"),
            payment("Q", LAST + timedelta(days=1), 70, invoice_id="I"),
            payment("R", SEP, 50, invoice_id="I", status="failed"),
        ],
    )
    assert figure(billed, "open_balance", "2026-09") == 70
    assert figure(billed, "open_balance", "2026-10") == 0
    assert figure(billed, "open_balance", "2026-08") == 0


@pytest.mark.parametrize(
    ("days", "bucket"),
    [(-9, "not_due"), (0, "not_due"), (1, "1_30"), (30, "1_30"), (31, "31_60"), (91, "over_90")],
)
def test_the_age_is_counted_from_the_due_date(days: int, bucket: str) -> None:
    due = LAST - timedelta(days=days)
    billed = company(invoices=[invoice("I", date(2026, 1, 1), 100, due_date=due)])
    assert figure(billed, f"ageing_{bucket}", "2026-09") == 100
    assert figure(billed, "overdue_balance", "2026-09") == (0 if bucket == "not_due" else 100)


def test_no_due_date_is_not_due() -> None:
    billed = company(invoices=[invoice("I", date(2025, 1, 1), 100, due_date=None)])
    assert figure(billed, "ageing_not_due", "2026-09") == 100


def test_ages_of_a_foreign_currency_add_up_to_the_open_balance_to_the_unit() -> None:
    rates = {("month_end", "EUR", "2026-09"): "1.50"}
    past = LAST - timedelta(days=40)
    billed = company(
        rates=rates,
        invoices=[
            invoice("I", SEP, 101, currency="EUR", due_date=LAST),
            invoice("J", SEP, 101, currency="EUR", due_date=past),
        ],
    )
    owed = [figure(billed, kpi, "2026-09") for kpi in ("ageing_not_due", "ageing_31_60")]
    assert owed == [152, 152]  # 151.5 each, to the even
    assert figure(billed, "open_balance", "2026-09") == 304


def test_what_is_contested_is_told_and_stays_in_the_open_balance() -> None:
    billed = company(
        invoices=[
            invoice("I", SEP, 100, is_disputed=True),
            invoice("J", SEP, 50, is_disputed=False),
            invoice("K", SEP, 30, is_disputed=True),
        ],
        payments=[payment("P", SEP, 40, invoice_id="I"), payment("Q", SEP, 30, invoice_id="K")],
    )
    assert figure(billed, "disputed_balance", "2026-09") == 60
    assert figure(billed, "open_balance", "2026-09") == 110
    assert figure(billed, "disputed_balance", "2026-08") == 0


def test_an_open_invoice_that_does_not_say_if_it_is_contested_is_not_taken_for_undisputed() -> None:
    silent = company(invoices=[invoice("I", SEP, 100), invoice("J", SEP, 9, is_disputed=True)])
    assert figure(silent, "disputed_balance", "2026-09") == "dispute_unknown"
    paid = company(
        invoices=[invoice("I", SEP, 100), invoice("J", SEP, 9, is_disputed=True)],
        payments=[payment("P", SEP, 100, invoice_id="I")],
    )
    assert figure(paid, "disputed_balance", "2026-09") == 9


def test_credit_notes_settle_what_they_name_and_the_rest_stands_apart() -> None:
    billed = company(
        invoices=[
            invoice("I", SEP, 100),
            invoice("C", SEP, -130, credited_invoice_id="I"),
            invoice("D", SEP, -20),
        ],
        payments=[payment("P", SEP, 7)],
    )
    assert figure(billed, "open_balance", "2026-09") == 0
    assert figure(billed, "unapplied_balance", "2026-09") == 30 + 20 + 7


def test_a_refund_neither_reopens_the_invoice_nor_stays_as_credit() -> None:
    billed = company(
        invoices=[invoice("I", SEP, 100), invoice("C", SEP, -30, credited_invoice_id="I")],
        payments=[
            payment("P", SEP, 100, invoice_id="I"),
            payment("R", SEP, -30, invoice_id="I"),
        ],
    )
    assert figure(billed, "open_balance", "2026-09") == 0
    assert figure(billed, "unapplied_balance", "2026-09") == 0


def test_money_in_another_currency_settles_nothing() -> None:
    billed = company(
        rates={("month_end", "EUR", "2026-09"): "1.10"},
        invoices=[invoice("I", SEP, 100)],
        payments=[payment("P", SEP, 100, invoice_id="I", currency="EUR")],
    )
    assert figure(billed, "open_balance", "2026-09") == 100
    assert figure(billed, "unapplied_balance", "2026-09") == 110


def test_without_payments_the_invoices_say_what_is_open() -> None:
    billed = company(
        payments=None,
        invoices=[
            invoice("paid", SEP, 1, status="paid", paid_date=LAST),
            invoice("undated", SEP, 20, status="paid"),
            invoice("in part", SEP, 300, amount_due_minor=200),
            invoice("plain", SEP, 4_000),
            invoice(
                "later",
                SEP,
                50_000,
                status="paid",
                paid_date=LAST + timedelta(days=2),
                amount_due_minor=0,
            ),
        ],
    )
    assert figure(billed, "open_balance", "2026-09") == 200 + 4_000 + 50_000


def test_days_outstanding_count_back_over_whole_months_and_part_of_one() -> None:
    billed = company(
        invoices=[
            invoice("aug", date(2026, 8, 5), 100),
            invoice("sep", SEP, 150),
            invoice("jan", date(2026, 1, 5), 40),
        ],
        payments=[
            payment("P", LAST, 40, invoice_id="jan"),
            payment("Q", SEP, 50, invoice_id="aug"),
        ],
    )
    assert figure(billed, "dso", "2026-09") == pytest.approx(30 + 50 / 100 * 31)


def test_a_month_of_nothing_but_credits_adds_its_days_and_takes_nothing_off() -> None:
    billed = company(
        invoices=[invoice("jul", date(2026, 7, 5), 100), invoice("C", date(2026, 8, 5), -60)]
    )
    assert figure(billed, "dso", "2026-09") == 30 + 31 + 31


def test_days_outstanding_say_why_there_are_none() -> None:
    old = company(invoices=[invoice("I", date(2024, 1, 5), 100)])
    assert figure(company(), "dso", "2026-09") == "no_rows"
    assert figure(old, "dso", "2026-09") == "no_billings"
    ancient = invoice("I", date(2023, 1, 5), 100)
    small = replace(old, invoices=[ancient, invoice("J", SEP, 10)])
    assert figure(small, "dso", "2026-09") == "balance_exceeds_billings"
    paid = replace(
        small,
        payments=[payment("P", SEP, 100, invoice_id="I"), payment("Q", SEP, 10, invoice_id="J")],
    )
    assert figure(paid, "dso", "2026-09") == 0


def test_a_client_that_was_never_billed_owes_no_zero() -> None:
    assert figure(company(), "open_balance", "2026-09") == "no_rows"
    prepaid = company(payments=[payment("P", SEP, 500)])
    assert figure(prepaid, "unapplied_balance", "2026-09") == 500
    assert figure(prepaid, "open_balance", "2026-09") == 0
