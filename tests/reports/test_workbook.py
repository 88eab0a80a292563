"""What a composed renewal workbook says, for a usual client and the awkward ones."""

import math
import random
from dataclasses import replace
from datetime import date
from typing import cast

import pandas as pd
import pytest
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
from workbooks import LANGUAGES, composed, headline, issued, of, texts

from reports.workbook.compose import compose_workbook
from reports.workbook.formulas.calculation import calculated, named_value, named_values
from reports.workbook.model import Scalar, Sheet, Workbook
from reports.workbook.sheets import sheet_files
from reports.workbook.words import WorkbookWords
from transforms.renewals.offers import Offer
from transforms.tables import TABLES

pytestmark = pytest.mark.thorough


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


def test_typing_another_term_discount_moves_the_term_and_its_probability() -> None:
    edited = calculated(issued("golden"), {"in_term_discount": 0.05})
    # Through 85 % at today's price, 92 % at the ask of 10 % and 90 % for it over three years.
    today, asked, term = (math.log(odds / (1 - odds)) for odds in (0.85, 0.92, 0.90))
    odds = 1 / (1 + math.exp(-(today + (asked - today) / 2 + term - asked)))
    assert of(edited, "probability", Offer.LONG_TERM) == pytest.approx(odds)
    worth = sum((114_000 - 48_000) / 1.1**year for year in range(3))
    assert of(edited, "expected_npv", Offer.LONG_TERM) == pytest.approx(odds * worth)


@pytest.mark.parametrize("name", AWKWARD)
def test_no_admissible_cell_of_any_sheet_is_worth_more_than_the_advice(name: str) -> None:
    assert_nothing_beats_the_advice(issued(name))


def test_no_typed_input_lets_a_cell_beat_the_advice() -> None:
    chance = random.Random(4)
    for _ in range(6):
        typed = {
            "in_discount": round(chance.uniform(0, 0.6), 3),
            "in_probability": round(chance.uniform(0.1, 0.99), 2),
            "in_probability_discounted": round(chance.uniform(0.1, 0.99), 2),
            "in_probability_term": chance.choice((None, 0.9)),
            "in_offered_discount": round(chance.uniform(0, 0.5), 3),
            "in_term_discount": round(chance.uniform(0, 0.5), 3),
            "in_avoidable_share": round(chance.uniform(0.1, 1), 2),
            "in_margin_floor": chance.choice((0.0, 0.3)),
            "in_longest_term": chance.randint(1, 3),
            "in_services_limit": chance.choice((0.0, 0.05)),
        }
        assert_nothing_beats_the_advice(calculated(issued("golden"), typed))


def assert_nothing_beats_the_advice(workbook: Workbook) -> None:
    """Scenarios, the table of offers, and every admissible cell of discount by term."""
    best = named_value(workbook, "advised_expected")
    if not isinstance(best, float):
        assert not any(isinstance(item, float) for item in named_values(workbook, "sol_ranked"))
        return
    worths = [
        worth
        for names in (("sc_bar", "sc_expected_npv"), ("sol_bar", "sol_expected"))
        for bar, worth in zip(*(named_values(workbook, name) for name in names), strict=True)
        if bar == "yes"
    ]
    numbers = [worth for worth in (*worths, *admissible(workbook)) if isinstance(worth, float)]
    assert len(numbers) > 3
    assert max(numbers) <= best + 0.01


def admissible(workbook: Workbook) -> list[Scalar]:
    """Cells of discount by term that the policy admits, by its rules written out here."""
    area = workbook.names["sen_term"].area
    sheet = workbook.sheet("sensitivity")
    held = {(cell.row, cell.column): cell.value for cell in sheet.cells}
    floor, longest, current, least = (
        cast("float", named_value(workbook, f"in_{name}"))
        for name in ("margin_floor", "longest_term", "term_in_force", "term_concession")
    )
    found: list[Scalar] = []
    for years, row in enumerate(range(area.first_row, area.last_row + 1), start=1):
        for column in range(area.first_column, area.last_column + 1):
            discount, margin = held[4, column], held[5, column]
            if not isinstance(discount, int | float) or not isinstance(margin, int | float):
                continue
            beyond = years - current
            is_short = round(discount - least * beyond, 9) < 0
            if round(margin, 9) >= floor and (beyond <= 0 or not (years > longest or is_short)):
                found.append(held[row, column])
    return found


def test_exclusivity_shows_the_discount_that_it_grants() -> None:
    edited = calculated(issued("golden"), {"in_wallet": 400_000, "in_share_gain": 0.1})
    assert of(edited, "discount", Offer.EXCLUSIVITY) == pytest.approx(0.10)
    assert of(edited, "given", Offer.EXCLUSIVITY) == pytest.approx(0.10)
    assert of(edited, "net", Offer.EXCLUSIVITY) == pytest.approx(108_000)


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


