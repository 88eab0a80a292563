"""What a pivot remembers of its table: the fields, their shared values, and every record."""

# pyright: reportMissingTypeStubs=false, reportAttributeAccessIssue=false
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false
# lxml ships no stubs.

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from lxml import etree

from reports.workbook.model import Pivot, Scalar, Table
from reports.workbook.render.pivot_xml import RELATIONS, flag, held, node, root

_LONG = 255
Lines = Sequence[Sequence[Scalar]]
"""The table's content without its header."""
Ordered = TypeVar("Ordered", date, float)


def _shared(pivot: Pivot) -> dict[int, tuple[str, ...]]:
    """By column of the table: the values that cells refer to by number."""
    return {field.column: field.items for field in (pivot.rows, pivot.columns, *pivot.filters)}


def cache_definition(pivot: Pivot, table: Table, lines: Lines) -> etree._Element:
    shared = _shared(pivot)
    fields = [
        node(
            "cacheField",
            {"name": held(header), "numFmtId": 0},
            [_shared_items(shared[column]) if column in shared else _kinds(lines, column)],
        )
        for column, header in enumerate(table.headers)
    ]
    source = node("worksheetSource", {"name": held(pivot.table)})
    told = {
        f"{{{RELATIONS}}}id": "rId1",
        "refreshOnLoad": 1,
        "createdVersion": 6,
        "refreshedVersion": 6,
        "minRefreshableVersion": 3,
        "recordCount": len(lines),
    }
    return root(
        "pivotCacheDefinition",
        told,
        [
            node("cacheSource", {"type": "worksheet"}, [source]),
            node("cacheFields", {"count": len(fields)}, fields),
        ],
    )


def _shared_items(items: Sequence[str]) -> etree._Element:
    told = {"longText": flag(any(len(text) > _LONG for text in items)), "count": len(items)}
    return node("sharedItems", told, [node("s", {"v": held(text)}) for text in items])


def _denied(is_so: bool) -> str | None:
    """An attribute that is so by default, and has to be denied."""
    return None if is_so else "0"


def _kinds(lines: Lines, column: int) -> etree._Element:
    """What kinds of values a column holds, as the format wants it told."""
    values = [line[column] for line in lines]
    texts = [value for value in values if isinstance(value, str) and value]
    days = [value for value in values if isinstance(value, date)]
    numbers = [float(value) for value in values if isinstance(value, int | float)]
    counts = _Kinds(len(texts), len(days), len(numbers), len(values))
    told = {
        **_presence(counts),
        "longText": flag(any(len(text) > _LONG for text in texts)),
        **_limits("minValue", "maxValue", [repr(number) for number in _ends(numbers)]),
        **_limits("minDate", "maxDate", [_instant(day) for day in _ends(days)]),
    }
    return node("sharedItems", told)


@dataclass(frozen=True)
class _Kinds:
    """How many values of each kind a column holds."""

    texts: int
    days: int
    numbers: int
    values: int

    @property
    def has_blank(self) -> bool:
        return self.values > self.texts + self.measured

    @property
    def measured(self) -> int:
        return self.days + self.numbers


def _presence(counts: _Kinds) -> dict[str, str | None]:
    """Which kinds there are; what is so by default is denied where it is not."""
    has_other = bool(counts.texts or counts.numbers)
    return {
        "containsSemiMixedTypes": _denied(counts.has_blank or counts.texts > 0),
        "containsNonDate": _denied(has_other or not counts.days),
        "containsDate": flag(counts.days > 0),
        "containsString": _denied(counts.texts > 0 or not counts.measured),
        "containsBlank": flag(counts.has_blank),
        "containsMixedTypes": flag(counts.texts > 0 and counts.measured > 0),
        "containsNumber": flag(counts.numbers > 0),
    }


def _ends(values: Sequence[Ordered]) -> tuple[Ordered, ...]:
    """The least and the greatest, where there is any."""
    return (min(values), max(values)) if values else ()


def _limits(least: str, greatest: str, ends: Sequence[str]) -> dict[str, str]:
    return dict(zip((least, greatest), ends, strict=False))


def _instant(day: date) -> str:
    return f"{day:%Y-%m-%d}T00:00:00"


def cache_records(pivot: Pivot, lines: Lines) -> etree._Element:
    numbers = {
        column: {text.casefold(): number for number, text in enumerate(items)}
        for column, items in _shared(pivot).items()
    }
    rows = [
        node("r", {}, [_record(numbers.get(place), value) for place, value in enumerate(line)])
        for line in lines
    ]
    return root("pivotCacheRecords", {"count": len(lines)}, rows)


def _record(numbers: Mapping[str, int] | None, value: Scalar) -> etree._Element:
    """A value, or the number under which its column's shared values have it."""
    if numbers is not None:
        return node("x", {"v": numbers[str(value).casefold()]})
    if value is None or value == "":
        return node("m", {})
    if isinstance(value, date):
        return node("d", {"v": _instant(value)})
    if isinstance(value, int | float):
        return node("n", {"v": repr(value)})
    return node("s", {"v": held(value)})
