"""A client's invoiced parts added up, by month and by product."""

from collections.abc import Sequence

from transforms.billing.invoiced_parts import InvoicedPart
from transforms.core.periods import Period

Parts = Sequence[InvoicedPart]
_NEAR = 0.1
"""How far an invoice may be from twelve monthly fees and still be the year's."""
_LEVEL = 0.01
_YEARS_AT_MOST = 2
"""Invoices of a year that one year may have: the second where its term began anew."""
OF_WEIGHT = 0.25
"""The least share of a change that is told beside the part which leads it."""


def total_of(parts: Parts, *months: Period) -> int:
    """What was invoiced in the months, in minor units.

    >>> july, august = Period.parse("2026-07"), Period.parse("2026-08")
    >>> parts = [InvoicedPart(july, "A", 500), InvoicedPart(august, "A", 200)]
    >>> total_of(parts, july), total_of(parts, july, august)
    (500, 700)
    """
    return sum(part.minor for part in parts if part.month in months)


def amounts_of(parts: Parts, months: Sequence[Period], *products: str) -> list[int]:
    """What was invoiced of the products together, month by month."""
    ours = [part for part in parts if part.product in products]
    return [total_of(ours, month) for month in months]


def products_of(parts: Parts) -> list[str]:
    """The products' names, the most invoiced first."""
    sums: dict[str, int] = {}
    for part in parts:
        sums[part.product] = sums.get(part.product, 0) + abs(part.minor)
    return sorted(sums, key=lambda name: (-sums[name], name))


def by_product(parts: Parts, period: Period) -> dict[str, int]:
    """What was invoiced of each product in a period; 0 of those of other months."""
    return {name: sum(amounts_of(parts, period.months, name)) for name in products_of(parts)}


def months_paid(parts: Parts, period: Period) -> list[Period]:
    """The months with an amount, of the twelve that end with the period."""
    return [month for month in period.trailing_twelve.months if total_of(parts, month)]


def is_year_at_once(parts: Parts, period: Period, monthly_minor: int) -> bool:
    """Whether a single month of the twelve brought about a year's fees."""
    months, yearly = months_paid(parts, period), 12 * monthly_minor
    if len(months) != 1 or not yearly:
        return False
    return abs(total_of(parts, months[0]) - yearly) <= _NEAR * yearly


def are_years_invoiced(parts: Parts, period: Period, monthly_minor: int) -> bool:
    """Whether the last invoices of the products, each in a month or two of the twelve, bring about
    a year's fees or more: what differs between those months is no change.

    >>> quarter = Period.parse("2026-Q3")
    >>> _, august, september = quarter.months
    >>> parts = [InvoicedPart(august, "A", 700), InvoicedPart(september, "B", 500)]
    >>> are_years_invoiced(parts, quarter, 100), are_years_invoiced(parts[:1], quarter, 100)
    (True, False)
    """
    months = period.trailing_twelve.months
    running = [part for part in parts if not part.is_once and part.minor and part.month in months]
    last = {part.product: part.minor for part in sorted(running, key=lambda part: part.month.start)}
    is_seldom = len(running) <= _YEARS_AT_MOST * len(last)
    yearly = 12 * monthly_minor
    return is_seldom and bool(yearly) and sum(last.values()) >= (1 - _NEAR) * yearly


def is_paid_ahead(parts: Parts, period: Period, monthly_minor: int) -> bool:
    """Whether a year's fees or more were invoiced in the twelve months."""
    yearly = 12 * monthly_minor
    return bool(yearly) and total_of(parts, *period.trailing_twelve.months) >= yearly


def is_level_again(parts: Parts, period: Period) -> bool:
    """Whether the period before was the exception: what was invoiced in this one is within a
    hundredth of what was before it, and not by the chance of uneven months."""
    now, earlier = (total_of(parts, *each.months) for each in (period, period.shift(-2)))
    paid = [total for month in period.months if (total := total_of(parts, month))]
    is_even = all(abs(len(paid) * total - now) <= _NEAR * now for total in paid)
    return earlier > 0 and is_even and abs(now - earlier) < _LEVEL * earlier


