"""How often we meet the client."""

import pandas as pd

from transforms.clients.meeting_plan import planned_meetings
from transforms.core.periods import Grain, Period
from transforms.metrics.entity_rows import counts, in_period, largest, local_days, numbered_rows
from transforms.metrics.explained import LeftOut, Selection, selection
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    Audience,
    Direction,
    KpiSpec,
    Missing,
    RollUp,
    Unit,
    Words,
)
from transforms.metrics.kpi_frame import Numbers, measured, ratio
from transforms.metrics.metric_context import MetricContext

HELD = KpiSpec(
    id="meetings_held",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=("meetings",),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Meetings held",
            "Meetings and calls in the period that took place and that somebody from the client "
            "attended.",
        ),
        "es": Words(
            "Reuniones celebradas",
            "Reuniones y llamadas del periodo que tuvieron lugar con alguien del cliente.",
        ),
    },
    authority="account management practice",
    direction=Direction.UP,
    charted=(Grain.QUARTER,),
)
SINCE = KpiSpec(
    id="days_since_meeting",
    unit=Unit.DAYS,
    roll_up=RollUp.NONE,
    feeds=("meetings",),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Days since the last meeting",
            "Days from the last meeting held with the client to the last day of the period.",
        ),
        "es": Words(
            "Días desde la última reunión",
            "Días transcurridos entre la última reunión celebrada con el cliente y el último "
            "día del periodo.",
        ),
    },
    authority="account management practice",
    direction=Direction.DOWN,
)
OF_PLAN = KpiSpec(
    id="meetings_of_plan",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=("meetings", "accounts"),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Meetings held of those planned",
            "Meetings held with the client in the period over those that its tier plans for a "
            "period of this length.",
        ),
        "es": Words(
            "Reuniones celebradas de las previstas",
            "Reuniones celebradas con el cliente en el periodo entre las que su nivel prevé para "
            "un periodo de esa duración.",
        ),
    },
    is_beside_whole=True,
    authority="account management practice",
    direction=Direction.UP,
    is_compared=False,
    audience=Audience.INTERNAL,
)
SPECS = (HELD, SINCE, OF_PLAN)


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Meetings after the period's end say nothing about it."""
    held = context.shared("meetings held", lambda: _held(context))
    inside = counts(context, held[in_period(held["day"], period)])
    past = held[_is_past(held, period)]
    offset = (past["day"] - pd.Timestamp(period.valuation_date)).dt.days  # 0 or below
    days = largest(context, past.assign(offset=offset), "offset").abs()
    return pd.concat(
        [
            measured(context, HELD, inside, rows=inside),
            measured(context, SINCE, days, rows=counts(context, past), absent=Missing.NO_MEETINGS),
            ratio(
                context,
                OF_PLAN,
                inside,
                _planned(context, period),
                rows=inside,
                absent=Missing.NO_PLAN,
            ),
        ],
        ignore_index=True,
    )


def _planned(context: MetricContext, period: Period) -> Numbers:
    """Meetings that each entity's tier plans for a period of this length."""
    planned = planned_meetings(context.tables, context.policy, period)
    return pd.Series(planned, dtype="Float64").reindex(context.currencies.index)


def with_client(meetings: pd.DataFrame) -> pd.DataFrame:
    """Meetings that took place with somebody from the client.

    >>> meetings = pd.DataFrame({
    ...     "meeting_id": ["review", "no-show", "internal"],
    ...     "is_held": [True, False, True],
    ...     "is_with_client": [True, True, False],
    ... })
    >>> with_client(meetings)["meeting_id"].tolist()
    ['review']
    """
    return meetings[meetings["is_held"] & meetings["is_with_client"]]


def _held(context: MetricContext) -> pd.DataFrame:
    rows = with_client(numbered_rows(context, "meetings"))
    days = local_days(rows["starts_at"], context.policy.time_zone)
    return rows[["meeting_id", "entity_no"]].assign(day=days)


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Meetings held with the client in the period, or up to its end."""
    held, rows = context.shared("meetings held", lambda: _held(context)), context.rows("meetings")
    is_in = _is_past(held, period) if kpi == SINCE.id else in_period(held["day"], period)
    return (
        selection(
            context,
            "meetings",
            held[is_in],
            ("starts_at", "subject", "is_held", "is_with_client"),
            (~rows["is_held"], LeftOut.NOT_HELD),
            (~rows["is_with_client"], LeftOut.INTERNAL_MEETING),
        ),
    )


def _is_past(held: pd.DataFrame, period: Period) -> pd.Series:
    return held["day"] < pd.Timestamp(period.end)
