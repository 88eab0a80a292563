"""What was invoiced by product always sums to the figure by month."""

from datetime import date
from decimal import Decimal

import pandas as pd

from transforms.billing.invoiced_parts import (
    InvoicedPart,
    ProductSum,
    billing_accounts,
    invoiced_parts,
    product_sums,
)
from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.core.rates import Rates
from transforms.metrics.metric_context import MetricContext
from transforms.tables import TABLES

QUARTER = Period.parse("2026-Q3")
SEPTEMBER = QUARTER.months[-1]
HALF = Rates({("average", "USD", "MXN", "2026-09"): Decimal("0.5")})
Row = dict[str, object]


def line(place: int, product: str, currency: str, net: int, **more: object) -> Row:
    """A line of the client's own September invoice."""
    return {
        "line_id": str(place),
        "invoice_id": "i1",
        "account_id": "a1",
        "product_id": product,
        "currency": currency,
        "net_minor": net,
    } | more


def invoice(**more: object) -> Row:
    return {
        "invoice_id": "i1",
        "account_id": "a1",
        "document_kind": "invoice",
        "status": "open",
        "issue_date": date(2026, 9, 1),
        "currency": "MXN",
    } | more


def rows(lines: list[Row], *invoices: Row) -> MetricContext:
    """Two clients, the second of which has the account b1."""
    products = [{"product_id": name, "product_name": name.upper()} for name in ("p", "q")]
    accounts = [{"account_id": key, "account_name": key.upper()} for key in ("a1", "b1")]
    frames = {
        "accounts": accounts,
        "invoices": list(invoices),
        "invoice_lines": lines,
        "products": products,
    }
    tables = CanonicalTables(
        {name: TABLES[name].conform(pd.DataFrame(content)) for name, content in frames.items()}
    )
    entities = {"account_id": ["a1", "b1"], "entity_id": ["A", "B"], "currency": "MXN"}
    return MetricContext(tables, pd.DataFrame(entities).astype("str"), Policy(), Rates({}))


def sums(*lines: tuple[str, str, int], **more: object) -> tuple[ProductSum, ...]:
    content = [line(place, *item) for place, item in enumerate(lines)]
    return product_sums(rows(content, invoice(**more)), QUARTER).get("A", ())


def parts(total: int, *lines: tuple[str, str, int]) -> tuple[InvoicedPart, ...]:
    return invoiced_parts({SEPTEMBER: total}, sums(*lines), HALF, "MXN")


def part(product: str, minor: int, currency: str, own: int) -> InvoicedPart:
    return InvoicedPart(SEPTEMBER, product, minor, own=((currency, own),))


def test_lines_are_split_by_product() -> None:
    found = parts(1000, ("p", "MXN", 700), ("q", "MXN", 300))
    assert found == (part("P", 700, "MXN", 700), part("Q", 300, "MXN", 300))


def test_what_rounding_leaves_goes_to_the_largest_part() -> None:
    # 7 and 5 cents at 0.5 are 4 and 2 half-even; together they are 12 × 0.5 = 6. The figure
    # rounds once by account: 5 where another line took a cent.
    found = parts(5, ("p", "USD", 7), ("q", "USD", 5))
    assert found == (part("P", 3, "USD", 7), part("Q", 2, "USD", 5))


def test_a_month_whose_lines_do_not_add_up_stands_unsplit() -> None:
    assert parts(1000, ("p", "MXN", 700)) == (InvoicedPart(SEPTEMBER, "", 1000),)


def test_a_currency_without_a_rate_leaves_the_month_unsplit() -> None:
    assert parts(900, ("p", "EUR", 700)) == (InvoicedPart(SEPTEMBER, "", 900),)


def test_lines_of_voided_documents_and_of_other_clients_are_not_there() -> None:
    assert sums(("p", "MXN", 700), status="void") == ()
    assert sums(("p", "MXN", 700), account_id="b1") == ()
    assert sums(("p", "MXN", 700), issue_date=date(2025, 9, 30)) == ()


def test_accounts_tell_what_was_invoiced_to_them_in_the_period_by_currency() -> None:
    dollars = invoice(invoice_id="i2", currency="USD", net_minor=5)
    credit = invoice(invoice_id="i3", net_minor=-20, document_kind="credit_note")
    before = invoice(invoice_id="i4", net_minor=40, issue_date=date(2026, 6, 30))
    context = rows([], invoice(net_minor=100), dollars, credit, before)
    found = billing_accounts(context, QUARTER)
    assert [(one.name, one.invoiced) for one in found["A"]] == [("A1", (("MXN", 80), ("USD", 5)))]
    assert [one.invoiced for one in found["B"]] == [()]


def test_a_part_says_what_was_credited_of_it_and_of_how_many_units() -> None:
    lines = [
        line(1, "p", "MXN", 700, quantity=7, service_start=date(2026, 9, 1)),
        line(2, "p", "MXN", -70, quantity=1, invoice_id="i2"),
        line(3, "q", "MXN", 40, service_start=date(2026, 9, 1), service_end=date(2026, 9, 11)),
    ]
    credit = invoice(invoice_id="i2", document_kind="credit_note")
    found = {one.product: one for one in product_sums(rows(lines, invoice(), credit), QUARTER)["A"]}
    assert (found["P"].minor, found["P"].credited_minor, found["P"].quantity) == (630, -70, 7)
    assert (found["Q"].quantity, found["Q"].is_whole, found["P"].is_whole) == (None, False, True)
    assert not found["P"].is_once
