"""Those the sample company buys from and sells through."""

from dataclasses import replace
from decimal import Decimal

from samples.records.parties import Partner

_NOW = (
    Partner(
        *("P-001", "2026-Q3", "Nubalia Hosting", "supplier", "Alojamiento", 41_250_000, "MXN"),
        *(Decimal("0.995"), Decimal("0.987"), 3, True),
    ),
    Partner(
        *("P-002", "2026-Q3", "Señal Norte", "supplier", "Mensajería SMS", 6_480_050, "MXN"),
        *(Decimal("0.98"), Decimal("0.985"), 1, True),
    ),
    Partner(
        *("P-003", "2026-Q3", "Ostrava Integrations", "implementer", "Puesta en marcha"),
        *(1_830_000, "EUR", Decimal("0.9"), Decimal("0.84"), 2, False),
    ),
    Partner(
        *("P-004", "2026-Q3", "Meridian Channel", "reseller", "Venta en Estados Unidos"),
        *(2_275_500, "USD", Decimal("0.9"), Decimal("0.95"), 0, False),
    ),
)
_BEFORE = ("0.991", "0.97", "0.93", "0.92")
"""What each reached the quarter before."""


def partners() -> list[Partner]:
    """Four of them, one of each class, over two quarters."""
    earlier = [
        replace(partner, quarter="2026-Q2", reached=Decimal(reached))
        for partner, reached in zip(_NOW, _BEFORE, strict=True)
    ]
    return [*earlier, *_NOW]
