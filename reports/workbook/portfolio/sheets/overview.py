"""The portfolio on one page: what is up for renewal, what is asked, and whether it all ties."""

from dataclasses import replace

from reports.workbook import style as look
from reports.workbook.formulas.address import a1
from reports.workbook.model import (
    Area,
    Chart,
    ChartKind,
    Highlight,
    PrintSetup,
    Reference,
    Series,
)
from reports.workbook.page import BuiltSheet, Page
from reports.workbook.portfolio.book import PortfolioFile
from reports.workbook.portfolio.listing import FIRST as LIST_FIRST
from reports.workbook.portfolio.listing import HEAD_ROW, known_sum
from reports.workbook.renewal_line import RenewalLine

ORDER = 10

_FIRST, _LAST = 1, 8
_BANNER_ROW, _TILE_ROW, _CHECK_ROW = 3, 5, 9
_MOST_LISTED = 12
_CHART_ROWS = 15
_WHOLE = "#,##0"
"""Of what is read at a glance; the sheets behind have every cent."""
_CHECKS = {
    "reconciliation": "rec_faults",
    "mrr": "SUMPRODUCT(--(mrr_differences<>0))",
    "ageing": "SUMPRODUCT(--(age_differences<>0))",
}


def build(book: PortfolioFile) -> BuiltSheet:
    """Banner, tiles, checks and the largest requests."""
    page = Page("overview", book.titles["overview"], look.NAVY, (2, *[19.0] * 8))
    page.put(0, _FIRST, headline(book), replace(look.TITLE, wrap=True))
    page.merge(0, _FIRST, _LAST)
    page.heights[0] = 44
    page.put(1, _FIRST, book.line, look.SUBTITLE)
    _banner(page, book)
    _tiles(page, book)
    _checks(page, book)
    last = _requests(page, book, _CHECK_ROW + len(_CHECKS) + 3)
    if book.renewals:
        _charts(page, book, last + 2)
        last += 2 + _CHART_ROWS
    return page.built(
        PrintSetup(is_landscape=True, area=Area(0, 0, last, _LAST), footer=book.footer)
    )


def _charts(page: Page, book: PortfolioFile, row: int) -> None:
    """Beside each other, by month: the forecast of what renews, and the margin at risk in it."""
    months = len({f"{line.renewal_date:%Y-%m}" for line in book.renewals})
    drawn = ((4, "forecast", look.ACCENT, _FIRST), (5, "risk", look.ASKED, _FIRST + 4))
    for offset, key, colour, column in drawn:
        title = book.words.say(f"calendar.chart_{key}", currency=book.currency)
        first, last = HEAD_ROW + 1, HEAD_ROW + months
        values = Area(first, LIST_FIRST + offset, last, LIST_FIRST + offset)
        series = Series(
            name=title,
            categories=Reference("calendar", Area(first, LIST_FIRST, last, LIST_FIRST)),
            values=Reference("calendar", values),
            colour=colour,
            label_format="#,##0",
            label_position="outside_end",
        )
        page.charts.append(
            Chart(
                kind=ChartKind.COLUMN,
                row=row,
                column=column,
                width=540,
                height=270,
                series=(series,),
                title=title,
                alt_text=book.words.say("chart.alt", title=title),
                axis_format="#,##0",
                value_minimum=0.0,
            )
        )


def headline(book: PortfolioFile) -> str:
    words, asked = book.words, [line for line in book.renewals if line.discount > 0]
    if not book.renewals:
        return words.say("overview.headline_none", days=str(book.policy.renewal.window_days))
    below = sum(bool(line.is_below_floor) for line in asked)
    parts = [
        words.say("overview.headline", n=len(book.renewals)),
        words.say("overview.asked", n=len(asked)),
    ]
    # Where a margin is not known, none would be too much said.
    if below or (asked and all(line.is_below_floor is not None for line in asked)):
        # Of a single request nobody says "1 of these".
        alone = "below_alone" if len(asked) == 1 else "below"
        parts.append(words.say(f"overview.{alone}", n=below))
    return "".join(parts)


def _banner(page: Page, book: PortfolioFile) -> None:
    say = book.words.say
    faults = f"SUM({_failed()})"
    page.band(_BANNER_ROW, _FIRST, _LAST, look.BANNER)
    text = f'IF({faults}>0,"{say("overview.failed")}","{say("overview.fine")}")'
    page.formula(_BANNER_ROW, _FIRST, text, look.BANNER)
    page.merge(_BANNER_ROW, _FIRST, _LAST)
    page.heights[_BANNER_ROW] = 22
    area = Area(_BANNER_ROW, _FIRST, _BANNER_ROW, _LAST)
    page.highlights += [
        Highlight(area, f"={faults}>0", "#FFFFFF", look.RED, bold=True),
        Highlight(area, f"={faults}=0", look.GREEN, look.GREEN_PALE),
    ]


def _failed() -> str:
    first = _CHECK_ROW + 1
    column = _FIRST + 3
    return f"${a1(first, column)}:${a1(first + len(_CHECKS) - 1, column)}"


