"""Every input of a renewal workbook with where it comes from and the day it is of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial

from reports.client import ClientFile
from reports.workbook.words import WorkbookWords
from transforms.core.money import exponent
from transforms.core.rates import MissingRateError, RateKind
from transforms.renewals.client_evidence import CostKind, RenewalEvidence
from transforms.renewals.discount_arithmetic import margin
from transforms.renewals.inputs import SHORT_TERM_YEARS, RenewalInputs
from transforms.renewals.requests import RenewalRequest, latest_request
from transforms.renewals.value import Course


class InputUnit(StrEnum):
    """What an input counts in, which sets its format and what may be typed."""

    MONEY = "money"
    SHARE = "share"
    GROWTH = "growth"  # a share that may be negative
    WHOLE_YEARS = "whole_years"
    YEARS = "years"
    RATE = "rate"


@dataclass(frozen=True)
class InputLine:
    """One input cell. `value` is minor units for money; None where nobody has said."""

    key: str
    group: str
    unit: InputUnit
    value: float | int | None
    source: str
    """Worded: where it comes from, or where to supply it."""
    as_of: date | None = None
    minimum: float = 0.0
    maximum: float = 1.0

    @property
    def name(self) -> str:
        """Its defined name in the workbook."""
        return f"in_{self.key}"


LARGEST_MAJOR = 1e12
LONG_TERMS = (SHORT_TERM_YEARS + 1, 5)
"""Fewest and most years of the longer term."""
MONEY_INPUTS = (
    *("price", "list_price", "cost_of_sales", "cost_to_serve", "concessions", "wallet"),
    "obligations",
)
"""Inputs that are amounts a year."""
MAY_BE_EMPTY = (
    *("price", "list_price", "cost_of_sales", "cost_to_serve", "probability"),
    *("probability_discounted", "probability_term", "wallet", "share_gain", "extra_margin"),
    "exchange_rate",
)
"""Inputs that the arithmetic can do without, saying so."""
ESSENTIAL = ("price", "list_price", "cost_of_sales", "cost_to_serve")
"""Inputs without which figures are missing; the summary says so."""


@dataclass(frozen=True)
class _Gatherer:
    """What inputs are read from."""

    client: ClientFile
    words: WorkbookWords
    request: RenewalRequest | None

    @property
    def evidence(self) -> RenewalEvidence:
        return self.client.dossier.renewal.evidence

    @property
    def day(self) -> date:
        return self.client.period.valuation_date

    def line(
        self,
        key: str,
        group: str,
        unit: InputUnit,
        found: "tuple[float | int | None, str, date | None]",
        limits: tuple[float, float] = (0.0, 1.0),
    ) -> InputLine:
        value, source, as_of = found
        if value is None:
            source = self.words.say(f"missing.{key}")
        return InputLine(key, group, unit, value, source, as_of, *limits)

    def asked(self, column: str) -> "tuple[float | None, str, date | None] | None":
        """A figure of the request, where it has one."""
        request = self.request
        if request is None or column not in request.figures:
            return None
        source = self.words.say("source.request", id=request.request_id)
        return request.figures[column], source, request.requested_date

    def asked_money(self, column: str) -> "tuple[int | None, str, date | None] | None":
        """An amount of the request in the client's currency."""
        found = self.asked(column)
        if found is None or self.request is None:
            return None
        base = self.request.currency
        assert found[0] is not None
        try:
            minor = self.client.dossier.rates.convert(
                RateKind.MONTH_END, int(found[0]), base, self.client.currency, self.day
            )
        except MissingRateError:
            return None
        return minor, found[1], found[2]

    def policy(self, value: float) -> "tuple[float, str, date | None]":
        return value, self.words.say("source.policy"), None

    def unknown(self) -> "tuple[None, str, date | None]":
        return None, "", None


def gather_inputs(
    client: ClientFile, words: WorkbookWords, renewal_date: date
) -> tuple[InputLine, ...]:
    """Every input, in the order of the assumptions sheet."""
    requests = client.dossier.renewal.requests
    gatherer = _Gatherer(client, words, latest_request(requests, renewal_date, client.data_date))
    money = _price_lines(gatherer)
    lines = (*money, *_request_lines(gatherer), *_value_lines(gatherer, money))
    return tuple(_decided(client, words, renewal_date, line) for line in lines)


def _decided(
    client: ClientFile, words: WorkbookWords, renewal_date: date, line: InputLine
) -> InputLine:
    """The input as finance typed it for this renewal, where it did."""
    decision = client.decision
    if decision is None or decision.renewal_date != renewal_date:
        return line
    if line.key not in decision.inputs:
        return line
    name = decision.signed_by or decision.imported_by
    return replace(
        line,
        value=decision.inputs[line.key],
        source=words.say("source.decision", name=name),
        as_of=decision.imported_at.date(),
    )


