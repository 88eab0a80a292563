"""A billing system's price object and its discounts → the recurring amount of a year.

Sources: Stripe's API reference of prices, subscription items and discounts; how recurring amounts
are read is stated in the KPI dictionary.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any, cast

from sources.values.numbers import exactly
from sources.values.price_discounts import Discounted, running_coupons

_A_YEAR = {"day": 365, "week": 52, "month": 12, "year": 1}

Price = Mapping[str, Any]


class PriceUnknownError(ValueError):
    """The export does not say what a unit costs."""


@dataclass(frozen=True)
class PricedItem:
    """An item of a subscription as the export holds it; all texts are JSON.

    `discounts` are lists of them: the item's, the subscription's and the customer's, in this
    order. `items` are those of the subscription, among which an amount off is shared out; not all
    of them where it `goes_on`. `currency` is what is paid in, the price's own where empty.
    `taxes` are lists of tax rates, of which the first that is filled counts; where it is
    `taxed_by_vendor`, the export need not say them.
    """

    price: str
    quantity: str = "1"
    discounts: Sequence[str] = ()
    items: str = ""
    taxes: Sequence[str] = ()
    goes_on: str = ""
    currency: str = ""
    taxed_by_vendor: str = ""


def yearly_amount(item: PricedItem, at: datetime) -> Fraction | None:
    """The amount a year in the vendor's minor units, without tax, less the discounts that run
    just before a moment. 0 for what is billed by use.

    Raises PriceUnknownError, DiscountUnknownError and UnreadableNumberError.
    """
    if not item.price:
        return None
    if item.goes_on == "true":
        raise PriceUnknownError("items")
    price = _paid_in(_object(item.price), item.currency)
    if _is_metered(price):
        return Fraction(0)
    each_time = _amount(price, exactly(item.quantity or "1"))
    product, currency = _product(price), str(price.get("currency", ""))
    of_all = _by_product(item.items, currency)
    whole = {product: each_time} | of_all
    has_all = not item.items or product in of_all
    discounted = Discounted(product, each_time, whole, currency, has_all)
    for coupon in running_coupons(item.discounts, at):
        discounted.take_off(coupon)
    return discounted.amount * _times_a_year(price) / _with_tax(price, item)


def _is_metered(price: Price) -> bool:
    return _recurring(price).get("usage_type") == "metered"


def _paid_in(price: Price, currency: str) -> Price:
    """The price in the currency that is paid. Stripe names a price of several by its first one,
    whatever the subscription's is, and says the others where they are asked for."""
    own = str(price.get("currency") or currency)
    if not currency or own.casefold() == currency.casefold() or _is_metered(price):
        return price
    options = price.get("currency_options") or {}
    found = options.get(currency.lower())
    if not isinstance(found, dict):
        raise PriceUnknownError(currency)
    amounts = dict.fromkeys(("unit_amount", "unit_amount_decimal", "tiers"))
    return {**price, **amounts, **found, "currency": currency}


def _with_tax(price: Price, item: PricedItem) -> Fraction:
    """What a unit of money without tax comes to in the price."""
    if price.get("tax_behavior") == "exclusive":
        return Fraction(1)
    rates = next((_tax_rates(text) for text in item.taxes if text), [])
    is_unsaid = not rates and item.taxed_by_vendor == "true"
    if is_unsaid and price.get("tax_behavior") == "inclusive":
        raise PriceUnknownError("tax")
    inside = (rate for rate in rates if rate.get("inclusive"))
    return 1 + sum((exactly(str(rate["percentage"])) for rate in inside), Fraction(0)) / 100


def _tax_rates(text: str) -> list[Any]:
    """Rates of tax; one of which nothing but the id is said may stand inside the price."""
    rates = _list(text)
    if any("percentage" not in rate for rate in rates):
        raise PriceUnknownError("tax")
    return rates


def _product(price: Price) -> str:
    """Its key, be the product itself spelled out or not."""
    product = price.get("product") or ""
    return str(product.get("id", "")) if isinstance(product, dict) else str(product)


def _object(text: str) -> Price:
    try:
        found = json.loads(text, parse_float=str, parse_int=str)
    except json.JSONDecodeError as error:
        raise PriceUnknownError(text) from error
    if not isinstance(found, dict):
        raise PriceUnknownError(text)
    return cast(Price, found)


def _list(text: str) -> list[Any]:
    """The objects of a list, or nothing."""
    try:
        found = json.loads(text, parse_float=str, parse_int=str) if text else []
    except json.JSONDecodeError as error:
        raise PriceUnknownError(text) from error
    listed = found if isinstance(found, list) else []
    return [item if isinstance(item, dict) else {"id": str(item)} for item in listed]


def _recurring(price: Price) -> Price:
    """Interval and kind of use; older plans say them themselves."""
    return price.get("recurring") or price


def _times_a_year(price: Price) -> Fraction:
    recurring = _recurring(price)
    interval = str(recurring.get("interval", ""))
    if interval not in _A_YEAR:
        raise PriceUnknownError(interval)
    count = exactly(str(recurring.get("interval_count") or "1"))
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
    size = exactly(str(package.get("divide_by") or "1"))
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
        last = quantity if end in (None, "inf") else min(quantity, exactly(str(end)))
        is_reached = end in (None, "inf") or quantity <= exactly(str(end))
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
                return exactly(str(holder[way]))
    raise PriceUnknownError(names[0])


def _by_product(items_text: str, currency: str) -> dict[str, Fraction]:
    """What all items of the subscription cost at a time, by product; empty if one says no price."""
    found: dict[str, Fraction] = {}
    for item in _list(items_text):
        price = item.get("price") or item.get("plan") or {}
        if not isinstance(price, dict):
            return {}
        if not price or _is_metered(price):
            continue
        try:
            paid = _paid_in(price, currency)
            amount = _amount(paid, exactly(str(item.get("quantity") or "1")))
        except PriceUnknownError:
            return {}
        found[_product(price)] = found.get(_product(price), Fraction(0)) + amount
    return found
