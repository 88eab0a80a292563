"""A company whose work, meetings and bills are fetched from six systems, twice, has the figures of
its export files."""

import csv
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import repeat
from pathlib import Path
from typing import Any

import pytest
from extract_runs import ACCOUNTS, FetchingCompany, figures_of, land_accounts, own_system
from fake_stripe import served
from fake_systems import FakeSystem
from vendor_answers import LATELY, OWN, Asana, Graph, Zoom, day, task

from messages.errors import worded

pytestmark = pytest.mark.thorough

DAY, DUE = day(LATELY), day(LATELY + timedelta(days=3))
PERIOD = f"{LATELY.year}-Q{(LATELY.month + 2) // 3}"

SETTINGS = """\
[company]
name = "C"
time_zone = "UTC"
reporting_currency = "USD"
[[sources]]
mapping = "account_map"
[[sources]]
mapping = "own_accounts.toml"
[[sources]]
mapping = "asana"
[[sources]]
mapping = "trello"
[[sources]]
mapping = "zoom"
[[sources]]
mapping = "teams"
[[sources]]
mapping = "orders.toml"
[[sources]]
mapping = "ledger.toml"
"""
LINKS = """\
system,external_id,account_id,decision
asana,Norte,A,yes
asana,Sur,B,yes
trello,b1,A,yes
trello,b2,B,yes
zoom,111,A,yes
teams,Norte weekly,B,yes
"""
LEDGER = """\
system = "ledger"
title = "Ledger"
mapping = "ledger"
console = "the ledger's administrator"

[access]
secrets = { url = "CARTERA_LEDGER_DATABASE" }
database = "url"

[[streams]]
name = "ledger"
query = "SELECT id, client, total, day, changed_at FROM bills"
cursor = "changed_at"
time_zone = "UTC"
page_rows = 2
scope = "SELECT on bills"
"""


def bills(source: str, pattern: str, of_file: str) -> str:
    """The mapping of a company's own bills: what the API lists, or a CSV of the same columns."""
    columns = """
[[files.tables]]
table = "invoices"

[files.tables.columns]
invoice_id = { column = "id", prefix = "SOURCE-" }
account_id = "client"
document_kind = { value = "invoice" }
status = { value = "paid" }
issue_date = "day"
currency = { value = "USD" }
net_minor = "total"
tax_minor = { value = "0" }
total_minor = "total"

[[files.tables]]
table = "invoice_lines"

[files.tables.columns]
line_id = { column = "id", prefix = "line-SOURCE-" }
invoice_id = { column = "id", prefix = "SOURCE-" }
account_id = "client"
net_minor = "total"
currency = { value = "USD" }
""".replace("SOURCE", source)
    api = f'[[files]]\npattern = "{pattern}*.json"\nformat = "json"\nnewest = "id"\n{of_file}\n'
    return f'source = "{source}"\n{api}{columns}\n[[files]]\npattern = "{pattern}.csv"\n{columns}'


def bill(key: int, client: str, total: str) -> dict[str, Any]:
    return {"id": key, "client": client, "total": total, "day": DAY}


@dataclass
class Told:
    """What all systems say; a second delivery tells of what became of it."""

    tasks: dict[str, list[dict[str, Any]]] = field(
        default_factory=lambda: {
            "p1": [
                task("1", "Norte", completed_at=f"{DAY}T10:00:00.000Z", due_on=DUE),
                task("2", "Norte", resource_subtype="milestone", due_on=DUE),
                task("3", "Norte", due_on=DAY),
            ],
            "p2": [task("4", "Sur", due_on=DUE)],
        }
    )
    boards: dict[str, list[str]] = field(default_factory=lambda: {"b1": ["c1"], "b2": ["c2"]})
    orders: list[dict[str, Any]] = field(
        default_factory=lambda: [
            bill(1, "A", "100.10"), bill(2, "B", "20.00"), bill(3, "A", "3.05"),
        ]
    )  # fmt: skip
    ledger: list[dict[str, Any]] = field(
        default_factory=lambda: [bill(key, "B", f"{key}.10") for key in range(1, 6)]
    )

    def trello(self, path: str, _: Mapping[str, str]) -> Any:
        key = path.rpartition("/")[2]
        if key == "boards":
            now = f"{day(LATELY + timedelta(days=40))}T00:00:00.000Z"
            return [
                {"id": name, "shortLink": name, "dateLastActivity": now} for name in self.boards
            ]
        return self.board(key)

    def board(self, key: str) -> dict[str, Any]:
        cards = [
            {
                "id": name,
                "idList": "l",
                "idMembers": [],
                "labels": [],
                "name": name,
                "closed": False,
                "dueComplete": True,
                "due": f"{DUE}T00:00:00Z",
                "dateLastActivity": f"{DAY}T00:00:00Z",
            }
            for name in self.boards[key]
        ]
        lists = [{"id": "l", "name": "Doing"}]
        return {"id": key, "name": key, "shortLink": key, "cards": cards, "lists": lists} | {
            "members": []
        }

    def shifting(self, _: str, asked: Mapping[str, str]) -> Any:
        """Pages of two; while they are asked for one order more is made, so that each later page
        begins with what the one before ended with."""
        page = int(asked.get("page", "1"))
        start = 0 if page == 1 else 2 * page - 3
        return {"orders": self.orders[start : start + 2]}


