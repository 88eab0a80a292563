"""The writer's desk of an account review: the client's desk with the drawers open."""

from dataclasses import dataclass

from reports.deck.desk import Desk
from reports.deck.internal_view import InternalView
from transforms.kpi import KpiValue
from transforms.periods import Period


@dataclass(frozen=True)
class InternalDesk(Desk):
    """A desk whose figures are all of the book. Slides for clients know nothing of `inside`."""

    inside: InternalView

    def get(self, kpi: str, period: Period | None = None) -> KpiValue:
        """Any figure of this period, or of another."""
        return self.inside.figures.get(kpi, period or self.period)
