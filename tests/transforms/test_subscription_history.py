"""What counts on a day is what was true on that day."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.billing.delivered_versions import delivered_versions
from transforms.billing.recurring import running_on
from transforms.core.canonical import CanonicalTables
from transforms.core.deliveries import DELIVERIES, without_kept_out
from transforms.core.periods import Period
from transforms.core.policy import ChurnDate, Policy
from transforms.core.rates import Rates
from transforms.kpis import compute_all
from transforms.metrics.metric_context import MetricContext
from transforms.tables import TABLES

JANUARY = date(2025, 1, 1)


@dataclass(frozen=True)
class Shown:
    """A subscription's row in one delivery."""

    landed: date
    status: str = "active"
    yearly: int = 1_200
    start: date = JANUARY
    end: date | None = None
    cancelled: date | None = None
    trial_start: date | None = None
    trial_end: date | None = None

    @property
    def described(self) -> date:
        return self.landed - timedelta(days=1)


def context(
    shown: list[Shown], landings: list[date], policy: Policy | None = None, **others: Any
) -> MetricContext:
    """One subscription of client A, which deliveries that are not in `shown` lack."""
    policy = policy or Policy()
    by_day = {row.landed: row for row in shown}
    rows: list[dict[str, Any]] = []
    for load, landed in enumerate(landings, 1):
        before = rows[-1] if rows and rows[-1]["superseded_load_id"] is None else None
        row = by_day.get(landed)
        if before is not None and (row is None or before["shown"] != replace(row, landed=JANUARY)):
            before["superseded_load_id"] = load
            before = None
        if row is not None and before is None:
            rows.append(_row(row) | {"first_load_id": load, "superseded_load_id": None})
    loads = pd.DataFrame(
        [
            {"source": "s", "load_id": load, "landed_at": pd.Timestamp(landed, tz="UTC")}
            for load, landed in enumerate(landings, 1)
        ]
    ).astype(DELIVERIES)
    frame = pd.DataFrame([{k: v for k, v in row.items() if k != "shown"} for row in rows])
    plain = TABLES["subscriptions"].conform(frame)
    known = plain.assign(
        first_load_id=frame["first_load_id"].astype("Int64"),
        superseded_load_id=frame["superseded_load_id"].astype("Int64"),
    )
    tables = {
        "subscriptions": plain.iloc[-1:].reset_index(drop=True),
        "subscription_versions": delivered_versions(known, loads),
        **others,
    }
    entities = pd.DataFrame(
        {"account_id": ["A"], "entity_id": ["A"], "currency": ["USD"]}, dtype="str"
    )
    return MetricContext(CanonicalTables(tables), entities, policy, Rates({}))


def _row(row: Shown) -> dict[str, Any]:
    return {
        "shown": replace(row, landed=JANUARY),
        "subscription_id": "S",
        "account_id": "A",
        "status": row.status,
        "is_trial": row.status == "trialing",
        "start_date": row.start,
        "end_date": row.end,
        "cancelled_date": row.cancelled,
        "trial_start_date": row.trial_start,
        "trial_end_date": row.trial_end,
        "yearly_minor": row.yearly,
        "currency": "USD",
        "source": "s",
        "source_file": f"{row.landed}/subscriptions.json",
        "source_line": 1,
    }


JULY, AUGUST, OCTOBER = date(2026, 7, 1), date(2026, 8, 1), date(2026, 10, 1)


def figure(of: MetricContext, kpi: str, period: str) -> Any:
    row = compute_all(of, [Period.parse(period)], [kpi]).iloc[0]
    number = row["value_minor"] if row["unit"] == "money" else row["value"]
    return row["reason"] if pd.isna(number) else number


def note(of: MetricContext, kpi: str, period: str) -> str:
    return compute_all(of, [Period.parse(period)], [kpi]).iloc[0]["note"]


def test_a_price_changed_under_one_id_is_expansion_on_the_last_day_before_it_landed() -> None:
    of = context([Shown(JULY), Shown(OCTOBER, yearly=2_400)], [JULY, OCTOBER])
    assert [figure(of, "mrr", f"2026-{month:02}") for month in (6, 7, 8, 9)] == [100, 100, 100, 200]
    assert figure(of, "mrr_expansion", "2026-Q3") == 100
    assert figure(of, "nrr", "2026-Q3") == 2
    assert note(of, "mrr_expansion", "2026-Q3") == "inferred"
    assert note(of, "mrr", "2026-06") == ""
    assert note(of, "mrr", "2026-05") == "inferred"  # before anybody had seen it


