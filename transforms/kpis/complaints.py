"""Whether complaints are answered in time."""

import pandas as pd

from transforms.core.periods import Period
from transforms.metrics.entity_rows import counts, in_period
from transforms.metrics.explained import LeftOut, Selection
from transforms.metrics.kpi import WHOLE_MONTHS, Direction, KpiSpec, Missing, RollUp, Unit, Words
from transforms.metrics.kpi_frame import measured, ratio
from transforms.metrics.metric_context import MetricContext
from transforms.service.ticket_times import chosen_tickets, timed_tickets

FILED = KpiSpec(
    id="complaints",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=("tickets",),
    grains=WHOLE_MONTHS,
    words={
        "en": Words("Complaints", "Tickets filed in the period that are flagged as complaints."),
        "es": Words("Quejas", "Tickets registrados en el periodo y marcados como queja."),
    },
    authority="account management practice",
    direction=Direction.DOWN,
)
ON_TIME = KpiSpec(
    id="complaints_on_time",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=("tickets",),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Complaints answered in time",
            "Share of the complaints filed in the period whose first public reply came within "
            "the target of first responses. One without a reply is not in time.",
        ),
        "es": Words(
            "Quejas respondidas a tiempo",
            "Proporción de las quejas registradas en el periodo cuya primera respuesta pública "
            "llegó dentro del plazo objetivo. Una queja sin respuesta no está a tiempo.",
        ),
    },
    authority="HDI, service level attainment",
    direction=Direction.UP,
)
SPECS = (FILED, ON_TIME)


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """0 complaints is a figure; their share in time needs one."""
    filed = flagged(_filed(context, period))
    complaints = counts(context, filed)
    in_time = filed["response_hours"] <= context.policy.first_response_target_hours
    met = counts(context, filed[in_time])
    return pd.concat(
        [
            measured(context, FILED, complaints, rows=complaints),
            ratio(context, ON_TIME, met, complaints, rows=complaints, absent=Missing.NO_ROWS),
        ],
        ignore_index=True,
    )


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """The complaints filed in the period."""
    rows, filed = context.rows("tickets"), _filed(context, period)
    plain = rows["ticket_id"].isin(filed["ticket_id"])
    shown = ("is_complaint", "created_at", "first_response_at", "response_hours")
    return (chosen_tickets(context, flagged(filed), shown, (plain, LeftOut.NO_COMPLAINT)),)


def flagged(tickets: pd.DataFrame) -> pd.DataFrame:
    """Tickets that are complaints; one of which nothing is said is none.

    >>> tickets = pd.DataFrame({
    ...     "ticket_id": ["t1", "t2", "t3"],
    ...     "is_complaint": pd.array([True, False, None], dtype="boolean"),
    ... })
    >>> flagged(tickets)["ticket_id"].tolist()
    ['t1']
    """
    return tickets[tickets["is_complaint"].fillna(False).astype("bool")]


def _filed(context: MetricContext, period: Period) -> pd.DataFrame:
    tickets = timed_tickets(context)
    return tickets[in_period(tickets["created_day"], period)]
