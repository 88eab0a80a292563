"""Every input of a renewal workbook with where it comes from and the day it is of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reports.client import ClientFile
from reports.workbook.input_line import (
    ASKED_APART,
    CONDITION_UNITS,
    CONDITIONS,
    LARGEST_MAJOR,
    LONG_TERMS,
    OFFERED,
    PRICES,
    SIDES,
    Change,
    InputLine,
    InputUnit,
)
from reports.workbook.words import WorkbookWords
from transforms.core.money import exponent
from transforms.core.rates import MissingRateError, RateKind
from transforms.renewals.acceptance import POLICY_DISCOUNT
from transforms.renewals.client_evidence import CostKind, RenewalEvidence
from transforms.renewals.discount_arithmetic import margin
from transforms.renewals.requests import RenewalRequest, latest_request


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
        # A price of nothing is a price that nobody stated.
        is_stated = minor > 0 or column.removesuffix("_minor") not in PRICES
        return (minor, found[1], found[2]) if is_stated else None

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
    lines = (
        *money,
        *_request_lines(gatherer),
        *_side_lines(gatherer),
        *_loyalty_lines(gatherer),
        *_value_lines(gatherer, money),
    )
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
    if line.key in PRICES and not decision.inputs[line.key]:
        return line  # stored before a price of nothing was refused
    typing = decision.typings.get(line.key)
    name = decision.name if typing is None else typing.name
    day = decision.imported_at.date() if typing is None else typing.day
    change = None
    if typing is not None and typing.is_newest:
        before = line.value if typing.before is None else typing.before
        change = Change(before, name, day)
    return replace(
        line,
        value=decision.inputs[line.key],
        source=words.say("source.decision", name=name),
        as_of=day,
        change=change,
    )


def _price_lines(on: _Gatherer) -> tuple[InputLine, ...]:
    group, least = "price", 10.0 ** -exponent(on.client.currency)
    listed = on.evidence.list_price_minor
    found = {
        "price": on.asked_money("price_minor") or _recurring(on),
        "list_price": on.asked_money("list_price_minor")
        or (listed or None, on.words.say("source.price_list"), on.day),
        "cost_of_sales": _cost(on, CostKind.OF_SALES),
        "cost_to_serve": _cost(on, CostKind.TO_SERVE),
    }
    lines = [
        on.line(
            key,
            group,
            InputUnit.MONEY,
            value,
            (least if key in PRICES else 0.0, LARGEST_MAJOR),
        )
        for key, value in found.items()
    ]
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
    group = "request"
    none = (0.0, on.words.say("source.none_requested"), None)
    discount = on.asked("requested_discount") or none
    bundled = on.asked_money("concessions_minor") or (
        0,
        on.words.say("source.no_concessions"),
        None,
    )
    term_discount = (discount[0], on.words.say("source.as_discount"), discount[2])
    return (
        on.line("discount", group, InputUnit.SHARE, discount, (0.0, 0.95)),
        on.line("concessions", group, InputUnit.MONEY, bundled, (0.0, LARGEST_MAJOR)),
        *(_condition(on, "asked", name) for name in ASKED_APART),
        on.line("term_discount", group, InputUnit.SHARE, term_discount, (0.0, 0.95)),
        on.line("term_years", group, InputUnit.WHOLE_YEARS, _long_term(on), LONG_TERMS),
    )


def _condition(on: _Gatherer, side: str, name: str) -> InputLine:
    """One condition of a side's offer; what nobody stated stays as it is today."""
    unit, limits = CONDITION_UNITS[name]
    group = "request" if side == "asked" else side
    stated = {"term_years": 1, "exclusivity": 0} if side == "asked" else {}
    source = on.words.say(f"source.{side}_not_stated")
    return InputLine(f"{side}_{name}", group, unit, stated.get(name), source, None, *limits)


def _side_lines(on: _Gatherer) -> tuple[InputLine, ...]:
    """Our offer, and what was agreed in the end."""
    return tuple(_condition(on, side, name) for side in SIDES[1:] for name in CONDITIONS)


def with_advice(lines: Sequence[InputLine], advised: Mapping[str, float | None], source: str
) -> tuple[InputLine, ...]:  # fmt: skip
    """Our offer as advised, wherever nobody typed another."""
    return tuple(
        replace(line, value=advised.get(line.key), source=source)
        if line.key in OFFERED and line.value is None
        else line
        for line in lines
    )


