"""What a composed renewal workbook says, for a usual client and the awkward ones."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import cast

import pandas as pd
import pytest
from partial_book import PartialBook
from renewal_clients import (
    ACCOUNT,
    AWKWARD,
    golden,
    japanese,
    request,
    table,
    with_tables,
    without_anything,
)

from reports.client import CausingRow, ClientFile, Restated, RowFault
from reports.workbook.compose import compose_workbook
from reports.workbook.formulas.calculation import calculated, named_value, named_values
from reports.workbook.model import Scalar, Sheet, Workbook
from reports.workbook.sheets import sheet_files
from transforms.kpis import specs
from transforms.metrics.kpi import KpiValue
from transforms.renewals.offers import Offer
from transforms.tables import TABLES

pytestmark = pytest.mark.thorough

LANGUAGES = ("en", "es")
OFFERS = list(Offer)


@cache
def issued(name: str, language: str = "en") -> Workbook:
    """The workbook of one of the clients made for tests."""
    return composed(AWKWARD[name](language))


def composed(client: ClientFile) -> Workbook:
    found = compose_workbook(client)
    assert found.workbook is not None, found.reason
    return found.workbook


def of(workbook: Workbook, measure: str, offer: Offer) -> Scalar:
    return named_values(workbook, f"sc_{measure}")[OFFERS.index(offer)]


def texts(sheet: Sheet) -> str:
    return "\n".join(cell.value for cell in sheet.cells if isinstance(cell.value, str))


def headline(workbook: Workbook) -> str:
    return str(workbook.sheet("summary").cells[0].value)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", AWKWARD)
def test_no_cell_holds_an_error_and_every_control_holds(name: str, language: str) -> None:
    workbook = issued(name, language)
    found = [
        (sheet.key, cell.formula)
        for sheet in workbook.sheets
        for cell in sheet.cells
        if isinstance(cell.value, str) and cell.value.startswith("#")
    ]
    assert found == []
    assert named_value(workbook, "ctl_failed") == 0
    assert named_value(workbook, "ctl_changed") == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", AWKWARD)
def test_every_figure_computed_at_issue_is_compared_with_its_formula(
    name: str, language: str
) -> None:
    workbook = issued(name, language)
    assert set(named_values(workbook, "ctl_figure_faults")) == {0}


def test_the_golden_case_stands_in_the_cells() -> None:
    workbook = issued("golden")
    assert round(cast("float", of(workbook, "expected_npv", Offer.AS_IS))) == 155_752
    assert round(cast("float", of(workbook, "expected_npv", Offer.LONG_TERM))) == 147_719
    assert round(cast("float", named_value(workbook, "lim_term_long")), 4) == 0.0728
    assert of(workbook, "volume", Offer.AS_REQUESTED) == pytest.approx(0.2)
    assert of(workbook, "needed", Offer.AS_REQUESTED) == "never"


@pytest.mark.parametrize(("discount", "worth"), [(0.05, 162_491), (0.15, 132_947)])
def test_typing_another_term_discount_moves_the_term(discount: float, worth: int) -> None:
    edited = calculated(issued("golden"), {"in_term_discount": discount})
    assert round(cast("float", of(edited, "expected_npv", Offer.LONG_TERM))) == worth


def test_editing_an_input_turns_the_banner_amber_not_red() -> None:
    edited = calculated(issued("golden"), {"in_discount": 0.05})
    assert named_value(edited, "ctl_changed") == 1
    assert named_value(edited, "ctl_failed") == 0
    assert "Inputs changed" in texts(edited.sheet("summary"))


def test_a_tampered_figure_turns_the_banner_red() -> None:
    workbook = issued("golden")
    row = workbook.names["sc_contribution"].area.first_row

    def tampered(sheet: Sheet) -> Sheet:
        cells = tuple(
            replace(cell, formula="", value=99_999.0)
            if (sheet.key, cell.row, cell.column) == ("scenarios", row, 2)
            else cell
            for cell in sheet.cells
        )
        return replace(sheet, cells=cells)

    spoiled = calculated(replace(workbook, sheets=tuple(map(tampered, workbook.sheets))))
    assert cast("float", named_value(spoiled, "ctl_failed")) > 0
    assert "has failed" in texts(spoiled.sheet("summary"))


def test_a_changed_invoice_line_turns_the_banner_red() -> None:
    workbook = issued("golden")
    edited = calculated(workbook, {"dat_net": 1.0})
    assert cast("float", named_value(edited, "ctl_failed")) > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_drop_down_shows_each_offer_on_the_summary(language: str) -> None:
    workbook = issued("golden", language)
    for number, name in enumerate(named_values(workbook, "sc_name"), start=1):
        shown = calculated(workbook, {"scenario_shown": name})
        assert named_value(shown, "shown_number") == number
        assert str(name) in texts(shown.sheet("summary"))


def test_only_assumptions_decisions_and_the_drop_down_are_unlocked() -> None:
    workbook = issued("golden")
    unlocked = {
        sheet.key for sheet in workbook.sheets for cell in sheet.cells if cell.style.is_unlocked
    }
    inputs = [cell for cell in workbook.sheet("assumptions").cells if cell.style.is_unlocked]
    named = {name for name in workbook.names if name.startswith("in_")}
    assert unlocked == {"summary", "assumptions", "approvals"}
    assert len(inputs) == len(named) == len(workbook.sheet("assumptions").validations)
    assert not any(cell.formula for cell in inputs)


def test_missing_cost_never_shows_a_margin() -> None:
    workbook = issued("without_cost")
    assert set(named_values(workbook, "sc_margin")) == {"n/a"}
    assert set(named_values(workbook, "sc_contribution")) == {"n/a"}
    assert "cost of sales and cost to serve" in headline(workbook)
    summary = texts(workbook.sheet("summary"))
    assert "complete the cost export" in summary
    assert "All checks" not in summary


def test_eleven_months_of_cost_are_no_year() -> None:
    kept = golden().tables["costs"]
    eleven = kept[kept["month"] > pd.Timestamp("2025-10-01")]
    workbook = composed(with_tables(golden(), costs=eleven))
    assert named_value(workbook, "in_cost_of_sales") is None


def test_typing_the_missing_costs_brings_the_margin() -> None:
    typed = {"in_cost_of_sales": 40_000, "in_cost_to_serve": 8_000}
    edited = calculated(issued("without_cost"), typed)
    assert of(edited, "margin", Offer.AS_IS) == pytest.approx(0.6)


def test_without_a_request_the_price_is_the_recurring_revenue_and_nothing_is_asked() -> None:
    workbook = issued("without_request")
    assert named_value(workbook, "in_price") == 114_000
    assert named_value(workbook, "in_discount") == 0
    assert "None requested" in texts(workbook.sheet("assumptions"))
    assert headline(workbook).startswith("No discount is asked for")
    assert "Every point of discount would give away 1,140.00\u00a0EUR" in texts(
        workbook.sheet("summary")
    )


def test_without_probabilities_it_says_what_would_have_to_be_true() -> None:
    summary = texts(issued("without_probabilities").sheet("summary"))
    assert "the probabilities of renewal are not known" in summary
    assert "renewal must become 1.20 times as likely" in summary
    assert "buy 20% more" in summary


def test_where_no_discount_pays_it_says_so() -> None:
    same = request("EUR", renewal_probability=0.5, renewal_probability_discounted=0.5)
    summary = texts(composed(with_tables(golden(), renewal_requests=same)).sheet("summary"))
    assert "No discount pays" in summary


def test_below_the_floor_finance_decides() -> None:
    workbook = issued("below_floor")
    assert "below" not in headline(workbook)
    assert (
        headline(workbook)
        == "Every offer leaves less than the margin floor of 40%: finance decides"
    )
    assert of(workbook, "approver", Offer.AS_REQUESTED) == "Finance"
    assert of(workbook, "rank", Offer.AS_IS) == "–"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Offer services of the same worth: worth 18,205\u00a0EUR more than granting 10%"),
        (
            "es",
            "Ofrecer servicios por el mismo valor: "
            "vale 18.205\u00a0EUR más que conceder el 10\u00a0%",
        ),
    ],
)
def test_the_recommendation_carries_its_numbers(language: str, words: str) -> None:
    workbook = issued("golden", language)
    best = cast("float", of(workbook, "expected_npv", Offer.ADDED_VALUE))
    asked = cast("float", of(workbook, "expected_npv", Offer.AS_REQUESTED))
    assert round(best - asked) == 18_205
    assert headline(workbook) == words


def test_yen_have_no_decimals_and_foreign_lines_are_converted_at_the_months_rate() -> None:
    workbook = issued("japanese")
    price = next(cell for cell in workbook.sheet("assumptions").cells if cell.value == 12_000_000)
    assert price.style.number_format == "#,##0"
    assert named_value(workbook, "dat_credits") == -100_000 - 8_179  # 50.05 EUR at 163.4075
    assert named_value(workbook, "in_avoidable_share") == pytest.approx(0.8)


def test_a_line_without_a_rate_leaves_the_totals_unknown() -> None:
    none = japanese().tables["fx_rates"].iloc[:0]
    workbook = composed(with_tables(japanese(), fx_rates=none))
    assert named_value(workbook, "dat_total") == "n/a"
    assert named_value(workbook, "ctl_failed") == 0


def test_the_newest_request_for_this_renewal_counts() -> None:
    asked = [
        ("RR-1", "2025-06-01", 0.30),
        ("RR-8", "2026-09-20", 0.12),
        ("RR-9", "2026-11-01", 0.2),
    ]
    rows = [
        request("EUR").iloc[0].to_dict()
        | {"request_id": key, "requested_date": pd.Timestamp(day), "requested_discount": share}
        for key, day, share in asked
    ]
    workbook = composed(with_tables(golden(), renewal_requests=table("renewal_requests", *rows)))
    assert named_value(workbook, "in_discount") == 0.12  # the last one had not been landed


@pytest.mark.parametrize(
    ("end", "reason"),
    [("2027-03-29", ""), ("2027-03-30", "out_of_window"), (None, "inactive")],
)
def test_who_gets_a_workbook(end: str | None, reason: str) -> None:
    row = {
        "contract_id": "C1",
        "account_id": ACCOUNT,
        "start_date": pd.Timestamp("2025-01-01"),
        "end_date": None if end is None else pd.Timestamp(end),
    }
    found = compose_workbook(with_tables(without_anything(), contracts=table("contracts", row)))
    assert found.reason == reason
    assert (found.workbook is None) == bool(reason)


def test_a_client_with_nothing_but_a_contract_still_gets_its_questions() -> None:
    workbook = issued("without_anything")
    assert "current net price, list price, cost of sales and cost to serve" in headline(workbook)


def test_every_sheet_of_the_folder_is_in_the_workbook_in_order() -> None:
    assert [sheet.key for sheet in issued("golden").sheets] == [file.key for file in sheet_files()]
    assert [file.key for file in sheet_files()][:3] == ["summary", "assumptions", "scenarios"]


def test_the_same_client_composes_the_same_workbook() -> None:
    assert composed(golden()) == issued("golden")


def test_the_order_of_rows_does_not_matter() -> None:
    shuffled = {name: frame.iloc[::-1] for name, frame in golden().tables.items()}
    assert composed(with_tables(golden(), **shuffled)) == issued("golden")


def test_lineage_names_edition_and_source_files() -> None:
    said = texts(issued("golden").sheet("lineage"))
    assert "3f2a9c8d7b6e5f40" in said
    assert "2026-10-01/invoice_lines.csv" in said


def test_lineage_has_the_command_that_explains_each_figure() -> None:
    client = with_figures()
    said = texts(composed(client).sheet("lineage"))
    assert f"cartera explain {client.client_id} invoiced_amount --period 2026-Q3" in said
    assert "cartera explain" not in texts(issued("without_anything").sheet("lineage"))


def test_lineage_lists_restated_figures_with_the_rows_that_made_the_difference() -> None:
    client = with_figures()
    now = client.kpis.get("invoiced_amount", client.period)
    cause = CausingRow("come", "invoices", "stripe", "2026-11-02/invoices.csv", 7)
    shown = replace(now, value_minor=123_45)
    told = Restated("invoiced_amount", "2026-Q3", shown, now, (cause,))
    lineage = composed(replace(client, restated=(told,))).sheet("lineage")
    assert "new row: 2026-11-02/invoices.csv:7" in texts(lineage)
    row = next(
        cell.row for cell in lineage.cells if cell.value == "new row: 2026-11-02/invoices.csv:7"
    )
    assert [cell.value for cell in lineage.cells if cell.row == row][-2:] == [123.45, 1_000.01]
    assert "None." in texts(composed(client).sheet("lineage"))


def test_lineage_tells_what_validation_found_in_the_clients_rows() -> None:
    names = {"en": "Lines do not add up", "es": "Las líneas no suman"}
    faults = tuple(
        RowFault("lines_sum", names, "invoices", "warn", "2026-10-01/invoices.csv", line)
        for line in (9, 4)
    )
    lineage = composed(replace(golden(), faults=faults)).sheet("lineage")
    row = next(cell.row for cell in lineage.cells if cell.value == "Lines do not add up")
    found = [cell.value for cell in lineage.cells if cell.row == row]
    assert found == ["Lines do not add up", "warned of", "2026-10-01/invoices.csv", 2, 4]
    assert "All its rows keep the rules." in texts(issued("golden").sheet("lineage"))


def with_figures() -> ClientFile:
    """A client whose invoiced amount of the period is stored."""
    client = golden()
    spec = specs()["invoiced_amount"]
    figure = KpiValue(
        "client",
        client.client_id,
        spec.id,
        client.period,
        spec.unit,
        spec.version,
        currency=client.currency,
        value_minor=1_000_01,
    )
    return replace(client, kpis=PartialBook(client.client_id, {(spec.id, "2026-Q3"): figure}))


def test_both_languages_have_the_same_formulas_but_for_words() -> None:
    english, spanish = issued("golden"), issued("golden", "es")
    for first, second in zip(english.sheets, spanish.sheets, strict=True):
        assert len(first.cells) == len(second.cells)
        assert [bool(cell.formula) for cell in first.cells] == [
            bool(cell.formula) for cell in second.cells
        ]


def test_document_dates_are_those_of_the_data() -> None:
    assert issued("golden").properties.created == date(2026, 10, 1)


def test_cash_flows_are_drawn_year_by_year_where_there_is_a_margin() -> None:
    (chart,) = composed(golden()).sheet("cash_flows").charts
    assert [series.name for series in chart.series] == ["As is", "As requested", "Added value"]
    assert chart.title == "Expected cash flow by year, EUR"
    unknown = request("EUR", renewal_probability=None)
    client = with_tables(golden(), renewal_requests=unknown)
    (plain,) = composed(client).sheet("cash_flows").charts
    assert plain.title.startswith("Cash flow by year if the client stays")
    uncosted = with_tables(golden(), costs=TABLES["costs"].empty())
    assert composed(uncosted).sheet("cash_flows").charts == ()
    (unadvised,) = issued("without_probabilities").sheet("cash_flows").charts
    assert [series.name for series in unadvised.series][2] == "3 years"
