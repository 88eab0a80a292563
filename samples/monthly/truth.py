"""What every month's recurring figures are, from the stories alone."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise

from samples.amounts import half_even
from samples.monthly.stories import Story

Figures = Mapping[str, int | None]
MOVEMENTS = ("new", "expansion", "contraction", "churn", "reactivation")


def client_months(stories: Iterable[Story], ends: list[date]) -> dict[tuple[str, date], Figures]:
    """By client and month's end from the second on: `mrr_start`, the movements, `mrr` at the
    end, `kept_at_most`, and whether it was active (1, 0) at `was_active` and `is_active`."""
    by_client: dict[str, list[Story]] = {}
    for story in stories:
        by_client.setdefault(story.client, []).append(story)
    return {
        (client, last): _month(theirs, before, last, ends)
        for client, theirs in by_client.items()
        for before, last in pairwise(ends)
    }


def _month(stories: list[Story], before: date, last: date, ends: list[date]) -> Figures:
    start, end = _mrr(stories, before), _mrr(stories, last)
    was, now = _is_active(stories, before), _is_active(stories, last)
    moved: dict[str, int] = dict.fromkeys(MOVEMENTS, 0)
    moved[_name(stories, start, end, before, last, ends)] = abs(end - start)
    return {
        "mrr_start": start,
        **{f"mrr_{name}": minor for name, minor in moved.items()},
        "mrr": end,
        "kept_at_most": min(start, end),
        "was_active": int(was),
        "is_active": int(now),
    }


def _name(
    stories: list[Story], start: int, end: int, before: date, last: date, ends: list[date]
) -> str:
    if not _is_active(stories, before):
        # Who came before the first delivery was there on some month's end before it.
        earlier = [day for day in ends if day < before] + [date(2025, 6, 30), date(2025, 12, 31)]
        return "reactivation" if any(_is_active(stories, day) for day in earlier) else "new"
    if not _is_active(stories, last):
        return "churn"
    return "expansion" if end >= start else "contraction"


def _mrr(stories: list[Story], day: date) -> int:
    return half_even(sum(story.worth(day) or 0 for story in stories), 12)


def _is_active(stories: list[Story], day: date) -> bool:
    return any(story.worth(day) is not None for story in stories)
