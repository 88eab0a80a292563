"""Every offer year by year: what the present values on the scenarios are made of."""

from dataclasses import replace

from reports.workbook import style as look
from reports.workbook.advice import offer_name
from reports.workbook.brief import OFFERS, Brief
from reports.workbook.formulas.address import a1, span
from reports.workbook.formulas.cash_formulas import price_growth
from reports.workbook.model import Area, Chart, ChartKind, PrintSetup, Reference, Series
from reports.workbook.page import BuiltSheet, Page
from transforms.renewals.offers import Offer
from transforms.renewals.scenarios import best

ORDER = 60

MOST_YEARS = 5
_YEAR, _FIRST = 1, 2
_LAST = _FIRST + len(OFFERS) - 1
_NAMES_ROW, _NUMBER_ROW = 3, 4
_LEAD = ("revenue", "cost", "avoidable", "years", "uplift", "paid", "probability")
"""Rows taken over from the scenarios, by their measure."""
_LEAD_ROW = {key: row for row, key in enumerate(_LEAD, start=_NUMBER_ROW + 1)}
_BLOCKS = ("price", "cost", "avoidable", "flow", "staying", "expected")
_BLOCKS_ROW = _NUMBER_ROW + len(_LEAD) + 2
_BLOCK_HEIGHT = MOST_YEARS + 2
_TOTALS_ROW = _BLOCKS_ROW + _BLOCK_HEIGHT * len(_BLOCKS)
_TOTALS = (
    *("contract_value", "npv", "expected_npv", "expected_cost", "unavoidable", "expected_full"),
    "ranked",
)
_CHART_ROW, _CHART_ROWS = _TOTALS_ROW + len(_TOTALS) + 2, 15
_THOUSANDS_FROM_MAJOR = 500_000
_COLOURS = (look.GREY, look.NAVY, look.ACCENT)


def build(brief: Brief) -> BuiltSheet:
    """Lead rows from the scenarios, five blocks of years, and the totals."""
    words = brief.words
    widths = (2, 32, *[brief.figure_width(13.5)] * len(OFFERS))
    page = Page("cash_flows", brief.titles["cash_flows"], look.SLATE, widths)
    page.put(0, _YEAR, words.say("cash_flows.title"), replace(look.TITLE, wrap=False))
    page.heights[0] = 28
    page.put(1, _YEAR, words.say("cash_flows.note"), look.SUBTITLE)
    _lead(page, brief)
    for number, block in enumerate(_BLOCKS):
        _block(page, brief, _BLOCKS_ROW + number * _BLOCK_HEIGHT, block)
    _totals(page, brief)
    rows = _TOTALS_ROW + len(_TOTALS) + 1 - _NAMES_ROW
    page.name("cf_all", _NAMES_ROW, _FIRST, len(OFFERS), rows)
    if brief.outcomes:
        page.charts.append(_chart(brief))
    return page.built(
        PrintSetup(
            is_landscape=False,
            area=Area(0, 0, _CHART_ROW + _CHART_ROWS, _LAST),
            footer=brief.footer,
        ),
        frozen=(_NAMES_ROW + 1, _FIRST),
    )


def _lead(page: Page, brief: Brief) -> None:
    words = brief.words
    page.put(_NAMES_ROW, _YEAR, words.say("scenarios.measure", currency=brief.client.currency),
             look.HEADER)  # fmt: skip
    page.heights[_NAMES_ROW] = 30
    page.put(_NUMBER_ROW, _YEAR, words.say("scenarios.number"), look.SMALL)
    formats = {"years": look.WHOLE, "paid": look.FINE_FACTOR} | dict.fromkeys(
        ("uplift", "probability"), brief.percent
    )
    for key, row in _LEAD_ROW.items():
        page.put(row, _YEAR, words.say(f"scenarios.{key}"), look.LABEL)
    for offset in range(len(OFFERS)):
        column = _FIRST + offset
        number = a1(_NUMBER_ROW, column)
        page.formula(_NAMES_ROW, column, f"INDEX(sc_name,{number})", look.HEADER_RIGHT)
        page.put(_NUMBER_ROW, column, offset + 1, replace(look.SMALL, align="right"))
        for key, row in _LEAD_ROW.items():
            style = look.figure(formats.get(key, brief.money))
            page.formula(row, column, f"INDEX(sc_{key},{number})", style)


