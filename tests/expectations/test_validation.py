"""A delivery judged as a whole: references, money, holds, stops, and what is handed on."""

import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from collected import Judged as ValidationReport
from collected import validate
from delivered import Row, account, credit_note, invoice, line, payment, rows

from expectations import RESULT_DTYPES
from messages.clause import clause
from messages.errors import worded
from transforms.core.canonical import QUARANTINE_DTYPES, CanonicalTables

pytestmark = [pytest.mark.usefixtures("checker"), pytest.mark.thorough]

CLEAN = {
    "accounts": rows("accounts", account("A"), account("B", parent_account_id="A")),
    "invoices": rows("invoices", invoice("I1"), invoice("I2", account_id="B"), source="billing"),
    "invoice_lines": rows(
        "invoice_lines",
        line("L1", "I1", net_minor=6_000),
        line("L2", "I1", net_minor=4_000),
        line("L3", "I2", account_id="B"),
        source="billing",
    ),
    "payments": rows(
        "payments", payment("P1", "I1"), payment("P2", "I2", account_id="B"), source="billing"
    ),
}


def judged(known: dict[str, frozenset[str]] | None = None, **tables: pd.DataFrame):
    return validate(CanonicalTables(tables), known or {})


def faults(report: ValidationReport) -> set[tuple[str, int, str, str]]:
    """File, line, rule and severity of each fault."""
    columns = ["source_file", "source_line", "rule", "severity"]
    return set(report.quarantine[columns].itertuples(index=False, name=None))


@pytest.fixture(scope="module")
def clean() -> ValidationReport:
    return judged(**CLEAN)


def test_a_clean_delivery_is_handed_on_as_it_came(clean: ValidationReport) -> None:
    assert clean.quarantine.empty
    assert clean.held == {}
    assert clean.stopped == {}
    for name, frame in CLEAN.items():
        pd.testing.assert_frame_equal(clean.tables[name], frame)


def test_frames_have_the_columns_that_other_rooms_expect(clean: ValidationReport) -> None:
    assert clean.quarantine.dtypes.astype(str).to_dict() == QUARANTINE_DTYPES
    assert clean.results.dtypes.astype(str).to_dict() == RESULT_DTYPES
    assert clean.results["failed"].sum() == 0
    assert clean.results["checked"].max() == 3


def test_a_fault_says_where_it_stands_what_it_cost_and_shows_the_row() -> None:
    wrong = rows("payments", payment("P1", "", invoice_id=None, payment_kind="refund"))
    report = judged(accounts=CLEAN["accounts"], payments=wrong)
    fault = report.quarantine.iloc[0].to_dict()
    row = json.loads(fault.pop("raw"))
    assert fault == {
        "source": "crm",
        "source_file": "crm/payments.csv",
        "source_line": 2,
        "table_name": "payments",
        "column_name": "amount_minor",
        "rule": "refund_positive",
        "severity": "quarantine",
        "account_id": "A",
        "expected": clause("rule-refund-positive.expected").stored(),
        "currency": "MXN",
        "amount_minor": 11_600,
        "row_key": "P1",
        "kind": "",
        "first_day": pd.Timestamp("2026-07-15"),
        "last_day": pd.Timestamp("2026-07-15"),
    }
    assert row == {
        "payment_id": "P1",
        "account_id": "A",
        "payment_kind": "refund",
        "status": "succeeded",
        "paid_date": "2026-07-15",
        "amount_minor": 11_600,
        "currency": "MXN",
    }
    assert report.tables["payments"].empty


def test_a_row_that_breaks_two_rules_is_kept_out_once_and_told_twice() -> None:
    twice = invoice("I1", status="?", currency="XQQ")
    report = judged(accounts=CLEAN["accounts"], invoices=rows("invoices", twice))
    assert faults(report) == {
        ("crm/invoices.csv", 2, "unknown_value", "quarantine"),
        ("crm/invoices.csv", 2, "unknown_currency", "warn"),
    }


