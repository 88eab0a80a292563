"""On which line of a TOML text a key stands or its syntax ends, for messages about it."""

import re
import tomllib
from collections.abc import Sequence

from messages.clause import Clause, clause

Path = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_NAME = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_KEY = re.compile(rf"^\s*({_NAME}(?:\s*\.\s*{_NAME})*)\s*=")
_PART = re.compile(_NAME)


def line_of(text: str, wanted: Sequence[str | int]) -> int:
    """The line (from 1) of the key that `wanted` leads to, else of the nearest table above it."""
    lines = text.splitlines()
    known = _known_lines(lines)
    path = tuple(wanted)
    for length in range(len(path), 0, -1):
        if path[:length] in known:
            return _inline_line(lines, known, path, length)
    return 1


def syntax_fault(text: str, error: tomllib.TOMLDecodeError) -> tuple[int, Clause]:
    """The line on which a text stops being TOML, and why."""
    what, _, place = str(error).partition(" (at line ")
    line = int(place.split(",")[0]) if place else len(text.splitlines())
    code = "toml-name-needs-quotes" if "'=' after a key" in what else "toml-syntax"
    return line, clause(code, problem=f"{what[:1].lower()}{what[1:]}")


def _known_lines(lines: list[str]) -> dict[Path, int]:
    known: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    for number, line in enumerate(lines, start=1):
        if header := _HEADER.match(line):
            table = _table_path(header[2], header[1] == "[[", counts)
            known.setdefault(table, number)
        elif key := _KEY.match(line):
            for_key = table + tuple(_parts(key[1]))
            known.setdefault(for_key, number)
    return known


def _table_path(name: str, is_array: bool, counts: dict[Path, int]) -> Path:
    """The header's path with the index of every array of tables it lies in."""
    path: Path = ()
    parts = _parts(name)
    for position, part in enumerate(parts):
        path += (part,)
        if is_array and position == len(parts) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path += (counts[path],)
    return path


def _parts(name: str) -> list[str]:
    return [part.strip("\"'") for part in _PART.findall(name)]


def _inline_line(lines: list[str], known: dict[Path, int], path: Path, length: int) -> int:
    """The line of a key inside an inline value that may span lines."""
    start = known[path[:length]]
    rest = [part for part in path[length:] if isinstance(part, str)]
    if not rest:
        return start
    end = min((line for line in known.values() if line > start), default=len(lines) + 1)
    leaf = re.compile(rf"""(?<![\w-])["']?{re.escape(rest[-1])}["']?\s*=""")
    found = (number for number in range(start, end) if leaf.search(lines[number - 1]))
    return next(found, start)
