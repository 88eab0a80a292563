"""Documents, their lines, and what settles them: what does not add up is held, or told."""

import json

import pandas as pd
import pytest
from delivered import Row, credit_note, invoice, line, payment, rows
from judged import CLEAN, faults, judged

pytestmark = [pytest.mark.usefixtures("checker"), pytest.mark.thorough]

MONEY = {
    "lines_sum_differs": {"invoice_lines": rows("invoice_lines", line("L", "I1", net_minor=9_999))},
    "invoice_total_differs": {"invoices": rows("invoices", invoice("I1", total_minor=11_601))},
    "line_currency_differs": {
        "invoice_lines": rows("invoice_lines", line("L", "I1", currency="EUR"))
    },
    "payment_currency_differs": {"payments": rows("payments", payment("P", "I1", currency="EUR"))},
    "credit_currency_differs": {
        "invoices": rows("invoices", invoice("I1"), credit_note("C1", "I1", currency="EUR"))
    },
}


@pytest.mark.parametrize("rule", MONEY)
def test_money_that_does_not_add_up_holds_the_client_and_keeps_its_rows(rule: str) -> None:
    tables = {
        "accounts": CLEAN["accounts"],
        "invoices": rows("invoices", invoice("I1")),
        **MONEY[rule],
    }
    report = judged(**tables)
    assert report.held == {"A": (rule,)}
    assert {name: len(frame) for name, frame in report.tables.items()} == {
        name: len(frame) for name, frame in tables.items()
    }


def test_a_document_without_lines_holds_its_client_where_its_source_has_lines() -> None:
    unlined = rows("invoices", invoice("I1"), invoice("I2"), source="billing")
    other = rows(
        "invoices", invoice("I3"), invoice("I4", net_minor=0, total_minor=1_600), source="erp"
    )
    lines = rows("invoice_lines", line("L1", "I1"), source="billing")
    report = judged(
        accounts=CLEAN["accounts"], invoices=pd.concat([unlined, other]), invoice_lines=lines
    )
    assert faults(report) == {("billing/invoices.csv", 3, "invoice_without_lines", "hold")}


def test_a_paid_invoice_that_no_payment_names_is_told_where_payments_are_exported() -> None:
    invoices = rows(
        "invoices",
        *(invoice(f"I{n}") for n in (1, 2, 4)),
        invoice("I3", status="open"),
        credit_note("C4", "I4", status="issued"),
    )
    lines = rows(
        "invoice_lines",
        *(line(f"L{n}", f"I{n}") for n in (1, 2, 3, 4)),
        line("L5", "C4", net_minor=-10_000),
    )
    tables = {"accounts": CLEAN["accounts"], "invoices": invoices, "invoice_lines": lines}
    paid = rows("payments", payment("P1", "I1"))
    assert faults(judged(**tables, payments=paid)) == {
        ("crm/invoices.csv", 3, "paid_without_payment", "warn")
    }
    assert faults(judged(**tables)) == set()


@pytest.mark.parametrize(
    ("document", "settled", "told"),
    [
        ({"amount_due_minor": 11_600}, 0, False),
        ({"amount_due_minor": 11_600}, 2_000, True),
        ({"amount_due_minor": 9_600}, 2_000, False),
        ({"amount_due_minor": 9_600}, 0, True),
        ({}, 2_000, False),
        ({"status": "paid"}, 2_000, True),
        ({"status": "paid", "amount_due_minor": 0}, 13_000, False),
        ({"amount_due_minor": 11_600, "is_payment_told": True}, 2_000, False),
        ({"status": "void", "amount_due_minor": 11_600}, 2_000, False),
    ],
)
@pytest.mark.parametrize("by", ["payment", "credit"])
def test_what_an_invoice_says_of_its_settlement_is_told_where_we_see_another(
    document: Row, settled: int, told: bool, by: str
) -> None:
    rests: Row = {"status": "open"} | document
    documents, paid = [invoice("I1", **rests), invoice("I2")], [payment("P2", "I2")]
    if by == "payment":
        paid.append(payment("P1", "I1", amount_minor=settled))
    else:
        money = {"net_minor": -settled, "tax_minor": 0, "total_minor": -settled}
        documents.append(credit_note("C1", "I1", status="issued", **money))
    report = judged(
        accounts=CLEAN["accounts"],
        invoices=rows("invoices", *documents),
        payments=rows("payments", *paid),
    )
    fault = ("crm/invoices.csv", 2, "settled_differs", "warn")
    assert faults(report) == ({fault} if told else set())
    if told:
        assert json.loads(report.quarantine["raw"].iloc[0])["settled_minor"] == settled


@pytest.mark.parametrize(("due", "told"), [(11_600, True), (9_600, False), (5_000, False)])
def test_without_payments_an_invoice_that_leaves_a_credit_note_out_is_told(
    due: int, told: bool
) -> None:
    """Less may remain of it by payments that nobody delivers."""
    money = {"net_minor": -2_000, "tax_minor": 0, "total_minor": -2_000}
    documents = rows(
        "invoices",
        invoice("I1", status="open", amount_due_minor=due),
        credit_note("C1", "I1", status="issued", **money),
    )
    report = judged(accounts=CLEAN["accounts"], invoices=documents)
    fault = ("crm/invoices.csv", 2, "settled_differs", "warn")
    assert faults(report) == ({fault} if told else set())


@pytest.mark.parametrize(
    "changes", [{"currency": "USD"}, {"status": "failed"}, {"payment_kind": "refund"}]
)
def test_what_settles_nothing_of_an_invoice_contradicts_nothing(changes: Row) -> None:
    paid = rows("payments", payment("P1", "I1", **changes))
    documents = rows("invoices", invoice("I1", status="open", amount_due_minor=11_600))
    report = judged(accounts=CLEAN["accounts"], invoices=documents, payments=paid)
    assert "settled_differs" not in set(report.quarantine["rule"])


def test_documents_that_carry_no_money_need_not_add_up() -> None:
    voided = rows("invoices", invoice("I1", status="void", total_minor=1))
    lines = rows("invoice_lines", line("L1", "I1", net_minor=7))
    report = judged(accounts=CLEAN["accounts"], invoices=voided, invoice_lines=lines)
    assert faults(report) == set()
