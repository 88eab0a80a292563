"""One margin: summary, bridge, scenarios, cash flows and grids have the same, and by product."""

import random
from dataclasses import fields, replace

import pandas as pd
import pytest
from renewal_clients import ACCOUNT, golden, japanese, table, with_tables
from workbooks import composed, issued, of, texts

from reports.client import ClientFile
from reports.workbook.formulas.calculation import calculated, named_value, named_values
from reports.workbook.model import Scalar, Workbook
from transforms.clients.dossier import Dossier
from transforms.renewals.offers import Offer

pytestmark = pytest.mark.thorough

NAMES = ("P1", "P2")


def held(workbook: Workbook, sheet: str) -> dict[tuple[int, int], Scalar]:
    return {(cell.row, cell.column): cell.value for cell in workbook.sheet(sheet).cells}


def labelled(workbook: Workbook, sheet: str, label: str) -> list[Scalar]:
    """What stands right of the first cell with these words."""
    cells = workbook.sheet(sheet).cells
    at = next((cell.row, cell.column) for cell in cells if cell.value == label)
    row = [cell for cell in cells if cell.row == at[0] and cell.column > at[1]]
    return [cell.value for cell in sorted(row, key=lambda cell: cell.column)]


def first_year(workbook: Workbook, number: int) -> float:
    """Margin of an offer's first year from the rows of the cash flows and its commission."""
    cells = held(workbook, "cash_flows")
    area = workbook.names["cf_all"].area
    top = {
        value: row
        for (row, column), value in cells.items()
        if column == 1 and isinstance(value, str)
    }
    price, cost = (
        cells[top[title] + 1, area.first_column + number] for title in ("Revenue", "Cost")
    )
    sold = named_value(workbook, "in_commission")
    assert isinstance(price, float | int) and isinstance(cost, float | int)
    assert isinstance(sold, float | int)
    return (price * (1 - sold) - cost) / price


def typed(seed: int) -> dict[str, Scalar]:
    """Anything that moves a margin."""
    chance = random.Random(seed)
    return {
        "in_discount": round(chance.uniform(0.01, 0.5), 3),
        "in_concessions": chance.choice((0, 4_000)),
        "in_cost_of_sales": chance.randrange(10_000, 70_000),
        "in_cost_to_serve": chance.randrange(1_000, 20_000),
        "in_commission": chance.choice((0.0, 0.07)),
        "in_offered_discount": round(chance.uniform(0.0, 0.3), 3),
        "in_avoidable_share": 0.5,
    }


@pytest.mark.parametrize("seed", range(4))
def test_summary_bridge_scenarios_and_cash_flows_have_one_margin(seed: int) -> None:
    edited = calculated(issued("golden"), typed(seed))
    unchanged, asked, offered = (
        of(edited, "margin", offer) for offer in (Offer.AS_IS, Offer.AS_REQUESTED, Offer.COUNTER)
    )
    summary = labelled(edited, "summary", "Forward margin, first year")
    assert summary[:3] == [unchanged, asked, offered]
    left, net = (named_value(edited, f"brg_{step}") for step in ("margin", "net"))
    assert float(str(left)) / float(str(net)) == pytest.approx(asked)
    assert named_value(edited, "brg_proof") == pytest.approx(0, abs=1e-6)
    for number, margin in enumerate((unchanged, asked, offered)):
        assert first_year(edited, number) == pytest.approx(margin)
    grid, at = held(edited, "sensitivity"), edited.names["sen_term"].area.first_column
    if named_value(edited, "in_concessions") == 0:  # a grid of discounts has no services
        assert grid[5, at] == pytest.approx(asked)
    assert named_value(edited, "ctl_failed") == 0


def sold(cost: tuple[int | None, int | None], client: ClientFile | None = None) -> ClientFile:
    """Two products that run at 90,000 and 30,000, each invoiced once, with what a line cost."""
    client = client or golden()
    lines = client.tables["invoice_lines"].head(2)
    lines = lines.assign(
        product_id=list(NAMES),
        net_minor=[9_000_000, 3_000_000],
        cost_minor=pd.array(list(cost), "Int64"),
    )
    running = [
        {
            "subscription_id": f"S-{product}",
            "account_id": ACCOUNT,
            "product_id": product,
            "status": "active",
            "is_trial": False,
            "start_date": pd.Timestamp("2025-01-01"),
            "quantity": 10.0,
            "yearly_minor": minor,
            "currency": "EUR",
        }
        for product, minor in zip(NAMES, (9_000_000, 3_000_000), strict=True)
    ]
    listed = [
        {"product_id": "P1", "product_name": "Core", "list_price_minor": 1_000_000}
        | {"currency": "EUR"},
        {"product_id": "P2", "product_name": "Plus"},
    ]
    return with_tables(
        client,
        invoice_lines=lines,
        subscriptions=table("subscriptions", *running),
        products=table("products", *listed),
    )


