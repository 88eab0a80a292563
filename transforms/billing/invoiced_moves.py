"""Why one month was invoiced more or less than the one before: product by product, with the reason
that the documents themselves give."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from transforms.billing.credited import before_credit, credited_of
from transforms.billing.invoiced_months import Parts, products_of, total_of
from transforms.billing.invoiced_parts import InvoicedPart
from transforms.core.periods import Period

_VISIBLE = 0.02
"""The least share of the month before that a reader of columns sees as a step."""
_SAME = 0.01
_LASTING_SHARE = 0.01
"""The same of what every later month has too."""


class Reason(StrEnum):
    """What the documents say about a change."""

    CREDIT = "credit"
    CREDITED = "credited"  # the month before was credited, this one is not
    RATE = "rate"
    ONCE = "once"
    VARIES = "varies"  # outside the subscription, and invoiced in the month before too
    NEW = "new"
    ENDED = "ended"
    PARTIAL = "partial"
    COMPLETE = "complete"  # the month before was a part, this one is whole
    SEATS = "seats"
    PRICE = "price"
    UNKNOWN = "unknown"


_LASTING = (Reason.SEATS, Reason.PRICE, Reason.NEW, Reason.ENDED, Reason.UNKNOWN)


@dataclass(frozen=True)
class Move:
    """A product's change from one month to the next; empty as a product where lines name none."""

    months: tuple[Period, ...]
    """Several where the same happened in each, and was over in the month after."""
    product: str
    minor: int
    reason: Reason
    quantity_before: float | None = None
    quantity: float | None = None

    @property
    def is_credit(self) -> bool:
        """Whether it is a credit note's, or the return from one."""
        return self.reason in (Reason.CREDIT, Reason.CREDITED)

    @property
    def is_lasting(self) -> bool:
        """Whether later months are expected to stay where this one is."""
        return self.reason in _LASTING

    @property
    def least_share(self) -> float:
        """Of the month before, what has to have moved for a step to be told."""
        return _LASTING_SHARE if self.reason in (Reason.SEATS, Reason.PRICE) else _VISIBLE


def moves_of(parts: Parts, months: Sequence[Period]) -> list[Move]:
    """The changes behind every step between months that a reader sees, the earliest first. What
    returns in the next month to where it was is told once."""
    found: list[Move] = []
    before: set[tuple[str, bool, Period]] = set()
    for earlier, month in pairwise(months):
        if total_of(parts, earlier) <= 0 or total_of(parts, month) <= 0:
            continue
        changes = _Step(parts, months, earlier, month).changes(before)
        before = {(change.product, change.is_credit, month) for change in changes}
        found.extend(changes)
    return _same_together(found)


def _same_together(found: Sequence[Move]) -> list[Move]:
    """Charges of one kind and amount in several months as one."""
    kept: dict[object, Move] = {}
    for place, move in enumerate(found):
        is_alone = move.reason in (Reason.ONCE, Reason.CREDIT)
        key = (move.product, move.minor, move.reason) if is_alone else place
        known = kept.get(key)
        kept[key] = replace(known, months=known.months + move.months) if known else move
    return list(kept.values())


