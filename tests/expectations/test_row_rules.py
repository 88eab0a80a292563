"""Each table's own rules: a clean row breaks none, and each broken row is found by its line."""

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from delivered import Row, account, invoice, line, payment, rows

if TYPE_CHECKING:
    from expectations.checker import Checker, Judged

pytestmark = pytest.mark.thorough

Found = set[tuple[int, str, str]]

SUBSCRIPTION = {
    "subscription_id": "S1",
    "account_id": "A",
    "status": "active",
    "is_trial": False,
    "start_date": "2026-01-01",
    "yearly_minor": 120_000,
    "currency": "MXN",
}
DEAL = {
    "opportunity_id": "O1",
    "account_id": "A",
    "state": "open",
    "amount_minor": 5,
    "currency": "EUR",
}
REQUEST = {
    "request_id": "R1",
    "account_id": "A",
    "requested_date": "2026-07-01",
    "requested_discount": 0.15,
    "currency": "MXN",
}
TICKET = {
    "ticket_id": "T1",
    "account_id": "A",
    "status": "open",
    "created_at": "2026-07-02T10:00",
}
ANSWER = {
    "answer_id": "N1",
    "account_id": "A",
    "survey_kind": "nps",
    "score": 9,
    "answered_at": "2026-07-02T10:00",
}
COST = {
    "account_id": "A",
    "month": "2026-07-01",
    "cost_kind": "cost_of_sales",
    "amount_minor": 5,
    "currency": "MXN",
}
RATE = {
    "rate_date": "2026-07-31",
    "rate_kind": "month_end",
    "base_currency": "EUR",
    "quote_currency": "MXN",
    "rate": "20.1525",
}
USE = {"usage_id": "U1", "account_id": "A", "usage_date": "2026-07-01", "days": 1, "events": 4}
TARGET = {
    "entity_type": "client",
    "entity_id": "A",
    "period": "2026-Q3",
    "metric": "mrr",
    "target": 1,
}

# Table, a clean row, and rows that break one rule each: what they change, rule, column.
CASES: list[tuple[str, Row, list[tuple[Row, str, str]]]] = [
    (
        "accounts",
        account("A"),
        [
            ({"account_id": None}, "key_missing", "account_id"),
            ({"account_id": "B", "account_name": ""}, "required_missing", "account_name"),
            ({"account_id": "C", "segment": "vip"}, "unknown_value", "segment"),
            ({"account_id": "D", "currency": "PESOS"}, "unknown_currency", "currency"),
            ({}, "exact_repeat", ""),
            ({"account_name": "Somebody else"}, "key_repeated", "account_id"),
        ],
    ),
    (
        "invoices",
        invoice("I1"),
        [
            ({"invoice_id": "I2", "status": "PAID!"}, "unknown_value", "status"),
            ({"invoice_id": "I3", "due_date": "2026-06-30"}, "dates_reversed", "due_date"),
            ({"invoice_id": "I4", "issue_date": "0216-07-01"}, "date_implausible", "issue_date"),
            (
                {"invoice_id": "I5", "document_kind": "credit_note"},
                "credit_note_positive",
                "total_minor",
            ),
            (
                {"invoice_id": "I6", "net_minor": -1, "tax_minor": 0, "total_minor": -1},
                "invoice_negative",
                "total_minor",
            ),
        ],
    ),
    (
        "invoice_lines",
        line("L1", "I1", service_start="2026-07-01", service_end="2026-08-01"),
        [
            ({"line_id": "L2", "net_minor": None}, "required_missing", "net_minor"),
            ({"line_id": "L3", "service_end": "2026-06-30"}, "dates_reversed", "service_end"),
        ],
    ),
    (
        "payments",
        payment("P1", "I1"),
        [
            ({"payment_id": "P2", "payment_kind": "refund"}, "refund_positive", "amount_minor"),
            ({"payment_id": "P3", "amount_minor": -5}, "payment_negative", "amount_minor"),
        ],
    ),
    (
        "subscriptions",
        SUBSCRIPTION,
        [
            ({"subscription_id": "S2", "end_date": "2025-12-31"}, "dates_reversed", "end_date"),
            ({"subscription_id": "S3", "yearly_minor": -1}, "number_too_small", "yearly_minor"),
            ({"subscription_id": "S4", "status": "cancelled"}, "ended_without_date", "end_date"),
        ],
    ),
    (
        "opportunities",
        DEAL,
        [
            ({"opportunity_id": "O2", "probability": 75}, "number_out_of_range", "probability"),
            ({"opportunity_id": "O3", "currency": None}, "currency_missing", "currency"),
        ],
    ),
    (
        "renewal_requests",
        REQUEST,
        [
            (
                {"request_id": "R2", "requested_discount": 15},
                "number_out_of_range",
                "requested_discount",
            ),
            ({"request_id": "R3", "price_minor": -1}, "number_too_small", "price_minor"),
        ],
    ),
    (
        "tickets",
        TICKET,
        [
            ({"ticket_id": "T2", "solved_at": "2026-07-02T09:59"}, "dates_reversed", "solved_at"),
            ({"ticket_id": "T3", "status": "solved"}, "solved_without_time", "solved_at"),
        ],
    ),
    (
        "surveys",
        ANSWER,
        [
            ({"answer_id": "N2", "score": 11}, "nps_score_unknown", "score"),
            ({"answer_id": "N3", "score": 8.5}, "nps_score_unknown", "score"),
        ],
    ),
    ("usage", USE, [({"usage_id": "U2", "events": -1}, "number_too_small", "events")]),
    ("costs", COST, [({"month": "2026-07-15"}, "month_not_first_day", "month")]),
    (
        "fx_rates",
        RATE,
        [
            ({"base_currency": "USD", "rate": "0.00"}, "rate_not_positive", "rate"),
            ({"rate_date": "2026-07-30"}, "rate_repeated", "rate_date"),
        ],
    ),
    ("targets", TARGET, [({"period": "Q3 2026"}, "period_unreadable", "period")]),
]


