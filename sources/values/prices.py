"""A billing system's price object and its discounts → the recurring amount of a year.

Sources: Stripe's API reference of prices, subscription items and discounts; how recurring amounts
are read is stated in the KPI dictionary.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any, cast

from sources.values.numbers import UnreadableNumberError

_A_YEAR = {"day": 365, "week": 52, "month": 12, "year": 1}

Price = Mapping[str, Any]


class DiscountUnknownError(ValueError):
    """A discount is named and what it takes off is not said."""


class PriceUnknownError(ValueError):
    """The export does not say what a unit costs."""


def yearly_amount(
    price_text: str,
    quantity_text: str,
    discount_texts: Sequence[str],
    items_text: str,
    landed_at: datetime,
) -> Fraction | None:
    """The amount a year in the vendor's minor units, discounts that run at the landing taken off.

    All texts are JSON, as the export holds them: the price, how many of it, lists of discounts
    (those of the item, the subscription and the customer, in this order), and all items of the
    subscription, among which an amount off is shared out. 0 for what is billed by use.
    Raises PriceUnknownError, DiscountUnknownError and UnreadableNumberError.
    """
    if not price_text:
        return None
    price = _object(price_text)
    if _recurring(price).get("usage_type") == "metered":
        return Fraction(0)
    each_time = _amount(price, _number(quantity_text or "1"))
    whole = _whole(items_text, each_time)
    for discount in _running(discount_texts, landed_at):
        each_time, whole = _less(discount, each_time, whole, str(price.get("currency", "")))
    return each_time * _times_a_year(price)


def _object(text: str) -> Price:
    try:
        found = json.loads(text, parse_float=str, parse_int=str)
    except json.JSONDecodeError as error:
        raise PriceUnknownError(text) from error
    if not isinstance(found, dict):
        raise PriceUnknownError(text)
    return cast(Price, found)


def _recurring(price: Price) -> Price:
    """Interval and kind of use; older plans say them themselves."""
    return price.get("recurring") or price


def _times_a_year(price: Price) -> Fraction:
    recurring = _recurring(price)
    interval = str(recurring.get("interval", ""))
    if interval not in _A_YEAR:
        raise PriceUnknownError(interval)
    count = _number(str(recurring.get("interval_count") or "1"))
    if count <= 0:
        raise PriceUnknownError(str(count))
    return _A_YEAR[interval] / count


def _amount(price: Price, quantity: Fraction) -> Fraction:
    """What so many units cost at a time, before discounts."""
    if price.get("billing_scheme") == "tiered" or price.get("tiers_mode"):
        return _tiered(price, quantity)
    return _stated(price, "unit_amount", "amount") * _packages(price, quantity)


def _packages(price: Price, quantity: Fraction) -> Fraction:
    """Packages that so many units take, rounded up or down as the price says."""
    package = price.get("transform_quantity") or price.get("transform_usage")
    if not package:
        return quantity
    size = _number(str(package.get("divide_by") or "1"))
    full = quantity // size
    return Fraction(full if package.get("round") == "down" or full * size == quantity else full + 1)


def _tiered(price: Price, quantity: Fraction) -> Fraction:
    """Volume: all units at the price of the tier that they reach; graduated: each unit at that
    of its own. Tiers are only exported where they are asked for."""
    tiers = price.get("tiers")
    if not tiers:
        raise PriceUnknownError("tiers")
    below, total = Fraction(0), Fraction(0)
    for tier in tiers:
        end = tier.get("up_to")
        last = quantity if end in (None, "inf") else min(quantity, _number(str(end)))
        is_reached = end in (None, "inf") or quantity <= _number(str(end))
        if price.get("tiers_mode") == "volume":
            if is_reached:
                return _tier(tier, quantity)
        else:
            total += _tier(tier, last - below)
            if is_reached:
                return total
        below = last
    raise PriceUnknownError("tiers")


def _tier(tier: Price, quantity: Fraction) -> Fraction:
    flat = _stated(tier, "flat_amount") if _says(tier, "flat_amount") else Fraction(0)
    unit = _stated(tier, "unit_amount") if _says(tier, "unit_amount") else Fraction(0)
    return flat + unit * quantity


def _says(holder: Price, *names: str) -> bool:
    ways = (way for name in names for way in (f"{name}_decimal", name))
    return any(holder.get(way) not in (None, "") for way in ways)


def _stated(holder: Price, *names: str) -> Fraction:
    """The amount, by its decimals where they are given: 12.5 cents are no 12."""
    for name in names:
        for way in (f"{name}_decimal", name):
            if holder.get(way) not in (None, ""):
                return _number(str(holder[way]))
    raise PriceUnknownError(names[0])


def _whole(items_text: str, each_time: Fraction) -> Fraction:
    """What all items of the subscription cost at a time."""
    items = json.loads(items_text, parse_float=str, parse_int=str) if items_text else []
    prices = [(item.get("price") or item.get("plan") or {}, item) for item in items]
    billed = [
        (price, item)
        for price, item in prices
        if price and _recurring(price).get("usage_type") != "metered"
    ]
    try:
        return sum(
            (_amount(price, _number(str(item.get("quantity") or "1"))) for price, item in billed),
            Fraction(0),
        )
    except PriceUnknownError:
        return each_time


def _running(texts: Sequence[str], landed_at: datetime) -> Iterator[Price]:
    """The coupons of the discounts that run at the landing, each once.

    A customer's discount (the last) does not count where the subscription has one.
    """
    *own, customers = [_discounts(text) for text in texts]
    known = {item["id"]: item for group in own for item in group if _is_whole(item)}
    seen: set[str] = set()
    groups = own if any(own[1:]) else [*own, customers]
    for named in (item for group in groups for item in group):
        key = named["id"]
        discount = known.get(key, named)
        if key in seen:
            continue
        seen.add(key)
        if _runs(discount, landed_at):
            yield _coupon(discount)


def _discounts(text: str) -> list[dict[str, Any]]:
    """Discounts as objects; those that only their ids stand for have nothing else."""
    if not text:
        return []
    try:
        found = json.loads(text, parse_float=str, parse_int=str)
    except json.JSONDecodeError:
        found = text
    listed = found if isinstance(found, list) else [found]
    named = [item if isinstance(item, dict) else {"id": str(item)} for item in listed if item]
    return [{"id": json.dumps(item, sort_keys=True), **item} for item in named]


def _is_whole(discount: Price) -> bool:
    return len(discount) > 1


def _runs(discount: Price, landed_at: datetime) -> bool:
    """Whether it runs just before the landing; a delivery of 1 October describes 30 September."""
    moment = Fraction(int(landed_at.timestamp()))
    start, end = discount.get("start"), discount.get("end")
    has_begun = start in (None, "") or _number(str(start)) < moment
    return has_begun and (end in (None, "") or _number(str(end)) >= moment)


def _coupon(discount: Price) -> Price:
    """The coupon of a discount. What is taken off once is no part of what recurs."""
    coupon = discount.get("coupon") or (discount.get("source") or {}).get("coupon")
    if not isinstance(coupon, dict):
        raise DiscountUnknownError(str(coupon))
    return cast(Price, coupon)


def _less(
    coupon: Price, each_time: Fraction, whole: Fraction, currency: str
) -> tuple[Fraction, Fraction]:
    """An item's amount and that of all items, with a coupon taken off."""
    if coupon.get("duration") == "once":
        return each_time, whole
    if coupon.get("percent_off") not in (None, ""):
        share = 1 - _number(str(coupon["percent_off"])) / 100
        return each_time * share, whole * share
    off = coupon.get("amount_off")
    if off in (None, "") or str(coupon.get("currency") or currency).lower() != currency.lower():
        raise DiscountUnknownError(str(coupon.get("id", "")))
    if whole <= 0:
        return each_time, whole
    share = max(whole - _number(str(off)), Fraction(0)) / whole
    return each_time * share, whole * share


def _number(text: str) -> Fraction:
    try:
        return Fraction(Decimal(text))
    except (InvalidOperation, ValueError, OverflowError) as error:
        raise UnreadableNumberError(text) from error
