"""How much of the revenue that was aimed at was reached.

>>> attainment(reached=90_000, target=120_000)
0.75
>>> attainment(reached=90_000, target=0) is None
True
"""

from decimal import Decimal

import pandas as pd

from transforms.billing.explained_money import earned_lines
from transforms.billing.revenue import first_revenue_month, revenue, revenue_rows
from transforms.core.money import exponent, half_even
from transforms.core.periods import Period
from transforms.metrics.explained import LeftOut, Selection, selection_of
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    Audience,
    Direction,
    EntityKind,
    KpiSpec,
    Missing,
    RollUp,
    Unit,
    Words,
)
from transforms.metrics.kpi_frame import ratio, reasons
from transforms.metrics.metric_context import MetricContext

METRIC = "recognised_revenue"

SPECS = (
    KpiSpec(
        id="revenue_target_attainment",
        unit=Unit.RATIO,
        roll_up=RollUp.DISTRIBUTION,
        feeds=("targets", "invoices", "invoice_lines"),
        grains=WHOLE_MONTHS,
        words={
            "en": Words(
                "Revenue against target",
                "Recognised revenue of the period over the revenue aimed at for it, of a client, "
                "a manager or a team. Other targets, and the resources planned for each, stand "
                "in the portfolio workbook.",
            ),
            "es": Words(
                "Ingresos frente al objetivo",
                "Ingresos reconocidos del periodo entre los que se habían fijado como objetivo, "
                "de un cliente, un gerente o un equipo. Los demás objetivos, y los recursos "
                "previstos para cada uno, están en el libro de cartera.",
            ),
        },
        is_beside_whole=True,
        authority="account management practice",
        direction=Direction.UP,
        is_compared=False,
        audience=Audience.INTERNAL,
        of=(EntityKind.CLIENT, EntityKind.MANAGER, EntityKind.TEAM),
        operand_unit=Unit.MONEY,
    ),
)


def attainment(reached: int, target: int) -> float | None:
    """What was reached over what was aimed at; none without an aim."""
    return reached / target if target > 0 else None


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Revenue over the target in the entity's own currency."""
    target = _targets(context, period)
    earned = revenue(context, period)
    never = first_revenue_month(context).isna()
    absent = reasons(
        context,
        (target.isna(), Missing.NO_TARGET),
        (never, Missing.NO_ROWS),
        (earned.isna(), Missing.RATE_MISSING),
        (earned.notna(), Missing.NO_TARGET),
    )
    hidden = never | target.isna()
    return ratio(
        context,
        SPECS[0],
        earned.mask(hidden),
        target.mask(hidden | earned.isna()),
        rows=revenue_rows(context, period),
        absent=absent,
    )


def _targets(context: MetricContext, period: Period) -> pd.Series:
    """Minor units aimed at by entity; missing where none is set in its currency."""
    rows = _own_targets(context)
    rows = rows[(rows["period"] == str(period)) & (rows["metric"] == METRIC)]
    currency = rows["entity_id"].map(context.currencies)
    rows = rows[rows["currency"] == currency]
    minor = [
        half_even(Decimal(repr(float(target))).scaleb(exponent(str(code))))
        for target, code in zip(rows["target"], rows["currency"], strict=True)
    ]
    found = pd.Series(minor, index=rows["entity_id"].array, dtype="Int64")
    return found.reindex(context.currencies.index)


def _own_targets(context: MetricContext) -> pd.DataFrame:
    rows = context.tables.rows("targets")
    is_kind = rows["entity_type"] == context.entity_type
    return rows[is_kind & rows["entity_id"].isin(context.currencies.index)]


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """The target and the lines earned in the period."""
    rows = _own_targets(context)
    is_metric = rows["metric"] == METRIC
    entered = rows[is_metric & (rows["period"] == str(period))]
    shown = ("period", "metric", "target", "currency", "planned_resources")
    chosen = selection_of(rows, "targets", entered, shown, (~is_metric, LeftOut.OTHER_METRIC))
    return (chosen, *earned_lines(context, period))