@pytest.mark.parametrize(("table", "clean", "broken"), CASES, ids=[case[0] for case in CASES])
def test_each_broken_row_is_found_with_its_line_and_nothing_else_is(
    checker: "Checker", table: str, clean: Row, broken: list[tuple[Row, str, str]]
) -> None:
    frame = rows(table, clean, *({**clean, **change} for change, _, _ in broken))
    verdicts = judged(checker, table, frame)
    found: Found = {
        (int(number), verdict.check.rule, verdict.check.column)
        for verdict in verdicts
        for number in verdict.rows["source_line"]
    }
    assert found == {(n, rule, column) for n, (_, rule, column) in enumerate(broken, 3)}


def test_what_a_row_may_lack_is_no_fault(checker: "Checker") -> None:
    unscored = rows("surveys", {**ANSWER, "score": None}, {**ANSWER, "answer_id": "N2"})
    verdicts = judged(checker, "surveys", unscored)
    assert [verdict.check.rule for verdict in verdicts if len(verdict.rows)] == []


def test_a_csat_score_is_not_held_to_the_scale_of_nps(checker: "Checker") -> None:
    csat = rows("surveys", {**ANSWER, "survey_kind": "csat", "score": 100})
    verdicts = judged(checker, "surveys", csat)
    assert [verdict.check.rule for verdict in verdicts if len(verdict.rows)] == []


def test_rows_are_counted_where_the_rule_applies(checker: "Checker") -> None:
    frame = rows("tickets", TICKET, {**TICKET, "ticket_id": "T2", "solved_at": "2026-07-03T10:00"})
    checked = {
        (verdict.check.rule, verdict.check.column): verdict.checked
        for verdict in judged(checker, "tickets", frame)
    }
    assert checked["required_missing", "account_id"] == 2
    assert checked["dates_reversed", "solved_at"] == 1


def test_every_row_of_a_repeated_key_but_the_first_is_at_fault(checker: "Checker") -> None:
    frame = rows("accounts", account("A"), account("A", tier="gold"), account("A", tier="silver"))
    repeated = _verdict(checker, "accounts", "key_repeated", frame)
    assert repeated.rows["source_line"].tolist() == [3, 4]


def test_however_many_rows_are_at_fault_each_is_found(checker: "Checker") -> None:
    late = {"due_date": "2026-06-30", "currency": "PESOS", "document_kind": "credit_note"}
    frame = rows("invoices", *(invoice(f"I{n}", **late) for n in range(700)))
    found = {each.check.rule: len(each.rows) for each in judged(checker, "invoices", frame)}
    rules = ("unknown_currency", "dates_reversed", "credit_note_positive")
    assert [found[rule] for rule in rules] == [700, 700, 700]


def test_a_check_that_could_not_be_made_is_an_error_and_not_a_pass(checker: "Checker") -> None:
    from expectations.check import Check
    from expectations.checker import CheckFailedError
    from expectations.vocabulary import period_written

    impossible = Check("targets", "each_row", period_written("period", "(never closed"))
    with pytest.raises(CheckFailedError, match=r"period_unreadable on targets\.period"):
        checker.judge([impossible], rows("targets", TARGET))


def test_rows_that_the_library_counts_are_those_that_the_rule_is_about(checker: "Checker") -> None:
    from expectations.checker import in_question
    from expectations.suite_book import suites

    told: list[dict[str, int]] = []
    counting = replace(
        checker, record=lambda result: told.extend(item.result for item in result.results)
    )
    frame = rows(
        "invoices",
        invoice("I1", tax_minor=None, due_date=None),
        invoice("I2", document_kind="credit_note", status=None),
    )
    checks = suites()["invoices"].checks("each_row")
    found = counting.judge(checks, frame)
    by_library = sorted(each["element_count"] - each.get("missing_count", 0) for each in told)
    assert sorted(each.checked for each in found) == by_library
    assert int(in_question(found[-1].check, frame).sum()) == 2


def judged(checker: "Checker", table: str, frame: pd.DataFrame) -> "list[Judged]":
    """What a delivery of these rows alone comes to."""
    from expectations.alone import judge_repeats
    from expectations.suite_book import suites

    suite = suites()[table]
    across = groupby(suite.checks("across_rows"), key=lambda check: check.among)
    return [
        *checker.judge(suite.checks("each_row"), frame),
        *(each for _, checks in across for each in judge_repeats(checker, list(checks), frame)),
    ]


def _verdict(checker: "Checker", table: str, rule: str, frame: pd.DataFrame) -> "Judged":
    verdicts = judged(checker, table, frame)
    return next(verdict for verdict in verdicts if verdict.check.rule == rule)
