"""A client's trailing and forward margin stand in one file under their two names."""

import pandas as pd
import pytest
from clients import reviewed_client
from renewal_clients import golden, invoices, with_tables, without_cost
from row_clients import RowClient
from workbooks import composed

from reports.deck.compose import compose_review
from reports.deck.model import Chart, LabelPlace
from reports.workbook.formulas.calculation import named_values
from reports.workbook.model import Scalar, Workbook
from reports.workbook.words import WorkbookWords
from transforms.kpis import compute_all

SAY = WorkbookWords("en", "en", "EUR").say


def billed_at_once() -> RowClient:
    """Twelve invoices of 10,000 earned on their days, and a credit of 1,000."""
    billed = invoices(12, 1_000_000, "EUR")
    lines = billed["invoice_lines"].assign(service_start=pd.NaT, service_end=pd.NaT)
    client = with_tables(golden(), **{**billed, "invoice_lines": lines})
    assert isinstance(client, RowClient)
    return client


def trailing(workbook: Workbook) -> list[Scalar]:
    """What stands beside last year's margin."""
    cells = {(cell.row, cell.column): cell.value for cell in workbook.sheet("bridge").cells}
    (place,) = [at for at, text in cells.items() if text == SAY("bridge.trailing")]
    assert SAY("bridge.note") in cells.values()
    return [cells.get((place[0], column)) for column in range(place[1] + 1, place[1] + 6)]


def test_the_workbook_shows_last_years_margin_beside_the_forward_one_and_tells_them_apart() -> None:
    workbook = composed(billed_at_once())
    last_years = (119_000 - 48_000) / 119_000
    assert trailing(workbook)[0] == pytest.approx(last_years)
    assert named_values(workbook, "sc_margin")[0] == pytest.approx(0.6)
    assert SAY("bridge.note").startswith("The margin above is forward")
    assert last_years not in named_values(workbook, "sc_margin")


def test_last_years_margin_is_that_of_the_dictionary() -> None:
    """The figure called contribution margin, of twelve months, from the same rows."""
    client = billed_at_once()
    year = [client.period.trailing_twelve]
    found = compute_all(client.context(), year, ["contribution_margin"])
    assert trailing(composed(client))[0] == pytest.approx(found.iloc[0]["value"])


def test_a_year_without_its_cost_has_no_margin() -> None:
    assert trailing(composed(without_cost()))[0] == "n/a"


def test_the_label_of_a_quarters_contribution_stands_on_no_other_column() -> None:
    slide = next(
        page for page in compose_review(reviewed_client()).deck.slides if page.name == "margin"
    )
    chart = next(item for item in slide.elements if isinstance(item, Chart))
    (plot,) = chart.plots
    revenue, contribution = plot.series
    assert plot.overlap == 100 and contribution.labels and revenue.labels
    assert contribution.labels.place is LabelPlace.CENTRE
    assert all(
        part <= whole
        for part, whole in zip(contribution.values, revenue.values, strict=True)
        if part is not None and whole is not None
    )
