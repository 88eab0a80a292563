"""What the warehouse takes and gives, besides data frames."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from messages.clause import Clause


@dataclass(frozen=True)
class ExportRecord:
    """One raw file as it was archived. `reading` tells apart two readings of the same bytes,
    such as the hash of the mapping file that read them."""

    source: str
    source_file: str
    sha256: str
    size: int
    archive_path: str
    reading: str = ""


@dataclass(frozen=True)
class LandedExport:
    """One raw file of one load, as the archive keeps it."""

    source: str
    source_file: str
    """Its path inside the landing place."""
    landed_at: datetime
    sha256: str
    """Empty where it could not be read when it landed."""


@dataclass(frozen=True)
class StepRecord:
    """What a step of a run spent, in all of its parts: seconds of the clock, one part's after the
    other's, and of the processor."""

    step: str
    parts: int
    wall_seconds: float
    cpu_seconds: float


@dataclass(frozen=True)
class TableChange:
    """What a load did to one source's rows of one canonical table."""

    source: str
    table_name: str
    inserted: int
    superseded: int
    """Rows that changed, and rows that are no longer in the export."""
    unchanged: int


@dataclass(frozen=True)
class LoadSummary:
    """What became of a delivery. Without a load id nothing was changed."""

    landed_at: datetime
    load_id: int | None
    changes: tuple[TableChange, ...]
    refused: Mapping[str, Clause]
    """By source: why its files were not loaded."""
    unchanged_delivery: bool
    """Every file was loaded before, read the same way."""

    @property
    def rows_loaded(self) -> int:
        """Rows of the delivery that the warehouse now holds, new or unchanged."""
        return sum(change.inserted + change.unchanged for change in self.changes)


@dataclass(frozen=True)
class KnownKeys:
    """Keys that the warehouse holds, so that a delivery of some tables can join the others."""

    account_of: Mapping[str, Mapping[str, str]]
    """By table, the account of each key; of the tables that other tables refer to."""
    links: Mapping[tuple[str, str], str]
    """The account by (system, external id)."""
    keys: Mapping[str, frozenset[str]]
    """By table, its keys; of the tables that other tables refer to."""


class RunState(StrEnum):
    """How far a run came."""

    RUNNING = "running"
    PUBLISHED = "published"
    PARTLY_PUBLISHED = "partly_published"  # files of some are missing
    NOTHING_PUBLISHED = "nothing_published"
    FAILED = "failed"
    INTERRUPTED = "interrupted"  # killed: found still running by the next run of its period


@dataclass(frozen=True)
class RunRecord:
    """One run of the report. Times are UTC."""

    run_id: str
    period: str
    known_at: datetime
    started_at: datetime
    finished_at: datetime | None
    state: RunState
    why: str = ""
    """Why it failed, in one sentence; an error without one is named."""


@dataclass(frozen=True)
class RemarkRecord:
    """What a manager wrote into one place of a deck, or took back where there is no text."""

    client_id: str
    period: str
    kind: str
    """The kind of deck it was written into."""
    place: str
    """A slide, or `action:` and the rule of an action that was chosen."""
    text: str
    edition_id: str
    sha256: str
    """Of the file it came in."""
    imported_by: str
    imported_at: datetime


class SubjectKind(StrEnum):
    """What a published file is about."""

    CLIENT = "client"
    MANAGER = "manager"
    PORTFOLIO = "portfolio"


@dataclass(frozen=True)
class Subject:
    """Whose file it is: a client by its id, a manager by name, or all clients together."""

    kind: SubjectKind
    id: str = ""
    """Empty for the portfolio."""

    @classmethod
    def client(cls, client_id: str) -> "Subject":
        return cls(SubjectKind.CLIENT, client_id)

    @classmethod
    def manager(cls, name: str) -> "Subject":
        return cls(SubjectKind.MANAGER, name)

    @classmethod
    def portfolio(cls) -> "Subject":
        return cls(SubjectKind.PORTFOLIO)

    @property
    def client_id(self) -> str | None:
        """The client's id; None where it is no client's."""
        return self.id if self.kind is SubjectKind.CLIENT else None

    @property
    def name(self) -> str:
        """As people are told whose file it is."""
        return self.id or self.kind.value


FORGOTTEN = "forgotten/"
"""Stands before the SHA-256 of a file that was taken out to forget somebody, in place of its
name."""


@dataclass(frozen=True)
class ArtifactRecord:
    """One published file. Records are added and never changed."""

    run_id: str
    subject: Subject
    period: str
    kind: str
    language: str
    version: int
    path: str
    """Inside the output place."""
    sha256: str
    size: int
    edition_id: str
    dropped: tuple[tuple[str, str], ...] = ()
    """Slides left out, each with the reason."""
    renewal_line: str = ""
    """What the portfolio says of a renewal workbook, so that it need not be made again."""

    @property
    def is_forgotten(self) -> bool:
        """Whether its bytes are gone, as somebody who was named in it is forgotten."""
        return self.path.startswith(FORGOTTEN)


@dataclass(frozen=True)
class RunFile:
    """A file of a run itself, such as its manifest; a later run may give its name to another."""

    run_id: str
    path: str
    """Inside the output place."""
    sha256: str
    size: int


@dataclass(frozen=True)
class FetchedPage:
    """An answer of a system's API, kept in the archive under its digest."""

    stream: str
    name: str
    sha256: str
    records: int
    fetched_at: str = ""
    """When the fetch began that brought it; a later one may have carried it on."""


@dataclass(frozen=True)
class FetchRecord:
    """One try to bring a system's answers. Times are UTC; records are added, never changed."""

    system: str
    started_at: datetime
    """What the system knew then is in the answers; the next fetch asks for what changed since."""
    ended_at: datetime
    why: str = ""
    """Why it is not whole, as a stored clause."""
    delivered_at: datetime | None = None
    """The delivery that it became part of; none where it is not whole."""
    records: int = 0
    pages: tuple[FetchedPage, ...] = ()
    """Everything that the delivery holds of the system."""

    @property
    def is_whole(self) -> bool:
        return self.delivered_at is not None


@dataclass(frozen=True)
class NoticeRecord:
    """One try to tell somebody of something."""

    at: datetime
    period: str
    occasion: str
    way: str
    """A room's product, or an e-mail address."""
    why: str = ""
    """Why it was not taken, as a stored clause; empty where it was."""


@dataclass(frozen=True)
class DeliveredFile:
    """A published file that a target was brought."""

    target: str
    """As the settings name it."""
    path: str
    """Inside the output place, and there."""
    sha256: str
    delivered_at: datetime
