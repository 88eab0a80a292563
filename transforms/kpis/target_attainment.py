"""How much of the revenue that was aimed at was reached.

>>> print(worked_example(SPECS[0], "2026-Q3", '''
... period   metric              target
... 2026-Q3  recognised_revenue  1200
... 2026-Q2  recognised_revenue  1000
... ''', '''
... invoice_id  document_kind  status  issue_date
... i1          invoice        open    2026-07-01
... ''', '''
... line_id  invoice_id  net_minor
... l1       i1          90000
... '''))
0.75 = 90000 / 120000; 2026-Q2: outside_period
"""

from dataclasses import replace
from decimal import Decimal

import pandas as pd

from transforms.billing.revenue_rows import REVENUE, is_never_earning
from transforms.core.exact import whole_numbers
from transforms.core.money import exponent, half_even
from transforms.metrics.amounts import Given
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Absent, Ratio
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    Audience,
    Direction,
    EntityKind,
    KpiSpec,
    Missing,
    RollUp,
    Unit,
)
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.rows import Flags, Numbers, Rows

METRIC = "recognised_revenue"


def _own_targets(context: MetricContext) -> pd.DataFrame:
    """Targets that were set for the context's entities, with their place."""
    rows = context.tables.rows("targets")
    place = context.currencies.index.get_indexer(pd.Index(rows["entity_id"]))
    is_ours = (rows["entity_type"] == context.entity_type) & (place >= 0)
    return rows.assign(entity=place)[is_ours].reset_index(drop=True)


TARGETS = replace(
    Rows("targets", _own_targets, ("period", "metric", "target", "currency", "planned_resources"))
    .but(LeftOut.OTHER_METRIC, lambda targets: targets["metric"] != METRIC)
    .but_then(
        LeftOut.OUTSIDE_PERIOD, lambda targets, asked: targets["period"] != str(asked.period)
    ),
    is_counted=False,
)


def _target(asked: Asked) -> Numbers:
    """Minor units aimed at by entity; missing where none is set in its currency."""
    targets = TARGETS.kept(asked)
    own = asked.context.currencies.take(whole_numbers(targets["entity"]))
    is_own = [named == code for named, code in zip(targets["currency"], own, strict=True)]
    rows = targets[pd.Series(is_own, index=targets.index, dtype="bool")]
    minor = [
        half_even(Decimal(repr(float(target))).scaleb(exponent(str(code))))
        for target, code in zip(rows["target"], rows["currency"], strict=True)
    ]
    found = pd.Series(minor, index=rows["entity_id"].array, dtype="Int64")
    return found.reindex(asked.entities)


def _has_no_target(asked: Asked) -> Flags:
    return _target(asked).isna()


SPECS = (
    KpiSpec(
        id="revenue_target_attainment",
        unit=Unit.RATIO,
        roll_up=RollUp.DISTRIBUTION,
        feeds=("targets", "invoices", "invoice_lines"),
        grains=WHOLE_MONTHS,
        is_beside_whole=True,
        authority="account management practice",
        figure=Ratio(
            REVENUE,
            Given(_target, (TARGETS,)),
            absent=(
                Absent(Missing.NO_TARGET, _has_no_target),
                Absent(Missing.NO_ROWS, is_never_earning),
            ),
            none=Missing.NO_TARGET,
        ),
        direction=Direction.UP,
        is_compared=False,
        audience=Audience.INTERNAL,
        of=(EntityKind.CLIENT, EntityKind.MANAGER, EntityKind.TEAM),
        operand_unit=Unit.MONEY,
    ),
)
