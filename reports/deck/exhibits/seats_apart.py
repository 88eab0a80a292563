"""That use is measured of some of a group's companies alone, where it is: a ratio says of which."""

from reports.deck.slide_context import SlideContext
from transforms.billing.seat_coverage import SeatsApart

_ROOM = 70
"""The most characters that names have; else the companies are counted."""


def told_in_short(context: SlideContext) -> str:
    """How many seats are not measured; empty where all are."""
    if (apart := _apart(context)) is None:
        return ""
    values = {"seats": context.formats.count(apart.seats)}
    return context.words.count("usage.apart_short", apart.seats, values)


def told_in_full(context: SlideContext) -> str:
    """Whose seats are measured, and whose are not, by name."""
    if (apart := _apart(context)) is None:
        return ""
    values = {
        "measured": _named(context, apart.measured),
        "others": _named(context, apart.others),
        "seats": context.formats.count(apart.seats),
    }
    return context.words.count("usage.apart", apart.seats, values)


def told_after(context: SlideContext) -> str:
    """The same as the end of a sentence that gives the ratio."""
    if (apart := _apart(context)) is None:
        return ""
    values = {
        "measured": _named(context, apart.measured),
        "seats": context.formats.count(apart.seats),
    }
    return context.words.count("usage.apart_after", apart.seats, values)


def _apart(context: SlideContext) -> SeatsApart | None:
    """Seats paid for whose use nobody measures, beside others of which it is. A brief knows of
    none, nor of the figure."""
    apart = context.view.seats_apart
    return apart if apart is not None and context.get("seats_used").value is not None else None


def _named(context: SlideContext, names: tuple[str, ...]) -> str:
    listed = context.formats.items(names)
    if len(listed) <= _ROOM:
        return listed
    count = len(names)
    return context.words.count("usage.companies", count, {"n": context.formats.count(count)})
