"""What a run spends where: by step in the warehouse, part by part in logs and traces.

Nothing of it holds a customer's values: ids of the run, shards and accounts, counts and seconds.
"""

import json
import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import ParamSpec, TypeVar

from pipeline.failures import faults_named
from warehouse import StepRecord

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")

log = logging.getLogger("cartera.steps")
"""A record for each part of a step, whose message is JSON."""


@dataclass(frozen=True)
class Spent:
    """What one part of a step took, in the process that did it."""

    started_at: datetime
    wall_seconds: float
    cpu_seconds: float


@dataclass(frozen=True)
class Part:
    """One part of a step: of a shard, or of everything where no shard is named."""

    run_id: str
    """Empty before the run has one."""
    period: str
    step: str
    spent: Spent
    shard: int | None = None
    accounts: tuple[str, ...] = ()

    def as_json(self) -> str:
        """One line of the log."""
        return json.dumps(
            {
                "at": self.spent.started_at.isoformat(),
                "run": self.run_id,
                "period": self.period,
                "step": self.step,
                "shard": self.shard,
                "accounts": self.accounts,
                "wall_seconds": round(self.spent.wall_seconds, 3),
                "cpu_seconds": round(self.spent.cpu_seconds, 3),
            }
        )


@faults_named()
def timed(
    function: Callable[_Arguments, _Result],
    *arguments: _Arguments.args,
    **named: _Arguments.kwargs,
) -> tuple[_Result, Spent]:
    """What a function returns, and what this process spent until it did; a fault in it is named
    here, where its place is known."""
    with _watch() as spent:
        result = function(*arguments, **named)
    return result, spent()


@contextmanager
def _watch() -> Iterator[Callable[[], Spent]]:
    at, wall, cpu = datetime.now(UTC), time.perf_counter(), time.process_time()
    yield lambda: Spent(at, time.perf_counter() - wall, time.process_time() - cpu)


@dataclass
class StepBook:
    """The parts of one run so far; several threads write into it."""

    period: str
    hears: tuple[Callable[[Part], None], ...] = ()
    """Called with each part."""
    run_id: str = ""
    _parts: list[Part] = field(default_factory=list[Part])
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def measured(self, step: str) -> Iterator[None]:
        """What this process spends inside, be it broken off."""
        with _watch() as spent:
            try:
                yield
            finally:
                self.add(step, spent())

    def add(
        self, step: str, spent: Spent, shard: int | None = None, accounts: tuple[str, ...] = ()
    ) -> None:
        """One more part is done."""
        part = Part(self.run_id, self.period, step, spent, shard, accounts)
        with self._lock:
            self._parts.append(part)
        log.info("%s", part.as_json())
        for hear in self.hears:
            hear(part)

    def records(self) -> tuple[StepRecord, ...]:
        """By step, in the order in which the first part of each was done."""
        steps: dict[str, list[Spent]] = {}
        for part in self._parts:
            steps.setdefault(part.step, []).append(part.spent)
        return tuple(
            StepRecord(
                step,
                len(parts),
                sum(spent.wall_seconds for spent in parts),
                sum(spent.cpu_seconds for spent in parts),
            )
            for step, parts in steps.items()
        )
