"""A client's trailing and forward margin stand in one file under their two names."""

from dataclasses import replace

from partial_book import PartialBook
from renewal_clients import ACCOUNT, AWKWARD, PERIOD

from reports.workbook.compose import compose_workbook
from reports.workbook.formulas.calculation import named_values
from reports.workbook.words import WorkbookWords
from transforms.metrics.kpi import KpiValue, Unit

TRAILING = 0.515


def test_the_workbook_shows_last_years_margin_beside_the_forward_one_and_tells_them_apart() -> None:
    year = PERIOD.trailing_twelve
    kpi = "contribution_margin"
    told = KpiValue("client", ACCOUNT, kpi, year, Unit.RATIO, 2, value=TRAILING)
    client = replace(AWKWARD["golden"]("en"), kpis=PartialBook(ACCOUNT, {(kpi, str(year)): told}))
    workbook = compose_workbook(client).workbook
    assert workbook is not None
    cells = {(cell.row, cell.column): cell.value for cell in workbook.sheet("bridge").cells}
    say = WorkbookWords("en", "en", client.currency).say
    (place,) = [at for at, text in cells.items() if text == say("bridge.trailing")]
    assert TRAILING in [cells.get((place[0], column)) for column in range(place[1], place[1] + 6)]
    assert say("bridge.note").startswith("The margin above is forward")
    assert say("bridge.note") in cells.values()
    assert TRAILING not in named_values(workbook, "sc_margin")
