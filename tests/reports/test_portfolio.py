"""The portfolio workbook: its sums, its reconciliation, and what it says when it does not tie."""

import io
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import cast

import openpyxl
import pandas as pd
import pytest
from office import audit_errors, sdk_errors
from portfolio_books import (
    CONTROLS,
    LOADED,
    PARTNERS,
    RENEWALS,
    SCORECARDS,
    ageing,
    book,
    figures,
    mrr,
    renewal,
)
from recalculation import recalculated, without_cached_values
from test_workbook_recalculation import differences

from reports.workbook.formulas.calculation import named_value, named_values
from reports.workbook.model import Scalar, Workbook
from reports.workbook.portfolio.book import PortfolioFile
from reports.workbook.portfolio.compose import compose_portfolio
from reports.workbook.portfolio.sheets.overview import headline
from reports.workbook.render.workbook import render_workbook
from reports.workbook.renewal_line import line_of, line_text
from transforms.renewals.offers import Offer
from transforms.tables import TABLES

LANGUAGES = ("en", "es")
EMPTY = {
    "renewals": (),
    "loaded": (),
    "controls": CONTROLS.iloc[:0],
    "figures": figures(),
    "scorecards": (),
    "partners": (),
}


SINGLE = {"renewals": RENEWALS[-1:], "partners": PARTNERS[:1], "scorecards": SCORECARDS[:1]}
"""One of each, and the renewal without a rate into euro: every range is a single cell."""


@cache
def composed(language: str = "en") -> Workbook:
    return compose_portfolio(book(language))


def said(workbook: Workbook, sheet: str) -> str:
    cells = workbook.sheet(sheet).cells
    return "\n".join(cell.value for cell in cells if isinstance(cell.value, str))


def row_of(workbook: Workbook, sheet: str, label: str) -> list[Scalar]:
    """What stands in the first row that begins with a label."""
    return rows_of(workbook, sheet, label)[0]


def rows_of(workbook: Workbook, sheet: str, label: str) -> list[list[Scalar]]:
    """What stands in each row that begins with a label."""
    cells = workbook.sheet(sheet).cells
    found = [cell.row for cell in cells if cell.column == 1 and cell.value == label]
    return [[cell.value for cell in cells if cell.row == row] for row in found]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("known", [{}, EMPTY, SINGLE], ids=["usual", "empty", "single"])
def test_no_cell_holds_an_error(language: str, known: dict[str, object]) -> None:
    workbook = compose_portfolio(book(language, **known))
    found = [
        (sheet.key, cell.formula, cell.value)
        for sheet in workbook.sheets
        for cell in sheet.cells
        if isinstance(cell.value, str) and cell.value.startswith("#")
    ]
    assert found == []


def test_prices_and_exposure_are_in_the_reporting_currency_and_leave_out_what_is_not_known() -> (
    None
):
    assert named_values(composed(), "rn_price") == (100_000, 100_000, 6_100.01, "n/a")
    assert named_values(composed(), "rn_exposure") == (10_000, 0, 610, "n/a")
    assert named_values(composed(), "rn_risk") == (12_000, 12_000, "n/a", "n/a")
    assert "Not known for 1." in said(composed(), "overview")


def test_renewals_are_counted_by_month_and_by_manager() -> None:
    assert row_of(composed(), "calendar", "2026-12") == ["2026-12", 1, 100_000, 0, 80_000, 12_000]
    assert row_of(composed(), "calendar", "Lucía") == ["Lucía", 2, 200_000, 10_000, 160_000, 24_000]
    assert row_of(composed(), "calendar", "Business")[1:3] == [1, 100_000]
    assert row_of(composed(), "calendar", "Repair")[1:] == [1, 100_000, 10_000, 80_000, 12_000]
    assert row_of(composed(), "managers", "Tomás")[1:5] == [1, 1, 6_100.01, 610]


