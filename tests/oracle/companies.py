"""Companies to ask: the sample company of the repository, and a small one."""

import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from .command_line import Ended, Job, run, warm_up
from .masks import ROOT

PERIOD = "2026-Q3"
SMALL = ("--accounts", "5", "--seed", "7")


class CompanyNotMadeError(Exception):
    """A command that prepares what the oracle asks has failed: nothing can be compared."""


@dataclass(frozen=True)
class Companies:
    """Folders below a take's own; each company is loaded once and then copied."""

    work: Path

    @cached_property
    def sample(self) -> Path:
        """The sample company as it is in the repository, never run."""
        folder = self.work / "made" / "sample"
        source = ROOT / "samples" / "company"
        return shutil.copytree(source, folder, ignore=shutil.ignore_patterns("truth"))

    @cached_property
    def small(self) -> Path:
        """A few clients, never run."""
        folder = self.work / "made" / "small"
        self._run("sample", str(folder), *SMALL)
        return folder

    @cached_property
    def loaded_sample(self) -> Path:
        """The sample company with its exports in the warehouse."""
        return self._loaded(self.sample, "loaded-sample")

    @cached_property
    def loaded_small(self) -> Path:
        return self._loaded(self.small, "loaded-small")

    def warm(self, *, with_checks: bool) -> None:
        """Import what commands import once, in this process; what checks import takes longest."""
        folder = self.work / "made"
        company = shutil.copytree(self.small, folder / "warm")
        figures = ("kpis", "--period", PERIOD, "--account", "portfolio")
        for command in (figures, ("check",)) if with_checks else (figures,):
            warm_up(Job([*command, "--company", str(company)], folder, folder / "warming"))

    def _loaded(self, source: Path, name: str) -> Path:
        folder = shutil.copytree(source, self.work / "made" / name)
        self._run("kpis", "--period", "2026-Q2", "--by", "portfolio", "--company", str(folder))
        return folder

    def _run(self, *arguments: str) -> None:
        folder = self.work / "made"
        folder.mkdir(exist_ok=True)
        found: list[Ended] = []
        run(Job(arguments, folder, folder / "made", at_end=found.append))
        if found[0].code:
            raise CompanyNotMadeError(f"cartera {' '.join(arguments)}: {found[0].err}")


def copied(source: Path, folder: Path) -> Path:
    """A company for one command to change."""
    return shutil.copytree(source, folder, symlinks=True)
