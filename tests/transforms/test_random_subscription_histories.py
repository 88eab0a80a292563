"""Random subscriptions through deliveries agree with plain Python: one subscription, one day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shown_subscriptions import JANUARY, Shown, context

from transforms.billing.recurring import running_on
from transforms.core.policy import ChurnDate, Policy

UNSAID = "nobody says"
Worth = int | str | None
"""Yearly minor units, UNSAID where it counts and they are not told, None where it does not."""


def worth_on(rows: list[Shown], landings: list[date], policy: Policy, day: date) -> Worth:
    """What counts on a day: 0 where a payer has it free, be it known how much it is else."""
    worth, is_free = _state_on(rows, landings, policy, day)
    if not is_free:
        return worth
    lived = range(1, (day - min(row.start for row in rows)).days + 1)
    states = (_state_on(rows, landings, policy, day - timedelta(days=back)) for back in lived)
    return 0 if any(worth is not None and not was_free for worth, was_free in states) else None


def _state_on(
    rows: list[Shown], landings: list[date], policy: Policy, day: date
) -> tuple[Worth, bool]:
    """What it is worth, and whether it is free then."""
    index = _index_on(rows, landings, day)
    if index is None or any(day >= end for end in _ends(rows, landings, policy, index)):
        return None, False
    row, since = rows[index], _since(rows, landings, index)
    late = timedelta(days=policy.past_due_days)
    if row.status == "incomplete" or (row.status == "past_due" and day >= since + late):
        return None, False
    worth = UNSAID if row.yearly is None else row.yearly
    return worth, _is_free(rows, landings, policy, index, day)


def _index_on(rows: list[Shown], landings: list[date], day: date) -> int | None:
    """The row that held: the last one that had begun, unless a delivery lacked it by then."""
    begun = [i for i in range(len(rows)) if _begin(rows, landings, i) <= day]
    if not begun:
        return None
    last = begun[-1]
    gone = _gone(rows, landings, last)
    return None if gone is not None and day >= gone else last


def _gone(rows: list[Shown], landings: list[date], index: int) -> date | None:
    later = [landed for landed in landings if landed > rows[index].landed]
    following = rows[index + 1].landed if index + 1 < len(rows) else None
    for landed in later:
        if landed == following:
            return None
        return landed - timedelta(days=1)
    return None


def _follows(rows: list[Shown], landings: list[date], index: int) -> bool:
    return index > 0 and _gone(rows, landings, index - 1) is None


def _begin(rows: list[Shown], landings: list[date], index: int) -> date:
    row = rows[index]
    if index == 0:
        return row.start
    before = rows[index - 1]
    now_trial, was_trial = (item.status == "trialing" for item in (row, before))
    own = row.start if row.start != before.start else None
    if now_trial and not was_trial:
        own = row.trial_start
    if was_trial and not now_trial:
        own = row.trial_end
    if own is not None and _seen(rows, landings, index - 1) < own <= row.described:
        return own
    return max(row.described, row.start)


def _seen(rows: list[Shown], landings: list[date], index: int) -> date:
    """The described day, or the start of one that is newly shown."""
    row = rows[index]
    earlier = [landed for landed in landings if landed < row.landed]
    if index == 0 and earlier:
        before = max(earlier) - timedelta(days=1)
        if before < row.start <= row.described:
            return row.start
    return row.described


def _since(rows: list[Shown], landings: list[date], index: int) -> date:
    while _follows(rows, landings, index) and rows[index - 1].status == rows[index].status:
        index -= 1
    if index == 0:
        return max(_seen(rows, landings, 0), rows[0].start)
    return _begin(rows, landings, index)


def _ends(rows: list[Shown], landings: list[date], policy: Policy, index: int) -> list[date]:
    """The ends that the row and later ones state."""
    found = []
    for place in range(index, len(rows)):
        row, seen = rows[place], _seen(rows, landings, place)
        end = row.end
        if policy.churn_date is ChurnDate.CANCELLATION and row.cancelled:
            end = row.cancelled
        if end is None and row.status in ("cancelled", "ended"):
            end = row.cancelled or seen
        if row.status == "unpaid":
            end = min(end or date.max, seen)
        found += [end] if end else []
    return found


def _is_free(
    rows: list[Shown], landings: list[date], policy: Policy, index: int, day: date
) -> bool:
    row = rows[index]
    if row.status == "paused":
        return day >= _since(rows, landings, index) + timedelta(days=policy.paused_days)
    first = row.trial_start or row.start
    if row.status == "trialing":
        return index > 0 or day >= first
    return row.trial_end is not None and first <= day < row.trial_end


LANDINGS = [date(2026, month, 1) for month in range(3, 8)]
days = st.dates(date(2026, 1, 1), date(2026, 7, 31))
statuses = st.sampled_from(
    ["active"] * 4
    + ["past_due", "trialing", "unpaid", "cancelled", "ended", "incomplete", "paused"]
)
histories = st.lists(
    st.builds(
        Shown,
        st.sampled_from(LANDINGS),
        statuses,
        st.sampled_from([1_200, 2_400, 0, None]),
        st.sampled_from([date(2026, 1, 10)] * 3 + [date(2026, 4, 12), date(2026, 6, 20)]),
        st.none() | days,
        st.none() | st.none() | days,
        st.none() | days,
        st.none() | days,
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda row: row.landed,
).map(lambda rows: sorted(rows, key=lambda row: row.landed))


def _as_versions(rows: list[Shown]) -> list[Shown]:
    """Without rows that the delivery right before showed already."""
    kept: list[Shown] = []
    for place, row in enumerate(rows):
        before = rows[place - 1] if place else None
        again = before and LANDINGS.index(row.landed) == LANDINGS.index(before.landed) + 1
        if not (again and replace(row, landed=JANUARY) == replace(before, landed=JANUARY)):
            kept.append(row)
    return kept


@pytest.mark.thorough
@settings(deadline=None, max_examples=25)
@given(
    rows=histories,
    churn=st.sampled_from(ChurnDate),
    late=st.sampled_from([20, 90]),
    paused=st.sampled_from([0, 25]),
)
def test_random_histories_agree_with_a_slow_reference(
    rows: list[Shown], churn: ChurnDate, late: int, paused: int
) -> None:
    policy = Policy(churn_date=churn, past_due_days=late, paused_days=paused)
    of, kept = context(rows, LANDINGS, policy), _as_versions(rows)
    for step in range(0, 240, 3):
        day = date(2026, 1, 1) + timedelta(days=step)
        counted = running_on(of, day)["worth_minor"].astype(object).fillna(UNSAID).to_list()
        expected = worth_on(kept, LANDINGS, policy, day)
        assert counted == ([] if expected is None else [expected]), day
