"""All links of the chain, the most pressing first."""

from collections.abc import Sequence
from dataclasses import replace

from reports.deck.chain.answers import answers, cases_of, name_of, of_use
from reports.deck.chain.beside import beside
from reports.deck.chain.link import PRESSING, Link, link_of
from reports.deck.chain.promises import overdue, promised
from reports.deck.chain.renewal import after_others, renewal_links
from reports.deck.chain.seats import seat_links, seats_in_time
from reports.deck.headlines import findings
from reports.deck.slide_context import Headline, SlideContext

_MOST = 6
"""Links from which on what is known beside the findings has no room."""


def chain(context: SlideContext, story: Sequence[Headline]) -> tuple[Link, ...]:
    """Every action, the most pressing first: what ends now, what was found, what else is known,
    the plan's own."""
    told = tuple(story)
    return context.once((chain, told), lambda: _links(context, told))


def _links(context: SlideContext, story: Sequence[Headline]) -> tuple[Link, ...]:
    found, renewal = _found(context, story), renewal_links(context)
    is_folded = any(link.finding.rule == "evidence.overdue" for link in found)
    planned = promised(context, is_folded)
    if found and any(link.slide == "investment" for link in planned):
        # Who has agreed to go through the contract has no second meeting about it.
        renewal = [link for link in renewal if link.rule != "renewal"]
    if any(link.is_at_meeting for link in renewal):
        # Our proposal is that talk, and it is today.
        planned = tuple(link for link in planned if link.slide != "investment")
    pressing = [link for link in renewal if link.rule in PRESSING or link.is_at_meeting]
    links = [*pressing, *found, *(link for link in renewal if link not in pressing)]
    asked = links or list(of_use(context, story))
    also = beside(context, story, {link.rule for link in asked})[: max(_MOST - len(asked), 0)]
    settled = after_others(context, [*asked, *also], planned)
    told = seats_in_time(context, settled, planned)
    return (*_with_chosen(context, told), *planned)


def number_of_answer(context: SlideContext, story: Sequence[Headline], slide: str) -> int | None:
    """Which link of the chain answers what a slide found, from 1; None where none does."""
    numbered = enumerate(chain(context, story), 1)
    answering = (n for n, link in numbered if link.slide == slide and slide_is_told(link))
    return next(answering, None)


def anchor_of(action: int) -> str:
    """Where in the deck the action of this number stands."""
    return f"decisions.{action}"


def slide_is_told(link: Link) -> bool:
    """Whether a link answers what its slide says; a promise for the next quarter answers nothing
    of this one's."""
    return bool(link.rule) or link.slide != "commitments"


def _found(context: SlideContext, story: Sequence[Headline]) -> list[Link]:
    """What answers the findings, then the seats."""
    found = [link for item in findings(story) for link in answers(context, item, story)]
    if not any(link.slide == "commitments" for link in found):
        found += overdue(context)
    if any(link.rule == "usage_scope" for link in found):
        return found  # seats are part of the scope
    return [*found, *seat_links(context, story)]


def _with_chosen(context: SlideContext, found: Sequence[Link]) -> tuple[Link, ...]:
    """Actions that were agreed on stay also where no rule asks for them any more; what is found
    leads all the same."""
    chosen = context.view.chosen
    asked = {item.rule for item in found}
    kept = tuple(replace(item, is_chosen=item.rule in chosen) for item in found)
    earlier = tuple(
        replace(
            link_of(
                context,
                rule,
                context.phrase("evidence.agreed"),
                context.say("absent"),
                cases=cases_of(context, rule),
                name=name_of(context, rule),
            ),
            is_chosen=True,
        )
        for rule in chosen
        if rule not in asked and context.words.has(f"actions.{rule}")
    )
    return (*kept, *earlier)
