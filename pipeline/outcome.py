"""What a run did, for people and for the manifest."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from messages.clause import Clause
from pipeline.failures import Failure
from pipeline.ingest.ingested import IngestedDelivery
from pipeline.publishing.edition import ClientMatter
from reports.brief.entry import BookEntry
from transforms.core.periods import Period
from warehouse import Subject


@dataclass(frozen=True)
class PublishedFile:
    """One file under its final name."""

    subject: Subject
    kind: str
    """Such as `qbr`, `renewal` or `portfolio`."""
    language: str
    version: int
    path: Path
    sha256: str
    size: int
    edition: str
    is_new: bool
    """Written by this run; else it was published before and still holds."""
    dropped: tuple[tuple[str, str], ...] = ()
    """Slides left out, each with the reason."""
    renewal_line: str = ""
    """What the portfolio says of a renewal workbook."""


@dataclass(frozen=True)
class NotMade:
    """A file, or a slide of it, that was left out, and why."""

    client_id: str
    what: str
    reason: str


@dataclass(frozen=True)
class ClientOutcome:
    """What became of one reporting client."""

    client_id: str
    client_name: str
    manager_name: str
    matter: ClientMatter | None
    """What its line in the manager's brief is made from; None where an earlier run made it."""
    files: tuple[PublishedFile, ...] = ()
    held: tuple[str, ...] = ()
    """Why its files were held back; empty where they were not."""
    not_made: tuple[NotMade, ...] = ()
    failures: tuple[Failure, ...] = ()
    """Its files that a fault in Cartera kept from being made."""
    entry: BookEntry | None = None
    """That line; None where an earlier run's of the same day of data still holds."""

    @property
    def line_matter(self) -> ClientMatter:
        """Of a client that this run looked at."""
        assert self.matter is not None
        return self.matter

    @property
    def dropped_slides(self) -> tuple[NotMade, ...]:
        return tuple(
            NotMade(self.client_id, slide, reason)
            for file in self.files
            for slide, reason in file.dropped
        )

    @property
    def renewal_line(self) -> str:
        """What the portfolio says of its renewal; empty where there is no workbook."""
        return next((file.renewal_line for file in self.files if file.renewal_line), "")


@dataclass(frozen=True)
class RunResults:
    """What became of everybody's files."""

    clients: tuple[ClientOutcome, ...]
    portfolio: PublishedFile | None
    """The workbook of all clients; none where the run was of some."""
    briefs: tuple[PublishedFile, ...]
    """The managers' books of clients."""
    failures: tuple[Failure, ...]
    """Files of anybody that a fault in Cartera kept from being made."""

    @property
    def files(self) -> tuple[PublishedFile, ...]:
        """Clients' files first, then the portfolio, then the briefs."""
        of_clients = tuple(file for client in self.clients for file in client.files)
        portfolio = () if self.portfolio is None else (self.portfolio,)
        return (*of_clients, *portfolio, *self.briefs)

    @property
    def written(self) -> tuple[PublishedFile, ...]:
        return tuple(file for file in self.files if file.is_new)

    @property
    def unchanged(self) -> tuple[PublishedFile, ...]:
        return tuple(file for file in self.files if not file.is_new)

    @property
    def held(self) -> tuple[ClientOutcome, ...]:
        return tuple(client for client in self.clients if client.held)


@dataclass(frozen=True)
class RunSummary(RunResults):
    """What a run read and published."""

    run_id: str
    period: Period
    known_at: datetime
    deliveries: tuple[IngestedDelivery, ...]
    quarantined: tuple[tuple[str, str, int], ...]
    """Source, rule and how many rows were kept out, as of this run's data."""
    stopped: frozenset[str]
    """Sources whose newest export could not be used: what they feed is missing everywhere."""
    manifest: Path
    validation_page: Path
    late: tuple[str, ...] = ()
    """Awaited files that have not come since the period's end."""
    undelivered: tuple[Clause, ...] = ()
    """What targets were not brought, a sentence each."""
    unfetched: tuple[Clause, ...] = ()
    """Why systems could not be fetched before the run, a sentence each."""
    remarks: tuple[Clause, ...] = ()
    """What somebody should mend although no file is missing for it, a sentence each."""
    untold: tuple[Clause, ...] = ()
    """Notices that nobody took, a sentence each; they cost no file."""

    @property
    def is_published(self) -> bool:
        """Whether there is any file of the period."""
        return bool(self.written or self.unchanged)

    @property
    def is_over(self) -> bool:
        """Whether the period was over when the data ended."""
        return self.period.is_over_on(self.known_at.date())

    @property
    def is_whole(self) -> bool:
        """Whether nobody's files are missing for a reason that somebody can mend."""
        missing = self.stopped or self.late or self.unfetched or self.undelivered
        return not (self.held or self.failures or missing)
