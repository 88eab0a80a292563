"""Tickets on a module that nobody uses: both are told in one sentence."""

from collections.abc import Sequence

from reports.deck.categories import category
from reports.deck.slide_context import SlideContext, Value


def asked_about(context: SlideContext, modules: Sequence[str]) -> Value:
    """How many tickets are about the modules, by their causes' names; empty where none is."""
    wanted = {name.casefold().strip() for name in modules}
    found = sum(
        cause.tickets
        for cause in context.view.causes
        if wanted & {cause.name.casefold().strip(), category(context, cause.name).casefold()}
    )
    if not found:
        return ""
    values: dict[str, Value] = {"n": context.tally(found, "tickets")}
    return context.counted("titles.breakdown.asked", found, values)
