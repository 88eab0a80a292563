"""Discounts of a billing system: which of them run at a moment, and what they take off.

Sources: Stripe's API reference of discounts and coupons.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any, cast

from sources.values.numbers import UnreadableNumberError, exactly

Price = Mapping[str, Any]


class DiscountUnknownError(ValueError):
    """A discount is named and what it takes off is not said."""


@dataclass
class Discounted:
    """What a subscription costs at a time: one item's product and amount, and those of all."""

    product: str
    amount: Fraction
    by_product: dict[str, Fraction]
    currency: str
    has_all: bool = True
    """Whether it is known what all of them cost, among which an amount off is shared out."""

    def take_off(self, coupon: Price) -> None:
        """What is taken off once is no part of what recurs."""
        if coupon.get("duration") == "once":
            return
        share = self._share(coupon)
        for product in self._covered(coupon):
            self.by_product[product] *= share
            if product == self.product:
                self.amount *= share

    def _covered(self, coupon: Price) -> list[str]:
        """The products that it is for: all of them where it does not say."""
        named = (coupon.get("applies_to") or {}).get("products")
        return [product for product in self.by_product if not named or product in named]

    def _share(self, coupon: Price) -> Fraction:
        """What is left of a unit of money."""
        if coupon.get("percent_off") not in (None, ""):
            return 1 - exactly(str(coupon["percent_off"])) / 100
        off = _amount_off(coupon, self.currency)
        if not self.has_all:
            raise DiscountUnknownError(str(coupon.get("id", "")))
        whole = sum((self.by_product[name] for name in self._covered(coupon)), Fraction(0))
        return max(whole - off, Fraction(0)) / whole if whole > 0 else Fraction(1)


def _amount_off(coupon: Price, currency: str) -> Fraction:
    """In the price's currency, for which a coupon may have an amount of its own."""
    others = coupon.get("currency_options") or {}
    own = others.get(currency.lower()) or {}
    is_own = str(coupon.get("currency") or currency).lower() == currency.lower()
    off = coupon.get("amount_off") if is_own else own.get("amount_off")
    if off in (None, ""):
        raise DiscountUnknownError(str(coupon.get("id", "")))
    return exactly(str(off))


def running_coupons(texts: Sequence[str], landed_at: datetime) -> Iterator[Price]:
    """The coupons of the discounts that run at the landing, each once.

    Of the lists, the last is the customer's, whose discount does not count where the subscription
    has one.
    """
    for discount in _named(texts):
        if _runs(discount, landed_at):
            yield _coupon(discount)


def next_change(texts: Sequence[str], landed_at: datetime) -> datetime | None:
    """The first moment from the landing on at which a discount ends or another begins."""
    moments = (moment for item in _named(texts) for moment in _moments(item))
    return min((moment for moment in moments if moment >= landed_at), default=None)


def last_change(texts: Sequence[str], landed_at: datetime) -> datetime | None:
    """The last moment before the landing at which a discount ended or another began."""
    moments = (moment for item in _named(texts) for moment in _moments(item))
    return max((moment for moment in moments if moment < landed_at), default=None)


def _moments(discount: Price) -> Iterator[datetime]:
    """When a discount that recurs begins and ends, where it says so."""
    coupon = _said_coupon(discount)
    if isinstance(coupon, dict) and coupon.get("duration") == "once":
        return
    for name in ("start", "end"):
        if discount.get(name) not in (None, ""):
            yield moment_of(exactly(str(discount[name])))


def moment_of(seconds: Fraction) -> datetime:
    """The moment of unix seconds. Raises UnreadableNumberError where no calendar has it, as of
    milliseconds."""
    try:
        return datetime.fromtimestamp(float(seconds), UTC)
    except (OverflowError, ValueError, OSError) as error:
        raise UnreadableNumberError(str(seconds)) from error


def said_in_full(texts: Sequence[str], elsewhere: Sequence[str]) -> Sequence[str]:
    """The lists of discounts; those that stand there by their ids as other JSON says them.

    >>> said_in_full(['["di_1", "di_2"]'], ['[{"discounts": [{"id": "di_1", "coupon": {}}]}]'])
    ['[{"id": "di_1", "coupon": {}}, {"id": "di_2"}]']
    """
    known = {item["id"]: item for text in elsewhere for item in _whole_within(_read(text))}
    if not known:
        return texts
    return [
        json.dumps([known.get(item["id"], item) for item in _discounts(text)]) if text else text
        for text in texts
    ]


def _whole_within(value: object) -> Iterator[dict[str, Any]]:
    """The discounts that stand somewhere in it as objects."""
    if isinstance(value, dict):
        if "id" in value and ("coupon" in value or "source" in value):
            yield value
        else:
            yield from _whole_within(list(value.values()))
    elif isinstance(value, list):
        for item in value:
            yield from _whole_within(item)


def _named(texts: Sequence[str]) -> Iterator[Price]:
    """Discounts of the lists, each once, as the one of them says that is whole."""
    *own, customers = [_discounts(text) for text in texts] or [[]]
    known = {item["id"]: item for group in own for item in group if _is_whole(item)}
    groups = own if any(own[1:]) else [*own, customers]
    listed = {item["id"]: item for group in groups for item in group}
    for key, item in listed.items():
        yield known.get(key, item)


def _discounts(text: str) -> list[dict[str, Any]]:
    """Discounts as objects; those that only their ids stand for have nothing else."""
    found = _read(text)
    listed = found if isinstance(found, list) else [found]
    named = [item if isinstance(item, dict) else {"id": str(item)} for item in listed if item]
    return [{"id": json.dumps(item, sort_keys=True), **item} for item in named]


def _read(text: str) -> Any:
    """What it says as JSON, its numbers as they are written; None where it is empty."""
    try:
        return json.loads(text, parse_float=str, parse_int=str) if text else None
    except json.JSONDecodeError:
        return text


def _is_whole(discount: Price) -> bool:
    return len(discount) > 1


def _runs(discount: Price, landed_at: datetime) -> bool:
    """Whether it runs just before the landing; a delivery of 1 October describes 30 September."""
    moment = Fraction(int(landed_at.timestamp()))
    start, end = discount.get("start"), discount.get("end")
    has_begun = start in (None, "") or exactly(str(start)) < moment
    return has_begun and (end in (None, "") or exactly(str(end)) >= moment)


def _coupon(discount: Price) -> Price:
    coupon = _said_coupon(discount)
    if not isinstance(coupon, dict):
        raise DiscountUnknownError(str(coupon))
    return cast(Price, coupon)


def _said_coupon(discount: Price) -> object:
    """As an object, or by its key alone. Since 2025 the coupon is the discount's source."""
    return discount.get("coupon") or (discount.get("source") or {}).get("coupon")