def _block(page: Page, brief: Brief, top: int, block: str) -> None:
    page.section(top, _YEAR, _LAST, brief.words.say(f"cash_flows.{block}"), look.SECTION)
    number_format = brief.percent if block == "staying" else brief.money
    name = brief.words.say("cash_flows.year")
    numbered = replace(look.LABEL, align="left", indent=1, number_format=f'"{name} "0')
    for year in range(1, MOST_YEARS + 1):
        row = top + year
        page.put(row, _YEAR, year, numbered)
        for column in range(_FIRST, _LAST + 1):
            formula = _year_formula(brief, block, year, row, column)
            page.formula(row, column, formula, look.figure(number_format))


def _year_formula(brief: Brief, block: str, year: int, row: int, column: int) -> str:
    """A year from the one before it, the first from the lead rows."""
    before = a1(row - 1, column)
    revenue, cost, avoidable, years, uplift, paid, odds = (
        f"{a1(lead, column)[: -len(str(lead + 1))]}${lead + 1}" for lead in _LEAD_ROW.values()
    )
    match block:
        case "price":
            if year == 1:
                return brief.known([revenue, years], revenue)
            return brief.known([before], f"{before}*{price_growth(year, years, uplift)}")
        case "cost" | "avoidable":
            spent = cost if block == "cost" else avoidable
            if year == 1:
                return brief.known([spent], spent)
            return brief.known([before], f"{before}*(1+in_cost_growth)")
        case "flow":
            price, spent = (a1(row - back * _BLOCK_HEIGHT, column) for back in (3, 1))
            worth = f"{price}*({paid}-in_commission)-{spent}*cost_worth"
            return brief.known([price, spent], f"IF({year}>in_horizon_years,0,{worth})")
        case "staying":
            if year == 1:
                return brief.known([odds, years], odds)
            return brief.known([before], f"{before}*IF({year}<={years},1,in_later_probability)")
        case _:
            flow, staying = (a1(row - back * _BLOCK_HEIGHT, column) for back in (2, 1))
            return brief.known([flow, staying], f"{flow}*{staying}")


def _totals(page: Page, brief: Brief) -> None:
    page.section(_TOTALS_ROW, _YEAR, _LAST, brief.words.say("cash_flows.totals"), look.SECTION)
    for offset, key in enumerate(_TOTALS, start=1):
        row = _TOTALS_ROW + offset
        page.put(row, _YEAR, brief.words.say(f"cash_flows.{key}"), look.LABEL)
        for column in range(_FIRST, _LAST + 1):
            page.formula(row, column, _total(brief, key, column), look.figure(brief.money))
        page.name(f"cf_{key}", row, _FIRST, width=len(OFFERS))


def _total(brief: Brief, key: str, column: int) -> str:
    years = Area(_BLOCKS_ROW + 1, _YEAR, _BLOCKS_ROW + MOST_YEARS, _YEAR)
    match key:
        case "contract_value":
            term, prices = a1(_LEAD_ROW["years"], column), span(_years_of("price", column))
            signed = f"({span(years)}<={term})*{prices}"
            return brief.known([_first(column, "price")], f"SUMPRODUCT({signed})")
        case "npv":
            return _present(brief, "flow", column)
        case "expected_npv":
            return _present(brief, "expected", column)
        case "expected_cost":
            return _expected_cost(brief, column, span(_years_of("avoidable", column)))
        case "unavoidable":
            cost, avoidable = (span(_years_of(name, column)) for name in ("cost", "avoidable"))
            return _expected_cost(brief, column, f"({cost}-{avoidable})")
        case "expected_full":
            number = a1(_NUMBER_ROW, column)
            worth, cost = (f"INDEX(cf_{name},{number})" for name in ("expected_npv", "unavoidable"))
            return brief.known([worth, cost], f"{worth}-{cost}")
        case _:
            number = a1(_NUMBER_ROW, column)
            value = f"INDEX(cf_expected_npv,{number})"
            is_ranked = f'AND(ISNUMBER({value}),INDEX(sc_bar,{number})="{brief.yes}")'
            return f'IF({is_ranked},{value},"–")'


