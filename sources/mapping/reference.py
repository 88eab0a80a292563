"""The part of docs/sources.md that says what each shipped mapping reads, from the mappings.

Run `make docs` to write it anew; a test compares them.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sources.mapping.grammar import FileMapping, SourceMapping, TableMapping
from sources.mapping.load import builtin_mapping_path, builtin_names, load_mapping
from transforms.tables import TABLES

PAGE = Path(__file__).parents[2] / "docs" / "sources.md"
START = "<!-- from here on made by `make docs` from sources/mappings -->\n"
_HEAD = """
## What each shipped mapping reads

By mapping and file: the columns (in JSON the paths) that are looked at, whether a file has them
all or not, and what of a table nothing in the mapping fills. All other columns of a file are left.
"""


def read_by_mappings() -> str:
    """The whole part, mapping by mapping in the order of their names."""
    mappings = (load_mapping(builtin_mapping_path(name)) for name in builtin_names())
    return START + _HEAD + "".join(map(_section, mappings))


def page(written: str) -> str:
    """The page with this part as the mappings say it; what people wrote stays."""
    return written.partition(START)[0] + read_by_mappings()


def _section(mapping: SourceMapping) -> str:
    files = "".join(_file_row(entry) for entry in mapping.files)
    tables = "".join(_table_rows(mapping))
    return (
        f"\n### {mapping.path.stem}\n\n| file | reads | feeds |\n|---|---|---|\n{files}"
        f"\n| table | nothing fills |\n|---|---|\n{tables}"
    )


def _file_row(entry: FileMapping) -> str:
    name = f"`{entry.pattern}`" + (f" `{entry.part}`" if entry.part else "")
    if entry.unused:
        return f"| {name} | nothing: {entry.unused} | – |\n"
    fed = dict.fromkeys(table.table for table in entry.tables)
    made = entry.tax_inside.name if entry.tax_inside else ""
    columns = [column for column in _looked_at(entry) if column != made]
    return f"| {name} | {_code(columns)} | {', '.join(fed)} |\n"


def _looked_at(entry: FileMapping) -> Iterator[str]:
    """Every column that an entry names, in the order of its tables."""
    for table in entry.tables:
        yield from (name for rule in table.columns.values() for name in rule.read_columns)
        yield from (test.column for test in (*table.when, *table.filters))
        yield from (name for name in (table.latest_by, table.each, table.split) if name)
    yield from entry.tax_inside.columns if entry.tax_inside else ()
    yield from (test.column for test in entry.filters)
    yield from (lookup.column for lookup in entry.lookups)


def _table_rows(mapping: SourceMapping) -> Iterator[str]:
    fed: dict[str, list[TableMapping]] = {}
    for entry in mapping.files:
        for table in entry.tables:
            fed.setdefault(table.table, []).append(table)
    for name, parts in fed.items():
        filled = {column for part in parts for column in part.columns}
        left = [column.name for column in TABLES[name].columns if column.name not in filled]
        yield f"| {name} | {_code(left) or '–'} |\n"


def _code(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in dict.fromkeys(names))
