"""Suites by themselves: every file can work, and one that cannot is one sentence at start."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from expectations.errors import SuiteError
from messages.catalogue import languages
from messages.errors import worded
from transforms.tables import TABLES

if TYPE_CHECKING:
    from expectations.suite import Suite

pytestmark = [pytest.mark.usefixtures("checker"), pytest.mark.thorough]

FOLDER = Path(__file__).parents[2] / "expectations" / "suites"


def fault(**changes: object) -> str:
    """What is said of the price list's suite with such sections."""
    from expectations.suite_book import check_suites, suites

    suite: Suite = replace(suites()["products"], **changes)
    with pytest.raises(SuiteError) as caught:
        check_suites({"products": suite}, ["en"])
    assert worded(caught.value, "es") != worded(caught.value, "en")
    return str(caught.value).removeprefix("expectations/suites/products.py: ")


def test_every_file_of_the_folder_is_the_suite_of_a_table_and_can_work() -> None:
    from expectations.suite_book import check_suites, suites

    files = {path.stem for path in FOLDER.glob("*.py")} - {"__init__"}
    assert files == set(TABLES) == set(suites())
    check_suites(suites(), languages())


def test_what_a_table_s_description_requires_is_expected_of_its_rows() -> None:
    from expectations.suite_book import suites

    for name, suite in suites().items():
        kinds = {
            (type(check.expectation).__name__, check.column) for check in suite.checks("each_row")
        }
        for column in TABLES[name].columns:
            if column.required and not column.may_be_unknown:
                assert ("ExpectColumnValuesToNotBeNull", column.name) in kinds
            if column.allowed:
                assert ("ExpectColumnValuesToBeInSet", column.name) in kinds


def test_an_expectation_of_a_column_that_is_not_there_is_one_sentence() -> None:
    from expectations.vocabulary import between

    assert fault(each_row=[between("list_prise_minor", 0, None)]) == (
        "rule number_too_small names the column 'list_prise_minor', which rows of products do not "
        "have there; name one of the table's columns."
    )


def test_a_row_condition_on_a_column_that_is_not_there_is_one_sentence() -> None:
    from expectations.engine import Column, ExpectColumnValuesToNotBeNull
    from expectations.vocabulary import warn

    conditional = ExpectColumnValuesToNotBeNull(
        column="currency",
        row_condition=(Column("product_id") == "P") & (Column("prise") > 0),
        **warn("currency_missing"),
    )
    assert "names the column 'prise'" in fault(each_row=[conditional])


def test_a_rule_without_words_is_one_sentence() -> None:
    from expectations.engine import ExpectColumnValuesToNotBeNull
    from expectations.vocabulary import warn

    wordless = ExpectColumnValuesToNotBeNull(column="currency", **warn("price_unheard_of"))
    assert fault(each_row=[wordless]) == (
        "rule price_unheard_of has no words in language en; add rule-price-unheard-of with .name "
        "to its validation.ftl."
    )


def test_an_expectation_that_says_nothing_of_its_effect_is_one_sentence() -> None:
    from expectations.engine import ExpectColumnValuesToNotBeNull

    said = fault(each_row=[ExpectColumnValuesToNotBeNull(column="currency")])
    assert said.startswith("ExpectColumnValuesToNotBeNull on column 'currency' does not say what")


def test_a_rule_that_stands_twice_is_one_sentence() -> None:
    from expectations.vocabulary import between

    twice = [between("list_price_minor", 0, None), between("list_price_minor", 1, None)]
    assert "stands twice on column 'list_price_minor'" in fault(each_row=twice)


def test_a_reference_that_only_the_suite_knows_is_one_sentence() -> None:
    from expectations.vocabulary import joins

    said = fault(across_tables=joins("product_id", "accounts"))
    assert "names the column 'product_id_found'" in said


def test_a_reference_that_only_the_table_knows_is_one_sentence() -> None:
    from expectations.suite_book import check_suites, suites

    unjoined = replace(suites()["contacts"], across_tables=())
    with pytest.raises(SuiteError, match="'account_id' names rows of accounts, and only one of"):
        check_suites({"contacts": unjoined}, ["en"])


def test_a_table_without_a_suite_and_a_file_without_one_are_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from expectations import suite_book

    with pytest.raises(SuiteError, match="what must hold of the table nobody is not said"):
        suite_book.suite_in("nobody", tmp_path)
    (tmp_path / "products.py").write_text("SUITE = None\n", "utf-8")
    with pytest.raises(SuiteError, match="what must hold of the table products is not said"):
        suite_book.suite_in("products", tmp_path)


def test_an_expectation_that_the_library_refuses_is_one_sentence(tmp_path: Path) -> None:
    from expectations import suite_book

    (tmp_path / "products.py").write_text(
        "from expectations.engine import ExpectColumnValuesToBeInSet\n"
        "ExpectColumnValuesToBeInSet(column='', value_set=['a'])\n",
        "utf-8",
    )
    with pytest.raises(SuiteError, match="Great Expectations refuses it: 1 validation error"):
        suite_book.suite_in("products", tmp_path)


def test_data_docs_show_every_suite_and_what_was_judged(tmp_path: Path) -> None:
    from delivered import account, invoice, rows

    from expectations.validation import Validation
    from transforms.core.canonical import CanonicalTables
    from warehouse import open_staging

    tables = {
        "accounts": rows("accounts", account("A")),
        "invoices": rows("invoices", invoice("I1", status="?")),
    }
    with open_staging() as staging:
        validation = Validation(staging, {}, data_docs=tmp_path)
        validation.take(CanonicalTables(tables))
        assert len(validation.finish().quarantine) == 1
    for place in ("invoices/each_row", "invoices/among_kept", "usage/across_tables"):
        assert (tmp_path / "expectations" / f"{place}.html").is_file()
    (judged,) = (tmp_path / "validations" / "invoices" / "each_row").rglob("*.html")
    assert "Failed" in judged.read_text("utf-8")
    assert (tmp_path / "index.html").is_file()
