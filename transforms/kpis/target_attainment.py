"""How much of the revenue that was aimed at was reached.

>>> attainment(reached=90_000, target=120_000)
0.75
>>> attainment(reached=90_000, target=0) is None
True
"""

from decimal import Decimal

import pandas as pd

from transforms.explained import LeftOut, Selection, selection_of
from transforms.explained_money import earned_lines
from transforms.facts import Facts
from transforms.kpi import (
    WHOLE_MONTHS,
    Audience,
    Better,
    KpiSpec,
    Missing,
    Of,
    RollUp,
    Unit,
    Words,
)
from transforms.kpi_frame import ratio, reasons
from transforms.money import exponent, half_even
from transforms.periods import Period
from transforms.revenue import first_revenue_month, revenue, revenue_rows

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
        better=Better.UP,
        is_compared=False,
        audience=Audience.INTERNAL,
        of=(Of.CLIENT, Of.MANAGER, Of.TEAM),
        parts=Unit.MONEY,
    ),
)


def attainment(reached: int, target: int) -> float | None:
    """What was reached over what was aimed at; none without an aim."""
    return reached / target if target > 0 else None


def compute(facts: Facts, period: Period) -> pd.DataFrame:
    """Revenue over the target in the entity's own currency."""
    target = _targets(facts, period)
    earned = revenue(facts, period)
    never = first_revenue_month(facts).isna()
    absent = reasons(
        facts,
        (target.isna(), Missing.NO_TARGET),
        (never, Missing.NO_ROWS),
        (earned.isna(), Missing.RATE_MISSING),
        (earned.notna(), Missing.NO_TARGET),
    )
    hidden = never | target.isna()
    return ratio(
        facts,
        SPECS[0],
        earned.mask(hidden),
        target.mask(hidden | earned.isna()),
        rows=revenue_rows(facts, period),
        absent=absent,
    )


def _targets(facts: Facts, period: Period) -> pd.Series:
    """Minor units aimed at by entity; missing where none is set in its currency."""
    rows = _own_targets(facts)
    rows = rows[(rows["period"] == str(period)) & (rows["metric"] == METRIC)]
    currency = rows["entity_id"].map(facts.currencies)
    rows = rows[rows["currency"] == currency]
    minor = [
        half_even(Decimal(repr(float(target))).scaleb(exponent(str(code))))
        for target, code in zip(rows["target"], rows["currency"], strict=True)
    ]
    found = pd.Series(minor, index=rows["entity_id"].array, dtype="Int64")
    return found.reindex(facts.currencies.index)


def _own_targets(facts: Facts) -> pd.DataFrame:
    rows = facts.tables.rows("targets")
    is_kind = rows["entity_type"] == facts.entity_type
    return rows[is_kind & rows["entity_id"].isin(facts.currencies.index)]


def explain(facts: Facts, kpi: str, period: Period) -> tuple[Selection, ...]:
    """The target and the lines earned in the period."""
    rows = _own_targets(facts)
    is_metric = rows["metric"] == METRIC
    entered = rows[is_metric & (rows["period"] == str(period))]
    shown = ("period", "metric", "target", "currency", "planned_resources")
    chosen = selection_of(rows, "targets", entered, shown, (~is_metric, LeftOut.OTHER_METRIC))
    return (chosen, *earned_lines(facts, period))
