"""What a composed renewal workbook says, for a usual client and the awkward ones."""

import math
import random
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
from reports.workbook.words import WorkbookWords
from transforms.kpis import specs
from transforms.metrics.kpi import KpiValue
from transforms.renewals.decided import DecidedCurve
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


def test_typing_our_offer_changes_nothing_that_was_asked() -> None:
    edited = calculated(issued("golden"), {"offered_discount": 0.07, "offered_term_years": 1})
    assert named_value(edited, "asked_discount") == 0.10
    for measure in ("net", "probability", "expected_npv"):
        before, after = (
            of(book, measure, Offer.AS_REQUESTED) for book in (issued("golden"), edited)
        )
        assert before == after
    assert of(edited, "net", Offer.COUNTER) == pytest.approx(111_600)


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


BILLED = ("invoices", "invoice_lines")


def two_years(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows, and the same of a year before under other ids."""
    days = [name for name in frame if frame[name].dtype.kind == "M"]
    keys = [name for name in ("invoice_id", "line_id", "invoice_number") if name in frame]
    before = frame.assign(
        **{name: frame[name] - pd.DateOffset(years=1) for name in days},
        **{name: "before-" + frame[name] for name in keys},
    )
    return pd.concat([before, frame], ignore_index=True)


def test_cost_grows_as_the_clients_own_did_and_each_currency_has_its_rate() -> None:
    now = golden().tables["costs"]
    before = now.assign(
        month=now["month"] - pd.DateOffset(years=1), amount_minor=now["amount_minor"] * 4 // 5
    )
    client = with_tables(golden(), costs=pd.concat([before, now], ignore_index=True))
    client = with_tables(client, **{name: two_years(client.tables[name]) for name in BILLED})
    renewal = replace(client.policy.renewal, discount_rates={"EUR": 0.07, "MXN": 0.12})
    workbook = composed(replace(client, policy=replace(client.policy, renewal=renewal)))
    assert named_value(workbook, "in_cost_growth") == pytest.approx(0.25, abs=1e-4)
    assert named_value(workbook, "in_discount_rate") == 0.07
    assert named_value(issued("golden"), "in_cost_growth") == 0


def test_typing_the_missing_costs_brings_the_margin() -> None:
    typed = {"in_cost_of_sales": 40_000, "in_cost_to_serve": 8_000}
    edited = calculated(issued("without_cost"), typed)
    assert of(edited, "margin", Offer.AS_IS) == pytest.approx(0.6)


def test_without_a_request_the_price_is_the_recurring_revenue_and_nothing_is_asked() -> None:
    workbook = issued("without_request")
    assert named_value(workbook, "in_price") == 114_000
    assert named_value(workbook, "in_discount") == 0
    assert "None requested" in texts(workbook.sheet("assumptions"))
    assert headline(workbook).startswith("Nothing is asked.")
    assert "Every point of discount would give away 1,140\u00a0EUR" in texts(
        workbook.sheet("summary")
    )


def test_without_probabilities_the_policys_are_used_and_said_to_be() -> None:
    workbook = issued("without_probabilities")
    summary = texts(workbook.sheet("summary"))
    assert "85% at today's price (the company's policy, nobody stated it)" in summary
    assert isinstance(named_value(workbook, "advised_expected"), float)
    assert named_value(workbook, "in_probability") is None


@pytest.mark.parametrize(("slope", "today"), [(4.0, 0.6), (-1.0, 0.85)])
def test_own_decided_renewals_stand_for_the_policy_unless_they_show_the_contrary(
    slope: float, today: float
) -> None:
    level = math.log(0.6 / 0.4)
    own = DecidedCurve(34, date(2023, 2, 1), date(2026, 9, 1), level, slope)
    workbook = composed(replace(AWKWARD["without_probabilities"]("en"), decided=own))
    assert named_value(workbook, "cur_today") == pytest.approx(today)
    assert "34" in texts(workbook.sheet("assumptions"))
    said = "Own renewals: 34 decided" if slope > 0 else "34 own renewals decided"
    assert said in texts(workbook.sheet("summary"))


def test_where_no_discount_pays_it_says_so() -> None:
    same = request("EUR", renewal_probability=0.5, renewal_probability_discounted=0.5)
    summary = texts(composed(with_tables(golden(), renewal_requests=same)).sheet("summary"))
    assert "no discount makes renewal likelier" in summary


def test_below_the_floor_finance_decides() -> None:
    workbook = issued("below_floor")
    assert "below" not in headline(workbook)
    assert (
        headline(workbook)
        == "No offer is within policy with a margin at the floor of 40%: finance decides"
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
            "unchanged and {gap} against the ask; margin 60%",
        ),
        (
            "es",
            "Piden 10\u00a0% a 1 año. Contraoferta: el precio actual a 2 años, {gain} frente a "
            "renovar sin cambios y {gap} frente a lo pedido; margen 60\u00a0%",
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
    assert headline(workbook) == words.format(gain=gain, gap=gap)


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


def test_a_price_of_nothing_leaves_no_error_cell() -> None:
    for typed in ({"in_price": 0}, {"in_price": None}, {"in_list_price": 0}):
        edited = calculated(issued("golden"), typed)
        errors = [
            (sheet.key, cell.formula)
            for sheet in edited.sheets
            for cell in sheet.cells
            if cell.formula and isinstance(cell.value, str) and cell.value.startswith("#")
        ]
        assert errors == []


def test_a_request_with_a_price_of_nothing_is_one_without_a_price() -> None:
    asked = request("EUR", price_minor=0, list_price_minor=0)
    workbook = composed(with_tables(golden(), renewal_requests=asked))
    assert named_value(workbook, "in_price") != 0
    assert "Missing: \n" not in texts(workbook.sheet("summary")) + "\n"


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


def test_history_has_what_was_asked_granted_and_became_of_it() -> None:
    before = request(
        "EUR",
        request_id="RR-3",
        requested_date=pd.Timestamp("2024-09-01"),
        requested_discount=0.15,
        granted_discount=0.075,
        outcome="renewed",
    )
    asked = pd.concat([request("EUR"), before], ignore_index=True)
    sheet = composed(with_tables(golden(), renewal_requests=asked)).sheet("history")
    row = next(cell.row for cell in sheet.cells if cell.value == "RR-3")
    found = [cell.value for cell in sheet.cells if cell.row == row]
    assert found[2:5] == [0.15, 0.075, "renewed"]


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
    assert [series.name for series in chart.series] == ["As is", "As requested", "Our offer"]
    assert chart.title == "Expected cash flow by year, EUR"
    uncosted = with_tables(golden(), costs=TABLES["costs"].empty())
    assert composed(uncosted).sheet("cash_flows").charts == ()
