"""What renewal workbooks say in one line, as the page of renewals shows it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from messages.formats import Formats
from portal.approvals import level_name
from portal.visit import Visit
from transforms.core.money import exponent
from transforms.kpis import specs

_BAR_HEIGHT = 48
"""Of the highest month, in units of the drawing."""


@dataclass(frozen=True)
class RenewalTerms:
    """One renewal in words; a text is empty where it is not known or there is none."""

    month: str
    """Such as 2027-01."""
    reported_minor: int | None
    """Its price a year in the reporting currency."""
    forecast_minor: int | None
    """The figure `renewal_forecast` in the reporting currency."""
    risk_minor: int | None
    """Its revenue at risk in the reporting currency."""
    reporting_currency: str
    due: str
    """The price in the reporting currency, without its code."""
    due_own: str
    """In the client's, where that is another, or the rate is missing."""
    asked: str
    asked_share: float
    offered: str
    offered_share: float
    margin: str
    """After our offer, else after the request."""
    is_below_floor: bool
    """Whether the request would leave less than the floor."""
    approver: str
    """Whom the request goes to."""
    is_settled: bool


@dataclass(frozen=True)
class MonthBar:
    """Renewals of a month: what is due, its forecast, and how high its bars are drawn."""

    name: str
    due: str
    forecast: str
    height: int
    asked_height: int


@dataclass(frozen=True)
class RenewalSums:
    """Of all renewals listed, a year, in the reporting currency."""

    due: str
    forecast_name: str
    forecast: str
    """Empty where it is known of none."""
    asked: str
    asked_count: int
    offered: str
    offered_count: int
    unknown: int
    """Renewals without a price or a rate: they are in no sum."""
    months: tuple[MonthBar, ...]


def terms_of(who: Visit, text: str) -> RenewalTerms:
    """The line that a workbook's register entry holds."""
    told: Mapping[str, Any] = json.loads(text)
    formats = who.formats
    own, reporting = str(told["currency"]), str(told.get("reporting_currency") or "")
    price, reported = told["price_minor"], told.get("price_reported_minor")
    is_foreign = own != reporting or reported is None
    offered, asked = told.get("offer_discount"), float(told["discount"])
    margin = told.get("offer_margin")
    margin = told["margin_requested"] if margin is None else margin
    approver = level_name(who, told["approver"]) if asked and told["approver"] else ""
    finance = level_name(who, "finance")
    joins = approver and told.get("joins_finance")
    return RenewalTerms(
        month=str(told["renewal_date"])[:7],
        reported_minor=reported,
        forecast_minor=told.get("forecast_reported_minor"),
        risk_minor=told.get("risk_reported_minor"),
        reporting_currency=reporting,
        due="" if reported is None else whole(formats, reported, reporting),
        due_own=_money(formats, price, own) if price is not None and is_foreign else "",
        asked=_offer(who, formats, asked, told.get("asked_years")) if asked else "",
        asked_share=asked,
        offered=_offer(who, formats, offered, told.get("offer_years")),
        offered_share=float(offered or 0.0),
        margin="" if margin is None else formats.percent(margin, 1),
        is_below_floor=bool(told["is_below_floor"]) and asked > 0,
        approver=f"{approver} + {finance}" if joins else approver,
        is_settled=bool(told.get("is_settled")),
    )


def sums_of(who: Visit, terms: Sequence[RenewalTerms]) -> RenewalSums | None:
    """Of renewals that are open or signed; None where no price is known."""
    known = [item for item in terms if item.reported_minor is not None]
    currency = next((item.reporting_currency for item in known), "")
    if not currency:
        return None
    formats = who.formats
    return RenewalSums(
        due=_money(formats, sum(_minor(item) for item in known), currency),
        forecast_name=specs()["renewal_forecast"].name(who.language),
        forecast=_forecast(formats, known, currency),
        asked=_less(formats, [(item, item.asked_share) for item in known], currency),
        asked_count=sum(bool(item.asked_share) for item in known),
        offered=_less(formats, [(item, item.offered_share) for item in known], currency),
        offered_count=sum(bool(item.offered_share) for item in known),
        unknown=len(terms) - len(known),
        months=_months(formats, known, currency),
    )


def _minor(item: RenewalTerms) -> int:
    return item.reported_minor or 0


def _given(item: RenewalTerms, share: float) -> int:
    return round(_minor(item) * share)


def _less(formats: Formats, shares: Sequence[tuple[RenewalTerms, float]], currency: str) -> str:
    """What these discounts take off; nothing where there is none."""
    given = sum(_given(item, share) for item, share in shares)
    return _money(formats, -given, currency) if given else ""


def _forecast(formats: Formats, of: Sequence[RenewalTerms], currency: str) -> str:
    told = [item.forecast_minor for item in of if item.forecast_minor is not None]
    return _money(formats, sum(told), currency) if told else ""


def _months(formats: Formats, known: Sequence[RenewalTerms], currency: str) -> tuple[MonthBar, ...]:
    due: dict[str, int] = {}
    asked: dict[str, int] = {}
    for item in sorted(known, key=lambda item: item.month):
        due[item.month] = due.get(item.month, 0) + _minor(item)
        asked[item.month] = asked.get(item.month, 0) + _given(item, item.asked_share)
    most = max(due.values(), default=0) or 1
    return tuple(
        MonthBar(
            name=formats.month(date.fromisoformat(f"{month}-01")),
            due=_money(formats, minor, currency),
            forecast=_forecast(formats, [one for one in known if one.month == month], currency),
            height=round(_BAR_HEIGHT * minor / most),
            asked_height=round(_BAR_HEIGHT * asked[month] / most),
        )
        for month, minor in due.items()
    )


def _offer(who: Visit, formats: Formats, share: float | None, years: int | None) -> str:
    if share is None:
        return ""
    discount = formats.percent(share, 1, 0)
    return discount if years is None else who.say("portal-terms", discount=discount, years=years)


def _money(formats: Formats, minor: int, currency: str) -> str:
    """In whole units: a page of many deals is read in thousands."""
    return formats.amount(minor, currency, exponent(currency), 0)


def whole(formats: Formats, minor: int, currency: str) -> str:
    return formats.decimal(minor / 10 ** exponent(currency), 0)
