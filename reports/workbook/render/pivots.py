"""Native pivot tables: a pass over the finished package adds the parts the writer has none of.

The values are in the sheet's cells already; a reader that knows pivots refreshes them on opening.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import quoteattr

from reports.workbook.formulas.address import span
from reports.workbook.model import Area, Pivot, PivotField, Scalar, Sheet, Table, Workbook

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BUILT_IN_FORMATS = {0: 3, 2: 4}
"""Ids of `#,##0` and `#,##0.00`, by decimals."""
_ESCAPED = re.compile(r"_x[0-9a-fA-F]{4}_")
_UNHELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONG = 255
_PLAIN = 'compact="0" outline="0" showAll="0"'


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
    texts = {
        f"xl/pivotCaches/pivotCacheDefinition{number}.xml": _definition(item),
        f"xl/pivotCaches/_rels/pivotCacheDefinition{number}.xml.rels": _relations(
            _relation("rId1", "pivotCacheRecords", f"pivotCacheRecords{number}.xml")
        ),
        f"xl/pivotCaches/pivotCacheRecords{number}.xml": _records(item),
        f"xl/pivotTables/pivotTable{number}.xml": _table(item),
        f"xl/pivotTables/_rels/pivotTable{number}.xml.rels": _relations(
            _relation(
                "rId1", "pivotCacheDefinition", f"../pivotCaches/pivotCacheDefinition{number}.xml"
            )
        ),
    }
    return {name: (_HEAD + text).encode() for name, text in texts.items()}


def _mentions(item: _Placed, parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts that have to name the new ones."""
    number, key = item.number, f"rIdPivot{item.number}"
    types = "".join(
        f'<Override PartName="/xl/{path}{number}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for path, kind in (
            ("pivotCaches/pivotCacheDefinition", "pivotCacheDefinition"),
            ("pivotCaches/pivotCacheRecords", "pivotCacheRecords"),
            ("pivotTables/pivotTable", "pivotTable"),
        )
    )
    cache = _relation(key, "pivotCacheDefinition", f"pivotCaches/pivotCacheDefinition{number}.xml")
    table = _relation(key, "pivotTable", f"../pivotTables/pivotTable{number}.xml")
    page = f"xl/worksheets/_rels/sheet{item.sheet_number}.xml.rels"
    named = f'<pivotCache cacheId="{number}" r:id="{key}"/>'
    book = parts["xl/workbook.xml"].decode()
    is_first = "</pivotCaches>" not in book
    added = f"<pivotCaches>{named}</pivotCaches></workbook>" if is_first else named
    before = "</workbook>" if is_first else "</pivotCaches>"
    book = book.replace(before, added if is_first else f"{named}{before}")
    return {
        "[Content_Types].xml": _before(parts["[Content_Types].xml"], "</Types>", types),
        "xl/workbook.xml": book.encode(),
        "xl/_rels/workbook.xml.rels": _before(
            parts["xl/_rels/workbook.xml.rels"], "</Relationships>", cache
        ),
        page: _before(
            parts.get(page, (_HEAD + _relations("")).encode()), "</Relationships>", table
        ),
    }


def _before(part: bytes, end: str, added: str) -> bytes:
    return part.decode().replace(end, added + end).encode()


def _relations(inner: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}">{inner}</Relationships>'


