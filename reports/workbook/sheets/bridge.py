"""From list price through what is asked to the margin of the first year."""

from dataclasses import replace

from reports.workbook import style as look
from reports.workbook.brief import Brief
from reports.workbook.formulas.address import a1
from reports.workbook.model import Area, Chart, ChartKind, PrintSetup, Reference, Series
from reports.workbook.page import BuiltSheet, Page

ORDER = 50

_LABEL, _AMOUNT, _SHARE, _SOURCE = range(1, 5)
_BASE, _TOTAL, _DOWN, _UP = range(6, 10)
"""What the chart draws, right of the printed page."""
_HEADER_ROW = 3
_STEPS = ("list", "discounts", "price", "asked", "net", "sales", "serve", "extras", "margin")
_LEVELS = ("list", "price", "net", "margin")
_BEFORE = {
    "discounts": ("list",),
    "asked": ("price",),
    "sales": ("net",),
    "serve": ("net", "sales"),
    "extras": ("net", "sales", "serve"),
}
"""The level that a step leaves from, and the steps between."""
_REQUEST = 2
"""The number of the request among the scenarios."""
_ROW = {step: _HEADER_ROW + 1 + offset for offset, step in enumerate(_STEPS)}


def build(brief: Brief) -> BuiltSheet:
    """Steps and their chart. Levels are computed, so that they prove the steps."""
    say = brief.words.say
    widths = (2, 60, 18, 16, 56, 4, 13, 13, 13, 13)
    page = Page("bridge", brief.titles["bridge"], look.SLATE, widths)
    page.put(0, _LABEL, say("bridge.title"), replace(look.TITLE, wrap=False))
    page.heights[0] = 28
    page.put(1, _LABEL, brief.client_line, look.SUBTITLE)
    _header(page, brief)
    for step in _STEPS:
        _step(page, brief, step)
    proof = _HEADER_ROW + len(_STEPS) + 1
    page.put(proof, _LABEL, say("bridge.proof"), look.SMALL)
    style = replace(look.SMALL, align="right", number_format=brief.exact_money)
    page.formula(proof, _AMOUNT, _proof(brief), style)
    page.name("brg_proof", proof, _AMOUNT)
    _trailing(page, brief, proof + 1)
    page.name("brg_all", _HEADER_ROW + 1, _AMOUNT, 2, len(_STEPS) + 1)
    if brief.inputs.price_minor is not None:
        _chart(page, brief, proof + 5)
    return page.built(
        PrintSetup(is_landscape=True, area=Area(0, 0, proof + 28, _SOURCE), footer=brief.footer)
    )


def _header(page: Page, brief: Brief) -> None:
    say = brief.words.say
    page.put(_HEADER_ROW, _LABEL, say("scenarios.measure", currency=brief.client.currency),
             look.HEADER)  # fmt: skip
    page.put(_HEADER_ROW, _AMOUNT, say("bridge.amount"), look.HEADER_RIGHT)
    page.put(_HEADER_ROW, _SHARE, say("bridge.share"), look.HEADER_RIGHT)
    page.put(_HEADER_ROW, _SOURCE, say("assumptions.source"), look.HEADER_AFTER_FIGURE)
    keys = ("base", "total", "down", "up")
    small = replace(look.SMALL, align="right", wrap=True)
    page.row(_HEADER_ROW, _BASE, [say(f"bridge.{key}") for key in keys], small)
    page.heights[_HEADER_ROW] = 30


def _amount(step: str) -> str:
    return a1(_ROW[step], _AMOUNT)


def _step(page: Page, brief: Brief, step: str) -> None:
    row = _ROW[step]
    is_level = step in _LEVELS
    style = replace(look.figure(brief.exact_money), bold=is_level)
    label = look.LABEL_BOLD if is_level else replace(look.LABEL, indent=1)
    page.put(row, _LABEL, brief.words.say(f"bridge.{step}"), label)
    page.formula(row, _AMOUNT, _formula(brief, step), style)
    listed = _amount("list")
    share = brief.known(
        [_amount(step), listed], f'IF({listed}>0,{_amount(step)}/{listed},"{brief.words.absent}")'
    )
    page.formula(row, _SHARE, share, replace(look.figure(brief.percent), bold=is_level))
    page.name(f"brg_{step}", row, _AMOUNT)
    page.put(row, _SOURCE, brief.words.say(f"bridge_source.{step}"), look.SOURCE_CELL)
    helper = replace(look.SMALL, align="right", number_format=brief.money)
    for column, text in _drawn(step):
        page.formula(row, column, brief.known([_amount(step)], text), helper)


