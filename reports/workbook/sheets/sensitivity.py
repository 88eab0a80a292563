"""How the worth of the offer moves with discount, probability and term."""

from dataclasses import replace

from reports.workbook import style as look
from reports.workbook.brief import Brief
from reports.workbook.formulas.address import a1, fixed
from reports.workbook.formulas.scenario_formulas import likelihood
from reports.workbook.model import Area, ColourScale, Highlight, PrintSetup, Style
from reports.workbook.page import BuiltSheet, Page
from transforms.renewals.solver import discount_steps

ORDER = 40

PROBABILITIES = tuple(step * 0.05 for step in range(20, 9, -1))
TERMS = (1, 2, 3, 4, 5)
_LABEL, _ASKED, _OFFERED, _STEPS = 1, 2, 3, 4
_FIRST = _ASKED
_DISCOUNT_ROW, _MARGIN_ROW = 4, 5
_CHARTED = 9
"""Discounts up to 20 %, for the chart of margins on the summary."""
DISCOUNT_AREA = Area(_DISCOUNT_ROW, _STEPS, _DISCOUNT_ROW, _STEPS + _CHARTED - 1)
MARGIN_AREA = Area(_MARGIN_ROW, _STEPS, _MARGIN_ROW, _STEPS + _CHARTED - 1)
_TERM_ROW = 8
_ODDS_ROW = _TERM_ROW + len(TERMS) + 3
_LOYALTY_ROW = _ODDS_ROW + len(TERMS) + 3
_NOTE_ROW = _LOYALTY_ROW + len(PROBABILITIES) + 3
_RATE_MOVES = (-0.2, -0.1, -0.05, 0.0, 0.05, 0.1, 0.2)
_SCALE = ("#F2B8B5", "#FFFFFF", "#A8D5BA")
_LOOKS = {
    _ASKED: (look.ASKED, look.ASKED_PALE),
    _OFFERED: (look.OFFERED, look.OFFERED_PALE),
}
"""Strong and pale colour of the columns that are not steps."""


def build(brief: Brief) -> BuiltSheet:
    """Margins, worth and probability by discount and term, then worth by any probability."""
    words = brief.words
    width = brief.figure_width(10.5)
    last = _STEPS + len(discount_steps(brief.inputs.discount)) - 1
    widths = (2, 24, *[width] * (last - _LABEL))
    page = Page("sensitivity", brief.titles["sensitivity"], look.SLATE, widths)
    page.put(0, _LABEL, words.say("sensitivity.title"), replace(look.TITLE, wrap=False))
    page.heights[0] = 28
    page.put(1, _LABEL, brief.client_line, look.SUBTITLE)
    _margins(page, brief, last)
    _terms(page, brief, last)
    _odds(page, brief, last)
    _loyalty(page, brief, last)
    notes = ("note_scale", "note_floor", "note_what_if")
    for offset, key in enumerate(notes):
        page.put(_NOTE_ROW + offset, _LABEL, words.say(f"sensitivity.{key}"), look.SMALL)
    row = _NOTE_ROW + len(notes) - 1
    if brief.client.currency != brief.client.policy.reporting_currency:
        row = _exchange(page, brief, row + 2)
    area = Area(0, 0, row, last)
    return page.built(PrintSetup(is_landscape=True, area=area, footer=brief.footer))


def _header(column: int, style: Style) -> Style:
    return replace(style, fill=_LOOKS[column][0]) if column in _LOOKS else style


def _figure(column: int, number_format: str) -> Style:
    """A cell's look; the columns asked and offered are framed in their colour."""
    style = look.figure(number_format)
    return replace(style, box=_LOOKS[column][0]) if column in _LOOKS else style