def _price_lines(on: _Gatherer) -> tuple[InputLine, ...]:
    group, limits = "price", (0.0, LARGEST_MAJOR)
    listed = on.evidence.list_price_minor
    found = {
        "price": on.asked_money("price_minor") or _recurring(on),
        "list_price": on.asked_money("list_price_minor")
        or (listed, on.words.say("source.price_list"), on.day),
        "cost_of_sales": _cost(on, CostKind.OF_SALES),
        "cost_to_serve": _cost(on, CostKind.TO_SERVE),
    }
    lines = [on.line(key, group, InputUnit.MONEY, value, limits) for key, value in found.items()]
    return (*lines, on.line("avoidable_share", group, InputUnit.SHARE, _avoidable(on)))


def _recurring(on: _Gatherer) -> tuple[int | None, str, date | None]:
    arr = on.client.kpis.get("arr", on.client.period)
    # A price of zero is no price: the client pays in another way than by subscription.
    if not arr.value_minor:
        return _of_the_year(on)
    return arr.value_minor, on.words.say("source.recurring"), on.day


def _of_the_year(on: _Gatherer) -> tuple[int | None, str, date | None]:
    """What was earned in twelve months; without billing, what was won in them."""
    first, last = f"{on.client.period.trailing_twelve.start:%Y-%m}", f"{on.day:%Y-%m}"
    key = "source.revenue" if on.evidence.is_billed else "source.deals"
    return on.evidence.yearly_minor, on.words.say(key, first=first, last=last), on.day


def _cost(on: _Gatherer, kind: CostKind) -> tuple[int | None, str, date | None]:
    year = on.client.period.trailing_twelve
    months = on.words.say("source.costs", first=f"{year.start:%Y-%m}", last=f"{on.day:%Y-%m}")
    return on.evidence.costs[kind].amount_minor, months, on.day


def _avoidable(on: _Gatherer) -> tuple[float | None, str, date | None]:
    asked = on.asked("avoidable_cost_share")
    if asked is not None:
        return asked
    fixed = on.evidence.fixed_share
    if fixed is not None:
        return 1 - fixed, on.words.say("source.fixed_share"), on.day
    return on.policy(on.client.policy.renewal.avoidable_cost_share)


def _request_lines(on: _Gatherer) -> tuple[InputLine, ...]:
    policy = on.client.policy.renewal
    group = "request"
    none = (0.0, on.words.say("source.none_requested"), None)
    discount = on.asked("requested_discount") or none
    odds = {
        "probability": "renewal_probability",
        "probability_discounted": "renewal_probability_discounted",
        "probability_term": "renewal_probability_term",
    }
    bundled = on.asked_money("concessions_minor") or (
        0,
        on.words.say("source.no_concessions"),
        None,
    )
    term_discount = (discount[0], on.words.say("source.as_discount"), discount[2])
    return (
        on.line("discount", group, InputUnit.SHARE, discount, (0.0, 0.95)),
        on.line("concessions", group, InputUnit.MONEY, bundled, (0.0, LARGEST_MAJOR)),
        on.line("term_discount", group, InputUnit.SHARE, term_discount, (0.0, 0.95)),
        on.line("term_years", group, InputUnit.WHOLE_YEARS, _long_term(on), LONG_TERMS),
        *(
            on.line(key, "loyalty", InputUnit.SHARE, on.asked(column) or on.unknown())
            for key, column in odds.items()
        ),
        on.line(
            "later_probability",
            "loyalty",
            InputUnit.SHARE,
            on.policy(policy.later_renewal_probability),
        ),
    )


def _long_term(on: _Gatherer) -> tuple[float | None, str, date | None]:
    """The term asked for, unless the shorter term's column has it already."""
    shortest, longest = LONG_TERMS
    asked = on.asked("term_years")
    if asked is not None and asked[0] is not None and shortest <= asked[0] <= longest:
        return asked
    usual = on.client.policy.renewal.term_years
    return on.policy(min(max(usual, shortest), longest))


