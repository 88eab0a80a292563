"""What every program needs that the tests of flows start."""

import signal
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="package", autouse=True)
def _interruptible() -> Iterator[None]:
    """SIGINT as a terminal's programs have it. A shell without job control starts what it puts in
    the background with SIGINT ignored, and so would everything be that tests start from there:
    Ctrl-C would reach no run, and Prefect's worker, which makes SIGINT of SIGTERM, never end."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
