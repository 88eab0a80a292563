"""Each measurement begins in a process of its own."""

from pathlib import Path

import pytest

from benchmarks.process import NotMeasuredError, run_alone


def test_seconds_come_back_from_work_that_was_given_its_folder_and_numbers(tmp_path: Path) -> None:
    took = run_alone("tests.benchmarks.trial_work:noted", tmp_path, 3, 5)
    assert took.seconds == {"step": 0.5}
    assert (tmp_path / "numbers").read_text() == "(3, 5)"


def test_the_peak_is_the_works_own_and_not_that_of_what_started_it(tmp_path: Path) -> None:
    ballast = bytearray(b"x") * (300 * 1024 * 1024)
    small = run_alone("tests.benchmarks.trial_work:noted", tmp_path).peak_mib
    large = run_alone("tests.benchmarks.trial_work:large", tmp_path).peak_mib
    assert len(ballast) > 0
    assert small < 100
    assert 200 <= large < 300


def test_what_cannot_be_had_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotMeasuredError, match="no server here"):
        run_alone("tests.benchmarks.trial_work:impossible", tmp_path)
