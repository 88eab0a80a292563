"""What the grammar alone cannot tell of a mapping: tables, columns, formats that must exist."""

import codecs
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from messages.clause import Clause, clause
from sources.mapping.check_lookups import lookup_faults, named_faults
from sources.mapping.fault import Fault, Where, is_pattern, meant_of
from sources.mapping.grammar import (
    ColumnRule,
    Condition,
    FileMapping,
    Layout,
    MappingFile,
    TableMapping,
)
from transforms.core.money import is_currency
from transforms.tables import TABLES, Column, Kind, TableSpec

NAMED_DATE_FORMATS = ("iso", "unix", "unix_ms", "excel")
TOKENS = ("#occurrence", "#line", "#file")

_ARITHMETIC = {
    *("plus", "minus", "times", "divide_by", "less_percent"),
    *("factor", "multiply", "negate", "sign", "decimal", "thousands"),
}
_DATED = {"dates", "time_zone", "as_written"}
_FITTING: dict[str, set[Kind]] = {
    **{key: {Kind.MONEY, Kind.NUMBER, Kind.DECIMAL, Kind.INTEGER} for key in _ARITHMETIC},
    **{key: {Kind.MONEY} for key in ("units", "round", "coupon")},
    "price": {Kind.MONEY, Kind.DATE},
    **{key: {Kind.DATE, Kind.TIMESTAMP} for key in _DATED},
    **{key: {Kind.DATE} for key in ("end_is_inclusive", "day", "after")},
    "period": {Kind.TEXT},
    "plus_minutes": {Kind.TIMESTAMP},
    **{key: {Kind.BOOLEAN} for key in ("true_from", "scale")},
}


def fault_of(mapping: MappingFile) -> Fault | None:
    """The first thing in a mapping that cannot be carried out; none where all is well."""
    return next(_faults(mapping), None)


def _faults(mapping: MappingFile) -> Iterator[Fault]:
    for number, entry in enumerate(mapping.files):
        where: Where = ("files", number)
        if bool(entry.tables) is bool(entry.unused):
            yield Fault(where, clause("mapping-tables-or-unused"))
        yield from _layout_faults(entry, where)
        yield from lookup_faults(mapping, entry, (*where, "lookups"))
        yield from named_faults(mapping, entry, (*where, "named"))
        if entry.tax_inside and entry.format in {"json", "jsonl"}:
            yield Fault((*where, "tax_inside"), clause("mapping-tax-inside-of-rows"))
        yield from _conditions_faults(entry.filters, (*where, "filters"))
        for position, table in enumerate(entry.tables):
            yield from _table_faults(entry, table, (*where, "tables", position))
    yield from _reach_faults(mapping)
    yield from _delivery_faults(mapping)


def _reach_faults(mapping: MappingFile) -> Iterator[Fault]:
    """Entries that would never read anything, since an earlier one reads the same."""
    seen: dict[tuple[str, str], list[frozenset[str]]] = {}
    for number, entry in enumerate(mapping.files):
        before = seen.setdefault((entry.folded_pattern, entry.part), [])
        # Where the columns differ that an export is known by, each reads another form of it.
        if any(columns <= frozenset(entry.requires) for columns in before):
            yield Fault(
                ("files", number, "pattern"),
                clause("mapping-pattern-taken", pattern=entry.pattern),
            )
        before.append(frozenset(entry.requires))


def _delivery_faults(mapping: MappingFile) -> Iterator[Fault]:
    """All rows of one table replace what was known, or all add to it."""
    stated: dict[str, str] = {}
    for number, entry in enumerate(mapping.files):
        for position, table in enumerate(entry.tables):
            if stated.setdefault(table.table, table.delivery) != table.delivery:
                where = ("files", number, "tables", position, "table")
                yield Fault(where, clause("mapping-delivery-differs", table=table.table))


def _layout_faults(layout: Layout, where: Where) -> Iterator[Fault]:
    for key, name in (("encoding", layout.encoding), ("or_encoding", layout.or_encoding)):
        if not _is_encoding(name or "utf-8"):
            yield Fault((*where, key), clause("mapping-encoding-unknown", encoding=name))
    yield from _told(_format_faults(layout), where)
    yield from _minor_unit_faults(layout.minor_units, (*where, "minor_units"))
    yield from _marks_faults(layout.decimal, layout.thousands, where)
    yield from _zone_faults(layout.time_zone, where)
    yield from _date_format_faults(layout.dates, (*where, "dates"))


_Test = tuple[bool, str, Clause]
"""Whether something is wrong, the key that it is wrong at, and what to say of it."""


def _told(tests: Iterable[_Test], where: Where) -> Iterator[Fault]:
    return (Fault((*where, key) if key else where, what) for is_so, key, what in tests if is_so)


