"""`cartera forget`, as its user sees it."""

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
