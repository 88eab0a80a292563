"""What the agreements that come up for renewal are expected to bring a year.

One of 120,000 comes up in the quarter, which the newest request calls 60 % likely to be renewed:

>>> print(worked_example(SPECS[0], "2026-Q4", '''
... subscription_id  start_date  yearly_minor  status
... yearly           2025-11-10  120000        active
... other            2025-06-01  50000         active
... ''', renewal_requests='''
... request_id  requested_date  renewal_probability
... newest      2026-09-01      0.6
... older       2026-07-01      0.9
... '''))
72000; other: not_due, older: not_the_newest
"""

import numpy as np
import pandas as pd

from transforms.billing.recurring import never_paid
from transforms.core.exact import Integers, sums
from transforms.metrics.asked import Asked
from transforms.metrics.figures import Algorithm, counted
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    Audience,
    Direction,
    KpiSpec,
    Missing,
    RollUp,
    Unit,
    Working,
)
from transforms.metrics.kpi_frame import reasons
from transforms.renewals.agreements import is_unrated, is_unsaid
from transforms.renewals.outlook import outlook, selected, steps


def _working(asked: Asked) -> Working:
    """What is due as the numerator."""
    unknown = (
        (never_paid(asked), Missing.NO_SUBSCRIPTIONS),
        (is_unrated(asked), Missing.RATE_MISSING),
        (is_unsaid(asked), Missing.DISCOUNT_UNKNOWN),
    )
    is_unknown = pd.concat([flags for flags, _ in unknown], axis=1).any(axis=1)
    found = outlook(asked)
    due, expected = (
        pd.Series(_summed(asked, amounts), asked.entities, dtype="Int64").mask(is_unknown)
        for amounts in ([item.due_minor for item in found], [item.minor for item in found])
    )
    return Working(
        expected,
        rows=counted(selected(asked)),
        absent=reasons(asked.context, *unknown),
        numerator=due,
    )


def _summed(asked: Asked, amounts: list[int]) -> Integers:
    places = np.array([item.entity for item in outlook(asked)], dtype=np.int64)
    return sums(places, np.array(amounts, dtype=np.int64), len(asked.entities))


SPECS = (
    KpiSpec(
        id="renewal_forecast",
        unit=Unit.MONEY,
        roll_up=RollUp.SUM,
        feeds=("subscriptions",),
        grains=WHOLE_MONTHS,
        authority="finance practice",
        figure=Algorithm(selected, _working, steps),
        direction=Direction.UP,
        is_compared=False,
        audience=Audience.INTERNAL,
        is_population=True,
        is_ahead=True,
        operand_unit=Unit.MONEY,
    ),
)
