"""What a further client costs a whole run, files included, and what runs after it cost: one that
finds all as it was, and one of a single changed row.

A further client is the difference between two sizes of the sample company: what every run has,
such as imports, falls out of it. The unchanged run is set beside the first one, and one changed row
among all clients beside a company of one client. Prefect's server is started beforehand and not
counted.
"""

import csv
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from flows.temporary_server import temporary_server
from samples import generate

SEED = 7
PERIOD = "2026-Q3"
DAYS = "2026-10-01", "2026-10-02"
"""Of the sample's delivery, and of one after it."""
PUBLISHED = (0, 3)
"""All of it, or all but what was held back."""


def prepare(folder: Path, size: int) -> None:
    """The company of so many clients, of a third of them, and of one."""
    for clients in {size, max(size // 3, 2), 1}:
        generate(folder / "companies" / str(clients), clients, SEED)


def ours(folder: Path) -> dict[str, float]:
    """Processor seconds of the larger run, of what comes before a first client, of one more, of the
    same run again, of one after a changed row, and of a company of one client."""
    with TemporaryDirectory() as home:
        os.environ |= {
            "PREFECT_HOME": home,
            "PREFECT_LOGGING_LEVEL": "CRITICAL",
            "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "DO_NOT_TRACK": "1",
        }
        with temporary_server() as server:
            server.wait_until_ready()
            sizes = sorted(int(company.name) for company in (folder / "companies").iterdir())
            took = {size: _first_and_next(folder / "companies" / str(size)) for size in sizes}
    one, few, many = sizes
    each = (took[many][0] - took[few][0]) / (many - few)
    return {
        "largest": took[many][0],
        "a further client": each,
        "before the first": took[many][0] - each * many,
        "unchanged": took[many][1],
        "one changed row": took[many][2],
        "one client": took[one][0],
    }


def _first_and_next(company: Path) -> tuple[float, float, float]:
    """Processor seconds of a first run, of the same again, and of the next day's, when one row says
    something else."""
    with TemporaryDirectory() as name:
        fresh = Path(shutil.copytree(company, Path(name) / "company"))
        first, unchanged = _processor_seconds(fresh), _processor_seconds(fresh)
        _change_a_row(fresh / "landing")
        return first, unchanged, _processor_seconds(fresh)


def _change_a_row(landing: Path) -> None:
    """The delivery once more, a day later: in one week one person more used the product."""
    before, after = (landing / day for day in DAYS)
    shutil.copytree(before, after)
    uses = after / "usage" / "usage_weekly.csv"
    with uses.open(newline="") as file:
        names, *rows = csv.reader(file)
    people = names.index("active_users")
    rows[-1][people] = str(int(rows[-1][people]) + 1)
    with uses.open("w", newline="") as file:
        csv.writer(file).writerows([names, *rows])


def _processor_seconds(company: Path) -> float:
    """Of the command and of the processes it works in."""
    command = [sys.executable, "-m", "cli.main", "run", "--company", company, "--period", PERIOD]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in PUBLISHED:
        raise RuntimeError(f"the run of {company} failed: {done.stderr}")
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
