"""Clients won, and clients won back.

Nothing in the year before, but revenue once: it came back.

>>> kind_of(now=True, year_before=False, ever_before=True)
'won_back_clients'
>>> kind_of(now=True, year_before=False, ever_before=False)
'new_clients'
>>> kind_of(now=True, year_before=True, ever_before=True) is None
True
"""

import pandas as pd

from transforms.billing.explained_money import lines_of_days
from transforms.billing.revenue import earning_accounts, revenue_rows
from transforms.core.exact import day_number
from transforms.core.periods import Period
from transforms.metrics.explained import Selection
from transforms.metrics.kpi import WHOLE_MONTHS, Direction, KpiSpec, RollUp, Unit, Words
from transforms.metrics.kpi_frame import measured
from transforms.metrics.metric_context import MetricContext

_FEEDS = ("invoices", "invoice_lines")
_LONG_AGO = -1_000_000
"""A day number before any document."""

NEW = KpiSpec(
    id="new_clients",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=_FEEDS,
    grains=WHOLE_MONTHS,
    words={
        "en": Words("New clients", "Clients with revenue in the period and none ever before."),
        "es": Words("Clientes nuevos", "Clientes con ingresos en el periodo y ninguno antes."),
    },
    authority="account management practice",
    direction=Direction.UP,
)
WON_BACK = KpiSpec(
    id="won_back_clients",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=_FEEDS,
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Clients won back",
            "Clients with revenue in the period, none in the twelve months before it, and some "
            "earlier than that.",
        ),
        "es": Words(
            "Clientes recuperados",
            "Clientes con ingresos en el periodo, ninguno en los doce meses anteriores y alguno "
            "antes de esos meses.",
        ),
    },
    authority="account management practice",
    direction=Direction.UP,
)
SPECS = (NEW, WON_BACK)


def kind_of(now: bool, year_before: bool, ever_before: bool) -> str | None:
    """What a client with or without revenue in three stretches of days counts as."""
    if not now or year_before:
        return None
    return WON_BACK.id if ever_before else NEW.id


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """1 or 0 by entity; revenue is judged net and by currency, so that no rate decides it."""
    start, end = day_number(period.start), day_number(period.end)
    now, ever = _earns(context, start, end), _earns(context, _LONG_AGO, start)
    in_year = _earns(context, day_number(period.year_before.start), start)
    rows = revenue_rows(context, period)
    kinds = [kind_of(*flags) for flags in zip(now, in_year, ever, strict=True)]
    return pd.concat(
        [
            measured(context, spec, _ones(context, [kind == spec.id for kind in kinds]), rows=rows)
            for spec in SPECS
        ],
        ignore_index=True,
    )


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Every line earned by the period's end: the early ones tell who is not new."""
    return lines_of_days(context, [(_LONG_AGO, day_number(period.end))])


def _earns(context: MetricContext, first_day: int, end_day: int) -> list[bool]:
    """By entity: whether any account earned something, net, on the days."""
    earning = context.owned(earning_accounts(context, first_day, end_day))
    return context.currencies.index.isin(earning["entity_id"].to_list()).tolist()


def _ones(context: MetricContext, flags: list[bool]) -> pd.Series:
    return pd.Series(flags, index=context.currencies.index).astype("Int64")
