"""Signals: situations of a client that call for action, one file each, found by walking here.

    from transforms.signals import signals_of
    from transforms.signals.rows import signal_rows

    rows = signal_rows(context, period)  # of all clients of a metric context at once
    for signal in signals_of(figures, rows[client_id], period, policy, relationship.standing):
        signal.kind, signal.severity, signal.name("es")
        for step in signal.steps:
            signal.advice(step, "es"), [signal.evidence[place] for place in step.cites]

`figures` is anything with `get(kpi, period)` that returns a `KpiValue` (a client file's
`kpis`). Evidence is either a `FigureEvidence` (a KPI value and the limit it passed) or a
`RowEvidence` (words, day, system, file and line of a row). Alerts come first, then what to
watch, then chances. All of it is internal: nothing here is made for the client's eyes.

A file here has `SPEC`, a `SignalSpec`, and `find(case)`, which returns a `Found` or None.
"""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

from transforms.clients.relationship import Standing
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.signals import complaints
from transforms.signals.model import (
    Case,
    Evidence,
    FigureEvidence,
    Figures,
    Found,
    RowEvidence,
    Severity,
    Signal,
    SignalRows,
    SignalSpec,
    Step,
)

__all__ = [
    "Case",
    "Evidence",
    "FigureEvidence",
    "Figures",
    "Found",
    "RowEvidence",
    "Severity",
    "Signal",
    "SignalRows",
    "SignalSpec",
    "Step",
    "detectors",
    "is_mild",
    "signals_of",
]

_SHARED = ("evidence", "model", "rows")
"""Modules of this folder that are not signals."""

_ORDER = {severity: place for place, severity in enumerate(Severity)}


class Find(Protocol):
    """The one function of a signal's file."""

    def __call__(self, case: Case, /) -> Found | None: ...


@dataclass(frozen=True)
class Detector:
    """One file of this folder."""

    spec: SignalSpec
    find: Find


@cache
def detectors() -> tuple[Detector, ...]:
    """Every file of the folder, by name."""
    names = sorted(item.name for item in iter_modules(__path__) if item.name not in _SHARED)
    modules = [import_module(f"{__name__}.{name}") for name in names]
    return tuple(Detector(module.SPEC, module.find) for module in modules)


def signals_of(
    figures: Figures,
    rows: SignalRows,
    period: Period,
    policy: Policy,
    standing: Standing | None = None,
) -> tuple[Signal, ...]:
    """The situations that a client is in, the most urgent first."""
    case = Case(figures, rows, period, policy, standing)
    raised = [
        Signal(detector.spec, found.severity, found.evidence, found.steps)
        for detector in detectors()
        if (found := detector.find(case)) is not None
    ]
    return tuple(sorted(raised, key=lambda item: (_ORDER[item.severity], is_mild(item))))


def is_mild(signal: Signal) -> bool:
    """Whether it comes after all that is worse: complaints of who rates our help well."""
    return signal.kind == complaints.SPEC.id
