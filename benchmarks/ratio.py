"""What a comparison says: two medians of the same run, and their ratio."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Ratio:
    """How many times as fast as the peer."""

    work: str
    peer: str
    seconds: float
    peer_seconds: float

    @property
    def times(self) -> float:
        return self.peer_seconds / self.seconds


def in_turn(*works: Callable[[], object], rounds: int = 7) -> list[float]:
    """Median CPU seconds of each, run A B C A B C … after one round that does not count.

    CPU rather than wall time: other processes of the machine then weigh less.
    """
    taken: list[list[float]] = [[] for _ in works]
    for round_number in range(rounds + 1):
        for place, work in enumerate(works):
            start = time.process_time()
            work()
            if round_number:
                taken[place].append(time.process_time() - start)
    return [statistics.median(times) for times in taken]
