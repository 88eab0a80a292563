"""Price, volume and mix of a year, and what offers do to recurring revenue."""

from dataclasses import fields, replace
from datetime import date

import pytest
from renewal_clients import golden, japanese

from reports.client import ClientFile
from reports.workbook.compose import compose_workbook
from reports.workbook.formulas.calculation import named_value
from reports.workbook.model import Workbook
from transforms.billing.invoiced_lines import InvoicedLine


def line(
    product: str, quantity: float | None, net_minor: int, kind: str = "invoice"
) -> InvoicedLine:
    return InvoicedLine(
        issue_date=date(2026, 3, 1),
        number="F-1",
        document_kind=kind,
        product=product,
        description="",
        quantity=quantity,
        net_minor=net_minor,
        currency="EUR",
        rate=1.0,
        service_start=None,
        service_end=None,
        source_file="invoices.csv",
        source_line=2,
    )


def effects(workbook: Workbook) -> list[object]:
    return [named_value(workbook, f"pvm_{part}") for part in ("price", "volume", "mix", "change")]


def composed(client: ClientFile) -> Workbook:
    found = compose_workbook(client).workbook
    assert found is not None
    return found


def billed(before: list[InvoicedLine], now: list[InvoicedLine]) -> Workbook:
    client = golden()
    renewal = replace(client.dossier.renewal, lines=tuple(now), lines_before=tuple(before))
    said = {field.name: getattr(client, field.name) for field in fields(ClientFile)}
    dossier = replace(client.dossier, renewal=renewal)
    return composed(ClientFile(**said | {"dossier": dossier}))


def test_a_change_is_of_price_of_volume_or_of_what_is_sold() -> None:
    before = [line("Seats", 10, 100_000), line("Old", 1, 5_000)]
    credit = line("Seats", 1, -900, "credit_note")
    now = [line("Seats", 12, 144_000), line("New", None, 7_000), credit]
    # Seats: 100 a unit became 120; two more of them at 100.
    assert effects(billed(before, now)) == pytest.approx([240, 200, -50 + 70 - 9, 451])


@pytest.mark.thorough
def test_nothing_billed_moves_nothing_and_the_parts_make_up_the_change() -> None:
    assert effects(billed([], [])) == [0, 0, 0, 0]
    for client in (golden(), japanese()):
        workbook = composed(client)
        price, volume, mix, change = map(float, map(str, effects(workbook)))
        assert price + volume + mix == pytest.approx(change)
        assert named_value(workbook, "ctl_failed") == 0


def test_a_product_whose_units_a_line_does_not_tell_is_not_split() -> None:
    before = [line("Seats", 10, 100_000), line("Seats", None, 1_000)]
    assert effects(billed(before, [line("Seats", 12, 144_000)])) == [0, 0, 430, 430]


def test_products_beyond_a_page_stand_together() -> None:
    now = [line(f"P{number:02}", 1, 1_000 + number) for number in range(30)]
    workbook = billed([], now)
    texts = [cell.value for cell in workbook.sheet("price_volume").cells]
    assert "5 more products" in texts
    assert effects(workbook)[3] == pytest.approx(sum(1_000 + number for number in range(30)) / 100)


def test_worth_in_the_companys_currency_is_shown_at_other_rates() -> None:
    workbook = composed(japanese())
    area = workbook.names["sen_exchange"].area
    cells = {(c.row, c.column): c.value for c in workbook.sheet("sensitivity").cells}
    rate, worth = (named_value(workbook, name) for name in ("in_exchange_rate", "cf_expected_npv"))
    first = cells[area.first_row, area.first_column + 3]
    assert first == pytest.approx(float(str(worth)) * float(str(rate)))
    assert cells[area.first_row, area.first_column] == pytest.approx(0.8 * float(str(first)))
    assert "sen_exchange" not in composed(golden()).names
