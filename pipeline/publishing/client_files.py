"""Gathers, client by client, everything that its reports may say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from pipeline.compute.client_rows import (
    Fingerprints,
    RowPrints,
    figure_prints,
    row_prints,
    with_known_rates,
)
from pipeline.compute.rows_as_of import rows_as_of
from pipeline.compute.shards import Shard
from pipeline.publishing.client_logos import logo_of_client
from pipeline.run_context import RunContext
from pipeline.settings import Settings
from reports.client import ClientFile, KpiBook
from transforms.clients.dossier import Dossier, dossiers
from transforms.core.cells import Row, number_of, records, text_of, whole_of
from transforms.core.periods import Period
from transforms.core.rates import Rates
from transforms.kpis import specs
from transforms.metrics.kpi import Audience, KpiValue, Missing, Unit
from transforms.metrics.kpi_periods import needed_periods
from transforms.metrics.metric_context import MetricContext
from transforms.renewals.decided import DecidedCurve, decided_curve
from transforms.renewals.precedents import DecidedRequests, Precedent, decided_requests
from transforms.sales.held_products import HeldProducts

_UNITS = {unit.value: unit for unit in Unit}
_REASONS = {reason.value: reason for reason in Missing}
"""Looked up tens of thousands of times a run, which the enumerations themselves are slow at."""


@dataclass(frozen=True)
class FigurePrints:
    """The fingerprints of a client's figures; empty where it has none of a kind."""

    for_clients: str
    """Of those that the client may see."""
    own: str
    """Of all that do not compare it with others, internal ones included."""
    compared: str
    """Of those that set it beside all others."""


@dataclass(frozen=True)
class GatheredClient:
    """A client's file, without edition, and the fingerprints of what it was gathered from."""

    file: ClientFile
    rows: Mapping[str, Fingerprints]
    """By table, of the feeds that there are."""
    figures: FigurePrints
    had_by_like: tuple[str, ...]
    """Products that clients of its segment have, by id."""

    def with_file(self, **said: object) -> "GatheredClient":
        """The same with what its file says besides."""
        return replace(self, file=replace(self.file, **said))


@dataclass(frozen=True)
class _Shelf:
    """What a shard's clients have in common."""

    run: RunContext
    shard: Shard
    rows: RowPrints
    accounts: Mapping[str, Row]
    managers: Mapping[str, Row]
    dossiers: Mapping[str, Dossier]
    decided: DecidedCurve | None
    precedents: DecidedRequests
    held: HeldProducts
    figures: Mapping[str, KpiBook]
    prints: tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str]]
    """Of `FigurePrints`, each by client."""


def gathered_clients(run: RunContext, shard: Shard) -> Iterator[GatheredClient]:
    """One of each client of the shard, in the order of their ids, in the client's language."""
    settings, currency = run.settings, run.settings.company.reporting_currency
    tables = rows_as_of(run.warehouse, run.known_at, shard.account_ids)
    values = _needed_figures(run, shard)
    known = with_known_rates(tables, run.period.valuation_date)
    rates = Rates.from_frame(known.rows("fx_rates"))
    last_day = run.known_at.date()
    # What is not of the shard: what everybody asked for at renewal, and what everybody has.
    names = ("renewal_requests", "accounts", "subscriptions")
    everybody = rows_as_of(run.warehouse, run.known_at, None, names)
    held = HeldProducts.of(
        everybody.rows("subscriptions"), everybody.rows("accounts"), run.period.valuation_date
    )
    requests, accounts = everybody.rows("renewal_requests"), everybody.rows("accounts")
    asking = tuple(sorted(set(requests["account_id"].dropna())))
    costs = rows_as_of(run.warehouse, run.known_at, asking, ("costs",)).rows("costs")
    context = MetricContext(
        known, shard.entities, settings.policy, rates, held=held, last_day=last_day
    )
    shelf = _Shelf(
        run=run,
        shard=shard,
        rows=row_prints(known, shard),
        accounts=_by_key(tables.rows("accounts"), "account_id"),
        managers=_by_key(tables.rows("managers"), "manager_id"),
        dossiers=dossiers(context, run.period),
        decided=decided_curve(requests, last_day, settings.policy.renewal.fewest_decided),
        precedents=decided_requests(requests, accounts, costs, rates, currency, last_day),
        held=held,
        figures=kpi_books(values, settings.company.fiscal_start_month),
        prints=_figure_prints(values),
    )
    return (_gathered(shelf, client_id) for client_id in shard.client_ids)


