"""Input cells: what each counts in, where its value comes from, what may be typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from transforms.renewals.inputs import SHORT_TERM_YEARS


class InputUnit(StrEnum):
    """What an input counts in, which sets its format and what may be typed."""

    MONEY = "money"
    SHARE = "share"
    GROWTH = "growth"  # a share that may be negative
    WHOLE_YEARS = "whole_years"
    RATE = "rate"
    NUMBER = "number"
    DAYS = "days"
    MONTHS = "months"  # between two invoices, so that they make up years
    CHOICE = "choice"  # 1 for yes, 0 for no


@dataclass(frozen=True)
class Change:
    """What stood in an input before somebody typed, and who it was. Money in minor units."""

    before: float | int | None
    name: str
    day: date


@dataclass(frozen=True)
class InputLine:
    """One input cell. `value` is minor units for money; None where nobody has said."""

    key: str
    group: str
    unit: InputUnit
    value: float | int | None
    source: str
    """Worded: where it comes from, or where to supply it."""
    as_of: date | None = None
    minimum: float = 0.0
    maximum: float = 1.0
    change: Change | None = None
    """What the newest import changed; None where it did not."""

    @property
    def name(self) -> str:
        """Its defined name in the workbook."""
        return f"in_{self.key}"

    @property
    def alias(self) -> str:
        """A second name, for the conditions of the three offers; empty for other inputs."""
        if self.key.startswith(SIDES):
            return self.key
        return _ASKED_NAMES.get(self.key, "")


SIDES = ("asked", "offered", "agreed")
"""Whose conditions they are: the client's, ours, both sides'."""
_ASKED_NAMES = {"discount": "asked_discount", "concessions": "asked_services"}
CONDITIONS = (
    *("discount", "term_years", "uplift", "billing_months", "payment_days", "services"),
    "exclusivity",
)

LARGEST_MAJOR = 1e12
LONG_TERMS = (SHORT_TERM_YEARS + 1, 5)
"""Fewest and most years of the longer term."""
STEPS = ("step_2", "step_3", "step_4", "step_5")
"""Rises of the price that the contract agrees, by year."""
INTERVAL_INPUTS = ("billing_months", "cost_months", *(f"{s}_billing_months" for s in SIDES))
"""Inputs that count months between parts of a year."""
MONEY_INPUTS = (
    *("price", "list_price", "cost_of_sales", "cost_to_serve", "concessions", "wallet"),
    *("obligations", "offered_services", "agreed_services"),
)
"""Inputs that are amounts a year."""
MAY_BE_EMPTY = (
    *("price", "list_price", "cost_of_sales", "cost_to_serve", "probability"),
    *("probability_discounted", "probability_term", "wallet", "share_gain", "extra_margin"),
    *("exchange_rate", "asked_uplift", "asked_billing_months", "asked_payment_days"),
    *STEPS,
    *(f"{side}_{condition}" for side in SIDES[1:] for condition in CONDITIONS),
)
"""Inputs that the arithmetic can do without, saying so."""
PRICES = ("price", "list_price")
"""Amounts that are above 0 once they are known."""
OFFERED = tuple(f"offered_{condition}" for condition in CONDITIONS)
"""Inputs of our offer: as advised until somebody types them."""
ESSENTIAL = ("price", "list_price", "cost_of_sales", "cost_to_serve")
"""Inputs without which figures are missing; the summary says so."""
CONDITION_UNITS: Mapping[str, tuple[InputUnit, tuple[float, float]]] = {
    "discount": (InputUnit.SHARE, (0.0, 0.95)),
    "term_years": (InputUnit.WHOLE_YEARS, (1, 5)),
    "uplift": (InputUnit.GROWTH, (-0.5, 1.0)),
    "billing_months": (InputUnit.MONTHS, (1, 12)),
    "payment_days": (InputUnit.DAYS, (0, 730)),
    "services": (InputUnit.MONEY, (0.0, LARGEST_MAJOR)),
    "exclusivity": (InputUnit.CHOICE, (0, 1)),
}
ASKED_APART = ("term_years", "uplift", "billing_months", "payment_days", "exclusivity")
"""Conditions that a request's file does not state."""
