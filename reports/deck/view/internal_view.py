"""What an account review may say beside what the client may see: a type of its own.

Everything that must never reach the client is held here and nowhere in `client_view`.
"""

from dataclasses import dataclass
from datetime import date

from reports.client import ClientLogo, KpiBook, Restated, RowFault
from reports.deck.slide_context import Phrase
from reports.deck.view.client_view import ClientView
from transforms.clients.people import Stakeholder
from transforms.clients.relationship import Relationship
from transforms.clients.setbacks import Setback
from transforms.renewals.offers import Outcome
from transforms.renewals.requests import RenewalRequest
from transforms.renewals.value import Course
from transforms.sales.deals import Deal
from transforms.service.delivery_tasks import BlockedTask
from transforms.signals import Signal


@dataclass(frozen=True)
class OffTarget:
    """What the client's own deck says of a target that was missed, the worst first; then what else
    has an action there."""

    slide: str
    text: str
    """As a row: its title, or in the fewer words of a clause."""
    clause: Phrase
    """As a title ends."""
    is_bad: bool
    """Else it was reached in part."""
    step: str = ""
    due: date | None = None
    """What the deck says is done about it, and until when; empty and None where nothing."""
    owner: str = ""
    """Whose it is there."""
    decide: date | None = None
    """Until when the client is asked to decide on it, of what it is asked first."""
    is_major: bool = False
    """Whether more than some of what was aimed at was missed, or use falls."""


@dataclass(frozen=True)
class RenewalCase:
    """The renewal's arithmetic, as in the renewal workbook. Money in minor units a year."""

    price_minor: int | None
    probability: float | None
    margin_floor: float
    course: Course
    """How price, cost and loyalty run over the years that options are compared over."""
    request: RenewalRequest | None
    is_more_asked: bool
    """Whether the workbook has a request that the CRM has not: somebody typed it."""
    is_doubted: bool
    """Whether somebody holds the renewal at today's price for less likely than is usual."""
    outcomes: tuple[Outcome, ...]
    """Empty without price or cost."""


@dataclass(frozen=True)
class InternalView:
    """An account review: what the client sees, and what only we may know."""

    shown: ClientView
    figures: KpiBook
    relationship: Relationship
    signals: tuple[Signal, ...]
    """The most urgent first."""
    planned_meetings: int
    """In the quarter, by the client's tier."""
    stakeholders: tuple[Stakeholder, ...]
    deals: tuple[Deal, ...]
    lost_deals: tuple[Deal, ...]
    """Those lost in the period, the dearest first."""
    products_without: tuple[str, ...]
    """Products on the price list that the client does not subscribe to."""
    blocked: tuple[BlockedTask, ...]
    negotiated_days: int
    """How long before a renewal its negotiation begins."""
    renewal: RenewalCase | None
    """None where no renewal lies in the policy's window."""
    request: RenewalRequest | None
    """The last one for the next renewal that is known on the day of the data, be its negotiation
    open at the period's end or not."""
    lost_renewal: RenewalRequest | None
    """What who left asked for at the renewal that was lost, the last time."""
    seats_idle: float
    """The share of seats in use under which fewer may be renewed."""
    begins: date | None
    """When the first contract begins of who is no client yet."""
    setbacks: tuple[Setback, ...]
    """What went wrong by the client's own deck, the gravest first."""
    client_deck: str
    """Why the client gets no deck of its own; empty where it does."""
    left_out: tuple[tuple[str, str], ...]
    """Slides that the client's deck lacks, and the reason of each."""
    found: tuple[OffTarget, ...]
    """What is off target in the client's own deck: the slide, and its title."""
    faults: tuple[RowFault, ...]
    logo: ClientLogo | None
    restated: tuple[Restated, ...]
    unplaced: tuple[str, ...]
    """Slides that the manager's commentary is for, and that this edition lacks."""
