"""What must hold between a row and the rows it names."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from graphlib import TopologicalSorter

import numpy as np
import pandas as pd

from expectations import measures
from expectations.check import Check, OneOf
from transforms.core.canonical import Severity
from transforms.tables import TABLES, Column, TableSpec

_FOUND, _MISSING, _KEPT_OUT = 1.0, 0.0, -1.0
_YES = OneOf((1.0,))


@dataclass(frozen=True)
class Keys:
    """The keys of one table that a row may name."""

    present: Set[str]
    """In this delivery, or in the warehouse."""
    kept_out: Set[str]
    """In this delivery, but kept out of it."""


@dataclass(frozen=True)
class Link:
    """A column that holds another table's key, and what a broken one does."""

    table: str
    column: str
    target: str
    missing: Severity
    """The named row is nowhere."""
    kept_out: Severity
    """The named row was kept out of this delivery."""

    @property
    def was_kept(self) -> str:
        """The helper column with 0 where the named row was kept out, else 1."""
        return f"{self.column} was kept"

    @property
    def exists(self) -> str:
        """The helper column with 0 where the named row is nowhere, else 1."""
        return f"{self.column} exists"


def links(spec: TableSpec) -> tuple[Link, ...]:
    """Every reference of the table."""
    return tuple(_link(spec, column) for column in spec.columns if column.references)


def _link(spec: TableSpec, column: Column) -> Link:
    missing, kept_out = _severities(spec, column)
    return Link(spec.name, column.name, column.references, missing, kept_out)


def _severities(spec: TableSpec, column: Column) -> tuple[Severity, Severity]:
    match (spec.name, column.name):
        case ("accounts", "parent_account_id"):
            # A filtered holding company is no fault; a parent that fell to one leaves its
            # children with half of the client's figures.
            return Severity.WARN, Severity.HOLD
        case ("invoices", "credited_invoice_id"):
            return Severity.WARN, Severity.QUARANTINE
        case (_, "account_id") | ("invoice_lines" | "payments", "invoice_id"):
            return Severity.QUARANTINE, Severity.QUARANTINE
        case _:
            return Severity.WARN, Severity.WARN


def tables_in_order() -> tuple[str, ...]:
    """Every table, after those it names."""
    named = {
        name: sorted({link.target for link in links(spec)} - {name})
        for name, spec in TABLES.items()
    }
    return tuple(TopologicalSorter(named).static_order())


def reference_suite(spec: TableSpec) -> tuple[Check, ...]:
    """Both checks of every reference of the table."""
    return tuple(check for link in links(spec) for check in link_checks(link))


def link_checks(link: Link) -> tuple[Check, Check]:
    """That the named row exists, and that it was not kept out."""
    return (
        _link_check(link, "parent_quarantined", link.kept_out, link.was_kept),
        _link_check(link, "reference_missing", link.missing, link.exists),
    )


def _link_check(link: Link, rule: str, severity: Severity, helper: str) -> Check:
    return Check(
        rule,
        link.table,
        link.column,
        severity,
        measures.number(helper),
        _YES,
        details=(("target", link.target),),
    )


def with_status(
    frame: pd.DataFrame, wanted: tuple[Link, ...], keys: Mapping[str, Keys]
) -> pd.DataFrame:
    """The rows with the helper columns of each reference; missing where a row names nothing."""
    for link in wanted:
        status = _status(frame[link.column], keys[link.target])
        named = status.notna()
        was_kept = (status != _KEPT_OUT).astype("float64").where(named)
        exists = (status != _MISSING).astype("float64").where(named)
        frame = frame.assign(**{link.was_kept: was_kept, link.exists: exists})
    return frame


def _status(named: pd.Series, keys: Keys) -> pd.Series:
    codes, names = pd.factorize(named)
    status = np.array([*(_status_of(name, keys) for name in names), np.nan])
    return pd.Series(status[codes], index=named.index)


def _status_of(name: str, keys: Keys) -> float:
    if name in keys.kept_out:
        return _KEPT_OUT
    return _FOUND if name in keys.present else _MISSING


def cycle_free(accounts: pd.DataFrame) -> pd.Series:
    """1 where climbing from parent to parent comes to an end, 0 where it never does."""
    parent_of = dict(zip(accounts["account_id"], accounts["parent_account_id"], strict=True))
    ends: dict[str, bool] = {}
    for account in parent_of:
        path = list(_climb(account, parent_of, ends))
        last = path[-1] if path else account
        next_up = parent_of.get(last)
        reached = ends.get(next_up, next_up not in path) if isinstance(next_up, str) else True
        ends |= dict.fromkeys(path, reached)
    return accounts["account_id"].map(ends).astype("float64")


def _climb(account: str, parent_of: Mapping[str, str], judged: Mapping[str, bool]) -> Iterator[str]:
    """The account and those above it, until one without parent, seen or already judged."""
    seen: set[str] = set()
    current: str | None = account
    while isinstance(current, str) and current in parent_of:
        if current in seen or current in judged:
            return
        seen.add(current)
        yield current
        current = parent_of[current]
