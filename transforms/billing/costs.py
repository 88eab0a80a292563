"""What clients cost by month, from finance's costs or else from invoice lines."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from transforms.billing.revenue_rows import REVENUE, Revenue, is_never_earning
from transforms.core.exact import month_number
from transforms.core.rates import RateKind
from transforms.metrics.amounts import Amount, Less, Money, Selected
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Absent
from transforms.metrics.kpi import Missing
from transforms.metrics.rows import Flags, Numbers, Rows

COST_OF_SALES = "cost_of_sales"
COST_TO_SERVE = "cost_to_serve"


@dataclass(frozen=True)
class Cost:
    """Cost of one kind over a period of whole months; missing without a rate."""

    kind: str
    rows: Rows

    @property
    def is_money(self) -> bool:
        return True

    def of_entities(self, asked: Asked) -> Numbers:
        return self._amount(asked).of_entities(asked)

    def selected(self, asked: Asked) -> tuple[Selected, ...]:
        return self._amount(asked).selected(asked)

    def _amount(self, asked: Asked) -> Amount:
        """Where finance gives no costs, what lines cost is the cost of sales."""
        if not asked.context.has("costs"):
            return Revenue("cost_minor")
        return Money(self.rows, "amount_minor", RateKind.AVERAGE, "month")

    def is_lacking(self, asked: Asked) -> Flags:
        """Whether an entity earned revenue in a month of the period whose cost is not known."""
        months = [self._is_lacking_in(asked.over(month)) for month in asked.period.months]
        return pd.Series(np.any(months, axis=0), index=asked.entities)

    def _is_lacking_in(self, month: Asked) -> Flags:
        return month.context.once((self, month.period), lambda: self._lacking(month))

    def _lacking(self, month: Asked) -> Flags:
        if month.context.has("costs"):
            is_earned = (REVENUE.of_entities(month) != 0).fillna(False).astype("bool")
            return is_earned & (self.rows.counted(month) == 0)
        monthly = month.context.placed(month.context.accounts.monthly_revenue)
        is_in = monthly["month"] == month_number(month.period.start)
        lacking = monthly.loc[is_in & (monthly["lines_uncosted"] > 0), "entity"]
        found = pd.RangeIndex(len(month.entities)).isin(lacking)
        return pd.Series(found, index=month.entities)


def _cost(kind: str) -> Cost:
    rows = (
        Rows(
            "costs",
            lambda context: context.tables.rows("costs"),
            shown=("amount_minor", "currency"),
            amounts=("amount_minor",),
        )
        .but(LeftOut.OTHER_COST, lambda costs: costs["cost_kind"] != kind)
        .within("month")
    )
    return Cost(kind, rows)


OF_SALES, TO_SERVE = _cost(COST_OF_SALES), _cost(COST_TO_SERVE)

GROSS_PROFIT = Less(REVENUE, (OF_SALES,))
CONTRIBUTION = Less(REVENUE, (OF_SALES, TO_SERVE))
SALES_UNCOSTED = (
    Absent(Missing.NO_ROWS, is_never_earning),
    Absent(Missing.COST_MISSING, OF_SALES.is_lacking),
)
UNCOSTED = (*SALES_UNCOSTED, Absent(Missing.COST_MISSING, TO_SERVE.is_lacking))
"""Why a client has no contribution."""
