"""What managers and teams achieved in a run's period, for the portfolio workbook."""

from collections.abc import Mapping

from pipeline.publishing.client_files import kpi_books
from pipeline.run_context import RunContext
from reports.client import KpiBook
from reports.workbook.portfolio.book import NamedScorecard
from transforms.clients.scorecard import scorecard_of
from transforms.core.canonical import CanonicalTables
from transforms.metrics.groups import MANAGER, TEAM


def scorecards(run: RunContext, tables: CanonicalTables) -> tuple[NamedScorecard, ...]:
    """One of each manager that has figures, then one of each team, by name."""
    names = manager_names(tables)
    found = [
        NamedScorecard(
            kind,
            names.get(book.client_id, book.client_id) if kind == MANAGER else book.client_id,
            scorecard_of(book, tables, kind, book.client_id, run.period),
        )
        for kind in (MANAGER, TEAM)
        for book in _books(run, kind)
    ]
    return tuple(sorted(found, key=lambda one: (one.entity_type, one.name.casefold())))


def _books(run: RunContext, kind: str) -> list[KpiBook]:
    figures = run.warehouse.read_kpis(
        period=str(run.period), known_at=run.known_at, entity_type=kind
    )
    books = kpi_books(figures, run.settings.company.fiscal_start_month)
    return [books[entity] for entity in sorted(books)]


def manager_names(tables: CanonicalTables) -> Mapping[str, str]:
    """Managers' names by id."""
    managers = tables.rows("managers")
    return dict(zip(managers["manager_id"], managers["manager_name"], strict=True))