@pytest.fixture
def company(tmp_path: Path, make_database, monkeypatch) -> Iterator[tuple[FetchingCompany, Told]]:
    """A company that fetches from five servers, one of its own, and from a database."""
    monkeypatch.setenv("CARTERA_WAREHOUSE__URL", make_database("sqlite"))
    for name in ("ERP_ID", "ERP_SECRET", "ASANA_TOKEN", "TRELLO_KEY", "TRELLO_TOKEN"):
        monkeypatch.setenv(f"CARTERA_{name}", "t")
    for name in ("ZOOM_ACCOUNT_ID", "ZOOM_CLIENT_ID", "ZOOM_CLIENT_SECRET"):
        monkeypatch.setenv(f"CARTERA_{name}", "t")
    for name in ("TEAMS_CLIENT_ID", "TEAMS_CLIENT_SECRET"):
        monkeypatch.setenv(f"CARTERA_{name}", "t")
    folder = written(tmp_path / "by_api")
    monkeypatch.setenv("CARTERA_LEDGER_DATABASE", f"sqlite:///{folder / 'ledger.db'}")
    said = Told()
    asana = Asana(tasks=said.tasks, changed={"p2": said.tasks["p2"]})
    own = {
        "zoom": own_system("zoom", "https://zoom.us"),
        "teams": own_system("teams", "https://login.microsoftonline.com"),
        "erp": OWN,
    }
    answers = {
        "asana": (asana, "Bearer t", ""),
        "trello": (said.trello, 'OAuth oauth_consumer_key="t", oauth_token="t"', ""),
        "zoom.toml": (Zoom(), "Bearer t", ""),
        "teams.toml": (Graph(), "Bearer t", 'values = { tenant = "t", group = "g" }'),
        "erp.toml": (said.shifting, "Bearer t", 'values = { host = "h" }'),
    }
    for name, text in own.items():
        (folder / f"{name}.toml").write_text(text)
    (folder / "db.toml").write_text(LEDGER)
    with ExitStack() as stack, (folder / "cartera.toml").open("a") as settings:
        settings.write('[[fetch.systems]]\nsystem = "db.toml"\n')
        for name, (respond, key, values) in answers.items():
            token = repeat(b'{"access_token": "t"}')
            fake = stack.enter_context(served(FakeSystem(respond, key, tokens=token)))
            settings.write(f'[[fetch.systems]]\nsystem = "{name}"\n')
            settings.write(f'address = "{fake.address}"\n{values}\n')
        settings.flush()
        yield FetchingCompany(folder), said


def written(folder: Path) -> Path:
    """A company of the settings that both have, with its two clients."""
    folder.mkdir()
    (folder / "cartera.toml").write_text(SETTINGS)
    (folder / "account_map.csv").write_text(LINKS)
    (folder / "own_accounts.toml").write_text(ACCOUNTS)
    for name, at in (("orders", "orders"), ("ledger", "rows")):
        (folder / f"{name}.toml").write_text(bills(name, name, f'records = "{at}"'))
    land_accounts(FetchingCompany(folder), "A", "B")
    return folder


