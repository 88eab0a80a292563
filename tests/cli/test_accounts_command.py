"""From rows that join nothing to a map that a person decided, and back, by the commands alone."""

import csv
from pathlib import Path

import pytest
from command_line import Cartera

from pipeline.ingest.ingest import ingest
from pipeline.settings import load_settings
from warehouse import open_warehouse

pytestmark = pytest.mark.thorough

SETTINGS = """[company]
name = "Acme's agency"
reporting_currency = "EUR"
languages = ["es"]

[[sources]]
mapping = "account_map"
[[sources]]
mapping = "hubspot"
[[sources]]
mapping = "stripe"
"""
COMPANIES = """Record ID,Company name,Company Domain Name,Create Date,Merged object IDs
101,"Viñas del Sur, S.L.",vinas.es,2024-01-01 10:00,99; 98
102,Faro Digital,faro.io,2024-01-01 10:00,
"""
DEALS = """Record ID,Deal Name,Deal Stage,Amount,Close Date,Associated Company IDs (Primary)
1,Renewal,Closed Won,100,2026-08-01 10:00,98
"""
CUSTOMERS = """id,Name,Email,account_id (metadata)
cus_1,VINAS DEL SUR SL,pagos@vinas.es,
cus_2,Faro,admin@gmail.com,102
cus_3,=HYPERLINK("x"),,
"""
PAYMENTS = """id,Customer ID,Status,Created date (UTC),Amount,Currency,Mode
p1,cus_1,Paid,2026-09-01 10:00,50.00,eur,Live
p2,cus_2,Paid,2026-09-01 10:00,20.00,eur,Live
p3,cus_1,Paid,2026-09-02 10:00,30.00,eur,Live
"""


@pytest.fixture
def company(tmp_path: Path) -> Path:
    folder = tmp_path / "acme"
    landing = folder / "landing" / "2026-10-01"
    landing.mkdir(parents=True)
    (folder / "cartera.toml").write_text(SETTINGS, encoding="utf-8")
    for name, text in {
        "companies.csv": COMPANIES,
        "deals.csv": DEALS,
        "customers.csv": CUSTOMERS,
        "payments.csv": PAYMENTS,
    }.items():
        (landing / name).write_text(text, encoding="utf-8")
    return folder


def paid(folder: Path) -> dict[str, str]:
    """The account of each payment, after everything landed was ingested."""
    settings = load_settings(folder)
    with open_warehouse(settings.warehouse_url) as warehouse:
        ingest(settings, warehouse)
        known_at = warehouse.known_at_latest(None)
        assert known_at
        rows = warehouse.read_tables(known_at)
    assert rows["opportunities"]["account_id"].tolist() == ["101"]
    return dict(zip(rows["payments"]["payment_id"], rows["payments"]["account_id"], strict=True))


def read_map(path: Path, delimiter: str) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=delimiter))


def decide(path: Path, delimiter: str, column: str, words: list[str]) -> None:
    rows = read_map(path, delimiter)
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows({**row, column: word} for row, word in zip(rows, words, strict=True))


@pytest.mark.parametrize(
    ("name", "delimiter", "decision", "yes"),
    [("account_map.csv", ",", "decision", "Yes"), ("mapa_de_cuentas.csv", ";", "decisión", "SÍ")],
)
def test_what_a_person_accepts_joins_and_nothing_else(
    cartera: Cartera, company: Path, name: str, delimiter: str, decision: str, yes: str
) -> None:
    code, said, err = cartera("check", "--company", company)
    assert (code, err) == (0, "")
    assert "Rows that wait for their account: 2 (keys: 1)" in said
    assert "the one after the arrow: 99 → 101, 98 → 101" in said
    assert paid(company) == {"p2": "102"}

    out = company / "landing" / "2026-10-01" / name
    code, said, err = cartera("accounts", "propose", "--company", company, "--out", out)
    assert (code, err) == (0, "")
    assert "Keys that lead to no account: 2, with a proposal: 1" in said
    best, nothing = read_map(out, delimiter)
    assert list(best.values())[:5] == [
        "stripe",
        "cus_1",
        "VINAS DEL SUR SL",
        "101",
        "Viñas del Sur, S.L.",
    ]
    assert list(best.values())[6:] == ["97%", "2", ""]
    assert list(nothing.values())[:4] == ["stripe", "cus_3", '\'=HYPERLINK("x")', ""]
    assert paid(company) == {"p2": "102"}  # a proposal joins nothing

    decide(out, delimiter, decision, [yes, "no"])
    assert paid(company) == {"p1": "101", "p2": "102", "p3": "101"}


def test_a_map_beside_the_settings_counts_for_every_delivery_that_is_read(
    cartera: Cartera, company: Path
) -> None:
    assert paid(company) == {"p2": "102"}
    own = company / "account_map.csv"
    _, said, _ = cartera("accounts", "propose", "--company", company, "--out", own)
    assert f"keep the file as {own}" in said
    decide(own, ",", "decision", ["yes", ""])
    assert paid(company) == {"p1": "101", "p2": "102", "p3": "101"}

    (company / "landing" / "2026-10-01").rename(company / "landing" / "2026-11-01")
    later = company / "landing" / "2026-11-01" / "payments.csv"
    later.write_text(f"{PAYMENTS}p4,cus_1,Paid,2026-10-02 10:00,5.00,eur,Live\n")
    assert paid(company)["p4"] == "101"
    settings = load_settings(company)
    with open_warehouse(settings.warehouse_url) as warehouse:
        (again,) = ingest(settings, warehouse)
    assert (again.is_new, again.told) == (False, ())


def test_links_accepted_before_stay_in_the_next_map(cartera: Cartera, company: Path) -> None:
    first = company / "landing" / "2026-10-01" / "account_map.csv"
    cartera("accounts", "propose", "--company", company, "--out", first)
    decide(first, ",", "decision", ["yes", ""])
    paid(company)
    again = company / "account_map_2.csv"
    cartera("accounts", "propose", "--company", company, "--out", again)
    rows = [
        (row["external_id"], row["account_id"], row["decision"]) for row in read_map(again, ",")
    ]
    assert rows == [("cus_1", "101", "yes"), ("cus_3", "", "")]


def test_a_map_that_nothing_would_read_is_refused(cartera: Cartera, company: Path) -> None:
    code, _, err = cartera("accounts", "propose", "--company", company, "--out", "links.csv")
    assert code == 2
    assert "links.csv would not be read as an account map; name it account_map….csv" in err


def test_a_map_with_decisions_is_never_overwritten(cartera: Cartera, company: Path) -> None:
    out = company / "account_map.csv"
    out.write_text("mine")
    code, _, err = cartera("accounts", "propose", "--company", company, "--out", out)
    assert (code, out.read_text()) == (2, "mine")
    assert "is there already and may hold decisions" in err
