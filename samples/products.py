"""The price list of the sample company, a maker of operations software."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Product:
    """`list_price_minor` is for one unit a year."""

    product_id: str
    name: str
    list_price_minor: int
    currency: str
    is_recurring: bool


PRODUCTS = (
    Product("LUM-CORE", "Lumbrera Core", 42_000_000, "MXN", True),
    Product("LUM-SEAT", "Lumbrera Usuarios", 960_000, "MXN", True),
    Product("LUM-ANALYTICS", "Lumbrera Analítica", 14_400_000, "MXN", True),
    Product("LUM-SUPPORT", "Soporte prioritario", 9_600_000, "MXN", True),
    Product("LUM-API", "Consumo de API", 1_200, "MXN", False),
    Product("LUM-SETUP", "Implantación", 18_000_000, "MXN", False),
    Product("LUM-TRAINING", "Formación", 2_400_000, "MXN", False),
    Product("LUM-VISIT", "Visita a tienda", 600_000, "MXN", False),
)
