"""Deals: what the open ones may bring, how many are won, and whether sales grow.

Two deals won and one lost:

>>> win_rate(won=2, lost=1) == 2 / 3
True
>>> win_rate(won=0, lost=0) is None
True
"""

from dataclasses import replace

import pandas as pd

from transforms.core.periods import Period
from transforms.metrics.entity_rows import counts as counted
from transforms.metrics.entity_rows import numbered
from transforms.metrics.explained import LeftOut, Selection, selection
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
from transforms.metrics.kpi_frame import Numbers, measured, ratio, reasons, without
from transforms.metrics.metric_context import MetricContext
from transforms.sales.deals import at_close, at_month_end, closed, is_worth_unknown, open_deals, won


def _spec(
    id: str, unit: Unit, english: Words, spanish: Words, operand_unit: Unit = Unit.COUNT
) -> KpiSpec:
    return KpiSpec(
        id=id,
        unit=unit,
        roll_up=RollUp.RATIO_OF_SUMS if unit is Unit.RATIO else RollUp.SUM,
        feeds=("opportunities",),
        grains=WHOLE_MONTHS,
        words={"en": english, "es": spanish},
        authority="sales practice",
        direction=Direction.UP,
        audience=Audience.INTERNAL,
        operand_unit=operand_unit,
    )


POTENTIAL = _spec(
    "potential_value",
    Unit.MONEY,
    Words(
        "Potential value",
        "Amounts of the open deals, each times the probability of its stage. A forecast, not "
        "revenue. Other currencies at the month-end rate.",
    ),
    Words(
        "Valor potencial",
        "Importes de las oportunidades abiertas, cada uno por la probabilidad de su etapa. Es "
        "una previsión, no un ingreso. Otras monedas al cambio de fin de mes.",
    ),
)
WON = _spec(
    "won_amount",
    Unit.MONEY,
    Words(
        "Amount won",
        "Amounts of the deals won in the period, other currencies at the average rate of the "
        "month they closed in.",
    ),
    Words(
        "Importe ganado",
        "Importes de las oportunidades ganadas en el periodo; otras monedas al cambio medio del "
        "mes de cierre.",
    ),
)
WIN_RATE = _spec(
    "win_rate",
    Unit.RATIO,
    Words(
        "Win rate",
        "Deals won, as a share of those won or lost in the period. It flatters where lost deals "
        "are left open.",
    ),
    Words(
        "Tasa de éxito",
        "Oportunidades ganadas, como proporción de las ganadas o perdidas en el periodo. Sale "
        "favorecida si las perdidas se dejan abiertas.",
    ),
)
GROWTH = replace(
    _spec(
        "sales_growth",
        Unit.RATIO,
        Words(
            "Sales growth",
            "Amount won less that of the same period a year ago, over that of a year ago.",
        ),
        Words(
            "Crecimiento de las ventas",
            "Importe ganado menos el del mismo periodo del año anterior, entre el del año "
            "anterior.",
        ),
        Unit.MONEY,
    ),
    # Sales to new clients are growth too: a sum over those who bought a year ago would hide them.
    roll_up=RollUp.DISTRIBUTION,
    is_beside_whole=True,
)
SPECS = (POTENTIAL, WON, WIN_RATE, GROWTH)


def win_rate(won: int, lost: int) -> float | None:
    """The share of closed deals that were won; none where none was closed."""
    return won / (won + lost) if won + lost > 0 else None


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Money is 0 for an entity without such deals; the ratios need some."""
    pending, decided, gained = (
        open_deals(context, period),
        closed(context, period),
        won(context, period),
    )
    potential = at_month_end(context, pending, "expected_minor", period)
    earlier = won(context, period.year_ago)
    unknown, unknown_before = (is_worth_unknown(context, deals) for deals in (gained, earlier))
    amount = without(at_close(context, gained), unknown)
    base = without(at_close(context, earlier), unknown_before)
    rows, before = _counts(context, gained), _counts(context, earlier)
    absent = reasons(
        context,
        (unknown | unknown_before, Missing.AMOUNT_MISSING),
        (amount.isna() | base.isna(), Missing.RATE_MISSING),
    )
    return pd.concat(
        [
            measured(
                context,
                POTENTIAL,
                potential,
                rows=_counts(context, pending),
                absent=Missing.RATE_MISSING,
            ),
            measured(
                context,
                WON,
                amount,
                rows=rows,
                absent=reasons(
                    context,
                    (unknown, Missing.AMOUNT_MISSING),
                    (amount.isna(), Missing.RATE_MISSING),
                ),
            ),
            ratio(
                context,
                WIN_RATE,
                rows,
                _counts(context, decided),
                rows=_counts(context, decided),
                absent=Missing.NO_DEALS,
            ),
            ratio(
                context,
                GROWTH,
                amount - base,
                base.mask(amount.isna()),
                rows=rows + before,
                absent=absent.where(absent != Missing.NO_ROWS.value, Missing.NO_DEALS.value),
            ),
        ],
        ignore_index=True,
    )


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """The open deals, or those closed in the period (and, for growth, a year ago)."""
    deals = context.rows("opportunities")
    if kpi == POTENTIAL.id:
        shown = (
            "stage",
            "created_date",
            "amount_minor",
            "probability",
            "expected_minor",
            "currency",
        )
        cases = (
            (deals["state"] != "open", LeftOut.NOT_OPEN),
            (deals["amount_minor"].isna() | deals["probability"].isna(), LeftOut.NO_AMOUNT),
        )
        return (selection(context, "opportunities", open_deals(context, period), shown, *cases),)
    now = closed(context, period) if kpi == WIN_RATE.id else won(context, period)
    base = won(context, period.year_ago) if kpi == GROWTH.id else now.iloc[:0]
    shown = ("state", "close_date", "deal_kind", "amount_minor", "currency")
    is_other = deals["state"] == "open" if kpi == WIN_RATE.id else deals["state"] != "won"
    entered = pd.concat([now, base])
    return (selection(context, "opportunities", entered, shown, (is_other, LeftOut.NOT_WON)),)


def _counts(context: MetricContext, deals: pd.DataFrame) -> Numbers:
    return counted(context, numbered(context, deals))
