"""Open deals of a past day are those of that day: what a later delivery changes, it does not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.core.canonical import CanonicalTables
from transforms.core.deliveries import DELIVERIES
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.core.rates import Rates
from transforms.kpis import compute_all, explained
from transforms.metrics.metric_context import MetricContext
from transforms.sales.deals import open_deals
from transforms.sales.delivered_deals import delivered_deals
from transforms.tables import TABLES

LANDINGS = [date(2026, month, 1) for month in (7, 8, 10, 11, 12)]
"""September's is missing: August is told by nobody in time."""
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Shown:
    """A deal's row in one delivery."""

    amount: int | None = 1000
    state: str = "open"
    closes: date | None = None
    created: date | None = date(2026, 1, 1)
    chance: float | None = 0.5


Delivery = dict[str, Shown]


def context(deliveries: Sequence[Delivery]) -> MetricContext:
    """Client A, whose deals some deliveries show, known on the day of the last of them."""
    rows: list[dict[str, Any]] = []
    held: dict[str, dict[str, Any]] = {}
    for load, delivery in enumerate(deliveries, 1):
        for key in list(held):
            if delivery.get(key) != held[key]["shown"]:
                held.pop(key)["superseded_load_id"] = load
        for key in delivery.keys() - held.keys():
            held[key] = _row(key, delivery[key]) | {"first_load_id": load}
            rows.append(held[key])
    loads = pd.DataFrame(
        [
            {"source": "crm", "load_id": load, "landed_at": pd.Timestamp(day, tz="UTC")}
            for load, day in enumerate(LANDINGS[: len(deliveries)], 1)
        ],
        columns=list(DELIVERIES),
    ).astype(DELIVERIES)
    frame = pd.DataFrame(rows, columns=[*_row("", Shown()), "first_load_id"])
    plain = TABLES["opportunities"].conform(frame)
    known = plain.assign(
        first_load_id=frame["first_load_id"].astype("Int64"),
        superseded_load_id=frame["superseded_load_id"].astype("Int64"),
    )
    tables = {
        "opportunities": plain[known["superseded_load_id"].isna()].reset_index(drop=True),
        "opportunity_versions": delivered_deals(known, loads),
    }
    clients = pd.DataFrame({"account_id": ["A"], "entity_id": ["A"], "currency": ["USD"]})
    last = LANDINGS[len(deliveries) - 1]
    return MetricContext(CanonicalTables(tables), clients, Policy(), Rates({}), last_day=last)


def _row(key: str, shown: Shown) -> dict[str, Any]:
    return {
        "opportunity_id": key,
        "account_id": "A",
        "opportunity_name": key,
        "state": shown.state,
        "amount_minor": shown.amount,
        "currency": "USD",
        "probability": shown.chance,
        "created_date": shown.created,
        "close_date": shown.closes,
        "source": "crm",
        "source_file": "deals.csv",
        "source_line": 2,
        "superseded_load_id": None,
        "shown": shown,
    }


def told(deliveries: Sequence[Delivery], month: str) -> tuple[int, int | str]:
    """Open deals at the end of a month, and their worth or why it is not known."""
    figures = ["deals_open", "potential_value"]
    values = compute_all(context(deliveries), [Period.parse(month)], figures).set_index("kpi")
    worth = values.loc["potential_value"]
    minor = worth["value_minor"]
    return int(values.loc["deals_open", "value"]), worth["reason"] if pd.isna(minor) else int(minor)


def test_a_later_delivery_leaves_what_was_open_and_its_worth() -> None:
    first, second = {"d": Shown(1000), "e": Shown(4000)}, {"d": Shown(9000)}
    closed = {"d": Shown(9000, "won", date(2026, 9, 20))}
    assert told([first], "2026-06") == (2, 2500)
    assert told([first, second], "2026-06") == (2, 2500)
    assert told([first, second], "2026-07") == (1, 4500)
    for later in ([closed], [closed, {}], [closed, {}, {}]):
        assert told([first, second, *later], "2026-06") == (2, 2500)
        assert told([first, second, *later], "2026-07") == (1, 4500)
        assert told([first, second, *later], "2026-08") == (1, 4500)
        assert told([first, second, *later], "2026-09") == (0, 0)


def test_a_deal_closed_with_a_day_before_the_export_that_shows_it_open_was_open_on_it() -> None:
    late = [{"d": Shown()}, {"d": Shown(state="lost", closes=date(2026, 6, 15))}]
    assert told(late, "2026-06") == (1, 500)
    assert told(late, "2026-07") == (0, 0)


def test_a_deal_that_comes_later_was_open_since_it_was_entered_and_its_worth_from_then_on() -> None:
    new = {"d": Shown(created=date(2026, 8, 20))}
    assert told([{}, {}, new], "2026-08") == (1, 500)  # told within a month
    assert told([{}, {}, new], "2026-07") == (0, 0)
    early = {"d": Shown(created=date(2026, 7, 20))}  # which the delivery of 1 August lacked
    assert told([{}, {}, early], "2026-07") == (0, 0)


