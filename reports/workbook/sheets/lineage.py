"""What the workbook was made from: edition, definitions, source files, rates."""

from collections.abc import Sequence
from dataclasses import astuple, replace

from reports.client import CausingRow, Restated
from reports.workbook import style as look
from reports.workbook.brief import Brief
from reports.workbook.kpi_cells import explain_command, kpi_cell, kpi_format, kpi_name
from reports.workbook.model import Area, PrintSetup, Scalar
from reports.workbook.page import BuiltSheet, Page
from transforms.clients.row_files import RowFile
from transforms.kpis import shown_at, specs
from transforms.metrics.kpi import Place
from transforms.renewals.inputs import ARITHMETIC_VERSION

ORDER = 110

_FIRST, _LAST = 1, 5
_OWN_TABLES = (
    "accounts",
    "contracts",
    "subscriptions",
    "invoices",
    "invoice_lines",
    "costs",
    "renewal_requests",
    "products",
)


def build(brief: Brief) -> BuiltSheet:
    """What was used, in blocks, from top to bottom."""
    say = brief.words.say
    page = Page("lineage", brief.titles["lineage"], look.GREY, (2, 46, 30, 46, 14, 14))
    page.put(0, _FIRST, say("lineage.title"), replace(look.TITLE, wrap=False))
    page.heights[0] = 28
    page.put(1, _FIRST, brief.client_line, look.SUBTITLE)
    row = _edition(page, brief, 3)
    row = _definitions(page, brief, row + 1)
    row = _sources(page, brief, row + 1)
    row = _validated(page, brief, row + 1)
    row = _rates(page, brief, row + 1)
    row = _explained(page, brief, row + 2)
    row = _restated(page, brief, row + 1)
    return page.built(
        PrintSetup(
            is_landscape=True, area=Area(0, 0, row, _LAST), footer=brief.footer, pages_tall=0
        )
    )


def _block(page: Page, brief: Brief, row: int, key: str, headers: tuple[str, ...]) -> int:
    """A heading with its column heads; returns the row below them."""
    page.section(row, _FIRST, _LAST, brief.words.say(f"lineage.{key}"), look.SECTION)
    if not headers:
        return row + 1
    page.band(row + 1, _FIRST, _LAST, look.HEADER)
    page.row(row + 1, _FIRST, [brief.words.say(f"lineage.{name}") for name in headers], look.HEADER)
    return row + 2


def _write(page: Page, row: int, values: tuple[Scalar, ...]) -> None:
    page.band(row, _FIRST, _LAST, look.LABEL)
    for offset, value in enumerate(values):
        is_number = isinstance(value, int)
        style = replace(look.TEXT_CELL, number_format=look.COUNT, align="left")
        page.put(row, _FIRST + offset, value, style if is_number else look.TEXT_CELL)


def _edition(page: Page, brief: Brief, row: int) -> int:
    client = brief.client
    row = _block(page, brief, row, "edition", ())
    context = {
        "edition_id": client.edition,
        "client_name": client.client_name,
        "client_id": client.client_id,
        "period": str(client.period),
        "valuation_date": client.period.valuation_date.isoformat(),
        "data_date": client.data_date.isoformat(),
        "renewal_date": brief.renewal_date.isoformat(),
        "basis": brief.words.say(f"basis.{brief.basis.value}"),
    }
    for offset, (key, text) in enumerate(context.items()):
        _write(page, row + offset, (brief.words.say(f"lineage.{key}"), text))
    page.name("edition_id", row, _FIRST + 1)
    page.name("client_id", row + 2, _FIRST + 1)
    return row + len(context)


def _definitions(page: Page, brief: Brief, row: int) -> int:
    headers = ("definition", "version", "authority")
    row = _block(page, brief, row, "definitions", headers)
    arithmetic = brief.words.say("lineage.arithmetic")
    _write(page, row, (arithmetic, str(ARITHMETIC_VERSION), brief.words.say("lineage.own")))
    defined = shown_at(Place.LINEAGE)
    for offset, key in enumerate(defined, start=1):
        spec = specs()[key]
        name = spec.name(brief.words.language)
        _write(page, row + offset, (name, str(spec.version), spec.authority))
    return row + len(defined) + 1