def test_accounts_below_a_client_are_no_clients_without_a_manager() -> None:
    assert row_of(composed(), "managers", "No manager")[1] == 1
    managed = {key: (name, "Lucía") for key, (name, _) in book().names.items()}
    whose = managed | {"aurora-north": ("Aurora North", "")}
    assert "No manager" not in said(compose_portfolio(book(names=whose)), "managers")


def test_every_measure_of_the_managers_sheet_goes_by_its_own_name() -> None:
    told = said(composed(), "managers")
    assert "Net revenue retention, 12 months" in told
    assert "Expected profit, EUR" in told and "Potential contribution, EUR" in told
    assert "Contracted profit" not in told


def test_what_is_known_of_nobody_is_no_zero() -> None:
    """A risk needs somebody's probability; without one nothing can be summed."""
    nobody = {"probability": None, "forecast_minor": None}
    unknown = tuple(replace(line, **nobody) for line in book().renewals)
    workbook = compose_portfolio(book(renewals=unknown))
    assert row_of(workbook, "calendar", "2026-12") == ["2026-12", 1, 100_000, 0, "n/a", "n/a"]
    assert rows_of(workbook, "calendar", "Total of what is known")[0][4:6] == ["n/a", "n/a"]
    assert row_of(workbook, "managers", "Tomás")[5] == "n/a"
    assert "n/a" in said(workbook, "overview")
    assert 0 not in [cell.value for cell in workbook.sheet("overview").cells if cell.column == 5]


def test_everything_ties_and_says_so() -> None:
    assert named_value(composed(), "rec_faults") == 0
    assert set(named_values(composed(), "pf_failed")) == {0}
    assert "Every row and every cent" in said(composed(), "overview")


def changed(known: str) -> PortfolioFile:
    """The book with one cent, or one row, gone somewhere."""
    plain = book()
    if known == "export":
        more = CONTROLS["amount_minor"].where(CONTROLS["outcome"] != "loaded", 700_00)
        return replace(plain, controls=CONTROLS.assign(amount_minor=more))
    if known == "rows":
        rows = CONTROLS["row_count"].where(CONTROLS["outcome"] != "filtered:test_mode", 1)
        return replace(plain, controls=CONTROLS.assign(row_count=rows))
    if known == "shown":
        return replace(plain, loaded=(replace(LOADED[0], held_minor=199_99), *LOADED[1:]))
    if known == "unreadable":
        return replace(plain, controls=CONTROLS[CONTROLS["outcome"] != "quarantined"])
    bridge = mrr("portfolio", "portfolio", "EUR", (100, 20, 10, 0, 5, 15, -1, 110))
    ages = ageing("portfolio", "portfolio", "EUR", 151)
    return replace(plain, figures=figures(*(bridge if known == "mrr" else ages)))


@pytest.mark.parametrize("known", ["export", "rows", "shown", "unreadable", "mrr", "ageing"])
def test_one_cent_or_one_row_amiss_turns_the_banner_red(known: str) -> None:
    workbook = compose_portfolio(changed(known))
    assert sum(cast("float", value) for value in named_values(workbook, "pf_failed")) > 0
    assert "does not tie" in said(workbook, "overview")


def test_what_was_filtered_is_told_by_the_filters_name() -> None:
    lines = rows_of(composed(), "reconciliation", "Invoices and credit notes")
    assert ["EUR", "rows", 10, 7, 1, 0, 2, 0, 0] in [line[1:] for line in lines]
    assert ["EUR", "EUR", 1_000.01, 700.01, 100, 0, 200, 0, 0] in [line[1:] for line in lines]
    assert "test_mode" in said(composed(), "filtered")
    assert "Held back: Dunas." in said(composed(), "loaded")


def test_targets_stand_beside_what_was_reached() -> None:
    assert row_of(composed(), "targets", "Client")[4:8] == [2.18, 1.09, 0.5, pytest.approx(-1.09)]


def test_a_target_in_another_currency_is_not_compared() -> None:
    told = book().targets.assign(currency=pd.array(["USD"], "str"))
    workbook = compose_portfolio(book(targets=told))
    assert row_of(workbook, "targets", "Client")[5:8] == ["n/a", "n/a", "n/a"]


