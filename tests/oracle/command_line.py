"""The `cartera` command, run many times at the cost of importing it once.

Commands run in forks of this process, through the installed entry point, each with its own
folder, environment and files for what it says. Nothing of the rooms is named here.
"""

import importlib
import os
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.metadata import entry_points
from pathlib import Path

from .masks import ROOT

AT_ONCE = 2
_PAUSE = 0.01
_SETTLED = {
    "COLUMNS": "160",
    "TERM": "dumb",
    "NO_COLOR": "1",
    "TZ": "UTC",
    "PYTHONUTF8": "1",
    "PYTHONHASHSEED": "0",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "DO_NOT_TRACK": "1",
    "GX_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "LC_ALL": "en_US.UTF-8",
}
LOCALES = {"en": "en_US.UTF-8", "es": "es_MX.UTF-8"}


@dataclass(frozen=True)
class Job:
    """One command as a user types it in a folder; `at_end` runs once it has ended."""

    arguments: Sequence[str]
    folder: Path
    out: Path
    """What it says goes to `<out>.out` and `<out>.err`."""
    environment: Mapping[str, str] = field(default_factory=dict)
    typed: str = ""
    prepare: Callable[[], object] | None = None
    at_end: Callable[["Ended"], object] | None = None


@dataclass(frozen=True)
class Ended:
    """What a command came back with."""

    code: int
    out: str
    err: str


def settle_environment() -> None:
    """The same terminal, time zone and language whoever takes, and this checkout's rooms."""
    for name in [name for name in os.environ if name.startswith(("CARTERA_", "PREFECT_", "LC_"))]:
        del os.environ[name]
    os.environ.update(_SETTLED | {"PYTHONPATH": str(ROOT)})


def run_all(jobs: Sequence[Job]) -> None:
    """Run the jobs, a few at once, in forks of this process."""
    main = _entry_point()
    running: dict[int, Job] = {}
    waiting = list(jobs)
    while waiting or running:
        while waiting and len(running) < AT_ONCE:
            job = waiting.pop(0)
            if job.prepare:
                job.prepare()
            running[_fork(job, main)] = job
        ended = {pid: code for pid in running if (code := _ended_with(pid)) is not None}
        for pid, code in ended.items():
            job = running.pop(pid)
            if job.at_end:
                job.at_end(_ended(job, code))
        if not ended:
            time.sleep(_PAUSE)


def _ended_with(pid: int) -> int | None:
    """The exit code of a fork of ours; None while it runs."""
    found, status = os.waitpid(pid, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if found else None


def run(job: Job) -> None:
    """Run one job."""
    run_all([job])


def run_whole(job: Job) -> Ended:
    """One command as a process of its own, as its users start it."""
    if job.prepare:
        job.prepare()
    program = Path(sys.executable).with_name("cartera")
    done = subprocess.run(
        [program, *job.arguments],
        cwd=job.folder,
        env={**os.environ, **job.environment},
        input=job.typed,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    ended = Ended(done.returncode, done.stdout, done.stderr)
    if job.at_end:
        job.at_end(ended)
    return ended


def warm_up(job: Job) -> None:
    """Import what a command imports as it runs, so that no fork has to."""
    told = job.out.with_suffix(".modules")

    def named() -> None:
        told.write_text("\n".join(sorted(sys.modules)), encoding="utf-8")

    main = _entry_point()

    def main_and_names() -> object:
        try:
            return main()
        finally:
            named()

    os.waitpid(_fork(job, main_and_names), 0)
    for name in told.read_text(encoding="utf-8").splitlines():
        if name not in sys.modules and not name.startswith(("__", "tests")):
            with suppress(BaseException):
                importlib.import_module(name)


def _entry_point() -> Callable[[], object]:
    (found,) = entry_points(group="console_scripts", name="cartera")
    return found.load()


def _ended(job: Job, code: int) -> Ended:
    out, err = (Path(f"{job.out}.{name}") for name in ("out", "err"))
    return Ended(code, out.read_text("utf-8"), err.read_text("utf-8"))


def _fork(job: Job, main: Callable[[], object]) -> int:
    job.out.parent.mkdir(parents=True, exist_ok=True)
    typed = Path(f"{job.out}.in")
    typed.write_text(job.typed, encoding="utf-8")
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        return pid
    code = 70
    try:
        _redirect(typed, Path(f"{job.out}.out"), Path(f"{job.out}.err"))
        os.chdir(job.folder)
        os.environ.update(job.environment)
        sys.argv = ["cartera", *job.arguments]
        code = _code_of(main)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _redirect(typed: Path, out: Path, err: Path) -> None:
    for number, path, mode in ((0, typed, os.O_RDONLY), (1, out, None), (2, err, None)):
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC if mode is None else mode
        handle = os.open(path, flags, 0o644)
        os.dup2(handle, number)
        os.close(handle)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False, buffering=1)  # noqa: SIM115


def _code_of(main: Callable[[], object]) -> int:
    """The exit code that the interpreter would give."""
    try:
        main()
    except SystemExit as ended:
        if ended.code is None or isinstance(ended.code, int):
            return ended.code or 0
        sys.stderr.write(f"{ended.code}\n")
        return 1
    except BaseException:  # noqa: BLE001 - as the interpreter ends with any
        traceback.print_exc()
        return 1
    return 0
