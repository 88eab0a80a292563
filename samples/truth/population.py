"""What clients may be worth, by what the clients of their segment are like."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from functools import cached_property

from samples.days import month_of
from samples.products import PRODUCTS
from samples.rates import REPORTING, RateBook
from samples.records.book import Book
from samples.records.parties import Account
from samples.truth.activity import ActivityBook
from samples.truth.agreements import AgreementBook
from samples.truth.decided import decided_of, usual_probability
from samples.truth.earnings import EarningsBook
from samples.truth.figures import Figure, absent, count, money
from samples.truth.spans import Span

_FEWEST_CLIENTS = 5
_FEWEST_OWNERS = 3
_YEARS = 5
_DISCOUNT = Fraction(1, 10)
_PEERS = {
    "peer_use": "usage_change",
    "peer_adoption": "seats_used",
    "peer_response": "first_response_median",
    "peer_nps": "nps",
}
_LESS_IS_BETTER = ("first_response_median",)
_LISTED = {item.product_id for item in PRODUCTS if item.is_recurring}


@dataclass(frozen=True)
class _Amounts:
    """One client's, in one currency; minor units."""

    contribution: int | None
    """Of twelve months; nothing where a cost is missing."""
    ahead: int
    """Recurring money of the next twelve, as the delivery tells it."""
    coming: list[tuple[int, Fraction | None]]
    """What is due for renewal, and how likely somebody says that it renews."""


@dataclass(frozen=True)
class Member:
    """One client at the end of a span."""

    account: Account
    is_active: bool
    has_paid: bool
    is_young: bool
    """Neither revenue nor subscription a year before, or back for less than one."""
    was_active: bool
    stayed: bool
    own: _Amounts
    reporting: _Amounts
    revenue: int
    """Of twelve months, in the reporting currency."""
    products: dict[str, int]
    """A year by product on the price list, in the reporting currency."""
    decided: list[tuple[float, bool]]
    """Of renewals that are decided: the discount granted, and whether they renewed."""
    measured: dict[str, Figure]
    """Figures that clients are set beside each other by."""


def member_of(
    book: Book,
    span: Span,
    rates: RateBook,
    earned: EarningsBook,
    figures: Iterable[Figure],
) -> Member:
    """The client as the snapshot sees it."""
    agreements = AgreementBook(book, rates)
    activity = ActivityBook(book, earned)
    a_year_ago = span.year_to_end.start - timedelta(days=1)

    def amounts(currency: str) -> _Amounts:
        year = earned.earnings(span.year_to_end, currency)
        known = not year.lacks_sales_cost + year.lacks_serve_cost
        left = year.revenue - year.cost_of_sales - year.cost_to_serve
        return _Amounts(
            left if known else None,
            agreements.ahead(span, currency),
            agreements.coming_up(span, currency),
        )

    return Member(
        book.client,
        activity.is_active(span.last_day),
        agreements.has_paid(span.last_day),
        (earned.begins_after(a_year_ago) and not agreements.has_paid(a_year_ago))
        or activity.is_newly_back(span),
        *activity.stayed(span.year_to_end),
        amounts(book.client.currency),
        amounts(REPORTING),
        earned.earnings(span.year_to_end, REPORTING).revenue,
        _products(book, span, rates),
        decided_of(book),
        {item.kpi: item for item in figures if item.kpi in _PEERS.values()},
    )


def _products(book: Book, span: Span, rates: RateBook) -> dict[str, int]:
    native: dict[tuple[str, str, str], int] = defaultdict(int)
    for row in book.subscriptions:
        if row.counts_on(span.last_day) and row.product_id in _LISTED:
            native[row.product_id, row.account.account_id, row.account.currency] += row.yearly_minor
    found: dict[str, int] = defaultdict(int)
    month = month_of(span.last_day)
    for (product, _, own), minor in native.items():
        found[product] += rates.convert("month_end", minor, own, REPORTING, month)
    return found


