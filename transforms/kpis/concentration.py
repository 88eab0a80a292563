"""How much of the revenue hangs on few clients.

Of three clients that bring 60, 30 and 10, the largest makes up 60 %, and the index is
10,000 × (0.6² + 0.3² + 0.1²):

>>> of_clients([60, 30, 10], most=1)
(60, 100)
>>> round(herfindahl([60, 30, 10]))
4600
"""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pandas as pd

from transforms.billing.revenue_rows import EARNED
from transforms.core.exact import month_number, whole_numbers
from transforms.core.parents import ultimate_parents
from transforms.core.rates import RateKind
from transforms.metrics.amounts import converted
from transforms.metrics.asked import Asked
from transforms.metrics.figures import Algorithm
from transforms.metrics.kpi import (
    GROUPS,
    WHOLE_MONTHS,
    At,
    Audience,
    Direction,
    KpiSpec,
    Missing,
    Place,
    RollUp,
    Unit,
    Working,
)
from transforms.metrics.kpi_frame import reasons
from transforms.metrics.rows import Flags, Numbers
from transforms.metrics.steps import Minor, Step

SINGLE, MODERATE_FROM, HIGH_ABOVE = 10_000, 1_000, 1_800
"""The index of a single client; from which on concentration is moderate, and beyond which high:
the lines of the 2023 merger guidelines of the US Department of Justice and Federal Trade
Commission."""


def level_of(index: float) -> str:
    """`low`, `moderate` or `high`."""
    if index < MODERATE_FROM:
        return "low"
    return "moderate" if index <= HIGH_ABOVE else "high"


_FEW = 10


def of_clients(minors: Sequence[int], most: int) -> tuple[int, int]:
    """What the largest bring, and what all do."""
    return sum(sorted(minors)[-most:]), sum(minors)


def herfindahl(minors: Sequence[int]) -> Fraction:
    """The sum of squared shares, from near 0 (many alike) to 10,000 (a single client)."""
    squares = sum(minor * minor for minor in minors)
    return Fraction(SINGLE * squares, sum(minors) ** 2)


def _by_client(asked: Asked) -> tuple[list[list[int]], Flags]:
    """By entity, what each client with revenue above zero brought; and whether a rate lacks."""
    return asked.context.once((_by_client, asked.period), lambda: _added_by_client(asked))


def _added_by_client(asked: Asked) -> tuple[list[list[int]], Flags]:
    context, period = asked.context, asked.period
    monthly = context.placed(context.accounts.monthly_revenue)
    months = whole_numbers(monthly["month"])
    is_in = (months >= month_number(period.start)) & (months < month_number(period.end))
    rows = monthly[is_in].reset_index(drop=True)
    found = converted(asked, rows, "net_minor", RateKind.AVERAGE)
    parents = ultimate_parents(context.tables.rows("accounts")).set_index("account_id")
    clients = parents["entity_id"].reindex(context.account_index).array
    found = found.assign(client=clients.take(whole_numbers(rows["account"])))
    sums = pd.DataFrame(found.groupby(["entity", "client"], as_index=False)[["minor"]].sum())
    paying = sums[sums["minor"] > 0]
    lists: list[list[int]] = [[] for _ in range(len(asked.entities))]
    for entity, minor in zip(paying["entity"].tolist(), paying["minor"].tolist(), strict=True):
        lists[int(entity)].append(int(minor))
    lacking = np.bincount(
        whole_numbers(found.loc[found["is_unrated"], "entity"]), minlength=len(asked.entities)
    )
    return lists, pd.Series(lacking > 0, asked.entities)


def _share(most: int) -> Algorithm:
    """Of the largest clients, where there are more than so many."""

    def compute(asked: Asked) -> Working:
        lists, lacks = _by_client(asked)
        enough = [len(minors) > most for minors in lists]
        known = pd.Series(enough, asked.entities) & ~lacks
        parts = [of_clients(minors, most) for minors in lists]
        return Working(
            None,
            rows=EARNED.counted(asked),
            absent=_why(asked, lists, lacks),
            numerator=_whole([part for part, _ in parts], known),
            denominator=_whole([whole for _, whole in parts], known),
        )

    return Algorithm(lambda asked: ((EARNED, asked),), compute)


def _whole(numbers: Sequence[int], known: Flags) -> Numbers:
    return pd.Series(numbers, known.index, dtype="Int64").where(known)


def _why(asked: Asked, lists: Sequence[Sequence[int]], lacks: Flags) -> Numbers:
    none = pd.Series([not minors for minors in lists], asked.entities)
    return reasons(
        asked.context,
        (lacks, Missing.RATE_MISSING),
        (none, Missing.NO_REVENUE),
        (~none, Missing.TOO_FEW_CLIENTS),
    )


def _index(asked: Asked) -> Working:
    lists, lacks = _by_client(asked)
    values = [float(herfindahl(minors)) if minors else np.nan for minors in lists]
    known = pd.Series(values, asked.entities, dtype="Float64").mask(lacks)
    return Working(known, rows=EARNED.counted(asked), absent=_why(asked, lists, lacks))


def _index_steps(asked: Asked) -> tuple[Step, ...]:
    """Of the one entity: what the square of each of its largest clients' shares adds."""
    (minors,), lacks = _by_client(asked)
    if not minors or lacks.any():
        return ()
    ordered, whole = sorted(minors, reverse=True), sum(minors)
    adds = [SINGLE * (minor / whole) ** 2 for minor in ordered]
    largest = [
        Step(
            "concentration_client",
            {
                "place": place,
                "base": Minor(minor),
                "whole": Minor(whole),
                "factor": minor / whole,
                "number": added,
            },
        )
        for place, (minor, added) in enumerate(zip(ordered, adds, strict=True), 1)
    ][:_FEW]
    rest = {"count": len(ordered) - len(largest), "number": sum(adds[_FEW:])}
    return (*largest, *((Step("concentration_rest", rest),) if rest["count"] else ()))


def _spec(id: str, unit: Unit, figure: Algorithm) -> KpiSpec:
    return KpiSpec(
        id=id,
        unit=unit,
        roll_up=RollUp.DISTRIBUTION,
        feeds=("invoices", "invoice_lines", "accounts"),
        grains=WHOLE_MONTHS,
        authority="finance practice",
        figure=figure,
        direction=Direction.DOWN,
        audience=Audience.INTERNAL,
        of=GROUPS,
        is_compared=False,
        shown=(At(Place.PORTFOLIO),),
        operand_unit=Unit.MONEY,
        tile_decimals=1,
    )


LARGEST = _spec("revenue_largest_client", Unit.RATIO, _share(1))
TEN = _spec("revenue_largest_ten", Unit.RATIO, _share(_FEW))
INDEX = _spec(
    "revenue_concentration",
    Unit.POINTS,
    Algorithm(lambda asked: ((EARNED, asked),), _index, _index_steps),
)
SPECS = (LARGEST, TEN, INDEX)
