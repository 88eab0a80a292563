"""What both sides have promised for the next quarter."""

from reports.deck.slide_context import SlideContext
from reports.deck.turns import turns_of
from transforms.clients.aims import Commitment


def coming(context: SlideContext) -> tuple[Commitment, ...]:
    """What both sides have promised for the next quarter and not done yet."""
    following = str(context.period.shift(1))
    return tuple(
        item for item in context.view.commitments if item.quarter == following and item.is_open
    )


def is_too_late(context: SlideContext, item: Commitment) -> bool:
    """Whether its day comes after the last one on which it is of use for the renewal."""
    deadline = turns_of(context).deadline
    return deadline is not None and item.due_date is not None and item.due_date > deadline


def late_of_ours(context: SlideContext) -> tuple[Commitment, ...]:
    """Our own promises that come too late: the client is shown the day that was agreed, and
    whoever sends the deck is told of it."""
    return tuple(
        item
        for item in coming(context)
        if item.owner_side != "client" and is_too_late(context, item)
    )
