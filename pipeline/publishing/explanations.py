"""The figures that the portal shows, each worked out on a page down to its source rows.

Made after a run, by a step of its own: explaining a client takes as long as all its files.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import PurePosixPath

from messages.catalogue import catalogue
from pipeline.compute.entities import Entity
from pipeline.compute.explain import Explaining, Explanation, Wanted
from pipeline.compute.explanation_page import page_of
from pipeline.compute.rows_as_of import kept_out_as_of, rows_as_of
from pipeline.compute.shards import Shard
from pipeline.compute.told_rows import ToldRows, told_rows
from pipeline.publishing.client_files import GatheredClient, gathered_clients
from pipeline.publishing.edition import ExplainedRecipe, making_of
from pipeline.publishing.file_kinds import brief_matter
from pipeline.publishing.publish import client_slug
from pipeline.publishing.publisher import DueFile, Made, Result, publish
from pipeline.run_context import RunContext
from transforms.clients.snapshot import population_of
from transforms.core.rates import Rates
from transforms.kpis import shown_at, specs
from transforms.metrics.kpi import EntityKind, KpiSpec, Place
from transforms.metrics.metric_context import MetricContext, client_entities
from transforms.metrics.norms import Population
from warehouse import Subject

KIND = "explained"
_MOST_ROWS = 50


def publish_explanations(run: RunContext, shard: Shard) -> tuple[Result, ...]:
    """One file a client and language; those of rows and figures as they were are not made
    again."""
    found: list[Result] = []
    wanted = _wanted(run)
    working = _Working(run, shard, wanted)
    for client in gathered_clients(run, shard):
        if not run.is_due(client.file.client_id):
            continue
        found += [publish(run, due) for due in _due(run, client, working)]
    return tuple(found)


def _wanted(run: RunContext) -> tuple[KpiSpec, ...]:
    """The figures that the portal shows of periods of this length."""
    every = (specs()[kpi] for kpi in shown_at(Place.PORTAL))
    return tuple(spec for spec in every if run.period.grain in spec.grains)


_Told = tuple[Explanation, tuple[ToldRows, ...]]


class _Working:
    """Explanations of the shard's clients, each worked out once for all languages."""

    def __init__(self, run: RunContext, shard: Shard, wanted: tuple[KpiSpec, ...]) -> None:
        self._run = run
        self._shard = shard
        self._wanted = wanted
        self._is_compared = any(spec.is_population for spec in wanted)
        self._population: Population | None = None
        self._last: tuple[str, tuple[_Told, ...]] = ("", ())

    def of(self, client: GatheredClient) -> tuple[_Told, ...]:
        """Of one client; the last one's are kept."""
        client_id = client.file.client_id
        if self._last[0] != client_id:
            found = self._explained(client)
            self._last = (client_id, tuple((item, told_rows(item, _MOST_ROWS)) for item in found))
        return self._last[1]

    def _explained(self, client: GatheredClient) -> Iterator[Explanation]:
        run, file = self._run, client.file
        own = self._shard.entities
        accounts = own[own["entity_id"] == file.client_id].reset_index(drop=True)
        entity = Entity(EntityKind.CLIENT, file.client_id, file.client_name, accounts)
        tables = rows_as_of(run.warehouse, run.known_at, tuple(accounts["account_id"]))
        last_day, rates = run.known_at.date(), Rates.from_frame(tables.rows("fx_rates"))
        context = MetricContext(
            tables,
            accounts,
            run.settings.policy,
            rates,
            population=self._everybody() if self._is_compared else None,
            last_day=last_day,
            few_join=run.warehouse.few_join(run.known_at),
            kept_out=kept_out_as_of(run.warehouse, run.known_at, tuple(accounts["account_id"])),
        )
        figures = Explaining(run.settings, context, entity)
        for spec in self._wanted:
            yield figures.of(Wanted(spec, run.period, run.known_at))

    def _everybody(self) -> Population:
        """What all clients are like, read when a figure first compares with them."""
        if self._population is None:
            run, currency = self._run, self._run.settings.company.reporting_currency
            tables = rows_as_of(run.warehouse, run.known_at)
            clients = client_entities(tables.rows("accounts"), currency).assign(currency=currency)
            rates, last_day = Rates.from_frame(tables.rows("fx_rates")), run.known_at.date()
            policy = run.settings.policy
            everybody = MetricContext(tables, clients, policy, rates, last_day=last_day)
            self._population = population_of(currency, [everybody], (run.period,))
        return self._population


def _due(run: RunContext, client: GatheredClient, working: _Working) -> Iterator[DueFile]:
    file = client.file
    slug = client_slug(file.client_name, file.client_id)
    for language in run.settings.company.languages:
        yield DueFile(
            subject=Subject.client(file.client_id),
            kind=KIND,
            language=language,
            folder=PurePosixPath(slug, "internal"),
            stem=f"internal-explained-{slug}-{run.period}",
            suffix=".json",
            recipe=ExplainedRecipe(
                making_of(KIND, language, ""), brief_matter(client), client.figures.compared
            ),
            make=lambda _edition, language=language: _made(working.of(client), language),
        )


def _made(found: tuple[_Told, ...], language: str) -> Made:
    """The pages by figure, worded."""
    words = catalogue(language)
    pages = {item.spec.id: asdict(page_of(item, words, rows)) for item, rows in found}
    return Made(json.dumps(pages, ensure_ascii=False, indent=1).encode())
