"""Which canonical tables a page rests on, so that its foot names their systems and no others."""

from collections.abc import Iterable, Mapping

from transforms.kpis import specs

AGREEMENT = ("contracts", "subscriptions")
"""What the days are taken from on which an agreement turns."""
_OF_SUBJECT: Mapping[str, tuple[str, ...]] = {
    "breakdown": ("tickets", "usage_parts"),
    "commitments": ("commitments",),
    "delivery": ("tasks",),
    "goals": ("goals",),
    "investment": AGREEMENT,
    "peers": ("surveys", "tickets", "usage"),
    "satisfaction": ("surveys",),
    "service": ("tickets",),
    "usage": ("usage",),
    "value": ("goals",),
}


def tables_of_figures(kpis: Iterable[str]) -> tuple[str, ...]:
    """Tables without which these figures have no value."""
    known = specs()
    return tuple(sorted({table for kpi in kpis for table in known[kpi].feeds}))


def tables_of_subjects(slides: Iterable[str]) -> tuple[str, ...]:
    """Tables of other pages that a page takes something up from."""
    return tuple(sorted({table for name in slides for table in _OF_SUBJECT.get(name, ())}))