def _margins(page: Page, brief: Brief, last: int) -> None:
    """The margin at each discount, by which columns below the floor are told."""
    words = brief.words
    page.heights[_DISCOUNT_ROW] = 30
    page.put(_DISCOUNT_ROW, _LABEL, words.say("sensitivity.discount"), look.HEADER)
    page.put(_MARGIN_ROW, _LABEL, words.say("scenarios.margin"), look.LABEL)
    steps = discount_steps(brief.inputs.discount)
    names = {_ASKED: "in_discount", _OFFERED: "in_offered_discount"}
    header = replace(look.HEADER_RIGHT, number_format=brief.percent)
    for column in range(_FIRST, last + 1):
        style = _header(column, header)
        if column in names:
            known = brief.known([names[column]], names[column])
            page.formula(_DISCOUNT_ROW, column, known, style)
            side = "asked" if column == _ASKED else "offered"
            mark = replace(look.SMALL, bold=True, align="right", colour=_LOOKS[column][0])
            page.put(_DISCOUNT_ROW - 1, column, words.say(f"sensitivity.{side}"), mark)
        else:
            page.put(_DISCOUNT_ROW, column, steps[column - _STEPS], style)
        net = f"(in_price*(1-{a1(_DISCOUNT_ROW, column)}))"
        share = f"({net}-in_cost_of_sales-in_cost_to_serve)/{net}-in_commission"
        needed = ["in_cost_of_sales", "in_cost_to_serve", a1(_DISCOUNT_ROW, column)]
        margin = brief.priced(needed, share)
        page.formula(_MARGIN_ROW, column, margin, _figure(column, brief.percent))
    below = f"=AND(ISNUMBER({_top(_FIRST)}),ROUND({_top(_FIRST)},9)<in_margin_floor)"
    area = Area(_MARGIN_ROW, _FIRST, _MARGIN_ROW, last)
    page.highlights.append(Highlight(area, below, look.RED, bold=True))


def _of_row(row: int, column: int) -> str:
    """A cell whose row stays as the formula is copied down."""
    letters = a1(row, column).removesuffix(str(row + 1))
    return f"{letters}${row + 1}"


def _top(column: int) -> str:
    return _of_row(_MARGIN_ROW, column)


def _terms(page: Page, brief: Brief, last: int) -> None:
    """Discount by years signed, each at the probability that the curve has for it."""
    _grid_header(page, brief, _TERM_ROW, "term", last)
    for offset, years in enumerate(TERMS, start=2):
        row = _TERM_ROW + offset
        _years_label(page, row, years)
        for column in range(_FIRST, last + 1):
            odds = a1(_ODDS_ROW + offset, column)
            worth = _worth(brief, column, odds, f"$B{row + 1}")
            page.formula(row, column, worth, _figure(column, brief.money))
    page.name("sen_term", _TERM_ROW + 2, _FIRST, last - _FIRST + 1, len(TERMS))
    _colour(
        page, brief, Area(_TERM_ROW + 2, _FIRST, _TERM_ROW + 1 + len(TERMS), last), has_terms=True
    )


def _years_label(page: Page, row: int, years: int) -> None:
    style = replace(look.LABEL_BOLD, number_format=look.WHOLE, align="left")
    page.put(row, _LABEL, years, style)


def _odds(page: Page, brief: Brief, last: int) -> None:
    """The probability of renewal behind each cell of the grid above."""
    _grid_header(page, brief, _ODDS_ROW, "odds", last)
    for offset, years in enumerate(TERMS, start=2):
        row = _ODDS_ROW + offset
        _years_label(page, row, years)
        for column in range(_FIRST, last + 1):
            discount = _of_row(_DISCOUNT_ROW, column)
            odds = brief.known([discount], likelihood(discount, f"$B{row + 1}"))
            page.formula(row, column, odds, _figure(column, brief.percent))


def _loyalty(page: Page, brief: Brief, last: int) -> None:
    """Discount by any renewal probability, for renewing yearly."""
    _grid_header(page, brief, _LOYALTY_ROW, "loyalty", last)
    for offset, probability in enumerate(PROBABILITIES, start=2):
        row = _LOYALTY_ROW + offset
        share = replace(look.LABEL_BOLD, number_format=brief.percent, align="left")
        page.put(row, _LABEL, round(probability, 4), share)
        for column in range(_FIRST, last + 1):
            worth = _worth(brief, column, f"$B{row + 1}", "1")
            page.formula(row, column, worth, _figure(column, brief.money))
    _colour(page, brief, Area(_LOYALTY_ROW + 2, _FIRST, _NOTE_ROW - 2, last))


def _worth(brief: Brief, column: int, odds: str, years: str) -> str:
    """Expected NPV on avoidable cost, at a discount, a probability and a term."""
    discount = _of_row(_DISCOUNT_ROW, column)
    price = f"in_price*(1-{discount})*(paid_today-in_commission)*INDEX(fac_price,{years})"
    cost = f"avoidable_cost*cost_worth*INDEX(fac_cost,{years})"
    return brief.priced(["avoidable_cost", discount, odds], f"{odds}*({price}-{cost})")


