"""The records of one file → the rows of one canonical table, with what was kept out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from messages.clause import Clause, clause
from sources.mapping.conditions import filter_names, rows_where
from sources.mapping.grammar import ColumnRule, TableMapping
from sources.mapping.lookups import with_lookups
from sources.readers.json_records import PARENT
from sources.readers.opened import ExportFile
from sources.readers.records import Records
from sources.readers.rows import file_records, looked_at, missing_columns
from sources.readers.split_cells import split_records
from sources.tables.columns import Occurrences, Reading, column_words, read_column
from sources.tables.controls import outcome_totals
from sources.tables.faults import Origin, broken_rows, fault_rows, is_unknown_only
from sources.tables.joins import ACCOUNTS, LINKS, Joins
from sources.tables.repeats import SUPERSEDED, Versions, versions_of
from sources.tables.source_files import SourceFiles
from sources.tables.tax_inside import tax_column
from sources.values.encoded_column import EncodedColumn, constant
from sources.values.parse import ColumnFault, Parsing
from transforms.core.canonical import Severity
from transforms.core.money import is_currency
from transforms.tables import CHANGED_AT, TABLES, TableSpec

_JOIN_EXPECTED = {
    "unknown_account": clause("expected-known-key"),
    "parent_quarantined": clause("expected-parent"),
}
_FORMER = "_former"
_OLDER = SUPERSEDED.removeprefix("filtered:")
_ONE_ACCOUNT = clause("expected-one-account")


@dataclass(frozen=True)
class TableUnit:
    """One entry of a mapping, to be carried out on one file."""

    file: ExportFile
    position: int
    """Of the table among those that the file feeds."""
    source_files: SourceFiles = field(default_factory=SourceFiles)
    """All files of the source in the delivery."""

    @property
    def table(self) -> TableMapping:
        return self.file.entry.tables[self.position]

    @property
    def spec(self) -> TableSpec:
        return TABLES[self.table.table]

    @property
    def origin(self) -> Origin:
        before = self.file.entry.tables[: self.position]
        rank = sum(table.table == self.table.table for table in before)
        return Origin(self.file.source, self.file.source_file, self.spec, rank)


@dataclass
class UnitRows:
    """What some records of a unit made: rows, quarantine and control totals."""

    tables: list[pd.DataFrame] = field(default_factory=list)
    quarantine: list[pd.DataFrame] = field(default_factory=list)
    controls: list[dict[str, object]] = field(default_factory=list)
    versions: list[Versions] = field(default_factory=list)
    """Beside `tables`, where only the newest row of a key is to stay."""
    former: list[pd.Series] = field(default_factory=list)
    """Beside `tables`, which rows name an account that was merged into theirs."""
    ended: list[pd.DataFrame] = field(default_factory=list)
    """Of an increment, rows that are not loaded: what was known under their keys ends."""
    unlinked: list[pd.DataFrame] = field(default_factory=list)
    """`system`, `external_id` and `rows`: keys that no link knows."""


@dataclass(frozen=True)
class CompanyContext:
    """What reading needs to know of the company."""

    time_zone: str
    reporting_currency: str
    landed_at: datetime | None = None
    """When the delivery came: what it says of discounts held just before."""


def read_unit(unit: TableUnit, joins: Joins, company: CompanyContext) -> Iterator[UnitRows]:
    """Carry out one entry on one file, some of its records at a time.

    Raises UnreadableExportError where the file cannot be read or lacks columns.
    """
    reading = Reading(
        Parsing(unit.file.entry, company.time_zone, company.landed_at),
        company.reporting_currency,
        unit.file.source_file,
        Occurrences(),
    )
    for records in _checked_records(unit):
        made = UnitRows()
        _read_piece(unit, records, joins, reading, made)
        yield made


def _checked_records(unit: TableUnit) -> Iterator[Records]:
    """The file's records, once its columns are known to be all there."""
    file, table = unit.file, unit.table
    if unit.source_files.is_cut_short(file):
        raise file.unreadable(clause("export-goes-on", at=file.entry.goes_on))
    names = looked_at(file.entry, table)
    if newest := file.entry.newest:
        names = (*names, f"{PARENT}{newest}" if table.each else newest)
    borrowed = [name for item in file.entry.tables for name in looked_at(file.entry, item)]
    lookups = [unit.source_files.lookup(item, file, borrowed) for item in file.entry.lookups]
    tax = tax_column(file, file.entry.tax_inside) if file.entry.tax_inside else None
    for number, piece in enumerate(file_records(file, names, table.each)):
        records = with_lookups(tax.beside(piece) if tax else piece, lookups)
        missing = missing_columns(file.entry, table, records) if number == 0 else []
        if missing:
            raise file.unreadable(_missing_fault(file, missing, records))
        yield records


