"""The curve of the company's own decided renewals is the one of the largest likelihood."""

import math
import random
from datetime import date

import pandas as pd
import pytest

from transforms.renewals.decided import DecidedCurve, decided_curve, fitted

UNTIL = date(2026, 9, 30)


def requests(count: int, seed: int, slope: float = 6.0) -> pd.DataFrame:
    """Decided renewals, likelier renewed the more was granted."""
    chance = random.Random(seed)
    rows: list[dict[str, object]] = []
    for number in range(count):
        granted = round(chance.uniform(0, 0.3), 3)
        odds = 1 / (1 + math.exp(-(0.3 + slope * (granted - 0.1))))
        rows.append(
            {
                "outcome": "renewed" if chance.random() < odds else "lost",
                "granted_discount": granted,
                "decided_date": pd.Timestamp("2024-01-01") + pd.Timedelta(days=7 * number),
            }
        )
    return pd.DataFrame(rows)


def likelihood(frame: pd.DataFrame, level: float, slope: float) -> float:
    total = 0.0
    for outcome, granted in zip(frame["outcome"], frame["granted_discount"], strict=True):
        odds = 1 / (1 + math.exp(-(level + slope * granted)))
        total += math.log(odds if outcome == "renewed" else 1 - odds)
    return total


@pytest.mark.parametrize("seed", range(5))
def test_no_other_curve_near_it_explains_the_renewals_better(seed: int) -> None:
    frame = requests(60, seed)
    found = decided_curve(frame, UNTIL, 30)
    assert isinstance(found, DecidedCurve)
    best = likelihood(frame, found.level, found.slope)
    for shift, tilt in ((0.01, 0), (-0.01, 0), (0, 0.05), (0, -0.05), (0.01, -0.05)):
        assert likelihood(frame, found.level + shift, found.slope + tilt) < best


def test_too_few_and_those_decided_later_or_without_a_grant_do_not_count() -> None:
    frame = requests(40, 1)
    assert decided_curve(frame.head(29), UNTIL, 30) is None
    assert decided_curve(frame.assign(granted_discount=None), UNTIL, 30) is None
    later = frame.assign(decided_date=pd.Timestamp("2026-10-01"))
    assert decided_curve(later, UNTIL, 30) is None
    found = decided_curve(frame, UNTIL, 30)
    assert found is not None
    assert (found.count, found.first) == (40, date(2024, 1, 1))


def test_discounts_that_went_to_clients_at_risk_are_not_usable() -> None:
    found = decided_curve(requests(200, 3, slope=-8.0), UNTIL, 30)
    assert found is not None
    assert not found.is_usable


def test_where_a_discount_parts_them_there_is_no_curve() -> None:
    assert fitted([0.0, 0.1, 0.2, 0.3], [False, False, True, True]) is None
    assert fitted([0.1, 0.1, 0.1], [True, False, True]) is None
