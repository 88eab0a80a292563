"""The named clients: each is a story that an account manager knows, told in parameters."""

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


@dataclass(frozen=True)
class Mood:
    """NPS answers a quarter, and how they fall."""

    answers: int = 8
    promoters: float = 0.5
    detractors: float = 0.15


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
    payment_days: int = 30
    subsidiaries: tuple[tuple[str, Place], ...] = ()
    special: frozenset[str] = frozenset()
    """Single oddities: metered, trial, unpaid, past_due, refund, no_cost_month, no_contract."""
    service: Service | None = field(default_factory=Service)
    mood: Mood | None = field(default_factory=Mood)
    use: Use | None = field(default_factory=Use)
    delivery: Delivery | None = field(default_factory=Delivery)
    meetings_a_quarter: int = 3
    contract_ends: date = date(2027, 4, 1)
    renewal: Renewal | None = None
    lessons: bool = False
    """Whether missed commitments have a recorded cause and action."""


LONG_NAME = (
    "Asociación Interterritorial de Cooperativas Agroalimentarias y Ganaderas "
    "del Valle Alto y la Sierra de Montesclaros, SCA"
)

NAMED: tuple[Plan, ...] = (
    Plan(
        "Grupo Logístico Almadén",
        segment="Corporate",
        tier="Platinum",
        seats=180,
        extras=("LUM-ANALYTICS", "LUM-SUPPORT"),
        service=Service(11.0, 460, 1150, 0.38, 0.3, 0.7, 0.35),
        mood=Mood(18, 0.15, 0.55),
        use=Use(18.0, 0.95, 0.98, 0.71),
        delivery=Delivery(6, 2, 1, ("Soporte",)),
        meetings_a_quarter=4,
        contract_ends=date(2027, 2, 1),
        lessons=True,
    ),
    Plan(
        "Textiles Ferrovía",
        MADRID,
        "Textiles",
        "Corporate",
        "Gold",
        manager=1,
        seats=140,
        extras=("LUM-ANALYTICS",),
        percent_off=5,
        mood=Mood(12, 0.42, 0.17),
        contract_ends=date(2027, 1, 1),
        renewal=Renewal("0.25", "precio", "Quantia Suite", ("0.70", "0.85", "0.90")),
        meetings_a_quarter=5,
    ),
    Plan(
        "Brightwater Foods",
        CHICAGO,
        "Food & Beverage",
        "Corporate",
        "Platinum",
        manager=2,
        seats=120,
        extras=("LUM-ANALYTICS", "LUM-SUPPORT"),
        mood=Mood(14, 0.36, 0.29),
        delivery=Delivery(11, 2, 4, ("Integrations", "Legal")),
        meetings_a_quarter=6,
        contract_ends=date(2027, 3, 1),
        lessons=True,
    ),
    Plan(
        "Clínicas Santa Aurelia",
        MONTERREY,
        "Healthcare",
        seats=150,
        tier="Gold",
        use=Use(24.0, 0.7, 0.78, 0.52),
        mood=Mood(10, 0.3, 0.3),
        meetings_a_quarter=1,
        contract_ends=date(2027, 2, 15),
    ),
    Plan(LONG_NAME, VALENCIA, "Agriculture", manager=1, seats=75, tier="Silver"),
    Plan(
        "Talleres Ocotlán",
        GUADALAJARA,
        "Manufacturing",
        tier="Silver",
        starts=date(2026, 9, 1),
        seats=25,
        service=Service(4.0),
        mood=None,
        delivery=Delivery(2, 0),
        meetings_a_quarter=2,
        contract_ends=date(2027, 9, 1),
    ),
    Plan(
        "Bodegas Peñarrubia",
        MADRID,
        "Wine & Spirits",
        manager=1,
        seats=40,
        tier="Silver",
        service=None,
        special=frozenset({"no_contract"}),
    ),
    Plan("Harbourline Freight", BRISTOL, "Transportation", manager=2, seats=95, mood=None),
    Plan(
        "Papelera del Bajío",
        GUADALAJARA,
        "Paper & Packaging",
        seats=70,
        away=((date(2026, 5, 1), None),),
        meetings_a_quarter=1,
        contract_ends=date(2026, 5, 1),
    ),
    Plan(
        "Muebles Arrayán",
        MONTERREY,
        "Furniture",
        seats=55,
        tier="Silver",
        away=((date(2025, 10, 1), date(2026, 7, 1)),),
        contract_ends=date(2027, 7, 1),
    ),
    Plan(
        "Consultores Riva Plata",
        MEXICO,
        "Consulting",
        tier="Silver",
        projects_only=True,
        use=None,
        mood=Mood(3, 0.34, 0.33),
        delivery=Delivery(3, 1),
        special=frozenset({"no_contract"}),
    ),
    Plan(
        "Summit Ridge Outfitters",
        DENVER,
        "Retail",
        manager=2,
        starts=date(2024, 5, 1),
        seats=85,
        bills_yearly=True,
        percent_off=10,
        contract_ends=date(2027, 5, 1),
    ),
    Plan(
        "Kazehana Robotics K.K.",
        OSAKA,
        "Robotics",
        "Corporate",
        manager=2,
        seats=110,
        extras=("LUM-ANALYTICS",),
        seat_steps=((date(2026, 8, 15), 125),),
        contract_ends=date(2027, 3, 16),
        renewal=Renewal("0.10", "presupuesto"),
    ),
    Plan(
        "Supermercados La Huerta",
        MEXICO,
        "Retail",
        "Corporate",
        seats=160,
        visits=True,
        service=Service(6.0),
        mood=Mood(16, 0.5, 0.19),
    ),
    Plan(
        "Editorial Tres Cantos",
        MADRID,
        "Publishing",
        manager=1,
        seats=90,
        seat_steps=((date(2026, 1, 1), 64), (date(2026, 7, 1), 38)),
        use=Use(20.0, 0.93, 0.8, 0.9),
        mood=Mood(9, 0.33, 0.22),
        contract_ends=date(2027, 1, 1),
        renewal=Renewal("0.15", "reducción de plantilla"),
    ),
    Plan(
        "Corporativo Altamira Norte",
        MONTERREY,
        "Conglomerate",
        "Corporate",
        "Platinum",
        seats=210,
        extras=("LUM-ANALYTICS", "LUM-SUPPORT"),
        subsidiaries=(("Altamira Foods Inc.", CHICAGO), ("Altamira Ibérica, S.L.", VALENCIA)),
        mood=Mood(22, 0.55, 0.14),
        meetings_a_quarter=6,
        contract_ends=date(2028, 1, 1),
    ),
    Plan("Distribuidora Mezquital", GUADALAJARA, "Wholesale", seats=80, pays_late_days=12),
    Plan(
        "Cerámicas Montealbor",
        VALENCIA,
        "Manufacturing",
        manager=1,
        seats=65,
        special=frozenset({"no_cost_month"}),
    ),
    Plan(
        "Northgate Insurance Services",
        LONDON,
        "Insurance",
        "Corporate",
        "Platinum",
        manager=2,
        seats=150,
        seat_steps=((date(2025, 4, 1), 190), (date(2026, 2, 1), 240), (date(2026, 8, 1), 275)),
        extras=("LUM-ANALYTICS",),
        subsidiaries=(("Northgate Iberia Servicios, S.L.", MADRID),),
        service=Service(7.0, 40, 180, 0.15, 0.01, 0.6, 0.94),
        mood=Mood(40, 0.68, 0.08),
        use=Use(24.0, 1.09, 1.22, 0.93),
        delivery=Delivery(8, 0),
        meetings_a_quarter=7,
        contract_ends=date(2027, 12, 1),
    ),
    Plan(
        "Agrícola Tres Ríos",
        GUADALAJARA,
        "Agriculture",
        seats=45,
        tier="Silver",
        special=frozenset({"metered", "trial"}),
        pays_late_days=5,
    ),
    Plan(
        "Constructora Peñón Blanco",
        MONTERREY,
        "Construction",
        seats=130,
        special=frozenset({"past_due"}),
        stops_paying=date(2026, 5, 15),
        pays_late_days=25,
        use=Use(19.0, 0.97, 1.0, 0.75),
        contract_ends=date(2027, 3, 31),
    ),
    Plan(
        "Lakeshore Pediatrics",
        CHICAGO,
        "Healthcare",
        manager=2,
        seats=50,
        special=frozenset({"unpaid", "refund"}),
        renewal=Renewal("0.08", "presupuesto"),
        contract_ends=date(2026, 12, 1),
    ),
)
"""In order of importance: a small company has the first of them."""

HELD = 16
"""Position of the client whose invoice does not add up, where the company is that large."""
