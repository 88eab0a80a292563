"""What is to happen to a client, told in parameters."""

from dataclasses import dataclass, field
from datetime import date

from samples.days import FIRST_DAY


@dataclass(frozen=True)
class Place:
    """Where a client is and how it reads and pays."""

    locale: str
    country: str
    city: str
    currency: str


MEXICO = Place("es-MX", "MX", "Ciudad de México", "MXN")
MONTERREY = Place("es-MX", "MX", "Monterrey", "MXN")
GUADALAJARA = Place("es-MX", "MX", "Guadalajara", "MXN")
MADRID = Place("es-ES", "ES", "Madrid", "EUR")
VALENCIA = Place("es-ES", "ES", "Valencia", "EUR")
CHICAGO = Place("en-US", "US", "Chicago", "USD")
DENVER = Place("en-US", "US", "Denver", "USD")
LONDON = Place("en-GB", "GB", "London", "USD")
BRISTOL = Place("en-GB", "GB", "Bristol", "EUR")
OSAKA = Place("en-US", "JP", "Osaka", "JPY")


@dataclass(frozen=True)
class Service:
    """How a client fares with support. Times are typical business minutes."""

    tickets_a_month: float = 3.0
    reply_minutes: int = 75
    critical_minutes: int = 260
    critical_share: float = 0.18
    complaint_share: float = 0.04
    csat_share: float = 0.5
    csat_good: float = 0.85
    left_open: float = 0.04
    """Share of the last two months' tickets that nobody has solved yet."""


@dataclass(frozen=True)
class Mood:
    """NPS answers a quarter, and how they fall; a year ago promoters were `before` more."""

    answers: int = 8
    promoters: float = 0.5
    detractors: float = 0.15
    before: float = 0.0


@dataclass(frozen=True)
class Use:
    """Events a seat and week; the last four weeks and the year's trend as factors."""

    events_a_seat: float = 22.0
    last_weeks: float = 1.02
    a_year: float = 1.08
    seats_used: float = 0.82


@dataclass(frozen=True)
class Delivery:
    """Project tasks of the showcase quarter."""

    milestones: int = 5
    late: int = 1
    open_late: int = 0
    blocked_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Renewal:
    """A discount that a client asks for."""

    discount: str
    reason: str
    competitor: str = ""
    probabilities: tuple[str, str, str] = ("0.80", "0.88", "0.90")


@dataclass(frozen=True)
class Risk:
    """What the manager has noted of a client, in its language."""

    kind: str
    text: str
    subject: str
    noted: date
    due: date | None = None
    closed: date | None = None


@dataclass(frozen=True)
class Plan:
    """What is to happen to one client between April 2024 and September 2026."""

    name: str
    place: Place = MEXICO
    industry: str = "Logistics"
    segment: str = "Business"
    tier: str = "Gold"
    manager: int = 0
    starts: date = FIRST_DAY
    seats: int = 60
    seat_steps: tuple[tuple[date, int], ...] = ()
    away: tuple[tuple[date, date | None], ...] = ()
    """Stretches `[from, until)` without subscriptions; until None: gone."""
    extras: tuple[str, ...] = ()
    percent_off: int = 0
    bills_yearly: bool = False
    projects_only: bool = False
    visits: bool = False
    stops_paying: date | None = None
    """Invoices issued from this day on stay unpaid."""
    pays_late_days: int = 0
    cost_shares: tuple[float, float] = (0.33, 0.11)
    """Cost of sales and cost to serve over revenue."""
    payment_days: int = 30
    subsidiaries: tuple[tuple[str, Place], ...] = ()
    special: frozenset[str] = frozenset()
    """Single oddities: metered, trial, unpaid, past_due, refund, no_cost_month, no_contract,
    seats_only."""
    service: Service | None = field(default_factory=Service)
    mood: Mood | None = field(default_factory=Mood)
    use: Use | None = field(default_factory=Use)
    delivery: Delivery | None = field(default_factory=Delivery)
    meetings_a_quarter: int = 3
    contract_ends: date = date(2027, 4, 1)
    renewal: Renewal | None = None
    risks: tuple[Risk, ...] = ()
    lessons: bool = False
    """Whether missed commitments have a recorded cause and action."""
