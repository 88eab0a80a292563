"""The files of a shard's clients, each held back, published or told why there is none."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pipeline.compute.shards import Shard
from pipeline.failures import Failure, attempt
from pipeline.feedback.deck_remarks import remarks_of
from pipeline.feedback.standing_decisions import newest_by_client
from pipeline.outcome import ClientOutcome, NotMade, PublishedFile
from pipeline.publishing.brand import brand_in_use
from pipeline.publishing.client_files import GatheredClient, gathered_clients
from pipeline.publishing.client_summaries import save_summaries, summary_edition
from pipeline.publishing.delivery_holds import held_clients
from pipeline.publishing.file_kinds import ClientAtWork, brief_matter, due_files
from pipeline.publishing.pre_send_checks import with_checks
from pipeline.publishing.publisher import publish
from pipeline.run_context import RunContext
from reports.brief.entry import entry_of
from warehouse import Subject


def publish_shard(run: RunContext, shard: Shard) -> tuple[ClientOutcome, ...]:
    """Files of all clients of the shard that are due one, and what was left out and why."""
    due = [item for item in gathered_clients(run, shard) if run.is_due(item.file.client_id)]
    quarantine = run.warehouse.quarantine(run.known_at)
    clients = with_checks(run, shard, _with_feedback(run, shard, due), quarantine)
    held = held_clients(
        shard,
        run.warehouse.held(run.known_at),
        quarantine,
        _invoiced(clients),
        run.settings.policy.quarantined_money_limit,
    )
    known = run.warehouse.summarised(str(run.period))
    outcomes = tuple(
        _client_outcome(run, client, held.get(client.file.client_id, ()), known)
        for client in clients
    )
    save_summaries(run, outcomes)
    return outcomes


def _with_feedback(
    run: RunContext, shard: Shard, clients: Iterable[GatheredClient]
) -> list[GatheredClient]:
    """The clients with what finance decided and managers remarked."""
    decided = newest_by_client(run.warehouse.decisions(shard.client_ids))
    remarks = remarks_of(run.warehouse.remarks(str(run.period), shard.client_ids))
    return [
        client.with_file(
            decision=decided.get(client.file.client_id),
            remarks=remarks.get(client.file.client_id, ()),
        )
        for client in clients
    ]


def _client_outcome(
    run: RunContext, client: GatheredClient, held: tuple[str, ...], summarised: Mapping[str, str]
) -> ClientOutcome:
    file, at_work = client.file, ClientAtWork(client, brand_in_use(run.settings))
    due = () if held else due_files(run, at_work)
    results = [publish(run, item) for item in due]
    outcome = ClientOutcome(
        file.client_id,
        file.client_name,
        file.manager_name,
        brief_matter(client),
        files=tuple(item for item in results if isinstance(item, PublishedFile)),
        held=held,
        not_made=tuple(item for item in results if isinstance(item, NotMade)),
        failures=tuple(item for item in results if isinstance(item, Failure)),
    )
    is_made_anew = any(item.is_new for item in outcome.files)
    is_summarised = summarised.get(file.client_id) == summary_edition(outcome, run.known_at.date())
    return outcome if is_summarised and not is_made_anew else _with_entry(outcome, at_work)


def _with_entry(outcome: ClientOutcome, client: ClientAtWork) -> ClientOutcome:
    """With the line in the manager's brief, now that the client has been read."""
    subject = Subject.client(outcome.client_id)
    entry = attempt(subject, "brief", lambda: entry_of(client.file, client.read, outcome.held))
    if isinstance(entry, Failure):
        return replace(outcome, failures=(*outcome.failures, entry))
    return replace(outcome, entry=entry)


def _invoiced(clients: Iterable[GatheredClient]) -> Mapping[str, int]:
    figures = {
        item.file.client_id: item.file.kpis.get("invoiced_amount", item.file.period).value_minor
        for item in clients
    }
    return {client: minor for client, minor in figures.items() if minor is not None}
