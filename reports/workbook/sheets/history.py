"""What came before: figures of earlier periods, and what was asked at earlier renewals."""

from dataclasses import replace

from reports.workbook import style as look
from reports.workbook.advice import precedents_text
from reports.workbook.brief import Brief
from reports.workbook.decision import reason_label
from reports.workbook.kpi_cells import TOLD_BELOW, caveat_text, kpi_cell, kpi_format, kpi_name
from reports.workbook.model import Area, PrintSetup, Scalar, Sparkline
from reports.workbook.page import BuiltSheet, Page
from transforms.core.money import exponent, to_major
from transforms.kpis import shown_at
from transforms.metrics.kpi import KpiValue, Place
from transforms.renewals.requests import RenewalRequest

ORDER = 70

_PERIODS = 5
_LABEL, _FIRST = 1, 2
_TREND = _FIRST + _PERIODS
_REASON = _LAST = _TREND + 1
_SHORTEST_TREND = 3
_MOST_PRECEDENTS = 12
_HEADER_ROW = 4


def build(brief: Brief) -> BuiltSheet:
    """Figures, oldest period first, then requests."""
    say = brief.words.say
    page = Page("history", brief.titles["history"], look.SLATE, (2, 46, *[17.0] * _PERIODS, 20, 34))
    page.put(0, _LABEL, say("history.title"), replace(look.TITLE, wrap=False))
    page.heights[0] = 28
    page.put(1, _LABEL, brief.client_line, look.SUBTITLE)
    row = _figures(page, brief)
    last = _precedents(page, brief, _requests(page, brief, row + 2) + 2)
    return page.built(
        PrintSetup(is_landscape=True, area=Area(0, 0, last, _LAST), footer=brief.footer)
    )


def _figures(page: Page, brief: Brief) -> int:
    say, client = brief.words.say, brief.client
    periods = [client.period.shift(-back) for back in range(_PERIODS - 1, -1, -1)]
    page.section(_HEADER_ROW - 1, _LABEL, _LAST, say("history.figures"), look.SECTION)
    currency = say("scenarios.measure", currency=client.currency)
    page.put(_HEADER_ROW, _LABEL, currency, look.HEADER)
    page.row(_HEADER_ROW, _FIRST, [str(period) for period in periods], look.HEADER_RIGHT)
    page.put(_HEADER_ROW, _TREND, say("history.trend"), look.HEADER_AFTER_FIGURE)
    row = _HEADER_ROW
    for kpi in shown_at(Place.HISTORY):
        figures = [client.kpis.get(kpi, period) for period in periods]
        if all(figure.number is None for figure in figures):
            continue
        row += 1
        page.put(row, _LABEL, kpi_name(brief, kpi), look.LABEL)
        for column, figure in enumerate(figures, start=_FIRST):
            page.put(row, column, kpi_cell(brief, figure), look.figure(kpi_format(brief, figure)))
        _trend(page, row, figures)
    if row == _HEADER_ROW:
        row += 1
        page.put(row, _LABEL, say("history.no_figures"), look.BODY)
    row = _caveats(page, brief, row)
    page.put(row + 1, _LABEL, say("history.note"), look.SMALL)
    return row + 1


def _caveats(page: Page, brief: Brief, row: int) -> int:
    """In which of them rows are missing, and why; returns the row of the last line."""
    client = brief.client
    told = [client.kpis.find(kpi, client.period) for kpi in shown_at(Place.HISTORY)]
    for caveat in TOLD_BELOW:
        kpis = [item.kpi for item in told if item is not None and item.note == caveat]
        if kpis:
            row += 1
            page.put(row, _LABEL, caveat_text(caveat, kpis, brief.words.language), look.SMALL)
    if text := _apart(brief):
        row += 1
        page.put(row, _LABEL, text, look.SMALL)
    return row


def _apart(brief: Brief) -> str:
    """That seats in use are those of some of a group's companies alone, where they are."""
    apart, kpi = brief.client.dossier.billing.seats_apart, "seats_used"
    told = brief.client.kpis.find(kpi, brief.client.period)
    if apart is None or told is None or told.number is None:
        return ""
    return brief.words.say(
        "history.apart",
        figure=kpi_name(brief, kpi),
        measured=apart.measured,
        others=apart.others,
        seats=apart.seats,
    )


