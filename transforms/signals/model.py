"""What a signal is: something about a client that calls for action, and what speaks for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.metrics.kpi import KpiValue


class Severity(StrEnum):
    """How soon somebody should act."""

    ALERT = "alert"  # now
    WATCH = "watch"  # this quarter
    CHANCE = "chance"  # nothing is wrong: there is something to win


class Figures(Protocol):
    """One client's figures by KPI and period; `reports.client.KpiBook` is one."""

    def get(self, kpi: str, period: Period, /) -> KpiValue: ...


@dataclass(frozen=True)
class Case:
    """What signals look at: one client's figures, and the rows of its accounts alone."""

    figures: Figures
    tables: CanonicalTables
    period: Period
    policy: Policy

    def get(self, kpi: str) -> KpiValue:
        return self.figures.get(kpi, self.period)


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
class SignalWords:
    """A signal in one language: its name, what it means, and a sentence for each step."""

    name: str
    meaning: str
    steps: Mapping[str, str]


@dataclass(frozen=True)
class SignalSpec:
    """The definition of one signal. `words` are by language: en and es at least."""

    id: str
    words: Mapping[str, SignalWords]


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
        return self.spec.words[language].name

    def meaning(self, language: str) -> str:
        """When this signal is raised, in a sentence."""
        return self.spec.words[language].meaning

    def advice(self, step: Step, language: str) -> str:
        """A step as a sentence."""
        return self.spec.words[language].steps[step.id].format(**step.names)
