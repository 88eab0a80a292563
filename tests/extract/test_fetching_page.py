"""The page on fetching: what it tells to write is written, and its commands are typed."""

import re
import sqlite3
import tomllib
from collections.abc import Mapping
from contextlib import closing
from itertools import repeat
from pathlib import Path
from typing import Any

import pytest
from extract_runs import FetchingCompany, rows_of
from fake_stripe import FakeStripe, served
from fake_systems import FakeSystem
from stripe_company import CLIENTS, write_company
from test_feeds_are_told import cartera

from extract.systems import at_company, load_system, system_names

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "fetching.md").read_text(encoding="utf-8")
STRIPE, BEFORE, ERP, ERP_SYSTEM, ERP_MAPPING, LEDGER_SYSTEM = re.findall(
    r"```toml\n(.*?)```", PAGE, re.DOTALL
)
COMMANDS = re.findall(r"^\| `cartera (fetch[^`]*)`", PAGE, re.MULTILINE)
LEDGER = """
[[fetch.systems]]
system = "ledger.toml"

[[sources]]
mapping = "mappings/ledger.toml"

[[sources]]
mapping = "account_map"
"""


def orders(path: str, asked: Mapping[str, str]) -> Any:
    """Two pages; whoever asks for what changed is told nothing."""
    assert path == "/v1/orders"
    facts = {"client": CLIENTS[0], "total": "10.50", "issued_on": "2026-07-01"}
    rows = [] if "updated_since" in asked else [{"id": f"o{n}", **facts} for n in (1, 2, 3)]
    start = int(asked.get("cursor", "0"))
    following = str(start + 2) if start + 2 < len(rows) else None
    return {"orders": rows[start : start + 2], "next_cursor": following}


@pytest.fixture
def company(tmp_path: Path, make_database, monkeypatch, stripe: FakeStripe):
    """A company that writes what the page says, but for the servers' addresses."""
    monkeypatch.setenv("CARTERA_WAREHOUSE__URL", make_database("sqlite"))
    monkeypatch.setenv("CARTERA_STRIPE_KEY", "rk_test_a_key_that_nobody_may_read")
    monkeypatch.setenv("CARTERA_ERP_ID", "me")
    monkeypatch.setenv("CARTERA_ERP_SECRET", "hush")
    folder = write_company(tmp_path / "acme")
    for name, text in (("erp", ERP_SYSTEM), ("ledger", LEDGER_SYSTEM)):
        (folder / f"{name}.toml").write_text(text)
    links = f"erp,{CLIENTS[0]},{CLIENTS[0]},yes\nledger,{CLIENTS[1]},{CLIENTS[1]},yes\n"
    (folder / "account_map.csv").write_text(f"system,external_id,account_id,decision\n{links}")
    (folder / "mappings").mkdir()
    (folder / "mappings" / "erp.toml").write_text(ERP_MAPPING)
    ledger = ERP_MAPPING.replace('records = "orders"', 'records = "rows"')
    (folder / "mappings" / "ledger.toml").write_text(ledger.replace("erp", "ledger"))
    with closing(sqlite3.connect(folder / "ledger.db")) as database, database:
        columns = "id INTEGER PRIMARY KEY, client TEXT, total TEXT, issued_on DATE"
        database.execute(f"CREATE TABLE orders ({columns}, changed_at TIMESTAMP)")
        row = (7, CLIENTS[1], "20.05", "2026-07-01", "2026-07-01 10:00:00")
        database.execute("INSERT INTO orders VALUES (?, ?, ?, ?, ?)", row)
    monkeypatch.setenv("CARTERA_LEDGER_DATABASE", f"sqlite:///{folder / 'ledger.db'}")
    token = repeat(b'{"access_token": "t"}')
    with served(FakeSystem(orders, "Bearer t", tokens=token)) as erp:
        settings = (folder / "cartera.toml").read_text().replace(
            '[[sources]]\nmapping = "stripe_api"\n', ""
        ) + "\n".join((STRIPE, ERP, LEDGER, BEFORE))
        for name, address in (("stripe", stripe.address), ("erp.toml", erp.address)):
            told = f'system = "{name}"\n'
            assert told in settings
            settings = settings.replace(told, f'{told}address = "{address}"\n')
        (folder / "cartera.toml").write_text(settings)
        yield FetchingCompany(folder)


def test_what_the_page_says_is_written_and_its_commands_are_typed(company: FetchingCompany):
    assert len(COMMANDS) == 5
    for typed in COMMANDS:
        code, said = cartera(*typed.split(), "--company", company.folder)
        assert code == 0, said
    assert {path.name for path in company.landed[0].iterdir()} == {"erp", "ledger", "stripe"}
    assert [path.name for path in company.landed[1].iterdir()] == ["stripe"], "of one"
    (page,) = company.landed[0].glob("ledger/orders-000001.json")
    assert '"total": "20.05"' in page.read_text()
    invoices = {row["invoice_id"]: row for row in rows_of(company, "invoices")}
    assert {"o1", "o2", "o3"} <= set(invoices)
    assert invoices["o3"]["total_minor"] == 1_050
    assert company.settings.fetch.before_run


@pytest.mark.parametrize("name", system_names())
def test_what_a_systems_own_page_says_is_all_that_it_needs(name: str):
    page = (ROOT / "extract" / "systems" / name / "README.md").read_text(encoding="utf-8")
    told = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    system = load_system(name)
    needing = [access for access in (system, *system.ways.values()) if access.values]
    assert len(told) == len(needing)
    for text in told:
        (said,) = tomllib.loads(text)["fetch"]["systems"]
        assert said["system"] == name
        found = at_company(system, "", said["values"], said.get("way", ""))
        assert "{" not in found.address
        assert all(variable in page for variable in found.access.secrets.values())
