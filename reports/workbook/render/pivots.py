"""Native pivot tables: a pass over the finished package adds the parts the writer has none of.

The values are in the sheet's cells already; a reader that knows pivots refreshes them on opening.
"""

# pyright: reportMissingTypeStubs=false, reportAttributeAccessIssue=false
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false
# lxml ships no stubs.

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from lxml import etree

from reports.workbook.formulas.address import span
from reports.workbook.model import Area, Pivot, PivotField, Scalar, Sheet, Table, Workbook

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BUILT_IN_FORMATS = {0: 3, 2: 4}
"""Ids of `#,##0` and `#,##0.00`, by decimals."""
_ESCAPED = re.compile(r"_x[0-9a-fA-F]{4}_")
_UNHELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONG = 255
_PLAIN = {"compact": "0", "outline": "0", "showAll": "0"}
_PARTS = {
    "pivotCacheDefinition": "pivotCaches/pivotCacheDefinition",
    "pivotCacheRecords": "pivotCaches/pivotCacheRecords",
    "pivotTable": "pivotTables/pivotTable",
}
"""Where the three parts of a pivot stand, by their kind."""


Ordered = TypeVar("Ordered", date, float)


@dataclass(frozen=True)
class _Placed:
    """A pivot with its number in the package and the table it stands on."""

    pivot: Pivot
    number: int
    sheet_number: int
    table: Table
    lines: Sequence[Sequence[Scalar]]


def with_pivots(parts: Mapping[str, bytes], workbook: Workbook) -> dict[str, bytes]:
    """The package's parts with those of every pivot."""
    found = dict(parts)
    for item in _placed(workbook):
        found |= _parts(item) | _mentions(item, found)
    return found


def _placed(workbook: Workbook) -> Iterable[_Placed]:
    tables = {table.name: (sheet, table) for sheet in workbook.sheets for table in sheet.tables}
    number = 0
    for sheet_number, sheet in enumerate(workbook.sheets, start=1):
        for pivot in sheet.pivots:
            number += 1
            source, table = tables[pivot.table]
            yield _Placed(pivot, number, sheet_number, table, _lines(source, table.area))


def _lines(sheet: Sheet, area: Area) -> list[list[Scalar]]:
    """The table's content without its header."""
    held = {(cell.row, cell.column): cell.value for cell in sheet.cells}
    columns = range(area.first_column, area.last_column + 1)
    rows = range(area.first_row + 1, area.last_row + 1)
    return [[held.get((row, column)) for column in columns] for row in rows]


def _parts(item: _Placed) -> dict[str, bytes]:
    """The three parts of a pivot, and what links them."""
    number = item.number
    definition, records, table = (f"{path}{number}.xml" for path in _PARTS.values())
    roots = {
        f"xl/{definition}": _definition(item),
        f"xl/{_relations_of(definition)}": _relations(
            _relation("rId1", "pivotCacheRecords", f"pivotCacheRecords{number}.xml")
        ),
        f"xl/{records}": _records(item),
        f"xl/{table}": _table(item),
        f"xl/{_relations_of(table)}": _relations(
            _relation("rId1", "pivotCacheDefinition", f"../{definition}")
        ),
    }
    return {name: _written(root) for name, root in roots.items()}