def test_lines_payments_and_credit_notes_follow_an_invoice_that_was_kept_out() -> None:
    report = judged(
        accounts=CLEAN["accounts"],
        invoices=rows(
            "invoices",
            invoice("I1", issue_date=None),
            credit_note("C1", "I1"),
            credit_note("C2", "C1"),
        ),
        invoice_lines=rows("invoice_lines", line("L1", "I1"), line("L2", "C2", net_minor=-10_000)),
        payments=rows("payments", payment("P1", "I1")),
    )
    followed = {
        (file, number) for file, number, rule, _ in faults(report) if rule != "required_missing"
    }
    assert set(report.quarantine["rule"]) == {"required_missing", "parent_quarantined"}
    assert followed == {
        ("crm/invoices.csv", 3),
        ("crm/invoices.csv", 4),
        ("crm/invoice_lines.csv", 2),
        ("crm/invoice_lines.csv", 3),
        ("crm/payments.csv", 2),
    }
    assert [len(report.tables[name]) for name in ("invoices", "invoice_lines", "payments")] == [
        0
    ] * 3


def test_the_first_of_a_repeated_invoice_keeps_its_lines() -> None:
    twice = rows("invoices", invoice("I1"), invoice("I1"), source="billing")
    report = judged(**CLEAN | {"invoices": pd.concat([twice, CLEAN["invoices"].tail(1)])})
    assert faults(report) == {("billing/invoices.csv", 3, "exact_repeat", "quarantine")}


def test_a_row_may_name_what_the_warehouse_knows() -> None:
    lines = rows("invoice_lines", line("L1", "I-old"), line("L2", "I-nowhere"))
    known = {"accounts": frozenset({"A"}), "invoices": frozenset({"I-old"})}
    report = judged(known, invoice_lines=lines)
    assert faults(report) == {("crm/invoice_lines.csv", 3, "reference_missing", "quarantine")}


def test_what_this_delivery_keeps_out_is_gone_even_where_the_warehouse_knows_it() -> None:
    known = {"invoices": frozenset({"I1"})}
    report = judged(
        known,
        accounts=CLEAN["accounts"],
        invoices=rows("invoices", invoice("I1", currency="XQQ")),
        invoice_lines=rows("invoice_lines", line("L1", "I1")),
    )
    assert ("crm/invoice_lines.csv", 2, "parent_quarantined", "quarantine") in faults(report)


def test_a_feed_that_the_company_does_not_have_is_not_missed() -> None:
    sold = rows("invoice_lines", line("L1", "I1", product_id="P-9"))
    assert faults(judged(invoice_lines=sold)) == set()


def test_a_product_that_is_not_on_the_price_list_is_told_and_used() -> None:
    listed = rows("products", {"product_id": "P-1", "product_name": "Licence"})
    sold = rows("invoice_lines", line("L1", "I1", product_id="P-9"))
    report = judged(products=listed, invoice_lines=sold)
    assert faults(report) == {("crm/invoice_lines.csv", 2, "reference_missing", "warn")}
    assert len(report.tables["invoice_lines"]) == 1


@pytest.mark.parametrize(("strangers", "is_feed"), [(17, True), (18, False), (20, False)])
def test_a_feed_nine_tenths_of_which_join_nobody_is_as_if_it_had_not_come(
    strangers: int, is_feed: bool
) -> None:
    keys = ["nobody"] * strangers + ["A"] * (20 - strangers)
    contacts = rows(
        "contacts",
        *(
            {"contact_id": f"C{n}", "account_id": key, "contact_name": "X"}
            for n, key in enumerate(keys)
        ),
    )
    report = judged(accounts=CLEAN["accounts"], contacts=contacts)
    assert ("contacts" in report.tables) == is_feed
    kept_out = report.quarantine[report.quarantine["severity"] == "quarantine"]
    assert kept_out["rule"].value_counts().to_dict() == {
        "reference_missing": strangers,
        **({} if is_feed or strangers == 20 else {"feed_joins_nobody": 20 - strangers}),
    }


def test_accounts_above_themselves_are_held_with_those_below_them() -> None:
    circle = rows(
        "accounts",
        account("A", parent_account_id="B"),
        account("B", parent_account_id="A"),
        account("C", parent_account_id="A"),
        account("D", parent_account_id="E"),
        account("E"),
    )
    report = judged(accounts=circle)
    assert report.held == dict.fromkeys("ABC", ("parent_cycle",))
    assert len(report.tables["accounts"]) == 5


