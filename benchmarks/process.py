"""Work in a process of its own: the seconds of each of its steps, and its peak of memory.

Run as a program it does the work that it is given by name, and prints what that took, as JSON.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from pkgutil import resolve_name

CHECKOUT = Path(__file__).parents[1]
_MIB = 1024 if sys.platform != "darwin" else 1024 * 1024
"""The unit of `ru_maxrss`, to the mebibyte."""


class NotMeasuredError(Exception):
    """What the work needs cannot be had on this machine."""


@dataclass(frozen=True)
class Took:
    """Seconds by step, and what the largest process needed at its peak."""

    seconds: Mapping[str, float]
    peak_mib: int


def run_alone(work: str, folder: Path, *numbers: int) -> Took:
    """Do `module:function` in a new process. Raises NotMeasuredError as it does."""
    command = [sys.executable, "-m", "benchmarks.process", work, folder, *map(str, numbers)]
    done = subprocess.run(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True, check=True)
    told = json.loads(done.stdout.splitlines()[-1])
    if "why" in told:
        raise NotMeasuredError(told["why"])
    return Took(told["seconds"], told["peak_mib"])


def _peak_mib() -> int:
    """Ours or a child's, whichever is larger.

    On Linux `ru_maxrss` of this process counts the program that started it, too; the kernel's
    own mark begins anew with each program.
    """
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // _MIB
    status = Path("/proc/self/status")
    if not status.is_file():
        return max(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _MIB, children)
    marks = (line.split() for line in status.read_text().splitlines())
    return max(next(int(mark[1]) // 1024 for mark in marks if mark[0] == "VmHWM:"), children)


def _main(work: str, folder: str, *numbers: str) -> None:
    try:
        seconds = resolve_name(work)(Path(folder), *map(int, numbers))
    except NotMeasuredError as error:
        print(json.dumps({"why": str(error)}))
        return
    print(json.dumps({"seconds": seconds or {}, "peak_mib": _peak_mib()}))


if __name__ == "__main__":
    from benchmarks import process  # the module that works import: its error is the one they raise

    process._main(*sys.argv[1:])
