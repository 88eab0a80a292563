"""`cartera map`, as its user sees it."""

from pathlib import Path

import pytest
from command_line import Cartera

from sources.mapping.load import load_mapping


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    folder = tmp_path / "exports"
    folder.mkdir()
    (folder / "customers.csv").write_text("customer_id,company_name\nC1,Acme\nC2,Peak\n")
    return folder


def test_a_proposal_is_written_and_told(cartera: Cartera, exports: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "crm.toml"
    code, said, err = cartera("map", exports, "--out", out)
    assert (code, err) == (0, "")
    assert "customers.csv" in said and "accounts" in said
    assert "Without tickets:" in said
    assert load_mapping(out).source == "crm"


def test_it_is_told_in_spanish(cartera: Cartera, exports: Path, tmp_path: Path) -> None:
    code, said, _ = cartera("map", exports, "--out", tmp_path / "crm.toml", "--lang", "es")
    assert code == 0
    assert "qué se tomó por qué" in said and "Sin tickets:" in said
    assert "Una propuesta" in (tmp_path / "crm.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("is_named", [True, False], ids=["named", "of the environment"])
def test_the_company_gives_its_currency(
    cartera: Cartera,
    exports: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    is_named: bool,
) -> None:
    company = Path(__file__).parents[1] / "companies" / "wholesaler"
    monkeypatch.setenv("CARTERA_COMPANY", str(tmp_path if is_named else company))
    named = ("--company", company) if is_named else ()
    cartera("map", exports, "--out", tmp_path / "crm.toml", *named)
    assert 'currency = { value = "GBP" }' in (tmp_path / "crm.toml").read_text(encoding="utf-8")


def test_a_mapping_is_never_overwritten(cartera: Cartera, exports: Path, tmp_path: Path) -> None:
    taken = tmp_path / "mine.toml"
    taken.write_text("mine")
    code, _, err = cartera("map", exports, "--out", taken)
    assert (code, taken.read_text()) == (2, "mine")
    assert "is there already" in err and err.count("\n") == 1


def test_a_folder_that_is_not_there_is_one_sentence(cartera: Cartera, tmp_path: Path) -> None:
    code, _, err = cartera("map", tmp_path / "nowhere", "--out", tmp_path / "a.toml")
    assert code == 2
    assert "there is no folder" in err and err.count("\n") == 1


def test_what_is_left_to_a_person_is_told(cartera: Cartera, exports: Path, tmp_path: Path) -> None:
    tickets = (
        "ticket_id,customer_id,created_at,priority,status,mood\nT1,C1,2026-01-05,p1,open,sad\n"
    )
    (exports / "tickets.csv").write_text(tickets)
    _, said, _ = cartera("map", exports, "--out", tmp_path / "crm.toml")
    assert "Not understood in tickets.csv, priority: p1" in said
    assert "Nothing reads these columns of tickets.csv: mood" in said


def test_a_file_that_a_built_in_mapping_reads_is_left_to_it(
    cartera: Cartera, exports: Path, tmp_path: Path
) -> None:
    (exports / "anything.csv").write_text("Issue key,Summary\nN-1,Train\n")
    _, said, _ = cartera("map", exports, "--out", tmp_path / "crm.toml")
    assert "the built-in mapping jira reads it" in said
    assert "Without tasks:" not in said
    (file,) = (item for item in load_mapping(tmp_path / "crm.toml").files if item.unused)
    assert file.pattern == "anything.csv"