def _by_key(frame: pd.DataFrame, key: str) -> Mapping[str, Row]:
    return {str(row[key]): row for row in records(frame)}


def _needed_figures(run: RunContext, shard: Shard) -> pd.DataFrame:
    """What a run of this period computes of the clients, whatever other runs have stored."""
    needed = needed_periods(run.period, run.settings.policy.renewal.window_days)
    values = run.warehouse.read_kpis(
        known_at=run.known_at, entity_type="client", entity_ids=shard.client_ids
    )
    values = values.drop(columns="known_at")
    wanted = pd.MultiIndex.from_tuples(
        [
            (spec.id, str(period))
            for spec in specs().values()
            for period in needed.every
            if needed.needs(spec, period)
        ]
    )
    return values[pd.MultiIndex.from_frame(values[["kpi", "period"]]).isin(wanted)]


def _figure_prints(
    values: pd.DataFrame,
) -> tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str]]:
    own = [spec for spec in specs().values() if not spec.is_population]
    for_clients = [spec.id for spec in specs().values() if spec.audience is Audience.CLIENT]
    compared = [spec.id for spec in specs().values() if spec.is_population]
    return (
        figure_prints(values, for_clients),
        figure_prints(values, [spec.id for spec in own]),
        figure_prints(values, compared),
    )


def _gathered(shelf: _Shelf, client_id: str) -> GatheredClient:
    prints = FigurePrints(*(by_client.get(client_id, "") for by_client in shelf.prints))
    like = shelf.held.by_clients_like(text_of(shelf.accounts[client_id]["segment"]))
    return GatheredClient(
        _client_file(shelf, client_id), shelf.rows.of(client_id), prints, tuple(sorted(like))
    )


def _client_file(shelf: _Shelf, client_id: str) -> ClientFile:
    settings, account = shelf.run.settings, shelf.accounts[client_id]
    manager = shelf.managers.get(text_of(account["manager_id"]), {})
    home = settings.company.locale_of(settings.company.languages[0])
    locale = text_of(account["locale"]) or home
    return ClientFile(
        client_id=client_id,
        client_name=text_of(account["account_name"]),
        language=_language(locale, settings),
        locale=locale,
        home_locale=home,
        currency=text_of(account["currency"]) or settings.company.reporting_currency,
        period=shelf.run.period,
        data_date=shelf.run.known_at.date(),  # UTC, as the folder of the delivery is named
        manager_name=text_of(manager.get("manager_name")),
        manager_email=text_of(manager.get("email")),
        kpis=shelf.figures.get(client_id, KpiBook(client_id, {})),
        dossier=shelf.dossiers[client_id],
        decided=shelf.decided,
        precedents=_precedents(shelf, client_id, text_of(account["segment"])),
        margins_after=shelf.precedents.margins_of(_accounts_of(shelf, client_id)),
        sector=text_of(account["industry"]),
        logo=logo_of_client(settings, client_id, text_of(account["logo"])),
        policy=settings.policy,
        edition="",
    )


def _precedents(shelf: _Shelf, client_id: str, segment: str) -> tuple[Precedent, ...]:
    """Of its segment; none where it has none."""
    own = _accounts_of(shelf, client_id)
    return shelf.precedents.of_segment(segment, own) if segment else ()


def _accounts_of(shelf: _Shelf, client_id: str) -> set[str]:
    owned = shelf.shard.entities
    return set(owned.loc[owned["entity_id"] == client_id, "account_id"])


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
        unit=_UNITS[str(row["unit"])],
        version=whole_of(row["version"]),
        currency=text_of(row["currency"]),
        value=number_of(row["value"]),
        value_minor=None if minor is None else whole_of(minor),
        reason=_REASONS[str(row["reason"])] if row["reason"] else None,
        numerator=number_of(row["numerator"]),
        denominator=number_of(row["denominator"]),
        rows=whole_of(row["rows"] or 0),
        note=text_of(row["note"]),
    )


def _language(locale: str, settings: Settings) -> str:
    language = locale.split("-")[0].lower()
    return language if language in settings.company.languages else settings.company.languages[0]
