"""A signal that comes while an import executes code takes the exit code from nobody."""

import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = """
import os, signal, sys, time
from cli.stopping import RunStoppedError, stopped_in_one_sentence
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored in what a shell runs behind
try:
    with stopped_in_one_sentence():
        exec("os.kill(os.getpid(), signal.{name})\\nwhile True: time.sleep(0.01)")
except RunStoppedError as error:
    sys.exit(error.exit_code)
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_the_exit_code_tells_that_a_signal_ended_it(name: str, tmp_path: Path) -> None:
    (tmp_path / "stopped_command.py").write_text(COMMAND.format(name=name), encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "stopped_command"], cwd=tmp_path, timeout=60, check=False
    )
    assert ended.returncode == 130
