"""The canonical tables as a page: what a mapping file may fill, column by column."""

from collections.abc import Iterator

from transforms.tables import LINEAGE, TABLES, Column, Kind, TableSpec

_INTRODUCTION = """\
Every table and column that a [mapping file](mappings.md) may fill. This page is made from the \
specs in `transforms/tables/`; which system fills which table stands in \
[sources.md](sources.md), what is checked of them in [validation-rules.md](validation-rules.md).

A table is named in `[[files.tables]]` as `table`, its columns are the keys of \
`[files.tables.columns]`. A row that lacks a required column is kept out and told with its line; \
every other column may stay empty, and empty is never zero. A word that is not among the allowed \
ones is kept out too, so a mapping turns a system's own words into these (`values`). A column \
that leads to another table holds that table's key. Free text stands on a client's deck only \
where it says so; everything else of a row is for internal files, or only counted."""

KINDS: dict[Kind, str] = {
    Kind.TEXT: "text as it stands; only one of the allowed words where some are listed",
    Kind.INTEGER: "a whole number",
    Kind.MONEY: "an amount of the row's `currency`; it is stored exactly, in whole minor units "
    "(cents of a euro), whichever units the export has",
    Kind.NUMBER: "a measured quantity or ratio",
    Kind.DECIMAL: "an exact decimal of any length, such as an exchange rate",
    Kind.DATE: "a day, without time or zone",
    Kind.TIMESTAMP: "an instant, stored in UTC",
    Kind.BOOLEAN: "true or false",
    Kind.CURRENCY: "an ISO 4217 code, such as `EUR`",
}
"""What a column of each kind holds, in words for people who write mappings."""


def tables_page() -> str:
    """Markdown with every canonical table: its meaning, its key and its columns."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield from ("# Tables and columns", "", _INTRODUCTION, "")
    yield from ("| table | meaning |", "|---|---|")
    for spec in TABLES.values():
        yield f"| [{spec.name}](#{spec.name}) | {spec.meaning} |"
    yield from ("", "## Kinds of columns", "", "| kind | what it holds |", "|---|---|")
    for kind in Kind:
        yield f"| {kind} | {KINDS[kind]} |"
    yield from ("", "## Columns of every table", "")
    yield from ("Filled by cartera itself; no mapping names them.", "")
    yield from _columns(LINEAGE)
    for spec in TABLES.values():
        yield from _table(spec)


def _table(spec: TableSpec) -> Iterator[str]:
    key = ", ".join(f"`{name}`" for name in spec.key)
    yield from ("", f"## {spec.name}", "", spec.meaning, "", f"- Key: {key}")
    if spec.control_amount:
        yield f"- Money in the control totals: `{spec.control_amount}`"
    yield ""
    yield from _columns(spec.columns)


def _columns(columns: tuple[Column, ...]) -> Iterator[str]:
    yield (
        "| column | kind | required | on clients' decks | personal | allowed words | leads to "
        "| meaning |"
    )
    yield "|---|---|---|---|---|---|---|---|"
    for column in columns:
        required = "yes" if column.required else ""
        shown = "yes" if column.client_readable else ""
        personal = "yes" if column.personal else ""
        allowed = ", ".join(f"`{word}`" for word in column.allowed)
        leads_to = f"[{column.references}](#{column.references})" if column.references else ""
        told = (f"`{column.name}`", column.kind, required, shown, personal)
        cells = (*told, allowed, leads_to, column.meaning)
        yield f"| {' | '.join(cells)} |"
