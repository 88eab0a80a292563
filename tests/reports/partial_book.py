"""A book of figures of which a test names only those that it is about."""

from dataclasses import dataclass

from reports.client import FigureNotComputedError, KpiBook
from transforms.core.periods import Period
from transforms.kpis import specs
from transforms.metrics.kpi import KpiValue, Missing
from transforms.metrics.kpi_periods import NeededPeriods


@dataclass(frozen=True)
class PartialBook(KpiBook):
    """Figures that are not named stand as computed from too short a history."""

    needed: NeededPeriods | None = None
    """What a run computes, where the test's book is to know no more than that."""

    def get(self, kpi: str, period: Period) -> KpiValue:
        spec, reason = specs()[kpi], Missing.TOO_SHORT_HISTORY
        if self.needed is not None and not self.needed.needs(spec, period):
            raise FigureNotComputedError(f"{kpi} of {period}")
        found = self.find(kpi, period)
        if found is not None:
            return found
        return KpiValue(
            "client", self.client_id, kpi, period, spec.unit, spec.version, reason=reason
        )
