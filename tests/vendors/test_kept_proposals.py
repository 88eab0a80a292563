"""Kept folders of exports, looked at in place where they stand beside the checkout."""

import re

import pytest
from whole_company import CASES

from messages.catalogue import catalogue
from sources.proposer import Company, Proposal, propose
from sources.proposer.text import mapping_text


def proposed(name: str, inputs: str) -> Proposal:
    folder = CASES / name / inputs
    if not folder.is_dir():
        pytest.skip(f"the case {name} is not kept beside this checkout")
    return propose(folder, "kept", Company("USD", "US", "en"))


def draft(name: str, inputs: str) -> str:
    return mapping_text(proposed(name, inputs), catalogue("en"))


def test_a_file_without_a_name_for_its_rows_gets_a_draft() -> None:
    assert 'pattern = "methods.csv"' in draft("b-map_keyerror", "in")


def test_a_neighbour_changes_no_proposal() -> None:
    alone, beside = (proposed("b-map_neighbour", name) for name in ("alone", "with_neighbour"))
    assert [table.table for table in alone.tables] == ["accounts"]
    assert beside.tables == alone.tables


def test_one_bad_date_undoes_no_file() -> None:
    good, bad = (proposed("b-map_one_bad_date", name) for name in ("good", "bad"))
    assert [table.table for table in bad.tables] == ["accounts", "invoices", "invoice_lines"]
    assert bad.files[0].dates == good.files[0].dates == ("%d/%m/%Y",)
    rules = [
        [(item.column, item.rule) for item in found.tables[0].columns] for found in (good, bad)
    ]
    assert rules[0] == rules[1]


def test_words_without_a_meaning_are_listed() -> None:
    text = draft("a-words", "exports")
    assert "(critical, high, normal, low): p4, p1, p2, p3\n" in text
    assert "(open, solved, deleted): escalated\n" in text


def test_no_pattern_swallows_next_months_file() -> None:
    patterns = {file.looked.sample.pattern for file in proposed("a-catch_all", "exports").files}
    told = re.findall(r'^pattern = "(.*)"$', draft("a-catch_all", "exports"), re.MULTILINE)
    assert set(told) == patterns
    assert not any("*" in pattern for pattern in told)


def test_columns_that_nothing_reads_are_listed() -> None:
    unread = "monthly_recurring_revenue, contract_start_date, nps_score"
    assert f"# Nothing reads these columns: {unread}\n" in draft("a-unread_columns", "exports")
