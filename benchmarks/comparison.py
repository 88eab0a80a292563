"""One comparison: the same work, ours and by hand, each time in processes of their own."""

import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.process import Took, run_alone

OURS = "ours"


@dataclass(frozen=True)
class Line:
    """A step of ours and a peer's step with the same outcome; without a peer, ours alone."""

    work: str
    """What a reader calls it; `{size}` is filled in."""
    step: str
    peer: str = ""
    peer_step: str = ""


@dataclass(frozen=True)
class Comparison:
    """Sides are `module:function` by name. What is prepared, all sides find in one folder."""

    size: int
    prepare: str
    sides: Mapping[str, str]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Spread:
    """The median of some rounds, and the outermost of them."""

    median: float
    low: float
    high: float


@dataclass(frozen=True)
class Row:
    """What a line of a comparison came to. `times` is how many times as fast as the peer."""

    work: str
    seconds: Spread
    peak_mib: int
    peer: str = ""
    peer_seconds: Spread | None = None
    peer_peak_mib: int = 0
    times: Spread | None = None


def compared(comparison: Comparison, size: int, rounds: int) -> Iterator[Row]:
    """A row a line, after all sides ran in turn for so many rounds."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        run_alone(comparison.prepare, folder, size)
        took = [
            {side: run_alone(work, folder) for side, work in comparison.sides.items()}
            for _ in range(rounds)
        ]
    for line in comparison.lines:
        yield row_of(line, size, took)


def row_of(line: Line, size: int, took: Sequence[Mapping[str, Took]]) -> Row:
    """Ratios are taken within each round, where both sides had the same machine."""
    work = line.work.format(size=f"{size:,}")
    ours = [sides[OURS].seconds[line.step] for sides in took]
    peak = max(sides[OURS].peak_mib for sides in took)
    if not line.peer:
        return Row(work, _spread(ours), peak)
    theirs = [sides[line.peer].seconds[line.peer_step] for sides in took]
    return Row(
        work,
        _spread(ours),
        peak,
        line.peer,
        _spread(theirs),
        max(sides[line.peer].peak_mib for sides in took),
        _spread([peer / own for own, peer in zip(ours, theirs, strict=True)]),
    )


def _spread(values: Sequence[float]) -> Spread:
    return Spread(statistics.median(values), min(values), max(values))
