"""What is left of a client's revenue after what it costs to sell to it and to serve it.

>>> margin(revenue=100_000, cost=45_000)
0.55
>>> margin(revenue=0, cost=45_000) is None
True
"""

import pandas as pd

from transforms.billing.costs import COST_OF_SALES, COST_TO_SERVE, cost, cost_rows, lacks_cost
from transforms.billing.explained_money import cost_rows as costs_of
from transforms.billing.explained_money import earned_lines
from transforms.billing.revenue import first_revenue_month, revenue, revenue_rows
from transforms.core.periods import Grain, Period
from transforms.metrics.explained import Selection
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
from transforms.metrics.kpi_frame import measured, ratio, reasons
from transforms.metrics.metric_context import MetricContext

_LINES = ("invoices", "invoice_lines")


def _spec(id: str, unit: Unit, feeds: tuple[str, ...], english: Words, spanish: Words) -> KpiSpec:
    return KpiSpec(
        id=id,
        unit=unit,
        roll_up=RollUp.SUM if unit is Unit.MONEY else RollUp.RATIO_OF_SUMS,
        feeds=feeds,
        charted=(Grain.QUARTER,),
        grains=WHOLE_MONTHS,
        words={"en": english, "es": spanish},
        authority="Management accounting practice",
        direction=Direction.UP,
        audience=Audience.INTERNAL,
        operand_unit=Unit.MONEY,
    )


GROSS_PROFIT = _spec(
    "gross_profit",
    Unit.MONEY,
    _LINES,
    Words(
        "Gross profit",
        "Recognised revenue less cost of sales. No value where a month with revenue has no cost: "
        "an unknown cost is not zero.",
    ),
    Words(
        "Beneficio bruto",
        "Ingresos reconocidos menos coste de ventas. Sin valor si un mes con ingresos no tiene "
        "coste: un coste desconocido no es cero.",
    ),
)
GROSS_MARGIN = _spec(
    "gross_margin",
    Unit.RATIO,
    _LINES,
    Words("Gross margin", "Gross profit over recognised revenue."),
    Words("Margen bruto", "Beneficio bruto entre ingresos reconocidos."),
)
CONTRIBUTION = _spec(
    "contribution",
    Unit.MONEY,
    (*_LINES, "costs"),
    Words(
        "Contribution",
        "Gross profit less the cost to serve the client: support, success and account management.",
    ),
    Words(
        "Contribución",
        "Beneficio bruto menos el coste de servir al cliente: soporte, éxito y gestión de la "
        "cuenta.",
    ),
)
CONTRIBUTION_MARGIN = _spec(
    "contribution_margin",
    Unit.RATIO,
    (*_LINES, "costs"),
    Words("Contribution margin", "Contribution over recognised revenue."),
    Words("Margen de contribución", "Contribución entre ingresos reconocidos."),
)
SPECS = (GROSS_PROFIT, GROSS_MARGIN, CONTRIBUTION, CONTRIBUTION_MARGIN)


def margin(revenue: int, cost: int) -> float | None:
    """What is left over what came in; none where nothing came in."""
    return (revenue - cost) / revenue if revenue > 0 else None


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Both profits in minor units and both margins, by entity."""
    gross = revenue(context, period) - cost(context, period, COST_OF_SALES)
    lacking = lacks_cost(context, period, COST_OF_SALES)
    rows = revenue_rows(context, period) + cost_rows(context, period, COST_OF_SALES)
    frames = [_both(context, period, GROSS_PROFIT, GROSS_MARGIN, gross, lacking, rows)]
    if context.has("costs"):
        left = gross - cost(context, period, COST_TO_SERVE)
        lacking = lacking | lacks_cost(context, period, COST_TO_SERVE)
        rows = rows + cost_rows(context, period, COST_TO_SERVE)
        frames.append(
            _both(context, period, CONTRIBUTION, CONTRIBUTION_MARGIN, left, lacking, rows)
        )
    return pd.concat(frames, ignore_index=True)


def _both(
    context: MetricContext,
    period: Period,
    profit: KpiSpec,
    share: KpiSpec,
    left: pd.Series,
    lacking: pd.Series,
    rows: pd.Series,
) -> pd.DataFrame:
    earned = revenue(context, period)
    never = first_revenue_month(context).isna()
    hidden = never | lacking
    absent = reasons(
        context,
        (never, Missing.NO_ROWS),
        (lacking, Missing.COST_MISSING),
        (left.isna(), Missing.RATE_MISSING),
        (earned.notna(), Missing.NO_REVENUE),
    )
    left, earned = left.mask(hidden), earned.mask(hidden | left.isna())
    return pd.concat(
        [
            measured(context, profit, left, rows=rows, absent=absent),
            ratio(context, share, left, earned, rows=rows, absent=absent),
        ],
        ignore_index=True,
    )


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Lines earned in the period, and the costs of its months."""
    lines = earned_lines(context, period)
    if not context.has("costs"):
        return lines
    is_gross = kpi in (GROSS_PROFIT.id, GROSS_MARGIN.id)
    kinds = (COST_OF_SALES,) if is_gross else (COST_OF_SALES, COST_TO_SERVE)
    return (*lines, costs_of(context, period, kinds))
