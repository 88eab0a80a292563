"""The portfolio workbook of a run: gathered from what the shards published, then published."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

import pandas as pd

from pipeline.compute.rows_as_of import rows_as_of
from pipeline.compute.shards import Shard
from pipeline.outcome import ClientOutcome
from pipeline.publishing.edition import (
    WORKBOOK_LIBRARY,
    PortfolioRecipe,
    making_of,
    table_text,
)
from pipeline.publishing.publisher import DueFile, Made, Result, publish
from pipeline.publishing.scorecards import manager_names, scorecards
from pipeline.run_context import RunContext
from reports.workbook.portfolio.book import LoadedRows, PortfolioFile
from reports.workbook.portfolio.compose import compose_portfolio
from reports.workbook.render.workbook import render_workbook
from reports.workbook.renewal_line import RenewalLine, line_of
from transforms.clients.partners import partner_lines
from transforms.core.canonical import CanonicalTables
from transforms.core.rates import RateKind, Rates
from transforms.kpis import shown_at
from transforms.metrics.kpi import Place
from transforms.renewals.precedents import Precedent, decided_requests
from transforms.service.delivery_tasks import waiting_for_teams
from warehouse import Subject

KIND = "portfolio"
"""Names the file and its kind."""

_SHOWN = ["entity_type", "entity_id", "kpi", "value_minor", "value", "currency", "note"]


def publish_portfolio(run: RunContext, clients: Sequence[ClientOutcome]) -> Result | None:
    """The workbook of everybody; none where the run is of some clients or for clients' eyes."""
    if not run.is_of_all_for_us:
        return None
    book = portfolio_file(run, clients)
    due = DueFile(
        subject=Subject.portfolio(),
        kind=KIND,
        language=book.language,
        folder=PurePosixPath(),
        stem=f"{KIND}-{run.period}",
        suffix=".xlsx",
        recipe=_recipe(book),
        make=lambda edition: _made(replace(book, edition=edition)),
    )
    return publish(run, due)


def _made(book: PortfolioFile) -> Made:
    return Made(render_workbook(compose_portfolio(book)))


def portfolio_file(run: RunContext, clients: Sequence[ClientOutcome]) -> PortfolioFile:
    """Everything that the workbook says, as known at the run's cut-off."""
    settings = run.settings
    tables = rows_as_of(
        run.warehouse,
        run.known_at,
        names=(
            *("accounts", "managers", "targets", "fx_rates", "manager_goals", "partners"),
            *("costs", "renewal_requests", "tasks"),
        ),
    )
    controls = run.warehouse.controls(run.known_at)
    loaded, earlier = _loaded(run, clients, controls)
    targets = _targets(tables, run)
    partners = partner_lines(tables, run.period, settings.policy.partners)
    used = {*_currencies(run.shards), *(line.currency for line in partners)}
    return PortfolioFile(
        language=run.home_language,
        period=run.period,
        data_date=run.known_at.date(),
        policy=settings.policy,
        edition="",
        renewals=_renewals(clients),
        figures=_figures(run, (*_read(), *targets["metric"].unique())),
        clients=frozenset(item.client_id for item in clients),
        names=_names(tables, clients),
        segments=_segments(tables),
        precedents=_precedents(tables, run),
        manager_names=manager_names(tables),
        targets=targets,
        scorecards=scorecards(run, tables),
        partners=partners,
        waiting=waiting_for_teams(tables.rows("tasks"), run.period),
        rates=_rates(tables, run, used),
        controls=controls,
        loaded=loaded,
        held=tuple(sorted(client.client_name for client in clients if client.held)),
        earlier=earlier,
    )


def _renewals(clients: Iterable[ClientOutcome]) -> tuple[RenewalLine, ...]:
    lines = [line_of(client.renewal_line) for client in clients if client.renewal_line]
    return tuple(sorted(lines, key=lambda line: (line.renewal_date, line.client_id)))


def _read() -> tuple[str, ...]:
    places = (Place.PORTFOLIO, Place.BRIDGE, Place.AGEING)
    return tuple(kpi for place in places for kpi in shown_at(place))


def _figures(run: RunContext, kpis: Sequence[str]) -> pd.DataFrame:
    values = run.warehouse.read_kpis(period=str(run.period), known_at=run.known_at, kpis=kpis)
    return values.sort_values(["entity_type", "entity_id", "kpi"], ignore_index=True)[_SHOWN]


def _targets(tables: CanonicalTables, run: RunContext) -> pd.DataFrame:
    targets = tables.rows("targets")
    return targets[targets["period"] == str(run.period)].reset_index(drop=True)


