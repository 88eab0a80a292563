"""A delivery judged as a whole: references, money, holds, stops, and what is handed on."""

import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from collected import Judged as ValidationReport
from delivered import account, credit_note, invoice, line, payment, rows
from judged import CLEAN, faults, judged

from expectations import RESULT_DTYPES
from messages.clause import clause
from messages.errors import worded
from transforms.core.canonical import QUARANTINE_DTYPES

pytestmark = [pytest.mark.usefixtures("checker"), pytest.mark.thorough]


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
