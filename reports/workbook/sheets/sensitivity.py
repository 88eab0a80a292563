"""How the worth of the offer moves with discount, probability and term."""

from dataclasses import replace

from reports.workbook import style as look
from reports.workbook.brief import Brief
from reports.workbook.formulas.address import a1, fixed
from reports.workbook.model import Area, ColourScale, Highlight, PrintSetup
from reports.workbook.page import BuiltSheet, Page

ORDER = 40

DISCOUNTS = tuple(step * 0.025 for step in range(13))
PROBABILITIES = tuple(step * 0.05 for step in range(20, 9, -1))
TERMS = (1, 2, 3, 4, 5)
_YEARS = TERMS
_LABEL, _WORTH_PRICE, _WORTH_COST, _FIRST = 1, 2, 3, 4
_LAST = _FIRST + len(DISCOUNTS) - 1
_YEARS_ROW, _MARGIN_ROW = 4, 5
_CHARTED = 9
"""Discounts up to 20 %, for the chart of margins on the summary."""
DISCOUNT_AREA = Area(_YEARS_ROW, _FIRST, _YEARS_ROW, _FIRST + _CHARTED - 1)
MARGIN_AREA = Area(_MARGIN_ROW, _FIRST, _MARGIN_ROW, _FIRST + _CHARTED - 1)
_LOYALTY_ROW = 8
_TERM_ROW = _LOYALTY_ROW + len(PROBABILITIES) + 4
_SCALE = ("#F2B8B5", "#FFFFFF", "#A8D5BA")


def build(brief: Brief) -> BuiltSheet:
    """Two grids of expected NPV, each cell with its own formula."""
    words = brief.words
    width = brief.figure_width(10.5)
    widths = (2, 22, *[max(width, 11.5)] * 2, *[width] * len(DISCOUNTS))
    page = Page("sensitivity", brief.titles["sensitivity"], look.SLATE, widths)
    page.put(0, _LABEL, words.say("sensitivity.title"), replace(look.TITLE, wrap=False))
    page.heights[0] = 28
    page.put(1, _LABEL, brief.client_line, look.SUBTITLE)
    _margins(page, brief)
    _loyalty(page, brief)
    _terms(page, brief)
    note_row = _TERM_ROW + len(TERMS) + 3
    for offset, key in enumerate(("note_scale", "note_floor")):
        page.put(note_row + offset, _LABEL, words.say(f"sensitivity.{key}"), look.SMALL)
    return page.built(
        PrintSetup(is_landscape=True, area=Area(0, 0, note_row + 1, _LAST), footer=brief.footer)
    )


def _margins(page: Page, brief: Brief) -> None:
    """The margin at each discount, by which columns below the floor are told."""
    words = brief.words
    page.band(_YEARS_ROW, _LABEL, _FIRST - 1, look.HEADER)
    page.heights[_YEARS_ROW] = 30
    page.put(_YEARS_ROW, _LABEL, words.say("sensitivity.discount"), look.HEADER)
    page.band(_MARGIN_ROW, _LABEL, _FIRST - 1, look.LABEL)
    page.put(_MARGIN_ROW, _LABEL, words.say("scenarios.margin"), look.LABEL)
    for offset, discount in enumerate(DISCOUNTS):
        column = _FIRST + offset
        header = replace(look.HEADER_RIGHT, number_format=brief.percent)
        page.put(_YEARS_ROW, column, round(discount, 4), header)
        net = f"(in_price*(1-{a1(_YEARS_ROW, column)}))"
        share = f"({net}-in_cost_of_sales-in_cost_to_serve)/{net}"
        needed = ["in_price", "in_cost_of_sales", "in_cost_to_serve"]
        page.formula(_MARGIN_ROW, column, brief.known(needed, share), look.figure(brief.percent))
    below = f"=AND(ISNUMBER({_top(_FIRST)}),{_top(_FIRST)}<in_margin_floor)"
    area = Area(_MARGIN_ROW, _FIRST, _MARGIN_ROW, _LAST)
    page.highlights.append(Highlight(area, below, look.RED, bold=True))


def _top(column: int) -> str:
    return f"{a1(_MARGIN_ROW, column)[:-1]}${_MARGIN_ROW + 1}"


def _loyalty(page: Page, brief: Brief) -> None:
    """Discount by renewal probability, for renewing yearly."""
    _grid_header(page, brief, _LOYALTY_ROW, "loyalty")
    for offset, probability in enumerate(PROBABILITIES, start=1):
        row = _LOYALTY_ROW + 1 + offset
        share = replace(look.LABEL_BOLD, number_format=brief.percent, align="left")
        page.put(row, _LABEL, round(probability, 4), share)
        _worths(page, brief, row, fixed(row, _LABEL), "1")
        _grid_row(page, brief, row)
    _colour(page, brief, _LOYALTY_ROW + 2, len(PROBABILITIES))


