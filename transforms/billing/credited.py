"""What credit notes took off, told apart from what products were invoiced."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from transforms.billing.invoiced_parts import InvoicedPart
from transforms.core.periods import Period

Parts = Sequence[InvoicedPart]


@dataclass(frozen=True)
class Credits:
    """The credit notes behind a change between two quarters."""

    moved: int
    """What of the change is theirs."""
    parts: tuple[InvoicedPart, ...]
    """What was credited in the quarter that made the change: the one before where more was
    invoiced after them."""
    products: tuple[str, ...]
    """Those whose change is told without them."""


def credits_between(parts: Parts, period: Period) -> Credits:
    """The credit notes behind what changed since the period before, of products that changed the
    same way: what was credited and invoiced anew is no change of theirs.

    >>> quarter = Period.parse("2026-Q3")
    >>> first, last = quarter.previous.months[0], quarter.months[0]
    >>> parts = [InvoicedPart(first, "A", 300), InvoicedPart(last, "A", 250, -60)]
    >>> found = credits_between(parts, quarter)
    >>> found.moved, [part.minor for part in found.parts]
    (-60, [250])
    >>> anew = InvoicedPart(last, "A", 300, -60)
    >>> credits_between([parts[0], anew], quarter).moved
    0
    """
    moved: dict[str, int] = {}
    for name in {part.product for part in parts if part.credited_minor}:
        now, before = (
            [part for part in parts if part.product == name and part.month in each.months]
            for each in (period, period.previous)
        )
        minor = sum(part.minor for part in now) - sum(part.minor for part in before)
        credited = credited_of(now) - credited_of(before)
        if minor * credited > 0:
            moved[name] = credited
    whole = sum(moved.values())
    months = (period if whole < 0 else period.previous).months
    behind = [part for part in parts if part.product in moved and part.month in months]
    kept = tuple(part for part in behind if part.credited_minor)
    return Credits(whole, kept, tuple(sorted(moved)))


def credited_of(parts: Parts) -> int:
    """What credit notes took off, below 0."""
    return sum(part.credited_minor for part in parts)


def before_credit(parts: Parts, *products: str) -> list[InvoicedPart]:
    """The parts, those of these products as they were before credit notes."""
    return [
        replace(part, minor=part.minor - part.credited_minor, credited_minor=0)
        if part.product in products
        else part
        for part in parts
    ]
