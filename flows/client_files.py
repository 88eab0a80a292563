"""Gathers, client by client, everything that its reports may say."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pandas as pd

from flows.edition import facts_id
from flows.settings import Settings
from flows.shards import Shard
from reports.client import ClientFile, KpiBook
from transforms.canonical import CanonicalTables
from transforms.kpi import KpiValue, Missing, Unit
from transforms.periods import Period
from transforms.tables import TABLES
from warehouse import Warehouse

_LOCALE_OF = {"es": "es-MX", "en": "en-US"}


@dataclass(frozen=True)
class _Shelf:
    """A shard's rows, looked up by client."""

    tables: CanonicalTables
    by_client: Mapping[str, Mapping[str, pd.DataFrame]]

    def of(self, client_id: str) -> CanonicalTables:
        return self.tables.map(lambda name, frame: self._rows(name, frame, client_id))

    def _rows(self, name: str, frame: pd.DataFrame, client_id: str) -> pd.DataFrame:
        if name not in self.by_client:
            return frame
        return self.by_client[name].get(client_id, frame.iloc[:0]).reset_index(drop=True)


def client_files(
    settings: Settings,
    warehouse: Warehouse,
    shard: Shard,
    period: Period,
    known_at: datetime,
) -> Iterator[ClientFile]:
    """One file of facts for each client of the shard, in the order of their ids.

    `language` is the client's own and `edition` the hash of its facts: a report in another
    language replaces both.
    """
    shelf = _shelf(warehouse.read_tables(known_at, shard.account_ids), shard)
    values = warehouse.read_kpis(
        known_at=known_at, entity_type="client", entity_ids=shard.client_ids
    )
    by_client = dict(iter(values.groupby("entity_id")))
    for client_id in shard.client_ids:
        of_client = by_client.get(client_id, values.iloc[:0])
        yield _client_file(settings, shelf, client_id, of_client, period, known_at)


def _client_file(
    settings: Settings,
    shelf: _Shelf,
    client_id: str,
    values: pd.DataFrame,
    period: Period,
    known_at: datetime,
) -> ClientFile:
    tables = shelf.of(client_id)
    account = tables["accounts"].set_index("account_id").loc[client_id]
    managers = shelf.tables.rows("managers").set_index("manager_id")
    manager = managers.reindex([account["manager_id"]]).iloc[0]
    locale = _locale(account["locale"], settings)
    client = ClientFile(
        client_id=client_id,
        client_name=_text(account["account_name"]),
        language=_language(locale, settings),
        locale=locale,
        currency=_text(account["currency"]) or settings.company.reporting_currency,
        period=period,
        data_date=known_at.astimezone(ZoneInfo(settings.company.time_zone)).date(),
        manager_name=_text(manager["manager_name"]),
        manager_email=_text(manager["email"]),
        kpis=KpiBook(client_id, _kpi_values(values, settings.company.fiscal_start_month)),
        tables=tables,
        policy=settings.policy,
        edition="",
    )
    return replace(client, edition=facts_id(client, values))


def _shelf(tables: CanonicalTables, shard: Shard) -> _Shelf:
    owner = shard.entities.set_index("account_id")["entity_id"]
    by_client = {
        name: dict(iter(frame.groupby(frame["account_id"].map(owner))))
        for name, frame in tables.items()
        if TABLES[name].has_account and name != "account_links"
    }
    return _Shelf(tables, by_client)


def _kpi_values(values: pd.DataFrame, fiscal_start_month: int) -> dict[tuple[str, str], KpiValue]:
    periods = {name: Period.parse(name, fiscal_start_month) for name in values["period"].unique()}
    rows = values.astype(object).where(values.notna(), None).to_dict("records")
    return {(row["kpi"], row["period"]): _kpi_value(row, periods) for row in rows}


def _kpi_value(row: Mapping[Hashable, object], periods: Mapping[str, Period]) -> KpiValue:
    def number(name: str) -> float | None:
        return None if row[name] is None else float(str(row[name]))

    minor = row["value_minor"]
    return KpiValue(
        entity_type=str(row["entity_type"]),
        entity_id=str(row["entity_id"]),
        kpi=str(row["kpi"]),
        period=periods[str(row["period"])],
        unit=Unit(str(row["unit"])),
        version=int(str(row["version"])),
        currency=str(row["currency"] or ""),
        value=number("value"),
        value_minor=None if minor is None else int(str(minor)),
        reason=Missing(str(row["reason"])) if row["reason"] else None,
        numerator=number("numerator"),
        denominator=number("denominator"),
        rows=int(str(row["rows"] or 0)),
        note=str(row["note"] or ""),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _locale(written: object, settings: Settings) -> str:
    """The client's own locale, else the company's first language as spoken where it is."""
    if text := _text(written):
        return text
    language = settings.company.languages[0]
    spoken = {"ES": "es-ES", "MX": "es-MX", "CO": "es-CO", "AR": "es-AR", "GB": "en-GB"}
    here = spoken.get(settings.company.country, "")
    return here if here.startswith(language) else _LOCALE_OF[language]


def _language(locale: str, settings: Settings) -> str:
    language = locale.split("-")[0].lower()
    return language if language in settings.company.languages else settings.company.languages[0]
