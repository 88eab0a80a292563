"""What comes first of a client, as every page of its review tells it."""

from dataclasses import dataclass
from datetime import date

from reports.deck.exhibits.cards import Card, Fact
from reports.deck.slide_context import Tone, Value


@dataclass(frozen=True)
class Concern:
    """What comes first: as the title ends, as a card, and what is done about it."""

    told: Value
    big: str
    lead: str
    slide: str
    """Where more about it stands."""
    step: str
    tone: Tone = Tone.BAD
    short: str = ""
    due: date | None = None
    """Until when the step is to be done, where the client's deck names a day."""
    owner: str = ""
    """Whose it is there; empty where the manager's."""
    decide: date | None = None
    """Until when the client is asked to decide on it there."""

    def card(self, label: str, facts: tuple[Fact, ...]) -> Card:
        return Card(label, self.big, self.lead, facts, self.slide, self.tone, short=self.short)
