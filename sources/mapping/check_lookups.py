"""What may be wrong where a mapping joins files: lookups of columns, and of whole objects."""

from collections.abc import Iterator

from messages.clause import clause
from sources.mapping.fault import Fault, Where, is_pattern, meant_of
from sources.mapping.grammar import FileMapping, MappingFile


def lookup_faults(mapping: MappingFile, entry: FileMapping, where: Where) -> Iterator[Fault]:
    """What is wrong with the lookups of an entry."""
    patterns = [item.pattern for item in mapping.files if item is not entry]
    for number, lookup in enumerate(entry.lookups):
        if bool(lookup.file) is bool(lookup.records):
            yield Fault((*where, number), clause("mapping-lookup-file-or-records"))
        elif lookup.records and entry.format != "json":
            yield Fault((*where, number, "records"), clause("mapping-records-of-json"))
        elif lookup.file and lookup.file not in patterns:
            meant = meant_of(lookup.file, patterns)
            yield Fault(
                (*where, number, "file"),
                clause("mapping-lookup-pattern-unknown", pattern=lookup.file, meant=meant),
            )
        elif lookup.extract and not is_pattern(lookup.extract):
            yield Fault((*where, number, "extract"), clause("mapping-extract-pattern"))


def named_faults(mapping: MappingFile, entry: FileMapping, where: Where) -> Iterator[Fault]:
    """What is wrong with the objects that an entry finds by their ids."""
    patterns = [
        item.pattern
        for item in mapping.files
        if item is not entry and item.format in {"json", "jsonl"}
    ]
    if entry.named and entry.format not in {"json", "jsonl"}:
        yield Fault(where, clause("mapping-named-of-json"))
    for name, pattern in entry.named.items():
        if pattern not in patterns:
            meant = meant_of(pattern, patterns)
            yield Fault(
                (*where, name),
                clause("mapping-lookup-pattern-unknown", pattern=pattern, meant=meant),
            )
