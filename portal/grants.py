"""Who may see what: the CRM's owners, a person's roles, and a file of teams and exceptions.

Worked out anew at every request, so that a change holds at the next one.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from messages.errors import CarteraError
from warehouse.portal.records import ClientSummary, Person, PublishedPath

GRANTS_NAME = "grants.toml"

CLIENT_KIND = "qbr"
"""The one kind of file that goes to clients; all others are internal."""
RENEWAL_KIND = "renewal"
_CLIENT_KINDS = frozenset({CLIENT_KIND, "review", RENEWAL_KIND, "explained"})
_BRIEF_KINDS = frozenset({"brief", "brief-text"})
_PORTFOLIO_KINDS = frozenset({"portfolio"})


class GrantsInvalidError(CarteraError):
    """grants.toml cannot be read: nobody is given anything by it."""

    code = "failure-grants-invalid"
    path: Path
    problem: str


class Role(StrEnum):
    """What somebody is in the company; a person may have several."""

    MANAGER = "manager"
    LEAD = "lead"
    DIRECTOR = "director"
    FINANCE = "finance"
    OPERATOR = "operator"


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Team(_Section):
    """A lead sees what the managers of the team see."""

    lead: str
    managers: tuple[str, ...]

    @field_validator("lead")
    @classmethod
    def _lower(cls, value: str) -> str:
        return value.lower()

    @field_validator("managers")
    @classmethod
    def _all_lower(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(item.lower() for item in value)


class _Exception(_Section):
    """A client that somebody sees, or does not, whoever owns it."""

    person: str
    client: str
    may_see: bool

    @field_validator("person")
    @classmethod
    def _lower(cls, value: str) -> str:
        return value.lower()


class _Approver(_Section):
    """A level of approval, and who has it."""

    level: str
    """An approver of the policy's bands, or `finance`."""
    persons: tuple[str, ...]

    @field_validator("persons")
    @classmethod
    def _all_lower(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(item.lower() for item in value)


class GrantsFile(_Section):
    """What `grants.toml` says."""

    team: tuple[_Team, ...] = ()
    exception: tuple[_Exception, ...] = ()
    approver: tuple[_Approver, ...] = ()


def read_grants(path: Path) -> GrantsFile:
    """Nothing where there is no file; raises GrantsInvalidError where it cannot be read."""
    if not path.is_file():
        return GrantsFile()
    try:
        return GrantsFile.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValidationError) as error:
        first = error.errors()[0] if isinstance(error, ValidationError) else None
        place = ".".join(str(part) for part in first["loc"]) if first else str(error)
        raise GrantsInvalidError(path, place) from error


@dataclass(frozen=True)
class Grants:
    """What one person may see."""

    own: frozenset[str]
    """Clients all of whose files and figures they see."""
    renewals: frozenset[str]
    """Clients whose renewal workbooks they see."""
    briefs: frozenset[str]
    """Managers, by name, whose briefs they see: those all of whose clients are theirs."""
    has_portfolio: bool
    has_all: bool
    """Whether they see all of every client, so that figures of all together tell no more."""
    has_team: bool
    """Whether they see other managers' clients by their role."""
    has_runs: bool
    levels: frozenset[str] = frozenset()
    """As whom they may approve offers to clients that they see."""

    @property
    def clients(self) -> frozenset[str]:
        return self.own | self.renewals

    def may_read(self, file: PublishedPath) -> bool:
        """Whether the file is theirs to download."""
        match file.subject_kind:
            case "client":
                kinds = _CLIENT_KINDS if file.subject_id in self.own else frozenset[str]()
                is_renewal = file.kind == RENEWAL_KIND and file.subject_id in self.renewals
                return file.kind in kinds or is_renewal
            case "manager":
                return file.kind in _BRIEF_KINDS and file.subject_id in self.briefs
            case _:
                return file.kind in _PORTFOLIO_KINDS and self.has_portfolio


@dataclass(frozen=True)
class Scope:
    """Which clients must be read to work out somebody's grants."""

    managers: frozenset[str] | None
    """Addresses of managers, all of whose clients must; None for every client."""
    clients: frozenset[str]


def scope_of(person: Person, said: GrantsFile) -> Scope:
    """All of them for those who see everybody's, else the managers' and the exceptions."""
    sees_all = bool(person.roles & {Role.DIRECTOR, Role.FINANCE})
    managers = None if sees_all else _managers(person, said)
    return Scope(managers, _excepted(person, said, may_see=True))


def grants_of(person: Person, clients: Iterable[ClientSummary], said: GrantsFile) -> Grants:
    """By the owners of the newest export, roles, teams and exceptions."""
    clients, roles = tuple(clients), person.roles
    sees_all = Role.DIRECTOR in roles
    managers = _managers(person, said)
    theirs = [item for item in clients if sees_all or item.manager_email in managers]
    given, denied = (_excepted(person, said, may_see=answer) for answer in (True, False))
    own = (frozenset(item.client_id for item in theirs) | given) - denied
    of_all = Role.FINANCE in roles or sees_all
    everyone = frozenset(item.client_id for item in clients)
    return Grants(
        own=own,
        renewals=(everyone if of_all else frozenset()) - denied,
        briefs=_whole_books(theirs, clients, own),
        has_portfolio=of_all,
        has_all=sees_all and own == everyone,
        has_team=bool(roles & {Role.LEAD, Role.DIRECTOR}),
        has_runs=Role.OPERATOR in roles,
        levels=frozenset(item.level for item in said.approver if person.email in item.persons),
    )


def _managers(person: Person, said: GrantsFile) -> frozenset[str]:
    """Whose clients the person sees, by the managers' addresses."""
    own = {person.email} if Role.MANAGER in person.roles else set[str]()
    if Role.LEAD in person.roles:
        own |= {name for team in said.team if team.lead == person.email for name in team.managers}
    return frozenset(own)


def _excepted(person: Person, said: GrantsFile, *, may_see: bool) -> frozenset[str]:
    """The clients that the file says the person sees, or does not."""
    own = (item for item in said.exception if item.person == person.email)
    return frozenset(item.client for item in own if item.may_see is may_see)


def _whole_books(
    theirs: Iterable[ClientSummary], clients: Iterable[ClientSummary], own: frozenset[str]
) -> frozenset[str]:
    """The managers all of whose clients are seen: a brief has them all."""
    hidden = {item.manager_name for item in clients if item.client_id not in own}
    return frozenset(item.manager_name for item in theirs if item.manager_name) - hidden
