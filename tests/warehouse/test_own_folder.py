"""Staging's temporary folder ends with its process, however that ends."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from warehouse.staging.own_folder import own_folder

_STAGING = """
import sys
from warehouse.staging.own_folder import own_folder
with own_folder() as folder:
    print(folder, flush=True)
    sys.stdin.read()
"""


def test_a_killed_process_folder_goes_with_the_next_and_a_living_ones_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with subprocess.Popen(
        [sys.executable, "-c", _STAGING],
        cwd=Path(__file__).parents[2],
        env={"TMPDIR": str(tmp_path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        theirs = Path(process.stdout.readline().strip())
        (theirs / "staging.db").touch()
        with own_folder() as ours:
            assert set(tmp_path.iterdir()) == {theirs, Path(ours)}
        assert list(tmp_path.iterdir()) == [theirs]
        process.send_signal(signal.SIGKILL)
        process.wait()
    with own_folder() as ours:
        assert list(tmp_path.iterdir()) == [Path(ours)]
    assert list(tmp_path.iterdir()) == []
