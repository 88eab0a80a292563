"""Messages are found by their folders, filled in whole, and the same in every language."""

from decimal import Decimal
from pathlib import Path

import pytest

from messages.catalogue import (
    MORE_LANGUAGES,
    MessageError,
    Shown,
    catalogue,
    forget_languages,
    languages,
)
from messages.clause import clause, from_stored, named
from messages.errors import CarteraError, worded

POLISH = """\
greeting = Cześć
rows = { $rows ->
    [one] { $rows } wiersz
    [few] { $rows } wiersze
   *[other] { $rows } wierszy
}
    .definition = Liczone { NUMBER($rows, useGrouping: 1) }
inside = ({ $what })
list-page =
    a

    b
"""


@pytest.fixture
def polish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "pl").mkdir()
    (tmp_path / "pl" / "some.ftl").write_text(POLISH, "utf-8")
    monkeypatch.setenv(MORE_LANGUAGES, str(tmp_path))
    forget_languages()
    yield catalogue("pl")
    forget_languages()


def test_a_language_is_a_folder_that_is_found(polish):
    assert "pl" in languages()


def test_numbers_choose_the_form_of_the_language(polish):
    said = [polish.say("rows", rows=rows) for rows in (1, 3, 5, 22)]
    assert said == ["1 wiersz", "3 wiersze", "5 wierszy", "22 wiersze"]


def test_a_number_shows_plain_digits_or_its_own_text(polish):
    assert polish.say("rows", rows=12345).startswith("12345 ")
    assert polish.say("rows", rows=Shown(12345, "12 345")).startswith("12 345 ")
    assert polish.say("rows.definition", rows=12345).removeprefix("Liczone ") == "12\u00a0345"


def test_a_clause_and_a_list_are_worded_inside_of_a_sentence(polish):
    what = ("x", clause("rows", rows=2), Decimal("1.50"))
    assert polish.say("inside", what=what) == "(x, 2 wiersze, 1.50)"


def test_messages_of_several_lines_and_of_any_length(polish):
    assert polish.say("list-page") == "a\n\nb"
    assert len(polish.say("inside", what="x" * 10_000)) == 10_002


@pytest.mark.parametrize(
    ("message", "facts"),
    [("nothing", {}), ("rows", {}), ("inside", {"what": None}), ("rows.why", {"rows": 1})],
)
def test_nothing_is_ever_half_said(polish, message: str, facts: dict[str, object]):
    with pytest.raises(MessageError):
        polish.say(message, **facts)


def test_an_id_stands_once(tmp_path: Path, polish):
    (tmp_path / "pl" / "other.ftl").write_text("greeting = Hej\n", "utf-8")
    forget_languages()
    with pytest.raises(MessageError, match="greeting"):
        catalogue("pl")


class InsideError(CarteraError):
    code = "inside"
    exit_code = 2
    what: str


def test_a_failure_is_its_code_and_facts(polish):
    error = InsideError("a/b.csv")
    assert error.clause == clause("inside", what="a/b.csv")
    assert worded(error, "pl") == "(a/b.csv)"


def test_clauses_are_stored_as_facts_and_older_sentences_kept():
    told = clause("inside", what=("x", clause("rows", rows=2)))
    assert from_stored(told.stored()) == told
    assert from_stored("orders.csv: 3 rows are new.") == "orders.csv: 3 rows are new."


def test_ids_of_things_that_code_names():
    assert named("table", "credit_notes") == "table-credit-notes"
