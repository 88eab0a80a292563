"""A team's use is set beside the four weeks before them only where each week was measured."""

from datetime import timedelta

import pytest
from reference_service.as_facts import facts_of
from reference_service.company import Company, Row

from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.service.breakdowns import used_parts

QUARTER = Period.quarter(2026, 3)


def before_of(weeks: tuple[int, ...], shift: int = 0, days: int = 7) -> dict[str, float | None]:
    """Of each team, what it used in the four weeks before, where the feed has those weeks; Sales
    is named every week, Stock in the latest alone."""
    rows: list[Row] = [
        {
            "usage_part_id": f"{team}{back}",
            "account_id": "A",
            "usage_date": QUARTER.end - timedelta(days=7 * back + shift),
            "days": days,
            "part_kind": "team",
            "part": team,
            "events": 10,
        }
        for back in weeks
        for team in ("Sales", "Stock")
        if team == "Sales" or back == 1
    ]
    parts = used_parts(facts_of(Company({"A": "A"}, Policy(), usage_parts=rows)), QUARTER)
    return {part.name: part.before for part in parts["A"]}


@pytest.mark.parametrize("shift", [0, -1, -6])
def test_use_is_compared_where_each_of_eight_weeks_was_measured(shift: int) -> None:
    assert before_of(tuple(range(1, 9)), shift) == {"Sales": 40, "Stock": 0}


@pytest.mark.parametrize("weeks", [range(1, 8), range(1, 5), (*range(1, 6), 7, 8), range(2, 9)])
def test_a_week_without_a_row_is_no_smaller_use(weeks: tuple[int, ...]) -> None:
    assert set(before_of(tuple(weeks)).values()) == {None}
