"""Every row and cent of the exports accounted for, by table and currency."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from reports.workbook import style as look
from reports.workbook.address import a1, span
from reports.workbook.model import Area, Highlight
from reports.workbook.page import BuiltSheet, Page
from reports.workbook.portfolio.book import PortfolioFile
from reports.workbook.portfolio.listing import (
    FIRST,
    HEAD_ROW,
    Amount,
    Content,
    Formula,
    ListColumn,
    closed,
    head,
    opened,
    rows,
)
from transforms.money import exponent

ORDER = 90

_OUTCOMES = ("read", "loaded", "quarantined", "stopped")
_FILTERED = "filtered:"


@dataclass(frozen=True)
class _Line:
    """One table in one currency, as exports had it; empty currency for rows without amount."""

    table_name: str
    currency: str
    rows: Mapping[str, int]
    minor: Mapping[str, int]


def build(book: PortfolioFile) -> BuiltSheet:
    """Money of the exports, rows of the exports, what was filtered, what became of the loaded."""
    widths = tuple(ListColumn("table", 26 if not place else 17, "0") for place in range(9))
    page = opened(book, "reconciliation", widths)
    lines = _lines(book.controls)
    money = [line for line in lines if line.currency]
    row = _export(page, book, HEAD_ROW, "money", money)
    row = _export(page, book, row + 1, "rows", lines)
    row = _filters(page, book, row + 1, lines)
    row = _shown(page, book, row + 1)
    flags = [name for name in ("rec_money", "rec_rows", "rec_shown") if name in page.names]
    counted = "+".join(f"SUM({name})" for name in flags) or "0"
    page.put(row + 1, FIRST, book.words.say("reconciliation.faults"), look.LABEL_BOLD)
    bold = replace(look.figure(look.COUNT), bold=True)
    page.formula(row + 1, FIRST + 1, counted, bold)
    page.name("rec_faults", row + 1, FIRST + 1)
    row = _earlier(page, book, row + 2)
    return closed(page, book, len(widths), row)


def _lines(controls: pd.DataFrame) -> list[_Line]:
    """The control totals of all files of a table together."""
    summed = controls.groupby(["table_name", "currency", "outcome"], as_index=False)[
        ["row_count", "amount_minor"]
    ].sum()
    found: list[_Line] = []
    for (table, currency), part in summed.groupby(["table_name", "currency"]):
        counts = dict(zip(part["outcome"], part["row_count"].astype(int), strict=True))
        amounts = dict(
            zip(part["outcome"], part["amount_minor"].fillna(0).astype(int), strict=True)
        )
        found.append(_Line(str(table), str(currency), counts, amounts))
    return found


def _filters(page: Page, book: PortfolioFile, row: int, lines: Sequence[_Line]) -> int:
    """What filters of the mappings left out, by filter name; returns the row after."""
    wanted = (
        ListColumn("table", 26),
        ListColumn("currency", 17),
        ListColumn("filter", 17),
        ListColumn("filtered_rows", 17, look.COUNT),
        ListColumn("filtered_money", 17, book.money),
    )
    page.section(row, FIRST, FIRST + 8, book.words.say("reconciliation.by_filter"), look.SECTION)
    head(page, book, row + 1, "reconciliation", wanted)
    items: list[tuple[Content, ...]] = [
        (
            book.words.table(line.table_name),
            line.currency,
            outcome.removeprefix(_FILTERED),
            count,
            Amount(book.major(line.minor[outcome], line.currency), line.currency)
            if line.currency
            else "–",
        )
        for line in lines
        for outcome, count in line.rows.items()
        if outcome.startswith(_FILTERED)
    ]
    if not items:
        items = [(book.words.say("reconciliation.nothing_filtered"), "", "", 0, "–")]
    after = rows(page, row + 2, wanted, items)
    for place, name in enumerate(("table", "currency", "", "rows", "money"), start=FIRST):
        if name:
            page.name(f"flt_{name}", row + 2, place, height=len(items))
    return after


def _export(page: Page, book: PortfolioFile, row: int, kind: str, lines: Sequence[_Line]) -> int:
    """export = loaded + quarantined + stopped + filtered; returns the row after."""
    is_money = kind == "money"
    number_format = book.money if is_money else look.COUNT
    wanted = (
        ListColumn("table", 26),
        ListColumn("currency", 17),
        *(ListColumn(outcome, 17, number_format) for outcome in _OUTCOMES),
        ListColumn("filtered", 17, number_format),
        ListColumn("difference", 17, number_format),
        ListColumn("state", 17, look.COUNT),
    )
    page.section(row, FIRST, FIRST + 8, book.words.say(f"reconciliation.{kind}"), look.SECTION)
    head(page, book, row + 1, "reconciliation", wanted)
    items = [_exported(book, line, at, kind) for at, line in enumerate(lines, start=row + 2)]
    after = rows(page, row + 2, wanted, items)
    if is_money:
        _own_formats(page, lines, row + 2, (FIRST + 6, FIRST + 7))
    if items:
        _flags(page, f"rec_{kind}", row + 2, after)
    return after


def _exported(book: PortfolioFile, line: _Line, row: int, kind: str) -> tuple[Content, ...]:
    is_money = kind == "money"
    held: list[Content] = [
        Amount(book.major(line.minor.get(outcome, 0), line.currency), line.currency)
        if is_money
        else line.rows.get(outcome, 0)
        for outcome in _OUTCOMES
    ]
    table, currency = a1(row, FIRST), a1(row, FIRST + 1)
    filtered = f"SUMPRODUCT((flt_table={table})*(flt_currency={currency}),flt_{kind})"
    read, others = a1(row, FIRST + 2), f"SUM({span(Area(row, FIRST + 3, row, FIRST + 6))})"
    digits = exponent(line.currency) if is_money else 0
    # Plus 0: some readers show a difference of minus 0 with its sign.
    gap = f"ROUND({read}-{others},{digits})+0"
    flag = f"IF({a1(row, FIRST + 7)}=0,0,1)"
    name = book.words.table(line.table_name)
    return name, line.currency, *held, Formula(filtered), Formula(gap), Formula(flag)


def _own_formats(page: Page, lines: Sequence[_Line], first: int, places: tuple[int, ...]) -> None:
    for row, line in enumerate(lines, start=first):
        for place in places:
            page.restyle(row, place, look.figure(look.exact_money(line.currency)))


def _flags(page: Page, name: str, first: int, after: int) -> None:
    place = FIRST + 8
    page.name(name, first, place, height=after - first)
    area = Area(first, FIRST, after - 1, place)
    formula = f"=${a1(first, place)}<>0"
    page.highlights.append(Highlight(area, formula, look.RED, look.RED_PALE, bold=True))


def _shown(page: Page, book: PortfolioFile, row: int) -> int:
    """loaded = shown + held back + out of scope, in rows and in money."""
    wanted = (
        ListColumn("table", 26),
        ListColumn("currency", 17),
        ListColumn("unit", 17),
        ListColumn("loaded", 17, book.money),
        ListColumn("shown", 17, book.money),
        ListColumn("held", 17, book.money),
        ListColumn("outside", 17, book.money),
        ListColumn("difference", 17, book.money),
        ListColumn("state", 17, look.COUNT),
    )
    page.section(row, FIRST, FIRST + 8, book.words.say("reconciliation.became"), look.SECTION)
    head(page, book, row + 1, "reconciliation", wanted)
    loaded = {(line.table_name, line.currency): line for line in _lines(book.controls)}
    first, at = row + 2, row + 2
    for item in book.standing:
        line = loaded.get((item.table_name, item.currency))
        read = 0 if line is None else line.rows.get("loaded", 0)
        counts = (read, item.shown_rows, item.held_rows, item.outside_rows)
        key = (book.words.table(item.table_name), item.currency)
        _became(page, book, at, wanted, key, counts, is_money=False)
        at += 1
        if item.currency:
            minor = 0 if line is None else line.minor.get("loaded", 0)
            sums = (minor, item.shown_minor, item.held_minor, item.outside_minor)
            _became(page, book, at, wanted, key, sums, is_money=True)
            at += 1
    if at > first:
        _flags(page, "rec_shown", first, at)
    return at


def _became(
    page: Page,
    book: PortfolioFile,
    row: int,
    wanted: Sequence[ListColumn],
    key: tuple[str, str],
    values: tuple[int, int, int, int],
    *,
    is_money: bool,
) -> None:
    currency = key[1]
    digits = exponent(currency) if is_money else 0
    held: list[Content] = [
        Amount(book.major(value, currency), currency) if is_money else value for value in values
    ]
    parts = f"SUM({span(Area(row, FIRST + 4, row, FIRST + 6))})"
    gap = Formula(f"ROUND({a1(row, FIRST + 3)}-{parts},{digits})+0")
    flag = Formula(f"IF({a1(row, FIRST + 7)}=0,0,1)")
    unit = currency if is_money else book.words.say("reconciliation.counted")
    rows(page, row, wanted, [(*key, unit, *held, gap, flag)])
    number_format = look.exact_money(currency) if is_money else look.COUNT
    for place in range(FIRST + 3, FIRST + 8):
        page.restyle(row, place, look.figure(number_format))


def _earlier(page: Page, book: PortfolioFile, row: int) -> int:
    """What the lists above leave out, told."""
    say = book.words.say
    notes = [say("reconciliation.unreadable"), say("reconciliation.references")]
    if book.held:
        notes.append(say("reconciliation.held_names", names=", ".join(book.held)))
    if book.earlier:
        notes.append(say("reconciliation.earlier", names=", ".join(book.earlier)))
    for offset, text in enumerate(notes, start=1):
        page.put(row + offset, FIRST, text, look.NOTE)
        page.merge(row + offset, FIRST, FIRST + 8)
        page.heights[row + offset] = 15 * (1 + len(text) // 150)
    return row + len(notes)
