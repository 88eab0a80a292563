"""Rows that join no account are no feed of nothing."""

from pathlib import Path

import pytest
from whole_company import write_company

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
