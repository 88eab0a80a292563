"""What clients' own rows say about their renewals: the list price, a year's revenue and cost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
import pandas as pd

from transforms.billing.costs import COST_OF_SALES, COST_TO_SERVE, OF_SALES, TO_SERVE, Cost
from transforms.billing.revenue_rows import REVENUE, is_begun_after
from transforms.billing.running_subscriptions import active_subscriptions
from transforms.clients.activity import has_billing
from transforms.core.periods import Period
from transforms.core.rates import MissingRateError, RateKind
from transforms.metrics.asked import Asked
from transforms.metrics.metric_context import MetricContext
from transforms.renewals.running_contracts import agreements, last_ending

Amounts = dict[str, int]
"""Minor units by client, in its currency; no entry where unknown."""


class CostKind(StrEnum):
    """The two kinds of cost."""

    OF_SALES = COST_OF_SALES
    TO_SERVE = COST_TO_SERVE


_COSTS = {CostKind.OF_SALES: OF_SALES, CostKind.TO_SERVE: TO_SERVE}


@dataclass(frozen=True)
class YearlyCost:
    """Cost of the trailing twelve months, where all of them are known."""

    amount_minor: int | None
    fixed_share: float | None
    """Part that stays if the client leaves; None unless every row says so."""


@dataclass(frozen=True)
class RenewalEvidence:
    """What one client's rows say; money in minor units a year of its currency."""

    list_price_minor: int | None
    listed_on: date | None
    """The day whose exchange rate the list price is converted at; None where it is not known."""
    is_billed: bool
    """Whether the company has billing at all."""
    yearly_minor: int | None
    """Earned in the trailing twelve months; without billing, won in deals in them."""
    costs: Mapping[CostKind, YearlyCost]
    costs_before: Mapping[CostKind, YearlyCost]
    """Of the twelve months before."""

    @property
    def cost_growth(self) -> float | None:
        """Of all cost over a year; None where either year is not known whole.

        >>> one, other = (dict.fromkeys(CostKind, YearlyCost(cost, None)) for cost in (103, 100))
        >>> round(RenewalEvidence(None, None, True, None, one, other).cost_growth, 4)
        0.03
        """
        now, before = _total(self.costs), _total(self.costs_before)
        return now / before - 1 if now is not None and before else None

    @property
    def trailing_margin(self) -> float | None:
        """Contribution margin of the trailing twelve months, after credits; None where revenue or
        cost of any of them is not known.

        >>> costs = dict.fromkeys(CostKind, YearlyCost(200, None))
        >>> RenewalEvidence(None, None, True, 1000, costs, costs).trailing_margin
        0.6
        """
        cost = _total(self.costs)
        if not self.is_billed or not self.yearly_minor or cost is None:
            return None
        return (self.yearly_minor - cost) / self.yearly_minor

    @property
    def fixed_share(self) -> float | None:
        """Part of all cost that stays if the client leaves; None where not all of it is told.

        >>> costs = {CostKind.OF_SALES: YearlyCost(300, 0.5), CostKind.TO_SERVE: YearlyCost(100, 0)}
        >>> RenewalEvidence(None, None, True, None, costs, costs).fixed_share
        0.375
        """
        costs = [self.costs[kind] for kind in CostKind]
        total = sum(item.amount_minor or 0 for item in costs)
        if total <= 0 or any(item.fixed_share is None for item in costs):
            return None
        return sum((item.fixed_share or 0.0) * (item.amount_minor or 0) for item in costs) / total


def _total(costs: Mapping[CostKind, YearlyCost]) -> int | None:
    amounts = [costs[kind].amount_minor for kind in CostKind]
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if len(known) == len(amounts) else None


def renewal_evidence(context: MetricContext, period: Period) -> dict[str, RenewalEvidence]:
    """By client, for every client of the context."""
    listed = list_prices(context, period.valuation_date)
    is_billed = has_billing(context)
    yearly = (yearly_revenue if is_billed else yearly_deals)(context, period)
    costs = {kind: yearly_costs(context, kind, period) for kind in CostKind}
    before = {kind: yearly_costs(context, kind, period.year_ago) for kind in CostKind}
    return {
        client: RenewalEvidence(
            *listed.get(client, (None, None)),
            is_billed,
            yearly.get(client),
            {kind: by_client[client] for kind, by_client in costs.items()},
            {kind: by_client[client] for kind, by_client in before.items()},
        )
        for client in context.currencies.index
    }


