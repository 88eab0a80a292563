"""Of how many of a client's seats the use is measured, where it has several accounts."""

from dataclasses import dataclass
from datetime import timedelta

import pandas as pd

from transforms.billing.running_subscriptions import active_subscriptions
from transforms.core.cells import plain
from transforms.core.periods import Period
from transforms.metrics.metric_context import MetricContext
from transforms.service.usage_weeks import RECENT_DAYS

_FEWEST = 1
"""A quantity above it is one of seats, where no product of the use is known."""


@dataclass(frozen=True)
class SeatsApart:
    """Accounts whose use is measured, and the seats that others pay for and nobody measures."""

    measured: tuple[str, ...]
    """Names of accounts, in order."""
    others: tuple[str, ...]
    seats: int


def seats_apart(context: MetricContext, period: Period) -> dict[str, SeatsApart]:
    """By client with seats on the valuation date that its use does not cover; no entry where use
    covers all of them, or none."""
    held = _seats_held(context, period)
    measured = _measured(context, period)
    counted = held[held["entity_id"].isin(set(measured["entity_id"]))]
    is_apart = ~counted["account_id"].isin(set(measured["account_id"]))
    names = _names(context)
    return {
        str(client): SeatsApart(
            _named(names, measured.loc[measured["entity_id"] == client, "account_id"]),
            _named(names, rows["account_id"]),
            round(float(rows["quantity"].sum())),
        )
        for client, rows in counted[is_apart].groupby("entity_id")
    }


def _seats_held(context: MetricContext, period: Period) -> pd.DataFrame:
    """Subscriptions of seats: of the products that usage names, else of a quantity above one."""
    running = active_subscriptions(context, period.valuation_date)
    used = set(context.tables.rows("usage")["product_id"].dropna())
    of_seats = running["product_id"].isin(used)
    if not of_seats.any():
        of_seats = pd.Series(running["quantity"] > _FEWEST, dtype="boolean")
    kept = running[of_seats.fillna(False)]
    return kept[["entity_id", "account_id", "quantity"]].dropna()


def _measured(context: MetricContext, period: Period) -> pd.DataFrame:
    """Accounts whose people and seats are told of the days that the figure is of."""
    usage, last = context.rows("usage"), pd.Timestamp(period.valuation_date)
    day = usage["usage_date"]
    recent = usage[(day > last - timedelta(days=RECENT_DAYS)) & (day <= last)]
    known = recent.dropna(subset=["active_users", "seats_paid"])
    return known[["entity_id", "account_id"]].drop_duplicates()


def _names(context: MetricContext) -> dict[str, str]:
    accounts = context.rows("accounts")
    return {
        str(key): plain(name)
        for key, name in zip(accounts["account_id"], accounts["account_name"], strict=True)
    }


def _named(names: dict[str, str], accounts: pd.Series) -> tuple[str, ...]:
    return tuple(sorted({names.get(str(key)) or str(key) for key in accounts}))
