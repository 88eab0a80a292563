"""Keys of other systems that lead to no account: proposals for a person to decide."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from pipeline.ingest.ingest import (
    CheckedDelivery,
    check_delivery,
    increments_of,
    landed_deliveries,
    source_mappings,
)
from pipeline.settings import Settings
from transforms.clients.account_matching import Candidate, ExternalKey, candidates
from transforms.clients.merged_accounts import MERGED
from transforms.tables import TABLES
from warehouse import Staging, Warehouse, open_warehouse

_MAP_SOURCE = "account_map"
_NEEDED = ("accounts", "contacts", "external_accounts", "account_links")
_UNKNOWN = "reference_missing"


@dataclass(frozen=True)
class AcceptedLink:
    """A row of the map that a person accepted before; it has to stay in the map."""

    key: ExternalKey
    account_id: str


@dataclass(frozen=True)
class AccountProposals:
    """What is accepted, and what each key without account might be."""

    accepted: tuple[AcceptedLink, ...]
    open_keys: Mapping[ExternalKey, tuple[Candidate, ...]]
    account_names: Mapping[str, str]
    is_mapped: bool
    """Whether cartera.toml names the mapping that reads the map."""


def propose_accounts(settings: Settings) -> AccountProposals:
    """Proposals from the newest delivery and what the warehouse knows; stores nothing."""
    mappings = source_mappings(settings)
    newest = landed_deliveries(settings, mappings)[-1]
    with (
        open_warehouse(settings.warehouse_url) as warehouse,
        warehouse.staging(increments_of(mappings)) as staging,
    ):
        known = warehouse.known_keys(newest.landed_at)
        checked = check_delivery(settings, mappings, newest, known, staging)
        tables = {name: _rows(name, staging, warehouse) for name in _NEEDED}
    links, accounts = tables["account_links"], tables["accounts"]
    described = list(_described(tables["external_accounts"]))
    linked = set(zip(links["system"], links["external_id"], strict=True))
    waiting = _waiting(checked)
    keys = [
        _with_rows(key, waiting.pop((key.system, key.external_id), 0))
        for key in described
        if (key.system, key.external_id) not in linked
    ]
    keys += [ExternalKey(*key, rows=rows) for key, rows in waiting.items() if key not in linked]
    ranked = sorted(keys, key=lambda key: (-key.rows, key.system, key.external_id))
    return AccountProposals(
        tuple(_accepted(links, described)),
        candidates(ranked, accounts, tables["contacts"]),
        dict(zip(accounts["account_id"], accounts["account_name"], strict=True)),
        any(mapping.source == _MAP_SOURCE for mapping in mappings),
    )


def _rows(name: str, staging: Staging, warehouse: Warehouse) -> pd.DataFrame:
    """The table's rows by key: this delivery's word counts before the warehouse's."""
    known_at = warehouse.known_at_latest(None)
    frames = [staging.rows(name)]
    if known_at is not None:
        frames.append(warehouse.read_tables(known_at, names=[name]).rows(name))
    whole = pd.concat(frames, ignore_index=True)
    return whole.drop_duplicates(list(TABLES[name].key)).reset_index(drop=True)


def _described(external: pd.DataFrame) -> Iterator[ExternalKey]:
    told = external.astype("object").where(external.notna(), "")
    for row in told.itertuples():
        yield ExternalKey(
            str(row.system),
            str(row.external_id),
            str(row.external_name),
            str(row.domain),
            str(row.tax_id),
        )


def _with_rows(key: ExternalKey, rows: int) -> ExternalKey:
    return ExternalKey(key.system, key.external_id, key.name, key.domain, key.tax_id, rows)


def _waiting(checked: CheckedDelivery) -> dict[tuple[str, str], int]:
    """Rows that wait for each key: of another system, or an account that nobody knows."""
    keys = checked.unlinked
    found = {
        (str(row.system), str(row.external_id)): int(str(row.rows)) for row in keys.itertuples()
    }
    faults = checked.quarantine
    lost = faults[(faults["rule"] == _UNKNOWN) & (faults["column_name"] == "account_id")]
    named = lost[lost["account_id"].notna() & ~lost["table_name"].isin(["account_links"])]
    for account, rows in named["account_id"].value_counts().items():
        found[MERGED, str(account)] = int(rows)
    return found


def _accepted(links: pd.DataFrame, described: Sequence[ExternalKey]) -> Iterator[AcceptedLink]:
    names = {(key.system, key.external_id): key for key in described}
    for row in links[links["source"] == _MAP_SOURCE].itertuples():
        key = (str(row.system), str(row.external_id))
        yield AcceptedLink(names.get(key, ExternalKey(*key)), str(row.account_id))
