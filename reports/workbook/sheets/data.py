"""The invoice lines of the last twelve months, as an Excel table."""

from dataclasses import replace

from reports.workbook import style as look
from reports.workbook.brief import Brief
from reports.workbook.formulas.address import a1, fixed_span
from reports.workbook.model import Area, PrintSetup, Scalar, Table
from reports.workbook.page import BuiltSheet, Page
from transforms.billing.invoiced_lines import InvoicedLine
from transforms.core.money import to_major

ORDER = 90

_COLUMNS = (
    "issued",
    "number",
    "kind",
    "product",
    "description",
    "quantity",
    "net",
    "currency",
    "rate",
    "converted",
    "service_start",
    "service_end",
    "file",
    "line",
)
_FIGURES = ("quantity", "net", "rate", "converted", "line")
_WIDTHS = (2, 11, 16, 13, 21, 30, 9, 15, 9, 10, 15, 11, 11, 33, 7)
_FIRST = 1
_PLACE = {key: _FIRST + offset for offset, key in enumerate(_COLUMNS)}
_LAST = _FIRST + len(_COLUMNS) - 1
_HEADER_ROW = 4
TABLE_NAME = "invoice_lines"


def table_column(key: str) -> int:
    """Place of a column in the table, counted from 0."""
    return _COLUMNS.index(key)


def document_kind(brief: Brief, line: InvoicedLine) -> str:
    """The kind of a line's document, worded."""
    return brief.words.say(f"document.{line.document_kind}")


def build(brief: Brief) -> BuiltSheet:
    """Lines, and their totals below the table."""
    say = brief.words.say
    page = Page("data", brief.titles["data"], look.GREY, _WIDTHS)
    page.put(0, _FIRST, say("data.title"), replace(look.TITLE, wrap=False))
    page.heights[0] = 28
    page.put(1, _FIRST, brief.client_line, look.SUBTITLE)
    page.put(2, _FIRST, say("data.note"), look.SUBTITLE)
    last = _lines(page, brief) if brief.invoiced else _without_lines(page, brief)
    return page.built(
        PrintSetup(
            is_landscape=True,
            area=Area(0, 0, last, _LAST),
            footer=brief.footer,
            pages_tall=0,
            repeated_rows=(_HEADER_ROW, _HEADER_ROW) if brief.invoiced else None,
        ),
        frozen=(_HEADER_ROW + 1, 0),
        is_protected=False,
    )


def _without_lines(page: Page, brief: Brief) -> int:
    """No lines are no credit notes either, where the feed is there; else nothing is known."""
    is_fed = "invoice_lines" in brief.client.dossier.files
    key = "data.no_lines" if is_fed else "data.no_feed"
    page.put(_HEADER_ROW, _FIRST, brief.words.say(key), look.BODY)
    value = 0 if is_fed else brief.words.absent
    for offset, name in enumerate(("dat_total", "dat_invoiced", "dat_credits"), start=1):
        page.put(_HEADER_ROW + offset, _FIRST, brief.words.say(f"data.{name}"), look.LABEL)
        page.put(_HEADER_ROW + offset, _PLACE["product"], value, look.figure(brief.exact_money))
        page.name(name, _HEADER_ROW + offset, _PLACE["product"])
    return _HEADER_ROW + 3


def _lines(page: Page, brief: Brief) -> int:
    headers = tuple(
        brief.words.say(f"data.{key}", currency=brief.client.currency) for key in _COLUMNS
    )
    page.row(_HEADER_ROW, _FIRST, headers, look.HEADER)
    for key in _COLUMNS:
        style = look.HEADER_RIGHT if key in _FIGURES else look.HEADER_AFTER_FIGURE
        page.restyle(_HEADER_ROW, _PLACE[key], style)
    page.heights[_HEADER_ROW] = 30
    rows = brief.invoiced
    for offset, line in enumerate(rows, start=1):
        _line(page, brief, _HEADER_ROW + offset, line)
    last = _HEADER_ROW + len(rows)
    page.name("dat_net", _HEADER_ROW + 1, _PLACE["net"], height=len(rows))
    page.name("dat_product", _HEADER_ROW + 1, _PLACE["product"], height=len(rows))
    page.name("dat_currency", _HEADER_ROW + 1, _PLACE["currency"], height=len(rows))
    page.tables.append(Table(TABLE_NAME, Area(_HEADER_ROW, _FIRST, last, _LAST), headers))
    return _totals(page, brief, last)


def _line(page: Page, brief: Brief, row: int, line: InvoicedLine) -> None:
    decimals = look.exact_money(line.currency)
    values: dict[str, tuple[Scalar, str]] = {
        "issued": (line.issue_date, look.DAY),
        "number": (line.number, ""),
        "kind": (document_kind(brief, line), ""),
        "product": (line.product_label, ""),
        "description": (line.description, ""),
        "quantity": (line.quantity, "#,##0.##"),
        "net": (float(to_major(line.net_minor, line.currency)), decimals),
        "currency": (line.currency, ""),
        "rate": (line.rate, "0.000000"),
        "service_start": (line.service_start, look.DAY),
        "service_end": (line.service_end, look.DAY),
        "file": (line.source_file, ""),
        "line": (float(line.source_line), look.WHOLE),
    }
    for key, (value, number_format) in values.items():
        is_figure = key in _FIGURES
        style = replace(
            look.SMALL if key == "file" else look.BODY,
            number_format=number_format,
            align="right" if is_figure else "left",
            indent=0 if is_figure else 1,
        )
        page.put(row, _PLACE[key], value, style)
    digits = max(0, len(brief.exact_money) - len("#,##0."))
    net, rate = a1(row, _PLACE["net"]), a1(row, _PLACE["rate"])
    converted = brief.known([net, rate], f"ROUND({net}*{rate},{digits})")
    style = replace(look.BODY, number_format=brief.exact_money, align="right")
    page.formula(row, _PLACE["converted"], converted, style)


def _totals(page: Page, brief: Brief, last: int) -> int:
    """Below the table, all amounts in the client's currency."""
    amounts = _column("converted", last)
    kinds, unrated = _column("kind", last), _column("rate", last)
    lines = last - _HEADER_ROW
    formulas = {"dat_total": f"SUM({amounts})"}
    for name, kind in (("dat_invoiced", "invoice"), ("dat_credits", "credit_note")):
        text = brief.words.say(f"document.{kind}")
        formulas[name] = f'SUMIFS({amounts},{kinds},"{text}")'
    for offset, (name, text) in enumerate(formulas.items(), start=2):
        row = last + offset
        page.put(row, _PLACE["description"], brief.words.say(f"data.{name}"), look.LABEL_BOLD)
        page.band(row, _PLACE["quantity"], _PLACE["rate"], look.LABEL)
        # A line without rate leaves every total unknown rather than too small.
        known = f'IF(COUNT({unrated})<{lines},"{brief.words.absent}",{text})'
        style = replace(look.figure(brief.exact_money), bold=True)
        page.formula(row, _PLACE["converted"], known, style)
        page.name(name, row, _PLACE["converted"])
    return last + 4


def _column(key: str, last: int) -> str:
    return fixed_span(Area(_HEADER_ROW + 1, _PLACE[key], last, _PLACE[key]))
