"""Elements of a presentation's XML, made by lxml: whatever a name holds is escaped."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pyright: reportAttributeAccessIssue=false
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false
# lxml ships no stubs.

from typing import Any

from lxml import etree
from lxml.builder import ElementMaker

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PRESENTATION = "http://schemas.openxmlformats.org/presentationml/2006/main"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

Element = Any
"""lxml's."""


def maker(namespace: str, **prefixes: str) -> Any:
    """What makes elements of a namespace, which has no prefix where none is named."""
    return ElementMaker(namespace=namespace, nsmap=prefixes or {None: namespace})


_PREFIXES = {"a": _DRAWING, "r": OFFICE, "p": _PRESENTATION}
A, P = maker(_DRAWING, **_PREFIXES), maker(_PRESENTATION, **_PREFIXES)
"""Drawings, and pages."""
THEME = maker(_DRAWING, a=_DRAWING)


def r_id(number: int) -> dict[str, str]:
    """The attribute that names a part's relation."""
    return {f"{{{OFFICE}}}id": f"rId{number}"}


def written(part: Element) -> bytes:
    """A part of a package."""
    return (_HEAD + etree.tostring(part, encoding="unicode")).encode()