def _format_faults(layout: Layout) -> Iterator[_Test]:
    """Keys that belong to another format than the stated one."""
    is_csv, is_json = layout.format == "csv", layout.format in {"json", "jsonl"}
    has_parts = bool(layout.preamble or layout.section)
    yield len(layout.delimiter) != 1, "delimiter", clause("mapping-delimiter")
    yield bool(layout.records) and not is_json, "records", clause("mapping-records-of-json")
    yield has_parts and not is_csv, "format", clause("mapping-preamble-of-csv")
    has_both = bool(layout.section) and layout.header_line > 1
    yield has_both, "section", clause("mapping-section-or-header-line")
    is_astray = bool(layout.sheet) and layout.format != "xlsx"
    yield is_astray, "sheet", clause("mapping-sheet-of-xlsx")


def _minor_unit_faults(units: Mapping[str, int], where: Where) -> Iterator[Fault]:
    for code, decimals in units.items():
        if not is_currency(code) or not 0 <= decimals <= 4:
            yield Fault(where, clause("mapping-minor-units", code=code, decimals=decimals))


def _is_encoding(name: str) -> bool:
    try:
        return codecs.lookup(name)._is_text_encoding  # type: ignore[attr-defined]
    except LookupError:
        return False


def _marks_faults(decimal: str, thousands: str, where: Where) -> Iterator[Fault]:
    if decimal not in {".", ","}:
        yield Fault((*where, "decimal"), clause("mapping-decimal-mark"))
    if thousands not in {"", ".", ",", " ", "'"} or thousands == decimal:
        yield Fault(
            (*where, "thousands"),
            clause("mapping-thousands-mark"),
        )


def _zone_faults(name: str, where: Where) -> Iterator[Fault]:
    try:
        ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):  # a folder of zones is an OSError
        yield Fault(
            (*where, "time_zone"),
            clause("mapping-time-zone-unknown", name=name),
        )


def _date_format_faults(formats: tuple[str, ...], where: Where) -> Iterator[Fault]:
    for text in formats:
        if text not in NAMED_DATE_FORMATS and not re.search(r"%[YymdBbsjGVu]", text):
            named = ", ".join(NAMED_DATE_FORMATS)
            yield Fault(where, clause("mapping-date-format-unknown", text=text, named=named))
    shapes = [re.sub(r"%[dm]", "%?", text) for text in formats]
    twins = [text for text, shape in zip(formats, shapes, strict=True) if shapes.count(shape) > 1]
    if len(twins) > 1 and len(set(twins)) > 1:
        yield Fault(
            where,
            clause("mapping-dates-ambiguous", twins=tuple(twins)),
        )


def _table_faults(entry: FileMapping, table: TableMapping, where: Where) -> Iterator[Fault]:
    spec = TABLES.get(table.table)
    if spec is None:
        yield Fault(
            (*where, "table"),
            clause(
                "mapping-table-unknown",
                table=table.table,
                meant=meant_of(table.table, list(TABLES)),
            ),
        )
        return
    if table.each and entry.format not in {"json", "jsonl"}:
        yield Fault((*where, "each"), clause("mapping-each-of-json"))
    if table.combine and table.latest_by:
        yield Fault((*where, "latest_by"), clause("mapping-combine-or-latest-by"))
    if table.combine and table.delivery == "increment":
        yield Fault((*where, "delivery"), clause("mapping-combine-full-only"))
    yield from _conditions_faults(table.when, (*where, "when"))
    yield from _conditions_faults(table.filters, (*where, "filters"))
    yield from _completeness_faults(spec, table, where)
    for name, rule in table.columns.items():
        yield from _column_faults(entry, spec, name, rule, (*where, "columns", name))


def _completeness_faults(spec: TableSpec, table: TableMapping, where: Where) -> Iterator[Fault]:
    missing = [
        item.name for item in spec.columns if item.required and item.name not in table.columns
    ]
    if missing:
        yield Fault(
            (*where, "columns"),
            clause("mapping-columns-needed", table=spec.name, missing=tuple(missing)),
        )
    money = [name for name in table.columns if _is_kind(spec, name, Kind.MONEY)]
    if money and "currency" not in table.columns:
        yield Fault((*where, "columns"), clause("mapping-currency-needed", column=money[0]))


def _is_kind(spec: TableSpec, name: str, kind: Kind) -> bool:
    return name in spec.by_name and spec.by_name[name].kind is kind


def _column_faults(
    entry: FileMapping, spec: TableSpec, name: str, rule: ColumnRule, where: Where
) -> Iterator[Fault]:
    column = next((item for item in spec.columns if item.name == name), None)
    if column is None:
        names = [item.name for item in spec.columns]
        yield Fault(
            where,
            clause(
                "mapping-column-unknown", table=spec.name, column=name, meant=meant_of(name, names)
            ),
        )
        return
    if rule.fallback is not None:
        yield from _column_faults(entry, spec, name, rule.fallback, (*where, "else"))
    yield from _base_faults(rule, where)
    yield from _fitting_faults(column, rule, where)
    thousands = entry.thousands if rule.thousands is None else rule.thousands
    yield from _marks_faults(rule.decimal or entry.decimal, thousands, where)
    yield from _zone_faults(rule.time_zone, where)
    yield from _date_format_faults(rule.dates, (*where, "dates"))
    yield from _word_faults(column, rule, where)
    yield from _exact_faults(rule, where)
    yield from _join_faults(rule, where)


