"""The price list of the sample company, a maker of operations software."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Product:
    """`list_price_minor` is for one unit a year."""

    product_id: str
    name: str
    english: str
    list_price_minor: int
    currency: str
    is_recurring: bool


PRODUCTS = (
    Product("LUM-CORE", "Lumbrera Core", "Lumbrera Core", 42_000_000, "MXN", True),
    Product("LUM-SEAT", "Lumbrera Usuarios", "Lumbrera Users", 960_000, "MXN", True),
    Product("LUM-ANALYTICS", "Lumbrera Analítica", "Lumbrera Analytics", 14_400_000, "MXN", True),
    Product("LUM-ROUTES", "Lumbrera Rutas", "Lumbrera Routes", 18_000_000, "MXN", True),
    Product("LUM-QUALITY", "Lumbrera Calidad", "Lumbrera Quality", 12_600_000, "MXN", True),
    Product("LUM-SHIFTS", "Lumbrera Turnos", "Lumbrera Shifts", 7_800_000, "MXN", True),
    Product("LUM-CASES", "Lumbrera Expedientes", "Lumbrera Cases", 16_200_000, "MXN", True),
    Product("LUM-SUPPORT", "Soporte prioritario", "Priority Support", 9_600_000, "MXN", True),
    Product("LUM-API", "Consumo de API", "API Usage", 1_200, "MXN", False),
    Product("LUM-SETUP", "Implantación", "Implementation", 18_000_000, "MXN", False),
    Product("LUM-TRAINING", "Formación", "Training", 2_400_000, "MXN", False),
    Product("LUM-VISIT", "Visita a tienda", "Store Visit", 600_000, "MXN", False),
)