def _value_lines(on: _Gatherer, money: Sequence[InputLine]) -> tuple[InputLine, ...]:
    policy = on.client.policy.renewal
    growth = (-0.5, 1.0)
    settings: Sequence[tuple[str, InputUnit, float, tuple[float, float]]] = (
        ("price_uplift", InputUnit.GROWTH, policy.price_uplift, growth),
        ("term_uplift", InputUnit.GROWTH, policy.term_price_uplift, growth),
        ("cost_growth", InputUnit.GROWTH, policy.cost_growth, growth),
        ("discount_rate", InputUnit.SHARE, policy.discount_rate, (0.0, 1.0)),
        ("horizon_years", InputUnit.WHOLE_YEARS, policy.horizon_years, (1, 5)),
        ("payment_lag", InputUnit.YEARS, policy.payment_lag_years, (0.0, 2.0)),
    )
    return (
        *(
            on.line(key, "time", unit, on.policy(value), limits)
            for key, unit, value, limits in settings
        ),
        *_alternative_lines(on, money),
        on.line(
            "margin_floor", "policy", InputUnit.SHARE, on.policy(policy.margin_floor), (0.0, 0.99)
        ),
        on.line("exchange_rate", "policy", InputUnit.RATE, _rate(on), (0.0, 1e9)),
    )


def _alternative_lines(on: _Gatherer, money: Sequence[InputLine]) -> tuple[InputLine, ...]:
    wide, cost_share = (0.0, LARGEST_MAJOR), on.client.policy.renewal.added_value_cost_share
    return (
        on.line(
            "added_value_cost", "alternatives", InputUnit.SHARE, on.policy(cost_share), (0.0, 2.0)
        ),
        on.line(
            "wallet",
            "alternatives",
            InputUnit.MONEY,
            on.asked_money("wallet_minor") or on.unknown(),
            wide,
        ),
        on.line("share_gain", "alternatives", InputUnit.SHARE, on.unknown()),
        on.line("extra_margin", "alternatives", InputUnit.SHARE, _todays_margin(on, money)),
        on.line(
            "obligations",
            "alternatives",
            InputUnit.MONEY,
            (0, on.words.say("source.no_obligations"), None),
            wide,
        ),
    )


def _todays_margin(
    on: _Gatherer, money: Sequence[InputLine]
) -> tuple[float | None, str, date | None]:
    price, _, sales, serve, _ = (line.value for line in money)
    if not price or sales is None or serve is None:
        return on.unknown()
    today = round(max(0.0, margin(price, sales + serve)), 4)
    return today, on.words.say("source.todays_margin"), on.day


def _rate(on: _Gatherer) -> tuple[float | None, str, date | None]:
    quote = on.client.policy.reporting_currency
    try:
        rate = on.client.dossier.rates.rate(RateKind.MONTH_END, on.client.currency, quote, on.day)
    except MissingRateError:
        return on.unknown()
    key = "source.same_currency" if quote == on.client.currency else "source.rates"
    return float(rate), on.words.say(key, currency=quote), on.day


_Held = Mapping[str, float | int | None]


def _needed(held: _Held, key: str) -> float:
    value = held[key]
    assert value is not None
    return float(value)


def _minor(held: _Held, key: str) -> int | None:
    value = held[key]
    return None if value is None else int(value)


def _course(held: _Held) -> Course:
    """What the years after the renewal are reckoned with."""
    return Course(
        price_uplift=_needed(held, "price_uplift"),
        term_uplift=_needed(held, "term_uplift"),
        cost_growth=_needed(held, "cost_growth"),
        discount_rate=_needed(held, "discount_rate"),
        later_probability=_needed(held, "later_probability"),
        horizon_years=int(_needed(held, "horizon_years")),
        payment_lag_years=_needed(held, "payment_lag"),
    )


def renewal_inputs(client: ClientFile, lines: Sequence[InputLine]) -> RenewalInputs:
    """The inputs as the arithmetic takes them."""
    held: _Held = {line.key: line.value for line in lines}
    needed, minor = partial(_needed, held), partial(_minor, held)
    policy = client.policy.renewal
    rate = held["exchange_rate"]
    shift = 10 ** (exponent(client.policy.reporting_currency) - exponent(client.currency))
    return RenewalInputs(
        price_minor=minor("price"),
        list_price_minor=minor("list_price"),
        cost_of_sales_minor=minor("cost_of_sales"),
        cost_to_serve_minor=minor("cost_to_serve"),
        avoidable_share=needed("avoidable_share"),
        discount=needed("discount"),
        term_discount=needed("term_discount"),
        term_years=int(needed("term_years")),
        probability=held["probability"],
        probability_discounted=held["probability_discounted"],
        probability_term=held["probability_term"],
        course=_course(held),
        added_value_cost_share=needed("added_value_cost"),
        wallet_minor=minor("wallet"),
        share_gain=held["share_gain"],
        extra_margin=held["extra_margin"],
        obligations_minor=minor("obligations") or 0,
        margin_floor=needed("margin_floor"),
        bands=policy.bands,
        long_term_years=policy.long_term_months / 12,
        escalation_minor=policy.escalation_deal_minor,
        exchange_rate=None if rate is None else float(rate) * shift,
        concessions_minor=minor("concessions") or 0,
    )
