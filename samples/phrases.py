"""The kinds of text that the exports carry; each language fills them in the same order."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Promise:
    """A commitment; cause and action are recorded where it was missed."""

    text: str
    owner: str
    side: str
    measure: str
    cause: str = ""
    action: str = ""


@dataclass(frozen=True)
class Aim:
    """A client's goal; reached is what it usually comes to, as a share of the target."""

    text: str
    unit: str
    target: str
    direction: str
    reached: tuple[str, ...]
    """Values that the quarters came to, worst first."""


@dataclass(frozen=True)
class Trade:
    """What a client of one line of business asks, wants and is promised, in one language.

    All trades have equally many of each, so that a client's numbers do not depend on its trade.
    """

    access: tuple[str, str, str]
    reports: tuple[str, str, str]
    platform: tuple[str, str, str]
    """Subjects of usual tickets by category."""
    outages: tuple[str, str, str]
    broken_links: tuple[str, str]
    """Subjects of critical ones."""
    praise: tuple[str, str]
    blame: tuple[str, str, str]
    """What people say of the product."""
    promises: tuple[Promise, Promise, Promise, Promise]
    plans: tuple[Promise, ...]
    """Promises for the quarter to come."""
    aims: tuple[Aim, ...]
    projects: tuple[str, str]
    milestones: tuple[str, ...]
    tasks: tuple[str, ...]
    departments: tuple[str, str, str]
    """The client's teams, which use the product, the largest first."""
    modules: tuple[str, str, str]
    """Of the product, the most used first."""
    lead: str
    """Who runs the day at the client."""


@dataclass(frozen=True)
class Phrases:
    """What every client of a language may write; its trade says the rest."""

    product: Mapping[str, str]
    tickets: Mapping[str, tuple[str, ...]]
    """Subjects by category."""
    incidents: Mapping[str, tuple[str, ...]]
    """Subjects of critical ones by category."""
    praise: Mapping[str, tuple[str, ...]]
    """Comments by theme."""
    neutral: Mapping[str, tuple[str, ...]]
    blame: Mapping[str, tuple[str, ...]]
    promises: tuple[Promise, ...]
    """The second is about how support is staffed."""
    plans: tuple[Promise, ...]
    """Promises for the quarter to come, from which each client has some."""
    sections: tuple[str, str]
    """Done and under way."""
    teams: tuple[str, ...]
    """Our teams, which do the tasks."""
    review: str
    meetings: tuple[str, ...]
    internal_meeting: str
    credit: str
    refund: str
    jobs: tuple[str, ...]
    deals: tuple[str, ...]
    """Titles of deals: renewal, more users, a module, the first contract."""
    first_names: tuple[str, ...]
    last_names: tuple[str, ...]
