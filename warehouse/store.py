"""The warehouse as the flow sees it: each method is one transaction."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from typing import Self

import pandas as pd

from transforms.core.canonical import CanonicalTables
from transforms.renewals.decision import RenewalDecision
from warehouse import forgetting, loads, lock, promotion, standing, told
from warehouse.engine import make_engine, parse_url, reading, writing
from warehouse.file_register import FileRegister
from warehouse.forgetting import ForgottenRecord
from warehouse.portal import people, published
from warehouse.portal.records import ClientSummary
from warehouse.promotion import LoadRequest
from warehouse.registry import (
    decisions,
    fetches,
    figure_marks,
    kpi_store,
    marks,
    remarks,
    runs,
)
from warehouse.registry.figure_marks import FigureMarks
from warehouse.registry.records import (
    ExportRecord,
    FetchRecord,
    KnownKeys,
    LandedExport,
    LoadSummary,
    RemarkRecord,
    RunRecord,
    RunState,
    StepRecord,
)
from warehouse.rows import canonical_rows
from warehouse.staging.staged_rows import Increments
from warehouse.staging.staging import Staging, staged_beside


def open_warehouse(url: str) -> "Warehouse":
    """The warehouse at the URL of a SQLite file or a PostgreSQL database, at the newest schema.

    Raises a CarteraError of one sentence where the URL is wrong, or the database is
    unreachable, missing, refusing, full, read-only or of a newer release.
    """
    from warehouse.migrate import migrate  # Alembic takes a while to import

    engine = make_engine(parse_url(url))
    migrate(engine)
    return Warehouse(engine)


class Warehouse(FileRegister):
    """Canonical tables with their history, KPI values, runs and published files.

    All times are aware. Every method raises a CarteraError when the database fails it, and
    has then changed nothing.
    """

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def staging(self, increments: Increments = frozenset()) -> Iterator[Staging]:
        """Room for one delivery's rows, of which only what is promoted is left.

        `increments` names by source and table the rows that add to those known, by their key.
        """
        with reading(self._engine) as connection:
            next_load = loads.next_load(connection)
        with staged_beside(self._engine, increments, next_load) as staging:
            yield staging

    def promote(self, staging: Staging, request: LoadRequest) -> LoadSummary:
        """Make the staged delivery the newest full snapshot of each of its sources' tables.

        Rows that changed or vanished are superseded, never removed; an increment supersedes only
        rows whose keys it names. The same delivery again changes nothing; one landed before a
        source's newest is refused for that source. Rows of stopped sources are left out: those of
        their last load stay.
        """
        with staging.staged.promoting() as connection:
            return promotion.promote(connection, staging, request)

    def is_loaded(self, landed_at: datetime, exports: Iterable[ExportRecord]) -> bool:
        """Whether these files were all loaded before, so that reading them is not needed."""
        with reading(self._engine) as connection:
            return promotion.is_loaded(connection, landed_at, exports)

    def known_at_latest(self, until: datetime | None = None) -> datetime | None:
        """When the newest load landed, or the newest by `until`; None before the first."""
        with reading(self._engine) as connection:
            return loads.latest_landing(connection, until)

    def read_tables(
        self,
        known_at: datetime,
        accounts: Sequence[str] | None = None,
        names: Iterable[str] | None = None,
    ) -> CanonicalTables:
        """The rows known at that time; of those accounts where a table has accounts.

        A table is there when some load up to then delivered it, be it without rows. Rows are
        in the order of source, file and line.
        """
        with reading(self._engine) as connection:
            return canonical_rows.read_tables(connection, known_at, accounts, names)

    def feeds(self, known_at: datetime) -> frozenset[str]:
        """The tables that some load up to then delivered, be it without rows."""
        with reading(self._engine) as connection:
            return canonical_rows.known_feeds(connection, known_at)

    def known_keys(self, known_at: datetime) -> KnownKeys:
        """The keys that rows of another delivery may refer to."""
        with reading(self._engine) as connection:
            return canonical_rows.known_keys(connection, known_at)

    def exports(self, known_at: datetime) -> pd.DataFrame:
        """The files of each source's newest load by then."""
        with reading(self._engine) as connection:
            return loads.exports_at(connection, known_at)

    def landed_exports(self) -> tuple[LandedExport, ...]:
        """The files of every load there was, oldest first."""
        with reading(self._engine) as connection:
            return loads.landed_exports(connection)

    def stopped_sources(self, known_at: datetime) -> frozenset[str]:
        """Sources whose newest export by then could not be used: their rows are older."""
        with reading(self._engine) as connection:
            return loads.stopped_sources(connection, known_at)

    def unused_feeds(self, known_at: datetime) -> frozenset[tuple[str, str]]:
        """Source and table where the source's newest export brought rows and none could be used:
        what is there is older."""
        with reading(self._engine) as connection:
            return canonical_rows.unused_feeds(connection, known_at)

    def quarantine(self, known_at: datetime) -> pd.DataFrame:
        """Faults that each source's newest load told; columns of QUARANTINE_DTYPES."""
        with reading(self._engine) as connection:
            return told.quarantine_at(connection, known_at)

    def few_join(self, known_at: datetime) -> frozenset[str]:
        """Tables of which the newest loads told that most rows join no account."""
        with reading(self._engine) as connection:
            return told.few_join_at(connection, known_at)

    def kept_out(self, known_at: datetime, accounts: Sequence[str] | None = None) -> pd.DataFrame:
        """Rows of those accounts that were kept out; columns of KEPT_OUT_DTYPES."""
        with reading(self._engine) as connection:
            return told.kept_out_at(connection, known_at, accounts)

    def controls(self, known_at: datetime) -> pd.DataFrame:
        """Control totals of each source's newest load; columns of CONTROL_DTYPES."""
        with reading(self._engine) as connection:
            return told.controls_at(connection, known_at)

    def standing(self, known_at: datetime) -> pd.DataFrame:
        """Rows and money held by source, table, account and currency; STANDING_DTYPES."""
        with reading(self._engine) as connection:
            return standing.standing_at(connection, known_at)

    def held(self, known_at: datetime) -> pd.DataFrame:
        """`account_id` and `reason` of accounts whose files are held back."""
        with reading(self._engine) as connection:
            return told.held_at(connection, known_at)

    def validation_results(self, known_at: datetime) -> pd.DataFrame:
        """What each rule checked and found at last; columns of schema.RESULT_DTYPES."""
        with reading(self._engine) as connection:
            return told.results_at(connection, known_at)

    def save_kpis(
        self, values: pd.DataFrame, known_at: datetime, marks: FigureMarks | None = None
    ) -> None:
        """Keep KPI values (columns of KPI_DTYPES) as computed from what was known then; with what
        they were computed from, where they are clients' own."""
        with writing(self._engine) as connection:
            kpi_store.save_kpis(connection, values, known_at)
            if marks is not None:
                figure_marks.add_marks(connection, marks)

    def take_over_kpis(self, marks: FigureMarks, figures: pd.DataFrame) -> frozenset[str]:
        """Make stored figures (each `kpi`, `period`, `version`) those of the marks' moment as well,
        of all clients whose figures came from the same; returns which clients these are."""
        with writing(self._engine) as connection:
            return figure_marks.take_over(connection, marks, figures)

    def read_kpis(
        self,
        period: str | None = None,
        known_at: datetime | None = None,
        entity_type: str | None = None,
        entity_ids: Sequence[str] | None = None,
        kpis: Sequence[str] | None = None,
    ) -> pd.DataFrame:
        """Values with KPI_DTYPES and `known_at`; None leaves a filter open."""
        wanted = kpi_store.KpiFilter(period, known_at, entity_type, entity_ids, kpis)
        with reading(self._engine) as connection:
            return kpi_store.read_kpis(connection, wanted)

    def restated_kpis(self, known_at: datetime) -> pd.DataFrame:
        """Values of this moment that read otherwise at the moment before (RESTATED_DTYPES)."""
        with reading(self._engine) as connection:
            return kpi_store.restated(connection, known_at)

    def run_lock(self, period: str) -> AbstractContextManager[None]:
        """Keeps other runs of the period out; raises RunInProgressError where one is on."""
        return lock.run_lock(self._engine, period)

    def start_run(self, period: str, known_at: datetime) -> str:
        """A new run's id; call it while holding the period's lock."""
        with writing(self._engine) as connection:
            return runs.start_run(connection, period, known_at)

    def finish_run(self, run_id: str, state: RunState | str, why: str = "") -> None:
        """Say how a run ended; `why` where it failed."""
        with writing(self._engine) as connection:
            runs.finish_run(connection, run_id, RunState(state), why)

    def runs(self, limit: int = 20) -> tuple[RunRecord, ...]:
        """The newest runs first."""
        with reading(self._engine) as connection:
            return runs.newest_runs(connection, limit)

    def heights(self) -> Mapping[str, str]:
        """Of each table that files come from, something else once a row was added."""
        with reading(self._engine) as connection:
            return marks.heights(connection)

    def add_mark(self, run_id: str, period: str, mark: str) -> None:
        """Keep the fingerprint of all that a run's files came from."""
        with writing(self._engine) as connection:
            marks.add_mark(connection, run_id, period, mark)

    def run_of_mark(self, period: str, mark: str | None = None) -> str | None:
        """The run that left the mark; any of the period where none is named."""
        with reading(self._engine) as connection:
            return marks.run_of_mark(connection, period, mark)

    def add_steps(self, run_id: str, steps: Sequence[StepRecord]) -> None:
        """Keep what a run spent where."""
        with writing(self._engine) as connection:
            marks.add_steps(connection, run_id, steps)

    def steps(self, run_id: str) -> tuple[StepRecord, ...]:
        """What a run spent, by step."""
        with reading(self._engine) as connection:
            return marks.read_steps(connection, run_id)

    def add_fetch(self, record: FetchRecord) -> None:
        """Keep how a fetch of a system's API ended."""
        with writing(self._engine) as connection:
            fetches.add_fetch(connection, record)

    def fetches(self, *, whole: bool = False) -> tuple[FetchRecord, ...]:
        """The newest fetch of each system, or the newest whole one."""
        with reading(self._engine) as connection:
            return fetches.newest_fetches(connection, whole=whole)

    def add_decision(self, decision: RenewalDecision) -> None:
        """Keep what was typed into a workbook, beside what was imported before."""
        with writing(self._engine) as connection:
            decisions.add_decision(connection, decision)

    def decisions(self, clients: Sequence[str] | None = None) -> tuple[RenewalDecision, ...]:
        """Imported decisions about these clients, oldest first; all where none is named."""
        with reading(self._engine) as connection:
            return decisions.read_decisions(connection, clients)

    def add_remarks(self, records: Sequence[RemarkRecord]) -> None:
        """Keep what a manager wrote into a deck, beside what was imported before."""
        with writing(self._engine) as connection:
            remarks.add_remarks(connection, records)

    def remarks(self, period: str, clients: Sequence[str]) -> tuple[RemarkRecord, ...]:
        """The newest of each place of these clients' decks of a period."""
        with reading(self._engine) as connection:
            return remarks.newest_remarks(connection, period, clients)

    def save_summaries(self, summaries: Sequence[ClientSummary]) -> None:
        """Keep what a run saw of clients, for the portal's lists."""
        with writing(self._engine) as connection:
            published.save_summaries(connection, summaries)

    def summarised(self, period: str) -> Mapping[str, str]:
        """The clients that a period has a summary of, and the edition of each."""
        with reading(self._engine) as connection:
            return published.summarised(connection, period)

    def summaries(self, period: str) -> tuple[ClientSummary, ...]:
        """The clients of a period as its newest run saw them."""
        with reading(self._engine) as connection:
            return published.read_summaries(connection, period)

    def languages_of_people(self) -> Mapping[str, str]:
        """The language of everybody who may sign in to the portal, by e-mail address."""
        with reading(self._engine) as connection:
            return {person.email: person.language for person in people.read_people(connection)}

    def names_of(self, person: str, client_id: str) -> frozenset[str]:
        """What identifies a person, or a client with its people; whichever is named."""
        with reading(self._engine) as connection:
            if client_id:
                return forgetting.names_of_client(connection, client_id)
            return forgetting.names_of_person(connection, person)

    def rows_naming(self, names: Sequence[str]) -> Mapping[str, int]:
        """By table, how many rows hold one of the names."""
        with reading(self._engine) as connection:
            return forgetting.replace_names(connection, names, "", is_trial=True)

    def keys_naming(self, names: Sequence[str]) -> Mapping[str, int]:
        """By table, how many rows hold one of the names as a key, which stays."""
        with reading(self._engine) as connection:
            return forgetting.keys_naming(connection, names)

    def audit_entries_of(self, names: Sequence[str]) -> int:
        """Entries of the portal's audit that name them."""
        with reading(self._engine) as connection:
            return forgetting.audit_entries_of(connection, names)

    def add_forgotten(self, record: ForgottenRecord) -> None:
        """Keep that somebody is forgotten; the files it names lose their names here."""
        with writing(self._engine) as connection:
            forgetting.add_forgotten(connection, record)

    def replace_names(self, names: Sequence[str], pseudonym: str) -> None:
        """Put a word in the place of the names everywhere."""
        with writing(self._engine) as connection:
            forgetting.replace_names(connection, names, pseudonym, is_trial=False)

    def forgotten_files(self) -> frozenset[str]:
        """SHA-256 of what was taken out of the archive to forget somebody."""
        return frozenset(sha256 for record in self.forgotten() for sha256 in record.files)

    def forgotten(self) -> tuple[ForgottenRecord, ...]:
        """What was done to forget people, the oldest first."""
        with reading(self._engine) as connection:
            return forgetting.forgotten_records(connection)
