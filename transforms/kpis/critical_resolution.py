"""How soon critical incidents are solved, and how many stand open.

One filed on 28 September that stands open on the 30th is two days old:

>>> standing = pd.DataFrame({"created_day": pd.to_datetime(["2026-09-28"])})
>>> _aged(standing, Period.parse("2026-Q3"))["age_days"].tolist()
[2]
"""

import pandas as pd

from transforms.core.periods import Grain, Period
from transforms.metrics.entity_rows import counts, in_period, noted, quantiles
from transforms.metrics.explained import LeftOut, Selection
from transforms.metrics.kpi import WHOLE_MONTHS, Direction, KpiSpec, Missing, RollUp, Unit, Words
from transforms.metrics.kpi_frame import measured, ratio
from transforms.metrics.metric_context import MetricContext
from transforms.service.ticket_times import (
    AS_EXPORTED,
    chosen_tickets,
    critical,
    standing_tickets,
    timed_tickets,
)

MEDIAN = KpiSpec(
    id="critical_resolution_median",
    unit=Unit.HOURS,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("tickets",),
    charted=(Grain.QUARTER,),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Resolution of critical incidents, median",
            "Business hours from filing to the last solution of incidents of priority critical "
            "or high: half of those solved in the period took this long or less. Those still "
            "open are counted beside it.",
        ),
        "es": Words(
            "Resolución de incidencias críticas, mediana",
            "Horas hábiles entre el registro y la última solución de las incidencias de "
            "prioridad crítica o alta: la mitad de las resueltas en el periodo tardó este "
            "tiempo o menos. Las que siguen abiertas se cuentan aparte.",
        ),
    },
    authority="HDI, time to resolve",
    direction=Direction.DOWN,
)
P90 = KpiSpec(
    id="critical_resolution_p90",
    unit=Unit.HOURS,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("tickets",),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Resolution of critical incidents, 90th percentile",
            "Business hours within which nine in ten of the incidents of priority critical or "
            "high that were solved in the period had been solved.",
        ),
        "es": Words(
            "Resolución de incidencias críticas, percentil 90",
            "Horas hábiles en las que se resolvieron nueve de cada diez de las incidencias de "
            "prioridad crítica o alta resueltas en el periodo.",
        ),
    },
    authority="HDI, time to resolve",
    direction=Direction.DOWN,
)
ON_TIME = KpiSpec(
    id="critical_resolution_on_time",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=("tickets",),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Critical incidents solved on time",
            "Incidents of priority critical or high solved in the period within the target, "
            "as a share of those solved in it and those still open past the target.",
        ),
        "es": Words(
            "Incidencias críticas resueltas a tiempo",
            "Incidencias de prioridad crítica o alta resueltas en el periodo dentro del plazo "
            "objetivo, como proporción de las resueltas en él y de las que siguen abiertas con "
            "el plazo vencido.",
        ),
    },
    authority="HDI, service level attainment",
    direction=Direction.UP,
)
OPEN = KpiSpec(
    id="critical_open",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=("tickets",),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Critical incidents open",
            "Incidents of priority critical or high filed by the end of the period and not "
            "solved by then.",
        ),
        "es": Words(
            "Incidencias críticas abiertas",
            "Incidencias de prioridad crítica o alta registradas hasta el cierre del periodo y "
            "no resueltas para entonces.",
        ),
    },
    authority="HDI, backlog",
    direction=Direction.DOWN,
)
AGE = KpiSpec(
    id="critical_open_age_median",
    unit=Unit.DAYS,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("tickets",),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Age of open critical incidents, median",
            "Calendar days from filing to the last day of the period: half of the incidents of "
            "priority critical or high that stand open are this old or older.",
        ),
        "es": Words(
            "Antigüedad de las incidencias críticas abiertas, mediana",
            "Días naturales entre el registro y el último día del periodo: la mitad de las "
            "incidencias de prioridad crítica o alta abiertas tiene esta antigüedad o más.",
        ),
    },
    authority="HDI, backlog",
    direction=Direction.DOWN,
    is_compared=False,
)
SPECS = (MEDIAN, P90, ON_TIME, OPEN, AGE)


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Of tickets solved in the period, whenever they were filed, and of those open at its end."""
    solved, standing = _solved_and_standing(context, period)
    done = counts(context, solved)
    open_count = counts(context, standing)
    note = noted(context, solved, "resolution_is_exported", AS_EXPORTED)
    middle, slow = (quantiles(context, solved, "resolution_hours", share) for share in (0.5, 0.9))
    none = Missing.NONE_SOLVED
    return pd.concat(
        [
            measured(context, MEDIAN, middle, rows=done, absent=none, note=note),
            measured(context, P90, slow, rows=done, absent=none, note=note),
            _on_time(context, solved, standing),
            measured(context, OPEN, open_count, rows=open_count),
            measured(
                context,
                AGE,
                quantiles(context, _aged(standing, period), "age_days", 0.5),
                rows=open_count,
                absent=Missing.NONE_OPEN,
            ),
        ],
        ignore_index=True,
    )


def _aged(standing: pd.DataFrame, period: Period) -> pd.DataFrame:
    age = pd.Timestamp(period.valuation_date) - standing["created_day"]
    return standing.assign(age_days=age.dt.days)


def _on_time(context: MetricContext, solved: pd.DataFrame, standing: pd.DataFrame) -> pd.DataFrame:
    target = context.policy.critical_resolution_target_hours
    met = counts(context, solved[solved["resolution_hours"] <= target])
    judged = counts(context, solved) + counts(context, _past_target(context, standing))
    note = noted(context, solved, "resolution_is_exported", AS_EXPORTED)
    return ratio(context, ON_TIME, met, judged, rows=judged, absent=Missing.NONE_SOLVED, note=note)


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Critical tickets solved in the period with the hours they took, or those that stand open;
    for solved on time, those that stand open past the target too."""
    solved, standing = _solved_and_standing(context, period)
    late = _past_target(context, standing)
    entered = {OPEN.id: standing, AGE.id: standing, ON_TIME.id: pd.concat([solved, late])}.get(
        kpi, solved
    )
    rows = context.rows("tickets")
    is_critical = rows["ticket_id"].isin(critical(timed_tickets(context))["ticket_id"])
    is_standing = rows["ticket_id"].isin(standing["ticket_id"])
    shown = ("priority", "status", "created_at", "solved_at", "resolution_hours_counted")
    return (
        chosen_tickets(
            context,
            entered.assign(resolution_hours_counted=entered["resolution_hours"]),
            shown,
            (~is_critical, LeftOut.NOT_CRITICAL),
            (is_standing, LeftOut.WITHIN_TARGET if kpi == ON_TIME.id else LeftOut.NOT_SOLVED),
        ),
    )


def _solved_and_standing(
    context: MetricContext, period: Period
) -> tuple[pd.DataFrame, pd.DataFrame]:
    tickets = critical(timed_tickets(context))
    solved = tickets[in_period(tickets["solved_day"], period)]
    return solved, critical(standing_tickets(context, period))


def _past_target(context: MetricContext, standing: pd.DataFrame) -> pd.DataFrame:
    return standing[standing["waited_hours"] > context.policy.critical_resolution_target_hours]