def _base_faults(rule: ColumnRule, where: Where) -> Iterator[Fault]:
    yield from _told(_clashes(rule), where)


def _clashes(rule: ColumnRule) -> Iterator[_Test]:
    """Keys of a rule that cannot stand together."""
    has_values, has_otherwise = bool(rule.values), rule.otherwise is not None
    yield not _has_one_base(rule), "", clause("mapping-one-base")
    yield bool(rule.link and rule.via), "", clause("mapping-link-or-via")
    is_both = has_values and rule.if_filled is not None
    yield is_both, "", clause("mapping-values-or-if-filled")
    is_twice = rule.keep_others and has_otherwise
    yield is_twice, "", clause("mapping-otherwise-or-keep-others")
    is_alone = (rule.keep_others or has_otherwise) and not has_values
    yield is_alone, "", clause("mapping-otherwise-of-values")


def _has_one_base(rule: ColumnRule) -> bool:
    stated = (rule.column, rule.first_of, rule.join, rule.value is not None)
    count = sum(map(bool, stated))
    return count == 1 or (count == 0 and bool(rule.company))


def _fitting_faults(column: Column, rule: ColumnRule, where: Where) -> Iterator[Fault]:
    fitting = dict(_FITTING)
    if rule.period:
        fitting |= {key: {Kind.TEXT} for key in _DATED}
    for key in sorted(rule.model_fields_set & fitting.keys()):
        if column.kind not in fitting[key]:
            yield Fault(
                (*where, key),
                clause(
                    "mapping-key-does-not-fit", key=key, column=column.name, kind=str(column.kind)
                ),
            )
    if (rule.link or rule.via) and column.references != "accounts":
        key = "link" if rule.link else "via"
        yield Fault(
            (*where, key), clause("mapping-column-holds-no-account", key=key, column=column.name)
        )
    if rule.via and not _has_account(rule.via):
        yield Fault((*where, "via"), clause("mapping-via-without-account", via=rule.via))


def _has_account(name: str) -> bool:
    return name in TABLES and TABLES[name].has_account and len(TABLES[name].key) == 1


def _word_faults(column: Column, rule: ColumnRule, where: Where) -> Iterator[Fault]:
    folded = [word.strip().casefold() for word in rule.values]
    if len(set(folded)) < len(folded):
        yield Fault((*where, "values"), clause("mapping-word-twice"))
    constants = (rule.value, rule.if_filled, rule.if_empty, rule.otherwise)
    for word in (*rule.values.values(), *constants):
        if word is not None and word != "" and (fault := _misfit(column, word)) is not None:
            yield Fault(where, fault)


def _misfit(column: Column, word: str | bool | int) -> Clause | None:
    """Why a constant of the mapping cannot stand in the column; None where it can."""
    if column.allowed and word not in column.allowed:
        return clause(
            "mapping-word-not-allowed", word=word, allowed=column.allowed, column=column.name
        )
    if column.kind is Kind.BOOLEAN and not isinstance(word, bool):
        is_quoted = "quoted" if str(word).casefold() in {"true", "false"} else "other"
        return clause("mapping-column-boolean", column=column.name, word=word, way=is_quoted)
    if column.kind is not Kind.BOOLEAN and isinstance(word, bool):
        return clause("mapping-column-not-boolean", column=column.name)
    if column.kind is Kind.CURRENCY and not is_currency(str(word).upper()):
        return clause("mapping-currency-unknown", word=word)
    return None


def _exact_faults(rule: ColumnRule, where: Where) -> Iterator[Fault]:
    factors = rule.factor.values.values() if rule.factor else ()
    scale = (("scale", number) for number in rule.scale)
    for key, number in (("multiply", rule.multiply), ("true_from", rule.true_from), *scale):
        if number is not None and not is_exact(number):
            yield Fault((*where, key), clause("mapping-not-a-number", number=number))
    for number in factors:
        if not is_exact(number):
            yield Fault((*where, "factor"), clause("mapping-not-a-number", number=number))


def is_exact(number: int | str) -> bool:
    """Whether it is an integer, or a plain decimal as the mapping writes it."""
    return re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", str(number)) is not None


def _join_faults(rule: ColumnRule, where: Where) -> Iterator[Fault]:
    for part in rule.join:
        if part.startswith("#") and part not in TOKENS:
            yield Fault((*where, "join"), clause("mapping-token-unknown", part=part, tokens=TOKENS))
    if rule.extract and not is_pattern(rule.extract):
        yield Fault((*where, "extract"), clause("mapping-extract-pattern"))


def _conditions_faults(conditions: tuple[Condition, ...], where: Where) -> Iterator[Fault]:
    for number, condition in enumerate(conditions):
        tests = condition.model_fields_set - {"column", "optional", "name"}
        if len(tests) != 1:
            yield Fault(
                (*where, number, "column"),
                clause("mapping-one-condition"),
            )
        for key, bound in (("below", condition.below), ("above", condition.above)):
            if not (bound is None or isinstance(bound, date) or is_exact(bound)):
                yield Fault(
                    (*where, number, key),
                    clause("mapping-bound-unreadable", bound=bound),
                )
