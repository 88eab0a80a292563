"""What is asked, what to answer, who decides: one printed page."""

from dataclasses import dataclass, replace

from reports.workbook import style as look
from reports.workbook.advice import advice, offer_name
from reports.workbook.brief import OFFERS, Brief
from reports.workbook.decision import reason_label
from reports.workbook.input_line import ESSENTIAL
from reports.workbook.model import (
    Area,
    Chart,
    ChartKind,
    Highlight,
    InputKind,
    PrintSetup,
    Reference,
    Series,
    Style,
    Validation,
)
from reports.workbook.page import BuiltSheet, Page
from reports.workbook.sheets.scenarios import measure_area
from reports.workbook.sheets.sensitivity import DISCOUNT_AREA, MARGIN_AREA
from reports.workbook.summary_parts import approval_card, offers_table
from transforms.renewals.offers import Offer

ORDER = 10

_WIDTHS = (2, 33, *[14.5] * 4, 2, 25, *[14.5] * 4)
_FIRST, _LAST = 1, 11
_TILES = (1, 3, 7, 9)
"""Columns of the strip of facts at the foot."""
_BANNER_ROW, _OFFERS_ROW = 2, 4
_CARD, _CARD_VALUE = 7, 8
_AS_IS, _SHOWN, _CHANGE, _CHART = 3, 4, 5, 7
_COMPARED = ("net", "contribution", "margin", "contract_value", "expected_npv", "approver")
_LINE_CHARACTERS = 165
_HEADLINE_CHARACTERS = 190
"""Of two lines of the title; a longer one takes three."""
_LACKING = f"COUNT({','.join(f'in_{key}' for key in ESSENTIAL)})<{len(ESSENTIAL)}"


def build(brief: Brief) -> BuiltSheet:
    """Answer, offers beside each other, approver and reason; below, the words and a chart."""
    found = advice(brief)
    page = Page("summary", brief.titles["summary"], look.NAVY, _WIDTHS)
    page.put(0, _FIRST, found.headline, look.TITLE)
    page.name("answer", 0, _FIRST)
    page.merge(0, _FIRST, _LAST)
    page.heights[0] = 46 if len(found.headline) <= _HEADLINE_CHARACTERS else 66
    page.put(1, _FIRST, brief.client_line, look.SUBTITLE)
    _banner(page, brief)
    row = max(offers_table(page, brief, _OFFERS_ROW), approval_card(page, brief, _OFFERS_ROW))
    row = _advice(page, brief, row + 1, found.sentences)
    row = _scenario(page, brief, row)
    last = _request(page, brief, row)
    return page.built(
        PrintSetup(is_landscape=True, area=Area(0, 0, last, _LAST), footer=brief.footer)
    )


def _banner(page: Page, brief: Brief) -> None:
    """Failed checks, then missing data, then changed inputs: one hides no other."""
    say = brief.words.say
    missing = f'IF({_LACKING},"{say("banner.missing")} ","")'
    changed = f'IF(ctl_changed>0,"{say("banner.changed")} "&ctl_best,"")'
    is_fine = f"AND(ctl_changed=0,NOT({_LACKING}))"
    text = (
        f'IF(ctl_failed>0,"{say("banner.failed")}",'
        f'IF({is_fine},"{say("banner.fine")}",{missing}&{changed}))'
    )
    page.band(_BANNER_ROW, _FIRST, _LAST, look.BANNER)
    page.formula(_BANNER_ROW, _FIRST, text, look.BANNER)
    page.merge(_BANNER_ROW, _FIRST, _LAST)
    page.heights[_BANNER_ROW] = 22
    page.heights[_BANNER_ROW + 1] = 8
    area = Area(_BANNER_ROW, _FIRST, _BANNER_ROW, _LAST)
    page.highlights += [
        Highlight(area, "=ctl_failed>0", "#FFFFFF", look.RED, bold=True),
        Highlight(area, "=ctl_changed>0", look.AMBER, look.AMBER_PALE, bold=True),
        Highlight(area, f"={_LACKING}", look.AMBER, look.AMBER_PALE, bold=True),
        Highlight(area, "=ctl_failed+ctl_changed=0", look.GREEN, look.GREEN_PALE),
    ]