def listed(workbook: Workbook, section: str) -> list[list[Scalar]]:
    """Rows of a list of the Managers sheet, by its heading; blank cells left out."""
    cells = workbook.sheet("managers").cells
    top = next(cell.row for cell in cells if cell.value == section)
    found: list[list[Scalar]] = []
    row = top + 2
    while own := [cell.value for cell in cells if cell.row == row and cell.value is not None]:
        found.append(own)
        row += 1
    return found


def test_scorecards_show_what_was_kept_won_aimed_at_and_covered() -> None:
    kept = listed(composed(), "Scorecards: clients kept, satisfaction and leads, 2026-Q3")
    assert kept[0] == ["Lucía", 0.9, 0.95, -0.1, 16.5, "n/a", 3, 1, pytest.approx(1 / 3)]
    assert kept[1][-4:] == ["n/a", "n/a", "n/a", "n/a"]
    won = listed(composed(), "Scorecards: new business, 2026-Q3")
    assert won[0][:6] == ["Lucía", 1.0, 0.0, 1_000.01, 0.6, 600.01]
    assert won[0][6:] == [50_000.01, 12_000.0, "n/a"]
    renewed = listed(composed(), "Scorecards: renewals, deals and revenue against target, 2026-Q3")
    assert renewed[0] == ["Lucía", 5.0, 1.0, 0.75, 0.8, 0.5, 0.4, 0.25, 0.9]
    aims = listed(composed(), "Scorecards: targets, 2026-Q3")
    assert [line[3:] for line in aims] == [[900.0, 0.75, "two consultants"], ["n/a", "n/a", "–"]]
    goals = listed(composed(), "Scorecards: goals, 2026-Q3")
    assert [line[5] for line in goals] == [pytest.approx(0.6), 0.5, "n/a"]


def test_the_sheets_own_arithmetic_agrees_with_the_scorecards() -> None:
    card = SCORECARDS[0].card
    aims = listed(composed(), "Scorecards: targets, 2026-Q3")
    goals = listed(composed(), "Scorecards: goals, 2026-Q3")
    assert [line[4] for line in aims] == [line.attainment or "n/a" for line in card.targets]
    assert [line[5] for line in goals] == [line.progress or "n/a" for line in card.goals]


@pytest.mark.parametrize("language", LANGUAGES)
def test_partners_classes_are_those_of_the_rules(language: str) -> None:
    workbook, words = composed(language), book(language).words
    for line in PARTNERS:
        rule, standing = row_of(workbook, "partners", line.name)[-2:]
        if line.rule is None or line.standing is None:
            assert (rule, standing) == (words.absent, words.absent)
        else:
            assert rule == words.say(f"partner_rule.{line.rule.value}")
            assert standing == words.say(f"partner_class.{line.standing.value}")


def test_purchases_are_added_up_in_the_reporting_currency() -> None:
    assert row_of(composed(), "partners", "Felt")[4:7] == [1_000, 0.0061, 6.10]
    assert row_of(composed(), "partners", "Unknown")[5:7] == ["n/a", "n/a"]
    assert row_of(composed(), "partners", "Total of what is known")[6] == pytest.approx(5_006.15)


def test_a_line_comes_back_from_the_register_as_it_went() -> None:
    assert [line_of(line_text(line)) for line in RENEWALS] == list(RENEWALS)


def test_the_same_book_gives_the_same_bytes() -> None:
    written = render_workbook(composed())
    assert render_workbook(compose_portfolio(book())) == written
    read = openpyxl.load_workbook(io.BytesIO(written), data_only=True)
    assert read.sheetnames == [sheet.title for sheet in composed().sheets]