def _sources(page: Page, brief: Brief, row: int) -> int:
    headers = ("table", "source", "file", "rows", "first_line")
    row = _block(page, brief, row, "sources", headers)
    for name in _OWN_TABLES:
        if name not in brief.client.dossier.files:
            lacking = brief.words.say("lineage.not_delivered")
            _write(page, row, (brief.words.table(name), lacking))
            row += 1
            continue
        row = _files(page, row, brief.words.table(name), brief.client.dossier.files[name])
    return row


def _files(page: Page, row: int, name: str, files: Sequence[RowFile]) -> int:
    if not files:
        _write(page, row, (name, "", "", 0))
        return row + 1
    for offset, file in enumerate(files):
        _write(page, row + offset, (name, *astuple(file)))
    return row + len(files)


def _validated(page: Page, brief: Brief, row: int) -> int:
    """What validation found among this client's rows: by rule and file, with the first line."""
    headers = ("rule", "consequence", "file", "rows", "first_line")
    row = _block(page, brief, row, "validation", headers)
    words = brief.words
    found: dict[tuple[str, str, str], list[int | None]] = {}
    for fault in brief.client.faults:
        name = fault.names.get(words.language, fault.rule)
        key = (name, words.say(f"lineage.severity_{fault.severity}"), fault.source_file)
        found.setdefault(key, []).append(fault.source_line)
    for offset, (key, lines) in enumerate(sorted(found.items())):
        known = [line for line in lines if line is not None]
        _write(page, row + offset, (*key, len(lines), min(known, default="–")))
    if not found:
        page.put(row, _FIRST, words.say("lineage.all_valid"), look.BODY)
    return row + max(1, len(found))


def _rates(page: Page, brief: Brief, row: int) -> int:
    """The rates behind converted invoice lines, and the one into the company's currency."""
    row = _block(page, brief, row, "rates", ("pair", "month", "rate"))
    foreign = [line for line in brief.invoiced if line.currency != brief.client.currency]
    rates = {(line.currency, f"{line.issue_date:%Y-%m}"): line.rate for line in foreign}
    for (currency, month), rate in sorted(rates.items()):
        pair = f"{currency} → {brief.client.currency}"
        _write(page, row, (pair, month, brief.words.absent if rate is None else f"{rate:.6f}"))
        row += 1
    own = brief.line("exchange_rate")
    pair = f"{brief.client.currency} → {brief.client.policy.reporting_currency}"
    month = f"{brief.client.period.valuation_date:%Y-%m}"
    rate = brief.words.absent if own.value is None else f"{own.value:.6f}"
    _write(page, row, (pair, month, rate))
    return row


def _explained(page: Page, brief: Brief, row: int) -> int:
    """Figures of the period, each with the command that shows the rows behind it."""
    row = _block(page, brief, row, "explained", ("figure", "value", "command"))
    for kpi in (*shown_at(Place.LINEAGE), *shown_at(Place.HISTORY)):
        figure = brief.client.kpis.get(kpi, brief.client.period)
        if figure.number is None:
            continue
        _write(page, row, (kpi_name(brief, kpi), None, explain_command(brief, kpi)))
        style = replace(look.figure(kpi_format(brief, figure)), align="left")
        page.put(row, _FIRST + 1, kpi_cell(brief, figure), style)
        page.merge(row, _FIRST + 2, _LAST)
        row += 1
    return row


def _restated(page: Page, brief: Brief, row: int) -> int:
    """Figures that a published deck showed otherwise, and the rows that made the difference."""
    headers = ("figure", "restated_period", "cause", "old", "new")
    row = _block(page, brief, row, "restated", headers)
    if not brief.client.restated:
        page.put(row, _FIRST, brief.words.say("lineage.none_restated"), look.BODY)
        return row + 1
    for item in brief.client.restated:
        causes = "\n".join(_cause(brief, cause) for cause in item.causes)
        unnamed = brief.words.say("lineage.cause_unknown")
        _write(page, row, (kpi_name(brief, item.kpi), item.period, causes or unnamed))
        _changed(page, brief, row, item)
        page.heights[row] = 15.0 * max(1, len(item.causes))
        row += 1
    return row


def _changed(page: Page, brief: Brief, row: int, item: Restated) -> None:
    for place, figure in ((_LAST - 1, item.shown), (_LAST, item.now)):
        page.put(row, place, kpi_cell(brief, figure), look.figure(kpi_format(brief, figure)))


def _cause(brief: Brief, cause: CausingRow) -> str:
    change = brief.words.say(f"lineage.row_{cause.change}")
    return f"{change}: {cause.source_file}:{cause.source_line}"
