"""A shard's rows, laid out by client, each client's with a mark that changes when they do."""

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
class RowsByClient:
    """Canonical rows of a shard's clients.

    `frames` and `marks` are by table and client; `shared` tables are the same for all.
    """

    frames: Mapping[str, Mapping[str, pd.DataFrame]]
    marks: Mapping[str, Mapping[str, bytes]]
    empty: Mapping[str, pd.DataFrame]
    shared: Mapping[str, pd.DataFrame]
    shared_mark: bytes

    def tables(self, client_id: str) -> CanonicalTables:
        """The client's own rows and the shared tables."""
        own = {
            name: by_client.get(client_id, self.empty[name])
            for name, by_client in self.frames.items()
        }
        return CanonicalTables({**own, **self.shared})

    @property
    def rates(self) -> pd.DataFrame:
        """The exchange rates up to the valuation date."""
        return self.shared.get("fx_rates", TABLES["fx_rates"].empty())

    def mark(self, client_id: str) -> bytes:
        """Changes when any row that the client's reports may use changes."""
        own = (
            name.encode() + by_client.get(client_id, b"")
            for name, by_client in sorted(self.marks.items())
        )
        return b"".join((*own, self.shared_mark))


def rows_by_client(tables: CanonicalTables, shard: Shard, valuation_date: date) -> RowsByClient:
    """Lay out a shard's rows. Of the exchange rates only those up to the valuation date."""
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
    shared = {name: tables[name] for name in _SHARED if name in tables}
    if "fx_rates" in shared:
        rates = shared["fx_rates"]
        known = rates["rate_date"] <= pd.Timestamp(valuation_date)
        shared["fx_rates"] = rates[known].reset_index(drop=True)
    return RowsByClient(
        frames={name: _split(*item) for name, item in owned.items()},
        marks={name: client_marks(*item) for name, item in owned.items()},
        empty={name: frame.iloc[:0] for name, (frame, _) in owned.items()},
        shared=shared,
        shared_mark=b"".join(_hashes(frame).tobytes() for frame in shared.values()),
    )


def client_marks(frame: pd.DataFrame, client: pd.Series) -> dict[str, bytes]:
    """The hashes of each client's rows, in their order."""
    hashes = pd.Series(_hashes(frame), index=frame.index)
    return {str(key): part.to_numpy().tobytes() for key, part in hashes.groupby(client)}


def _hashes(frame: pd.DataFrame):
    return pd.util.hash_pandas_object(frame, index=False).to_numpy()


def _split(frame: pd.DataFrame, client: pd.Series) -> dict[str, pd.DataFrame]:
    return {str(key): part.reset_index(drop=True) for key, part in frame.groupby(client)}