def test_each_product_has_its_part_of_price_and_cost_and_together_they_are_the_margin() -> None:
    workbook = composed(sold((1_000_000, 1_000_000)))
    core = labelled(workbook, "price_volume", "Core")
    # The second list of the sheet: three quarters of the price, half the cost of sales.
    rows = rows_of(workbook, "Core")[1]
    assert rows[:4] == [0.75, 0.5, 100_000, 90_000]
    assert rows[4] == pytest.approx(0.1)
    assert rows[5:7] == pytest.approx([0.5 * 40_000 + 0.75 * 8_000, 64_000])
    assert rows[7] == pytest.approx(64_000 / 90_000)
    assert rows[8] == pytest.approx((81_000 - 26_000) / 81_000)
    assert core != rows
    plus = rows_of(workbook, "Plus")[1]
    assert plus[2] == plus[4] == "n/a"  # without a list price
    margins = [of(workbook, "margin", item) for item in (Offer.AS_IS, Offer.AS_REQUESTED)]
    assert named_values(workbook, "prd_margins")[:2] == pytest.approx(margins)


def rows_of(workbook: Workbook, label: str) -> list[list[Scalar]]:
    cells = workbook.sheet("price_volume").cells
    rows = [cell.row for cell in cells if cell.column == 1 and cell.value == label]
    return [[cell.value for cell in cells if cell.row == row and cell.column > 1] for row in rows]


@pytest.mark.parametrize("seed", range(3))
def test_products_keep_to_the_one_margin_whatever_is_typed(seed: int) -> None:
    edited = calculated(composed(sold((1_300_000, 200_000))), typed(seed))
    offers = (Offer.AS_IS, Offer.AS_REQUESTED, Offer.COUNTER)
    margins = [of(edited, "margin", item) for item in offers]
    assert named_values(edited, "prd_margins") == pytest.approx(margins)
    assert named_value(edited, "ctl_failed") == 0


def test_without_costs_by_product_only_the_whole_has_a_margin() -> None:
    workbook = composed(sold((1_000_000, None)))
    assert rows_of(workbook, "Core")[1][5:] == ["n/a"] * 5
    assert named_values(workbook, "prd_margins")[0] == of(workbook, "margin", Offer.AS_IS)
    assert "No export says what each product costs" in texts(workbook.sheet("price_volume"))


def test_without_subscriptions_what_was_invoiced_tells_the_parts() -> None:
    client = with_tables(sold((1, 1)), subscriptions=golden().tables["subscriptions"])
    assert rows_of(composed(client), "Plus")[1][:2] == [0.25, 0.5]


def test_products_beyond_a_pages_room_stand_together() -> None:
    client = golden()
    prices = [
        replace(item, product=f"P{number}")
        for number, item in enumerate([*sold((1, 1)).dossier.renewal.products] * 7)
    ]
    assert client.dossier.renewal.products == ()
    renewal = replace(client.dossier.renewal, products=tuple(prices))
    workbook = composed(plain(client, replace(client.dossier, renewal=renewal)))
    assert "2 more products" in texts(workbook.sheet("price_volume"))


def plain(client: ClientFile, dossier: Dossier) -> ClientFile:
    """The client with what its rows say replaced."""
    said = {field.name: getattr(client, field.name) for field in fields(ClientFile)}
    return ClientFile(**{**said, "dossier": dossier})


def test_lines_of_several_currencies_are_weighed_at_their_rates() -> None:
    shares = rows_of(composed(japanese()), "Plan Pro")[1]
    assert shares[0] == 1


def test_a_list_price_of_the_request_is_told_from_the_price_lists_sum() -> None:
    workbook = composed(sold((1, 1)))
    assert "another than the price list's sum" not in texts(workbook.sheet("price_volume"))
    listed = sold((1, 1)).dossier.renewal.products
    full = tuple(replace(item, list_minor=9_000_000) for item in listed)
    client = golden()
    renewal = replace(client.dossier.renewal, products=full)
    workbook = composed(plain(client, replace(client.dossier, renewal=renewal)))
    assert "another than the price list's sum" in texts(workbook.sheet("price_volume"))
    assert rows_of(workbook, "Total")[1][2] == named_value(workbook, "in_list_price")
