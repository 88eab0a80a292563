"""Deals through time: what each was from one day to another."""

from datetime import date

import pandas as pd

from transforms.core.canonical import CanonicalTables
from transforms.core.exact import Flags
from transforms.tables import TABLES

DEAL_TABLES = ("opportunities", "opportunity_versions")


def deal_versions(tables: CanonicalTables) -> pd.DataFrame:
    """Rows of `opportunity_versions`, of everybody.

    A CRM's own history of a deal stands before what deliveries show of it. A deal without any
    version is there as its row says: since when is then not known, and `valid_from` and
    `told_date` are missing.
    """
    spec = TABLES["opportunity_versions"]
    told, plain = (tables.rows(name) for name in (spec.name, "opportunities"))
    is_shown = (told["basis"] == "delivered").fillna(False)
    stated = told[~is_shown]
    stated = stated.assign(told_date=stated["told_date"].fillna(stated["valid_from"]))
    shown = told[is_shown & ~told["opportunity_id"].isin(stated["opportunity_id"])]
    alone = spec.conform(plain[~plain["opportunity_id"].isin(told["opportunity_id"])])
    return pd.concat([stated, shown, alone], ignore_index=True)


def held_on(deals: pd.DataFrame, day: date) -> Flags:
    """Which versions were so on a day."""
    on = pd.Timestamp(day)
    began = deals["valid_from"].isna() | (deals["valid_from"] <= on)
    ended = deals["valid_until"] <= on
    return (began & ~ended).to_numpy(dtype=bool)


def told_on(deals: pd.DataFrame, known: date | None) -> pd.Series:
    """The day on which each version was first told; missing where nobody says."""
    told = deals["told_date"]
    return told if known is None else told.fillna(pd.Timestamp(known))


def was_open_on(deals: pd.DataFrame, day: date, known: date | None) -> Flags:
    """Which of the versions that held on a day say that the deal was open on it.

    One that is closed was open before its close date; a close date after the day on which it was
    told is a fault, and the deal is taken to be closed.
    """
    closes, told = deals["close_date"], told_on(deals, known)
    is_later = (closes > pd.Timestamp(day)) & (told.isna() | (closes <= told))
    return ((deals["state"] == "open") | is_later).to_numpy(dtype=bool)
