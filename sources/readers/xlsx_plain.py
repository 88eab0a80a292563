"""Workbooks as openpyxl reads them: transitional names, and number formats as their only style."""

from typing import BinaryIO, cast
from zipfile import ZIP_STORED, ZipFile

from openpyxl.xml.functions import fromstring, localname, tostring

# ISO/IEC 29500: each namespace of Strict Open XML and the transitional one that says the same.
_TRANSITIONAL = {
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/"
    ),
}
_NUMBER_FORMATS = ("numFmts", "cellXfs")


def plain_workbook(stream: BinaryIO, plain: BinaryIO) -> None:
    """Writes the workbook again with all of its cells and none of its looks.

    Fonts, fills, borders and properties hold no data, and are what programs write wrongly; number
    formats stay, they tell dates from numbers. Raises what broken archives and XML raise.
    """
    with ZipFile(stream) as before, ZipFile(plain, "w", ZIP_STORED) as after:
        for name in before.namelist():
            if name.startswith("docProps/"):
                continue
            content = before.read(name)
            for strict, transitional in _TRANSITIONAL.items():
                content = content.replace(strict, transitional)
            is_style = name.lower().endswith("/styles.xml")
            after.writestr(name, _number_formats(content) if is_style else content)
    plain.seek(0)


def _number_formats(styles: bytes) -> bytes:
    root = fromstring(styles)
    for part in list(root):
        if localname(part) not in _NUMBER_FORMATS:
            root.remove(part)
        elif localname(part) == "cellXfs":
            for style in part:
                number_format = style.get("numFmtId", "0")
                style.clear()
                style.set("numFmtId", number_format)
    return cast(bytes, tostring(root))  # openpyxl's stub says str
