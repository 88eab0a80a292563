"""Who makes the first move of a renewal, until when, and what it holds back."""

from datetime import date

from messages.formats import begun
from reports.deck.chain.promises import promised
from reports.deck.chain.renewal import pressing_link, renewal_links
from reports.deck.review.internal_context import InternalContext
from reports.deck.review.matters import owned
from reports.deck.review.renewal_options import (
    approver_of,
    idle_seats,
    is_asked,
    offer_in_short,
    proposed,
    signed_money,
)
from reports.deck.view.internal_view import RenewalCase
from transforms.renewals.offers import Outcome
from transforms.renewals.scenarios import best


def first_move(context: InternalContext, case: RenewalCase) -> str:
    """One sentence for the renewal's page; empty where policy admits no offer."""
    if (option := proposed(case)) is None:
        return ""
    values = {
        "owner": owned(context, "")[0],
        "day": context.formats.day(_day(context, case)),
        "offer": offer_in_short(context, option),
        "approver": approver_of(context, option),
    }
    rule = "answer" if is_asked(case) else "propose"
    told = context.say(f"renewal.move_{rule}", values)
    parts = (told, _held_back(context, case, option), _at_seats(context))
    return " ".join(part for part in parts if part)


def _day(context: InternalContext, case: RenewalCase) -> date:
    """An answer is given within a week; of ourselves we propose on the day that the client's deck
    names, and always before what ends."""
    _, soon = owned(context, "")
    pressing = pressing_link(context)
    if pressing is not None and pressing.due is not None:
        return min(soon, pressing.due)
    ours = [
        link
        for link in promised(context, False)
        if link.slide == "investment" and link.side == context.view.company_name
    ]
    days = [link.due for link in ours or renewal_links(context) if link.due]
    return soon if is_asked(case) else max([soon, *days[:1]])


def _at_seats(context: InternalContext) -> str:
    """That the options count on seats that the client does not use."""
    share = idle_seats(context)
    return context.say("renewal.move_seats", {"share": share}) if share else ""


def _held_back(context: InternalContext, case: RenewalCase, option: Outcome) -> str:
    """Of a discount that nobody asked for: that it waits, or why it is offered all the same."""
    found = best(case.outcomes)
    if is_asked(case) or found is None or found.terms.package.discount <= 0:
        return ""
    if found is option and not case.is_doubted:
        return ""
    rule = "worth" if found is option else "held"
    values = {
        "offer": begun(offer_in_short(context, found)),
        "gain": signed_money(context, found.change_minor),
    }
    return context.say(f"renewal.move_{rule}", values)
