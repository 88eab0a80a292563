"""What the portal's list says of each client of a run."""

from collections.abc import Iterable
from datetime import date

from pipeline.outcome import ClientOutcome
from pipeline.publishing.edition import BriefLine, SummaryRecipe, edition_of
from pipeline.run_context import RunContext
from warehouse import ClientSummary


def summary_edition(client: ClientOutcome, data_date: date) -> str:
    """What its summary is made from: its line in its manager's brief, and the day of the data."""
    failed = tuple(failure.what for failure in client.failures)
    return edition_of(SummaryRecipe(BriefLine(client.line_matter, client.held, failed), data_date))


def save_summaries(run: RunContext, clients: Iterable[ClientOutcome]) -> None:
    """Of those that were read anew; the others' still hold."""
    run.warehouse.save_summaries([_summary(run, client) for client in clients if client.entry])


def _summary(run: RunContext, client: ClientOutcome) -> ClientSummary:
    entry = client.entry
    assert entry is not None
    return ClientSummary(
        period=str(run.period),
        client_id=client.client_id,
        client_name=entry.client_name,
        manager_name=entry.manager_name,
        manager_email=entry.manager_email.lower(),
        is_active=entry.is_active,
        renewal_day=entry.renewal_day,
        renewal_basis=entry.renewal_basis,
        notice_day=entry.notice_day,
        points=entry.points,
        standing=entry.standing.value if entry.standing else "",
        signals=tuple(signal.kind for signal in entry.signals),
        held=entry.held,
        known_at=run.known_at,
        edition_id=summary_edition(client, run.known_at.date()),
    )
