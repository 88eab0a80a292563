"""What a killed writer leaves goes with the next run; what somebody writes stays."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sources.landing.unfinished import sweep, unfinished

_WRITER = """
import sys
from pathlib import Path
from sources.landing.unfinished import unfinished
with unfinished(Path(sys.argv[1])) as file:
    print(file.name, flush=True)
    sys.stdin.read()
"""


@contextmanager
def writer(folder: Path) -> Iterator[tuple["subprocess.Popen[str]", Path]]:
    """Another process in the midst of a file, and that file."""
    with subprocess.Popen(
        [sys.executable, "-c", _WRITER, folder],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        yield process, Path(process.stdout.readline().strip())


def test_only_what_nobody_writes_any_more_is_swept(tmp_path: Path) -> None:
    inside = tmp_path / "2026-Q3" / "client"
    inside.mkdir(parents=True)
    (inside / "deck-v1.pptx").touch()
    (inside / ".staged-abc").touch()  # of an earlier release
    with unfinished(inside) as ours, writer(inside) as (process, theirs):
        sweep(tmp_path, below=True)
        there = {path.name for path in inside.iterdir()}
        assert there == {"deck-v1.pptx", theirs.name, Path(ours.name).name}
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert theirs.exists()
        sweep(tmp_path)
        assert theirs.exists()  # in a folder that was not asked for
        sweep(tmp_path, below=True)
        assert not theirs.exists()
    assert [path.name for path in inside.iterdir()] == ["deck-v1.pptx"]


def test_a_file_that_got_its_name_leaves_nothing_else(tmp_path: Path) -> None:
    with unfinished(tmp_path) as file:
        file.write(b"whole")
        file.flush()
        os.link(file.name, tmp_path / "whole.txt")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [
        ("whole.txt", b"whole")
    ]