def test_an_account_whose_parent_was_kept_out_is_held_and_one_whose_parent_never_came_is_told() -> (
    None
):
    report = judged(
        accounts=rows(
            "accounts",
            account("A", currency="XQQ"),
            account("B", parent_account_id="A"),
            account("C", parent_account_id="not exported"),
        )
    )
    assert report.held == {"B": ("parent_quarantined",)}
    assert ("crm/accounts.csv", 4, "reference_missing", "warn") in faults(report)


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


def test_a_line_of_another_account_than_its_invoice_holds_both_clients() -> None:
    lines = rows("invoice_lines", line("L1", "I1", account_id="B"))
    report = judged(
        accounts=CLEAN["accounts"], invoices=rows("invoices", invoice("I1")), invoice_lines=lines
    )
    assert report.held == {"A": ("line_account_differs",), "B": ("line_account_differs",)}


def test_a_payment_by_another_account_than_its_invoices_is_told_and_used() -> None:
    """A parent that pays for its child does no harm."""
    paid = rows("payments", payment("P1", "I1"), payment("P2", "I1", account_id="B"))
    report = judged(
        accounts=CLEAN["accounts"], invoices=rows("invoices", invoice("I1")), payments=paid
    )
    assert faults(report) == {("crm/payments.csv", 3, "payment_account_differs", "warn")}
    assert report.held == {}
    assert len(report.tables["payments"]) == 2


def test_a_source_most_of_whose_rows_are_unusable_is_stopped_and_the_others_go_on() -> None:
    shifted = [{**payment(f"P{n}", "I1"), "currency": "11.600,00"} for n in range(11)]
    usable = [payment(f"P{n}", "I1") for n in range(11, 20)]
    report = judged(
        accounts=CLEAN["accounts"],
        invoices=CLEAN["invoices"],
        payments=rows("payments", *shifted, *usable, source="bank"),
    )
    assert {source: worded(why, "en") for source, why in report.stopped.items()} == {
        "bank": "bank: 11 of 20 rows of payments and refunds cannot be used, most of them for "
        "'unknown currency' (first in bank/payments.csv, line 2), so nothing of bank was loaded; "
        "compare the file's columns with the mapping of bank and land it again."
    }
    assert set(report.tables) == {"accounts", "invoices"}
    assert ("bank/payments.csv", 2, "most_rows_unusable", "stop") in faults(report)
    assert (report.quarantine["severity"] == "quarantine").sum() == 11


def test_a_file_delivered_twice_does_not_stop_its_source() -> None:
    twice = [payment(f"P{n % 15}", "I1") for n in range(45)]
    report = judged(
        accounts=CLEAN["accounts"], invoices=CLEAN["invoices"], payments=rows("payments", *twice)
    )
    assert report.stopped == {}
    assert len(report.tables["payments"]) == 15


def test_the_order_of_rows_decides_nothing_but_which_repeat_is_kept() -> None:
    broken = rows("invoices", invoice("I1"), invoice("I2", currency="XQQ"), invoice("I3"))
    lines = rows("invoice_lines", *(line(f"L{n}", f"I{n}") for n in (1, 2, 3)))
    tables = {"accounts": CLEAN["accounts"], "invoices": broken, "invoice_lines": lines}
    turned = {name: frame.iloc[::-1] for name, frame in tables.items()}
    assert faults(judged(**tables)) == faults(judged(**turned))


def test_tables_without_rows_break_no_rule() -> None:
    report = judged(accounts=CLEAN["accounts"].head(0), invoices=CLEAN["invoices"].head(0))
    assert report.quarantine.empty
    assert set(report.tables) == {"accounts", "invoices"}


def test_validating_writes_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    judged(accounts=CLEAN["accounts"])
    assert list(tmp_path.iterdir()) == []
    assert capfd.readouterr() == ("", "")


def test_importing_the_room_does_not_import_great_expectations() -> None:
    code = (
        "import sys, expectations, expectations.page; sys.exit('great_expectations' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])
