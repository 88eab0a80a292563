"""Rows that join no account are no feed of nothing."""

from pathlib import Path

import pytest
from whole_company import deliver, write_company

pytestmark = pytest.mark.thorough

OWN = """
source = "own"

[[files]]
pattern = "clients.csv"

[[files.tables]]
table = "accounts"

[files.tables.columns]
account_id = "id"
account_name = "id"

[[files]]
pattern = "tickets.csv"

[[files.tables]]
table = "tickets"

[files.tables.columns]
ticket_id = "id"
account_id = {account}
status = {{ value = "open" }}
created_at = "day"
"""


@pytest.mark.parametrize("account", ['"client"', '{ column = "client", link = "desk" }'])
@pytest.mark.parametrize("rows", [("X", "Y"), ("X",), ()])
def test_a_feed_counts_where_some_of_it_joins_or_it_is_empty(
    tmp_path: Path, account: str, rows: tuple[str, ...]
) -> None:
    joins = "link" not in account
    clients = (*rows, *(["A"] if len(rows) == 1 and joins else []))
    lines = (f"{place},{client},2026-07-0{place + 1}" for place, client in enumerate(clients))
    files = {"clients.csv": "id\nA\n", "tickets.csv": "\n".join(["id,client,day", *lines])}
    company = write_company(tmp_path, (OWN.format(account=account),), files)
    expected = {0: 0, 1: 1 if joins else "feed_missing", 2: "feed_missing"}[len(rows)]
    assert company.told("A", "tickets_created") == expected


@pytest.mark.parametrize(
    ("orphans", "created", "told"),
    [
        (10, 10, 0),
        (11, 9, 1),
        (17, 3, 1),
        (18, "feed_missing", 0),
    ],
)
def test_a_feed_most_of_which_joins_nobody_is_told_once_until_it_is_none(
    tmp_path: Path, orphans: int, created: object, told: int
) -> None:
    clients = ["X"] * orphans + ["A"] * (20 - orphans)
    lines = (f"{place},{client},2026-07-01" for place, client in enumerate(clients))
    files = {"clients.csv": "id\nA\n", "tickets.csv": "\n".join(["id,client,day", *lines])}
    company = write_company(tmp_path, (OWN.format(account='"client"'),), files)
    assert company.told("A", "tickets_created") == created
    rules = company.checked.quarantine["rule"].tolist()
    assert rules.count("feed_joins_few") == told
    assert company.checked.held == {}
    assert company.beside("A", "tickets_created") == ("few_join" if told else "")
    assert company.beside("A", "mrr") == ""


def test_a_delivery_that_joins_nobody_leaves_no_feed_of_the_one_before(tmp_path: Path) -> None:
    lines = [f"{place},A,2026-06-0{place}" for place in range(1, 5)]
    files = {"clients.csv": "id\nA\n", "tickets.csv": "\n".join(["id,client,day", *lines])}
    company = write_company(tmp_path, (OWN.format(account='"client"'),), files, "2026-07-01")
    later = [f"{place},X,2026-08-0{place}" for place in range(1, 5)]
    files |= {"tickets.csv": "\n".join(["id,client,day", *later])}
    deliver(tmp_path, files, "2026-10-01")
    assert company.told("A", "tickets_created") == "feed_missing"
