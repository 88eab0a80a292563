"""`python -m tests.oracle take DIR` and `python -m tests.oracle compare BEFORE AFTER`."""

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from .command_line import settle_environment
from .companies import Companies
from .compare import FAST_MARK, SHOWN, STORE, compare, patterns, report
from .feedback import take_feedback
from .files import take_files
from .hard_clients import take_awkward
from .kpis import take_kpis
from .masks import Masks
from .terminal import take_explain, take_terminal

PARTS = ("kpis", "terminal", "explain", "feedback", "files", "awkward")
FAST = ("kpis", "terminal", "explain")


def main() -> int:
    """Take or compare; a difference that nobody meant is exit code 1."""
    asked = _arguments()
    if asked.command == "compare":
        found = compare(asked.before, asked.after, patterns(asked.meant))
        shown = len(found.found) if asked.all else SHOWN
        sys.stdout.writelines(f"{line}\n" for line in report(found, shown))
        return 1 if found.found else 0
    take(asked.folder, asked.only or (FAST if asked.fast else PARTS), fast=asked.fast)
    return 0


def take(target: Path, only: tuple[str, ...], *, fast: bool = False) -> None:
    """Write what the command line of this environment says and publishes now."""
    target.mkdir(parents=True, exist_ok=True)
    target = target.resolve()
    (target / FAST_MARK).unlink(missing_ok=True)
    if fast:
        (target / FAST_MARK).touch()
    settle_environment()
    with tempfile.TemporaryDirectory(prefix="oracle-") as work:
        companies, masks = Companies(Path(work)), Masks(Path(work))
        store = target / STORE
        steps: dict[str, Callable[[Path], object]] = {
            "kpis": lambda place: take_kpis(companies, place, fast=fast),
            "terminal": lambda place: take_terminal(companies, place, masks, fast=fast),
            "explain": lambda place: take_explain(companies, place, masks, fast=fast),
            "feedback": lambda place: take_feedback(companies, place, masks, store),
            "files": lambda place: take_files(companies, place, store, masks),
            "awkward": lambda place: take_awkward(place, store, masks),
        }
        if set(only) - {"awkward"}:
            with_checks = "terminal" in only and not fast
            _timed("start", lambda: companies.warm(with_checks=with_checks))
        for name in only:
            shutil.rmtree(target / name, ignore_errors=True)
            _timed(name, lambda step=steps[name], place=target / name: step(place))


def _timed(name: str, step: Callable[[], object]) -> None:
    started = time.monotonic()
    step()
    sys.stderr.write(f"{name}: {time.monotonic() - started:.0f} s\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.oracle")
    commands = parser.add_subparsers(dest="command", required=True)
    taking = commands.add_parser("take", help="write what the program says and publishes now")
    taking.add_argument("folder", type=Path)
    taking.add_argument("--only", action="append", choices=PARTS, help="may be said again")
    taking.add_argument("--fast", action="store_true", help="KPIs and cheap commands alone")
    comparing = commands.add_parser("compare", help="exit 1 where two takes differ")
    comparing.add_argument("before", type=Path)
    comparing.add_argument("after", type=Path)
    comparing.add_argument("--meant", type=Path, help="globs of differences that are meant")
    comparing.add_argument("--all", action="store_true", help="show every difference")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
