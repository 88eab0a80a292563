"""Tickets on a module that nobody uses: both are told in one sentence."""

from collections.abc import Sequence

from reports.deck.categories import category
from reports.deck.slide_context import SlideContext, Value
from transforms.service.breakdowns import Cause


def asked_about(context: SlideContext, modules: Sequence[str], *, is_alone: bool = True) -> Value:
    """How many tickets are about the modules, by their causes' names; empty where none is. In
    brackets where it is not alone: the sentence has another half."""
    found = sum(cause.tickets for cause in context.view.causes if is_about(context, cause, modules))
    if not found:
        return ""
    that = context.words.count("titles.breakdown.that", len(modules))
    values: dict[str, Value] = {"n": context.tally(found, "tickets"), "that": that}
    asked = context.counted("titles.breakdown.asked", found, values)
    place = "alone" if is_alone else "beside"
    return context.phrase(f"titles.breakdown.asked_{place}", {"asked": asked})


def is_about(context: SlideContext, cause: Cause, modules: Sequence[str]) -> bool:
    """Whether a cause of tickets is called as one of the modules is."""
    wanted = {name.casefold().strip() for name in modules}
    return bool(wanted & {cause.name.casefold().strip(), category(context, cause.name).casefold()})
