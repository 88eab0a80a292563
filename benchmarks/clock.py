"""What work takes: by the processor's clock, or by the one on the wall."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

Item = TypeVar("Item")


def processor_seconds_each(work: Callable[[Item], object], items: Sequence[Item]) -> float:
    """Of one item, on average over all; the first is done once before, to warm up.

    Processor time: what else the machine does then weighs less.
    """
    work(items[0])
    start = time.process_time()
    for item in items:
        work(item)
    return (time.process_time() - start) / len(items)


@contextmanager
def timed(into: dict[str, float], step: str) -> Iterator[None]:
    """Seconds on the wall until the block ends: other processes and threads may do the work."""
    start = time.perf_counter()
    yield
    into[step] = time.perf_counter() - start
