"""How much of what came up for renewal was renewed.

Two agreements of 100 and 300 came up; the first was renewed for 90, the second left:

>>> renewal_rate(renewed=1, decided=2)
0.5
>>> renewal_rate(renewed=90, decided=400)
0.225
>>> renewal_rate(renewed=0, decided=0) is None
True
"""

import pandas as pd

from transforms.billing.explained_money import subscriptions
from transforms.billing.recurring import has_paid
from transforms.core.exact import Flags, month_number, sums, whole_numbers
from transforms.core.periods import Period
from transforms.metrics.explained import LeftOut, Selection, selection
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    Audience,
    Caveat,
    Direction,
    KpiSpec,
    Missing,
    RollUp,
    Unit,
)
from transforms.metrics.kpi_frame import Numbers, measured, ratio, reasons
from transforms.metrics.metric_context import MetricContext
from transforms.renewals.agreements import Fate, ending_contracts, renewals, renewing_subscriptions

INFERRED = Caveat.INFERRED.value
"""The note of a rate with agreements whose renewal date nobody agreed on."""


def _spec(
    id: str,
    unit: Unit,
    direction: Direction,
    operand_unit: Unit = Unit.COUNT,
) -> KpiSpec:
    return KpiSpec(
        id=id,
        unit=unit,
        roll_up=RollUp.RATIO_OF_SUMS if unit is Unit.RATIO else RollUp.SUM,
        feeds=("subscriptions",),
        grains=WHOLE_MONTHS,
        authority="SaaS Metrics Standards Board",
        direction=direction,
        is_compared=False,
        audience=Audience.INTERNAL,
        operand_unit=operand_unit,
    )


RATE = _spec(
    "renewal_rate",
    Unit.RATIO,
    Direction.UP,
)
AMOUNT = _spec(
    "renewal_rate_amount",
    Unit.RATIO,
    Direction.UP,
    Unit.MONEY,
)
DUE = _spec(
    "renewals_due",
    Unit.COUNT,
    Direction.NEITHER,
)
UNDECIDED = _spec(
    "renewals_undecided",
    Unit.COUNT,
    Direction.DOWN,
)
SPECS = (RATE, AMOUNT, DUE, UNDECIDED)


def renewal_rate(renewed: int, decided: int) -> float | None:
    """What was renewed over what was decided; none where nothing was."""
    return renewed / decided if decided > 0 else None


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Both rates and both counts by entity."""
    found = renewals(context, period)
    decided = found[found["fate"] != Fate.UNDECIDED.value]
    renewed = decided[decided["fate"] == Fate.RENEWED.value]
    due, judged = _counts(context, found), _counts(context, decided)
    is_unrated = _counts(context, found[found["is_unrated"]]) > 0
    never = ~has_paid(context, month_number(period.valuation_date))
    absent = reasons(
        context,
        (never, Missing.NO_SUBSCRIPTIONS),
        (is_unrated, Missing.RATE_MISSING),
        (due.notna(), Missing.NO_RENEWALS),
    )
    inferred = _counts(context, decided[decided["is_inferred"]]) > 0
    note = pd.Series("", index=due.index).mask(inferred, INFERRED)
    frames = [
        ratio(
            context,
            spec,
            part.mask(is_unrated),
            whole.mask(is_unrated),
            rows=judged,
            absent=absent,
            note=note.mask(is_unrated | (judged == 0), ""),
        )
        for spec, part, whole in (
            (RATE, _counts(context, renewed), judged),
            (AMOUNT, _sums(context, decided, "kept_minor"), _sums(context, decided, "due_minor")),
        )
    ]
    open_count = (due - judged).mask(is_unrated)
    return pd.concat(
        [
            *frames,
            measured(context, DUE, due.mask(is_unrated), rows=due, absent=Missing.RATE_MISSING),
            measured(
                context, UNDECIDED, open_count, rows=due - judged, absent=Missing.RATE_MISSING
            ),
        ],
        ignore_index=True,
    )


def _counts(context: MetricContext, found: pd.DataFrame) -> Numbers:
    return _sums(context, found.assign(one=1), "one")


def _sums(context: MetricContext, found: pd.DataFrame, column: str) -> Numbers:
    index = context.currencies.index
    added = sums(whole_numbers(found["entity"]), whole_numbers(found[column]), len(index))
    return pd.Series(added, index=index, dtype="Int64")


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Subscriptions up for renewal with those that ran beside or after them, and the contracts
    that ended."""
    named = renewing_subscriptions(context, period).drop_duplicates("version")
    chosen = (subscriptions(context, named, LeftOut.NOT_DUE),)
    if not context.has("contracts"):
        return chosen
    rows = context.rows("contracts")
    endless: Flags = rows["end_date"].isna().to_numpy(dtype="bool")
    shown = ("status", "start_date", "end_date")
    ending = ending_contracts(context, period)
    never = (pd.Series(endless, index=rows.index), LeftOut.NO_DUE_DATE)
    return (*chosen, selection(context, "contracts", ending, shown, never))
