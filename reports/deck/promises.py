"""What both sides have promised for the next quarter."""

import re
from datetime import date

from reports.deck.slide_context import SlideContext
from reports.deck.turns import turns_of
from reports.deck.view.client_view import ClientView
from transforms.clients.aims import Commitment
from transforms.renewals.running_contracts import Agreement

_OF_RENEWAL = re.compile(r"\b(contrat|contract|renov|renew)", re.IGNORECASE)
"""What people write of who have promised to go through the agreement together."""


def coming(context: SlideContext) -> tuple[Commitment, ...]:
    """What both sides have promised for the next quarter and not done yet."""
    following = str(context.period.shift(1))
    return tuple(
        item for item in context.view.commitments if item.quarter == following and item.is_open
    )


def is_overdue(context: SlideContext, item: Commitment) -> bool:
    """Whether its day was over before the data ended, and it is not done."""
    return item.due_date is not None and item.due_date < context.view.data_date


def is_of_renewal(context: SlideContext, item: Commitment) -> bool:
    """Whether it is about the agreement that is still to be renewed: once the next contract is
    signed, what was promised for it leads nowhere any more."""
    return signed_next(context.view) is None and names_agreement(item)


def is_signed(context: SlideContext, item: Commitment) -> bool:
    """Whether it is about an agreement whose next contract is signed by now."""
    return signed_next(context.view) is not None and names_agreement(item)


def names_agreement(item: Commitment) -> bool:
    """Whether a promise speaks of the contract or its renewal, whatever became of it."""
    return bool(_OF_RENEWAL.search(item.text))


def signed_next(view: ClientView) -> Agreement | None:
    """The contract on record that follows the present one: once there is one, nothing about the
    renewal is open, whatever anybody has written."""
    return view.renewal.following if view.renewal else None


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


def early_of_ours(context: SlideContext, opens: date) -> tuple[Commitment, ...]:
    """Our own promises about the agreement that are due before the negotiation opens."""
    return tuple(
        item
        for item in coming(context)
        if item.owner_side != "client"
        and is_of_renewal(context, item)
        and item.due_date is not None
        and context.view.data_date <= item.due_date < opens
    )
