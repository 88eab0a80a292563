"""Composes, renders and publishes the files of a shard's clients."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from pipeline.compute.shards import Shard
from pipeline.failures import Failure, attempt
from pipeline.feedback.decisions import newest_by_client
from pipeline.feedback.deck_remarks import remarks_of
from pipeline.outcome import ClientOutcome, NotMade, PublishedFile
from pipeline.publishing.brand import BrandInUse, brand_in_use
from pipeline.publishing.client_files import client_files
from pipeline.publishing.delivery_holds import held_clients
from pipeline.publishing.edition import edition_id
from pipeline.publishing.file_kinds import FileKind, Made, Studio, kinds_for
from pipeline.publishing.pre_send_checks import with_sending
from pipeline.publishing.publish import client_folder, client_slug, first_free
from pipeline.publishing.variant import Variant
from pipeline.settings import Settings
from reports.brief.entry import entry_of
from reports.client import ClientFile
from transforms.core.periods import Period
from warehouse import ArtifactRecord, Warehouse


@dataclass(frozen=True)
class RunContext:
    """What every client of one run shares."""

    run_id: str
    period: Period
    known_at: datetime
    accounts: frozenset[str] | None = None
    """Only these clients get files; None means all."""
    language: str | None = None
    """Instead of each client's own."""
    variant: Variant = Variant.BOTH


def publish_shard(
    settings: Settings, warehouse: Warehouse, shard: Shard, run: RunContext
) -> tuple[ClientOutcome, ...]:
    """Files of all clients of the shard that are due one, and what was left out and why."""
    decided = newest_by_client(warehouse.decisions(shard.client_ids))
    clients = [
        replace(client, decision=decided.get(client.client_id))
        for client in client_files(settings, warehouse, shard, run.period, run.known_at)
        if run.accounts is None or client.client_id in run.accounts
    ]
    remarks = remarks_of(warehouse.remarks(str(run.period), shard.client_ids))
    clients = [replace(item, remarks=remarks.get(item.client_id, ())) for item in clients]
    quarantine = warehouse.quarantine(run.known_at)
    held = held_clients(
        shard,
        warehouse.held(run.known_at),
        quarantine,
        _invoiced(clients),
        settings.policy.quarantined_money_limit,
    )
    return tuple(
        _client_outcome(settings, warehouse, client, held.get(client.client_id, ()), run)
        for client in with_sending(settings, clients, warehouse, shard, run.known_at, quarantine)
    )


def _client_outcome(
    settings: Settings,
    warehouse: Warehouse,
    client: ClientFile,
    held: tuple[str, ...],
    run: RunContext,
) -> ClientOutcome:
    outcome = ClientOutcome(client.client_id, client.client_name, client.manager_name, held=held)
    brand = brand_in_use(settings)
    studio = Studio(client, brand.brand)
    for kind in () if held else kinds_for(run.period, run.variant):
        language = run.language or kind.language(client, settings)
        facts = _facts(client, kind, brand)
        dressed = replace(client, language=language, edition=edition_id(facts, kind.name, language))
        outcome = _with_file(outcome, settings, warehouse, dressed, kind, studio, run)
    facts = hashlib.sha256(f"{client.edition}/{client.faults!r}".encode()).hexdigest()
    is_read = "read" in vars(studio)  # an unchanged client is not read for its line alone
    if not is_read:
        return replace(outcome, facts=facts)
    entry = attempt(client.client_id, "brief", entry_of, client, studio.read, held)
    if isinstance(entry, Failure):
        return replace(outcome, facts=facts, failures=(*outcome.failures, entry))
    return replace(outcome, facts=facts, entry=entry)


def _facts(client: ClientFile, kind: FileKind, brand: BrandInUse) -> str:
    """What the file is made from: the client's facts, what else it tells, how it looks."""
    look = brand.mark if kind.is_branded else ""
    told = kind.told(client)
    return f"{client.edition}/{told!r}/{look}" if told or look else client.edition


def _with_file(
    outcome: ClientOutcome,
    settings: Settings,
    warehouse: Warehouse,
    client: ClientFile,
    kind: FileKind,
    studio: Studio,
    run: RunContext,
) -> ClientOutcome:
    """The outcome with this kind's file: found by its edition, else made and published."""
    known = warehouse.find_artifact(client.edition, kind.name, client.client_id)
    if known is not None and (settings.output / known.path).is_file():
        return _with_known(outcome, settings, known, kind)
    made = attempt(client.client_id, kind.name, kind.make, client, studio)
    if isinstance(made, Failure):
        return replace(outcome, failures=(*outcome.failures, made))
    if made.content is None:
        missing = NotMade(client.client_id, kind.name, made.reason)
        return replace(outcome, not_made=(*outcome.not_made, missing))
    record = _publish(settings, warehouse, client, kind, made, run)
    return _with_known(outcome, settings, record, kind, is_new=record.run_id == run.run_id)


def _with_known(
    outcome: ClientOutcome,
    settings: Settings,
    record: ArtifactRecord,
    kind: FileKind,
    *,
    is_new: bool = False,
) -> ClientOutcome:
    file = PublishedFile(
        record.client_id,
        kind.name,
        record.language,
        record.version,
        settings.output / record.path,
        record.sha256,
        record.size,
        record.edition_id,
        is_new,
    )
    dropped = (NotMade(record.client_id, slide, reason) for slide, reason in record.dropped)
    return replace(
        outcome,
        files=(*outcome.files, file),
        dropped_slides=(*outcome.dropped_slides, *dropped),
        renewal=record.facts or outcome.renewal,
    )


def _publish(
    settings: Settings,
    warehouse: Warehouse,
    client: ClientFile,
    kind: FileKind,
    made: Made,
    run: RunContext,
) -> ArtifactRecord:
    """Under the next free version, then into the register.

    A file that a killed run wrote but did not register is taken up where it has the same bytes.
    """
    first = warehouse.next_version(str(run.period), client.client_id, kind.name)
    folder = client_folder(settings.output, str(run.period), client.client_name, client.client_id)
    folder /= kind.folder
    stem = f"{kind.prefix}{client_slug(client.client_name, client.client_id)}-{run.period}"
    number, written = first_free(
        first,
        lambda number: folder / f"{stem}-{client.language}-v{number}{kind.suffix}",
        made.content or b"",
    )
    record = ArtifactRecord(
        run_id=run.run_id,
        client_id=client.client_id,
        period=str(run.period),
        kind=kind.name,
        language=client.language,
        version=number,
        path=written.path.relative_to(settings.output).as_posix(),
        sha256=written.sha256,
        size=written.size,
        edition_id=client.edition,
        dropped=made.dropped,
        facts=made.facts,
    )
    warehouse.register_artifact(record)
    return record


def _invoiced(clients: Iterable[ClientFile]) -> dict[str, int]:
    figures = {
        client.client_id: client.kpis.get("invoiced_amount", client.period).value_minor
        for client in clients
    }
    return {client: minor for client, minor in figures.items() if minor is not None}
