"""Work to measure: what a process of its own is given in the tests."""

from pathlib import Path

from benchmarks.process import NotMeasuredError


def noted(folder: Path, *numbers: int) -> dict[str, float]:
    (folder / "numbers").write_text(repr(numbers))
    return {"step": 0.5}


def large(_folder: Path) -> None:
    assert len(bytearray(200 * 1024 * 1024))


def impossible(_folder: Path) -> None:
    raise NotMeasuredError("no server here")