def _trend(page: Page, row: int, figures: list[KpiValue]) -> None:
    """A line over the newest figures without a gap: readers draw a missing one as 0."""
    page.put(row, _TREND, None, look.LABEL)
    gaps = [place for place, figure in enumerate(figures) if figure.number is None]
    first = gaps[-1] + 1 if gaps else 0
    if len(figures) - first >= _SHORTEST_TREND:
        area = Area(row, _FIRST + first, row, _FIRST + len(figures) - 1)
        page.sparklines.append(Sparkline(row, _TREND, area, look.ACCENT))
        page.heights[row] = 20


def _requests(page: Page, brief: Brief, row: int) -> int:
    say = brief.words.say
    page.section(row, _LABEL, _LAST, say("history.requests"), look.SECTION)
    keys = ("request", "asked_on", "asked", "granted", "outcome", "price", "margin_after")
    page.band(row + 1, _LABEL, _LAST, look.HEADER)
    page.row(row + 1, _LABEL, [say(f"history.{key}") for key in keys], look.HEADER_RIGHT)
    page.restyle(row + 1, _LABEL, look.HEADER)
    page.put(row + 1, _REASON, say("history.reason"), look.HEADER_AFTER_FIGURE)
    at = row + 1
    for request in reversed(brief.client.dossier.renewal.requests):
        at += 1
        page.put(at, _LABEL, request.request_id, look.LABEL)
        page.put(at, _FIRST, request.requested_date, look.figure(look.DAY))
        page.put(at, _FIRST + 1, request.discount, look.figure(brief.percent))
        granted = request.figures.get("granted_discount", brief.words.absent)
        page.put(at, _FIRST + 2, granted, look.figure(brief.percent))
        page.put(at, _FIRST + 3, _outcome(brief, request.outcome), look.FIGURE)
        page.put(at, _FIRST + 4, *_price(request.figures.get("price_minor"), request.currency))
        after = brief.client.margins_after.get(request.request_id, brief.words.absent)
        page.put(at, _FIRST + 5, after, look.figure(brief.percent))
        page.put(at, _REASON, _why(brief, request), replace(look.SOURCE_CELL, align="left"))
    if at == row + 1:
        at += 1
        page.put(at, _LABEL, say("history.no_requests"), look.BODY)
    return at


def _precedents(page: Page, brief: Brief, row: int) -> int:
    """Decided renewals of like clients, and where this request stands among them."""
    say = brief.words.say
    page.section(row, _LABEL, _LAST, say("history.precedents"), look.SECTION)
    found = brief.precedents
    if not found:
        page.put(row + 1, _LABEL, say("history.no_precedents"), look.BODY)
        return row + 1
    page.put(row + 1, _LABEL, precedents_text(brief), look.BODY)
    keys = ("decided_on", "asked", "granted", "outcome", "price", "margin_after")
    page.band(row + 2, _LABEL, _LAST, look.HEADER)
    page.row(row + 2, _LABEL, [say(f"history.{key}") for key in keys], look.HEADER_RIGHT)
    page.restyle(row + 2, _LABEL, look.HEADER)
    for at, case in enumerate(found[:_MOST_PRECEDENTS], start=row + 3):
        day = replace(look.LABEL, number_format=look.DAY, align="left")
        page.put(at, _LABEL, case.decided_date, day)
        page.put(at, _FIRST, case.asked, look.figure(brief.percent))
        granted = brief.words.absent if case.granted is None else case.granted
        page.put(at, _FIRST + 1, granted, look.figure(brief.percent))
        page.put(at, _FIRST + 2, _outcome(brief, case.outcome), look.FIGURE)
        money = _price(case.price_minor, brief.client.policy.reporting_currency)
        page.put(at, _FIRST + 3, *money)
        after = brief.words.absent if case.margin_after is None else case.margin_after
        page.put(at, _FIRST + 4, after, look.figure(brief.percent))
    return row + 2 + min(len(found), _MOST_PRECEDENTS)


def _outcome(brief: Brief, known: str) -> str:
    return brief.words.say(f"history.outcome_{known or 'open'}")


def _why(brief: Brief, request: RenewalRequest) -> str:
    """The reason given, and the competitor named."""
    reason = reason_label(brief.words, request.reason) if request.reason else ""
    return " · ".join(part for part in (reason, request.competitor) if part) or "–"


def _price(minor: float | None, currency: str) -> "tuple[Scalar, look.Style]":
    """A price in the request's own currency, named where it stands."""
    number_format = f'{look.exact_money(currency)}" {currency}"'
    if minor is None:
        return "–", look.FIGURE
    major = to_major(int(minor), currency)
    value = float(major) if exponent(currency) else int(major)
    return value, look.figure(number_format)
