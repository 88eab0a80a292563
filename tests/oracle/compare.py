"""Two takes against each other: what is equal, what differs, what only one of them has."""

import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from fnmatch import fnmatch
from itertools import islice
from pathlib import Path

from .masks import alike

STORE = "parts"
FAST_MARK = "fast"
"""An empty file in a take that holds the fast set alone."""
LINES = 14
SHOWN = 40
_WIDTH = 220


@dataclass(frozen=True)
class Difference:
    """A file of the takes that is not the same in both."""

    name: str
    kind: str
    """differs, only before, only after"""
    told: tuple[str, ...] = ()

    @property
    def part(self) -> str:
        return self.name.partition("/")[0]


@dataclass(frozen=True)
class Comparison:
    """All files of two takes, by part."""

    equal: dict[str, int]
    found: tuple[Difference, ...]
    meant: tuple[Difference, ...]
    unused: tuple[str, ...]
    """Patterns of meant differences that met none."""


def compare(before: Path, after: Path, meant: Sequence[str] = ()) -> Comparison:
    """What differs; parts that one of the takes left out altogether are not compared."""
    ours, theirs = _files(before), _files(after)
    if (before / FAST_MARK).exists() != (after / FAST_MARK).exists():
        fast = ours if (before / FAST_MARK).exists() else theirs
        ours, theirs = ours & fast, theirs & fast
    shared = {name.partition("/")[0] for name in ours} & {name.partition("/")[0] for name in theirs}
    equal: dict[str, int] = dict.fromkeys(sorted(shared), 0)
    found: list[Difference] = []
    for name in sorted({*ours, *theirs}):
        part = name.partition("/")[0]
        if part not in shared:
            continue
        if difference := _difference(before, after, name, name in ours, name in theirs):
            found.append(difference)
        else:
            equal[part] += 1
    is_meant = [any(fnmatch(item.name, pattern) for pattern in meant) for item in found]
    return Comparison(
        equal,
        tuple(item for item, known in zip(found, is_meant, strict=True) if not known),
        tuple(item for item, known in zip(found, is_meant, strict=True) if known),
        tuple(p for p in meant if not any(fnmatch(item.name, p) for item in found)),
    )


def report(found: Comparison, shown: int = SHOWN) -> Iterator[str]:
    """The summary, then the first lines of each difference, then what was meant."""
    for item in found.found[:shown]:
        yield f"\n{item.kind}: {item.name}"
        yield from (f"  {line[:_WIDTH]}" for line in item.told)
    if len(found.found) > shown:
        yield f"\n… and {len(found.found) - shown} more; --all shows them"
    yield ""
    for part, equal in found.equal.items():
        kinds = [item.kind for item in found.found if item.part == part]
        counted = [
            f"{kinds.count(kind)} {kind}" for kind in ("differs", "only before", "only after")
        ]
        meant = sum(item.part == part for item in found.meant)
        yield f"{part}: {equal} equal, {', '.join(counted)}, {meant} meant"
    for pattern in found.unused:
        yield f"meant, but met nothing: {pattern}"
    yield "no difference" if not found.found else f"{len(found.found)} differences"


def patterns(path: Path | None) -> tuple[str, ...]:
    """The globs of a file, one a line; what follows # says why."""
    lines = path.read_text(encoding="utf-8").splitlines() if path else []
    return tuple(told for line in lines if (told := line.partition("#")[0].strip()))


def _files(take: Path) -> frozenset[str]:
    found = (path for path in take.rglob("*") if path.is_file())
    names = (path.relative_to(take).as_posix() for path in found)
    return frozenset(name for name in names if "/" in name and not name.startswith(f"{STORE}/"))


def _difference(
    before: Path, after: Path, name: str, is_ours: bool, is_theirs: bool
) -> Difference | None:
    if not (is_ours and is_theirs):
        return Difference(name, "only before" if is_ours else "only after")
    ours, theirs = (_lines(take / name) for take in (before, after))
    if ours == theirs:
        return None
    of_parts = name.endswith(".digests")
    told = _of_parts(before, after, ours, theirs) if of_parts else _changed(ours, theirs, 1)
    return Difference(name, "differs", tuple(told))


def _lines(path: Path) -> list[str]:
    return [alike(line) for line in path.read_text(encoding="utf-8").split("\n")]


def _changed(ours: list[str], theirs: list[str], around: int) -> Iterator[str]:
    return islice(unified_diff(ours, theirs, n=around, lineterm=""), 2, LINES + 2)


def _of_parts(before: Path, after: Path, ours: list[str], theirs: list[str]) -> Iterator[str]:
    """Which parts differ, and the first lines of the first of them that both takes have."""
    known, new = (
        {name: digest for line in lines if line for digest, _, name in [line.partition("  ")]}
        for lines in (ours, theirs)
    )
    yield from (f"-{name}" for name in sorted(known.keys() - new.keys()))
    yield from (f"+{name}" for name in sorted(new.keys() - known.keys()))
    differ = [name for name in known if name in new and known[name] != new[name]]
    yield f"differ: {', '.join(differ[:LINES])}{' …' if len(differ) > LINES else ''}"
    for name in differ[:1]:
        yield f"inside {name}:"
        yield from _changed(_kept(before, known[name]), _kept(after, new[name]), 0)


def _kept(take: Path, digest: str) -> list[str]:
    path = take / STORE / f"{digest}.gz"
    content = gzip.decompress(path.read_bytes()) if path.is_file() else b""
    return content.decode("utf-8", "replace").split("\n")
