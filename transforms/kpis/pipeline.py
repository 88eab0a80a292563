"""Deals: what the open ones may bring, how many are won, and whether sales grow.

Two deals won and one lost:

>>> win_rate(won=2, lost=1) == 2 / 3
True
>>> win_rate(won=0, lost=0) is None
True
"""

from dataclasses import replace

import pandas as pd

from transforms.deals import at_close, at_month_end, closed, open_deals, won
from transforms.entity_rows import counts as counted
from transforms.entity_rows import numbered
from transforms.explained import LeftOut, Selection, selection
from transforms.facts import Facts
from transforms.kpi import (
    WHOLE_MONTHS,
    Audience,
    Better,
    KpiSpec,
    Missing,
    RollUp,
    Unit,
    Words,
)
from transforms.kpi_frame import Numbers, measured, ratio, reasons
from transforms.periods import Period


def _spec(id: str, unit: Unit, english: Words, spanish: Words, parts: Unit = Unit.COUNT) -> KpiSpec:
    return KpiSpec(
        id=id,
        unit=unit,
        roll_up=RollUp.RATIO_OF_SUMS if unit is Unit.RATIO else RollUp.SUM,
        feeds=("opportunities",),
        grains=WHOLE_MONTHS,
        words={"en": english, "es": spanish},
        authority="sales practice",
        better=Better.UP,
        audience=Audience.INTERNAL,
        parts=parts,
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


def compute(facts: Facts, period: Period) -> pd.DataFrame:
    """Money is 0 for an entity without such deals; the ratios need some."""
    pending, decided, gained = open_deals(facts, period), closed(facts, period), won(facts, period)
    potential = at_month_end(facts, pending, "expected_minor", period)
    amount, base = at_close(facts, gained), at_close(facts, won(facts, period.year_ago))
    rows, none = _counts(facts, gained), Missing.RATE_MISSING
    before = _counts(facts, won(facts, period.year_ago))
    unrated = reasons(facts, (amount.isna() | base.isna(), Missing.RATE_MISSING))
    return pd.concat(
        [
            measured(
                facts,
                POTENTIAL,
                potential,
                rows=_counts(facts, pending),
                absent=Missing.RATE_MISSING,
            ),
            measured(facts, WON, amount, rows=rows, absent=none),
            ratio(
                facts,
                WIN_RATE,
                rows,
                _counts(facts, decided),
                rows=_counts(facts, decided),
                absent=Missing.NO_DEALS,
            ),
            ratio(
                facts,
                GROWTH,
                amount - base,
                base.mask(amount.isna()),
                rows=rows + before,
                absent=unrated.where(unrated == Missing.RATE_MISSING.value, Missing.NO_DEALS.value),
            ),
        ],
        ignore_index=True,
    )


def explain(facts: Facts, kpi: str, period: Period) -> tuple[Selection, ...]:
    """The open deals, or those closed in the period (and, for growth, a year ago)."""
    deals = facts.rows("opportunities")
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
        return (selection(facts, "opportunities", open_deals(facts, period), shown, *cases),)
    now = closed(facts, period) if kpi == WIN_RATE.id else won(facts, period)
    base = won(facts, period.year_ago) if kpi == GROWTH.id else now.iloc[:0]
    shown = ("state", "close_date", "deal_kind", "amount_minor", "currency")
    is_other = deals["state"] == "open" if kpi == WIN_RATE.id else deals["state"] != "won"
    entered = pd.concat([now, base])
    return (selection(facts, "opportunities", entered, shown, (is_other, LeftOut.NOT_WON)),)


def _counts(facts: Facts, deals: pd.DataFrame) -> Numbers:
    return counted(facts, numbered(facts, deals))
