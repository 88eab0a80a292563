"""The records of an export, whatever its format, and the columns they must have."""

from collections.abc import Iterator

from sources.csv_records import csv_records
from sources.json_records import json_records
from sources.mapping_model import ColumnRule, Condition, FileMapping, TableMapping
from sources.opened import ExportFile
from sources.records import Records
from transforms.tables import TABLES, Column


def file_records(file: ExportFile, table: TableMapping) -> Iterator[Records]:
    """The export's records, some at a time, as the table's entry looks at them."""
    if file.entry.format == "csv":
        return csv_records(file)
    return json_records(file, _read_columns(file.entry, table), table.each)


def missing_columns(entry: FileMapping, table: TableMapping, records: Records) -> list[str]:
    """Columns that the mapping needs and the export has not; those of all tables in a CSV."""
    present = set(records.header)
    missing = _missing_in_conditions(entry.filters, present)
    for item in (table,) if entry.format in {"json", "jsonl"} else entry.tables:
        missing += _missing_in_conditions((*item.when, *item.filters), present)
        spec = TABLES[item.table]
        for name, rule in item.columns.items():
            missing += _missing_in_rule(spec.by_name[name], rule, present)
    return list(dict.fromkeys(missing))


def _missing_in_rule(column: Column, rule: ColumnRule, present: set[str]) -> list[str]:
    """An optional rule may lack every column, except the base of a value that rows must have."""
    has_default = rule.if_empty is not None or rule.company != ""
    base: list[str] = []
    if not rule.optional or (column.required and not has_default):
        base = _missing_in_base(rule, present)
    operands = () if rule.optional else rule.beside_columns
    return [*base, *(name for name in operands if name not in present)]


def _missing_in_base(rule: ColumnRule, present: set[str]) -> list[str]:
    if rule.first_of:
        return [] if present.intersection(rule.first_of) else [" or ".join(rule.first_of)]
    return [name for name in rule.base_columns if name not in present]


def _missing_in_conditions(conditions: tuple[Condition, ...], present: set[str]) -> list[str]:
    needed = (condition.column for condition in conditions if not condition.optional)
    return [name for name in needed if name not in present]


def _read_columns(entry: FileMapping, table: TableMapping) -> tuple[str, ...]:
    conditions = [*entry.filters, *table.filters]
    conditions += [condition for item in entry.tables for condition in item.when]
    rules = (name for rule in table.columns.values() for name in rule.read_columns)
    return tuple(dict.fromkeys([*(condition.column for condition in conditions), *rules]))
