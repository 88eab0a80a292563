"""Growth of recognised revenue against an earlier period.

>>> growth(now=110, base=100)
0.1
>>> growth(now=110, base=0) is None
True
"""

import pandas as pd

from transforms.exact import month_number
from transforms.explained import Selection
from transforms.explained_money import earned_lines
from transforms.facts import Facts
from transforms.kpi import WHOLE_MONTHS, Better, KpiSpec, Missing, RollUp, Unit, Words
from transforms.kpi_frame import ratio, reasons
from transforms.periods import Period
from transforms.revenue import first_revenue_month, revenue, revenue_between, revenue_rows

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
    better=Better.UP,
    parts=Unit.MONEY,
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
    better=Better.UP,
    parts=Unit.MONEY,
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
    better=Better.UP,
    parts=Unit.MONEY,
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
    better=Better.UP,
    is_compared=False,
    parts=Unit.MONEY,
)
SPECS = (PREVIOUS, YEAR, CONSTANT, PREVIOUS_CONSTANT)


def growth(now: int, base: int) -> float | None:
    """The change over the base; none where the base is not above zero."""
    return (now - base) / base if base > 0 else None


def compute(facts: Facts, period: Period) -> pd.DataFrame:
    """All four growths by entity; the money change stays in the numerator."""
    now = revenue(facts, period)
    start, end = month_number(period.start), month_number(period.end)
    at_base_rates = revenue_between(facts, start, end, months_earlier=12)
    at_rates_before = revenue_between(facts, start, end, months_earlier=end - start)
    return pd.concat(
        [
            _growth(facts, PREVIOUS, period, now, period.previous),
            _growth(facts, YEAR, period, now, period.year_ago),
            _growth(facts, CONSTANT, period, at_base_rates, period.year_ago),
            _growth(facts, PREVIOUS_CONSTANT, period, at_rates_before, period.previous),
        ],
        ignore_index=True,
    )


def _growth(
    facts: Facts, spec: KpiSpec, period: Period, now: pd.Series, base_period: Period
) -> pd.DataFrame:
    base = revenue(facts, base_period)
    first = first_revenue_month(facts)
    never = first.isna()
    is_new = (first >= month_number(base_period.end)).fillna(False)
    absent = reasons(
        facts,
        (never, Missing.NO_ROWS),
        (is_new, Missing.NEW_ACCOUNT),
        (now.isna() | base.isna(), Missing.RATE_MISSING),
        (base.notna(), Missing.NO_OPENING_REVENUE),
    )
    rows = revenue_rows(facts, period) + revenue_rows(facts, base_period)
    change = (now - base).mask(never)
    return ratio(facts, spec, change, base.mask(change.isna()), rows=rows, absent=absent)


def explain(facts: Facts, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Lines earned in the period or in the one it is compared with."""
    is_previous = kpi in (PREVIOUS.id, PREVIOUS_CONSTANT.id)
    base = period.previous if is_previous else period.year_ago
    return earned_lines(facts, period, base)
