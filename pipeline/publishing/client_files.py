"""Gathers, client by client, everything that its reports may say."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

import pandas as pd

from pipeline.compute.client_rows import RowsByClient, client_marks, rows_by_client
from pipeline.compute.rows_as_of import rows_as_of
from pipeline.compute.shards import Shard
from pipeline.publishing.edition import facts_id
from pipeline.settings import Settings
from reports.client import ClientFile, KpiBook, client_entity
from transforms.clients.client_status import handed_on, standing
from transforms.core.canonical import CanonicalTables, frame_of
from transforms.core.periods import Period
from transforms.core.rates import Rates
from transforms.kpis import specs
from transforms.metrics.kpi import KPI_DTYPES, KpiValue, Missing, Unit
from transforms.metrics.metric_context import MetricContext
from warehouse import Warehouse

_LOCALE_OF = {"es": "es-MX", "en": "en-US"}


@dataclass(frozen=True)
class _Shelf:
    """What a shard's clients have in common."""

    settings: Settings
    period: Period
    known_at: datetime
    rows: RowsByClient
    managers: pd.DataFrame
    rates: Rates
    standing: pd.DataFrame
    figures: Mapping[str, pd.DataFrame]
    figure_marks: Mapping[str, bytes]


def client_files(
    settings: Settings, warehouse: Warehouse, shard: Shard, period: Period, known_at: datetime
) -> Iterator[ClientFile]:
    """One file of context for each client of the shard, in the order of their ids.

    `language` is the client's own and `edition` the hash of its context: a report in another
    language replaces both.
    """
    tables = rows_as_of(warehouse, known_at, shard.account_ids)
    values = warehouse.read_kpis(
        known_at=known_at, entity_type="client", entity_ids=shard.client_ids
    )
    values = values.drop(columns="known_at").sort_values(["entity_id", "kpi", "period"])
    own = values[~values["kpi"].isin(_compared())]
    rows = rows_by_client(tables, shard, period.valuation_date)
    rates = Rates.from_frame(rows.rates)
    everybody = MetricContext(tables, shard.entities, settings.policy, rates)
    shelf = _Shelf(
        settings,
        period,
        known_at,
        rows,
        tables.rows("managers").set_index("manager_id"),
        rates,
        standing(everybody, period.valuation_date),
        {str(client): frame for client, frame in values.groupby("entity_id")},
        client_marks(own, own["entity_id"]),
    )
    return (_client_file(shelf, client_id) for client_id in shard.client_ids)


def _compared() -> list[str]:
    """Figures that change with other clients: they make no new edition of what does not show
    them, see `pipeline.publishing.file_kinds`."""
    return [spec.id for spec in specs().values() if spec.is_population]


def _client_file(shelf: _Shelf, client_id: str) -> ClientFile:
    company = shelf.settings.company
    tables = shelf.rows.tables(client_id)
    account = tables["accounts"].set_index("account_id").loc[client_id]
    manager = shelf.managers.reindex([account["manager_id"]]).iloc[0]
    locale = _locale(account["locale"], shelf.settings)
    figures = shelf.figures.get(client_id, frame_of(KPI_DTYPES))
    currency = _text(account["currency"]) or company.reporting_currency
    client = ClientFile(
        client_id=client_id,
        client_name=_text(account["account_name"]),
        language=_language(locale, shelf.settings),
        locale=locale,
        home_locale=_locale("", shelf.settings),
        currency=currency,
        period=shelf.period,
        data_date=shelf.known_at.date(),  # UTC, as the folder of the delivery is named
        manager_name=_text(manager["manager_name"]),
        manager_email=_text(manager["email"]),
        kpis=KpiBook(client_id, kpi_values(figures, company.fiscal_start_month)),
        tables=tables,
        policy=shelf.settings.policy,
        edition="",
        laid_out=_facts(shelf, client_id, tables, currency),
    )
    marks = shelf.rows.mark(client_id), shelf.figure_marks.get(client_id, b"")
    return replace(client, edition=facts_id(client, *marks))


def _facts(shelf: _Shelf, client_id: str, tables: CanonicalTables, currency: str) -> MetricContext:
    """The client's own rows, and what is already known of where it stands."""
    entities = client_entity(client_id, tables["accounts"], currency)
    known = handed_on(shelf.standing, shelf.period.valuation_date, client_id)
    return MetricContext(tables, entities, shelf.settings.policy, shelf.rates, cache=known)


def kpi_values(values: pd.DataFrame, fiscal_start_month: int) -> dict[tuple[str, str], KpiValue]:
    """One client's stored figures by KPI and period name."""
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