def test_unpaid_is_churn_when_it_is_first_seen_and_everything_before_stays() -> None:
    of = context([Shown(JULY), Shown(OCTOBER, "unpaid")], [JULY, OCTOBER])
    assert (figure(of, "mrr_start", "2026-Q3"), figure(of, "mrr_churn", "2026-Q3")) == (100, 100)
    assert (figure(of, "nrr", "2026-Q3"), figure(of, "client_retention", "2026-Q3")) == (0, 0)
    assert figure(of, "mrr", "2026-Q2") == 100


def test_unpaid_in_the_first_delivery_counted_until_then() -> None:
    of = context([Shown(OCTOBER, "unpaid")], [OCTOBER])
    assert [figure(of, "mrr", month) for month in ("2026-08", "2026-09")] == [100, 0]


def test_the_vendors_own_day_of_an_end_goes_before_the_delivery() -> None:
    ended = Shown(OCTOBER, "cancelled", end=date(2026, 8, 10), cancelled=date(2026, 7, 20))
    of = context([Shown(JULY), ended], [JULY, OCTOBER])
    assert [figure(of, "mrr", month) for month in ("2026-07", "2026-08")] == [100, 0]
    assert note(of, "mrr_churn", "2026-08") == ""
    early = replace(of, policy=Policy(churn_date=ChurnDate.CANCELLATION))
    assert figure(early, "mrr", "2026-07") == 0


def test_what_a_delivery_lacks_ended_the_day_before_it() -> None:
    of = context([Shown(JULY)], [JULY, AUGUST])
    assert [figure(of, "mrr", month) for month in ("2026-06", "2026-07")] == [100, 0]
    assert note(of, "mrr_churn", "2026-07") == "inferred"


def test_a_trial_counts_from_its_end_as_new() -> None:
    start, end = date(2026, 7, 10), date(2026, 8, 9)
    trial = Shown(AUGUST, "trialing", start=start, trial_end=end)
    of = context([trial, Shown(OCTOBER, start=start, trial_end=end)], [AUGUST, OCTOBER])
    assert figure(of, "mrr", "2026-07") == "no_subscriptions"
    assert figure(of, "mrr_new", "2026-08") == 100
    assert note(of, "mrr_new", "2026-08") == ""


def test_a_free_month_of_a_payer_is_contraction_and_back() -> None:
    trial = {"trial_start": date(2026, 7, 15), "trial_end": date(2026, 8, 15)}
    rows = [Shown(JULY), Shown(AUGUST, "trialing", **trial), Shown(OCTOBER, **trial)]
    of = context(rows, [JULY, AUGUST, OCTOBER])
    assert [figure(of, "mrr", f"2026-{month:02}") for month in (6, 7, 8)] == [100, 0, 100]
    assert figure(of, "mrr_contraction", "2026-07") == 100
    assert figure(of, "mrr_expansion", "2026-08") == 100
    assert figure(of, "client_retention", "2026-07") == 1


def test_a_first_payment_that_was_never_made_never_counts() -> None:
    of = context([Shown(JULY, "incomplete"), Shown(OCTOBER, "incomplete")], [JULY, OCTOBER])
    assert figure(of, "mrr", "2026-Q3") == "no_subscriptions"


def test_late_payment_counts_for_the_days_that_the_company_gives_it() -> None:
    of = context([Shown(JULY), Shown(AUGUST, "past_due")], [JULY, AUGUST])
    months = ("2026-08", "2026-09", "2026-10")
    assert [figure(of, "mrr", month) for month in months] == [100, 100, 0]
    patient = replace(of, policy=Policy(past_due_days=120))
    assert figure(patient, "mrr", "2026-10") == 100


def test_paused_collection_stops_at_once_or_after_the_days_of_the_setting() -> None:
    of = context([Shown(JULY), Shown(AUGUST, "paused")], [JULY, AUGUST])
    assert [figure(of, "mrr", month) for month in ("2026-06", "2026-07")] == [100, 0]
    assert figure(of, "mrr_churn", "2026-07") == 0
    patient = replace(of, policy=Policy(paused_days=40))
    assert [figure(patient, "mrr", month) for month in ("2026-08", "2026-09")] == [100, 0]


