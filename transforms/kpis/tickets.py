"""How many tickets were filed and solved."""

import pandas as pd

from transforms.core.periods import Grain, Period
from transforms.metrics.entity_rows import counts, in_period
from transforms.metrics.explained import Selection
from transforms.metrics.kpi import WHOLE_MONTHS, KpiSpec, RollUp, Unit, Words
from transforms.metrics.kpi_frame import measured
from transforms.metrics.metric_context import MetricContext
from transforms.service.ticket_times import chosen_tickets, timed_tickets, unsolved

CREATED = KpiSpec(
    id="tickets_created",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=("tickets",),
    charted=(Grain.MONTH, Grain.QUARTER),
    grains=WHOLE_MONTHS,
    words={
        "en": Words("Tickets filed", "Requests and incidents filed in the period."),
        "es": Words("Tickets registrados", "Solicitudes e incidencias registradas en el periodo."),
    },
    authority="Zendesk, tickets created",
)
SOLVED = KpiSpec(
    id="tickets_solved",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=("tickets",),
    charted=(Grain.MONTH,),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Tickets solved",
            "Requests and incidents solved in the period, whenever they were filed. "
            "A ticket that was reopened and still stands open is not solved.",
        ),
        "es": Words(
            "Tickets resueltos",
            "Solicitudes e incidencias resueltas en el periodo, sin importar cuándo se "
            "registraron. Un ticket reabierto que sigue abierto no cuenta como resuelto.",
        ),
    },
    authority="Zendesk, tickets solved",
)
SPECS = (CREATED, SOLVED)


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Both counts; 0 for a client without tickets in the period."""
    tickets = timed_tickets(context)
    created = counts(context, happened(tickets, "created_day", period))
    solved = counts(context, happened(tickets, "solved_day", period))
    return pd.concat(
        [
            measured(context, CREATED, created, rows=created),
            measured(context, SOLVED, solved, rows=solved),
        ],
        ignore_index=True,
    )


def happened(tickets: pd.DataFrame, day_column: str, period: Period) -> pd.DataFrame:
    """The tickets whose day lies in the period.

    >>> days = pd.to_datetime(["2026-06-30", "2026-07-01", None])
    >>> tickets = pd.DataFrame({"ticket_id": ["t1", "t2", "t3"], "solved_day": days})
    >>> happened(tickets, "solved_day", Period.parse("2026-Q3"))["ticket_id"].tolist()
    ['t2']
    """
    return tickets[in_period(tickets[day_column], period)]


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Tickets filed, or solved, in the period."""
    day = "created_day" if kpi == CREATED.id else "solved_day"
    chosen = happened(timed_tickets(context), day, period)
    if kpi == CREATED.id:
        return (chosen_tickets(context, chosen, ("status", "created_at")),)
    return (chosen_tickets(context, chosen, _SOLVED_COLUMNS, unsolved(context)),)


_SOLVED_COLUMNS = ("status", "created_at", "solved_at")
