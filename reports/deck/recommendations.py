"""What to do next, by rule: each action answers something the figures show."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reports.deck.headlines import misses
from reports.deck.slide_context import Headline, Phrase, SlideContext, Tone
from transforms.clients.judgement import is_renewal_ahead, seat_use

_ACTIONS = "actions."
_SLIDE_OF = {
    "renewal": "investment",
    "seats_few": "usage",
    "seats_many": "usage",
    "growth": "usage",
    "seasonal": "usage",
}
"""Where the evidence of an action stands, where it is not called after its slide."""
_USE_ACTIONS = {
    "titles.usage.good": "actions.growth",
    "titles.usage.seasonal": "actions.seasonal",
}


@dataclass(frozen=True)
class Recommendation:
    """An action and the statement it rests on. `slide` is where the evidence stands."""

    slide: str
    action: Phrase
    evidence: Phrase
    is_chosen: bool = False
    """Agreed on in an earlier version."""

    @property
    def rule(self) -> str:
        return self.action.rule.removeprefix(_ACTIONS)


def recommendations(
    context: SlideContext, story: tuple[Headline, ...]
) -> tuple[Recommendation, ...]:
    """Every action that a rule asks for, the most pressing first; else what use suggests."""
    answers = [item for headline in misses(story) for item in _answer(context, headline)]
    found = (*answers, *_seats(context), *_renewal(context)) or _use(context, story)
    return _with_chosen(context, found)


def _with_chosen(
    context: SlideContext, found: Sequence[Recommendation]
) -> tuple[Recommendation, ...]:
    """Actions that were agreed on stand first, also where no rule asks for them any more."""
    chosen = context.view.chosen
    kept = [replace(item, is_chosen=True) for item in found if item.rule in chosen]
    asked = {item.rule for item in found}
    earlier = [
        Recommendation(
            _SLIDE_OF.get(rule, rule),
            context.phrase(_ACTIONS + rule),
            context.phrase("evidence.agreed"),
            is_chosen=True,
        )
        for rule in chosen
        if rule not in asked and context.words.has(_ACTIONS + rule)
    ]
    return (*kept, *earlier, *(item for item in found if item.rule not in chosen))


def next_step(context: SlideContext, headline: Headline) -> str:
    """The action that answers a slide's own headline; empty where none is asked for."""
    found = _answer(context, headline)
    return context.say("next_step", {"action": found[0].action.text}) if found else ""


def _answer(context: SlideContext, headline: Headline) -> list[Recommendation]:
    key = f"actions.{headline.slide}"
    if headline.tone is not Tone.BAD or not context.words.has(key):
        return []
    return [Recommendation(headline.slide, context.phrase(key), headline.title)]


def _use(context: SlideContext, story: tuple[Headline, ...]) -> tuple[Recommendation, ...]:
    """Growing use is worth understanding, and a fall by the season worth a second look."""
    return tuple(
        Recommendation("usage", context.phrase(_USE_ACTIONS[item.title.rule]), item.title)
        for item in story
        if item.title.rule in _USE_ACTIONS
    )


def _seats(context: SlideContext) -> list[Recommendation]:
    seats = context.get("seats_used")
    use = None if seats.value is None else seat_use(seats.value)
    if use is None:
        return []
    used, paid = context.part(seats, "numerator"), context.part(seats, "denominator")
    values = {"share": context.figure(seats), "used": used, "paid": paid}
    action = context.phrase(f"actions.seats_{use}")
    return [Recommendation("usage", action, context.phrase("evidence.seats", values))]


def _renewal(context: SlideContext) -> list[Recommendation]:
    renewal = context.view.renewal
    on = context.period.valuation_date
    if renewal is None or not is_renewal_ahead(renewal.day, on):
        return []
    values = {
        "day": context.formats.day(renewal.day),
        "days": context.tally((renewal.day - on).days, "contracts"),
    }
    rule = "evidence.renewal_inferred" if renewal.basis == "inferred" else "evidence.renewal"
    return [
        Recommendation(
            "investment", context.phrase("actions.renewal"), context.phrase(rule, values)
        )
    ]
