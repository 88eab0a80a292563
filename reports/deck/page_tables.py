"""Which canonical tables a page rests on, so that its foot names their systems and no others."""

from collections.abc import Iterable, Mapping

from reports.deck.compared import compared
from reports.deck.slide_context import SlideContext
from reports.deck.turns import turns_of
from transforms.kpis import specs

_AGREEMENT = ("contracts", "subscriptions")
_OF_SUBJECT: Mapping[str, tuple[str, ...]] = {
    "breakdown": ("tickets", "usage_parts"),
    "commitments": ("commitments",),
    "delivery": ("tasks",),
    "goals": ("goals",),
    "investment": _AGREEMENT,
    "satisfaction": ("surveys",),
    "service": ("tickets",),
    "usage": ("usage",),
    "value": ("goals",),
}


def tables_of_figures(kpis: Iterable[str]) -> tuple[str, ...]:
    """Tables without which these figures have no value."""
    known = specs()
    return tuple(sorted({table for kpi in kpis for table in known[kpi].feeds}))


def tables_of_dates(context: SlideContext) -> tuple[str, ...]:
    """Tables of the days on which the agreement turns, where any lies ahead."""
    turns = turns_of(context)
    return _AGREEMENT if turns.notice or turns.renewal else ()


def tables_of_subjects(context: SlideContext, slides: Iterable[str]) -> tuple[str, ...]:
    """Tables of other pages that a page takes something up from; of comparable clients, those of
    the measures that are compared."""
    names = set(slides)
    found = {table for name in names for table in _OF_SUBJECT.get(name, ())}
    measures = (item.kpi for item in compared(context) if "peers" in names)
    return tuple(sorted(found | set(tables_of_figures(measures))))
