"""What was asked, offered and agreed: each in cells of its own, and what has to be true of each."""

from typing import cast

import pytest
from workbooks import issued, of

from reports.workbook.formulas.calculation import calculated, named_value
from reports.workbook.model import Scalar, Workbook
from transforms.renewals.offers import Offer

pytestmark = pytest.mark.thorough

SIDES = {
    "discount": 0.07,
    "term_years": 1,
    "uplift": 0.02,
    "billing_months": 3,
    "payment_days": 45,
    "services": 500,
    "exclusivity": 1,
}
"""Every condition that a side may state, with one typed for it."""


def test_typing_our_offer_changes_nothing_that_was_asked() -> None:
    plain = issued("golden")
    ours, agreed = (
        {f"{side}_{condition}": value for condition, value in SIDES.items()}
        for side in ("offered", "agreed")
    )
    edited = calculated(plain, ours | agreed)
    for condition in SIDES:
        name = f"asked_{condition}"
        assert named_value(edited, name) == named_value(plain, name)
    for measure in ("net", "years", "days", "services", "probability", "expected_npv"):
        assert of(plain, measure, Offer.AS_REQUESTED) == of(edited, measure, Offer.AS_REQUESTED)
    assert of(edited, "net", Offer.COUNTER) == pytest.approx(111_600)


def test_each_side_states_every_condition_in_a_cell_of_its_own_with_its_source() -> None:
    workbook = issued("golden")
    names = [f"{side}_{key}" for side in ("asked", "offered", "agreed") for key in SIDES]
    places = {name: workbook.names[name].area for name in names}
    assert len(set(places.values())) == len(names)
    held = {(cell.row, cell.column): cell for cell in workbook.sheet("assumptions").cells}
    for place in places.values():
        assert held[place.first_row, place.first_column].style.is_unlocked
        assert held[place.first_row, place.first_column + 2].value  # where it comes from


def test_what_must_be_true_of_each_offer_is_its_worth_against_renewing_unchanged() -> None:
    workbook = issued("golden")
    for offer in (Offer.AS_REQUESTED, Offer.COUNTER, Offer.LONG_TERM):
        worth, odds = (
            cast("float", of(workbook, name, offer)) for name in ("expected_npv", "probability")
        )
        must = 155_751.552 / (worth / odds)
        told = of(workbook, "must", offer)
        assert told == "never" if must > 1 else told == pytest.approx(must)


def test_where_nothing_is_asked_the_summary_claims_no_ask_until_one_is_typed() -> None:
    plain = issued("without_request")
    place = plain.names["asked_side"].area
    below = range(place.first_row + 1, place.first_row + 17)

    def column(workbook: Workbook) -> list[Scalar]:
        cells = workbook.sheet("summary").cells
        held = {(cell.row, cell.column): cell.value for cell in cells}
        return [held[row, place.first_column] for row in below]

    assert named_value(plain, "asked_side") == "Nothing asked"
    assert set(column(plain)) == {"–"}
    typed = calculated(plain, {"in_discount": 0.1})
    assert named_value(typed, "asked_side") == "Asked"
    assert column(typed)[0] == pytest.approx(0.1)
    assert "–" not in column(typed)
    longer = calculated(plain, {"in_asked_payment_days": 90})
    assert named_value(longer, "asked_side") == "Asked"