def _tiles(page: Page, book: PortfolioFile) -> None:
    say = book.words.say
    tiles = (
        *((key, _sum(book, f"rn_{key}"), _WHOLE) for key in ("price", "exposure", "risk")),
        ("overdue", "age_share", book.percent),
    )
    for place, (key, formula, number_format) in zip((1, 3, 5, 7), tiles, strict=True):
        for offset, style in enumerate((look.TILE_LABEL, look.TILE_FIGURE, look.TILE_NOTE)):
            page.band(_TILE_ROW + offset, place, place + 1, style)
            page.merge(_TILE_ROW + offset, place, place + 1)
        page.put(_TILE_ROW, place, say(f"overview.{key}", currency=book.currency), look.TILE_LABEL)
        figure = replace(look.TILE_FIGURE, number_format=number_format)
        page.formula(_TILE_ROW + 1, place, formula, figure)
        page.put(_TILE_ROW + 2, place, _note(book, key), look.TILE_NOTE)
    for offset, height in enumerate((20, 30, 32)):
        page.heights[_TILE_ROW + offset] = height


def _sum(book: PortfolioFile, name: str) -> str:
    return known_sum(book, name) if book.renewals else f"SUM({name})"


def _note(book: PortfolioFile, key: str) -> str:
    """How many renewals the sum leaves out, where it leaves any out."""
    unknown = {
        "price": sum(_is_unpriced(book, line) for line in book.renewals),
        "exposure": sum(line.discount > 0 and _is_unpriced(book, line) for line in book.renewals),
        "risk": sum(
            line.contribution_minor is None
            or line.probability is None
            or line.currency not in book.rates
            for line in book.renewals
        ),
        "overdue": 0,
    }
    said = book.words.say(f"overview.{key}_note")
    if not unknown[key]:
        return said
    return f"{said} {book.words.say('overview.left_out', count=str(unknown[key]))}"


def _is_unpriced(book: PortfolioFile, line: RenewalLine) -> bool:
    return line.price_minor is None or line.currency not in book.rates


def _checks(page: Page, book: PortfolioFile) -> None:
    say = book.words.say
    page.section(_CHECK_ROW, _FIRST, _LAST, say("overview.checks"), look.SECTION)
    for row, (key, faults) in enumerate(_CHECKS.items(), start=_CHECK_ROW + 1):
        page.band(row, _FIRST, _LAST, look.LABEL)
        page.put(row, _FIRST, say(f"overview.check_{key}"), look.LABEL)
        page.formula(row, _FIRST + 3, faults, look.figure(look.COUNT))
        state = f'IF({a1(row, _FIRST + 3)}=0,"{say("controls.fine")}","{say("controls.failed")}")'
        page.formula(row, _FIRST + 4, state, replace(look.FIGURE, bold=True))
    page.name("pf_failed", _CHECK_ROW + 1, _FIRST + 3, height=len(_CHECKS))


def _requests(page: Page, book: PortfolioFile, row: int) -> int:
    """The requests, largest first; what they give away stands on the renewals sheet."""
    say = book.words.say
    asked = [(place, line) for place, line in enumerate(book.renewals, 1) if line.discount > 0]
    asked.sort(key=lambda item: (-_weight(book, item[1]), item[1].client_name.casefold()))
    page.section(row, _FIRST, _LAST, say("overview.requests"), look.SECTION)
    keys = (
        "client",
        "",
        "manager",
        "month",
        "discount",
        "exposure",
        "margin_requested",
        "approver",
    )
    page.band(row + 1, _FIRST, _LAST, look.HEADER)
    for place, key in enumerate(keys, start=_FIRST):
        if key:
            is_figure = key in ("discount", "exposure", "margin_requested")
            style = look.HEADER_RIGHT if is_figure else look.HEADER
            style = look.HEADER_AFTER_FIGURE if key == "approver" else style
            page.put(row + 1, place, say(f"renewals.{key}", currency=book.currency), style)
    page.heights[row + 1] = 30
    at = row + 1
    for place, line in asked[:_MOST_LISTED]:
        at += 1
        _request(page, book, at, place, line)
    if not asked:
        at += 1
        page.put(at, _FIRST, say("overview.no_requests"), look.BODY)
    return at


def _weight(book: PortfolioFile, line: RenewalLine) -> float:
    rate = book.rates.get(line.currency, 0.0)
    return (book.major(line.price_minor, line.currency) or 0.0) * rate * line.discount


def _request(page: Page, book: PortfolioFile, row: int, place: int, line: RenewalLine) -> None:
    page.band(row, _FIRST, _LAST, look.LABEL)
    page.put(row, _FIRST, line.client_name, look.LABEL)
    page.put(row, _FIRST + 2, line.manager_name or "–", look.LABEL)
    page.put(row, _FIRST + 3, f"{line.renewal_date:%Y-%m}", look.LABEL)
    page.put(row, _FIRST + 4, line.discount, look.figure(book.percent))
    page.formula(row, _FIRST + 5, f"INDEX(rn_exposure,{place})", look.figure(_WHOLE))
    margin = line.margin_requested if line.margin_requested is not None else book.words.absent
    style = look.figure(book.percent)
    page.put(
        row, _FIRST + 6, margin, replace(style, colour=look.RED) if line.is_below_floor else style
    )
    entry = f"approver.{line.approver}"
    approver = book.words.say(entry) if book.words.has(entry) else line.approver.replace("_", " ")
    titled = replace(look.LABEL, align="left", indent=1, wrap=True, size=9)
    page.put(row, _FIRST + 7, approver or "–", titled)
    page.heights[row] = 26
