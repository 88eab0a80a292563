"""HTML whose text is always escaped."""

from collections.abc import Mapping
from html import escape


class Markup(str):
    """HTML that is already written: it is not escaped again."""

    __slots__ = ()


NO_ATTRIBUTES: Mapping[str, str] = {}


def element(tag: str, attributes: Mapping[str, str], *children: str) -> Markup:
    """One element. A child that is not Markup is text, whatever it holds."""
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return Markup(f"<{tag}{written}>{joined(*children)}</{tag}>")


def joined(*children: str) -> Markup:
    """Children one after the other."""
    return Markup(
        "".join(child if isinstance(child, Markup) else escape(child) for child in children)
    )


def table(caption: str, heads: tuple[Markup, ...], rows: list[Markup]) -> Markup:
    """A table with a caption for screen readers; heads and rows are whole elements."""
    return element(
        "div",
        {"class": "scroll"},
        element(
            "table",
            NO_ATTRIBUTES,
            element("caption", NO_ATTRIBUTES, caption),
            element("thead", NO_ATTRIBUTES, element("tr", NO_ATTRIBUTES, *heads)),
            element("tbody", NO_ATTRIBUTES, *rows),
        ),
    )


def head(name: str) -> Markup:
    """The head of a column of words."""
    return element("th", {"scope": "col"}, name)


def number_head(name: str) -> Markup:
    """The head of a column of numbers."""
    return element("th", {"scope": "col", "class": "number"}, name)


def row(*cells: str) -> Markup:
    """A table row; a cell that is not yet an element is put into one."""
    return element("tr", NO_ATTRIBUTES, *(_cell(cell) for cell in cells))


def number_cell(text: str) -> Markup:
    """A cell that lines up to the right."""
    return element("td", {"class": "number"}, text)


def path(text: str) -> Markup:
    """A file's path, which may go on in the next line after each slash."""
    parts = [joined(part) for part in text.split("/")]
    return element("span", {"class": "file-name"}, Markup("/<wbr>".join(parts)))


def _cell(cell: str) -> Markup:
    if isinstance(cell, Markup) and cell.startswith(("<td", "<th")):
        return cell
    return element("td", NO_ATTRIBUTES, cell)