def _missing_fault(file: ExportFile, missing: list[str], records: Records) -> Clause:
    is_one_column = file.entry.format == "csv" and len(records.header) == 1
    code = "export-one-column" if is_one_column else "export-columns-missing"
    return clause(code, missing=tuple(missing), mapping=file.mapping_name)


def _read_piece(
    unit: TableUnit, records: Records, joins: Joins, reading: Reading, made: UnitRows
) -> None:
    parsing = reading.parsing
    names = filter_names(unit.file.entry.filters, records, parsing)
    names[unit.source_files.older(unit.file, records, unit.table.each)] = _OLDER
    is_claimed = rows_where(unit.table.when, records, parsing)
    if unit.origin.rank == 0 and records.has_unread:
        _tell_unread(unit, records, _torn_accounts(unit, records, joins, reading), made)
    if unit.position == 0:
        _tell_unclaimed(unit, records, names, parsing, made)
    own = records.where(is_claimed)
    own_names = names[is_claimed]
    if unit.table.split:
        own, places = split_records(own, unit.table.split)
        own_names = own_names[places]
    table_names = filter_names(unit.table.filters, own, parsing)
    own_names = np.where(own_names == "", table_names, own_names)
    _read_rows(unit, own, own_names, joins, reading, made)


def _read_rows(
    unit: TableUnit,
    records: Records,
    names: NDArray[np.object_],
    joins: Joins,
    reading: Reading,
    made: UnitRows,
) -> None:
    rows, faults = _parsed_rows(unit, records, reading)
    names, join_faults = _joined_rows(unit, rows, names, joins, made)
    if unit.spec.name == LINKS:
        same, other = joins.met_again(rows, names == "")
        names = np.where(same, "known_link", names)
        join_faults.append(ColumnFault(other, "account_id", "link_contradicted", _ONE_ACCOUNT))
    faults = [*faults, *join_faults, *_missing_faults(unit.spec, rows, faults, join_faults)]
    told = (_unless_filtered(fault, names) for fault in faults if fault.rows.any())
    open_faults = [fault for fault in told if fault.rows.any()]
    is_faulty = np.zeros(len(records), dtype=bool)
    for fault in open_faults:
        if not is_unknown_only(fault, unit.spec):
            is_faulty |= fault.rows
    joins.learn(unit.spec, rows, names, is_faulty, _are_nobodys(open_faults, len(records)))
    outcomes = np.where(is_faulty, "quarantined", "loaded").astype(object)
    outcomes = np.where(names == "", outcomes, "filtered:" + names)
    made.controls.extend(outcome_totals(unit.origin, rows, outcomes))
    if open_faults:
        made.quarantine.append(fault_rows(open_faults, rows, records, unit.origin))
    is_loaded = pd.Series(outcomes == "loaded")
    if unit.table.latest_by:
        moments = reading.parsing.instants(records.column(unit.table.latest_by))
        made.versions.append(versions_of(unit.spec, rows, moments, is_loaded))
        rows = rows.assign(**{CHANGED_AT: moments})
    made.tables.append(_conformed(unit.spec, rows[is_loaded]))
    if _FORMER in rows:
        made.former.append(rows.loc[is_loaded, _FORMER])
    if unit.table.delivery == "increment":
        has_key = rows[list(unit.spec.key)].notna().all(axis="columns")
        made.ended.append(_conformed(unit.spec, rows[has_key & ~is_loaded]))


