"""The writer's context of an account review: the client's context with the drawers open."""

from dataclasses import dataclass

from reports.deck.slide_context import SlideContext
from reports.deck.view.internal_view import InternalView
from transforms.core.periods import Period
from transforms.metrics.kpi import KpiValue


@dataclass(frozen=True)
class InternalContext(SlideContext):
    """A context whose figures are all of the book. Slides for clients know nothing of `inside`."""

    inside: InternalView

    def cover_rule(self, part: str) -> str:
        """The manager is nobody's own, and every story's review is one of the account."""
        return "cover.manager_ours" if part == "manager" else "cover.review"

    def get(self, kpi: str, period: Period | None = None) -> KpiValue:
        """Any figure of this period, or of another."""
        return self.inside.figures.get(kpi, period or self.period)
