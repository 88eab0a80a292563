"""Native pivot tables: a pass over the finished package adds the parts the writer has none of.

The values are in the sheet's cells already; a reader that knows pivots refreshes them on opening.
"""

# pyright: reportMissingTypeStubs=false, reportAttributeAccessIssue=false
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false
# lxml ships no stubs.

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from reports.workbook.formulas.address import span
from reports.workbook.model import Area, Pivot, PivotField, Sheet, Table, Workbook
from reports.workbook.render.pivot_cache import Lines, cache_definition, cache_records
from reports.workbook.render.pivot_xml import MAIN, RELATIONS, flag, held, node, written

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_BUILT_IN_FORMATS = {0: 3, 2: 4}
"""Ids of `#,##0` and `#,##0.00`, by decimals."""
_PLAIN = {"compact": "0", "outline": "0", "showAll": "0"}
_PARTS = {
    "pivotCacheDefinition": "pivotCaches/pivotCacheDefinition",
    "pivotCacheRecords": "pivotCaches/pivotCacheRecords",
    "pivotTable": "pivotTables/pivotTable",
}
"""Where the three parts of a pivot stand, by their kind."""


@dataclass(frozen=True)
class _Placed:
    """A pivot with its number in the package and the table it stands on."""

    pivot: Pivot
    number: int
    sheet_number: int
    table: Table
    lines: Lines


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


def _lines(sheet: Sheet, area: Area) -> Lines:
    """The table's content without its header."""
    found = {(cell.row, cell.column): cell.value for cell in sheet.cells}
    columns = range(area.first_column, area.last_column + 1)
    rows = range(area.first_row + 1, area.last_row + 1)
    return [[found.get((row, column)) for column in columns] for row in rows]


def _parts(item: _Placed) -> dict[str, bytes]:
    """The three parts of a pivot, and what links them."""
    number = item.number
    definition, records, table = (f"{path}{number}.xml" for path in _PARTS.values())
    roots = {
        f"xl/{definition}": cache_definition(item.pivot, item.table, item.lines),
        f"xl/{_relations_of(definition)}": _relations(
            _relation("rId1", "pivotCacheRecords", f"pivotCacheRecords{number}.xml")
        ),
        f"xl/{records}": cache_records(item.pivot, item.lines),
        f"xl/{table}": _table(item),
        f"xl/{_relations_of(table)}": _relations(
            _relation("rId1", "pivotCacheDefinition", f"../{definition}")
        ),
    }
    return {name: written(part) for name, part in roots.items()}


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
        "[Content_Types].xml": written(types),
        "xl/workbook.xml": written(_with_cache(parts["xl/workbook.xml"], number, key)),
        "xl/_rels/workbook.xml.rels": written(links),
        page: written(page_links),
    }


def _with_cache(workbook: bytes, number: int, key: str) -> etree._Element:
    """The workbook's part, naming one more pivot cache."""
    book = etree.fromstring(workbook)
    caches = book.find(f"{{{MAIN}}}pivotCaches")
    if caches is None:
        caches = etree.SubElement(book, f"{{{MAIN}}}pivotCaches")
    named = {"cacheId": str(number), f"{{{RELATIONS}}}id": key}
    etree.SubElement(caches, f"{{{MAIN}}}pivotCache", named)
    return book


def _relations_of(part: str) -> str:
    folder, slash, name = part.rpartition("/")
    return f"{folder}{slash}_rels/{name}.rels"


def _relations(*items: etree._Element) -> etree._Element:
    links = etree.Element(f"{{{_PACKAGE}}}Relationships", nsmap={None: _PACKAGE})
    links.extend(items)
    return links


def _relation(key: str, kind: str, target: str) -> etree._Element:
    told = {"Id": key, "Type": f"{RELATIONS}/{kind}", "Target": target}
    return etree.Element(f"{{{_PACKAGE}}}Relationship", told, nsmap={None: _PACKAGE})


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
    # The row below stays, products added up; the right-hand column would add currencies.
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
    pivot, caption = item.pivot, held(item.pivot.data_caption)
    fields = [_field(pivot, column) for column in range(len(item.table.headers))]
    named = {"name": held(pivot.name), "cacheId": item.number}
    summed = {
        "name": caption,
        "fld": pivot.data_column,
        "baseField": 0,
        "baseItem": 0,
        "numFmtId": _BUILT_IN_FORMATS.get(pivot.decimals),
    }
    pages = [node("pageField", {"fld": kept.column, "hier": -1}) for kept in pivot.filters]
    counted = {"rowPageCount": len(pages), "colPageCount": 1}
    return node(
        "pivotTableDefinition",
        {**named, **_TABLE_LOOK, "dataCaption": caption, **_TABLE_KIND},
        [
            node("location", {"ref": span(pivot.area), **_PLACE, **counted}),
            node("pivotFields", {"count": len(fields)}, fields),
            node("rowFields", {"count": 1}, [node("field", {"x": pivot.rows.column})]),
            _axis("rowItems", pivot.rows, has_total=True),
            node("colFields", {"count": 1}, [node("field", {"x": pivot.columns.column})]),
            _axis("colItems", pivot.columns),
            node("pageFields", {"count": len(pages)}, pages),
            node("dataFields", {"count": 1}, [node("dataField", summed)]),
            node("pivotTableStyleInfo", _STYLE),
        ],
    )


def _field(pivot: Pivot, column: int) -> etree._Element:
    axes = {
        pivot.rows.column: ("axisRow", pivot.rows),
        pivot.columns.column: ("axisCol", pivot.columns),
        **{kept.column: ("axisPage", kept) for kept in pivot.filters},
    }
    if column not in axes:
        return node("pivotField", {"dataField": flag(column == pivot.data_column), **_PLAIN})
    axis, field = axes[column]
    items = [node("item", {"x": number}) for number in range(len(field.items))]
    items.append(node("item", {"t": "default"}))
    return node(
        "pivotField", {"axis": axis, **_PLAIN}, [node("items", {"count": len(items)}, items)]
    )


def _axis(name: str, field: PivotField, *, has_total: bool = False) -> etree._Element:
    items = [
        node("i", {}, [node("x", {"v": number or None})]) for number in range(len(field.items))
    ]
    if has_total:
        items.append(node("i", {"t": "grand"}, [node("x", {})]))
    return node(name, {"count": len(items)}, items)