def list_prices(context: MetricContext, on: date) -> dict[str, tuple[int, date]]:
    """List prices a year of what is subscribed, where all of it is on the price list, each with
    the day of its exchange rate: that of the contract, else of the first subscription, so that
    rates that move move no discount. Today's, where no rate of that day is known.
    """
    active = active_subscriptions(context, on)
    is_unlisted = active[["quantity", "list_price_minor", "list_currency"]].isna().any(axis=1)
    unlisted = set(active.loc[is_unlisted, "entity_id"])
    kept = active[~active["entity_id"].isin(unlisted)]
    priced = kept.assign(minor=(kept["quantity"] * kept["list_price_minor"]).round())
    agreed = {
        client: last.start_date
        for client, found in agreements(context, on).items()
        if (last := last_ending(found)) is not None
    }
    found: dict[str, tuple[int, date]] = {}
    for client, rows in priced.groupby("entity_id"):
        began = agreed.get(str(client)) or min(day.date() for day in rows["start_date"])
        for day in (began, on):
            minor = _together(context, rows, "list_currency", "minor", day).get(str(client))
            if minor is not None:
                found[str(client)] = minor, day
                break
    return found


def yearly_revenue(context: MetricContext, period: Period) -> Amounts:
    """Revenue of the twelve months that end with the period.

    What a client without subscriptions pays a year. Unknown where its revenue does not go
    back a year, where a rate is missing, and where nothing was left of it.
    """
    year = Asked(context, period.trailing_twelve)
    earned = REVENUE.of_entities(year)
    known = earned[(earned.fillna(0) > 0) & _goes_back(year)]
    return {str(client): int(minor) for client, minor in known.items()}


def yearly_deals(context: MetricContext, period: Period) -> Amounts:
    """Amounts of deals won in the twelve months that end with the period.

    All that a company without billing knows of what a client pays; unknown where there is
    none, where one has no amount, and where a rate is missing.
    """
    year, deals = period.trailing_twelve, context.rows("opportunities")
    closed = deals["close_date"]
    in_year = (closed >= pd.Timestamp(year.start)) & (closed < pd.Timestamp(year.end))
    won = deals[(deals["state"] == "won") & in_year]
    untold = set(won.loc[won["amount_minor"].isna(), "entity_id"])
    kept = won[~won["entity_id"].isin(untold)]
    return _together(context, kept, "currency", "amount_minor", period.valuation_date)


def _together(
    context: MetricContext, rows: pd.DataFrame, currency: str, amount: str, on: date
) -> Amounts:
    """Sums by client at the month-end rates of a day; no sum where a rate is missing."""
    keys = ["entity_id", "entity_currency", currency]
    sums = rows.groupby(keys)[amount].sum().reset_index()
    found: Amounts = {}
    unrated: set[str] = set()
    for client, quote, base, minor in sums.itertuples(index=False):
        try:
            shown = context.rates.convert(RateKind.MONTH_END, int(minor), base, quote, on)
        except MissingRateError:
            unrated.add(client)
            continue
        found[client] = found.get(client, 0) + shown
    return {client: minor for client, minor in found.items() if client not in unrated}


def yearly_costs(context: MetricContext, kind: CostKind, period: Period) -> dict[str, YearlyCost]:
    """Each client's cost of the twelve months that end with the period, in its currency.

    Unknown where a month with revenue has no cost, and where revenue does not go back a
    year: part of a year's cost against a year's price would show too good a margin.
    """
    year, cost = Asked(context, period.trailing_twelve), _COSTS[kind]
    amounts = cost.of_entities(year)
    known = amounts[amounts.notna() & _is_covered(cost, year)]
    shares = _fixed_shares(cost, year)
    unknown = dict.fromkeys(context.currencies.index, YearlyCost(None, None))
    return unknown | {
        str(client): YearlyCost(int(minor), shares.get(str(client)))
        for client, minor in known.items()
    }


def _is_covered(cost: Cost, year: Asked) -> pd.Series:
    # Lines carry what was sold cost; nothing but the cost feed says what serving costs.
    if cost is TO_SERVE and not year.context.has("costs"):
        return pd.Series(False, index=year.entities)
    has_rows = sum(rows.counted(window) for rows, window in cost.selected(year)) > 0
    return _goes_back(year) & has_rows & ~cost.is_lacking(year)


def _goes_back(year: Asked) -> pd.Series:
    """Whose revenue begins by the first month of the year."""
    return ~is_begun_after(year.over(year.period.months[0]))


def _fixed_shares(cost: Cost, year: Asked) -> dict[str, float]:
    """Part of the cost that stays; unknown across currencies, which are never added."""
    kept = cost.rows.kept(year)
    amounts = kept["amount_minor"].to_numpy(dtype=np.int64)
    stays = amounts * kept["fixed_share"].to_numpy(dtype=np.float64, na_value=np.nan)
    found: dict[str, float] = {}
    for client, places in kept.groupby("entity").indices.items():
        total, currencies = int(amounts[places].sum()), set(kept["currency"].iloc[places])
        if len(currencies) == 1 and total and not np.isnan(stays[places]).any():
            found[str(year.entities[int(str(client))])] = float(stays[places].sum()) / total
    return found
