"""The weeks that a client's use is told by: on which day they begin, and since when it is lower."""

from collections.abc import Sequence
from statistics import fmean

from transforms.metrics.metric_context import MetricContext

RECENT_DAYS = 28
"""The days that use, seats and parts are told of."""
_WEEK_DAYS = 7
_LEAST_SIDE = 3
"""Weeks on either side of a fall."""
_FALL, _LEFT = 0.15, 0.4
"""How much lower use is after it, and the most of the spread that both levels may leave."""


def week_days(context: MetricContext) -> dict[str, int]:
    """By client whose feed is by the week, the weekday on which all its weeks begin: 0 is Monday.

    No entry where use is told by the day, or weeks begin on several days.
    """
    usage = context.rows("usage")
    days = usage.assign(day=usage["usage_date"].dt.day_of_week)
    by_client = days.groupby("entity_id").agg(
        least=("days", "min"), first=("day", "min"), last=("day", "max")
    )
    is_by_week = (by_client["least"] == _WEEK_DAYS) & (by_client["first"] == by_client["last"])
    stated = by_client[is_by_week]
    return {str(client): int(day) for client, day in stated["first"].items()}


def place_of_fall(numbers: Sequence[float]) -> int | None:
    """The first week of a lower level, where one week parts two levels of use: the split that
    leaves the least spread around both means; None where none stands out. Of six weeks or more.

    >>> place_of_fall([100.0] * 5 + [80.0] * 4), place_of_fall([100.0] * 5 + [90.0] * 4)
    (5, None)
    """
    splits = range(_LEAST_SIDE, len(numbers) - _LEAST_SIDE + 1)
    place = min(splits, key=lambda split: _spread(numbers[:split]) + _spread(numbers[split:]))
    before, after = numbers[:place], numbers[place:]
    is_lower = fmean(after) <= (1 - _FALL) * fmean(before)
    is_clear = _spread(before) + _spread(after) <= _LEFT * _spread(numbers)
    return place if is_lower and is_clear else None


def _spread(numbers: Sequence[float]) -> float:
    mean = fmean(numbers)
    return sum((number - mean) ** 2 for number in numbers)
