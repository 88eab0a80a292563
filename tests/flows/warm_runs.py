"""Runs of the real command that start at once, because everything is imported before: as a program
it forks one for each line that it is told, and says how each ended.

Workers are threads here: processes of a run's own are killed in runs that are started whole.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from set_clock import SetClock, follow, stored

CHECKOUT = Path(__file__).parents[2]


class WarmRuns:
    """The other end of the program."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def started(
        self, folder: Path, period: str, url: str, said: Path, clock: SetClock | None = None
    ) -> int:
        """The process id of a run of the company there, by a clock of its own or the machine's;
        what it says goes to a file."""
        told = {"folder": str(folder), "period": period, "url": url, "said": str(said)}
        return self._asked(told | ({"clock": stored(clock)} if clock else {}))

    def ended(self, pid: int) -> int:
        """How it ended, once it has: its exit code, or minus the signal."""
        return self._asked({"wait": pid})

    def _asked(self, told: dict[str, Any]) -> int:
        given, answers = self._process.stdin, self._process.stdout
        assert given is not None
        assert answers is not None
        given.write(json.dumps(told) + "\n")
        given.flush()
        return int(answers.readline())


@contextmanager
def warm_runs() -> Iterator[WarmRuns]:
    """The program; PREFECT_API_URL names the server of its runs."""
    command = [sys.executable, __file__]
    with subprocess.Popen(
        command, cwd=CHECKOUT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield WarmRuns(process)
        assert process.stdin is not None
        process.stdin.close()


class _Here:
    """Whoever calls works."""

    def call(self, function: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        return function(*arguments, **named)


def _run(told: dict[str, str]) -> None:
    """In the fork: the command, until it is over or killed."""
    os.setsid()
    tempfile.tempdir = str(Path(told["folder"]) / "tmp")
    os.environ.update(CARTERA_WAREHOUSE__URL=told["url"], TMPDIR=tempfile.tempdir, LC_ALL="C.UTF-8")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.dup2(os.open(told["said"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
    if clock := told.get("clock"):
        follow(clock)
    sys.argv = ["cartera", "run", "--company", told["folder"], "--period", told["period"]]
    code = 1
    try:
        from cli.main import main

        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    finally:
        sys.stderr.flush()
        os._exit(code)


def _serve() -> None:
    """A line in, a number out: the process that was started, or how one ended."""
    from expectations import load_engine
    from flows import report

    load_engine()
    report.workers_of = lambda settings, *, at_once=True: nullcontext(_Here())
    for line in sys.stdin:
        told = json.loads(line)
        if "wait" in told:
            answer = os.waitstatus_to_exitcode(os.waitpid(told["wait"], 0)[1])
        else:
            answer = os.fork()
            if not answer:
                _run(told)
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    sys.path.insert(0, str(CHECKOUT))
    _serve()