def _exchange(page: Page, brief: Brief, row: int) -> int:
    """The offers in the company's currency, should its rate move; returns the last row."""
    say, company = brief.words.say, brief.client.policy.reporting_currency
    last = _FIRST + len(_RATE_MOVES) - 1
    title = say("sensitivity.exchange_title", currency=company)
    page.section(row, _LABEL, last, title, look.SECTION)
    page.put(row + 1, _LABEL, say("sensitivity.exchange"), look.HEADER)
    moved = replace(look.HEADER_RIGHT, number_format=look.signed("0%"))
    page.row(row + 1, _FIRST, _RATE_MOVES, moved)
    measures = [(f"INDEX(sc_name,{n})", f"INDEX(cf_expected_npv,{n})") for n in (1, 2, 3)]
    for at, (name, worth) in enumerate(measures, start=row + 2):
        page.formula(at, _LABEL, name, look.LABEL)
        _moved(page, brief, at, row + 1, worth)
    size = row + 2 + len(measures)
    page.put(size, _LABEL, say("input.list_price"), look.LABEL)
    _moved(page, brief, size, row + 1, "in_list_price")
    area = Area(size, _FIRST, size, last)
    raised = (
        f"=AND(pol_escalation>0,ISNUMBER({a1(size, _FIRST)}),{a1(size, _FIRST)}>=pol_escalation)"
    )
    page.highlights.append(Highlight(area, raised, look.AMBER, look.AMBER_PALE, bold=True))
    page.name("sen_exchange", row + 2, _FIRST, len(_RATE_MOVES), len(measures) + 1)
    page.put(size + 1, _LABEL, say("sensitivity.note_exchange"), look.SMALL)
    return size + 1


def _moved(page: Page, brief: Brief, row: int, header: int, amount: str) -> None:
    """An amount in the company's currency at the rate and what it may move to."""
    style = look.figure("#,##0")
    for column in range(_FIRST, _FIRST + len(_RATE_MOVES)):
        rate = f"in_exchange_rate*(1+{_of_row(header, column)})"
        formula = brief.known([amount, "in_exchange_rate"], f"{amount}*{rate}")
        page.formula(row, column, formula, style)


def _grid_header(page: Page, brief: Brief, row: int, key: str, last: int) -> None:
    words = brief.words
    page.section(row, _LABEL, last, words.say(f"sensitivity.{key}_title"), look.SECTION)
    page.put(row + 1, _LABEL, words.say(f"sensitivity.{key}"), look.HEADER)
    header = replace(look.HEADER_RIGHT, number_format=brief.percent)
    for column in range(_FIRST, last + 1):
        page.formula(row + 1, column, fixed(_DISCOUNT_ROW, column), _header(column, header))


def _colour(page: Page, brief: Brief, area: Area, *, has_terms: bool = False) -> None:
    """Red to green by worth; in italics what is not admissible, in bold what matches renewing
    as is, framed in the advice's colour what is worth most."""
    top, cell = _top(_FIRST), a1(area.first_row, _FIRST)
    below = f"AND(ISNUMBER({top}),ROUND({top},9)<in_margin_floor)"
    barred = below
    if has_terms:
        years, discount = f"$B{area.first_row + 1}", _of_row(_DISCOUNT_ROW, _FIRST)
        beyond = f"({years}-in_term_in_force)"
        least = f"ROUND({discount}-in_term_concession*{beyond},9)<0"
        barred = f"OR({below},AND({beyond}>0,OR({years}>in_longest_term,{least})))"
        is_best = f"ABS({cell}-advised_expected)<0.005"
        best = f"=AND(COUNT({cell},advised_expected)=2,NOT({barred}),{is_best})"
        page.highlights.append(Highlight(area, best, look.OFFERED, bold=True))
    as_is = "INDEX(cf_expected_npv,1)"
    better = f"=AND(COUNT({cell},{as_is})=2,NOT({barred}),{cell}>={as_is})"
    page.highlights.append(Highlight(area, f"={barred}", italic=True))
    page.highlights.append(Highlight(area, better, bold=True))
    page.colour_scales.append(ColourScale(area, *_SCALE))
