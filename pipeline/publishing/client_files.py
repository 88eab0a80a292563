"""Gathers, client by client, everything that its reports may say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

import pandas as pd

from pipeline.compute.client_rows import RowMarks, client_marks, row_marks, with_known_rates
from pipeline.compute.rows_as_of import rows_as_of
from pipeline.compute.shards import Shard
from pipeline.publishing.edition import facts_id
from pipeline.settings import Settings
from reports.client import ClientFile, KpiBook
from transforms.clients.dossier import Dossier, dossiers
from transforms.core.cells import Row, number_of, records, text_of, whole_of
from transforms.core.periods import Period
from transforms.core.rates import Rates
from transforms.kpis import specs
from transforms.metrics.kpi import KpiValue, Missing, Unit
from transforms.metrics.metric_context import MetricContext
from warehouse import Warehouse

_LOCALE_OF = {"es": "es-MX", "en": "en-US"}


@dataclass(frozen=True)
class _Shelf:
    """What a shard's clients have in common."""

    settings: Settings
    period: Period
    known_at: datetime
    marks: RowMarks
    accounts: Mapping[str, Row]
    managers: Mapping[str, Row]
    dossiers: Mapping[str, Dossier]
    figures: Mapping[str, KpiBook]
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
    known = with_known_rates(tables, period.valuation_date)
    rates = Rates.from_frame(known.rows("fx_rates"))
    context = MetricContext(known, shard.entities, settings.policy, rates)
    shelf = _Shelf(
        settings,
        period,
        known_at,
        row_marks(known, shard),
        _by_key(tables.rows("accounts"), "account_id"),
        _by_key(tables.rows("managers"), "manager_id"),
        dossiers(context, period),
        kpi_books(values, settings.company.fiscal_start_month),
        client_marks(own, own["entity_id"]),
    )
    return (_client_file(shelf, client_id) for client_id in shard.client_ids)


def _by_key(frame: pd.DataFrame, key: str) -> Mapping[str, Row]:
    return {str(row[key]): row for row in records(frame)}


def _compared() -> list[str]:
    """Figures that change with other clients: they make no new edition of what does not show
    them, see `pipeline.publishing.file_kinds`."""
    return [spec.id for spec in specs().values() if spec.is_population]


def _client_file(shelf: _Shelf, client_id: str) -> ClientFile:
    company, account = shelf.settings.company, shelf.accounts[client_id]
    manager = shelf.managers.get(text_of(account["manager_id"]), {})
    locale = _locale(text_of(account["locale"]), shelf.settings)
    client = ClientFile(
        client_id=client_id,
        client_name=text_of(account["account_name"]),
        language=_language(locale, shelf.settings),
        locale=locale,
        home_locale=_locale("", shelf.settings),
        currency=text_of(account["currency"]) or company.reporting_currency,
        period=shelf.period,
        data_date=shelf.known_at.date(),  # UTC, as the folder of the delivery is named
        manager_name=text_of(manager.get("manager_name")),
        manager_email=text_of(manager.get("email")),
        kpis=shelf.figures.get(client_id, KpiBook(client_id, {})),
        dossier=shelf.dossiers[client_id],
        policy=shelf.settings.policy,
        edition="",
    )
    marks = shelf.marks.of(client_id), shelf.figure_marks.get(client_id, b"")
    return replace(client, edition=facts_id(client, *marks))


def kpi_books(values: pd.DataFrame, fiscal_start_month: int) -> dict[str, KpiBook]:
    """Stored figures of many clients, or other entities of one kind, by entity."""
    found: dict[str, dict[tuple[str, str], KpiValue]] = {}
    figures = kpi_values(values, fiscal_start_month)
    for period, figure in zip(values["period"], figures, strict=True):
        found.setdefault(figure.entity_id, {})[figure.kpi, period] = figure
    return {client: KpiBook(client, figures) for client, figures in found.items()}


def kpi_values(values: pd.DataFrame, fiscal_start_month: int) -> list[KpiValue]:
    """Stored figures, row by row."""
    names = values["period"].unique()
    periods = {name: Period.parse(name, fiscal_start_month) for name in names}
    return [_kpi_value(row, periods) for row in records(values)]


def _kpi_value(row: Row, periods: Mapping[str, Period]) -> KpiValue:
    minor = row["value_minor"]
    return KpiValue(
        entity_type=str(row["entity_type"]),
        entity_id=str(row["entity_id"]),
        kpi=str(row["kpi"]),
        period=periods[str(row["period"])],
        unit=Unit(str(row["unit"])),
        version=whole_of(row["version"]),
        currency=text_of(row["currency"]),
        value=number_of(row["value"]),
        value_minor=None if minor is None else whole_of(minor),
        reason=Missing(str(row["reason"])) if row["reason"] else None,
        numerator=number_of(row["numerator"]),
        denominator=number_of(row["denominator"]),
        rows=whole_of(row["rows"] or 0),
        note=text_of(row["note"]),
    )


def _locale(written: str, settings: Settings) -> str:
    """The client's own locale, else the company's first language as spoken where it is."""
    if written:
        return written
    language = settings.company.languages[0]
    spoken = {"ES": "es-ES", "MX": "es-MX", "CO": "es-CO", "AR": "es-AR", "GB": "en-GB"}
    here = spoken.get(settings.company.country, "")
    return here if here.startswith(language) else _LOCALE_OF[language]


def _language(locale: str, settings: Settings) -> str:
    language = locale.split("-")[0].lower()
    return language if language in settings.company.languages else settings.company.languages[0]