def _names(
    tables: CanonicalTables, clients: Iterable[ClientOutcome]
) -> Mapping[str, tuple[str, str]]:
    accounts = tables.rows("accounts")
    known = dict(zip(accounts["account_id"], accounts["account_name"], strict=True))
    told = {item.client_id: (item.client_name, item.manager_name) for item in clients}
    others = {str(key): (str(name), "") for key, name in known.items()}
    return others | told


def _segments(tables: CanonicalTables) -> Mapping[str, str]:
    told = tables.rows("accounts")[["account_id", "segment"]].dropna()
    return {str(account): str(segment) for account, segment in told.itertuples(index=False)}


def _precedents(tables: CanonicalTables, run: RunContext) -> Mapping[str, tuple[Precedent, ...]]:
    cases = decided_requests(
        tables.rows("renewal_requests"),
        tables.rows("accounts"),
        tables.rows("costs"),
        Rates.from_frame(tables.rows("fx_rates")),
        run.settings.company.reporting_currency,
        run.known_at.date(),
    )
    return {segment: found for segment in cases.segments if (found := cases.of_segment(segment))}


def _currencies(shards: Iterable[Shard]) -> set[str]:
    return {str(code) for shard in shards for code in shard.entities["currency"]}


def _rates(
    tables: CanonicalTables, run: RunContext, currencies: Iterable[str]
) -> Mapping[str, float]:
    rates = Rates.from_frame(tables.rows("fx_rates"))
    quote, day = run.settings.company.reporting_currency, run.period.valuation_date
    found = {base: rates.find(RateKind.MONTH_END, base, quote, day) for base in sorted(currencies)}
    return {base: float(rate) for base, rate in found.items() if rate is not None}


def _loaded(
    run: RunContext, clients: Iterable[ClientOutcome], controls: pd.DataFrame
) -> tuple[tuple[LoadedRows, ...], tuple[str, ...]]:
    """What became of the rows that the newest exports loaded; and which rows are older."""
    rows = run.warehouse.standing(run.known_at)
    loaded = controls[controls["outcome"] == "loaded"]
    newest = set(zip(loaded["source"], loaded["table_name"], strict=True))
    keys = list(zip(rows["source"], rows["table_name"], strict=True))
    is_newest = pd.Series([key in newest for key in keys], index=rows.index, dtype=bool)
    earlier = sorted({" ".join(key) for key in keys if key not in newest})
    fate = _fates(run.shards, clients)
    kept = rows[is_newest]
    kept = kept.assign(fate=kept["account_id"].map(fate).fillna("outside"))
    groups = kept.groupby(["table_name", "currency"], sort=True)
    return tuple(_stood(str(t), str(c), part) for (t, c), part in groups), tuple(earlier)


def _fates(shards: Iterable[Shard], clients: Iterable[ClientOutcome]) -> Mapping[str, str]:
    """By account: `shown`, `held` or, where its client has no file, nothing."""
    of_client = {
        client.client_id: "held" if client.held else "shown"
        for client in clients
        if client.held or client.files
    }
    return {
        str(account): of_client[str(client)]
        for shard in shards
        for account, client in zip(
            shard.entities["account_id"], shard.entities["entity_id"], strict=True
        )
        if str(client) in of_client
    }


def _stood(table: str, currency: str, part: pd.DataFrame) -> LoadedRows:
    sums = part.groupby("fate")[["row_count", "amount_minor"]].sum()
    numbers = {
        (fate, column): int(str(sums.loc[fate, column])) if fate in sums.index else 0
        for fate in ("shown", "held", "outside")
        for column in ("row_count", "amount_minor")
    }
    return LoadedRows(table, currency, *numbers.values())


def _recipe(book: PortfolioFile) -> PortfolioRecipe:
    """All that is said, but not the day on which exports landed."""
    lines = book.controls.drop(columns="source_file")
    controls = lines.groupby(["table_name", "outcome", "currency"], as_index=False)
    return PortfolioRecipe(
        making=making_of(KIND, book.language, WORKBOOK_LIBRARY),
        period=str(book.period),
        valuation_date=book.period.valuation_date,
        policy=book.policy,
        renewals=book.renewals,
        figures=table_text(book.figures),
        clients=tuple(sorted(book.clients)),
        names=book.names,
        segments=book.segments,
        precedents=book.precedents,
        manager_names=book.manager_names,
        targets=table_text(book.targets.drop(columns=["source_file", "source_line"])),
        scorecards=book.scorecards,
        partners=book.partners,
        rates=book.rates,
        controls=table_text(controls[["row_count", "amount_minor"]].sum()),
        loaded=book.loaded,
        held=book.held,
        earlier=book.earlier,
    )