def _terms(page: Page, brief: Brief) -> None:
    """Discount by years signed; a single year at the probability with the discount."""
    _grid_header(page, brief, _TERM_ROW, "term")
    for offset, years in enumerate(TERMS, start=1):
        row = _TERM_ROW + 1 + offset
        style = replace(look.LABEL_BOLD, number_format=look.WHOLE, align="left")
        page.put(row, _LABEL, years, style)
        odds = "in_probability_discounted" if years == 1 else "in_probability_term"
        _worths(page, brief, row, odds, fixed(row, _LABEL))
        _grid_row(page, brief, row, beyond=f"{fixed(row, _LABEL)}>in_horizon_years")
    _colour(page, brief, _TERM_ROW + 2, len(TERMS))


def _grid_header(page: Page, brief: Brief, row: int, key: str) -> None:
    words = brief.words
    page.section(row, _LABEL, _LAST, words.say(f"sensitivity.{key}_title"), look.SECTION)
    page.put(row + 1, _LABEL, words.say(f"sensitivity.{key}"), look.HEADER)
    page.put(row + 1, _WORTH_PRICE, words.say("sensitivity.worth_price"), look.HEADER_RIGHT)
    page.put(row + 1, _WORTH_COST, words.say("sensitivity.worth_cost"), look.HEADER_RIGHT)
    page.heights[row + 1] = 30
    for column in range(_FIRST, _LAST + 1):
        header = replace(look.HEADER_RIGHT, number_format=brief.percent)
        page.formula(row + 1, column, fixed(_YEARS_ROW, column), header)


def _worths(page: Page, brief: Brief, row: int, odds: str, years: str) -> None:
    """Expected present worth of the undiscounted price, and of the cost, over the horizon."""
    price = "+".join(f"{_price(year, years)}*{_kept(year, years)}" for year in _YEARS)
    cost = "+".join(f"(1+in_cost_growth)^{year - 1}*{_kept(year, years)}" for year in _YEARS)
    lag = "(1+in_discount_rate)^(-in_payment_lag)"
    spent = ["in_cost_of_sales", "in_cost_to_serve"]
    worths = {
        _WORTH_PRICE: brief.known(["in_price", odds], f"{odds}*in_price*{lag}*({price})"),
        _WORTH_COST: brief.known([*spent, odds], f"{odds}*({'+'.join(spent)})*({cost})"),
    }
    style = replace(look.figure(brief.money), colour=look.SLATE)
    for column, worth in worths.items():
        page.formula(row, column, worth, style)


def _price(year: int, years: str) -> str:
    """A year's price over the first one's."""
    inside, after = f"MIN({year},{years})-1", f"MAX(0,{year}-{years})"
    return f"(1+in_term_uplift)^({inside})*(1+in_price_uplift)^({after})"


def _kept(year: int, years: str) -> str:
    """Probability of still being there, discounted to today; 0 after the horizon."""
    staying = f"IF({year}<={years},1,in_later_probability^({year}-{years}))"
    return f"{staying}*(1+in_discount_rate)^{1 - year}*({year}<=in_horizon_years)"


def _grid_row(page: Page, brief: Brief, row: int, beyond: str = "") -> None:
    """A row of figures; none for terms that reach beyond the years compared."""
    price, cost = f"${a1(row, _WORTH_PRICE)}", f"${a1(row, _WORTH_COST)}"
    for column in range(_FIRST, _LAST + 1):
        discount = fixed(_YEARS_ROW, column)
        worth = brief.known([price, cost], f"{price}*(1-{discount})-{cost}")
        if beyond:
            worth = f'IF({beyond},"–",{worth})'
        page.formula(row, column, worth, look.figure(brief.money))


def _colour(page: Page, brief: Brief, first: int, rows: int) -> None:
    """Red to green by worth; in grey below the floor, in bold where it matches renewing as is."""
    area = Area(first, _FIRST, first + rows - 1, _LAST)
    below = f"=AND(ISNUMBER({_top(_FIRST)}),{_top(_FIRST)}<in_margin_floor)"
    cell, as_is = a1(first, _FIRST), "INDEX(cf_expected_npv,1)"
    better = f"=AND(COUNT({cell},{as_is})=2,{cell}>={as_is})"
    page.highlights.append(Highlight(area, below, colour="#7B8794"))
    page.highlights.append(Highlight(area, better, bold=True))
    page.colour_scales.append(ColourScale(area, *_SCALE))
