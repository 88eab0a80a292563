"""Growth split: what the clients of a year ago brought, and what new ones added.

Clients of a year ago brought 100 then and 90 now, new ones bring 30:

>>> portfolio_growth(existing=90, new=30, base=100)
0.2
>>> portfolio_growth(existing=90, new=30, base=0) is None
True
"""

import pandas as pd

from transforms.billing.explained_money import earned_lines
from transforms.billing.revenue import first_revenue_month, revenue, revenue_rows
from transforms.core.periods import Period
from transforms.metrics.explained import Selection
from transforms.metrics.kpi import (
    GROUPS,
    WHOLE_MONTHS,
    Direction,
    KpiSpec,
    Missing,
    RollUp,
    Unit,
    Words,
)
from transforms.metrics.kpi_frame import measured, ratio, reasons
from transforms.metrics.metric_context import MetricContext

_FEEDS = ("invoices", "invoice_lines")
_AUTHORITY = "IFRS 15; growth on the comparable period"

GROWTH = KpiSpec(
    id="portfolio_growth",
    unit=Unit.RATIO,
    roll_up=RollUp.DISTRIBUTION,
    feeds=_FEEDS,
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Portfolio growth",
            "Recognised revenue of all clients, new ones too, less that of the same period a "
            "year ago, over that of a year ago. Growth on a year ago, in contrast, is of the "
            "clients that had revenue then.",
        ),
        "es": Words(
            "Crecimiento de la cartera",
            "Ingresos reconocidos de todos los clientes, también los nuevos, menos los del mismo "
            "periodo del año anterior, entre los del año anterior. El crecimiento sobre el año "
            "anterior, en cambio, es el de los clientes que entonces tenían ingresos.",
        ),
    },
    is_beside_whole=True,
    authority=_AUTHORITY,
    direction=Direction.UP,
    is_compared=False,
    of=GROUPS,
    operand_unit=Unit.MONEY,
)
EXISTING = KpiSpec(
    id="revenue_existing_clients",
    unit=Unit.MONEY,
    roll_up=RollUp.SUM,
    feeds=_FEEDS,
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Revenue of existing clients",
            "Recognised revenue of clients that had some in the same period a year ago.",
        ),
        "es": Words(
            "Ingresos de clientes existentes",
            "Ingresos reconocidos de los clientes que los tenían en el mismo periodo del año "
            "anterior.",
        ),
    },
    authority=_AUTHORITY,
    direction=Direction.UP,
    is_compared=False,
)
NEW = KpiSpec(
    id="revenue_new_clients",
    unit=Unit.MONEY,
    roll_up=RollUp.SUM,
    feeds=_FEEDS,
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Revenue of new clients",
            "Recognised revenue of clients that had none in the same period a year ago.",
        ),
        "es": Words(
            "Ingresos de clientes nuevos",
            "Ingresos reconocidos de los clientes que no tenían ninguno en el mismo periodo del "
            "año anterior.",
        ),
    },
    authority=_AUTHORITY,
    direction=Direction.UP,
    is_compared=False,
)
SPECS = (GROWTH, EXISTING, NEW)


def portfolio_growth(existing: int, new: int, base: int) -> float | None:
    """What all brought over what came in a year ago, less one; none where nothing did."""
    return (existing + new - base) / base if base > 0 else None


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Growth of everything, and the two parts of revenue, which add up to all of it."""
    now, base = revenue(context, period), revenue(context, period.year_ago)
    never = first_revenue_month(context).isna()
    unknown = now.isna() | base.isna()
    absent = reasons(
        context,
        (never, Missing.NO_ROWS),
        (unknown, Missing.RATE_MISSING),
        (base.notna(), Missing.NO_OPENING_REVENUE),
    )
    rows = revenue_rows(context, period)
    hidden = never | unknown
    was_there = (base > 0).fillna(False).astype("bool")
    both = rows + revenue_rows(context, period.year_ago)
    change = (now - base).mask(hidden)
    return pd.concat(
        [
            ratio(context, GROWTH, change, base.mask(hidden), rows=both, absent=absent),
            measured(
                context, EXISTING, now.where(was_there, 0).mask(hidden), rows=both, absent=absent
            ),
            measured(context, NEW, now.mask(was_there, 0).mask(hidden), rows=both, absent=absent),
        ],
        ignore_index=True,
    )


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Lines earned in the period or a year earlier: those decide who is new."""
    return earned_lines(context, period, period.year_ago)