def _formula(brief: Brief, step: str) -> str:
    """An amount; the margin is the scenarios' own, so that the steps prove it."""
    match step:
        case "list":
            return brief.known(["in_list_price"], "in_list_price")
        case "discounts":
            return brief.known(["in_list_price", "in_price"], "in_price-in_list_price")
        case "price":
            return brief.known(["in_price"], "in_price")
        case "asked":
            return brief.known(["in_price", "in_discount"], "-in_price*in_discount")
        case "net":
            return brief.known([_request("net")], _request("net"))
        case "sales":
            return brief.known(["in_cost_of_sales"], "-in_cost_of_sales")
        case "serve":
            return brief.known(["in_cost_to_serve"], "-in_cost_to_serve")
        case "extras":
            gained = f"({_request('revenue')}-{_request('net')})"
            spent = f"({_request('cost')}-in_cost_of_sales-in_cost_to_serve)"
            sold = _request("commission")
            return brief.known([sold, _request("cost")], f"{gained}-{spent}-{sold}")
        case _:
            return brief.known([_request("contribution")], _request("contribution"))


def _request(measure: str) -> str:
    return f"INDEX(sc_{measure},{_REQUEST})"


def _drawn(step: str) -> list[tuple[int, str]]:
    """What the stacked columns are made of: an unseen base, then a level or a change."""
    amount = _amount(step)
    if step in _LEVELS:
        return [(_BASE, "0"), (_TOTAL, amount), (_DOWN, "0"), (_UP, "0")]
    before = [_amount(name) for name in _BEFORE[step]]
    start = f"({'+'.join(before)})"
    is_known = f"COUNT({','.join(before)})={len(before)}"
    return [
        (_BASE, f"IF({is_known},MAX(0,MIN({start},{start}+{amount})),0)"),
        (_TOTAL, "0"),
        (_DOWN, f"MAX(0,-{amount})"),
        (_UP, f"MAX(0,{amount})"),
    ]


def _proof(brief: Brief) -> str:
    """The price and every step, less the scenarios' contribution: nothing."""
    steps = [_amount(name) for name in ("price", "asked", "sales", "serve", "extras")]
    return brief.known([*steps, _amount("margin")], f"{'+'.join(steps)}-{_amount('margin')}")


def _trailing(page: Page, brief: Brief, row: int) -> None:
    """What the forward margin above must not be taken for: last year's, after credits."""
    say = brief.words.say
    margin = brief.client.dossier.renewal.evidence.trailing_margin
    page.put(row, _LABEL, say("bridge.trailing"), look.LABEL)
    value = brief.words.absent if margin is None else margin
    page.put(row, _AMOUNT, value, look.figure(brief.percent))
    page.put(row + 1, _LABEL, say("bridge.credits"), look.LABEL)
    credits = brief.known(["dat_credits"], "dat_credits")
    page.formula(row + 1, _AMOUNT, credits, look.figure(brief.exact_money))
    page.put(row + 2, _LABEL, say("bridge.note"), look.SMALL)


def _chart(page: Page, brief: Brief, row: int) -> None:
    title = brief.words.say("bridge.chart", currency=brief.client.currency)
    first, last = _ROW[_STEPS[0]], _ROW[_STEPS[-1]]
    label = f"{brief.money};-{brief.money};;"
    drawn = (
        (_BASE, "base", "", ""),
        (_TOTAL, "total", look.NAVY, label),
        (_DOWN, "down", look.LESS, label),
        (_UP, "up", look.MORE, label),
    )
    # The ask in its own colour among the steps down.
    reds = tuple(look.ASKED_BAR if step == "asked" else look.LESS for step in _STEPS)
    series = tuple(
        Series(
            name=brief.words.say(f"bridge.{key}"),
            categories=Reference("bridge", Area(first, _LABEL, last, _LABEL)),
            values=Reference("bridge", Area(first, column, last, column)),
            colour=colour,
            point_colours=reds if key == "down" else (),
            label_format=label_format,
            label_colour="#FFFFFF" if key == "total" else look.INK,
            label_position="inside_end" if key == "total" else "center",
        )
        for column, key, colour, label_format in drawn
    )
    page.charts.append(
        Chart(
            kind=ChartKind.STACKED,
            row=row,
            column=_LABEL,
            width=940,
            height=400,
            series=series,
            title=title,
            alt_text=brief.words.say("chart.alt", title=title),
            axis_format=brief.money,
            gap=40,
        )
    )