def is_split(parts: Parts, period: Period) -> bool:
    """Whether it is known product by product what changed since the period before: a month
    without products is a fall of none.

    >>> quarter = Period.parse("2026-Q3")
    >>> first, last = quarter.previous.months[0], quarter.months[0]
    >>> parts = [InvoicedPart(first, "A", 300), InvoicedPart(last, "A", 300)]
    >>> is_split(parts, quarter), is_split([*parts, InvoicedPart(last, "", 100)], quarter)
    (True, False)
    """
    return by_product(parts, period).get("", 0) == by_product(parts, period.previous).get("", 0)


def driver_of(parts: Parts, period: Period) -> tuple[str, int, bool] | None:
    """The product whose amount moved most the way that the whole went since the period before, by
    how much, and whether it moved as much as the whole; None where products are not known."""
    moved = _moved(parts, period)
    if len(by_product(parts, period)) < 2 or not moved or not is_split(parts, period):
        return None
    whole = sum(moved.values())
    name = max(moved, key=lambda item: (moved[item] * (1 if whole > 0 else -1), item))
    return (name, moved[name], moved[name] == whole) if moved[name] * whole > 0 else None


def moved_against(parts: Parts, period: Period) -> tuple[str, int] | None:
    """The product that moved most against the way that the whole went, and by how much; None where
    none did.

    >>> quarter = Period.parse("2026-Q3")
    >>> first, last = quarter.previous.months[0], quarter.months[0]
    >>> parts = [InvoicedPart(first, "A", 300), InvoicedPart(last, "B", 400)]
    >>> moved_against(parts, quarter), moved_against(parts[1:], quarter)
    (('A', -300), None)
    """
    moved = _moved(parts, period)
    whole = sum(moved.values())
    rest = {name: minor for name, minor in moved.items() if minor * whole < 0}
    name = max(rest, key=lambda item: (abs(rest[item]), item), default="")
    return (name, rest[name]) if name else None


def also_moved(parts: Parts, period: Period, product: str) -> tuple[str, int] | None:
    """The product that moved most beside this one the way that the whole went, and by how much;
    None where that is less than a quarter of the whole.

    >>> quarter = Period.parse("2026-Q3")
    >>> first, last = quarter.previous.months[0], quarter.months[0]
    >>> parts = [InvoicedPart(first, "A", 300), InvoicedPart(first, "B", 100)]
    >>> also_moved([*parts, InvoicedPart(last, "B", 10)], quarter, "A")
    >>> also_moved([*parts, InvoicedPart(last, "A", 100)], quarter, "A")
    ('B', -100)
    """
    moved = _moved(parts, period)
    whole = sum(moved.values())
    rest = {name: minor for name, minor in moved.items() if name != product and minor * whole > 0}
    if not rest:
        return None
    name = max(rest, key=lambda item: (abs(rest[item]), item))
    return (name, rest[name]) if abs(rest[name]) >= OF_WEIGHT * abs(whole) else None


def _moved(parts: Parts, period: Period) -> dict[str, int]:
    now, before = by_product(parts, period), by_product(parts, period.previous)
    return {name: now[name] - before[name] for name in now if name}


def odd_month_before(parts: Parts, period: Period, product: str) -> Period | None:
    """The one month of the period before in which a product's amount was another than in every
    other month of both, and than in the month before it: the change is that month's, not the
    period's.

    >>> quarter = Period.parse("2026-Q3")
    >>> months = [*quarter.previous.months, *quarter.months]
    >>> parts = [InvoicedPart(month, "A", 100) for month in months]
    >>> odd_month_before(parts, quarter, "A")
    >>> parts[2] = InvoicedPart(months[2], "A", 40)
    >>> str(odd_month_before(parts, quarter, "A"))
    '2026-06'
    >>> lasting = [InvoicedPart(months[0].shift(-1), "A", 40), InvoicedPart(months[0], "A", 40)]
    >>> lasting += [InvoicedPart(month, "A", 100) for month in months[1:]]
    >>> odd_month_before(lasting, quarter, "A")
    """
    months = (*period.previous.months, *period.months)
    amounts = dict(zip(months, amounts_of(parts, months, product), strict=True))
    usual = amounts[months[-1]]
    others = [month for month in months if amounts[month] != usual]
    if len(others) != 1 or others[0] not in period.previous.months:
        return None
    (before,) = amounts_of(parts, [others[0].shift(-1)], product)
    return None if before == amounts[others[0]] else others[0]  # a step that lasts is no odd month