@pytest.mark.validator
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("known", [{}, EMPTY], ids=["usual", "empty"])
def test_office_has_nothing_to_repair_in_a_portfolio(
    language: str, known: dict[str, object], tmp_path: Path
) -> None:
    path = tmp_path / "portfolio.xlsx"
    path.write_bytes(render_workbook(compose_portfolio(book(language, **known))))
    assert sdk_errors(path) == []
    assert audit_errors(path) == []


@pytest.mark.rendering
def test_libreoffice_computes_the_portfolio_alike(tmp_path: Path) -> None:
    books = {language: composed(language) for language in LANGUAGES}
    stripped = [
        without_cached_values(render_workbook(workbook), tmp_path / f"{language}.xlsx")
        for language, workbook in books.items()
    ]
    paths = recalculated(stripped, tmp_path / "recalculated", "es-ES")
    for workbook, path in zip(books.values(), paths, strict=True):
        assert differences(workbook, path, "EUR") == []


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        ((), "Ningún cliente renueva en los próximos 180 días"),
        ((None,), "Un cliente está por renovar; ninguno pide descuento"),
        ((True,), "Un cliente está por renovar; uno pide descuento y quedaría por debajo del"),
        ((False, False), "2 clientes están por renovar; 2 piden descuento y ninguno quedaría por"),
        ((True, False), "piden descuento y uno de ellos quedaría por debajo del margen mínimo"),
        ((True, True), "2 piden descuento y 2 de ellos quedarían por debajo del margen mínimo"),
    ],
)
def test_the_headline_agrees_with_its_numbers(
    wanted: tuple[bool | None, ...], sentence: str
) -> None:
    """None is a renewal for which nothing was asked."""
    lines = tuple(
        renewal("Aurora", "Lucía", discount=0.0 if below is None else 0.1, is_below_floor=below)
        for below in wanted
    )
    assert sentence in headline(book("es", renewals=lines))


def test_a_margin_that_nobody_knows_is_not_called_safe() -> None:
    line = renewal("Aurora", "Lucía", is_below_floor=None)
    assert (
        headline(book("es", renewals=(line,))) == "Un cliente está por renovar; uno pide descuento"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_has_a_name_that_people_read(language: str) -> None:
    words = book(language).words
    assert len({words.table(name) for name in TABLES}) == len(TABLES)


def test_the_pivot_of_renewals_holds_its_sums_and_stands_on_the_list() -> None:
    sheet = composed().sheet("renewal_pivot")
    pivot = sheet.pivots[0]
    held = {(cell.row, cell.column): cell.value for cell in sheet.cells}
    top = pivot.area.first_row
    assert held[top + 1, 2] == "2026-12"
    assert held[top + 2, 1] == "Lucía"
    assert held[top + 2, 2] == held[pivot.area.last_row, 2] == 100_000
    headers = composed().sheet("renewals").tables[0].headers
    segment, relationship = pivot.filters
    assert (headers[pivot.rows.column], headers[segment.column]) == ("Manager", "Segment")
    assert headers[relationship.column] == "Class"
    assert segment.items == ("Business", "Corporate", "–")
    assert relationship.items == ("Keep", "Repair", "–")


def test_decisions_and_precedents_by_segment_have_a_sheet() -> None:
    made = renewal(
        "Aurora", "Lucía", decided=Offer.COUNTER, decision_state="approved", decided_by="Ana"
    )
    sheet = compose_portfolio(book(renewals=(made,))).sheet("decisions")
    held = {(cell.row, cell.column): cell.value for cell in sheet.cells}
    first = next(row for (row, _), value in held.items() if value == "Aurora")
    told = [made.renewal_date, made.discount, "Our offer", "approved", "Ana"]
    assert [held[first, column] for column in (3, 4, 5, 6, 7)] == told
    business = next(row for (row, _), value in held.items() if value == "Business")
    assert [held[business, column] for column in (2, 3, 4, 5)] == [5, 1.0, 0.06, 0.03]
    without = next(row for (row, _), value in held.items() if value == "Without segment")
    assert [held[without, column] for column in (2, 3, 4)] == [1, "n/a", "n/a"]
