"""How the confirmed value compares with the quarter before, for every page that tells of it."""

from reports.deck.slide_context import SlideContext
from transforms.clients.judgement import is_third_less
from transforms.kpis import shown_at
from transforms.metrics.kpi import KpiValue, Place


def known_values(context: SlideContext) -> list[str]:
    """Hours and money, of which there is a sum."""
    return [kpi for kpi in shown_at(Place.VALUE) if context.get(kpi).number is not None]


def before_of(context: SlideContext, kpi: str) -> KpiValue:
    return context.get(kpi, context.period.previous)


def is_other(context: SlideContext, kpi: str) -> bool:
    """Whether a sum differs from the quarter before's by more than a trifle."""
    now, before = context.get(kpi), before_of(context, kpi)
    if now.number is None or before.number is None:
        return False
    change, base = float(now.number - before.number), float(before.number)
    return context.is_material(now.unit, change, base)


def fallen_values(context: SlideContext) -> list[str]:
    """Of hours and money, what is clearly less than before."""
    found = [kpi for kpi in known_values(context) if is_other(context, kpi)]
    return [
        kpi
        for kpi in found
        if (context.get(kpi).number or 0) < (before_of(context, kpi).number or 0)
    ]


def much_less(context: SlideContext) -> str:
    """Which of them is a third less, or more than that; empty where none is."""
    least = (
        kpi
        for kpi in fallen_values(context)
        if is_third_less(
            float(before_of(context, kpi).number or 0), float(context.get(kpi).number or 0)
        )
    )
    return next(least, "")