def _relation(key: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{key}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'


def _attribute(text: str) -> str:
    """A text in quotes. Characters that XML cannot hold are written as Office does: _x000B_."""
    literal = _ESCAPED.sub(r"_x005F\g<0>", text)
    held = _UNHELD.sub(lambda found: f"_x{ord(found.group()):04X}_", literal)
    return quoteattr(held)


def _shared(pivot: Pivot) -> dict[int, tuple[str, ...]]:
    """By column of the table: the values that cells refer to by number."""
    return {field.column: field.items for field in (pivot.rows, pivot.columns, pivot.filter)}


def _definition(item: _Placed) -> str:
    shared = _shared(item.pivot)
    fields = "".join(
        f'<cacheField name={_attribute(header)} numFmtId="0">'
        f"{_shared_items(shared[column]) if column in shared else _kinds(item.lines, column)}"
        "</cacheField>"
        for column, header in enumerate(item.table.headers)
    )
    return (
        f'<pivotCacheDefinition xmlns="{_MAIN}" xmlns:r="{_RELATIONS}" r:id="rId1" '
        'refreshOnLoad="1" createdVersion="6" refreshedVersion="6" minRefreshableVersion="3" '
        f'recordCount="{len(item.lines)}"><cacheSource type="worksheet">'
        f"<worksheetSource name={_attribute(item.pivot.table)}/></cacheSource>"
        f'<cacheFields count="{len(item.table.headers)}">{fields}</cacheFields>'
        "</pivotCacheDefinition>"
    )


def _shared_items(items: Sequence[str]) -> str:
    inner = "".join(f"<s v={_attribute(text)}/>" for text in items)
    long = ' longText="1"' if any(len(text) > _LONG for text in items) else ""
    return f'<sharedItems{long} count="{len(items)}">{inner}</sharedItems>'


def _kinds(lines: Sequence[Sequence[Scalar]], column: int) -> str:
    """What kinds of values a column holds, as the format wants it told."""
    values = [line[column] for line in lines]
    has_blank = any(value is None or value == "" for value in values)
    has_text = any(isinstance(value, str) and value for value in values)
    days = [value for value in values if isinstance(value, date)]
    numbers = [float(value) for value in values if isinstance(value, int | float)]
    told = {
        "containsSemiMixedTypes": None if has_blank or has_text else "0",
        "containsNonDate": None if has_text or numbers or not days else "0",
        "containsDate": "1" if days else None,
        "containsString": None if has_text or not (days or numbers) else "0",
        "containsBlank": "1" if has_blank else None,
        "containsMixedTypes": "1" if has_text and (days or numbers) else None,
        "containsNumber": "1" if numbers else None,
        "longText": "1" if any(isinstance(v, str) and len(v) > _LONG for v in values) else None,
    }
    if numbers:
        told |= {"minValue": repr(min(numbers)), "maxValue": repr(max(numbers))}
    if days:
        told |= {"minDate": _instant(min(days)), "maxDate": _instant(max(days))}
    attributes = "".join(f' {name}="{value}"' for name, value in told.items() if value is not None)
    return f"<sharedItems{attributes}/>"


def _instant(day: date) -> str:
    return f"{day:%Y-%m-%d}T00:00:00"


def _records(item: _Placed) -> str:
    numbers = {
        column: {text.casefold(): number for number, text in enumerate(items)}
        for column, items in _shared(item.pivot).items()
    }
    rows = "".join(
        "<r>"
        + "".join(
            f'<x v="{numbers[column][str(value).casefold()]}"/>'
            if column in numbers
            else _record(value)
            for column, value in enumerate(line)
        )
        + "</r>"
        for line in item.lines
    )
    return (
        f'<pivotCacheRecords xmlns="{_MAIN}" xmlns:r="{_RELATIONS}" count="{len(item.lines)}">'
        f"{rows}</pivotCacheRecords>"
    )


def _record(value: Scalar) -> str:
    if value is None or value == "":
        return "<m/>"
    if isinstance(value, date):
        return f'<d v="{_instant(value)}"/>'
    if isinstance(value, int | float):
        return f'<n v="{value!r}"/>'
    return f"<s v={_attribute(value)}/>"


def _table(item: _Placed) -> str:
    pivot = item.pivot
    fields = "".join(_field(pivot, column) for column in range(len(item.table.headers)))
    number_format = _BUILT_IN_FORMATS.get(pivot.decimals)
    shown = "" if number_format is None else f' numFmtId="{number_format}"'
    return (
        f'<pivotTableDefinition xmlns="{_MAIN}" name={_attribute(pivot.name)} '
        f'cacheId="{item.number}" applyNumberFormats="0" applyBorderFormats="0" '
        'applyFontFormats="0" applyPatternFormats="0" applyAlignmentFormats="0" '
        f'applyWidthHeightFormats="1" dataCaption={_attribute(pivot.data_caption)} '
        'updatedVersion="6" minRefreshableVersion="3" useAutoFormatting="0" '
        'rowGrandTotals="0" colGrandTotals="0" '
        'itemPrintTitles="1" createdVersion="6" indent="0" compact="0" compactData="0" '
        'gridDropZones="0">'
        f'<location ref="{span(pivot.area)}" firstHeaderRow="1" firstDataRow="2" '
        'firstDataCol="1" rowPageCount="1" colPageCount="1"/>'
        f'<pivotFields count="{len(item.table.headers)}">{fields}</pivotFields>'
        f'<rowFields count="1"><field x="{pivot.rows.column}"/></rowFields>'
        f"{_axis('rowItems', pivot.rows)}"
        f'<colFields count="1"><field x="{pivot.columns.column}"/></colFields>'
        f"{_axis('colItems', pivot.columns)}"
        f'<pageFields count="1"><pageField fld="{pivot.filter.column}" hier="-1"/></pageFields>'
        f'<dataFields count="1"><dataField name={_attribute(pivot.data_caption)} '
        f'fld="{pivot.data_column}" baseField="0" baseItem="0"{shown}/></dataFields>'
        '<pivotTableStyleInfo name="PivotStyleLight16" showRowHeaders="1" showColHeaders="1" '
        'showRowStripes="0" showColStripes="0" showLastColumn="1"/>'
        "</pivotTableDefinition>"
    )


def _field(pivot: Pivot, column: int) -> str:
    axes = {
        pivot.rows.column: ("axisRow", pivot.rows),
        pivot.columns.column: ("axisCol", pivot.columns),
        pivot.filter.column: ("axisPage", pivot.filter),
    }
    if column not in axes:
        data = ' dataField="1"' if column == pivot.data_column else ""
        return f"<pivotField{data} {_PLAIN}/>"
    axis, field = axes[column]
    items = "".join(f'<item x="{number}"/>' for number in range(len(field.items)))
    return (
        f'<pivotField axis="{axis}" {_PLAIN}><items count="{len(field.items) + 1}">{items}'
        '<item t="default"/></items></pivotField>'
    )


def _axis(name: str, field: PivotField) -> str:
    items = "".join(
        f'<i><x v="{number}"/></i>' if number else "<i><x/></i>"
        for number in range(len(field.items))
    )
    return f'<{name} count="{len(field.items)}">{items}</{name}>'
