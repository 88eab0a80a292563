"""The portfolio workbook of a run: gathered from what the shards published, then published."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version

import pandas as pd

from pipeline.compute.rows_as_of import rows_as_of
from pipeline.compute.shards import Shard
from pipeline.failures import Failure, attempt
from pipeline.outcome import ClientOutcome, PublishedFile
from pipeline.publishing.publish import first_free
from pipeline.publishing.publish_clients import RunContext
from pipeline.publishing.scorecards import manager_names, scorecards
from pipeline.publishing.variant import Variant
from pipeline.settings import Settings
from reports.workbook.portfolio.book import PortfolioFile, Standing
from reports.workbook.portfolio.compose import compose_portfolio
from reports.workbook.render.workbook import render_workbook
from reports.workbook.renewal_line import RenewalLine, line_of
from transforms.clients.partners import partner_lines
from transforms.core.canonical import CanonicalTables
from transforms.core.rates import RateKind, Rates
from warehouse import ArtifactRecord, Warehouse

KIND = "portfolio"
"""Names the file, its kind and, in the register, whose it is."""

_KPIS = (
    *("mrr_start", "mrr_new", "mrr_expansion", "mrr_reactivation", "mrr_contraction"),
    *("mrr_churn", "mrr_exchange", "mrr", "overdue_balance", "open_balance", "ageing_not_due"),
    *("ageing_1_30", "ageing_31_60", "ageing_61_90", "ageing_over_90"),
)
_SHOWN = ["entity_type", "entity_id", "kpi", "value_minor", "value", "currency"]


def publish_portfolio(
    settings: Settings,
    warehouse: Warehouse,
    shards: Sequence[Shard],
    run: RunContext,
    clients: Sequence[ClientOutcome],
) -> PublishedFile | Failure | None:
    """The workbook of everybody; none where the run is of some clients or for clients' eyes."""
    if run.accounts is not None or run.variant is Variant.CLIENT:
        return None
    book = portfolio_file(settings, warehouse, shards, run, clients)
    known = warehouse.find_artifact(book.edition, KIND, KIND)
    if known is not None and (settings.output / known.path).is_file():
        return _told(settings, known, is_new=False)
    content = attempt(KIND, KIND, _made, book)
    if isinstance(content, Failure):
        return content
    number, written = first_free(
        warehouse.next_version(str(run.period), KIND, KIND),
        lambda number: (
            settings.output
            / str(run.period)
            / f"{KIND}-{run.period}-{book.language}-v{number}.xlsx"
        ),
        content,
    )
    record = ArtifactRecord(
        run_id=run.run_id,
        client_id=KIND,
        period=str(run.period),
        kind=KIND,
        language=book.language,
        version=number,
        path=written.path.relative_to(settings.output).as_posix(),
        sha256=written.sha256,
        size=written.size,
        edition_id=book.edition,
    )
    warehouse.register_artifact(record)
    return _told(settings, record, is_new=True)


def _made(book: PortfolioFile) -> bytes:
    return render_workbook(compose_portfolio(book))


def _told(settings: Settings, record: ArtifactRecord, *, is_new: bool) -> PublishedFile:
    return PublishedFile(
        record.client_id,
        record.kind,
        record.language,
        record.version,
        settings.output / record.path,
        record.sha256,
        record.size,
        record.edition_id,
        is_new,
    )


