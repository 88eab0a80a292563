"""What a manager should know before a deck is sent: faulty rows and restated figures."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

import pandas as pd

from messages.catalogue import catalogue, languages
from pipeline.compute.restatements import EXPLAINED_FIGURES, causing_rows, client_facts
from pipeline.compute.shards import Shard
from pipeline.publishing.client_files import GatheredClient, kpi_values
from pipeline.run_context import RunContext
from reports.client import ClientFile, Restated, RowFault
from sources.landing.delivery_folders import in_delivery
from transforms.kpis import shown_at
from transforms.metrics.kpi import KpiValue, Place
from warehouse import LOOKED_BACK_AT

_ROWS_TOLD = 5
_ALL_RUNS = 100_000


def with_checks(
    run: RunContext, shard: Shard, clients: Sequence[GatheredClient], quarantine: pd.DataFrame
) -> list[GatheredClient]:
    """The clients with their faults and restated figures.

    `quarantine` are the faults of the newest loads, whatever became of their rows, and those of
    earlier ones that keep rows out still.
    """
    faults = _faults(shard, quarantine)
    restated = _restated(run, [client.file for client in clients])
    return [
        client.with_file(
            faults=faults.get(client.file.client_id, ()),
            restated=restated.get(client.file.client_id, ()),
        )
        for client in clients
    ]


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
            source_file=in_delivery(str(row["source_file"])),
            source_line=None if line is None else int(str(line)),
        )
        found.setdefault(str(owner[str(row["account_id"])]), []).append(fault)
    return {client: tuple(items) for client, items in found.items()}


def _rule_names(rule: str) -> Mapping[str, str]:
    from expectations.wording import rule_name  # the words of rules are that room's

    return {language: rule_name(catalogue(language), rule) for language in languages()}


def _restated(run: RunContext, clients: Sequence[ClientFile]) -> Mapping[str, tuple[Restated, ...]]:
    """Figures that the newest deck of a period showed, and that are others by now.

    Only of periods that this run computes: what other runs stored meanwhile tells nothing here.
    """
    shown_at = _shown_at(run, clients)
    found: dict[str, list[Restated]] = {}
    by_moment: dict[tuple[str, datetime], list[ClientFile]] = {}
    for client in clients:
        for period, moment in shown_at.get(client.client_id, {}).items():
            by_moment.setdefault((period, moment), []).append(client)
    for (period, moment), group in sorted(by_moment.items(), key=lambda item: item[0]):
        for client_id, items in _changed(run, group, period, moment).items():
            is_looked_up = sum(len(told) for told in found.values()) < EXPLAINED_FIGURES
            told = _with_causes(run, client_id, items, moment) if is_looked_up else items
            found.setdefault(client_id, []).extend(told)
    return {client: tuple(items) for client, items in found.items()}


def _shown_at(
    run: RunContext, clients: Iterable[ClientFile]
) -> Mapping[str, Mapping[str, datetime]]:
    """By client and period: what was known when its newest deck was made, if that was before."""
    published = [item for item in run.warehouse.artifacts() if item.kind == LOOKED_BACK_AT]
    if not published:
        return {}
    moment_of = {item.run_id: item.known_at for item in run.warehouse.runs(_ALL_RUNS)}
    ours = {client.client_id for client in clients}
    shown: dict[str, dict[str, datetime]] = {}
    for item in published:
        moment = moment_of[item.run_id]
        if item.subject.id in ours and moment < run.known_at:
            shown.setdefault(item.subject.id, {})[item.period] = moment
    return shown


def _changed(
    run: RunContext, clients: Sequence[ClientFile], period: str, before: datetime
) -> Mapping[str, list[Restated]]:
    books = {client.client_id: client.kpis for client in clients}
    shown = _shown(run, period, before, list(books))
    found: dict[str, list[Restated]] = {}
    for (client_id, kpi), old in sorted(shown.items(), key=lambda item: item[0]):
        new = books[client_id].find(kpi, old.period)
        if new is not None and old.number is not None and old.number != new.number:
            found.setdefault(client_id, []).append(Restated(kpi, period, old, new))
    return found


def _with_causes(
    run: RunContext, client_id: str, items: Iterable[Restated], before: datetime
) -> Iterator[Restated]:
    """The figures with the first rows that made the difference."""
    old, new = (
        client_facts(run.settings, run.warehouse, client_id, moment)
        for moment in (before, run.known_at)
    )
    for item in items:
        causes = causing_rows(old, new, item.kpi, item.now.period)
        yield replace(item, causes=causes[:_ROWS_TOLD])


def _shown(
    run: RunContext, period: str, moment: datetime, clients: Sequence[str]
) -> Mapping[tuple[str, str], KpiValue]:
    """The figures that a deck of the period showed then, by client and KPI."""
    frame = run.warehouse.read_kpis(
        period=period,
        known_at=moment,
        entity_type="client",
        entity_ids=clients,
        kpis=shown_at(Place.PRE_SEND),
    )
    values = kpi_values(frame, run.settings.company.fiscal_start_month)
    return {(value.entity_id, value.kpi): value for value in values}
