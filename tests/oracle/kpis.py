"""KPI values of the sample company: every period asked for, of every kind of entity."""

import shutil
from pathlib import Path

from .command_line import Ended, Job, run_all
from .companies import Companies, copied

BY = ("client", "account", "manager", "team", "segment", "portfolio")
PERIODS = ("2026-Q3", "2026-08", "2026-Q2")
LONGER = ("2026-Q3-TTM", "2026-01..2026-06", "2025")
"""Longer grains: of clients and of all together only."""


def take_kpis(companies: Companies, target: Path, *, fast: bool) -> None:
    """`<period>/<kind>.csv`, lines sorted below the header; all columns that the command prints."""
    asked = [(period, by) for period in PERIODS for by in ("everybody", *BY)]
    asked += [(period, "everybody") for period in LONGER]
    if fast:
        asked = [(PERIODS[0], by) for by in ("everybody", *BY[1:])]
        asked += [(period, "everybody") for period in PERIODS[1:]]
    run_all([_job(companies, target, period, by) for period, by in asked])


def _job(companies: Companies, target: Path, period: str, by: str) -> Job:
    name = f"{period}-{by}"
    folder = companies.work / "kpis" / name
    kind = () if by == "everybody" else ("--by", by)
    arguments = ("kpis", "--company", "company", "--period", period, *kind, "--format", "csv")

    def keep(ended: Ended) -> None:
        path = target / period / f"{by}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        head, *lines = ended.out.splitlines(keepends=True) or [""]
        failed = f"exit {ended.code}\n{ended.err}" if ended.code or ended.err else ""
        path.write_text(head + "".join(sorted(lines)) + failed, encoding="utf-8")
        shutil.rmtree(folder)

    return Job(
        arguments,
        folder,
        companies.work / "said" / f"kpis-{name}",
        prepare=lambda: copied(companies.loaded_sample, folder / "company"),
        at_end=keep,
    )
