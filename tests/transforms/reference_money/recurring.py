"""Recurring revenue on a day, why it moved and what of it stayed."""

from datetime import date, timedelta
from fractions import Fraction

from transforms.core.periods import Period
from transforms.core.policy import ChurnDate

from .company import (
    DAY,
    Answer,
    Company,
    NoRate,
    Row,
    added,
    after,
    half_even,
    month_of,
    months_between,
    ratio,
)
from .earned import counted_lines, earned_by

NEVER = date(9999, 1, 1)


def _ends(company: Company, row: Row) -> date:
    if company.policy.churn_date is ChurnDate.CANCELLATION and row["cancelled_date"]:
        return row["cancelled_date"]
    if row["end_date"] is None and row["status"] in ("cancelled", "ended"):
        return row["cancelled_date"] or row["start_date"]  # over, and nobody says since when
    return row["end_date"] or NEVER


def paying(company: Company, client: str) -> list[Row]:
    return [
        row
        for row in company.of(client, company.subscriptions)
        if not row["is_trial"]
        and not row["is_metered"]
        and row["status"] not in ("trialing", "unpaid", "incomplete", "paused")
        and _ends(company, row) > row["start_date"]
    ]


def native(company: Company, client: str, day: date) -> dict[tuple[str, str], int]:
    """Yearly amounts running on a day, by account and currency."""
    return added(
        ((row["account_id"], row["currency"]), row["yearly_minor"])
        for row in paying(company, client)
        if row["start_date"] <= day < _ends(company, row)
    )


def mrr(company: Company, client: str, day: date, rate_month: date) -> int:
    return sum(
        company.converted(
            client, "month_end", half_even(Fraction(yearly, 12)), currency, rate_month
        )
        for (_, currency), yearly in native(company, client, day).items()
    )


def arr(company: Company, client: str, day: date) -> int:
    return sum(
        company.converted(client, "month_end", yearly, currency, month_of(day))
        for (_, currency), yearly in native(company, client, day).items()
    )


def has_paid(company: Company, client: str, day: date) -> bool:
    return any(row["start_date"] <= day for row in paying(company, client))


def _ever_had(company: Company, client: str, before: date) -> bool:
    """A subscription that counts, at any month's end before this month."""
    starts = [month_of(row["start_date"]) for row in paying(company, client)]
    months = months_between(min(starts, default=before), before)
    return any(_pays(company, client, after(month, 1) - DAY) for month in months)


MOVEMENTS = ("start", "new", "expansion", "contraction", "churn", "reactivation", "exchange")


def _month(company: Company, client: str, month: date) -> dict[str, int]:
    before, last = month - DAY, after(month, 1) - DAY
    start = mrr(company, client, before, month_of(before))
    base = mrr(company, client, before, month)
    end = mrr(company, client, last, month)
    moved = dict.fromkeys(MOVEMENTS, 0) | {"start": start, "exchange": base - start}
    change = end - base
    if change > 0 and not _pays(company, client, before):
        name = "reactivation" if _ever_had(company, client, month) else "new"
    elif change > 0:
        name = "expansion"
    else:
        name = "contraction" if _pays(company, client, last) else "churn"
    return moved | {name: abs(change)}


def movements(company: Company, client: str, period: Period) -> dict[str, Answer]:
    if not has_paid(company, client, period.valuation_date):
        return {name: Answer(reason="no_subscriptions") for name in MOVEMENTS}
    try:
        months = months_between(period.start, period.end)
        moved = [_month(company, client, month) for month in months]
    except NoRate:
        return {name: Answer(reason="rate_missing") for name in MOVEMENTS}
    total = {name: Answer(sum(month[name] for month in moved)) for name in MOVEMENTS}
    return total | {"start": Answer(moved[0]["start"])}


def retained(company: Company, client: str, window: Period) -> tuple[Answer, Answer]:
    """Net and gross."""
    last = window.valuation_date
    if not has_paid(company, client, last):
        return (Answer(reason="no_subscriptions"),) * 2
    try:
        opening = month_of(window.start - DAY)
        start = mrr(company, client, window.start - DAY, opening)
        end = mrr(company, client, last, opening)
    except NoRate:
        return (Answer(reason="rate_missing"),) * 2
    otherwise = "no_opening_revenue"
    return ratio(end, start, otherwise), ratio(min(start, end), start, otherwise)


def away_and_back(company: Company, client: str, window: Period) -> bool:
    """Paid at both ends of a window whose figures are known, and nothing at a month's end
    between them."""
    if retained(company, client, window)[0].value is None:
        return False
    months = [
        window.start,
        *(after(month, 1) for month in months_between(window.start, window.end)),
    ]
    before, last = window.start - DAY, window.valuation_date
    paid = [_pays(company, client, month - DAY) for month in months]
    kept = min(mrr(company, client, day, month_of(before)) for day in (before, last))
    return kept > 0 and not all(paid)


def is_newly_back(company: Company, client: str, period: Period) -> bool:
    """Pays at the end, and had left at some month's end of the year before it."""
    if not _pays(company, client, period.valuation_date):
        return False
    days = [first - DAY for first in months_between(period.trailing_twelve.start, period.end)]
    return any(has_paid(company, client, day) and not _pays(company, client, day) for day in days)


def _pays(company: Company, client: str, day: date) -> bool:
    """Whether it has a subscription that counts, be it for nothing."""
    return bool(native(company, client, day))


def _is_active(company: Company, client: str, day: date) -> bool:
    if company.subscriptions is not None:
        if _pays(company, client, day):
            return True
        if has_paid(company, client, day):
            return False
    if company.invoices is None or company.invoice_lines is None:
        return False
    end = day + DAY
    start = end - timedelta(days=company.policy.activity_window_days)
    parts = added(
        (
            (line["account_id"], line["currency"]),
            earned_by(company, line, end, line["net_minor"])
            - earned_by(company, line, start, line["net_minor"]),
        )
        for line in counted_lines(company, client)
    )
    return any(minor > 0 for minor in parts.values())


def client_retention(company: Company, client: str, window: Period) -> Answer:
    if not _is_active(company, client, window.start - DAY):
        return Answer(reason="not_active_at_start")
    return Answer(int(_is_active(company, client, window.valuation_date)))


def _level(company: Company, client: str, period: Period) -> dict[str, Answer]:
    last = period.valuation_date
    if not has_paid(company, client, last):
        return dict.fromkeys(("mrr", "arr"), Answer(reason="no_subscriptions"))
    try:
        return {
            "mrr": Answer(mrr(company, client, last, month_of(last))),
            "arr": Answer(arr(company, client, last)),
        }
    except NoRate:
        return dict.fromkeys(("mrr", "arr"), Answer(reason="rate_missing"))


def answers(company: Company, client: str, period: Period) -> dict[str, Answer]:
    year = period.trailing_twelve
    active = {
        "client_retention": client_retention(company, client, period),
        "client_retention_ttm": client_retention(company, client, year),
    }
    if company.subscriptions is None:
        return active
    nrr, grr = retained(company, client, period)
    nrr_ttm, grr_ttm = retained(company, client, year)
    moved = movements(company, client, period)
    return {
        **active,
        **_level(company, client, period),
        **{f"mrr_{name}": answer for name, answer in moved.items()},
        "nrr": nrr,
        "grr": grr,
        "nrr_ttm": nrr_ttm,
        "grr_ttm": grr_ttm,
    }
