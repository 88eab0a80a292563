"""A book of figures of which a test names only those that it is about."""

from reports.client import KpiBook
from transforms.core.periods import Period
from transforms.kpis import specs
from transforms.metrics.kpi import KpiValue, Missing


class PartialBook(KpiBook):
    """Figures that are not named stand as computed from too short a history."""

    def get(self, kpi: str, period: Period) -> KpiValue:
        found = self.find(kpi, period)
        if found is not None:
            return found
        spec, reason = specs()[kpi], Missing.TOO_SHORT_HISTORY
        return KpiValue(
            "client", self.client_id, kpi, period, spec.unit, spec.version, reason=reason
        )
