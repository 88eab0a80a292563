"""The warehouse as the portal sees it: each method is one transaction, none reads a raw row."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial
from weakref import finalize

from sqlalchemy import Engine

from transforms.renewals.signing import Signature
from warehouse.engine import (
    asking,
    for_questions,
    make_pooled_engine,
    parse_url,
    reading,
    writing,
)
from warehouse.migrate import migrate
from warehouse.portal import audit, people, published, uploads
from warehouse.portal.records import (
    AuditEntry,
    ClientSummary,
    Person,
    PublishedPath,
    RestatedFigure,
    RowFault,
    ShownFigure,
    Upload,
)
from warehouse.registry import decisions, remarks, withdrawals
from warehouse.registry.decisions import StoredDecision, StoredSignature
from warehouse.registry.records import FetchRecord, RemarkRecord, RunFile, RunRecord
from warehouse.registry.remarks import StoredRemark
from warehouse.registry.withdrawals import RecordKind


def open_portal_store(url: str) -> "PortalStore":
    """The portal's part of the warehouse at a URL; raises CarteraErrors as `open_warehouse`."""
    engine = make_pooled_engine(parse_url(url))
    migrate(engine)  # nothing to do where the schema is of this release: then no rights are needed
    return PortalStore(engine)


class PortalStore:
    """Published files and figures, and the portal's people, sessions and audit."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._asked = for_questions(engine)
        self._noted = audit.Together(partial(_note, engine))
        self._let_go = finalize(self, engine.dispose)

    def close(self) -> None:
        """Let go of the database, as a store that nobody holds does by itself."""
        self._let_go()

    def clients(
        self, managers: Collection[str] | None = None, ids: Collection[str] = ()
    ) -> tuple[ClientSummary, ...]:
        """Each client as its newest run saw it; of these managers and ids, where any are named."""
        with asking(self._asked) as connection:
            return published.read_clients(connection, managers, ids)

    def files(
        self, kinds: Collection[str], subjects: Collection[str] | None = None
    ) -> tuple[PublishedPath, ...]:
        """Files of these kinds, of these subjects or of all, the newest first."""
        with asking(self._asked) as connection:
            return published.read_files(connection, kinds, subjects)

    def renewal_lines(self, clients: Collection[str]) -> Mapping[int, str]:
        """What the renewal workbooks of these clients say in one line, as JSON, by their number."""
        with asking(self._asked) as connection:
            return published.read_renewal_lines(connection, clients)

    def file(self, artifact_id: int) -> PublishedPath | None:
        """By its number in the register."""
        with asking(self._asked) as connection:
            return published.find_file(connection, artifact_id)

    def figures(self, client_id: str, kpis: Collection[str]) -> tuple[ShownFigure, ...]:
        """Of every period."""
        with asking(self._asked) as connection:
            return published.read_figures(connection, client_id, kpis)

    def totals(self, kpis: Collection[str]) -> tuple[ShownFigure, ...]:
        """Figures of all clients together, of every period."""
        with reading(self._engine) as connection:
            return published.read_totals(connection, kpis)

    def runs(self, limit: int) -> tuple[RunRecord, ...]:
        """The newest first."""
        with reading(self._engine) as connection:
            return published.read_runs(connection, limit)

    def restated(self, client_id: str, kpis: Collection[str]) -> tuple[RestatedFigure, ...]:
        """Figures that read otherwise than the moment before, the newest first."""
        with reading(self._engine) as connection:
            return published.read_restated(connection, client_id, kpis)

    def faults(self, limit: int) -> tuple[RowFault, ...]:
        """Rows of the newest exports that were kept out or told about."""
        with reading(self._engine) as connection:
            return published.read_faults(connection, limit)

    def exports(self) -> tuple[tuple[str, datetime], ...]:
        """The files of each source's newest load, and when each landed."""
        with reading(self._engine) as connection:
            return published.read_exports(connection)

    def fetches(self, *, whole: bool = False) -> tuple[FetchRecord, ...]:
        """The newest fetch of each system, or the newest whole one, without its pages."""
        with reading(self._engine) as connection:
            return published.read_fetches(connection, whole=whole)

    def run_files(self, run_id: str) -> tuple[RunFile, ...]:
        """What a run left beside the clients' files."""
        with reading(self._engine) as connection:
            return published.read_run_files(connection, run_id)

    def downloads(self, client_id: str, action: str, limit: int) -> tuple[AuditEntry, ...]:
        """Who had what of a client, the newest first."""
        with reading(self._engine) as connection:
            return audit.read_downloads(connection, client_id, action, limit)

    def times_of(self, who: str, action: str, limit: int) -> tuple[datetime, ...]:
        """When somebody did something, the newest first."""
        with asking(self._asked) as connection:
            return audit.times_of(connection, who, action, limit)

    def save_person(self, person: Person) -> None:
        """Add or change somebody who may sign in; their sessions end."""
        with writing(self._engine) as connection:
            people.save_person(connection, person)

    def person(self, email: str) -> Person | None:
        """By the name that they sign in with."""
        with reading(self._engine) as connection:
            return people.find_person(connection, email)

    def people(self) -> tuple[Person, ...]:
        """Everybody who was ever added."""
        with reading(self._engine) as connection:
            return people.read_people(connection)

    def start_session(self, token_hash: str, email: str, now: datetime, ends_at: datetime) -> None:
        """From now on whoever shows the token is this person."""
        with writing(self._engine) as connection:
            people.start_session(connection, token_hash, email, now, ends_at)

    def person_of_session(self, token_hash: str, now: datetime) -> Person | None:
        """None where the session is unknown or over, or the person is not let in any more."""
        with asking(self._asked) as connection:
            return people.person_of_session(connection, token_hash, now)

    def end_session(self, token_hash: str) -> None:
        """Signed out."""
        with writing(self._engine) as connection:
            people.end_session(connection, token_hash)

    def add_upload(self, upload: Upload) -> None:
        """Keep a file until it is judged and confirmed."""
        with writing(self._engine) as connection:
            uploads.add_upload(connection, upload)

    def upload(self, upload_id: str, email: str) -> Upload | None:
        """The person's own."""
        with reading(self._engine) as connection:
            return uploads.find_upload(connection, upload_id, email)

    def remove_upload(self, upload_id: str) -> None:
        """Confirmed or discarded."""
        with writing(self._engine) as connection:
            uploads.remove_upload(connection, upload_id)

    def decisions(self, clients: Sequence[str] | None = None) -> tuple[StoredDecision, ...]:
        """Those not taken back, with their signatures, oldest first."""
        with reading(self._engine) as connection:
            return decisions.stored_decisions(connection, clients)

    def signatures(self) -> tuple[StoredSignature, ...]:
        """Those not taken back, oldest first."""
        with reading(self._engine) as connection:
            return decisions.stored_signatures(connection)

    def sign(
        self, decision_id: int, seen: Sequence[Signature], signature: Signature, now: datetime
    ) -> bool:
        """Add a signature to those that its signer saw; False where others came in between."""
        with writing(self._engine) as connection:
            return decisions.add_signature(connection, decision_id, seen, signature, now)

    def remarks(self, client_id: str) -> tuple[StoredRemark, ...]:
        """All about a client, oldest first."""
        with reading(self._engine) as connection:
            return remarks.stored_remarks(connection, client_id)

    def add_remarks(self, records: Sequence[RemarkRecord]) -> None:
        """What a manager typed: the next edition carries it."""
        with writing(self._engine) as connection:
            remarks.add_remarks(connection, records)

    def withdraw(self, kind: RecordKind, records: Iterable[int], who: str, now: datetime) -> None:
        """Take back what was said."""
        with writing(self._engine) as connection:
            withdrawals.withdraw(connection, kind, records, who, now)

    def note(self, entry: AuditEntry) -> None:
        """Add to the audit: written for good when this returns."""
        self._noted.add(entry)

    def audit(self) -> tuple[AuditEntry, ...]:
        """Every entry, oldest first."""
        with reading(self._engine) as connection:
            return tuple(audit.read_entries(connection))

    def is_audit_unbroken(self) -> bool:
        """Whether no entry was changed, lost or put in between."""
        with reading(self._engine) as connection:
            return audit.is_unbroken(connection)

    def refused_between(self, action: str, since: datetime, until: datetime, who: str) -> int:
        """How often somebody of this name, or from this address, was refused."""
        with reading(self._engine) as connection:
            return audit.refused_between(connection, action, since, until, who)


def _note(engine: Engine, entries: Sequence[AuditEntry]) -> None:
    with writing(engine) as connection:
        audit.add_entries(connection, entries)
