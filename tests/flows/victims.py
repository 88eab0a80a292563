"""Companies whose runs are disturbed, and what must be true of them in the end."""

import hashlib
import os
import signal
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path

from warm_runs import CHECKOUT, WarmRuns

from warehouse import RunState, open_warehouse


@dataclass(frozen=True)
class Ending:
    """How a run of a company ends that nobody disturbs."""

    code: int
    state: RunState


OF_SAMPLE = Ending(3, RunState.PARTLY_PUBLISHED)
"""One of its clients is always held back."""
OF_SMALL_COMPANY = Ending(0, RunState.PUBLISHED)


@dataclass(frozen=True)
class Victim(ABC):
    """A company with a temporary folder of its own, and the period of its runs."""

    folder: Path
    url: str
    period: str
    ending: Ending

    @abstractmethod
    def undisturbed(self) -> float:
        """Run to the end; the seconds that it took."""

    @abstractmethod
    def killed(self, after: float, *, alone: bool) -> bool:
        """Start a run and kill it, with its workers or alone; whether it was still there."""

    def published(self) -> dict[str, str]:
        """SHA-256 of everything for readers; manifests and validation pages name their run."""
        return {
            path.relative_to(self.folder).as_posix(): digest(path)
            for path in (self.folder / "output").rglob("*")
            if path.suffix in (".pptx", ".xlsx", ".md")
        }

    def assert_whole(self) -> None:
        """What the register says is there, nothing else is, and no run is left half way."""
        output = self.folder / "output"
        with open_warehouse(self.url) as warehouse:
            told = {f"output/{item.path}": item.sha256 for item in warehouse.artifacts()}
            states = [run.state for run in warehouse.runs(1000)]
        assert told == self.published()
        assert states[0] is self.ending.state
        assert RunState.RUNNING not in states
        assert [path.name for path in output.rglob(".*")] == []
        assert list(self.folder.rglob("*.lock")) == []
        assert list((self.folder / "tmp").iterdir()) == []
        for path in (self.folder / "archive").rglob("*"):
            assert path.is_dir() or digest(path) in path.name, path


@dataclass(frozen=True)
class WholeVictim(Victim):
    """Each run is a program of its own, with its worker processes."""

    api: str

    def started(self) -> "subprocess.Popen[str]":
        said = {
            "CARTERA_WAREHOUSE__URL": self.url,
            "PREFECT_API_URL": self.api,
            "TMPDIR": str(self.folder / "tmp"),
            "LC_ALL": "C.UTF-8",
        }
        command = ("run", "--company", str(self.folder), "--period", self.period)
        return subprocess.Popen(
            [sys.executable, "-m", "cli.main", *command],
            cwd=CHECKOUT,
            env=os.environ | said,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def undisturbed(self) -> float:
        before = time.monotonic()
        with self.started() as run:
            _, said = run.communicate(timeout=600)
        assert run.returncode == self.ending.code, said
        return time.monotonic() - before

    def killed(self, after: float, *, alone: bool) -> bool:
        with self.started() as run:
            try:
                run.communicate(timeout=after)
            except subprocess.TimeoutExpired:
                (os.kill if alone else os.killpg)(run.pid, signal.SIGKILL)
                run.wait()
                return True
        return False


@dataclass(frozen=True)
class WarmVictim(Victim):
    """Each run begins with everything imported, and so with what can go wrong."""

    runs: WarmRuns

    def started(self) -> int:
        return self.runs.started(self.folder, self.period, self.url, self.said)

    @property
    def said(self) -> Path:
        """What the last run told."""
        return self.folder / "said.txt"

    def undisturbed(self) -> float:
        before = time.monotonic()
        assert self.runs.ended(self.started()) == self.ending.code, self.said.read_text()
        return time.monotonic() - before

    def killed(self, after: float, *, alone: bool) -> bool:
        run = self.started()
        time.sleep(after)
        os.kill(run, signal.SIGKILL)  # it has no workers; until it is waited for it is there
        return self.runs.ended(run) == -signal.SIGKILL


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
