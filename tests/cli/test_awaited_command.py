"""`cartera awaited`, as its user sees it."""

from pathlib import Path

from command_line import Cartera


def awaiting(company: Path, *patterns: str) -> Path:
    settings = company / "cartera.toml"
    settings.write_text(f"{settings.read_text()}\n[schedule]\nawaited = {list(patterns)}\n")
    return company


def test_what_has_come_and_what_has_not_is_told_and_exits_apart(
    cartera: Cartera, company: Path
) -> None:
    for day in ("2026-09-01", "2026-10-01"):
        folder = company / "landing" / day / "erp"
        folder.mkdir(parents=True)
        (folder / "invoices.csv").write_text("id\n1\n")
    awaiting(company, "erp/invoices*.csv", "erp/clients.csv")
    arguments = ("awaited", "--company", company, "--period", "2026-09")
    code, out, _ = cartera(*arguments)
    assert code == 3
    assert "2026-10-01/erp/invoices.csv" in out
    assert "2026-09-01" not in out
    (company / "landing" / "2026-10-01" / "erp" / "clients.csv").write_text("id\n1\n")
    code, out, _ = cartera(*arguments)
    assert code == 0
    assert "2026-10-01/erp/clients.csv" in out


def test_awaiting_nothing_is_one_sentence(cartera: Cartera, company: Path) -> None:
    code, out, err = cartera("awaited", "--company", company)
    assert (code, out) == (1, "")
    assert "cartera.toml names no file that a month waits for" in err
