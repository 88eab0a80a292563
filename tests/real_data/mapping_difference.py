"""How many lines a person would have to change, add or remove to turn one mapping into another."""

import tomllib
from collections import Counter
from collections.abc import Sequence
from fnmatch import fnmatch


def differing_lines(committed: str, proposed: str, files: Sequence[str]) -> list[str]:
    """Each setting that differs, `-` for one to add and `+` for one to remove.

    Comments, blank lines, order and notation do not count. A changed line counts once.
    """
    ours, theirs = _settings(committed, files), _settings(proposed, files)
    return [
        f"{place}: - {ours.get(place)} + {theirs.get(place)}"
        for place in sorted({*ours, *theirs})
        if ours.get(place) != theirs.get(place)
    ]


def _settings(text: str, files: Sequence[str]) -> dict[tuple[str, ...], object]:
    """Every line of a mapping by the place where it stands."""
    content = tomllib.loads(text)
    found: dict[tuple[str, ...], object] = {("source",): content["source"]}
    for key, value in content.get("defaults", {}).items():
        found["defaults", key] = value
    free = list(files)
    for entry in content["files"]:
        named = [name for name in free if fnmatch(name, entry["pattern"])]
        free = [name for name in free if name not in named]
        is_rest = "*" in entry["pattern"] and "unused" in entry
        place = entry["pattern"] if is_rest or not named else named[0]
        found |= _of_entry(place, entry)
    return found


def _of_entry(place: str, entry: dict) -> dict[tuple[str, ...], object]:
    found: dict[tuple[str, ...], object] = {(place,): "[[files]]"}
    for key, value in entry.items():
        if key == "lookups":
            found |= {(place, key, item["file"]): item for item in value}
        elif key == "filters":
            for item in value:
                at = (place, key, item["column"])
                found |= {at: "[[files.filters]]"} | {(*at, k): v for k, v in item.items()}
        elif key == "tables":
            seen: Counter[str] = Counter()
            for table in value:
                seen[table["table"]] += 1
                found |= _of_table((place, f"{table['table']} {seen[table['table']]}"), table)
        else:
            found[place, key] = value
    return found


def _of_table(at: tuple[str, ...], table: dict) -> dict[tuple[str, ...], object]:
    found: dict[tuple[str, ...], object] = {at: "[[files.tables]]", (*at, "columns"): "[columns]"}
    found |= {(*at, key): value for key, value in table.items() if key != "columns"}
    return found | {
        (*at, "columns", name): {"column": rule} if isinstance(rule, str) else rule
        for name, rule in table["columns"].items()
    }
