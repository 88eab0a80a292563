"""What a further client costs a whole run, files included: two sizes of the sample company.

Prefect's server is started beforehand and not counted; what every run has, such as imports,
falls out of the difference between the two sizes.
"""

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
PUBLISHED = (0, 3)
"""All of it, or all but what was held back."""


def prepare(folder: Path, size: int) -> None:
    """The company of so many clients, and of a third of them."""
    for clients in {size, max(size // 3, 1)}:
        generate(folder / "companies" / str(clients), clients, SEED)


def ours(folder: Path) -> dict[str, float]:
    """Processor seconds of the larger run, of what comes before a first client, and of one more."""
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
            took = {
                int(company.name): _processor_seconds(company)
                for company in (folder / "companies").iterdir()
            }
    few, many = sorted(took)
    each = (took[many] - took[few]) / (many - few)
    return {
        "largest": took[many],
        "a further client": each,
        "before the first": took[many] - each * many,
    }


def _processor_seconds(company: Path) -> float:
    """Of the command and of the processes it works in."""
    with TemporaryDirectory() as name:
        fresh = shutil.copytree(company, Path(name) / "company")
        command = [sys.executable, "-m", "cli.main", "run", "--company", fresh, "--period", PERIOD]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in PUBLISHED:
        raise RuntimeError(f"the run of {company.name} clients failed: {done.stderr}")
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
