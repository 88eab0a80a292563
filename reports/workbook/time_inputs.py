"""The inputs of how price, cost and payment run over the years, each with its source."""

from collections.abc import Iterator, Sequence

from reports.workbook.gatherer import Found, Gatherer
from reports.workbook.input_line import STEPS, InputLine, InputUnit
from transforms.renewals.running_contracts import last_ending
from transforms.renewals.value import YEAR_DAYS, YEAR_MONTHS

_Setting = tuple[str, InputUnit, Found, tuple[float, float]]
"""Key, unit, value with its source, and limits."""
_GROWTH = (-0.5, 1.0)
_LARGEST_COMMISSION = 0.5


def _cost_growth(on: Gatherer) -> Found:
    """As the client's own cost grew over a year, where two whole years of it are known."""
    grown = on.evidence.cost_growth
    if grown is None or not _GROWTH[0] <= grown <= _GROWTH[1]:
        return on.policy(on.client.policy.renewal.cost_growth)
    year = on.client.period.trailing_twelve
    months = {"first": f"{year.start:%Y-%m}", "last": f"{on.day:%Y-%m}"}
    return round(grown, 4), on.words.say("source.cost_growth", **months), on.day


def _uplift(on: Gatherer, usual: float) -> Found:
    """As the contract's clause says; an index is reckoned with as the policy has it, up to the
    clause's cap."""
    clause = last_ending(on.client.dossier.renewal.agreements)
    if clause is None or (
        clause.yearly_uplift is None and clause.uplift_cap is None and not clause.uplift_index
    ):
        return on.policy(usual)
    stated = usual if clause.yearly_uplift is None else clause.yearly_uplift
    rise = stated if clause.uplift_cap is None else min(stated, clause.uplift_cap)
    told = {
        "index": clause.uplift_index or "-",
        "cap": "-" if clause.uplift_cap is None else on.words.percent(clause.uplift_cap),
    }
    key = "source.clause" if clause.yearly_uplift is not None else "source.clause_index"
    return min(max(rise, _GROWTH[0]), _GROWTH[1]), on.words.say(key, **told), clause.start_date


def _step_lines(on: Gatherer) -> Iterator[_Setting]:
    """Rises of later years that the contract agrees, year by year."""
    agreed = on.client.dossier.renewal.agreed
    rises = (None,) * len(STEPS) if agreed is None else agreed.rises
    for key, rise in zip(STEPS, rises, strict=True):
        day = None if rise is None else on.day
        yield key, InputUnit.GROWTH, (rise, on.words.say("source.price_steps"), day), (-0.9, 9.0)


def _billing(on: Gatherer) -> Found:
    """As the client is invoiced; without an invoice, yearly."""
    habit = on.client.dossier.renewal.habit
    if habit is None:
        return YEAR_MONTHS, on.words.say("source.no_invoices"), None
    return habit.months, on.words.say("source.invoices", count=habit.invoices), on.day


def _days(on: Gatherer) -> Found:
    """As the client pays; where no payment is known, as the policy has it."""
    habit = on.client.dossier.renewal.habit
    if habit is None or habit.days is None:
        return on.policy(round(on.client.policy.renewal.payment_lag_years * YEAR_DAYS))
    told = {"paid": habit.paid, "count": habit.invoices}
    return min(habit.days, 730), on.words.say("source.paid_invoices", **told), on.day


def _commission(on: Gatherer) -> Found:
    """As the request gives it; else none."""
    asked = on.asked("commission_share")
    if asked is None or not 0 <= (asked[0] or 0) <= _LARGEST_COMMISSION:
        return 0.0, on.words.say("source.no_commission"), None
    return asked


def time_lines(on: Gatherer) -> tuple[InputLine, ...]:
    """Growth of price and cost, discounting, and when money comes and goes."""
    policy = on.client.policy.renewal
    rate = policy.discount_rates.get(on.client.currency, policy.discount_rate)
    months, growth = InputUnit.MONTHS, InputUnit.GROWTH
    settings: Sequence[_Setting] = (
        ("price_uplift", growth, _uplift(on, policy.price_uplift), _GROWTH),
        ("term_uplift", growth, _uplift(on, policy.term_price_uplift), _GROWTH),
        *_step_lines(on),
        ("cost_growth", growth, _cost_growth(on), _GROWTH),
        ("discount_rate", InputUnit.SHARE, on.policy(rate), (0.0, 1.0)),
        ("horizon_years", InputUnit.WHOLE_YEARS, on.policy(policy.horizon_years), (1, 5)),
        ("billing_months", months, _billing(on), (1, 12)),
        ("payment_days", InputUnit.DAYS, _days(on), (0, 730)),
        ("cost_months", months, on.policy(policy.cost_months), (1, 12)),
        ("commission", InputUnit.SHARE, _commission(on), (0.0, _LARGEST_COMMISSION)),
    )
    return tuple(on.line(key, "time", unit, found, limits) for key, unit, found, limits in settings)