def test_below_the_floor_finance_decides() -> None:
    workbook = issued("below_floor")
    assert "below" not in headline(workbook)
    assert (
        headline(workbook)
        == "No offer is within policy with a margin at the floor of 40%: finance decides "
        "with the approver"
    )
    assert of(workbook, "approver", Offer.AS_REQUESTED) == "Account manager + Finance"
    assert of(workbook, "rule", Offer.AS_REQUESTED) == "by its discount; below the margin floor"
    assert of(workbook, "bar", Offer.AS_IS) == "no: margin below the floor"
    assert of(workbook, "rank", Offer.AS_IS) == "–"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            "They ask 10% for 1 year. Counter: today's price for 2 years, {gain} against renewing "
            "unchanged and {gap} against the ask; margin 60%; flips if renewal at today's price is "
            "less likely than {share}",
        ),
        (
            "es",
            "Piden 10\u00a0% a 1 año. Contraoferta: el precio actual a 2 años, {gain} frente a "
            "renovar sin cambios y {gap} frente a lo pedido; margen 60\u00a0%; cambia si renovar "
            "al precio actual es menos probable que el {share}",
        ),
    ],
)
def test_the_headline_is_held_against_doing_nothing_and_against_the_ask(
    language: str, words: str
) -> None:
    workbook = issued("golden", language)
    ours, asked, unchanged = (
        cast("float", of(workbook, "expected_npv", offer))
        for offer in (Offer.COUNTER, Offer.AS_REQUESTED, Offer.AS_IS)
    )
    assert named_value(workbook, "advised_expected") == pytest.approx(ours)
    told = WorkbookWords(language, "es-ES" if language == "es" else "en-GB", "EUR")
    gain, gap = ("+" + told.money(100 * (ours - other)) for other in (unchanged, asked))
    share = told.percent(0.823)  # below it 2.5 % for three years is worth more
    assert headline(workbook) == words.format(gain=gain, gap=gap, share=share)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", AWKWARD)
def test_answer_approver_and_reason_stand_on_top_of_the_first_sheet(
    name: str, language: str
) -> None:
    workbook = issued(name, language)
    for place in ("answer", "approver", "reason"):
        reference = workbook.names[place]
        assert reference.sheet == workbook.sheets[0].key
        assert reference.area.first_row < 24
        assert str(named_value(workbook, place) or "").strip()
    assert named_value(workbook, "answer") == headline(workbook)


def test_without_a_list_price_the_card_names_finance() -> None:
    workbook = issued("without_request")
    assert named_value(workbook, "approver") == "Finance"
    assert of(workbook, "rule", Offer.COUNTER) == "the list price is not known"


def test_missing_data_and_changed_inputs_are_told_together() -> None:
    edited = calculated(issued("without_cost"), {"in_discount": 0.05})
    summary = texts(edited.sheet("summary"))
    assert "Inputs that matter are missing" in summary
    assert "Inputs changed since issue" in summary


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


@pytest.mark.parametrize(
    ("status", "start", "is_settled"),
    [
        ("Activated", "2027-01-01", True),
        (None, "2027-01-20", True),
        ("Draft", "2027-01-01", False),
        ("Activated", "2027-03-01", False),
    ],
)
def test_a_signed_contract_that_follows_settles_the_renewal(
    status: str | None, start: str, is_settled: bool
) -> None:
    running = {
        "contract_id": "C1",
        "account_id": ACCOUNT,
        "start_date": pd.Timestamp("2025-01-01"),
        "end_date": pd.Timestamp("2027-01-01"),
    }
    following = running | {
        "contract_id": "C2",
        "status": status,
        "start_date": pd.Timestamp(start),
        "end_date": pd.Timestamp("2029-01-01"),
    }
    client = with_tables(golden(), contracts=table("contracts", running, following))
    found = compose_workbook(client)
    assert found.workbook is not None
    assert found.line is not None
    assert headline(found.workbook).startswith("Signed already") is is_settled
    assert (found.line.is_settled, found.line.probability == 1.0) == (is_settled, is_settled)
    approver, summary = named_value(found.workbook, "approver"), found.workbook.sheet("summary")
    assert approver == ("Nobody: it is signed" if is_settled else "Account manager")
    assert ("What would turn it over" in texts(summary)) is not is_settled


def test_the_order_of_rows_does_not_matter() -> None:
    shuffled = {name: frame.iloc[::-1] for name, frame in golden().tables.items()}
    assert composed(with_tables(golden(), **shuffled)) == issued("golden")


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
    assert [series.name for series in chart.series] == ["As is", "As requested", "Our offer"]
    assert chart.title == "Expected cash flow by year, EUR"
    uncosted = with_tables(golden(), costs=TABLES["costs"].empty())
    assert composed(uncosted).sheet("cash_flows").charts == ()
