"""What a workbook makes of costs, prices, requests and probabilities, and where they lack."""

import math
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from renewal_clients import (
    AWKWARD,
    golden,
    request,
    with_tables,
)
from workbooks import composed, headline, issued, of, texts

from reports.workbook.formulas.calculation import calculated, named_value, named_values
from transforms.renewals.decided import DecidedCurve
from transforms.renewals.offers import Offer

pytestmark = pytest.mark.thorough


def test_missing_cost_never_shows_a_margin() -> None:
    workbook = issued("without_cost")
    assert set(named_values(workbook, "sc_margin")) == {"n/a"}
    assert set(named_values(workbook, "sc_contribution")) == {"n/a"}
    assert "cost of sales and cost to serve" in headline(workbook)
    assert named_value(workbook, "approver") == "Nobody yet: price and cost first"
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
    assert "for the request" not in str(named_value(workbook, "reason"))
    assert "Every point of discount would give away 1,140\u00a0EUR" in texts(
        workbook.sheet("summary")
    )


def test_a_discount_that_nobody_asked_for_is_held_back() -> None:
    client = AWKWARD["without_request"]("en")
    renewal = replace(client.policy.renewal, discounted_probability=0.99)
    likely = replace(client, policy=replace(client.policy, renewal=renewal))
    told = headline(composed(likely))
    assert told.startswith("Nothing is asked. Open with renewing unchanged; hold back 2.5% for 2")
    assert "worth most within policy (+3,798" in told


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


def test_a_request_outside_policy_that_is_worth_more_says_why_it_is_not_the_answer() -> None:
    asked = request("EUR", requested_discount=0.5, renewal_probability=0.3)
    workbook = composed(with_tables(golden(), renewal_requests=asked))
    barred = "The request is outside policy: its margin is below the floor."
    assert str(named_value(workbook, "reason")).endswith(barred)
    assert "outside policy" not in str(named_value(issued("golden"), "reason"))


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "on avoidable cost, the most within policy, against 32,728"),
        ("es", "sobre coste evitable, lo máximo dentro de la política, frente a 32.728"),
    ],
)
def test_renewing_unchanged_is_not_held_against_itself(language: str, told: str) -> None:
    asked = request("EUR", requested_discount=0.5, renewal_probability=0.99)
    client = with_tables(golden(language), renewal_requests=asked)
    renewal = replace(client.policy.renewal, longest_term_years=1)
    client = replace(client, policy=replace(client.policy, renewal=renewal))
    running = client.tables["contracts"].assign(end_date=pd.Timestamp("2027-01-01"))
    running["start_date"] = pd.Timestamp("2026-01-01")  # a yearly contract: no term to keep
    workbook = composed(with_tables(client, contracts=running))
    assert told in str(named_value(workbook, "reason"))
    assert named_value(workbook, "advised_needed") == "–"
