"""What calls for action, as a row of the signals' page and as the card of the summary."""

from dataclasses import dataclass
from datetime import date

from reports.deck.review.internal_context import InternalContext
from reports.deck.slide_context import Tone, Value
from reports.deck.turns import within_a_week
from transforms.signals import (
    Severity,
    Signal,
    complaints,
    dissatisfied,
    falling_use,
    internal_bottleneck,
    is_mild,
)

_PLANNED = {
    falling_use.SPEC.id: "usage",
    dissatisfied.SPEC.id: "satisfaction",
    complaints.SPEC.id: "satisfaction",
    internal_bottleneck.SPEC.id: "delivery",
}
TONES = {Severity.ALERT: Tone.BAD, Severity.WATCH: Tone.FLAT, Severity.CHANCE: Tone.GOOD}


@dataclass(frozen=True)
class Matter:
    """One of them: the most urgent is what cover and summary tell."""

    severity: Severity
    name: str
    told: Value
    """As a title ends."""
    evidence: tuple[str, ...]
    steps: tuple[str, ...]
    owner: str
    day: date
    big: str
    """On the summary's card, with what stands under it; `short` where that has no room."""
    lead: str = ""
    short: str = ""
    slide: str = "signals"
    """Where more about it stands."""
    about: str = ""
    """The page of the client's deck that it is about."""
    decide: date | None = None
    """Until when the client is asked to decide on it there."""
    is_mild: bool = False

    @property
    def is_warning(self) -> bool:
        """Whether it goes before a class that asks for something and a score that fell."""
        return self.severity is not Severity.CHANCE and not self.is_mild


def slide_of(signal: Signal) -> str:
    """The page of the client's deck whose action answers a signal; empty where none does."""
    return _PLANNED.get(signal.kind, "")


def slides_told(context: InternalContext) -> set[str]:
    """The pages of the client's deck that signals tell of, mild ones apart."""
    return {slide_of(signal) for signal in context.inside.signals if not is_mild(signal)}


def decided(context: InternalContext, slide: str) -> date | None:
    """Until when the client is asked to decide on that action, where its deck says so."""
    found = (item for item in context.inside.found if slide and item.slide == slide and item.due)
    return next((item.decide for item in found), None)


def owned(context: InternalContext, slide: str) -> tuple[str, date]:
    """Whose an action on what a page of the client's deck shows is, and until when: as in that
    deck's plan, where it has one; else the manager's, within a week."""
    view, day = context.view, within_a_week(context)
    owner = view.manager_name or view.company_name
    for item in context.inside.found:
        if slide and item.slide == slide and item.due:
            return item.owner or owner, item.due
    return owner, day


def kicker(context: InternalContext, slide: str) -> str:
    """What a page of the client's deck is called here, where nobody speaks to the client."""
    return context.say("signals.goals" if slide == "goals" else f"kickers.{slide}")
