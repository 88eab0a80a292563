"""Marks of a shard's rows: each client's changes when its rows do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from pipeline.compute.shards import Shard
from transforms.core.canonical import CanonicalTables
from transforms.tables import TABLES

_SHARED = ("products", "fx_rates")
"""Tables without accounts that every client's reports may need."""


@dataclass(frozen=True)
class RowMarks:
    """Hashes of rows by table and client; those of the `shared` tables are the same for all."""

    own: Mapping[str, Mapping[str, bytes]]
    shared: bytes

    def of(self, client_id: str) -> bytes:
        """Changes when any row that the client's reports may use changes."""
        own = (
            name.encode() + by_client.get(client_id, b"")
            for name, by_client in sorted(self.own.items())
        )
        return b"".join((*own, self.shared))


def with_known_rates(tables: CanonicalTables, valuation_date: date) -> CanonicalTables:
    """The same tables, of the exchange rates only those up to the valuation date."""
    day = pd.Timestamp(valuation_date)
    return tables.map(
        lambda name, frame: (
            frame[frame["rate_date"] <= day].reset_index(drop=True) if name == "fx_rates" else frame
        )
    )


def row_marks(tables: CanonicalTables, shard: Shard) -> RowMarks:
    """The marks of all clients of the shard."""
    owner = shard.entities.set_index("account_id")["entity_id"]
    owned = {
        name: (frame, frame["account_id"].map(owner))
        for name, frame in tables.items()
        if TABLES[name].has_account and name != "account_links"
    }
    if "targets" in tables:
        targets = tables["targets"]
        of_client = targets["entity_id"].where(targets["entity_type"] == "client")
        owned["targets"] = (targets, of_client)
    shared = (tables[name] for name in _SHARED if name in tables)
    return RowMarks(
        {name: client_marks(*item) for name, item in owned.items()},
        b"".join(_hashes(frame).tobytes() for frame in shared),
    )


def client_marks(frame: pd.DataFrame, client: pd.Series) -> dict[str, bytes]:
    """The hashes of each client's rows, in their order."""
    hashes = pd.Series(_hashes(frame), index=frame.index)
    return {str(key): part.to_numpy().tobytes() for key, part in hashes.groupby(client)}


def _hashes(frame: pd.DataFrame):
    return pd.util.hash_pandas_object(frame, index=False).to_numpy()
