"""What a run did, for people and for the manifest."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pipeline.failures import Failure
from pipeline.ingest.ingest import IngestedDelivery
from reports.brief.entry import BookEntry
from transforms.core.periods import Period


@dataclass(frozen=True)
class PublishedFile:
    """One file of one client under its final name."""

    client_id: str
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
    files: tuple[PublishedFile, ...] = ()
    held: tuple[str, ...] = ()
    """Why its files were held back; empty where they were not."""
    not_made: tuple[NotMade, ...] = ()
    failures: tuple[Failure, ...] = ()
    """Its files that a fault in Cartera kept from being made."""
    dropped_slides: tuple[NotMade, ...] = ()
    renewal: str = ""
    """What the portfolio says of its renewal; empty where there is no workbook."""
    facts: str = ""
    """The hash of what its files are made from."""
    entry: BookEntry | None = None
    """Its line in the manager's brief; None where nothing was made anew."""


@dataclass(frozen=True)
class RunSummary:
    """What a run read and published."""

    run_id: str
    period: Period
    known_at: datetime
    deliveries: tuple[IngestedDelivery, ...]
    clients: tuple[ClientOutcome, ...]
    quarantined: tuple[tuple[str, str, int], ...]
    """Source, rule and how many rows were kept out, as of this run's data."""
    stopped: frozenset[str]
    """Sources whose newest export could not be used: what they feed is missing everywhere."""
    manifest: Path
    validation_page: Path
    portfolio: PublishedFile | None = None
    """The workbook of all clients; none where the run was of some."""
    briefs: tuple[PublishedFile, ...] = ()
    """The managers' books of clients."""
    failures: tuple[Failure, ...] = ()
    """Files of anybody that a fault in Cartera kept from being made."""

    @property
    def is_over(self) -> bool:
        """Whether the period was over when the data ended."""
        return self.period.is_over_on(self.known_at.date())

    @property
    def written(self) -> tuple[PublishedFile, ...]:
        return tuple(file for file in self.files if file.is_new)

    @property
    def unchanged(self) -> tuple[PublishedFile, ...]:
        return tuple(file for file in self.files if not file.is_new)

    @property
    def files(self) -> tuple[PublishedFile, ...]:
        """Clients' files first, then the portfolio, then the briefs."""
        of_clients = tuple(file for client in self.clients for file in client.files)
        portfolio = () if self.portfolio is None else (self.portfolio,)
        return (*of_clients, *portfolio, *self.briefs)

    @property
    def held(self) -> tuple[ClientOutcome, ...]:
        return tuple(client for client in self.clients if client.held)

    @property
    def is_whole(self) -> bool:
        """Whether nobody's files are missing for a reason that somebody can mend."""
        return not (self.held or self.stopped or self.failures)