def write_ledger(folder: Path, rows: list[dict[str, Any]], changed_at: str) -> None:
    with closing(sqlite3.connect(folder / "ledger.db")) as database, database:
        columns = "id INTEGER PRIMARY KEY, client TEXT, total TEXT, day TEXT, changed_at TIMESTAMP"
        database.execute(f"CREATE TABLE IF NOT EXISTS bills ({columns})")
        told = [{**row, "at": changed_at} for row in rows]
        database.executemany("REPLACE INTO bills VALUES (:id, :client, :total, :day, :at)", told)


def export(folder: Path, day_landed: str, said: Told) -> None:
    """What people export by hand of the same systems."""
    place = folder / "landing" / day_landed
    place.mkdir(parents=True)
    projects = {"p1": "Norte", "p2": "Sur"}
    tasks = [
        {
            "Task ID": item["gid"],
            "Name": item["name"],
            "Projects": projects[key],
            "Milestone": str(item.get("resource_subtype") == "milestone").lower(),
            "Assignee": "",
            "Due Date": item["due_on"],
            "Completed At": (item["completed_at"] or "")[:10],
            "Created At": "",
            "Category": "Training",
        }
        for key, items in said.tasks.items()
        for item in items
    ]
    for name, rows in (("tasks", tasks), ("orders", said.orders), ("ledger", said.ledger)):
        with (place / f"{name}.csv").open("w", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
    for key in said.boards:
        (place / f"trello-{key}.json").write_text(json.dumps(said.board(key)))
    (place / "participants_111.csv").write_text(
        f"Meeting ID,Topic,Start Time\n111,QBR,{LATELY:%m/%d/%Y} 10:00:00 AM\n,,\n"
        "Name (Original Name),User Email,Join Time,Guest\n"
        f"Host,a@x,{LATELY:%m/%d/%Y} 10:00:00 AM,No\nGuest,,{LATELY:%m/%d/%Y} 10:01:00 AM,Yes\n"
    )
    earlier = LATELY - timedelta(days=280)
    for number, (moment, people) in enumerate(((LATELY, GUESTS), (earlier, GUESTS[:1]))):
        joined = "".join(f"A\t{moment:%d/%m/%y, %H:%M:%S}\t{mail}\tPresenter\n" for mail in people)
        report = (
            f"1. Summary\nMeeting title\tNorte weekly\nStart time\t{moment:%d/%m/%y, %H:%M:%S}\n\n"
            f"2. Participants\nName\tFirst join\tEmail\tRole\n{joined}"
        )
        (place / f"weekly-{number}.csv").write_bytes(report.encode("utf-16"))


GUESTS = ("ana@example.com", "guest@norte.example")


def test_six_systems_fetched_twice_have_the_figures_of_their_export_files(
    company: tuple[FetchingCompany, Told], tmp_path: Path, make_database: Callable[[str], str]
):
    by_api, said = company
    by_hand = written(tmp_path / "by_hand")
    write_ledger(by_api.folder, said.ledger, "2026-01-01 00:00:00")
    fetched(by_api)
    export(by_hand, by_api.landed[0].name, said)

    said.tasks["p2"][0]["completed_at"] = f"{DAY}T09:00:00.000Z"
    said.boards["b2"] = []
    said.orders.append(bill(4, "B", "7.77"))
    said.ledger[4] = bill(5, "B", "500.00")
    write_ledger(by_api.folder, said.ledger[4:], f"{day(LATELY + timedelta(days=40))} 00:00:00")
    fetched(by_api)
    export(by_hand, by_api.landed[1].name, said)

    found, other = (
        figures_of(folder, make_database, PERIOD) for folder in (by_api.folder, by_hand)
    )
    assert found.to_csv() == other.to_csv()
    values = found.set_index(["entity_id", "kpi"])
    assert values.loc[("A", "invoiced_amount"), "value_minor"] == 10_315, (
        "an order seen twice is one"
    )
    assert values.loc[("B", "invoiced_amount"), "value_minor"] == 2_777 + 50_000 + 1_040
    assert values.loc[("A", "meetings_held"), "value"] == 1


def fetched(company: FetchingCompany) -> None:
    summary = company.fetch()
    assert [worded(told, "en") for feed in summary.feeds for told in feed.missing] == []
