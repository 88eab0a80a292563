"""Tickets on a module that nobody uses: both are told in one sentence."""

from collections.abc import Sequence

from reports.deck.categories import category
from reports.deck.slide_context import SlideContext, Value


def asked_about(context: SlideContext, modules: Sequence[str], *, is_alone: bool = True) -> Value:
    """How many tickets are about the modules, by their causes' names; empty where none is. In
    brackets where it is not alone: the sentence has another half."""
    wanted = {name.casefold().strip() for name in modules}
    found = sum(
        cause.tickets
        for cause in context.view.causes
        if wanted & {cause.name.casefold().strip(), category(context, cause.name).casefold()}
    )
    if not found:
        return ""
    that = context.words.count("titles.breakdown.that", len(modules))
    values: dict[str, Value] = {"n": context.tally(found, "tickets"), "that": that}
    asked = context.counted("titles.breakdown.asked", found, values)
    place = "alone" if is_alone else "beside"
    return context.phrase(f"titles.breakdown.asked_{place}", {"asked": asked})
