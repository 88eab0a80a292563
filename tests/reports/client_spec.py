"""A test client as its test describes it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from transforms.core.periods import Period
from transforms.core.policy import Policy

QUARTER = Period.quarter(2026, 3)
POLICY = Policy(company_name="Nubalia Servicios", holiday_country="", time_zone="UTC")

Rows = list[dict[str, object]]


@dataclass(frozen=True)
class Client:
    """What a test says about a client; everything else follows by rule."""

    name: str = "Grupo Aurora Salud"
    language: str = "es"
    locale: str = "es-MX"
    currency: str = "MXN"
    months: int = 15
    invoice_major: int = 84_000
    accounts: Sequence[str] = ("a1",)
    products: Sequence[str] = ("Plataforma", "Analítica", "Soporte")
    use_trend: float = -0.18
    weeks_from: int | None = None
    """The weekday on which weeks of use begin, 0 for Monday; by the day without one."""
    response_hours: float = 1.8
    late_critical: int = 2
    nps_scores: Sequence[int] = (10, 9, 10, 9, 9, 10, 8, 7, 9, 10, 5, 3)
    subscriptions: int = 1
    milestones: int = 6
    commitments: Sequence[str] = ("done", "done", "done", "done", "done", "moved")
    plans: int = 4
    goals: Sequence[tuple[str, str, float, float | None, str]] = (
        ("Usuarios activos por semana", "count", 400, 432, "up"),
        ("Pedidos gestionados en línea", "percent", 75, 78, "up"),
        ("Tiempo de alta de un usuario", "hours", 24, 31, "down"),
    )
    people: int = 1
    deals: int = 1
    movements: Sequence[int] = ()
    """Monthly fees in major units: those above zero begin in August, the others end in it."""
    unpaid: int = 1
    """Months whose invoices are still open."""
    reviewed: bool = False
    """With the figures that only account reviews show."""
    without: Sequence[str] = ()
    policy: Policy = field(default=POLICY, hash=False)


def first_month(client: Client) -> Period:
    return QUARTER.months[-1].shift(1 - client.months)
