"""What each product brought in a year and in the one before: in units and in money."""

from collections.abc import Iterable
from dataclasses import dataclass

from transforms.billing.invoiced_lines import InvoicedLine
from transforms.core.money import to_major


@dataclass(frozen=True)
class ProductYear:
    """One product of one client in twelve months, in its currency, major units."""

    units: float | None
    """Sum of the lines' quantities; None where a line does not tell it, or has none above 0."""
    net: float


@dataclass(frozen=True)
class ProductChange:
    """One product in two years on end."""

    product: str
    before: ProductYear
    now: ProductYear

    @property
    def is_split(self) -> bool:
        """Whether its change is one of price and of volume: sold by unit in both years."""
        return bool(self.before.units and self.now.units)


_NOTHING = ProductYear(None, 0.0)


def product_changes(
    before: Iterable[InvoicedLine], now: Iterable[InvoicedLine], digits: int
) -> tuple[ProductChange, ...]:
    """By product, the largest change first; credit notes stand under no product.

    Lines in a currency without a rate are in neither year. `digits` of the client's currency.
    """
    earlier, later = _years(before, digits), _years(now, digits)
    found = [
        ProductChange(name, earlier.get(name, _NOTHING), later.get(name, _NOTHING))
        for name in sorted({*earlier, *later})
    ]
    return tuple(sorted(found, key=lambda item: -abs(item.now.net - item.before.net)))


def nets_of(changes: Iterable[ProductChange]) -> tuple[float, float]:
    """What several products brought together in the year before and in this one."""
    both = [(item.before.net, item.now.net) for item in changes]
    return sum(before for before, _ in both), sum(now for _, now in both)


def _years(lines: Iterable[InvoicedLine], digits: int) -> dict[str, ProductYear]:
    units: dict[str, list[float | None]] = {}
    net: dict[str, float] = {}
    for line in lines:
        if line.rate is None:
            continue
        name = "" if line.document_kind == "credit_note" else line.product_label
        major = float(to_major(line.net_minor, line.currency)) * line.rate
        net[name] = net.get(name, 0.0) + major
        units.setdefault(name, []).append(line.quantity)
    return {
        name: ProductYear(_together(units[name], name), round(net[name], digits)) for name in net
    }


def _together(quantities: list[float | None], product: str) -> float | None:
    known = [quantity for quantity in quantities if quantity is not None]
    if not product or len(known) < len(quantities) or sum(known) <= 0:
        return None
    return sum(known)