def _mentions(item: _Placed, parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts that have to name the new ones."""
    number, key = item.number, f"rIdPivot{item.number}"
    types = etree.fromstring(parts["[Content_Types].xml"])
    for kind, path in _PARTS.items():
        named = {"PartName": f"/xl/{path}{number}.xml", "ContentType": f"{_TYPE}.{kind}+xml"}
        etree.SubElement(types, f"{{{_TYPES}}}Override", named)
    links = etree.fromstring(parts["xl/_rels/workbook.xml.rels"])
    definition = f"{_PARTS['pivotCacheDefinition']}{number}.xml"
    links.append(_relation(key, "pivotCacheDefinition", definition))
    page = f"xl/worksheets/{_relations_of(f'sheet{item.sheet_number}.xml')}"
    page_links = etree.fromstring(parts[page]) if page in parts else _relations()
    page_links.append(_relation(key, "pivotTable", f"../{_PARTS['pivotTable']}{number}.xml"))
    return {
        "[Content_Types].xml": _written(types),
        "xl/workbook.xml": _written(_with_cache(parts["xl/workbook.xml"], number, key)),
        "xl/_rels/workbook.xml.rels": _written(links),
        page: _written(page_links),
    }


def _with_cache(workbook: bytes, number: int, key: str) -> etree._Element:
    """The workbook's part, naming one more pivot cache."""
    book = etree.fromstring(workbook)
    caches = book.find(f"{{{_MAIN}}}pivotCaches")
    if caches is None:
        caches = etree.SubElement(book, f"{{{_MAIN}}}pivotCaches")
    named = {"cacheId": str(number), f"{{{_RELATIONS}}}id": key}
    etree.SubElement(caches, f"{{{_MAIN}}}pivotCache", named)
    return book


def _relations_of(part: str) -> str:
    folder, slash, name = part.rpartition("/")
    return f"{folder}{slash}_rels/{name}.rels"


def _relations(*items: etree._Element) -> etree._Element:
    root = etree.Element(f"{{{_PACKAGE}}}Relationships", nsmap={None: _PACKAGE})
    root.extend(items)
    return root


def _relation(key: str, kind: str, target: str) -> etree._Element:
    told = {"Id": key, "Type": f"{_RELATIONS}/{kind}", "Target": target}
    return etree.Element(f"{{{_PACKAGE}}}Relationship", told, nsmap={None: _PACKAGE})


def _node(
    tag: str, told: Mapping[str, object], children: Iterable[etree._Element] = ()
) -> etree._Element:
    """An element; attributes that are None are left out."""
    attributes = {name: str(value) for name, value in told.items() if value is not None}
    node = etree.Element(f"{{{_MAIN}}}{tag}", attributes, nsmap={None: _MAIN})
    node.extend(children)
    return node


def _root(
    tag: str, told: Mapping[str, object], children: Iterable[etree._Element]
) -> etree._Element:
    """A part's outermost element, which may name relations."""
    attributes = {name: str(value) for name, value in told.items()}
    root = etree.Element(f"{{{_MAIN}}}{tag}", attributes, nsmap={None: _MAIN, "r": _RELATIONS})
    root.extend(children)
    return root


def _written(root: etree._Element) -> bytes:
    return (_HEAD + etree.tostring(root, encoding="unicode")).encode()


def _held(text: str) -> str:
    """A text as attributes have it. Characters that XML cannot hold are written as Office does:
    _x000B_."""
    literal = _ESCAPED.sub(r"_x005F\g<0>", text)
    return _UNHELD.sub(lambda found: f"_x{ord(found.group()):04X}_", literal)


def _shared(pivot: Pivot) -> dict[int, tuple[str, ...]]:
    """By column of the table: the values that cells refer to by number."""
    return {field.column: field.items for field in (pivot.rows, pivot.columns, pivot.filter)}


def _definition(item: _Placed) -> etree._Element:
    shared = _shared(item.pivot)
    fields = [
        _node(
            "cacheField",
            {"name": _held(header), "numFmtId": 0},
            [_shared_items(shared[column]) if column in shared else _kinds(item.lines, column)],
        )
        for column, header in enumerate(item.table.headers)
    ]
    source = _node("worksheetSource", {"name": _held(item.pivot.table)})
    told = {
        f"{{{_RELATIONS}}}id": "rId1",
        "refreshOnLoad": 1,
        "createdVersion": 6,
        "refreshedVersion": 6,
        "minRefreshableVersion": 3,
        "recordCount": len(item.lines),
    }
    return _root(
        "pivotCacheDefinition",
        told,
        [
            _node("cacheSource", {"type": "worksheet"}, [source]),
            _node("cacheFields", {"count": len(fields)}, fields),
        ],
    )


def _shared_items(items: Sequence[str]) -> etree._Element:
    told = {"longText": _flag(any(len(text) > _LONG for text in items)), "count": len(items)}
    return _node("sharedItems", told, [_node("s", {"v": _held(text)}) for text in items])


def _flag(is_so: bool) -> str | None:
    """An attribute that is left out where it is not so."""
    return "1" if is_so else None


def _denied(is_so: bool) -> str | None:
    """An attribute that is so by default, and has to be denied."""
    return None if is_so else "0"


def _kinds(lines: Sequence[Sequence[Scalar]], column: int) -> etree._Element:
    """What kinds of values a column holds, as the format wants it told."""
    values = [line[column] for line in lines]
    texts = [value for value in values if isinstance(value, str) and value]
    days = [value for value in values if isinstance(value, date)]
    numbers = [float(value) for value in values if isinstance(value, int | float)]
    held = _Held(len(texts), len(days), len(numbers), len(values))
    told = {
        **_presence(held),
        "longText": _flag(any(len(text) > _LONG for text in texts)),
        **_limits("minValue", "maxValue", [repr(number) for number in _ends(numbers)]),
        **_limits("minDate", "maxDate", [_instant(day) for day in _ends(days)]),
    }
    return _node("sharedItems", told)


@dataclass(frozen=True)
class _Held:
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


def _presence(held: _Held) -> dict[str, str | None]:
    """Which kinds there are; what is so by default is denied where it is not."""
    has_other = bool(held.texts or held.numbers)
    return {
        "containsSemiMixedTypes": _denied(held.has_blank or held.texts > 0),
        "containsNonDate": _denied(has_other or not held.days),
        "containsDate": _flag(held.days > 0),
        "containsString": _denied(held.texts > 0 or not held.measured),
        "containsBlank": _flag(held.has_blank),
        "containsMixedTypes": _flag(held.texts > 0 and held.measured > 0),
        "containsNumber": _flag(held.numbers > 0),
    }


def _ends(values: Sequence[Ordered]) -> tuple[Ordered, ...]:
    """The least and the greatest, where there is any."""
    return (min(values), max(values)) if values else ()


def _limits(least: str, greatest: str, ends: Sequence[str]) -> dict[str, str]:
    return dict(zip((least, greatest), ends, strict=False))


def _instant(day: date) -> str:
    return f"{day:%Y-%m-%d}T00:00:00"


def _records(item: _Placed) -> etree._Element:
    numbers = {
        column: {text.casefold(): number for number, text in enumerate(items)}
        for column, items in _shared(item.pivot).items()
    }
    rows = [
        _node("r", {}, [_record(numbers.get(place), value) for place, value in enumerate(line)])
        for line in item.lines
    ]
    return _root("pivotCacheRecords", {"count": len(item.lines)}, rows)


def _record(numbers: Mapping[str, int] | None, value: Scalar) -> etree._Element:
    """A value, or the number under which its column's shared values have it."""
    if numbers is not None:
        return _node("x", {"v": numbers[str(value).casefold()]})
    if value is None or value == "":
        return _node("m", {})
    if isinstance(value, date):
        return _node("d", {"v": _instant(value)})
    if isinstance(value, int | float):
        return _node("n", {"v": repr(value)})
    return _node("s", {"v": _held(value)})


_TABLE_LOOK = {
    "applyNumberFormats": 0,
    "applyBorderFormats": 0,
    "applyFontFormats": 0,
    "applyPatternFormats": 0,
    "applyAlignmentFormats": 0,
    "applyWidthHeightFormats": 1,
}
_TABLE_KIND = {
    "updatedVersion": 6,
    "minRefreshableVersion": 3,
    "useAutoFormatting": 0,
    "rowGrandTotals": 0,
    "colGrandTotals": 0,
    "itemPrintTitles": 1,
    "createdVersion": 6,
    "indent": 0,
    "compact": 0,
    "compactData": 0,
    "gridDropZones": 0,
}
_PLACE = {
    "firstHeaderRow": 1,
    "firstDataRow": 2,
    "firstDataCol": 1,
    "rowPageCount": 1,
    "colPageCount": 1,
}
_STYLE = {
    "name": "PivotStyleLight16",
    "showRowHeaders": 1,
    "showColHeaders": 1,
    "showRowStripes": 0,
    "showColStripes": 0,
    "showLastColumn": 1,
}


def _table(item: _Placed) -> etree._Element:
    pivot, caption = item.pivot, _held(item.pivot.data_caption)
    fields = [_field(pivot, column) for column in range(len(item.table.headers))]
    named = {"name": _held(pivot.name), "cacheId": item.number}
    summed = {
        "name": caption,
        "fld": pivot.data_column,
        "baseField": 0,
        "baseItem": 0,
        "numFmtId": _BUILT_IN_FORMATS.get(pivot.decimals),
    }
    page = _node("pageField", {"fld": pivot.filter.column, "hier": -1})
    return _node(
        "pivotTableDefinition",
        {**named, **_TABLE_LOOK, "dataCaption": caption, **_TABLE_KIND},
        [
            _node("location", {"ref": span(pivot.area), **_PLACE}),
            _node("pivotFields", {"count": len(fields)}, fields),
            _node("rowFields", {"count": 1}, [_node("field", {"x": pivot.rows.column})]),
            _axis("rowItems", pivot.rows),
            _node("colFields", {"count": 1}, [_node("field", {"x": pivot.columns.column})]),
            _axis("colItems", pivot.columns),
            _node("pageFields", {"count": 1}, [page]),
            _node("dataFields", {"count": 1}, [_node("dataField", summed)]),
            _node("pivotTableStyleInfo", _STYLE),
        ],
    )


def _field(pivot: Pivot, column: int) -> etree._Element:
    axes = {
        pivot.rows.column: ("axisRow", pivot.rows),
        pivot.columns.column: ("axisCol", pivot.columns),
        pivot.filter.column: ("axisPage", pivot.filter),
    }
    if column not in axes:
        return _node("pivotField", {"dataField": _flag(column == pivot.data_column), **_PLAIN})
    axis, field = axes[column]
    items = [_node("item", {"x": number}) for number in range(len(field.items))]
    items.append(_node("item", {"t": "default"}))
    return _node(
        "pivotField", {"axis": axis, **_PLAIN}, [_node("items", {"count": len(items)}, items)]
    )


def _axis(name: str, field: PivotField) -> etree._Element:
    items = [
        _node("i", {}, [_node("x", {"v": number or None})]) for number in range(len(field.items))
    ]
    return _node(name, {"count": len(items)}, items)
