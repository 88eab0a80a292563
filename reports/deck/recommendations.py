"""What to do next, by rule: each action answers something the figures show."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reports.deck.desk import Desk, Headline, Phrase, Tone
from reports.deck.story import misses

_ACTIONS = "actions."
_SLIDE_OF = {
    "renewal": "investment",
    "seats_few": "usage",
    "seats_many": "usage",
    "growth": "usage",
    "seasonal": "usage",
}
"""Where the evidence of an action stands, where it is not called after its slide."""
_FEW_SEATS = 0.7
_MANY_SEATS = 0.95
_RENEWAL_NEAR_DAYS = 180
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


def recommendations(desk: Desk, story: tuple[Headline, ...]) -> tuple[Recommendation, ...]:
    """Every action that a rule asks for, the most pressing first; else what use suggests."""
    answers = [item for headline in misses(story) for item in _answer(desk, headline)]
    found = (*answers, *_seats(desk), *_renewal(desk)) or _use(desk, story)
    return _with_chosen(desk, found)


def _with_chosen(desk: Desk, found: Sequence[Recommendation]) -> tuple[Recommendation, ...]:
    """Actions that were agreed on stand first, also where no rule asks for them any more."""
    chosen = desk.view.chosen
    kept = [replace(item, is_chosen=True) for item in found if item.rule in chosen]
    asked = {item.rule for item in found}
    earlier = [
        Recommendation(
            _SLIDE_OF.get(rule, rule),
            desk.phrase(_ACTIONS + rule),
            desk.phrase("evidence.agreed"),
            is_chosen=True,
        )
        for rule in chosen
        if rule not in asked and desk.words.has(_ACTIONS + rule)
    ]
    return (*kept, *earlier, *(item for item in found if item.rule not in chosen))


def next_step(desk: Desk, headline: Headline) -> str:
    """The action that answers a slide's own headline; empty where none is asked for."""
    found = _answer(desk, headline)
    return desk.say("next_step", {"action": found[0].action.text}) if found else ""


def _answer(desk: Desk, headline: Headline) -> list[Recommendation]:
    key = f"actions.{headline.slide}"
    if headline.tone is not Tone.BAD or not desk.words.has(key):
        return []
    return [Recommendation(headline.slide, desk.phrase(key), headline.title)]


def _use(desk: Desk, story: tuple[Headline, ...]) -> tuple[Recommendation, ...]:
    """Growing use is worth understanding, and a fall by the season worth a second look."""
    return tuple(
        Recommendation("usage", desk.phrase(_USE_ACTIONS[item.title.rule]), item.title)
        for item in story
        if item.title.rule in _USE_ACTIONS
    )


def _seats(desk: Desk) -> list[Recommendation]:
    seats = desk.get("seats_used")
    if seats.value is None or _FEW_SEATS <= seats.value < _MANY_SEATS:
        return []
    rule = "few" if seats.value < _FEW_SEATS else "many"
    used, paid = desk.part(seats, "numerator"), desk.part(seats, "denominator")
    values = {"share": desk.figure(seats), "used": used, "paid": paid}
    action = desk.phrase(f"actions.seats_{rule}")
    return [Recommendation("usage", action, desk.phrase("evidence.seats", values))]


def _renewal(desk: Desk) -> list[Recommendation]:
    renewal = desk.view.renewal
    if renewal is None:
        return []
    days = (renewal.day - desk.period.valuation_date).days
    if not 0 < days <= _RENEWAL_NEAR_DAYS:
        return []
    values = {
        "day": desk.formats.day(renewal.day),
        "days": desk.tally(days, "contracts"),
    }
    rule = "evidence.renewal_inferred" if renewal.basis == "inferred" else "evidence.renewal"
    return [Recommendation("investment", desk.phrase("actions.renewal"), desk.phrase(rule, values))]
