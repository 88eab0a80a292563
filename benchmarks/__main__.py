"""`make bench`: every comparison, or one by name, a line as soon as it is known."""

import argparse

from benchmarks.comparison import Row, Spread, compared
from benchmarks.comparisons import COMPARISONS
from benchmarks.process import NotMeasuredError

ROUNDS = 3


def main() -> None:
    """Print the table."""
    asked = _asked()
    print(_cells("work", "ours", "beside", "theirs", "ours is faster", "peak MiB"))
    for name in [asked.only] if asked.only else COMPARISONS:
        comparison = COMPARISONS[name]
        try:
            for row in compared(comparison, asked.size or comparison.size, asked.rounds):
                print(told(row), flush=True)
        except NotMeasuredError as error:
            print(f"{name} was not measured: {error}", flush=True)


def _asked() -> argparse.Namespace:
    options = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    options.add_argument("--only", choices=COMPARISONS, help="one comparison")
    options.add_argument("--size", type=int, help="of clients, documents, rows or lines")
    options.add_argument("--rounds", type=int, default=ROUNDS, help="of every side in turn")
    return options.parse_args()


def told(row: Row) -> str:
    """A line of the table: medians, and the outermost rounds beside them."""
    ours = f"{_milliseconds(row.seconds.median)} ({_range(row.seconds)})"
    if row.peer_seconds is None or row.times is None:
        return _cells(row.work, ours, "", "", "", f"{row.peak_mib}")
    times = f"{row.times.median:.2f} × ({row.times.low:.2f}–{row.times.high:.2f})"
    peaks = f"{row.peak_mib} · {row.peer_peak_mib}"
    theirs = _milliseconds(row.peer_seconds.median)
    return _cells(row.work, _milliseconds(row.seconds.median), row.peer, theirs, times, peaks)


def _cells(work: str, ours: str, peer: str, theirs: str, times: str, peaks: str) -> str:
    return f"{work:52} {ours:>10}  {peer:21} {theirs:>10}  {times:22} {peaks}".rstrip()


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:,.0f} ms"


def _range(spread: Spread) -> str:
    return f"{spread.low * 1000:,.0f}–{spread.high * 1000:,.0f}"


if __name__ == "__main__":
    main()