def _loyalty_lines(on: _Gatherer) -> tuple[InputLine, ...]:
    policy, group = on.client.policy.renewal, "loyalty"
    stated = {
        "probability": "renewal_probability",
        "probability_discounted": "renewal_probability_discounted",
        "probability_term": "renewal_probability_term",
    }
    defaults = {
        "default_probability": _default(on, 0.0, policy.renewal_probability),
        "default_probability_discounted": _default(
            on, POLICY_DISCOUNT, policy.discounted_probability
        ),
    }
    share = InputUnit.SHARE
    return (
        *(
            on.line(key, group, share, on.asked(column) or on.unknown())
            for key, column in stated.items()
        ),
        *(on.line(key, group, share, found) for key, found in defaults.items()),
        on.line("term_effect", group, InputUnit.NUMBER, on.policy(policy.term_effect), (-5, 5)),
        on.line("later_probability", group, share, on.policy(policy.later_renewal_probability)),
    )


def _long_term(on: _Gatherer) -> tuple[float | None, str, date | None]:
    """The term asked for, unless the shorter term's column has it already."""
    shortest, longest = LONG_TERMS
    asked = on.asked("term_years")
    if asked is not None and asked[0] is not None and shortest <= asked[0] <= longest:
        return asked
    usual = on.client.policy.renewal.term_years
    return on.policy(min(max(usual, shortest), longest))


_Found = tuple[float | int | None, str, date | None]
"""A value, where it comes from, and the day that it is of."""
_GROWTH = (-0.5, 1.0)


def _cost_growth(on: _Gatherer) -> _Found:
    """As the client's own cost grew over a year, where two whole years of it are known."""
    grown = on.evidence.cost_growth
    if grown is None or not _GROWTH[0] <= grown <= _GROWTH[1]:
        return on.policy(on.client.policy.renewal.cost_growth)
    year = on.client.period.trailing_twelve
    months = {"first": f"{year.start:%Y-%m}", "last": f"{on.day:%Y-%m}"}
    return round(grown, 4), on.words.say("source.cost_growth", **months), on.day


def _value_lines(on: _Gatherer, money: Sequence[InputLine]) -> tuple[InputLine, ...]:
    policy = on.client.policy.renewal
    growth, rates = _GROWTH, policy.discount_rates
    rate = rates.get(on.client.currency, policy.discount_rate)
    settings: Sequence[tuple[str, InputUnit, _Found, tuple[float, float]]] = (
        ("price_uplift", InputUnit.GROWTH, on.policy(policy.price_uplift), growth),
        ("term_uplift", InputUnit.GROWTH, on.policy(policy.term_price_uplift), growth),
        ("cost_growth", InputUnit.GROWTH, _cost_growth(on), growth),
        ("discount_rate", InputUnit.SHARE, on.policy(rate), (0.0, 1.0)),
        ("horizon_years", InputUnit.WHOLE_YEARS, on.policy(policy.horizon_years), (1, 5)),
        ("payment_lag", InputUnit.YEARS, on.policy(policy.payment_lag_years), (0.0, 2.0)),
    )
    return (
        *(on.line(key, "time", unit, found, limits) for key, unit, found, limits in settings),
        *_alternative_lines(on, money),
        *_bound_lines(on),
        on.line(
            "margin_floor", "policy", InputUnit.SHARE, on.policy(policy.margin_floor), (0.0, 0.99)
        ),
        on.line("exchange_rate", "policy", InputUnit.RATE, _rate(on), (0.0, 1e9)),
    )


def _default(on: _Gatherer, discount: float, usual: float) -> tuple[float, str, date | None]:
    """From the company's own decided renewals where they tell, else from its policy."""
    own = on.client.decided
    if own is None:
        return on.policy(usual)
    told = {"count": own.count, "first": own.first.year, "last": own.last.year}
    if not own.is_usable:
        return usual, on.words.say("source.own_contrary", **told), own.last
    return (
        round(own.probability(discount), 6),
        on.words.say("source.own_renewals", **told),
        own.last,
    )


def _bound_lines(on: _Gatherer) -> tuple[InputLine, ...]:
    """What may be offered unasked."""
    policy, group, whole = on.client.policy.renewal, "policy", InputUnit.WHOLE_YEARS
    concession, limit = on.policy(policy.term_concession), on.policy(policy.services_limit)
    return (
        on.line("longest_term", group, whole, on.policy(policy.longest_term_years), (1, 5)),
        on.line("term_in_force", group, whole, _term_in_force(on), (1, 20)),
        on.line("term_concession", group, InputUnit.SHARE, concession),
        on.line("services_limit", group, InputUnit.SHARE, limit),
    )


def _term_in_force(on: _Gatherer) -> tuple[int, str, date | None]:
    """Whole years of the running contract that ends last; a year without one."""
    ending = [
        (item.end_date, item.start_date)
        for item in on.client.dossier.renewal.agreements
        if item.end_date is not None
    ]
    if not ending:
        return 1, on.words.say("source.yearly"), None
    end, start = max(ending)
    years = max(1, min(20, round((end - start).days / 365.25)))
    return years, on.words.say("source.contract"), start


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
