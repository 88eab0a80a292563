"""What the table of `make bench` says."""

from pkgutil import resolve_name

import pytest

from benchmarks.__main__ import told
from benchmarks.comparison import OURS, Line, Spread, row_of
from benchmarks.comparisons import COMPARISONS
from benchmarks.process import Took


def test_ratios_are_taken_round_by_round_and_peaks_over_all() -> None:
    rounds = [
        {OURS: Took({"a": 1.0}, 50), "peer": Took({"b": 3.0}, 70)},
        {OURS: Took({"a": 2.0}, 60), "peer": Took({"b": 2.0}, 65)},
        {OURS: Took({"a": 4.0}, 55), "peer": Took({"b": 8.0}, 66)},
    ]
    row = row_of(Line("load {size} rows", "a", "peer", "b"), 2000, rounds)
    assert row.work == "load 2,000 rows"
    assert row.seconds == Spread(2.0, 1.0, 4.0)
    assert row.times == Spread(2.0, 1.0, 3.0)
    assert (row.peak_mib, row.peer_peak_mib) == (60, 70)
    said = "load 2,000 rows 2,000 ms peer 3,000 ms 2.00 × (1.00–3.00) 60 · 70"
    assert " ".join(told(row).split()) == said


def test_what_has_no_peer_tells_its_own_spread() -> None:
    rounds = [{OURS: Took({"a": seconds}, 50)} for seconds in (0.2, 0.1, 0.4)]
    row = row_of(Line("a run", "a"), 1, rounds)
    assert " ".join(told(row).split()) == "a run 200 ms (100–400) 50"


@pytest.mark.parametrize("name", COMPARISONS)
def test_whatever_is_compared_is_there(name: str) -> None:
    comparison = COMPARISONS[name]
    for work in (comparison.prepare, *comparison.sides.values()):
        assert callable(resolve_name(work))
    assert {line.peer for line in comparison.lines if line.peer} == comparison.sides.keys() - {OURS}
