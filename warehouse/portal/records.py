"""What the portal is given, and what it hands in."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class ClientSummary:
    """A client as a run saw it, for the list of its manager's clients."""

    period: str
    client_id: str
    client_name: str
    manager_name: str
    manager_email: str
    is_active: bool
    renewal_day: date | None
    renewal_basis: str
    notice_day: date | None
    points: float | None
    """The relationship's score."""
    standing: str
    """Its class, such as `grow`; empty where there is none."""
    signals: tuple[str, ...]
    """Ids of signals, the most urgent first."""
    held: tuple[str, ...]
    """Why its files were held back, as ids."""
    known_at: datetime
    edition_id: str
    """Of what it was made from."""


@dataclass(frozen=True)
class PublishedPath:
    """One published file."""

    artifact_id: int
    subject_kind: str
    subject_id: str
    period: str
    kind: str
    language: str
    version: int
    path: str
    """Inside the output place."""
    sha256: str
    size: int
    published_at: datetime


@dataclass(frozen=True)
class ShownFigure:
    """A client's figure, or the reason why there is none."""

    client_id: str
    """Empty for one of all clients together."""
    period: str
    kpi: str
    unit: str
    currency: str
    value: float | None
    value_minor: int | None
    reason: str
    note: str
    known_at: datetime


@dataclass(frozen=True)
class RestatedFigure:
    """A figure that reads otherwise than at the moment before."""

    now: ShownFigure
    before: ShownFigure


@dataclass(frozen=True)
class RowFault:
    """A row that was kept out, or used and told about: where it stands, not what it says."""

    source: str
    source_file: str
    source_line: int | None
    table_name: str
    column_name: str
    rule: str
    severity: str
    landed_at: datetime


@dataclass(frozen=True)
class Person:
    """Who may sign in."""

    email: str
    """In lower case: the name that they sign in with."""
    name: str
    roles: frozenset[str]
    language: str
    password_hash: str
    """By argon2id, salted; never the password."""
    is_disabled: bool = False


@dataclass(frozen=True)
class AuditEntry:
    """What somebody did, or was refused."""

    at: datetime
    who: str
    address: str
    action: str
    is_allowed: bool
    subject_kind: str = ""
    subject_id: str = ""
    what: str = ""
    """The file's path, or what else was asked for."""
    sha256: str = ""


@dataclass(frozen=True)
class Upload:
    """A file that somebody handed in, before it is judged."""

    upload_id: str
    """Nobody can guess it."""
    email: str
    """Whose it is."""
    name: str
    sha256: str
    content: bytes
    uploaded_at: datetime
