"""Elements and parts of spreadsheet XML, as the pivots need them."""

# pyright: reportMissingTypeStubs=false, reportAttributeAccessIssue=false
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false
# lxml ships no stubs.

import re
from collections.abc import Iterable, Mapping

from lxml import etree

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ESCAPED = re.compile(r"_x[0-9a-fA-F]{4}_")
_UNHELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def node(
    tag: str, told: Mapping[str, object], children: Iterable[etree._Element] = ()
) -> etree._Element:
    """An element; attributes that are None are left out."""
    attributes = {name: str(value) for name, value in told.items() if value is not None}
    element = etree.Element(f"{{{MAIN}}}{tag}", attributes, nsmap={None: MAIN})
    element.extend(children)
    return element


def root(
    tag: str, told: Mapping[str, object], children: Iterable[etree._Element]
) -> etree._Element:
    """A part's outermost element, which may name relations."""
    attributes = {name: str(value) for name, value in told.items()}
    part = etree.Element(f"{{{MAIN}}}{tag}", attributes, nsmap={None: MAIN, "r": RELATIONS})
    part.extend(children)
    return part


def written(part: etree._Element) -> bytes:
    return (_HEAD + etree.tostring(part, encoding="unicode")).encode()


def held(text: str) -> str:
    """A text as attributes have it. Characters that XML cannot hold are written as Office does:
    _x000B_."""
    literal = _ESCAPED.sub(r"_x005F\g<0>", text)
    return _UNHELD.sub(lambda found: f"_x{ord(found.group()):04X}_", literal)


def flag(is_so: bool) -> str | None:
    """An attribute that is left out where it is not so."""
    return "1" if is_so else None
