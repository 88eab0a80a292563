"""What the next twelve months may leave, of what is contracted for them on the day.

Contracted 120,000 for the twelve months, of which half is agreed on until the end of March; in the
snapshot, clients of this kind leave 40 % after all cost:

>>> print(worked_example(SPECS[0], "2026-Q3", '''
... account_id  segment
... us          business
... ''', '''
... subscription_id  start_date  end_date    yearly_minor  status
... runs             2025-01-01              120000        active
... signed           2026-10-05              990000        active
... '''))
48000; signed: not_known_then
"""

from fractions import Fraction

from transforms.billing.recurring import never_paid
from transforms.metrics.asked import Asked
from transforms.metrics.figures import Absent, Scaled
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    At,
    Audience,
    Direction,
    KpiSpec,
    Missing,
    Place,
    RollUp,
    Unit,
)
from transforms.metrics.population import from_norms
from transforms.metrics.rows import Numbers
from transforms.renewals.contracted import CONTRACTED, is_contract_unknown


def segment_margin(asked: Asked) -> tuple[list[Fraction | None], Numbers]:
    """The contribution margin of clients of each entity's kind, and why it is not known."""
    fewest = asked.context.policy.population_minimum_clients
    return from_norms(asked, lambda norm: norm.margin(fewest))


EXPECTED = Scaled(
    CONTRACTED,
    segment_margin,
    absent=(
        Absent(Missing.NO_SUBSCRIPTIONS, never_paid),
        Absent(Missing.DISCOUNT_UNKNOWN, is_contract_unknown),
    ),
)

SPECS = (
    KpiSpec(
        id="expected_profit",
        unit=Unit.MONEY,
        roll_up=RollUp.SUM,
        feeds=("accounts", "subscriptions", "invoices", "invoice_lines", "costs"),
        grains=WHOLE_MONTHS,
        shown=(At(Place.POTENTIAL, 20),),
        authority="finance practice",
        figure=EXPECTED,
        direction=Direction.UP,
        is_compared=False,
        audience=Audience.INTERNAL,
        is_population=True,
        operand_unit=Unit.MONEY,
        version=4,
    ),
)
