"""What each client's own figures are computed from, as one mark by client.

Everything that a shard's computing is given enters it, whether a figure reads it or not: rows,
in their order (sums of fractions depend on it), whose they are, the policy, the release. Of the day
on which exports landed only what figures see of it.
"""

import hashlib
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pandas as pd

from pipeline.compute.shards import Shard
from pipeline.release import release_mark
from pipeline.run_context import RunContext
from transforms.core.canonical import CanonicalTables
from transforms.kpis import specs
from transforms.metrics.kpi import EntityKind
from transforms.metrics.kpi_periods import NeededPeriods
from transforms.metrics.metric_context import MetricContext
from transforms.sales.deal_versions import deal_versions
from transforms.tables import LINEAGE, TABLES
from warehouse import FigureMarks

_ONLY_JOINED_BY = ("account_links", "external_accounts")
"""Tables that tell, when exports are read, whose a row is: figures find the account in it."""
_PLACE = [column.name for column in LINEAGE if column.name != "source"]
_Hashes = npt.NDArray[np.uint64]


def own_figures(needed: NeededPeriods) -> pd.DataFrame:
    """The figures of clients that do not compare them: `kpi`, `period` and `version` of each."""
    found = [
        (spec.id, str(period), spec.version)
        for spec in specs().values()
        if EntityKind.CLIENT in spec.of and not spec.is_population
        for period in needed.every
        if needed.needs(spec, period)
    ]
    return pd.DataFrame(found, columns=["kpi", "period", "version"])


def client_marks(
    run: RunContext, shard: Shard, context: MetricContext, needed: NeededPeriods
) -> FigureMarks:
    """Of the shard's clients and these figures."""
    tables = context.tables
    anyones = context.kept_out[context.kept_out["account_id"] == ""]
    alike = (*_alike(run, tables), _hashed(anyones).tobytes())
    shared = hashlib.sha256(repr(alike).encode()).hexdigest()
    found = {client: hashlib.sha256(shared.encode()) for client in shard.client_ids}
    owner = shard.entities.set_index("account_id")["entity_id"]
    for name in sorted(tables):
        if TABLES[name].has_account and name not in _ONLY_JOINED_BY:
            for client, digest in digests_by_client(tables[name], owner):
                found[client].update(f"{name} {digest};".encode())
    for client, digest in digests_by_client(context.kept_out, owner):
        found[client].update(f"kept out {digest};".encode())
    for client, digest in digests_by_client(shard.entities, owner):
        found[client].update(f"entities {digest};".encode())
    for client in _asking_the_day(tables, owner):
        found[client].update(str(run.known_at.date()).encode())
    inputs = {client: mark.hexdigest() for client, mark in found.items()}
    return FigureMarks(run.known_at, _scope(context, needed), inputs)


def _scope(context: MetricContext, needed: NeededPeriods) -> str:
    """Which figures, and of which periods more is to come."""
    figures = own_figures(needed).to_csv(index=False)
    over = [context.is_over(period) for period in needed.every]
    return hashlib.sha256(f"{figures}{over}".encode()).hexdigest()


def _alike(run: RunContext, tables: CanonicalTables) -> Iterator[object]:
    """What is the same for all clients: feeds, tables without accounts, policy, release."""
    yield sorted(tables)
    for name in sorted(tables):
        if not TABLES[name].has_account and name not in _ONLY_JOINED_BY:
            yield name, hashlib.sha256(_hashed(tables[name]).tobytes()).hexdigest()
    yield repr(run.settings.company)
    yield repr(run.settings.policy)
    yield release_mark()


def digests_by_client(frame: pd.DataFrame, owner: "pd.Series[str]") -> Iterator[tuple[str, str]]:
    """Each client with the digest of its rows, as they follow each other."""
    if frame.empty:
        return
    clients, names = pd.factorize(frame["account_id"].map(owner))
    order = np.argsort(clients, kind="stable")
    hashes, places = _hashed(frame)[order], clients[order]
    starts = np.flatnonzero(np.diff(places, prepend=-2))
    for start, end in zip(starts, [*starts[1:], len(places)], strict=True):
        if places[start] >= 0:
            part = hashes[start:end].tobytes()
            yield str(names[places[start]]), hashlib.sha256(part).hexdigest()


def _hashed(frame: pd.DataFrame) -> _Hashes:
    """Each row's hash, wherever it was read."""
    rows = frame.drop(columns=_PLACE, errors="ignore")
    return pd.util.hash_pandas_object(rows, index=False).to_numpy().astype(np.uint64)


def _asking_the_day(tables: CanonicalTables, owner: "pd.Series[str]") -> set[str]:
    """Clients with deals of which nobody says when they were told: the newest day counts."""
    deals = deal_versions(tables)
    untold = deals.loc[deals["told_date"].isna(), "account_id"]
    return set(untold.map(owner).dropna())
