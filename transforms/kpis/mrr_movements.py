"""Why recurring revenue moved: the bridge from one period's end to the next, closed to the cent.

A client's 100 lost 2 to the exchange rate and ended at 130: 32 are expansion.

>>> movement(start=100, exchange=-2, end=130, paid_before=True)
('expansion', 32)
>>> movement(start=0, exchange=0, end=50, paid_before=True)
('reactivation', 50)
>>> movement(start=80, exchange=0, end=0, paid_before=True)
('churn', 80)
"""

import pandas as pd

from transforms.billing.explained_money import subscriptions
from transforms.billing.recurring import (
    has_paid,
    is_inferred_within,
    movements,
    subscription_rows,
)
from transforms.billing.subscription_history import pieces
from transforms.core.exact import month_number
from transforms.core.periods import Period
from transforms.metrics.explained import LeftOut, Selection
from transforms.metrics.kpi import WHOLE_MONTHS, Direction, KpiSpec, Missing, RollUp, Unit, Words
from transforms.metrics.kpi_frame import inferred, measured, reasons
from transforms.metrics.metric_context import MetricContext

_TEXTS: tuple[tuple[str, Direction, Words, Words], ...] = (
    (
        "start",
        Direction.NEITHER,
        Words("MRR at the start", "MRR on the last day before the period, at that month's rate."),
        Words("MRR inicial", "MRR del último día antes del periodo, al cambio de ese mes."),
    ),
    (
        "new",
        Direction.UP,
        Words("New MRR", "MRR gained in months in which a client paid for the first time ever."),
        Words("MRR nuevo", "MRR ganado en los meses en que un cliente pagó por primera vez."),
    ),
    (
        "expansion",
        Direction.UP,
        Words("Expansion MRR", "MRR that paying clients added: more seats, products or price."),
        Words(
            "MRR de expansión",
            "MRR que añadieron clientes que ya pagaban: más licencias, productos o precio.",
        ),
    ),
    (
        "contraction",
        Direction.DOWN,
        Words(
            "Contraction MRR",
            "MRR that clients gave up while keeping some of it, as a positive amount.",
        ),
        Words(
            "MRR de contracción",
            "MRR al que renunciaron clientes que conservan una parte, en positivo.",
        ),
    ),
    (
        "churn",
        Direction.DOWN,
        Words(
            "Churned MRR",
            "MRR of clients that had nothing active left at the month's end, as a positive amount.",
        ),
        Words(
            "MRR perdido",
            "MRR de clientes que acabaron el mes sin nada activo, en positivo.",
        ),
    ),
    (
        "reactivation",
        Direction.UP,
        Words("Reactivation MRR", "MRR of clients that came back after a time without any."),
        Words("MRR de reactivación", "MRR de clientes que volvieron tras un tiempo sin pagar."),
    ),
    (
        "exchange",
        Direction.NEITHER,
        Words(
            "Exchange effect on MRR",
            "What last month's MRR gained or lost by this month's exchange rates alone.",
        ),
        Words(
            "Efecto del tipo de cambio en el MRR",
            "Lo que el MRR del mes anterior ganó o perdió solo por los tipos de cambio del mes.",
        ),
    ),
)

SPECS = tuple(
    KpiSpec(
        id=f"mrr_{movement}",
        unit=Unit.MONEY,
        roll_up=RollUp.SUM,
        feeds=("subscriptions",),
        grains=WHOLE_MONTHS,
        words={"en": english, "es": spanish},
        authority="ChartMogul",
        direction=better,
    )
    for movement, better, english, spanish in _TEXTS
)


def movement(start: int, exchange: int, end: int, paid_before: bool) -> tuple[str, int]:
    """What one client's month is called, and its size as a positive amount."""
    base = start + exchange
    change = end - base
    if change >= 0 and base == 0:
        return ("reactivation" if paid_before else "new"), change
    if change >= 0:
        return "expansion", change
    return ("churn" if end == 0 else "contraction"), -change


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Minor units by entity; the months of a longer period added up.

    start + new + expansion + reactivation − contraction − churn + exchange = MRR at the end.
    """
    moved = movements(context, period)
    last = month_number(period.valuation_date)
    never = ~has_paid(context, last)
    rows = subscription_rows(context, month_number(period.start) - 1, last)
    unknown = moved["end"].isna()
    absent = reasons(context, (never, Missing.NO_SUBSCRIPTIONS), (unknown, Missing.RATE_MISSING))
    note = inferred(is_inferred_within(context, month_number(period.start) - 1, last))
    return pd.concat(
        [
            measured(
                context,
                spec,
                moved[spec.id.removeprefix("mrr_")].mask(never),
                rows=rows,
                absent=absent,
                note=note.mask(never | unknown, ""),
            )
            for spec in SPECS
        ],
        ignore_index=True,
    )


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Every paying subscription begun by the period's end: even one long over tells a client
    that came back from a new one."""
    paying = pieces(context)
    begun = paying["start_month"] <= month_number(period.valuation_date)
    return (subscriptions(context, paying[begun], LeftOut.OUTSIDE_PERIOD),)
