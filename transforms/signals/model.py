"""What a signal is: something about a client that calls for action, and what speaks for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Protocol

from messages.catalogue import catalogue
from messages.clause import named
from transforms.clients.relationship import Standing
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.metrics.kpi import KpiValue
from transforms.metrics.smallest_samples import decides


class Severity(StrEnum):
    """How soon somebody should act."""

    ALERT = "alert"  # now
    WATCH = "watch"  # this quarter
    CHANCE = "chance"  # nothing is wrong: there is something to win


class Figures(Protocol):
    """One client's figures by KPI and period; `reports.client.KpiBook` is one."""

    def get(self, kpi: str, period: Period, /) -> KpiValue: ...

    def find(self, kpi: str, period: Period, /) -> KpiValue | None:
        """The figure where it was computed."""
        ...


@dataclass(frozen=True)
class FigureEvidence:
    """A figure, and the limit that it passed where there is one, in the figure's own unit."""

    value: KpiValue
    limit: float | None = None


@dataclass(frozen=True)
class RowEvidence:
    """A row of the exports: what it says, when, and where it stands."""

    table: str
    text: str
    """The row's own words: a ticket's subject, a comment, a competitor's name."""
    day: date | None
    source: str
    source_file: str
    source_line: int


@dataclass(frozen=True)
class RiskNote:
    """A risk that somebody wrote down and nobody closed by the period's end."""

    kind: str
    subject: str
    """The competitor's or the rule's name; empty where the note names none."""
    due_date: date | None
    """When it takes effect."""
    quote: RowEvidence


@dataclass(frozen=True)
class DiscountRequest:
    """A lower price that was asked for by the period's end."""

    requested_date: date
    discount: float
    reason: RowEvidence
    competitor: RowEvidence | None
    """None where the client named none."""


@dataclass(frozen=True)
class SignalRows:
    """The rows of one client that signals look at, each as it would be quoted."""

    risks: tuple[RiskNote, ...] = ()
    requests: tuple[DiscountRequest, ...] = ()
    not_owned: tuple[RowEvidence, ...] = ()
    """Recurring products of the price list that the client has no subscription to; none where
    nothing is known of its subscriptions."""
    low_comments: tuple[RowEvidence, ...] = ()
    """Words of people who gave a low score in the period."""
    complaints: tuple[RowEvidence, ...] = ()
    """Complaints filed in the period."""
    waiting: Mapping[str, tuple[RowEvidence, ...]] = field(
        default_factory=dict[str, tuple[RowEvidence, ...]]
    )
    """Tasks that stood still at the period's end, by the team they wait for."""


@dataclass(frozen=True)
class Case:
    """What signals look at: one client's figures, and its own rows alone."""

    figures: Figures
    rows: SignalRows
    period: Period
    policy: Policy
    standing: Standing | None = None
    """What to do with the relationship as a whole; None where too little is known."""

    def get(self, kpi: str) -> KpiValue:
        return self.figures.get(kpi, self.period)

    def telling(self, kpi: str) -> KpiValue:
        """The figure, without its value where that is of too few cases to act on."""
        found = self.get(kpi)
        return found if decides(found, self.policy) else replace(found, value=None)

    def open_risks(self, kind: str) -> tuple[RiskNote, ...]:
        """Notes of one kind."""
        return tuple(note for note in self.rows.risks if note.kind == kind)


Evidence = FigureEvidence | RowEvidence


@dataclass(frozen=True)
class Step:
    """A suggestion. `cites` are the places of the evidence it rests on."""

    id: str
    cites: tuple[int, ...]
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    """What stands in the sentence's braces, such as a team's name."""


@dataclass(frozen=True)
class Found:
    """What a signal's file returns where its situation is there."""

    severity: Severity
    evidence: tuple[Evidence, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class SignalSpec:
    """The definition of one signal. Its words are the message `signal-<id>` of `signals.ftl`."""

    id: str

    def name(self, language: str) -> str:
        """The situation's name, a few words."""
        return catalogue(language).say(named("signal", self.id))

    def meaning(self, language: str) -> str:
        """When this signal is raised, in a sentence."""
        return catalogue(language).say(f"{named('signal', self.id)}.meaning")

    def step(self, step: str, language: str, /, **names: str) -> str:
        """A suggestion as a sentence; `names` fill its blanks."""
        return catalogue(language).say(f"{named('signal', self.id)}.{named(step)}", **names)


@dataclass(frozen=True)
class Signal:
    """A situation that a client is in, with its evidence and suggested next steps."""

    spec: SignalSpec
    severity: Severity
    evidence: tuple[Evidence, ...]
    steps: tuple[Step, ...]

    @property
    def kind(self) -> str:
        return self.spec.id

    def name(self, language: str) -> str:
        """The situation's name, a few words."""
        return self.spec.name(language)

    def meaning(self, language: str) -> str:
        """When this signal is raised, in a sentence."""
        return self.spec.meaning(language)

    def advice(self, step: Step, language: str) -> str:
        """A step as a sentence."""
        return self.spec.step(step.id, language, **step.names)
