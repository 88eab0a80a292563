"""What a manager should know before a deck is sent: faulty rows and restated figures."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

import pandas as pd

from messages.catalogue import catalogue
from pipeline.compute.restatements import EXPLAINED_FIGURES, causing_rows, client_facts
from pipeline.compute.shards import Shard
from pipeline.publishing.client_files import kpi_values
from pipeline.settings import LANGUAGES, Settings
from reports.client import ClientFile, Restated, RowFault
from transforms.metrics.kpi import KpiValue
from warehouse import Warehouse

_SHOWN = (
    "usage_change",
    "usage_change_year",
    "seats_used",
    "first_response_median",
    "critical_resolution_median",
    "nps",
    "csat",
    "delivery_on_time",
    "invoiced_amount",
    "mrr",
)
"""Figures that decks show as such."""
_ROWS_TOLD = 5
_ALL_RUNS = 100_000


def with_sending(
    settings: Settings,
    clients: Iterable[ClientFile],
    warehouse: Warehouse,
    shard: Shard,
    known_at: datetime,
    quarantine: pd.DataFrame,
) -> Iterator[ClientFile]:
    """The clients with their faults and restated figures.

    `quarantine` are the faults of the newest loads, whatever became of their rows.
    """
    faults = _faults(shard, quarantine)
    clients = list(clients)
    restated = _restated(settings, clients, warehouse, known_at)
    return (
        replace(
            client,
            faults=faults.get(client.client_id, ()),
            restated=restated.get(client.client_id, ()),
        )
        for client in clients
    )


def _faults(shard: Shard, quarantine: pd.DataFrame) -> dict[str, tuple[RowFault, ...]]:
    owner = shard.entities.set_index("account_id")["entity_id"]
    ours = quarantine[quarantine["account_id"].isin(owner.index)]
    ordered = ours.sort_values(["source_file", "source_line", "rule"])
    found: dict[str, list[RowFault]] = {}
    cells = ordered.astype(object).where(ordered.notna(), None).to_dict("records")
    for row in cells:
        line = row["source_line"]
        fault = RowFault(
            rule=str(row["rule"]),
            names=_rule_names(str(row["rule"])),
            table=str(row["table_name"]),
            severity=str(row["severity"]),
            source_file=str(row["source_file"]),
            source_line=None if line is None else int(str(line)),
        )
        found.setdefault(str(owner[str(row["account_id"])]), []).append(fault)
    return {client: tuple(items) for client, items in found.items()}


def _rule_names(rule: str) -> Mapping[str, str]:
    from expectations.wording import rule_name  # the words of rules are that room's

    return {language: rule_name(catalogue(language), rule) for language in LANGUAGES}


def _restated(
    settings: Settings, clients: list[ClientFile], warehouse: Warehouse, known_at: datetime
) -> dict[str, tuple[Restated, ...]]:
    """Figures that the newest deck of a period showed, and that are others by now."""
    shown_at = _shown_at(clients, warehouse, known_at)
    found: dict[str, list[Restated]] = {}
    by_moment: dict[tuple[str, datetime], list[ClientFile]] = {}
    for client in clients:
        for period, moment in shown_at.get(client.client_id, {}).items():
            by_moment.setdefault((period, moment), []).append(client)
    for (period, moment), group in sorted(by_moment.items()):
        for client_id, items in _changed(group, warehouse, period, moment, known_at).items():
            is_looked_up = sum(len(told) for told in found.values()) < EXPLAINED_FIGURES
            told = (
                _with_causes(settings, warehouse, client_id, items, moment, known_at)
                if is_looked_up
                else items
            )
            found.setdefault(client_id, []).extend(told)
    return {client: tuple(items) for client, items in found.items()}


def _shown_at(
    clients: list[ClientFile], warehouse: Warehouse, known_at: datetime
) -> dict[str, dict[str, datetime]]:
    """By client and period: what was known when its newest deck was made, if that was before."""
    published = [item for item in warehouse.artifacts() if item.kind == "qbr"]
    if not published:
        return {}
    moment_of = {run.run_id: run.known_at for run in warehouse.runs(_ALL_RUNS)}
    ours = {client.client_id for client in clients}
    shown: dict[str, dict[str, datetime]] = {}
    for item in published:
        moment = moment_of[item.run_id]
        if item.client_id in ours and moment < known_at:
            shown.setdefault(item.client_id, {})[item.period] = moment
    return shown


def _changed(
    clients: list[ClientFile],
    warehouse: Warehouse,
    period: str,
    before: datetime,
    known_at: datetime,
) -> dict[str, list[Restated]]:
    ids = [client.client_id for client in clients]
    fiscal = clients[0].policy.fiscal_start_month
    old, new = (_values(warehouse, period, moment, ids, fiscal) for moment in (before, known_at))
    found: dict[str, list[Restated]] = {}
    for key in sorted(old.keys() & new.keys()):
        client_id, kpi = key
        if old[key].number is not None and old[key].number != new[key].number:
            item = Restated(kpi, period, old[key], new[key])
            found.setdefault(client_id, []).append(item)
    return found


def _with_causes(
    settings: Settings,
    warehouse: Warehouse,
    client_id: str,
    items: list[Restated],
    before: datetime,
    known_at: datetime,
) -> Iterator[Restated]:
    """The figures with the first rows that made the difference."""
    old, new = (
        client_facts(settings, warehouse, client_id, moment) for moment in (before, known_at)
    )
    for item in items:
        causes = causing_rows(old, new, item.kpi, item.now.period)
        yield replace(item, causes=causes[:_ROWS_TOLD])


def _values(
    warehouse: Warehouse, period: str, moment: datetime, ids: list[str], fiscal: int
) -> dict[tuple[str, str], KpiValue]:
    frame = warehouse.read_kpis(
        period=period, known_at=moment, entity_type="client", entity_ids=ids, kpis=_SHOWN
    )
    values = kpi_values(frame, fiscal)
    return {(value.entity_id, value.kpi): value for value in values}
