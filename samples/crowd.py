"""Clients without a story of their own: any number of them, drawn from the seed."""

from datetime import date
from random import Random

from samples.cast import NAMED
from samples.days import FIRST_DAY, add_months
from samples.plan import (
    CHICAGO,
    DENVER,
    GUADALAJARA,
    LONDON,
    MADRID,
    MEXICO,
    MONTERREY,
    OSAKA,
    VALENCIA,
    Delivery,
    Mood,
    Place,
    Plan,
    Renewal,
    Service,
    Use,
)

_SPANISH: tuple[tuple[str, str], ...] = (
    ("Transportes", "Transportation"),
    ("Industrias", "Manufacturing"),
    ("Alimentos", "Food & Beverage"),
    ("Grupo", "Conglomerate"),
    ("Comercial", "Wholesale"),
    ("Laboratorios", "Healthcare"),
    ("Autoservicios", "Retail"),
    ("Almacenes", "Retail"),
    ("Construcciones", "Construction"),
    ("Servicios", "Consulting"),
    ("Farmacias", "Retail"),
    ("Plásticos", "Manufacturing"),
    ("Editorial", "Publishing"),
)
_ENGLISH: tuple[tuple[str, str], ...] = (
    ("Foods", "Food & Beverage"),
    ("Freight", "Transportation"),
    ("Clinics", "Healthcare"),
    ("Outfitters", "Retail"),
    ("Systems", "Robotics"),
    ("Partners", "Consulting"),
    ("Holdings", "Conglomerate"),
)
"""What a client is called after, and its industry."""
_SPANISH_ROOTS = (
    *("Arroyo Seco", "Valdeluna", "San Telmo", "Cañada Verde", "Monteclaro", "Río Hondo"),
    *("El Encinar", "Piedra Alta", "La Noria", "Campo Real", "Las Jaras", "Puerto Viejo"),
    *("Sierra Parda", "Santa Lucía", "Vega Baja", "Los Alisos", "Torrealba", "Lomas del Sur"),
    *("Agua Clara", "Tres Palmas", "Mar de Fondo", "Villa Rosal", "El Tejar", "Nogales"),
)
_ENGLISH_ROOTS = (
    *("Cedar Hollow", "Fairbrook", "Stonemere", "Willow Creek", "Ashford Vale", "Bluff Point"),
    *("Eastmoor", "Copper Lane", "Hazelbrook", "Larkfield", "Millhaven", "Oakridge Park"),
    *("Pinecrest", "Redwater", "Silverton", "Thornbury", "Westlake", "Kingsmere"),
)
_PLACES = (
    *((MEXICO, 0), (MADRID, 1), (CHICAGO, 2), (GUADALAJARA, 0), (VALENCIA, 1), (MONTERREY, 0)),
    *((DENVER, 2), (LONDON, 2), (MEXICO, 0), (MADRID, 1), (OSAKA, 2)),
)
_MODULES: dict[str, tuple[str, ...]] = {
    "Transportation": ("LUM-ROUTES",),
    "Wholesale": ("LUM-ROUTES",),
    "Manufacturing": ("LUM-QUALITY", "LUM-SHIFTS"),
    "Robotics": ("LUM-QUALITY",),
    "Food & Beverage": ("LUM-QUALITY",),
    "Healthcare": ("LUM-SHIFTS",),
    "Retail": ("LUM-SHIFTS",),
    "Construction": ("LUM-SHIFTS",),
    "Consulting": ("LUM-CASES",),
    "Publishing": ("LUM-CASES",),
    "Conglomerate": ("LUM-CASES",),
}
"""What a line of business buys beside the platform."""


def plan_of(number: int, seed: int) -> Plan:
    """The plan of the company's client at this position, counted from 1."""
    if number <= len(NAMED):
        return NAMED[number - 1]
    rng = Random(f"{seed}:{number}:plan")
    order = number - len(NAMED) - 1
    place, manager = _PLACES[order % len(_PLACES)]
    name, industry = _called(order, place)
    starts = add_months(FIRST_DAY, rng.choice((0, 0, 0, 2, 6, 11, 17)))
    seats = rng.randrange(20, 160)
    return Plan(
        name,
        place,
        industry,
        segment=rng.choice(("Business", "Business", "Corporate")),
        tier=rng.choice(("Platinum", "Gold", "Gold", "Silver", "Silver")),
        manager=manager,
        starts=starts,
        seats=seats,
        seat_steps=_steps(rng, seats),
        extras=rng.choice(((), ("LUM-ANALYTICS",), ("LUM-SUPPORT",), _MODULES[industry])),
        percent_off=rng.choice((0, 0, 0, 5, 10, 15)),
        bills_yearly=rng.random() < 0.15,
        pays_late_days=rng.choice((0, 0, 4, 10, 35)),
        cost_shares=(rng.uniform(0.26, 0.42), rng.uniform(0.07, 0.16)),
        payment_days=rng.choice((15, 30, 30, 45, 60)),
        service=Service(rng.uniform(1.0, 5.0), rng.randrange(40, 240), rng.randrange(120, 700)),
        mood=Mood(rng.randrange(0, 20), rng.uniform(0.3, 0.6), rng.uniform(0.05, 0.3), 0.05),
        use=Use(rng.uniform(14, 30), rng.uniform(0.85, 1.1), rng.uniform(0.9, 1.2)),
        delivery=Delivery(rng.randrange(3, 8), rng.randrange(0, 3)),
        meetings_a_quarter=rng.randrange(1, 6),
        contract_ends=add_months(FIRST_DAY, rng.randrange(31, 48)),
        renewal=Renewal("0.12", "presupuesto") if rng.random() < 0.1 else None,
        lessons=rng.random() < 0.5,
    )


def _called(order: int, place: Place) -> tuple[str, str]:
    """Name and industry. No two alike: first the kind of business turns, then the root, then a
    branch number."""
    if place.locale.startswith("es"):
        root_turn, kind = divmod(order, len(_SPANISH))
        branch, root = divmod(root_turn, len(_SPANISH_ROOTS))
        word, industry = _SPANISH[kind]
        name = f"{word} {_SPANISH_ROOTS[root]}"
    else:
        root_turn, kind = divmod(order, len(_ENGLISH))
        branch, root = divmod(root_turn, len(_ENGLISH_ROOTS))
        word, industry = _ENGLISH[kind]
        name = f"{_ENGLISH_ROOTS[root]} {word}"
    return (f"{name} {branch + 1}" if branch else name), industry


def _steps(rng: Random, seats: int) -> tuple[tuple[date, int], ...]:
    if rng.random() < 0.5:
        return ()
    when = add_months(FIRST_DAY, rng.randrange(20, 30))
    return ((when, max(10, seats + rng.randrange(-20, 35))),)