def _advice(page: Page, brief: Brief, row: int, sentences: tuple[str, ...]) -> int:
    page.section(row, _FIRST, _LAST, brief.words.say("summary.advice"), look.SECTION)
    style = replace(look.WRAPPED, vertical="vcenter", indent=1)
    for offset, sentence in enumerate(sentences, start=1):
        page.put(row + offset, _FIRST, f"•  {sentence}", style)
        page.merge(row + offset, _FIRST, _LAST)
        page.heights[row + offset] = 18 * (1 + len(sentence) // _LINE_CHARACTERS)
    return row + len(sentences) + 2


def _scenario(page: Page, brief: Brief, row: int) -> int:
    """The scenario picked against renewing as is, and the chart beside it."""
    say = brief.words.say
    page.section(row, _FIRST, _CHANGE, say("summary.scenario"), look.SECTION)
    page.put(row + 1, _FIRST, say("summary.pick"), look.LABEL)
    page.band(row + 1, _FIRST + 1, _FIRST + 1, look.LABEL)
    is_asked = brief.inputs.discount > 0
    picked = offer_name(brief, Offer.AS_REQUESTED if is_asked else Offer.COUNTER)
    page.put(row + 1, _AS_IS, picked, look.INPUT_TEXT)
    page.put(row + 1, _SHOWN, None, look.INPUT_TEXT)
    page.merge(row + 1, _AS_IS, _SHOWN)
    page.name("scenario_shown", row + 1, _AS_IS)
    page.heights[row + 1] = 22
    page.validations.append(_picker(brief, row + 1))
    number = "IFERROR(MATCH(scenario_shown,sc_name,0),2)"
    number_format = f'"{say("scenarios.number")} "0'
    number_style = replace(look.SMALL, align="right", number_format=number_format)
    page.formula(row + 1, _CHANGE, number, number_style)
    page.name("shown_number", row + 1, _CHANGE)
    header = row + 2
    page.band(header, _FIRST, _CHANGE, look.HEADER)
    currency = brief.client.currency
    page.put(header, _FIRST, say("scenarios.measure", currency=currency), look.HEADER)
    page.formula(header, _AS_IS, "INDEX(sc_name,1)", look.HEADER_RIGHT)
    page.formula(header, _SHOWN, "INDEX(sc_name,shown_number)", look.HEADER_RIGHT)
    page.put(header, _CHANGE, say("summary.change"), look.HEADER_RIGHT)
    page.heights[header] = 44  # three lines: a word to each
    for offset, measure in enumerate(_COMPARED, start=1):
        _compared(page, brief, header + offset, measure)
    _chart(page, brief, row)
    return header + len(_COMPARED) + 2


def _picker(brief: Brief, row: int) -> Validation:
    say = brief.words.say
    return Validation(
        area=Area(row, _AS_IS, row, _AS_IS),
        kind=InputKind.CHOICE,
        prompt_title=say("summary.pick_title"),
        prompt=say("summary.pick_prompt"),
        error_title=say("assumptions.error_title"),
        error=say("summary.pick_error"),
        source="=sc_name",
    )


def _compared(page: Page, brief: Brief, row: int, measure: str) -> None:
    page.band(row, _FIRST, _CHANGE, look.LABEL)
    page.put(row, _FIRST, brief.words.say(f"scenarios.{measure}"), look.LABEL)
    page.heights[row] = 30 if measure == "approver" else 18
    style = _compared_style(brief, measure)
    page.formula(row, _AS_IS, f"INDEX(sc_{measure},1)", style)
    page.formula(row, _SHOWN, f"INDEX(sc_{measure},shown_number)", replace(style, bold=True))
    if measure == "approver":
        return
    base, shown = page.here(row, _AS_IS), page.here(row, _SHOWN)
    change = f"{shown}-{base}"
    number_format = look.signed(style.number_format)
    if measure == "margin":
        change = f"({change})*100"
        points = brief.words.say("summary.points")
        number_format = look.signed(f'0.0"{points}"')
    change_style = replace(style, number_format=number_format)
    page.formula(row, _CHANGE, brief.known([base, shown], change), change_style)


def _compared_style(brief: Brief, measure: str) -> Style:
    if measure == "approver":
        return replace(look.FIGURE, size=9, wrap=True)
    return look.figure(brief.percent if measure == "margin" else brief.money)


def _chart(page: Page, brief: Brief, row: int) -> None:
    """Offers by worth, or margin by discount where nothing was asked; none without a margin."""
    if not brief.outcomes:
        return
    chart = _margins(brief) if brief.inputs.discount == 0 else _offers(brief)
    page.charts.append(
        Chart(
            kind=chart.kind,
            row=row,
            column=_CHART,
            width=560,
            height=262,
            series=(chart.series,),
            title=chart.series.name,
            alt_text=brief.words.say("chart.alt", title=chart.series.name),
            axis_format=chart.series.label_format,
            category_format=brief.percent,
            gap=45,
            is_reversed=chart.kind is ChartKind.BAR,
            plot_area=chart.plot_area,
            value_minimum=_minimum(brief),
        )
    )


@dataclass(frozen=True)
class _Drawing:
    """What differs between the two charts."""

    kind: ChartKind
    series: Series
    plot_area: tuple[float, float, float, float]


def _offers(brief: Brief) -> _Drawing:
    """By expected NPV; by contribution while no probability is known."""
    is_known = any(item.expected_npv_minor is not None for item in brief.outcomes)
    measure = "expected_npv" if is_known else "contribution"
    count = len(OFFERS) - 1
    series = Series(
        name=brief.words.say(f"chart.{measure}", currency=brief.client.currency),
        categories=Reference("scenarios", measure_area("name", count)),
        values=Reference("scenarios", measure_area(measure, count)),
        colour=look.ACCENT,
        point_colours=(look.GREY, look.NAVY, *[look.ACCENT] * (count - 2)),
        # An offer that cannot be put into numbers draws no bar and says no 0.
        label_format=f"{brief.money};-{brief.money};;",
        label_position="outside_end",
    )
    return _Drawing(ChartKind.BAR, series, (0.25, 0.13, 0.55, 0.82))


def _margins(brief: Brief) -> _Drawing:
    """Contribution margin by discount."""
    series = Series(
        name=brief.words.say("chart.margin"),
        categories=Reference("sensitivity", DISCOUNT_AREA),
        values=Reference("sensitivity", MARGIN_AREA),
        colour=look.ACCENT,
        label_format=brief.percent,
        label_position="outside_end",
    )
    return _Drawing(ChartKind.BAR, series, (0.15, 0.15, 0.68, 0.8))


def _minimum(brief: Brief) -> float | None:
    """Bars start at 0; where an offer loses money the reader's own scale is right."""
    worths = [item.expected_npv_minor or 0.0 for item in brief.outcomes]
    profits = [item.gross_profit_minor for item in brief.outcomes]
    return 0.0 if min([*worths, *profits], default=0.0) >= 0 else None


def _request(page: Page, brief: Brief, row: int) -> int:
    """What is known of the deal, in a strip."""
    say, request = brief.words.say, brief.request
    absent = say("summary.not_stated")
    reason = reason_label(brief.words, request.reason) if request and request.reason else absent
    page.section(row, _FIRST, _LAST, say("summary.deal"), look.SECTION)
    facts = (
        ("renewal", f"{brief.words.day(brief.renewal_date)} ({say(f'basis.{brief.basis.value}')})"),
        ("manager", brief.client.manager_name or absent),
        ("reason", reason),
        ("competitor", (request.competitor if request else "") or absent),
    )
    for column, (key, text) in zip(_TILES, facts, strict=True):
        page.put(row + 1, column, say(f"summary.{key}"), look.SMALL)
        page.put(row + 2, column, text, replace(look.WRAPPED, vertical="top"))
        page.put(row + 2, column + 1, None, look.WRAPPED)
        page.merge(row + 2, column, column + 1)
    page.heights[row + 2] = 30
    return row + 2
