"""`cartera forget`, as its user sees it."""

from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from command_line import Cartera
from deliveries import OCTOBER

from pipeline.settings import load_settings
from warehouse import RemarkRecord, open_warehouse


@pytest.fixture
def remarked(company: Path) -> Path:
    """A company in whose warehouse a remark names somebody."""
    with open_warehouse(load_settings(company).warehouse_url) as warehouse:
        warehouse.add_remarks(
            [RemarkRecord("A1", "2026-Q3", "qbr", "p", "Ask Ana Ruiz.", "e", "s", "x", OCTOBER)]
        )
    return company


def remark(company: Path) -> str:
    with open_warehouse(load_settings(company).warehouse_url) as warehouse:
        (found,) = warehouse.remarks("2026-Q3", ["A1"])
    return found.text


def test_a_dry_run_says_where_and_changes_nothing(cartera: Cartera, remarked: Path) -> None:
    code, out, err = cartera("forget", "Ana Ruiz", "--dry-run", "--company", remarked)
    assert (code, err) == (0, "")
    assert "Names that will be taken out: Ana Ruiz" in out
    assert "remarks: 1 row\n" in out
    assert out.endswith("Nothing was changed.\n")
    assert remark(remarked) == "Ask Ana Ruiz."


def test_with_a_yes_the_name_is_gone(cartera: Cartera, remarked: Path) -> None:
    code, out, _ = cartera("forget", "ana ruiz", "--yes", "--company", remarked)
    assert code == 0
    assert "forgotten-" in out.splitlines()[-1]
    assert remark(remarked).startswith("Ask forgotten-")


@pytest.mark.parametrize("asked", [(), ("Ana Ruiz", "--client", "A1")])
def test_one_has_to_be_named(cartera: Cartera, company: Path, asked: tuple[str, ...]) -> None:
    code, _, err = cartera("forget", *asked, "--company", company)
    assert code == 2
    assert "name one to forget" in err


def test_it_refuses_beside_a_run_in_one_sentence(cartera: Cartera, remarked: Path) -> None:
    asked = ("forget", "Ana Ruiz", "--company", remarked)
    with open_warehouse(load_settings(remarked).warehouse_url) as warehouse:
        warehouse.start_run("2026-Q3", OCTOBER)
        with warehouse.run_lock("2026-Q3"):
            code, out, err = cartera(*asked, "--yes")
            assert cartera(*asked, "--dry-run")[0] == 0
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "a run of 2026-Q3 is in progress" in err
    assert remark(remarked) == "Ask Ana Ruiz."
    assert cartera(*asked, "--yes")[0] == 0


def test_a_run_while_it_asks_keeps_it_from_forgetting(
    cartera: Cartera, remarked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_warehouse(load_settings(remarked).warehouse_url) as warehouse, ExitStack() as run:
        warehouse.start_run("2026-Q3", OCTOBER)

        def agreed(*_: object) -> bool:
            run.enter_context(warehouse.run_lock("2026-Q3"))
            return True

        monkeypatch.setattr("cli.forget.is_agreed", agreed)
        assert cartera("forget", "Ana Ruiz", "--company", remarked)[0] == 1
    assert remark(remarked) == "Ask Ana Ruiz."


def test_the_record_says_when_who_ordered_it_and_how_much(cartera: Cartera, remarked: Path) -> None:
    before = datetime.now(UTC)
    url = load_settings(remarked).warehouse_url
    assert cartera("forget", "Ana Ruiz", "-y", "--as", "our DPO", "--company", remarked)[0] == 0
    with open_warehouse(url) as warehouse:
        (record,) = warehouse.forgotten()
    assert before <= record.at <= datetime.now(UTC)
    assert (record.who, record.rows, record.files) == ("our DPO", 1, ())
    assert remark(remarked) == f"Ask {record.pseudonym}."