class Population:
    """The clients of a span."""

    def __init__(self, span: Span, rates: RateBook) -> None:
        self._span = span
        self._rates = rates
        self._members: list[Member] = []

    def add(self, member: Member) -> None:
        self._members.append(member)

    def figures(self) -> list[tuple[Account, str, list[Figure]]]:
        """Of every client, in its own currency and in the reporting currency."""
        return [
            (member.account, currency, self._of(member, amounts, currency))
            for member in self._members
            for currency, amounts in (
                (member.account.currency, member.own),
                ("", member.reporting),
            )
        ]

    @cached_property
    def _usual(self) -> Fraction:
        return usual_probability([one for item in self._members for one in item.decided])

    def _of(self, member: Member, amounts: _Amounts, currency: str) -> list[Figure]:
        like = [item for item in self._members if item.account.segment == member.account.segment]
        return [
            _lifetime(member, amounts, _retention(like), _margin(like)),
            _expected(member, amounts, _margin(like)),
            _forecast(member, amounts, self._usual),
            *self._white_space(member, like, currency or REPORTING),
            *(_position(member, like, kpi) for kpi in _PEERS if currency),
        ]

    def _white_space(self, member: Member, like: list[Member], currency: str) -> list[Figure]:
        owners = [item for item in like if item.products]
        eligible = _eligible(owners)
        why = "" if eligible else "too_few_clients"
        if not member.is_active:
            why = "not_active"
        if why:
            return [
                absent("white_space_products", why),
                absent("white_space", why, is_money=True),
            ]
        lacking = [paid for key, paid in eligible.items() if key not in member.products]
        minor = sum(round(_median(paid) * Fraction(len(paid), len(owners))) for paid in lacking)
        month = month_of(self._span.last_day)
        worth = self._rates.convert("month_end", minor, REPORTING, currency, month)
        return [count("white_space_products", len(lacking)), money("white_space", worth)]


def _eligible(owners: Iterable[Member]) -> dict[str, list[int]]:
    """What its owners pay for each product that enough of them have."""
    amounts: dict[str, list[int]] = defaultdict(list)
    for item in owners:
        for product, minor in item.products.items():
            amounts[product].append(minor)
    return {key: paid for key, paid in amounts.items() if len(paid) >= _FEWEST_OWNERS}


def _retention(like: Iterable[Member]) -> Fraction | None:
    judged = [item for item in like if item.was_active]
    if len(judged) < _FEWEST_CLIENTS:
        return None
    return Fraction(sum(item.stayed for item in judged), len(judged))


def _margin(like: Iterable[Member]) -> Fraction | None:
    known = [
        (item.reporting.contribution, item.revenue)
        for item in like
        if item.reporting.contribution is not None and item.revenue > 0
    ]
    revenue = sum(earned for _, earned in known)
    if len(known) < _FEWEST_CLIENTS or revenue <= 0:
        return None
    return Fraction(sum(left for left, _ in known), revenue)


def _lifetime(
    member: Member, amounts: _Amounts, retention: Fraction | None, margin: Fraction | None
) -> Figure:
    kpi = "lifetime_value"
    if not member.is_active:
        return absent(kpi, "not_active", is_money=True)
    if member.is_young and not member.has_paid:
        return absent(kpi, "new_account", is_money=True)
    if not member.is_young and amounts.contribution is None:
        return absent(kpi, "cost_missing", is_money=True)
    if retention is None or (member.is_young and margin is None):
        return absent(kpi, "too_few_clients", is_money=True)
    years = sum((retention / (1 + _DISCOUNT)) ** year for year in range(_YEARS))
    return money(kpi, round(_of_a_year(member, amounts, margin) * years))


def _of_a_year(member: Member, amounts: _Amounts, margin: Fraction | None) -> int:
    """What it left in the last twelve months; of a young one, what the next twelve may leave."""
    ahead = round(amounts.ahead * (margin or 0))
    return ahead if member.is_young else amounts.contribution or 0


def _expected(member: Member, amounts: _Amounts, margin: Fraction | None) -> Figure:
    kpi = "expected_profit"
    if not member.has_paid:
        return absent(kpi, "no_subscriptions", is_money=True)
    if margin is None:
        return absent(kpi, "too_few_clients", is_money=True)
    return money(kpi, round(amounts.ahead * margin))


def _forecast(member: Member, amounts: _Amounts, usual: Fraction) -> Figure:
    kpi = "renewal_forecast"
    if not member.has_paid:
        return absent(kpi, "no_subscriptions", is_money=True)
    told = ((due, usual if stated is None else stated) for due, stated in amounts.coming)
    return money(kpi, sum(round(due * share) for due, share in told))


def _position(member: Member, like: list[Member], kpi: str) -> Figure:
    """How many of the others of the segment it is ahead of, those alike half, in tenths of them."""
    name = _PEERS[kpi]
    own = member.measured[name]
    if own.value is None:
        return absent(kpi, own.reason)
    others = [
        item.measured[name].value
        for item in like
        if item is not member and item.measured[name].value is not None
    ]
    if len(others) < _FEWEST_CLIENTS:
        return absent(kpi, "too_few_clients")
    sign = -1 if name in _LESS_IS_BETTER else 1
    gaps = [sign * (own.value - (other or 0)) for other in others]
    ahead = sum(Fraction(1) if gap > 0 else Fraction(gap == 0, 2) for gap in gaps)
    return count(kpi, Fraction(round(10 * ahead / len(others)), 10))


def _median(amounts: list[int]) -> Fraction:
    ordered = sorted(amounts)
    middle = len(ordered) // 2
    return Fraction(ordered[middle] + ordered[-middle - 1], 2)