def test_nobody_says_what_a_deal_was_worth_long_before_the_first_delivery() -> None:
    assert told([{"d": Shown()}], "2026-05") == (1, 500)
    assert told([{"d": Shown()}], "2026-04") == (1, "terms_unknown")
    assert told([{"d": Shown()}, {"d": Shown()}], "2026-05") == (1, 500)


def test_the_internal_page_and_the_working_show_the_row_of_that_day() -> None:
    deliveries = [{"d": Shown(1000)}, {"d": Shown(9000)}, {"d": Shown(9000, "won")}]
    june = Period.parse("2026-06")
    (deal,) = open_deals(context(deliveries), june)["A"]
    assert deal.amount_minor == 1000
    (rows,) = explained(context(deliveries), "potential_value", june)
    assert rows.entered["amount_minor"].tolist() == [1000]
    assert rows.left_out.tolist() == ["", "other_version", "other_version"]


def reference(deliveries: Sequence[Delivery], on: date) -> tuple[int, int | str]:
    """The same from the deliveries themselves, in plain Python."""
    known = list(zip(LANDINGS, deliveries, strict=False))
    before = [item for item in known if item[0] - A_DAY <= on]
    after = known[len(before) :]
    open_rows: list[Shown | None] = []
    for key in {key for delivery in deliveries for key in delivery}:
        found = _standing(key, before, after, on)
        open_rows += [] if found is None else [found[0]]
    if None in open_rows:
        return len(open_rows), "terms_unknown"
    worth = [
        None if row is None or row.amount is None or row.chance is None else row.amount * row.chance
        for row in open_rows
    ]
    if None in worth:
        return len(open_rows), "amount_missing"
    return len(open_rows), sum(round(amount) for amount in worth if amount is not None)


Dated = list[tuple[date, Delivery]]


def _standing(key: str, before: Dated, after: Dated, on: date) -> tuple[Shown | None] | None:
    """The row of a deal that was open, None in it where that is not known; None if it was not."""
    landed, shown = (before or after)[-1 if before else 0][0], None
    following = after[0] if before and after else None
    if before:
        shown = before[-1][1].get(key)
    if shown is not None:
        is_first = len(before) == 1 or not any(key in delivery for _, delivery in before)
        if shown.created and shown.created > on:
            return None
        if shown.state != "open":
            is_first = not any(key in delivery for _, delivery in before[:-1])
            late = shown.closes and on < shown.closes <= landed
            return (None,) if late and is_first else _as_before(key, before, on, shown)
        if following and key in following[1]:
            then = following[1][key]
            if then.state != "open" and then.closes and then.closes <= following[0]:
                was_closed = max(then.closes, landed) <= on  # on the day after it was open
                return None if was_closed else (shown,)
        return (shown,)
    first = following if before else after[0]
    if first is None or key not in first[1] or any(key in d for _, d in before):
        return None
    then = first[1][key]
    if before and not (then.created and landed - A_DAY < then.created < first[0]):
        return None
    if then.created and then.created > on:
        return None
    if then.state != "open":
        return (None,) if then.closes and on < then.closes <= first[0] else None
    return (then if (first[0] - on).days <= 31 else None,)


def _as_before(key: str, before: Dated, on: date, shown: Shown) -> tuple[Shown | None] | None:
    """Closed on the very day of its delivery, after it was shown open: open the evening before."""
    landed, (_, earlier) = before[-1][0], before[-2] if len(before) > 1 else (None, {})
    row = earlier.get(key)
    if row is None or row.state != "open" or shown.closes != landed or on != landed - A_DAY:
        return None
    return (row,) if not row.created or row.created <= on else None


days = st.dates(date(2026, 5, 20), date(2026, 12, 10))
shown = st.builds(
    Shown,
    amount=st.sampled_from([None, 1000, 3000]),
    state=st.sampled_from(["open", "open", "won", "lost"]),
    closes=st.none() | days,
    created=st.none() | days,
    chance=st.sampled_from([None, 0.25, 0.5]),
)
deliveries = st.lists(
    st.dictionaries(st.sampled_from("def"), shown, max_size=3), min_size=1, max_size=5
)


@pytest.mark.thorough
@settings(deadline=None, max_examples=60)
@given(told_by=deliveries, month=st.integers(4, 11))
def test_open_deals_equal_the_reference_on_every_day(told_by: list[Delivery], month: int) -> None:
    period = Period.month(2026, month)
    assert told(told_by, str(period)) == reference(told_by, period.valuation_date)


@pytest.mark.thorough
@settings(deadline=None, max_examples=15)
@given(told_by=deliveries, more=deliveries)
def test_what_was_known_of_a_day_never_changes(
    told_by: list[Delivery], more: list[Delivery]
) -> None:
    every = (told_by + more)[: len(LANDINGS)]
    for count in range(1, len(every) + 1):
        described = LANDINGS[count - 1] - A_DAY
        month = str(Period.month(described.year, described.month))
        assert told(every[:count], month) == told(every, month)