@dataclass(frozen=True)
class _Step:
    parts: Parts
    months: Sequence[Period]
    earlier: Period
    month: Period

    def changes(self, told: set[tuple[str, bool, Period]]) -> list[Move]:
        """What moved enough to be seen and is no return from what was `told` of the month
        before; where the whole is seen to move and no product alone, the one that moved most."""
        if any(not part.product for part in self._parts_of()):
            names = [""]
        else:
            names = [name for name in products_of(self.parts) if name]
        whole = total_of(self.parts, self.earlier)
        found = (move for name in names for move in self._moves(name))
        moves = [move for move in found if not self._returns(move, told)]
        seen = [move for move in moves if abs(move.minor) >= move.least_share * whole]
        if not seen and abs(sum(move.minor for move in moves)) >= _VISIBLE * whole:
            seen = [max(moves, key=lambda move: abs(move.minor))]
        return seen

    def _moves(self, product: str) -> Iterator[Move]:
        """A product's change; what a credit note made of it is told apart from the rest."""
        minor = self._amount(product, self.month) - self._amount(product, self.earlier)
        credit = self._credited(product, self.month) - self._credited(product, self.earlier)
        if not product or credit * minor <= 0:
            yield from filter(None, [self._move(product)])
            return
        reason = Reason.CREDIT if credit < 0 else Reason.CREDITED
        yield Move((self.month,), product, credit, reason)
        rest = replace(self, parts=before_credit(self.parts, product))
        yield from filter(None, [rest._move(product)])

    def _credited(self, product: str, month: Period) -> int:
        return credited_of(self._of(product, month))

    def _parts_of(self) -> Iterator[InvoicedPart]:
        return (part for part in self.parts if part.month in (self.earlier, self.month))

    def _amount(self, product: str, month: Period) -> int:
        return sum(part.minor for part in self._of(product, month))

    def _of(self, product: str, month: Period) -> list[InvoicedPart]:
        """The product's part of the month; the month itself under no name."""
        return [
            part
            for part in self.parts
            if part.month == month and (not product or part.product == product)
        ]

    def _returns(self, move: Move, told: set[tuple[str, bool, Period]]) -> bool:
        if (move.product, move.is_credit, self.earlier) not in told:
            return False
        amount = self._credited if move.is_credit else self._amount
        first = amount(move.product, self.earlier.shift(-1))
        now = amount(move.product, self.month)
        return abs(now - first) <= _SAME * max(abs(first), abs(move.minor))

    def _is_alone(self, move: Move) -> bool:
        """Whether the month after is as the one before."""
        if self.month == self.months[-1]:
            return False
        after = self._amount(move.product, self.month.shift(1))
        first = self._amount(move.product, self.earlier)
        return abs(after - first) <= _SAME * max(abs(first), abs(move.minor))

    def _move(self, product: str) -> Move | None:
        minor = self._amount(product, self.month) - self._amount(product, self.earlier)
        if not minor:
            return None
        move = Move((self.month,), product, minor, Reason.UNKNOWN)
        pair = [self._of(product, month) for month in (self.earlier, self.month)]
        if not product or any(len(side) > 1 for side in pair):
            return move
        one, now = (side[0] if side else None for side in pair)
        quantities = {"quantity_before": one and one.quantity, "quantity": now and now.quantity}
        return replace(move, reason=self._reason(move, one, now), **quantities)

    def _reason(self, move: Move, one: InvoicedPart | None, now: InvoicedPart | None) -> Reason:
        if (now or one or _NOTHING).is_once:
            return Reason.VARIES if one and now else Reason.ONCE
        if one is None or now is None:
            return self._came_or_went(move)
        if one.own and _are_same(one.own, now.own):
            return Reason.RATE
        if not (one.is_whole and now.is_whole):
            return Reason.COMPLETE if now.is_whole else Reason.PARTIAL
        is_credited = one.credited_minor != now.credited_minor
        return Reason.UNKNOWN if is_credited else self._price_or_seats(move, one, now)

    def _came_or_went(self, move: Move) -> Reason:
        invoiced = [month for month in self.months if self._amount(move.product, month)]
        if move.minor > 0 and self._is_alone(move):
            return Reason.ONCE
        if move.minor > 0:
            return Reason.NEW if invoiced[0] == self.month else Reason.UNKNOWN
        return Reason.ENDED if invoiced[-1] == self.earlier else Reason.UNKNOWN

    def _price_or_seats(self, move: Move, one: InvoicedPart, now: InvoicedPart) -> Reason:
        if not one.quantity or not now.quantity:
            return Reason.UNKNOWN
        if one.quantity == now.quantity:
            return Reason.UNKNOWN if self._is_alone(move) else Reason.PRICE
        before, after = one.minor / one.quantity, now.minor / now.quantity
        return Reason.SEATS if abs(after - before) <= _SAME * abs(before) else Reason.UNKNOWN


def _are_same(one: tuple[tuple[str, int], ...], now: tuple[tuple[str, int], ...]) -> bool:
    before, after = dict(one), dict(now)
    return before.keys() == after.keys() and all(
        abs(after[code] - before[code]) <= _SAME * abs(before[code]) for code in before
    )


_NOTHING = InvoicedPart(Period.parse("2000-01"), "", 0)
