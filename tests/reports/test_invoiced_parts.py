"""What was invoiced by product always sums to the figure by month."""

from dataclasses import replace
from datetime import date

import pandas as pd
from clients import QUARTER, full_client

from reports.client import ClientFile, KpiBook
from reports.deck.view.client_view import InvoicedPart
from reports.deck.view.invoiced_parts import invoiced_parts
from transforms.core.canonical import CanonicalTables
from transforms.metrics.kpi import KpiValue, Unit
from transforms.tables import TABLES

SEPTEMBER = QUARTER.months[-1]


def client_with(
    lines: list[tuple[str, str, int]], total_minor: int, status: str = "open"
) -> ClientFile:
    """Lines (product, currency, net) of one invoice in September, and the month's figure."""
    invoice = {
        "invoice_id": "i1",
        "account_id": "a1",
        "document_kind": "invoice",
        "status": status,
        "issue_date": date(2026, 9, 1),
    }
    rows = [
        {
            "line_id": str(place),
            "invoice_id": "i1",
            "account_id": "a1",
            "product_id": product,
            "currency": currency,
            "net_minor": net,
        }
        for place, (product, currency, net) in enumerate(lines)
    ]
    rate = {
        "rate_date": date(2026, 9, 30),
        "rate_kind": "average",
        "base_currency": "USD",
        "quote_currency": "MXN",
        "rate": "0.5",
    }
    products = [{"product_id": name, "product_name": name.upper()} for name in ("p", "q")]
    frames = {
        "invoices": [invoice],
        "invoice_lines": rows,
        "fx_rates": [rate],
        "products": products,
    }
    tables = CanonicalTables(
        {name: TABLES[name].conform(pd.DataFrame(content)) for name, content in frames.items()}
    )
    figure = KpiValue(
        "client",
        "a1",
        "invoiced_amount",
        SEPTEMBER,
        Unit.MONEY,
        1,
        currency="MXN",
        value_minor=total_minor,
    )
    book = KpiBook("a1", {("invoiced_amount", str(SEPTEMBER)): figure})
    return replace(full_client(), tables=tables, kpis=book)


def test_lines_are_split_by_product() -> None:
    found = invoiced_parts(client_with([("p", "MXN", 700), ("q", "MXN", 300)], 1000))
    assert found == (InvoicedPart(SEPTEMBER, "P", 700), InvoicedPart(SEPTEMBER, "Q", 300))


def test_what_rounding_leaves_goes_to_the_largest_part() -> None:
    # 7 and 5 cents at 0.5 are 4 and 2 half-even; together they are 12 × 0.5 = 6. The figure
    # rounds once by account: 5 where another line took a cent.
    found = invoiced_parts(client_with([("p", "USD", 7), ("q", "USD", 5)], 5))
    assert found == (InvoicedPart(SEPTEMBER, "P", 3), InvoicedPart(SEPTEMBER, "Q", 2))


def test_a_month_whose_lines_do_not_add_up_stands_unsplit() -> None:
    found = invoiced_parts(client_with([("p", "MXN", 700)], 1000))
    assert found == (InvoicedPart(SEPTEMBER, "", 1000),)


def test_voided_documents_are_not_there() -> None:
    assert invoiced_parts(client_with([("p", "MXN", 700)], 0, status="void")) == ()


def test_a_currency_without_a_rate_leaves_the_month_unsplit() -> None:
    found = invoiced_parts(client_with([("p", "EUR", 700)], 900))
    assert found == (InvoicedPart(SEPTEMBER, "", 900),)
