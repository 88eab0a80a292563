"""What a figure is asked of: whose rows, and which period."""

from dataclasses import dataclass, replace

import pandas as pd

from transforms.core.periods import Period
from transforms.metrics.metric_context import MetricContext


@dataclass(frozen=True)
class Asked:
    """The entities of a context, and a period."""

    context: MetricContext
    period: Period

    def over(self, window: Period) -> "Asked":
        """The same entities, over another window."""
        return replace(self, period=window)

    @property
    def entities(self) -> pd.Index:
        """Their ids, in the order in which rows number them."""
        return self.context.currencies.index

    @property
    def end(self) -> pd.Timestamp:
        """The first midnight after the period."""
        return pd.Timestamp(self.period.end)

    @property
    def last_day(self) -> pd.Timestamp:
        """The valuation date."""
        return pd.Timestamp(self.period.valuation_date)
