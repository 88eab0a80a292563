"""Days whose day and month could be swapped, and that nothing in a delivery tells: one sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from messages.clause import Clause, clause
from sources.errors import UnreadableExportError
from sources.landing.landing import Delivery
from sources.landing.recognised import recognised_entries
from sources.mapping.grammar import ColumnRule, FileMapping, SourceMapping
from sources.readers.opened import ExportFile
from sources.readers.rows import file_records
from sources.values.dates import DayOrder
from sources.values.parse import Parsing
from transforms.tables import TABLES, Kind


@dataclass
class _Found:
    """What a source's files say of a format and the one the other way round."""

    files: set[str] = field(default_factory=set)
    example: str = ""
    read: str = ""
    """The day that the example was read as."""
    is_first: bool = False
    is_other: bool = False


def swapped_days(
    delivery: Delivery, mappings: Sequence[SourceMapping], zone: str
) -> Iterator[Clause]:
    """What to tell of each source whose mapping leaves the order of day and month to the files,
    where some file does not say it and the others do not all agree with what was taken."""
    by_source = {mapping.source: mapping for mapping in mappings}
    found: dict[tuple[str, str], _Found] = {}
    for export in delivery.exports:
        mapping = by_source.get(export.source)
        if mapping is None or export.fault:
            continue
        path = export.path_in_delivery
        for entry in recognised_entries(mapping, path, export.archive_path):
            file = ExportFile(export.source, path, export.archive_path, entry, mapping.path.name)
            for order, words in _orders(file, zone):
                of_format = found.setdefault((export.source, order.written), _Found())
                of_format.is_first |= order.is_first
                of_format.is_other |= order.is_other
                if order.is_open:
                    of_format.files.add(path)
                    at = int(order.swappable.to_numpy().argmax())
                    of_format.example = of_format.example or words[at]
                    of_format.read = of_format.read or f"{order.days[at]:%Y-%m-%d}"
    for (source, _), item in found.items():
        if item.files and (item.is_other or not item.is_first):
            yield clause(
                "export-days-swappable",
                source=source,
                count=len(item.files),
                example=item.example,
                read=item.read,
            )


def _orders(file: ExportFile, zone: str) -> Iterator[tuple[DayOrder, Sequence[str]]]:
    """Of each column of days or times, what its words say, with the words."""
    parsing = Parsing(file.entry, zone)
    is_open = file.entry.either_order and file.entry.format == "csv"
    rules = list(_dated(file.entry)) if is_open else []
    names = tuple(dict.fromkeys(name for rule in rules for name in rule.base_columns))
    if not names:
        return
    try:
        for records in file_records(file, names, ""):
            for rule in rules:
                for name in rule.base_columns:
                    words = records.column(name).words
                    for order in parsing.clock(rule).day_orders(words):
                        yield order, words
    except UnreadableExportError:  # reading it tells why
        return


def _dated(entry: FileMapping) -> Iterator[ColumnRule]:
    for table in entry.tables:
        kinds = TABLES[table.table].by_name
        for name, main in table.columns.items():
            if kinds[name].kind in {Kind.DATE, Kind.TIMESTAMP}:
                yield from main.rules
