"""Whose figures are asked for: a client, an account, or a group of clients, by id or by name."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

import pandas as pd

from messages.clause import Clause, Fact, clause
from messages.errors import CarteraError
from pipeline.settings import Settings
from transforms.core.canonical import CanonicalTables
from transforms.metrics.groups import client_groupings
from transforms.metrics.kpi import GROUPS, EntityKind
from transforms.metrics.metric_context import account_entities, client_entities
from transforms.metrics.rollup import PORTFOLIO
from transforms.sales.deal_versions import deal_versions
from transforms.sales.unassigned_deals import stand_ins

TABLES = ("accounts", "managers")
"""What says who there is."""


class UnknownEntityError(CarteraError):
    """Neither an id nor a name of the kind."""

    code = "failure-unknown-entity"
    exit_code = 2
    kind: Clause
    asked: str
    hint: Clause


class AmbiguousEntityError(CarteraError):
    """A name that several of the kind have."""

    code = "failure-ambiguous-entity"
    exit_code = 2
    kind: str
    asked: str
    ids: tuple[str, ...]

    @property
    def facts(self) -> dict[str, Fact]:
        return {**super().facts, "count": len(self.ids)}


@dataclass(frozen=True)
class Entity:
    """One of whom figures are told. `accounts` has its accounts' rows of `MetricContext.entities`:
    for a group with each client as its own entity, in the company's reporting currency."""

    kind: EntityKind
    id: str
    name: str
    accounts: pd.DataFrame


def names_of(tables: CanonicalTables, kind: EntityKind) -> dict[str, str]:
    """The names of all entities of a kind by id; those of teams and segments are their ids."""
    if kind in (EntityKind.CLIENT, EntityKind.ACCOUNT):
        accounts = tables.rows("accounts")
        return dict(zip(accounts["account_id"], accounts["account_name"], strict=True))
    if kind is EntityKind.PORTFOLIO:
        return {PORTFOLIO: PORTFOLIO}
    known: Mapping[str, str] = {}
    if kind is EntityKind.MANAGER:
        managers = tables.rows("managers")
        known = dict(zip(managers["manager_id"], managers["manager_name"], strict=True))
    groups = sorted({str(key) for key in _owners(tables, kind).unique()})
    return {key: known.get(key, key) for key in groups}


def _owners(
    tables: CanonicalTables, kind: EntityKind, others: pd.DataFrame | None = None
) -> "pd.Series[str]":
    """The group of the kind that each client, and each of the others, is in, by its id."""
    clients = client_entities(tables.rows("accounts"), "")
    every = clients if others is None else pd.concat([clients, others])
    for grouping in client_groupings(tables, pd.Index(every["entity_id"].unique())):
        if grouping.entity_type == kind:
            return grouping.entity_of
    return pd.Series(dtype="str")


def entity_named(
    settings: Settings, tables: CanonicalTables, kind: EntityKind, asked: str
) -> Entity:
    """The entity of the kind whose id or name is asked for, whichever way it is typed.

    A client goes by any of its accounts. Raises UnknownEntityError, which names the nearest, and
    AmbiguousEntityError where several have the name.
    """
    names = names_of(tables, kind)
    found = _keys(kind, asked, names)
    currency = settings.company.reporting_currency
    rows = tables.rows("accounts")
    clients = client_entities(rows, currency)
    if kind is EntityKind.CLIENT:
        found = [str(item) for item in clients.set_index("account_id").loc[found, "entity_id"]]
    key = _only_one(kind, asked, found)
    if kind is EntityKind.ACCOUNT:
        accounts = account_entities(rows, currency)
        return Entity(kind, key, names[key], _only(accounts, accounts["entity_id"] == key))
    if kind is EntityKind.CLIENT:
        return Entity(kind, key, names[key], _only(clients, clients["entity_id"] == key))
    together = clients.assign(currency=currency)
    if kind is EntityKind.PORTFOLIO:
        return Entity(kind, key, names[key], together)
    is_theirs = together["entity_id"].map(_owners(tables, kind)) == key
    return Entity(kind, key, names[key], _only(together, is_theirs))


def with_unassigned_deals(
    settings: Settings, who: CanonicalTables, group: Entity, deals: CanonicalTables
) -> Entity:
    """The group with the stand-ins for the accounts that deals of its managers lack."""
    found = stand_ins(deal_versions(deals), settings.company.reporting_currency)
    if group.kind is not EntityKind.PORTFOLIO:
        found = _only(found, found["entity_id"].map(_owners(who, group.kind, found)) == group.id)
    accounts = pd.concat([group.accounts, found], ignore_index=True)
    return replace(group, accounts=accounts)


def is_group(kind: EntityKind) -> bool:
    return kind in GROUPS


def _only(accounts: pd.DataFrame, chosen: "pd.Series[bool]") -> pd.DataFrame:
    return accounts[chosen].reset_index(drop=True)


def _keys(kind: EntityKind, asked: str, names: Mapping[str, str]) -> list[str]:
    """The key that is asked for, or all whose name it is: as it is written, else as it is typed."""
    if asked in names:
        return [asked]
    exact = [key for key, name in names.items() if name == asked]
    plain = {key: _plain(name) for key, name in names.items()}
    found = exact or [key for key, name in plain.items() if name == _plain(asked)]
    if not found:
        hint = near_hint([_told(key, names[key]) for key in _nearest(asked, plain)])
        raise UnknownEntityError(Clause(f"entity-{kind}"), asked, hint)
    return found


def _nearest(asked: str, plain: Mapping[str, str]) -> list[str]:
    """The keys whose names are most like what is asked for; where none is, the keys that are."""
    near = get_close_matches(_plain(asked), list(dict.fromkeys(plain.values())), 3, 0.4)
    named = [key for item in near for key, name in plain.items() if name == item]
    return named or get_close_matches(asked, list(plain), 3, 0.6)


def _only_one(kind: EntityKind, asked: str, keys: Sequence[str]) -> str:
    different = sorted(set(keys))
    if len(different) > 1:
        raise AmbiguousEntityError(str(kind), asked, tuple(different))
    return different[0]


def near_hint(nearest: Sequence[str]) -> Clause:
    """The names that may have been meant, or where to find all."""
    if nearest:
        return clause("hint-did-you-mean", found="; ".join(nearest))
    return clause("hint-list-of-kpis")


def _told(key: str, name: str) -> str:
    return name if key == name else f"{name} ({key})"


def _plain(text: str) -> str:
    """Small letters without accents, as people type names."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in split if not unicodedata.combining(letter)).strip()
