"""Growth of recognised revenue against an earlier period.

>>> growth(now=110, base=100)
0.1
>>> growth(now=110, base=0) is None
True
"""

import pandas as pd

from transforms.billing.explained_money import earned_lines
from transforms.billing.revenue import first_revenue_month, revenue, revenue_between, revenue_rows
from transforms.core.exact import month_number
from transforms.core.periods import Period
from transforms.metrics.explained import Selection
from transforms.metrics.kpi import WHOLE_MONTHS, Direction, KpiSpec, Missing, RollUp, Unit, Words
from transforms.metrics.kpi_frame import ratio, reasons
from transforms.metrics.metric_context import MetricContext

_FEEDS = ("invoices", "invoice_lines")
_AUTHORITY = "IFRS 15; growth on the comparable period"

PREVIOUS = KpiSpec(
    id="revenue_growth",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=_FEEDS,
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Revenue growth on the previous period",
            "Recognised revenue less that of the period before, over that of the period before. "
            "No value where the earlier revenue is not above zero.",
        ),
        "es": Words(
            "Crecimiento de los ingresos sobre el periodo anterior",
            "Ingresos reconocidos menos los del periodo anterior, entre los del periodo "
            "anterior. Sin valor cuando los ingresos anteriores no son mayores que cero.",
        ),
    },
    is_beside_whole=True,
    authority=_AUTHORITY,
    direction=Direction.UP,
    operand_unit=Unit.MONEY,
)
YEAR = KpiSpec(
    id="revenue_growth_year",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=_FEEDS,
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Revenue growth on a year ago",
            "Recognised revenue less that of the same period a year ago, over that of a year "
            "ago, each at the exchange rates of its time.",
        ),
        "es": Words(
            "Crecimiento de los ingresos sobre el año anterior",
            "Ingresos reconocidos menos los del mismo periodo del año anterior, entre los del "
            "año anterior, cada uno al tipo de cambio de su momento.",
        ),
    },
    is_beside_whole=True,
    authority=_AUTHORITY,
    direction=Direction.UP,
    operand_unit=Unit.MONEY,
)
CONSTANT = KpiSpec(
    id="revenue_growth_year_constant",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=_FEEDS,
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Revenue growth on a year ago at constant currency",
            "As growth on a year ago, with this period's revenue converted at the average "
            "exchange rates of the same months a year earlier, so that only business moves it.",
        ),
        "es": Words(
            "Crecimiento de los ingresos sobre el año anterior a tipo de cambio constante",
            "Como el crecimiento sobre el año anterior, con los ingresos de este periodo "
            "convertidos al cambio medio de los mismos meses del año anterior, de modo que solo "
            "lo mueve el negocio.",
        ),
    },
    is_beside_whole=True,
    authority="SEC non-GAAP guidance on constant currency",
    direction=Direction.UP,
    operand_unit=Unit.MONEY,
)
PREVIOUS_CONSTANT = KpiSpec(
    id="revenue_growth_constant",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=_FEEDS,
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Revenue growth on the previous period at constant currency",
            "As growth on the previous period, with this period's revenue converted at the "
            "average exchange rates of the period before, month by month.",
        ),
        "es": Words(
            "Crecimiento de los ingresos sobre el periodo anterior a tipo de cambio constante",
            "Como el crecimiento sobre el periodo anterior, con los ingresos de este periodo "
            "convertidos al cambio medio del periodo anterior, mes a mes.",
        ),
    },
    is_beside_whole=True,
    authority="SEC non-GAAP guidance on constant currency",
    direction=Direction.UP,
    is_compared=False,
    operand_unit=Unit.MONEY,
)
SPECS = (PREVIOUS, YEAR, CONSTANT, PREVIOUS_CONSTANT)


def growth(now: int, base: int) -> float | None:
    """The change over the base; none where the base is not above zero."""
    return (now - base) / base if base > 0 else None


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """All four growths by entity; the money change stays in the numerator."""
    now = revenue(context, period)
    start, end = month_number(period.start), month_number(period.end)
    at_base_rates = revenue_between(context, start, end, months_earlier=12)
    at_rates_before = revenue_between(context, start, end, months_earlier=end - start)
    return pd.concat(
        [
            _growth(context, PREVIOUS, period, now, period.previous),
            _growth(context, YEAR, period, now, period.year_ago),
            _growth(context, CONSTANT, period, at_base_rates, period.year_ago),
            _growth(context, PREVIOUS_CONSTANT, period, at_rates_before, period.previous),
        ],
        ignore_index=True,
    )


def _growth(
    context: MetricContext, spec: KpiSpec, period: Period, now: pd.Series, base_period: Period
) -> pd.DataFrame:
    base = revenue(context, base_period)
    first = first_revenue_month(context)
    never = first.isna()
    is_new = (first >= month_number(base_period.end)).fillna(False)
    absent = reasons(
        context,
        (never, Missing.NO_ROWS),
        (is_new, Missing.NEW_ACCOUNT),
        (now.isna() | base.isna(), Missing.RATE_MISSING),
        (base.notna(), Missing.NO_OPENING_REVENUE),
    )
    rows = revenue_rows(context, period) + revenue_rows(context, base_period)
    change = (now - base).mask(never)
    return ratio(context, spec, change, base.mask(change.isna()), rows=rows, absent=absent)


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Lines earned in the period or in the one it is compared with."""
    is_previous = kpi in (PREVIOUS.id, PREVIOUS_CONSTANT.id)
    base = period.previous if is_previous else period.year_ago
    return earned_lines(context, period, base)