def _are_nobodys(faults: Sequence[ColumnFault], count: int) -> NDArray[np.bool_]:
    """Which rows say that they are of no account, or of none that is known."""
    told = (
        fault.rows
        for fault in faults
        if fault.column == "account_id" and fault.rule in ("unknown_account", "required_missing")
    )
    return np.any([np.zeros(count, dtype=bool), *told], axis=0)


def _conformed(spec: TableSpec, rows: pd.DataFrame) -> pd.DataFrame:
    """The table's columns, and when each row was last changed where that is known."""
    conformed = spec.conform(rows)
    if CHANGED_AT not in rows:
        return conformed
    return conformed.assign(**{CHANGED_AT: rows[CHANGED_AT].array})


def _parsed_rows(
    unit: TableUnit, records: Records, reading: Reading
) -> tuple[pd.DataFrame, list[ColumnFault]]:
    """Every mapped column parsed, lineage, and the control amount with its currency."""
    currency = _currency_words(unit, records, reading)
    values: dict[str, pd.Series] = {}
    faults: list[ColumnFault] = []
    for name, rule in unit.table.columns.items():
        parsed = read_column(unit.spec.by_name[name], rule, records, currency, reading)
        values[name] = parsed.series
        faults += parsed.faults
    rows = pd.DataFrame(values, index=pd.RangeIndex(len(records))).assign(
        source=unit.file.source,
        source_file=unit.file.source_file,
        source_line=records.lines,
    )
    return _with_control_amount(unit.spec, rows), faults


def _currency_words(unit: TableUnit, records: Records, reading: Reading) -> EncodedColumn:
    rule = unit.table.columns.get("currency")
    if rule is None:
        return constant("", len(records))
    words = column_words(unit.spec.by_name["currency"], rule, records, reading)
    codes = words.map(str.upper)
    return codes.map(lambda code: code if is_currency(code) else "")


def _with_control_amount(spec: TableSpec, rows: pd.DataFrame) -> pd.DataFrame:
    """`_amount` and `_currency` as control totals count them: both, or neither."""
    if not spec.control_amount or spec.control_amount not in rows:
        nothing = pd.Series(pd.NA, index=rows.index, dtype="Int64")
        return rows.assign(_amount=nothing, _currency="")
    amounts = rows[spec.control_amount]
    return rows.assign(_amount=amounts, _currency=rows["currency"].where(amounts.notna(), ""))


def _joined_rows(
    unit: TableUnit,
    rows: pd.DataFrame,
    names: NDArray[np.object_],
    joins: Joins,
    made: UnitRows,
) -> tuple[NDArray[np.object_], list[ColumnFault]]:
    """Accounts resolved in place of written keys; filters inherited from parents."""
    if unit.spec.name == ACCOUNTS:
        names = _without_merged(unit, rows, names, joins)
    faults: list[ColumnFault] = []
    for column in unit.spec.columns:
        rule = unit.table.columns.get(column.name)
        if rule is None or not (rule.link or rule.via or column.name == "account_id"):
            continue
        if unit.spec.name == ACCOUNTS and not (rule.link or rule.via):
            continue
        written = rows[column.name]
        resolved = joins.resolve(rule, written)
        rows[column.name] = resolved.accounts
        if column.name == "account_id":
            rows[_FORMER] = resolved.former
            names = np.where(names == "", resolved.filters, names)
            is_unlinked = (resolved.faults == "unknown_account") & (names == "")
            _tell_unlinked(rule, written[is_unlinked], made)
        faults += [
            ColumnFault(resolved.faults == rule_name, column.name, rule_name, expected)
            for rule_name, expected in _JOIN_EXPECTED.items()
        ]
    return names, faults


def _without_merged(
    unit: TableUnit, rows: pd.DataFrame, names: NDArray[np.object_], joins: Joins
) -> NDArray[np.object_]:
    """Accounts that were merged into others are filtered; children go to who took them over."""
    written = rows["account_id"]
    is_merged = written.notna() & (joins.survivors(written) != written).fillna(False)
    if "parent_account_id" in unit.table.columns:
        parents = joins.survivors(rows["parent_account_id"])
        rows["parent_account_id"] = parents.mask(parents == rows["account_id"])
    return np.where(is_merged.to_numpy(dtype=bool), "merged", names)


