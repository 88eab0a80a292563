"""What the client will see in its own deck that calls for an action, as its review tells it."""

from collections.abc import Iterator
from datetime import date

from messages.formats import begun
from reports.deck.chain.link import PRESSING, Link
from reports.deck.chain.links import chain, slide_is_told
from reports.deck.headlines import findings, is_major
from reports.deck.slide_context import Headline, Phrase, SlideContext, Tone
from reports.deck.view.internal_view import OffTarget

_FEW_FINDINGS = 3
"""What the review's summary has room for in whole titles."""
_NOTHING_MISSED = (*PRESSING, "renewal", "offer", "growth", "seasonal")
"""Rules of actions on what comes up, or goes well."""


def findings_told(context: SlideContext, story: tuple[Headline, ...]) -> tuple[OffTarget, ...]:
    """What the client's deck finds, in its order, each with the action and the day that it has
    there; then what has an action there though no title tells of it."""
    off, actions = findings(story), chain(context, story)
    beside = tuple(_beside(actions, {item.slide for item in off}))
    many, told = len(off) + len(beside) > _FEW_FINDINGS, list[OffTarget]()
    for item in off:
        answers = (link for link in actions if link.slide == item.slide and slide_is_told(link))
        link = next(answers, None)
        told.append(
            OffTarget(
                item.slide,
                _told_inside(item, many),
                item.clause if item.clause.text else item.title,
                item.tone is Tone.BAD,
                _step(link),
                link.due if link else None,
                link.owner if link else "",
                _decide_by(context, link, actions),
                is_major(item),
            )
        )
    return (*told, *(_of_link(context, link, actions) for link in beside))


def _beside(actions: tuple[Link, ...], told: set[str]) -> Iterator[Link]:
    """Actions on what the deck shows in a page whose title says something else, one a page."""
    for link in actions:
        is_finding = link.rule and link.rule not in _NOTHING_MISSED and link.finding.text
        if is_finding and not link.is_chosen and link.slide not in told:
            told.add(link.slide)
            yield link


def _of_link(context: SlideContext, link: Link, actions: tuple[Link, ...]) -> OffTarget:
    text = begun(link.finding.text)
    clause = Phrase(text, link.finding.rule, link.finding.figures)
    decide = _decide_by(context, link, actions)
    return OffTarget(link.slide, text, clause, False, _step(link), link.due, link.owner, decide)


def _step(link: Link | None) -> str:
    return begun(link.inside or link.step).rstrip(".") + "." if link else ""


def _decide_by(context: SlideContext, link: Link | None, actions: tuple[Link, ...]) -> date | None:
    """Until when the client's deck asks for a decision on an action: on its first alone, and not
    on what is ours to do."""
    if link is None or link is not actions[0] or link.is_ours:
        return None
    return link.decide_by(context)


def _told_inside(item: Headline, is_short: bool) -> str:
    """What was found as the client reads it; of many, in the fewer words of a clause."""
    text = (item.clause.text if is_short else "") or item.title.text
    return begun(text)