def test_a_landing_read_again_corrects_what_it_had_shown() -> None:
    """By another mapping, say: what it makes of the same row is no change of the client's."""
    of = context([Shown(JULY), Shown(OCTOBER, yearly=2_400)], [JULY, OCTOBER])
    told = of.tables.rows("subscription_versions")
    rows = told.assign(
        first_load_id=pd.array([1, 3], "Int64"), superseded_load_id=pd.array([3, None], "Int64")
    ).drop(columns=["valid_from", "valid_until", "basis"])
    loads = pd.DataFrame(
        {
            "source": "s",
            "load_id": [1, 2, 3],
            "landed_at": pd.to_datetime(["2026-07-01", "2026-08-01", "2026-08-01"], utc=True),
        }
    ).astype(DELIVERIES)
    corrected = delivered_versions(rows, loads)
    assert corrected["yearly_minor"].to_list() == [2_400]
    assert corrected["valid_from"].to_list() == [pd.Timestamp(2026, 6, 30)]


def test_a_row_that_a_delivery_kept_out_is_not_gone() -> None:
    """It was quarantined in August, came again in October, and was gone in November."""
    of = context([Shown(JULY)], [JULY])
    row = of.tables.rows("subscription_versions").drop(columns=["valid_from", "valid_until"])
    landed = ["2026-07-01", "2026-08-01", "2026-10-01", "2026-11-01"]
    loads = pd.DataFrame(
        {"source": "s", "load_id": range(1, 5), "landed_at": pd.to_datetime(landed, utc=True)}
    ).astype(DELIVERIES)
    kept_out = pd.DataFrame(
        {"source": ["s", "s"], "load_id": [2, 4], "raw": ['{"id": "S"}', '{"id": "S2"}']}
    )

    def shown(first: list[int], ended: list[int | None], loads: pd.DataFrame) -> list[object]:
        rows = pd.concat([row] * len(first), ignore_index=True).assign(
            first_load_id=pd.array(first, "Int64"), superseded_load_id=pd.array(ended, "Int64")
        )
        found = delivered_versions(
            without_kept_out(rows, loads, kept_out, "subscription_id"), loads
        )
        return [None if pd.isna(day) else str(day.date()) for day in found["valid_until"]]

    assert shown([1, 3], [2, 4], loads) == ["2026-09-30", "2026-10-31"]
    assert shown([1], [2], loads) == ["2026-09-30"]
    assert shown([1], [2], loads[:2]) == [None]


def test_a_vendors_history_stands_before_what_deliveries_show() -> None:
    history = TABLES["subscription_versions"].conform(
        pd.DataFrame(
            [
                _row(Shown(JULY, yearly=yearly))
                | {"valid_from": since, "valid_until": until, "shown": None}
                for yearly, since, until in (
                    (1_200, JANUARY, date(2026, 2, 10)),
                    (3_600, date(2026, 2, 10), None),
                )
            ]
        )
    )
    of = context([Shown(OCTOBER, yearly=3_600)], [OCTOBER])
    shown = of.tables.rows("subscription_versions")
    both = {**of.tables, "subscription_versions": pd.concat([shown, history], ignore_index=True)}
    stated = replace(of, tables=CanonicalTables(both))
    assert [figure(stated, "mrr", month) for month in ("2026-01", "2026-02")] == [100, 300]
    assert note(stated, "mrr_expansion", "2026-02") == ""


# A slow reference: one subscription, one day, in plain Python.


def worth_on(rows: list[Shown], landings: list[date], policy: Policy, day: date) -> int | None:
    """Yearly minor units that count on a day: 0 where a payer has it free, else None."""
    worth, is_free = _state_on(rows, landings, policy, day)
    if not is_free:
        return worth
    lived = range(1, (day - min(row.start for row in rows)).days + 1)
    states = (_state_on(rows, landings, policy, day - timedelta(days=back)) for back in lived)
    return 0 if any(worth is not None and not was_free for worth, was_free in states) else None


def _state_on(
    rows: list[Shown], landings: list[date], policy: Policy, day: date
) -> tuple[int | None, bool]:
    """What it is worth, and whether it is free then."""
    index = _index_on(rows, landings, day)
    if index is None or any(day >= end for end in _ends(rows, landings, policy, index)):
        return None, False
    row, since = rows[index], _since(rows, landings, index)
    late = timedelta(days=policy.past_due_days)
    if row.status == "incomplete" or (row.status == "past_due" and day >= since + late):
        return None, False
    return row.yearly, _is_free(rows, landings, policy, index, day)


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
        st.sampled_from([1_200, 2_400, 0]),
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
        counted = running_on(of, day)["worth_minor"].to_list()
        expected = worth_on(kept, LANDINGS, policy, day)
        assert counted == ([] if expected is None else [expected]), day
