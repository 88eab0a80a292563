"""What the warehouse holds, counted by source, table, account and currency."""

import pandas as pd
from deliveries import NOVEMBER, OCTOBER, accounts, export, invoices, promote

from warehouse import open_warehouse


def test_rows_and_money_are_counted_by_account_and_currency(warehouse_url):
    billed = invoices({"a1": 100, "a2": 250, "b1": 7, "b2": 9})
    billed = billed.assign(
        currency=["EUR", "EUR", "USD", "EUR"], total_minor=pd.array([100, 250, 7, None], "Int64")
    )
    with open_warehouse(warehouse_url) as warehouse:
        files = [export("billing", "1"), export("crm", "1")]
        promote(warehouse, OCTOBER, files, {"invoices": billed, "accounts": accounts("a", "b")})
        found = warehouse.standing(OCTOBER)
        assert warehouse.standing(NOVEMBER).equals(found)
    rows = {
        (row.table_name, row.account_id, row.currency): (row.row_count, row.amount_minor)
        for row in found.itertuples()
    }
    assert rows["invoices", "a", "EUR"] == (2, 350)
    assert rows["invoices", "b", "USD"] == (1, 7)
    assert rows["invoices", "b", ""][0] == 1  # no amount, so no currency to count it in
    assert rows["accounts", "a", ""][0] == 1


def test_an_empty_warehouse_holds_nothing(warehouse_url):
    with open_warehouse(warehouse_url) as warehouse:
        assert warehouse.standing(OCTOBER).empty
