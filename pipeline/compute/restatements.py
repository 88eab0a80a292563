"""Figures of periods that were over, changed by a later load: old, new, and the rows behind it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import pandas as pd

from pipeline.compute.rows_as_of import kept_out_as_of, rows_as_of
from pipeline.settings import Settings
from reports.client import CausingRow
from transforms.core.money import to_major
from transforms.core.periods import Period
from transforms.core.rates import Rates
from transforms.kpis import explained, specs
from transforms.metrics.explained import WHERE_FROM, Selection
from transforms.metrics.kpi import Missing
from transforms.metrics.metric_context import MetricContext, client_entities
from transforms.tables import TABLES
from warehouse import Warehouse

EXPLAINED_FIGURES = 200
"""So many figures are given their rows: of a load that changed everything, all of them say
the same."""
ROWS_SHOWN = 10

_NEARLY = 1e-9
"""Ratios that differ by less differ by the order in which they were added up."""


@dataclass(frozen=True)
class Restatement:
    """A figure as it was and as it is; numbers exact as text, money in major units."""

    client_id: str
    kpi: str
    period: str
    old: str
    """Empty where there was no value; `old_reason` says why."""
    old_reason: str
    new: str
    new_reason: str
    currency: str
    old_known_at: datetime
    rows: tuple[CausingRow, ...]
    row_count: int
    """How many rows differ, of which `rows` are the first."""


def restatements(
    settings: Settings, warehouse: Warehouse, known_at: datetime
) -> tuple[Restatement, ...]:
    """Clients' figures of this moment that read otherwise before, of periods over by then."""
    changed = warehouse.restated_kpis(known_at)
    kept = [row for row in _records(changed) if _is_restated(row, settings)]
    found: list[Restatement] = []
    for (client, before), rows in _by_client(kept).items():
        old, new = (client_facts(settings, warehouse, client, at) for at in (before, known_at))
        for row in rows:
            causes = _causes(old, new, row, settings) if len(found) < EXPLAINED_FIGURES else ()
            found.append(_restatement(row, causes))
    return tuple(found)


Record = Mapping[str, object]


def _records(changed: pd.DataFrame) -> list[Record]:
    plain = changed.astype(object).where(changed.notna(), None).to_dict("records")
    return [{str(name): value for name, value in row.items()} for row in plain]


def _is_restated(row: Record, settings: Settings) -> bool:
    """Of a client, of a period that was over when the figure was first told, and truly other."""
    if row["entity_type"] != "client" or row["kpi"] not in specs():
        return False
    period = Period.parse(str(row["period"]), settings.company.fiscal_start_month)
    zone = ZoneInfo(settings.company.time_zone)
    told = pd.Timestamp(str(row["old_known_at"])).tz_convert(zone).date()
    # What a later export no longer says is no correction of what an earlier one said.
    if row["reason"] == Missing.TERMS_UNKNOWN.value:
        return False
    # A delivery is named by its UTC day: one of the first of a month was made at its midnight.
    is_over = period.valuation_date <= told
    return is_over and not _is_nearly_same(row)


def _is_nearly_same(row: Record) -> bool:
    old, new = row["old_value"], row["value"]
    if old is None or new is None:
        return False
    return abs(float(str(new)) - float(str(old))) <= _NEARLY * max(1.0, abs(float(str(old))))


def _by_client(rows: Sequence[Record]) -> dict[tuple[str, datetime], list[Record]]:
    found: dict[tuple[str, datetime], list[Record]] = {}
    for row in rows:
        moment = pd.Timestamp(str(row["old_known_at"])).to_pydatetime()
        found.setdefault((str(row["entity_id"]), moment), []).append(row)
    return found


def client_facts(
    settings: Settings, warehouse: Warehouse, client: str, known_at: datetime
) -> MetricContext:
    """The client's own rows as they were known then."""
    accounts = rows_as_of(warehouse, known_at, names=("accounts",)).rows("accounts")
    entities = client_entities(accounts, settings.company.reporting_currency)
    ours = entities[entities["entity_id"] == client].reset_index(drop=True)
    tables = rows_as_of(warehouse, known_at, tuple(ours["account_id"]))
    rates = Rates.from_frame(tables.rows("fx_rates"))
    few, last_day = warehouse.few_join(known_at), known_at.date()
    return MetricContext(
        tables,
        ours,
        settings.policy,
        rates,
        last_day=last_day,
        few_join=few,
        kept_out=kept_out_as_of(warehouse, known_at, tuple(ours["account_id"])),
    )


def _causes(
    old: MetricContext, new: MetricContext, row: Record, settings: Settings
) -> tuple[CausingRow, ...]:
    kpi = str(row["kpi"])
    period = Period.parse(str(row["period"]), settings.company.fiscal_start_month)
    return causing_rows(old, new, kpi, period)


def causing_rows(
    old: MetricContext, new: MetricContext, kpi: str, period: Period
) -> tuple[CausingRow, ...]:
    """Every row in which a figure's working differs between two moments."""
    before = {part.table: part for part in explained(old, kpi, period)}
    now = {part.table: part for part in explained(new, kpi, period)}
    return tuple(
        cause
        for table in sorted(before.keys() | now.keys())
        for cause in _differences(table, _entered(before.get(table)), _entered(now.get(table)))
    )


def _entered(part: Selection | None) -> dict[object, Record]:
    """The entered rows by key."""
    if part is None:
        return {}
    rows = _records(part.entered)
    return {tuple(row[name] for name in TABLES[part.table].key): row for row in rows}


def _differences(
    table: str, before: Mapping[object, Record], now: Mapping[object, Record]
) -> Iterator[CausingRow]:
    own = [column.name for column in TABLES[table].columns]
    for key in sorted(before.keys() | now.keys(), key=str):
        old, new = before.get(key), now.get(key)
        if old is None and new is not None:
            yield _cause("come", table, new)
        elif new is None and old is not None:
            yield _cause("gone", table, old)
        elif old is not None and new is not None and [old[n] for n in own] != [new[n] for n in own]:
            yield _cause("changed", table, new)


def _cause(change: str, table: str, row: Record) -> CausingRow:
    source, file, line = (row[name] for name in WHERE_FROM)
    return CausingRow(change, table, str(source), str(file), int(str(line)))


def _restatement(row: Record, causes: tuple[CausingRow, ...]) -> Restatement:
    return Restatement(
        client_id=str(row["entity_id"]),
        kpi=str(row["kpi"]),
        period=str(row["period"]),
        old=_number(row["old_value"], row["old_value_minor"], row["old_currency"]),
        old_reason=str(row["old_reason"] or ""),
        new=_number(row["value"], row["value_minor"], row["currency"]),
        new_reason=str(row["reason"] or ""),
        currency=str(row["currency"] or ""),
        old_known_at=pd.Timestamp(str(row["old_known_at"])).to_pydatetime(),
        rows=causes[:ROWS_SHOWN],
        row_count=len(causes),
    )


def _number(value: object, minor: object, currency: object) -> str:
    if minor is not None:
        return str(to_major(int(str(minor)), str(currency)))
    return "" if value is None else f"{float(str(value)):.12g}"
