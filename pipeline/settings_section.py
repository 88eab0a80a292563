"""Sections of cartera.toml: when a run starts, what it waits for and brings, who is told."""

import re
from datetime import time
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field, field_validator

from delivery.security import Security
from messages.clause import clause
from messages.errors import UnfitValueError


class Section(BaseModel):
    """A part of cartera.toml: unknown keys are faults, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Schedule(Section):
    """When the deployed runs start, in the company's time zone."""

    business_day: int = Field(default=3, ge=1, le=15)
    """Of the month; public holidays of the company's country are none."""
    at: time = time(6)
    awaited: tuple[str, ...] = ()
    """Files without which a month is not complete, as patterns inside a delivery's folder."""
    look_every_minutes: int = Field(default=30, ge=1, le=24 * 60)
    """How often the watcher looks whether they have come."""


class FetchedSystem(Section):
    """A system whose answers are fetched."""

    system: str
    """Its shipped name, or the path of a description of a company's own."""
    address: str = ""
    """Where it is not the vendor's own, such as a sandbox or a proxy."""
    values: dict[str, str] = Field(default_factory=dict[str, str])
    """What the system's address needs, such as a subdomain."""
    way: str = ""
    """Another of its ways in than the usual one, such as `jwt`."""


class Fetching(Section):
    """What `cartera fetch` brings."""

    before_run: bool = False
    """Whether every run of the flow fetches first."""
    full_every_days: int = Field(default=30, ge=1)
    """After so many days everything is had again, which tells what was deleted."""
    systems: tuple[FetchedSystem, ...] = ()


class Occasion(StrEnum):
    """When rooms are told: of a run, and of files that it waits for."""

    START = "start"
    END = "end"
    FAILURE = "failure"
    LATE = "late"


_PORTS = {Security.STARTTLS: 587, Security.SSL: 465, Security.NONE: 25}
_ADDRESS = re.compile(r"[^@\s<>,;:\"]+@[^@\s<>,;:\"]+")


def fit_address(value: str) -> str:
    """An e-mail address and nothing beside it; raises UnfitValueError."""
    if not _ADDRESS.fullmatch(value):
        raise UnfitValueError(clause("settings-address", value=value))
    return value


class Mail(Section):
    """The mail server that notices go over; its password is in the environment."""

    host: str
    sender: str
    port: int = 0
    """0 for the usual one of the security."""
    security: Security = Security.STARTTLS
    user: str = ""
    to: tuple[str, ...] = ()
    """Who is told of runs."""

    @property
    def usual_port(self) -> int:
        return self.port or _PORTS[self.security]

    @field_validator("sender")
    @classmethod
    def _sender_is_one(cls, value: str) -> str:
        return fit_address(value)

    @field_validator("to")
    @classmethod
    def _all_are(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(fit_address, value))


class Notify(Section):
    """Who is told of runs and of new files. Nobody is, where nothing is said."""

    teams: bool = False
    slack: bool = False
    mail: Mail | None = None
    occasions: tuple[Occasion, ...] = tuple(Occasion)
    managers: bool = False
    """Each manager is told of their own new files by e-mail."""
    addresses: dict[str, str] = Field(default_factory=dict[str, str])
    """Managers' e-mail addresses by name, where the CRM's are not the ones."""
    portal: str = ""
    """Where the pages are served, for links to them."""

    @field_validator("addresses")
    @classmethod
    def _all_are(cls, value: dict[str, str]) -> dict[str, str]:
        return {name: fit_address(address) for name, address in value.items()}


class Delivering(Section):
    """A place beside the output one that gets published files."""

    to: str
    """A folder, s3://bucket/folder or sftp://user@host/folder."""
    kinds: tuple[str, ...] = ()
    """Only these, such as `qbr`; all where none is named."""
    keep_versions: int = Field(default=0, ge=0)
    """Of each file, older ones are taken away there; 0 keeps all."""


class Retention(Section):
    """How long what newer files and exports have replaced is kept; for ever where nothing is
    said."""

    versions: int = Field(default=0, ge=0)
    """Of each published file this many of the newest; 0 keeps all."""
    months: int = Field(default=0, ge=0)
    """Replaced exports, and manifests and pages of earlier runs, in the archive; 0 keeps all."""
