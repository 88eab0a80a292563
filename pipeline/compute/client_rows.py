"""Fingerprints of a shard's rows: each client's change when its rows do."""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from pipeline.compute.shards import Shard
from transforms.core.canonical import CanonicalTables
from transforms.tables import TABLES

_SHARED = ("products", "fx_rates")
"""Tables without accounts that every client's reports may need."""
_PLACE = ["source_file", "source_line"]
"""Where a row was read. A file with other names or another order of rows moves it."""
_MIX = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True)
class Fingerprints:
    """Of some rows, in whatever order they are: of what they say and, apart, of where it was
    read as well."""

    content: str
    with_place: str


@dataclass(frozen=True)
class RowPrints:
    """Fingerprints by table and client; those of the `shared` tables are the same for all."""

    own: Mapping[str, Mapping[str, Fingerprints]]
    shared: Mapping[str, Fingerprints]

    def of(self, client_id: str) -> dict[str, Fingerprints]:
        """Of the client's rows in every table that there is, and of the shared ones."""
        none = Fingerprints("", "")
        own = {name: by_client.get(client_id, none) for name, by_client in self.own.items()}
        return {**own, **self.shared}


def with_known_rates(tables: CanonicalTables, valuation_date: date) -> CanonicalTables:
    """The same tables, of the exchange rates only those up to the valuation date."""
    day = pd.Timestamp(valuation_date)
    return tables.map(
        lambda name, frame: (
            frame[frame["rate_date"] <= day].reset_index(drop=True) if name == "fx_rates" else frame
        )
    )


def row_prints(tables: CanonicalTables, shard: Shard) -> RowPrints:
    """The fingerprints of all clients of the shard."""
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
    return RowPrints(
        {name: _printed(*item) for name, item in owned.items()},
        {name: _fingerprints(*_hashes(tables[name])) for name in _SHARED if name in tables},
    )


def figure_prints(figures: pd.DataFrame, kpis: Collection[str]) -> dict[str, str]:
    """By client, the fingerprint of its figures of these KPIs."""
    chosen = figures[figures["kpi"].isin(list(kpis))]
    groups = pd.Series(_hashed(chosen), index=chosen.index).groupby(chosen["entity_id"])
    return {str(client): _digest(part.to_numpy()) for client, part in groups}


def _printed(frame: pd.DataFrame, client: pd.Series) -> dict[str, Fingerprints]:
    content, with_place = _hashes(frame)
    both = pd.DataFrame({"content": content, "with_place": with_place}, index=frame.index)
    return {
        str(key): _fingerprints(part["content"].to_numpy(), part["with_place"].to_numpy())
        for key, part in both.groupby(client)
    }


def _fingerprints(
    content: npt.NDArray[np.uint64], with_place: npt.NDArray[np.uint64]
) -> Fingerprints:
    return Fingerprints(_digest(content), _digest(with_place))


def _hashes(frame: pd.DataFrame) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]]:
    """Each row's hash without and with its place."""
    content = _hashed(frame.drop(columns=_PLACE))
    return content, (content * _MIX + _hashed(frame[_PLACE])).astype(np.uint64)


def _hashed(frame: pd.DataFrame) -> npt.NDArray[np.uint64]:
    return pd.util.hash_pandas_object(frame, index=False).to_numpy().astype(np.uint64)


def _digest(hashes: npt.NDArray[np.uint64]) -> str:
    return hashlib.sha256(np.sort(hashes).tobytes()).hexdigest()[:16]