def _tell_unlinked(rule: ColumnRule, keys: pd.Series, made: UnitRows) -> None:
    """Remember the keys of a system that no link knows, for proposals."""
    if rule.link and len(keys):
        counts = keys.value_counts()
        told = {"system": rule.link, "external_id": counts.index, "rows": counts.to_numpy()}
        made.unlinked.append(pd.DataFrame(told))


def _missing_faults(
    spec: TableSpec, rows: pd.DataFrame, *told: Sequence[ColumnFault]
) -> list[ColumnFault]:
    """Rows that lack what the table requires, unless the column's fault is told already."""
    found: list[ColumnFault] = []
    for column in spec.columns:
        if column.required:
            is_missing = rows[column.name].isna().to_numpy(dtype=bool)
            for fault in (item for faults in told for item in faults if item.column == column.name):
                is_missing = is_missing & ~fault.rows
            found.append(
                ColumnFault(is_missing, column.name, "required_missing", clause("expected-value"))
            )
    return found


def _unless_filtered(fault: ColumnFault, names: NDArray[np.object_]) -> ColumnFault:
    """A row that a filter takes out has no faults to tell."""
    return ColumnFault(fault.rows & (names == ""), fault.column, fault.rule, fault.expected)


def _torn_accounts(unit: TableUnit, records: Records, joins: Joins, reading: Reading) -> pd.Series:
    """The account of each broken row of which it can still be read: one that was cut off, whose
    other cells are what their columns hold and whose account is known."""
    rule, broken, width = unit.table.columns.get("account_id"), records.broken, len(records.header)
    if rule is None or not any(record.cells for record in broken):
        return pd.Series(None, index=range(len(broken)), dtype="str")
    cells = [[*record.cells, *[""] * (width - len(record.cells))] for record in broken]
    lines = np.array([record.line for record in broken], dtype=np.int64)
    apart = replace(reading, occurrences=Occurrences())
    torn = Records(records.header, lines, cells, records.null)
    rows, faults = _parsed_rows(unit, torn, apart)
    accounts = joins.resolve(rule, rows["account_id"]).accounts
    is_odd = np.any([np.zeros(len(rows), dtype=bool), *(fault.rows for fault in faults)], axis=0)
    return accounts.where(joins.are_known(accounts) & ~is_odd)


def _tell_unread(unit: TableUnit, records: Records, torn: pd.Series, made: UnitRows) -> None:
    """Lines that are no rows: of the wrong width, of delimiters only, or the header again."""
    empty = pd.DataFrame({"_amount": pd.array([], dtype="Int64"), "_currency": []})
    unread = ["quarantined"] * len(records.broken)
    unread += ["filtered:blank_line"] * len(records.blank_lines)
    unread += ["filtered:repeated_header"] * len(records.repeated_headers)
    rows = empty.reindex(range(len(unread))).assign(_currency="")
    made.controls.extend(outcome_totals(unit.origin, rows, np.array(unread, dtype=object)))
    made.quarantine.append(broken_rows(records.broken, unit.origin, accounts=torn))
    made.quarantine.append(broken_rows(records.remarks, unit.origin, Severity.WARN))


def _tell_unclaimed(
    unit: TableUnit,
    records: Records,
    names: NDArray[np.object_],
    parsing: Parsing,
    made: UnitRows,
) -> None:
    """Rows that no table of the file takes: filtered, or else quarantined. None goes missing."""
    is_claimed = np.zeros(len(records), dtype=bool)
    for table in unit.file.entry.tables:
        is_claimed |= bool(table.each) | rows_where(table.when, records, parsing)
    if is_claimed.all():
        return
    unclaimed, filtered = records.where(~is_claimed), names[~is_claimed]
    rows = pd.DataFrame(
        {"_amount": pd.array([pd.NA] * len(unclaimed), dtype="Int64"), "_currency": ""}
    )
    outcomes = np.where(filtered == "", "quarantined", "filtered:" + filtered).astype(object)
    made.controls.extend(outcome_totals(unit.origin, rows, outcomes))
    expected = clause("expected-claimed")
    fault = ColumnFault(filtered == "", "", "unclaimed_row", expected)
    if fault.rows.any():
        made.quarantine.append(fault_rows([fault], rows, unclaimed, unit.origin))
