"""The records of an export, whatever its format, and the columns they must have."""

from collections.abc import Iterator, Sequence

from sources.mapping.grammar import ColumnRule, Condition, FileMapping, Lookup, TableMapping
from sources.readers.csv_records import csv_records
from sources.readers.headers import as_asked
from sources.readers.json_records import json_records
from sources.readers.opened import ExportFile
from sources.readers.records import Records
from sources.readers.xlsx_records import xlsx_records
from transforms.tables import TABLES, Column


def file_records(file: ExportFile, paths: Sequence[str], each: str) -> Iterator[Records]:
    """The export's records, some at a time; of JSON only the values at the paths."""
    if file.entry.format in {"json", "jsonl"}:
        return json_records(file, paths, each)
    if file.entry.format == "xlsx":
        return xlsx_records(file, paths)
    return csv_records(file, paths)


def missing_columns(entry: FileMapping, table: TableMapping, records: Records) -> list[str]:
    """Columns that the mapping needs and the export has not; those of all tables in a CSV."""
    # Each table has its own columns named as it asks for them: here all of them count.
    names = [name for item in entry.tables for name in looked_at(entry, item)]
    present = records.columns | set(as_asked(records.header, names))
    missing = _missing_in_conditions(entry.filters, present)
    lookups = (item for item in entry.lookups if is_needed(item, entry))
    missing += [item.column for item in lookups if item.column not in present]
    told = entry.tax_inside.columns if entry.tax_inside else ()
    missing += [name for name in told if name not in present]
    for item in (table,) if entry.format in {"json", "jsonl"} else entry.tables:
        missing += _missing_in_table(item, present)
    return list(dict.fromkeys(missing))


def _missing_in_table(table: TableMapping, present: frozenset[str]) -> list[str]:
    missing = _missing_in_conditions((*table.when, *table.filters), present)
    missing += [table.latest_by] if table.latest_by and table.latest_by not in present else []
    spec = TABLES[table.table]
    for name, rule in table.columns.items():
        missing += _missing_in_rule(spec.by_name[name], rule, present)
    return missing


def is_needed(lookup: Lookup, entry: FileMapping) -> bool:
    """Whether something that is not optional borrows from the lookup."""
    start = f"{lookup.name}."
    tests = [
        *entry.filters,
        *(test for item in entry.tables for test in (*item.when, *item.filters)),
    ]
    rules = [
        rule
        for item in entry.tables
        for main in item.columns.values()
        for rule in main.rules
        if not rule.optional
    ]
    borrowed = [test.column for test in tests if not test.optional]
    borrowed += [name for rule in rules for name in (*rule.base_columns, *rule.beside_columns)]
    return any(name.startswith(start) for name in borrowed)


def _missing_in_rule(column: Column, rule: ColumnRule, present: frozenset[str]) -> list[str]:
    """What the rule lacks; nothing where one that stands in for it has all it needs."""
    lacking = [_missing_in_one(column, item, present) for item in rule.rules]
    if any(not names for names in lacking):
        return []
    return [" or ".join(dict.fromkeys(names[0] for names in lacking)), *lacking[0][1:]]


def _missing_in_one(column: Column, rule: ColumnRule, present: frozenset[str]) -> list[str]:
    """An optional rule may lack every column, except the base of a value that rows must have."""
    has_default = rule.if_empty is not None or rule.company != "" or rule.value is not None
    base: list[str] = []
    if not rule.optional or (column.required and not has_default):
        base = _missing_in_base(rule, present)
    operands = () if rule.optional else rule.beside_columns
    return [*base, *(name for name in operands if name not in present)]


def _missing_in_base(rule: ColumnRule, present: frozenset[str]) -> list[str]:
    if rule.first_of:
        return [] if present.intersection(rule.first_of) else [" or ".join(rule.first_of)]
    if rule.join and rule.optional and present.intersection(rule.joined_columns):
        return []
    return [name for name in rule.base_columns if name not in present]


def _missing_in_conditions(conditions: tuple[Condition, ...], present: frozenset[str]) -> list[str]:
    needed = (condition.column for condition in conditions if not condition.optional)
    return [name for name in needed if name not in present]


def looked_at(entry: FileMapping, table: TableMapping) -> tuple[str, ...]:
    """Every column that carrying out the table's entry looks at."""
    conditions = [*entry.filters, *table.filters]
    conditions += [condition for item in entry.tables for condition in item.when]
    rules = (name for rule in table.columns.values() for name in rule.read_columns)
    keys = (lookup.column for lookup in entry.lookups)
    named = (condition.column for condition in conditions)
    further = (name for name in (table.latest_by, table.split) if name)
    inside = entry.tax_inside.columns if entry.tax_inside else ()
    return tuple(dict.fromkeys([*named, *rules, *keys, *further, *inside]))