def _expected_cost(brief: Brief, column: int, cost: str) -> str:
    """Present value of a cost, in the years of the horizon that come about."""
    years, staying = span(_years_of("staying", _YEAR)), span(_years_of("staying", column))
    worth = f"(1+in_discount_rate)^(1-{years})"
    needed = [_first(column, name) for name in ("cost", "avoidable", "staying")]
    kept = f"SUMPRODUCT(({years}<=in_horizon_years)*{cost}*{staying}*{worth})*cost_worth"
    return brief.known(needed, kept)


def _present(brief: Brief, block: str, column: int) -> str:
    area = _years_of(block, column)
    first = a1(area.first_row, column)
    later = span(replace(area, first_row=area.first_row + 1))
    return brief.known([first], f"{first}+NPV(in_discount_rate,{later})")


def _years_of(block: str, column: int) -> Area:
    top = _BLOCKS_ROW + _BLOCKS.index(block) * _BLOCK_HEIGHT
    return Area(top + 1, column, top + MOST_YEARS, column)


def _first(column: int, block: str) -> str:
    return a1(_years_of(block, column).first_row, column)


def _chart(brief: Brief) -> Chart:
    """Three offers side by side, year by year; weighed by probability where that is known."""
    offers = _drawn(brief)
    drawn = [brief.outcome(offer) for offer in offers]
    is_known = all(item and item.expected_npv_minor is not None for item in drawn)
    block = "expected" if is_known else "flow"
    years = replace(_years_of(block, _YEAR), first_column=_YEAR, last_column=_YEAR)
    shown = _shown(brief)
    title = brief.words.say(f"chart.{block}", currency=_unit(brief))
    series = tuple(
        Series(
            name=offer_name(brief, offer),
            categories=Reference("cash_flows", years),
            values=Reference("cash_flows", _years_of(block, _FIRST + OFFERS.index(offer))),
            colour=colour,
            # Years beyond the horizon draw nothing and say no 0.
            label_format=f"{shown};-{shown};;",
            label_position="outside_end",
        )
        for offer, colour in zip(offers, _COLOURS, strict=True)
    )
    return Chart(
        kind=ChartKind.COLUMN,
        row=_CHART_ROW,
        column=_YEAR,
        width=880,
        height=290,
        series=series,
        title=title,
        alt_text=brief.words.say("chart.alt", title=title),
        axis_format=shown,
        category_format=f'"{brief.words.say("cash_flows.year")} "0',
        value_minimum=_minimum(brief),
        has_legend=True,
    )


def _drawn(brief: Brief) -> tuple[Offer, Offer, Offer]:
    """No change, the request, and what is advised; the longer term where that is one of them."""
    chosen = best(brief.outcomes)
    usual = (Offer.AS_IS, Offer.AS_REQUESTED)
    advised = None if chosen is None or chosen.offer in usual else chosen.offer
    return (*usual, advised or Offer.LONG_TERM)


def _is_in_thousands(brief: Brief) -> bool:
    return (brief.major(brief.inputs.price_minor or 0) or 0) >= _THOUSANDS_FROM_MAJOR


def _shown(brief: Brief) -> str:
    """Number format of the chart: labels of full amounts would run into each other."""
    return "#,##0," if _is_in_thousands(brief) else brief.money


def _unit(brief: Brief) -> str:
    currency = brief.client.currency
    thousands = brief.words.say("chart.thousands", currency=currency)
    return thousands if _is_in_thousands(brief) else currency


def _minimum(brief: Brief) -> float | None:
    """Columns start at 0; where a year may lose money the reader's own scale is right."""
    over_time = brief.inputs.course
    is_kept = over_time.cost_growth <= min(over_time.price_uplift, over_time.term_uplift)
    gains = all(item.gross_profit_minor >= 0 for item in brief.outcomes)
    return 0.0 if is_kept and gains else None