def portfolio_file(
    settings: Settings,
    warehouse: Warehouse,
    shards: Sequence[Shard],
    run: RunContext,
    clients: Sequence[ClientOutcome],
) -> PortfolioFile:
    """Everything that the workbook says, as known at the run's cut-off."""
    tables = rows_as_of(
        warehouse,
        run.known_at,
        names=("accounts", "managers", "targets", "fx_rates", "manager_goals", "partners"),
    )
    controls = warehouse.controls(run.known_at)
    standing, earlier = _standing(warehouse, shards, run, clients, controls)
    targets = _targets(tables, run)
    partners = partner_lines(tables, run.period, settings.policy.partners)
    used = {*_currencies(shards), *(line.currency for line in partners)}
    book = PortfolioFile(
        language=run.language or settings.company.languages[0],
        period=run.period,
        data_date=run.known_at.date(),
        policy=settings.policy,
        edition="",
        renewals=_renewals(clients),
        figures=_figures(warehouse, run, (*_KPIS, *targets["metric"].unique())),
        names=_names(tables, clients),
        manager_names=manager_names(tables),
        targets=targets,
        scorecards=scorecards(settings, warehouse, tables, run),
        partners=partners,
        rates=_rates(tables, settings, run, used),
        controls=controls,
        standing=standing,
        held=tuple(sorted(client.client_name for client in clients if client.held)),
        earlier=earlier,
    )
    return replace(book, edition=_edition(book))


def _renewals(clients: Iterable[ClientOutcome]) -> tuple[RenewalLine, ...]:
    lines = [line_of(client.renewal) for client in clients if client.renewal]
    return tuple(sorted(lines, key=lambda line: (line.renewal_date, line.client_id)))


def _figures(warehouse: Warehouse, run: RunContext, kpis: Sequence[str]) -> pd.DataFrame:
    values = warehouse.read_kpis(period=str(run.period), known_at=run.known_at, kpis=kpis)
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


def _currencies(shards: Iterable[Shard]) -> set[str]:
    return {str(code) for shard in shards for code in shard.entities["currency"]}


def _rates(
    tables: CanonicalTables, settings: Settings, run: RunContext, currencies: Iterable[str]
) -> Mapping[str, float]:
    rates = Rates.from_frame(tables.rows("fx_rates"))
    quote, day = settings.company.reporting_currency, run.period.valuation_date
    found = {base: rates.find(RateKind.MONTH_END, base, quote, day) for base in sorted(currencies)}
    return {base: float(rate) for base, rate in found.items() if rate is not None}


def _standing(
    warehouse: Warehouse,
    shards: Iterable[Shard],
    run: RunContext,
    clients: Iterable[ClientOutcome],
    controls: pd.DataFrame,
) -> tuple[tuple[Standing, ...], tuple[str, ...]]:
    """What became of the rows that the newest exports loaded; and which rows are older."""
    rows = warehouse.standing(run.known_at)
    loaded = controls[controls["outcome"] == "loaded"]
    newest = set(zip(loaded["source"], loaded["table_name"], strict=True))
    keys = list(zip(rows["source"], rows["table_name"], strict=True))
    is_newest = pd.Series([key in newest for key in keys], index=rows.index, dtype=bool)
    earlier = sorted({" ".join(key) for key in keys if key not in newest})
    fate = _fates(shards, clients)
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


def _stood(table: str, currency: str, part: pd.DataFrame) -> Standing:
    sums = part.groupby("fate")[["row_count", "amount_minor"]].sum()
    numbers = {
        (fate, column): int(str(sums.loc[fate, column])) if fate in sums.index else 0
        for fate in ("shown", "held", "outside")
        for column in ("row_count", "amount_minor")
    }
    return Standing(table, currency, *numbers.values())


def _edition(book: PortfolioFile) -> str:
    """The hash of all that is said, but not of the day on which exports landed."""
    controls = book.controls.drop(columns="source_file").groupby(
        ["table_name", "outcome", "currency"]
    )
    told = (
        version("cartera"),
        book.language,
        str(book.period),
        repr(book.policy),
        repr(book.renewals),
        book.figures.to_csv(index=False),
        repr(sorted(book.names.items())),
        repr(sorted(book.manager_names.items())),
        book.targets.drop(columns=["source_file", "source_line"]).to_csv(index=False),
        repr(book.scorecards),
        repr(book.partners),
        repr(sorted(book.rates.items())),
        controls[["row_count", "amount_minor"]].sum().to_csv(),
        repr(book.standing),
        repr((book.held, book.earlier)),
    )
    return hashlib.sha256("\x00".join(told).encode()).hexdigest()[:16]
