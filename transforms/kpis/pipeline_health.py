"""What a win rate hides: how much is won of all that was begun, and what still lies open.

Ten deals were begun, three of them won and one lost; six were never closed:

>>> from transforms.kpis.pipeline import win_rate
>>> win_rate(won=3, lost=1), won_of_created(won=3, created=10)
(0.75, 0.3)
"""

import pandas as pd

from transforms.core.periods import Period
from transforms.metrics.entity_rows import counts, numbered
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
from transforms.metrics.kpi_frame import measured, ratio, reasons
from transforms.metrics.metric_context import MetricContext
from transforms.sales.cohorts import is_done_by, is_in_cohort
from transforms.sales.deals import at_close, closed, has_amount, standing_deals, won


def _spec(
    id: str, unit: Unit, roll_up: RollUp, better: Direction, english: Words, spanish: Words
) -> KpiSpec:
    return KpiSpec(
        id=id,
        unit=unit,
        roll_up=roll_up,
        feeds=("opportunities",),
        grains=WHOLE_MONTHS,
        words={"en": english, "es": spanish},
        authority="sales practice",
        direction=better,
        is_compared=False,
        audience=Audience.INTERNAL,
        operand_unit=Unit.MONEY if id == "win_rate_amount" else Unit.COUNT,
    )


AMOUNT = _spec(
    "win_rate_amount",
    Unit.RATIO,
    RollUp.RATIO_OF_SUMS,
    Direction.UP,
    Words(
        "Win rate by amount",
        "Amount of the deals won, as a share of that of the deals won or lost in the period.",
    ),
    Words(
        "Tasa de éxito por importe",
        "Importe de las oportunidades ganadas, como proporción del de las ganadas o perdidas en "
        "el periodo.",
    ),
)
OF_CREATED = _spec(
    "won_of_created",
    Unit.RATIO,
    RollUp.RATIO_OF_SUMS,
    Direction.UP,
    Words(
        "Won of all begun",
        "Deals won by the period's end, as a share of all that were entered in the twelve months "
        "that ended 90 days (unless set otherwise) before it. Deals left open count against it.",
    ),
    Words(
        "Ganadas de todas las iniciadas",
        "Oportunidades ganadas hasta el cierre del periodo, como proporción de todas las "
        "registradas en los doce meses que terminaron 90 días antes (si no se configura otra "
        "cosa). Las que siguen abiertas cuentan en contra.",
    ),
)
OPEN = _spec(
    "deals_open",
    Unit.COUNT,
    RollUp.SUM,
    Direction.NEITHER,
    Words(
        "Deals open", "Deals that the export calls open and that were entered by the period's end."
    ),
    Words(
        "Oportunidades abiertas",
        "Oportunidades que la exportación da por abiertas, registradas hasta el cierre del "
        "periodo.",
    ),
)
SPECS = (AMOUNT, OF_CREATED, OPEN)


def won_of_created(won: int, created: int) -> float | None:
    """The share of a cohort that was won; none without a cohort."""
    return won / created if created > 0 else None


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Both shares, and the open deals."""
    begun, standing = _begun(context, period), standing_deals(context, period)
    gained = begun[(begun["state"] == "won") & is_done_by(begun["close_date"], period)]
    cohort, open_count = _counts(context, begun), _counts(context, standing)
    decided = _with_amount(closed(context, period))
    amount = at_close(context, _with_amount(won(context, period)))
    whole = at_close(context, decided)
    rows = _counts(context, decided)
    silent = (rows == 0) & (_counts(context, closed(context, period)) > 0)
    absent = reasons(
        context, (whole.isna(), Missing.RATE_MISSING), (silent, Missing.AMOUNT_MISSING)
    )
    absent = absent.where(absent != Missing.NO_ROWS.value, Missing.NO_DEALS.value)
    return pd.concat(
        [
            ratio(context, AMOUNT, amount.mask(whole.isna()), whole, rows=rows, absent=absent),
            ratio(
                context,
                OF_CREATED,
                _counts(context, gained),
                cohort,
                rows=cohort,
                absent=Missing.NO_DEALS,
            ),
            measured(context, OPEN, open_count, rows=open_count),
        ],
        ignore_index=True,
    )


def _with_amount(deals: pd.DataFrame) -> pd.DataFrame:
    return deals[has_amount(deals)]


def _begun(context: MetricContext, period: Period) -> pd.DataFrame:
    deals = context.rows("opportunities")
    return deals[is_in_cohort(deals["created_date"], period, context.policy)]


def _counts(context: MetricContext, deals: pd.DataFrame) -> pd.Series:
    return counts(context, numbered(context, deals))


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """The deals that were decided, begun, or stand open."""
    rows, standing = context.rows("opportunities"), standing_deals(context, period)
    entered = {
        AMOUNT.id: _with_amount(closed(context, period)),
        OF_CREATED.id: _begun(context, period),
        OPEN.id: standing,
    }[kpi]
    lacks_amount = (rows["amount_minor"].isna() & (kpi == AMOUNT.id), LeftOut.NO_AMOUNT)
    is_closed = (rows["state"].ne("open") & (kpi == OPEN.id), LeftOut.NOT_OPEN)
    shown = ("state", "created_date", "close_date", "amount_minor", "currency")
    return (selection(context, "opportunities", entered, shown, is_closed, lacks_amount),)
