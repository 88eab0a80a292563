"""How soon a person answers."""

import pandas as pd

from transforms.core.periods import Grain, Period
from transforms.metrics.entity_rows import counts, in_period, noted, quantiles
from transforms.metrics.explained import LeftOut, Selection
from transforms.metrics.kpi import WHOLE_MONTHS, Direction, KpiSpec, Missing, RollUp, Unit, Words
from transforms.metrics.kpi_frame import measured, ratio, reasons
from transforms.metrics.metric_context import MetricContext
from transforms.service.ticket_times import AS_EXPORTED, chosen_tickets, timed_tickets

MEDIAN = KpiSpec(
    id="first_response_median",
    unit=Unit.HOURS,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("tickets",),
    charted=(Grain.MONTH,),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "First response, median",
            "Business hours from filing to the first public reply of an agent: half of the "
            "tickets filed in the period were answered at least this fast. Tickets without "
            "a reply are not in it.",
        ),
        "es": Words(
            "Primera respuesta, mediana",
            "Horas hábiles entre el registro y la primera respuesta pública de un agente: la "
            "mitad de los tickets registrados en el periodo se respondió en este tiempo o "
            "menos. Los tickets sin respuesta no entran en el cálculo.",
        ),
    },
    authority="Zendesk, first reply time in business hours",
    direction=Direction.DOWN,
)
P90 = KpiSpec(
    id="first_response_p90",
    unit=Unit.HOURS,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("tickets",),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "First response, 90th percentile",
            "Business hours within which nine in ten of the answered tickets filed in the "
            "period got their first public reply.",
        ),
        "es": Words(
            "Primera respuesta, percentil 90",
            "Horas hábiles en las que nueve de cada diez tickets respondidos, de los "
            "registrados en el periodo, recibieron su primera respuesta pública.",
        ),
    },
    authority="Zendesk, first reply time in business hours",
    direction=Direction.DOWN,
)
ON_TIME = KpiSpec(
    id="first_response_on_time",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=("tickets",),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "First response on time",
            "Share of the answered tickets filed in the period whose first public reply came "
            "within the target.",
        ),
        "es": Words(
            "Primera respuesta a tiempo",
            "Proporción de los tickets respondidos, de los registrados en el periodo, cuya "
            "primera respuesta pública llegó dentro del plazo objetivo.",
        ),
    },
    authority="HDI, service level attainment",
    direction=Direction.UP,
)
SPECS = (MEDIAN, P90, ON_TIME)


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Of tickets filed in the period and answered at any time."""
    filed, replied = _filed_and_replied(context, period)
    answered = counts(context, replied)
    absent = reasons(context, (counts(context, filed) > 0, Missing.NO_REPLIES))
    note = noted(context, replied, "response_is_exported", AS_EXPORTED)
    middle, slow = (quantiles(context, replied, "response_hours", share) for share in (0.5, 0.9))
    met = replied[in_time(replied["response_hours"], context.policy.first_response_target_hours)]
    on_time = counts(context, met)
    return pd.concat(
        [
            measured(context, MEDIAN, middle, rows=answered, absent=absent, note=note),
            measured(context, P90, slow, rows=answered, absent=absent, note=note),
            ratio(context, ON_TIME, on_time, answered, rows=answered, absent=absent, note=note),
        ],
        ignore_index=True,
    )


def in_time(hours: pd.Series, target_hours: float) -> pd.Series:
    """Which durations kept the target; the target itself is in time.

    >>> in_time(pd.Series([0.5, 4.0, 4.1]), target_hours=4).tolist()
    [True, True, False]
    """
    return hours <= target_hours


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Tickets filed in the period that were answered, with the hours it took."""
    filed, replied = _filed_and_replied(context, period)
    unanswered = filed.loc[~filed.index.isin(replied.index), "ticket_id"]
    is_silent = context.rows("tickets")["ticket_id"].isin(unanswered)
    shown = ("priority", "created_at", "first_response_at", "response_hours")
    return (chosen_tickets(context, replied, shown, (is_silent, LeftOut.NO_REPLY)),)


def _filed_and_replied(context: MetricContext, period: Period) -> tuple[pd.DataFrame, pd.DataFrame]:
    tickets = timed_tickets(context)
    filed = tickets[in_period(tickets["created_day"], period)]
    return filed, filed[filed["response_hours"].notna()]
