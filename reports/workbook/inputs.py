"""Every input of a renewal workbook with where it comes from and the day it is of."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from reports.client import ClientFile
from reports.workbook.gatherer import Found, Gatherer
from reports.workbook.held_inputs import since_older
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
from reports.workbook.time_inputs import time_lines
from reports.workbook.words import WorkbookWords
from transforms.core.money import exponent, half_even
from transforms.core.rates import MissingRateError, RateKind
from transforms.renewals.acceptance import POLICY_DISCOUNT
from transforms.renewals.client_evidence import CostKind
from transforms.renewals.discount_arithmetic import margin
from transforms.renewals.requests import latest_request
from transforms.renewals.running_contracts import last_ending

_LONGEST_TERM = 20
"""Years of a contract in force that the arithmetic can be told of."""


def gather_inputs(
    client: ClientFile, words: WorkbookWords, renewal_date: date
) -> tuple[InputLine, ...]:
    """Every input, in the order of the assumptions sheet."""
    requests = client.dossier.renewal.requests
    gatherer = Gatherer(client, words, latest_request(requests, renewal_date, client.data_date))
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
    typed = since_older(decision.inputs)
    if line.key not in typed:
        return line
    if line.key in PRICES and not typed[line.key]:
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
        value=typed[line.key],
        source=words.say("source.decision", name=name),
        as_of=day,
        change=change,
    )


def _price_lines(on: Gatherer) -> tuple[InputLine, ...]:
    group, least = "price", 10.0 ** -exponent(on.client.currency)
    listed = on.evidence.list_price_minor
    found = {
        "price": on.asked_money("price_minor") or _recurring(on),
        "list_price": on.asked_money("list_price_minor")
        or (listed or None, on.words.say("source.price_list"), on.evidence.listed_on or on.day),
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


def _recurring(on: Gatherer) -> tuple[int | None, str, date | None]:
    arr = on.client.kpis.get("arr", on.client.period)
    # A price of zero is no price: the client pays in another way than by subscription.
    if not arr.value_minor:
        return _of_the_year(on)
    agreed = on.client.dossier.renewal.agreed
    if agreed is not None and agreed.at_renewal:
        rise = on.words.percent(agreed.at_renewal)
        later = half_even(Decimal(arr.value_minor) * (1 + Decimal(repr(agreed.at_renewal))))
        return later, on.words.say("source.agreed_price", rise=rise), on.day
    return arr.value_minor, on.words.say("source.recurring"), on.day


def _of_the_year(on: Gatherer) -> tuple[int | None, str, date | None]:
    """What was earned in twelve months; without billing, what was won in them."""
    first, last = f"{on.client.period.trailing_twelve.start:%Y-%m}", f"{on.day:%Y-%m}"
    key = "source.revenue" if on.evidence.is_billed else "source.deals"
    return on.evidence.yearly_minor, on.words.say(key, first=first, last=last), on.day


def _cost(on: Gatherer, kind: CostKind) -> tuple[int | None, str, date | None]:
    year = on.client.period.trailing_twelve
    months = on.words.say("source.costs", first=f"{year.start:%Y-%m}", last=f"{on.day:%Y-%m}")
    return on.evidence.costs[kind].amount_minor, months, on.day


def _avoidable(on: Gatherer) -> tuple[float | None, str, date | None]:
    asked = on.asked("avoidable_cost_share")
    if asked is not None:
        return asked
    fixed = on.evidence.fixed_share
    if fixed is not None:
        return 1 - fixed, on.words.say("source.fixed_share"), on.day
    return on.policy(on.client.policy.renewal.avoidable_cost_share)


def _request_lines(on: Gatherer) -> tuple[InputLine, ...]:
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


def _condition(on: Gatherer, side: str, name: str) -> InputLine:
    """One condition of a side's offer; what nobody stated stays as it is today."""
    unit, limits = CONDITION_UNITS[name]
    group = "request" if side == "asked" else side
    stated = {"term_years": 1, "exclusivity": 0} if side == "asked" else {}
    source = on.words.say(f"source.{side}_not_stated")
    return InputLine(f"{side}_{name}", group, unit, stated.get(name), source, None, *limits)


def _side_lines(on: Gatherer) -> tuple[InputLine, ...]:
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


def _loyalty_lines(on: Gatherer) -> tuple[InputLine, ...]:
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


def _long_term(on: Gatherer) -> tuple[float | None, str, date | None]:
    """The term asked for, unless the shorter term's column has it already."""
    shortest, longest = LONG_TERMS
    asked = on.asked("term_years")
    if asked is not None and asked[0] is not None and shortest <= asked[0] <= longest:
        return asked
    usual = on.client.policy.renewal.term_years
    return on.policy(min(max(usual, shortest), longest))


def _value_lines(on: Gatherer, money: Sequence[InputLine]) -> tuple[InputLine, ...]:
    policy = on.client.policy.renewal
    return (
        *time_lines(on),
        *_alternative_lines(on, money),
        *_bound_lines(on),
        on.line(
            "margin_floor", "policy", InputUnit.SHARE, on.policy(policy.margin_floor), (0.0, 0.99)
        ),
        on.line("exchange_rate", "policy", InputUnit.RATE, _rate(on), (0.0, 1e9)),
    )


def _default(on: Gatherer, discount: float, usual: float) -> Found:
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


def _bound_lines(on: Gatherer) -> tuple[InputLine, ...]:
    """What may be offered unasked."""
    policy, group, whole = on.client.policy.renewal, "policy", InputUnit.WHOLE_YEARS
    concession, limit = on.policy(policy.term_concession), on.policy(policy.services_limit)
    return (
        on.line("longest_term", group, whole, on.policy(policy.longest_term_years), (1, 5)),
        on.line("term_in_force", group, whole, _term_in_force(on), (1, _LONGEST_TERM)),
        on.line("term_concession", group, InputUnit.SHARE, concession),
        on.line("services_limit", group, InputUnit.SHARE, limit),
    )


def _term_in_force(on: Gatherer) -> tuple[int, str, date | None]:
    """Whole years of the running contract that ends last; a year without one."""
    last = last_ending(on.client.dossier.renewal.agreements)
    if last is None or last.years is None:
        return 1, on.words.say("source.yearly"), None
    return min(last.years, _LONGEST_TERM), on.words.say("source.contract"), last.start_date


def _alternative_lines(on: Gatherer, money: Sequence[InputLine]) -> tuple[InputLine, ...]:
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
    on: Gatherer, money: Sequence[InputLine]
) -> tuple[float | None, str, date | None]:
    price, _, sales, serve, _ = (line.value for line in money)
    if not price or sales is None or serve is None:
        return on.unknown()
    today = round(max(0.0, margin(price, sales + serve)), 4)
    return today, on.words.say("source.todays_margin"), on.day


def _rate(on: Gatherer) -> tuple[float | None, str, date | None]:
    quote = on.client.policy.reporting_currency
    try:
        rate = on.client.dossier.rates.rate(RateKind.MONTH_END, on.client.currency, quote, on.day)
    except MissingRateError:
        return on.unknown()
    key = "source.same_currency" if quote == on.client.currency else "source.rates"
    return float(rate), on.words.say(key, currency=quote), on.day
