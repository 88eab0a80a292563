"""When each client's agreement comes up for renewal, and how that is known."""

from calendar import isleap
from datetime import date
from enum import StrEnum

import pandas as pd

from transforms.billing.documents import is_counted
from transforms.billing.recurring import SUBSCRIPTIONS, running_on
from transforms.billing.subscription_history import ENDLESS
from transforms.clients.activity import has_billing
from transforms.core.exact import whole_numbers
from transforms.core.periods import Period
from transforms.metrics.asked import Asked
from transforms.metrics.metric_context import MetricContext


class RenewalBasis(StrEnum):
    """What a renewal date rests on."""

    CONTRACT = "contract"
    SUBSCRIPTION = "subscription"
    INFERRED = "inferred"  # a yearly anniversary: nobody agreed on it


def renewal_table(context: MetricContext, valuation_date: date) -> pd.DataFrame:
    """`entity_id`, `renewal_date` and `basis` (a RenewalBasis), one row an entity.

    The latest end of the contracts that run on the valuation date; else the latest end of
    the paying subscriptions active on it; else the next yearly anniversary of the first
    paying subscription or invoice; in a company without billing, of the first deal won.
    Missing date and empty basis where there is none of them.
    """
    dates = {
        RenewalBasis.CONTRACT: _contract_ends(context, valuation_date),
        RenewalBasis.SUBSCRIPTION: _subscription_ends(context, valuation_date),
        RenewalBasis.INFERRED: _anniversaries(context, valuation_date),
    }
    entities = context.currencies.index
    renewal = pd.Series(pd.NaT, index=entities, dtype="datetime64[us]")
    basis = pd.Series("", index=entities, dtype="str")
    for name, found in dates.items():
        found = found.reindex(entities)
        basis = basis.mask(renewal.isna() & found.notna(), name.value)
        renewal = renewal.fillna(found)
    return pd.DataFrame(
        {"entity_id": entities.array, "renewal_date": renewal.array, "basis": basis.array}
    )


def next_anniversary(first: date, after: date) -> date:
    """The first yearly return of a day after another one; 29 February returns on the
    28th in years without one.

    >>> next_anniversary(date(2024, 2, 29), after=date(2025, 2, 28))
    datetime.date(2026, 2, 28)
    """
    this_year = _in_year(first, after.year)
    return this_year if this_year > after else _in_year(first, after.year + 1)


def _in_year(day: date, year: int) -> date:
    is_lost = (day.month, day.day) == (2, 29) and not isleap(year)
    return day.replace(year=year, day=28 if is_lost else day.day)


def _contract_ends(context: MetricContext, on: date) -> pd.Series:
    return _latest_end(context.rows("contracts"), on)


def _subscription_ends(context: MetricContext, on: date) -> pd.Series:
    counted = running_on(context, on)
    dated = counted[counted["term_day"] != ENDLESS]
    return dated.assign(end_date=_days(dated["term_day"])).groupby("entity_id")["end_date"].max()


def _days(numbers: pd.Series) -> pd.Series:
    """Day numbers as dates."""
    return pd.to_datetime(numbers, unit="D").astype("datetime64[us]")


def _latest_end(agreements: pd.DataFrame, on: date) -> pd.Series:
    day = pd.Timestamp(on)
    running = agreements[(agreements["start_date"] <= day) & (agreements["end_date"] > day)]
    return running.groupby("entity_id")["end_date"].max()


def _anniversaries(context: MetricContext, on: date) -> pd.Series:
    issued = context.rows("invoices")
    invoices = issued[(issued["document_kind"] == "invoice") & is_counted(issued)]
    begins = pd.concat(
        [
            _first_days(Asked(context, Period.month(on.year, on.month))),
            invoices[["entity_id", "issue_date"]].rename(columns={"issue_date": "start_date"}),
            _first_sales(context).rename(columns={"close_date": "start_date"}),
        ]
    )
    begun = begins[begins["start_date"] <= pd.Timestamp(on)]
    first = begun.groupby("entity_id")["start_date"].min()
    days = [next_anniversary(day.date(), on) for day in pd.DatetimeIndex(first)]
    return pd.Series(pd.to_datetime(days), index=first.index, dtype="datetime64[us]")


def _first_sales(context: MetricContext) -> pd.DataFrame:
    """Deals won, where nothing else tells when a client began to pay."""
    deals = context.rows("opportunities")[["entity_id", "close_date", "state"]]
    if context.has("subscriptions") or has_billing(context):
        deals = deals.iloc[:0]
    return deals.loc[deals["state"] == "won", ["entity_id", "close_date"]]


def _first_days(asked: Asked) -> pd.DataFrame:
    began = SUBSCRIPTIONS.kept(asked)
    entity_id = asked.entities.take(whole_numbers(began["entity"]))
    return pd.DataFrame({"entity_id": entity_id, "start_date": _days(began["start_day"]).array})
