"""What moved the client's revenue in a year, what offers make of it, and the margin by product."""

from collections.abc import Sequence
from dataclasses import replace

from reports.workbook import style as look
from reports.workbook.brief import OFFERS, Brief
from reports.workbook.formulas.address import a1, fixed_span
from reports.workbook.model import Area, PrintSetup
from reports.workbook.page import BuiltSheet, Page
from reports.workbook.product_margins import product_margins
from transforms.billing.product_years import ProductChange, nets_of, product_changes
from transforms.core.money import exponent

ORDER = 55

_LABEL, _UNITS_BEFORE, _UNITS_NOW, _PRICE_BEFORE, _PRICE_NOW = range(1, 6)
_BEFORE, _NOW, _CHANGE, _BY_PRICE, _BY_VOLUME, _BY_MIX = range(6, 12)
_HEADER_ROW = 4
_HEADERS = (
    *("product", "units_before", "units_now", "price_before", "price_now"),
    *("before", "now", "change", "by_price", "by_volume", "by_mix"),
)
_MOST_PRODUCTS = 25
_OFFER_HEADERS = ("offer", "arr", "arr_change", "nrr", "probability", "nrr_expected")


def build(brief: Brief) -> BuiltSheet:
    """Products in two years, recurring revenue by offer, and the margin of each product."""
    say = brief.words.say
    widths = (2, 40, *[brief.figure_width(13.5)] * (len(_HEADERS) - 1))
    page = Page("price_volume", brief.titles["price_volume"], look.SLATE, widths)
    page.put(0, _LABEL, say("price_volume.title"), replace(look.TITLE, wrap=False))
    page.heights[0] = 28
    page.put(1, _LABEL, brief.client_line, look.SUBTITLE)
    offers = _offers(page, brief, _products(page, brief) + 2)
    last = product_margins(page, brief, offers + 2)
    return page.built(
        PrintSetup(is_landscape=True, area=Area(0, 0, last, _BY_MIX), footer=brief.footer)
    )


def _products(page: Page, brief: Brief) -> int:
    """Returns the last row."""
    say = brief.words.say
    page.section(_HEADER_ROW - 1, _LABEL, _BY_MIX, say("price_volume.products"), look.SECTION)
    heads = [say(f"price_volume.{key}", currency=brief.client.currency) for key in _HEADERS]
    page.row(_HEADER_ROW, _LABEL, heads, look.HEADER_RIGHT)
    page.restyle(_HEADER_ROW, _LABEL, look.HEADER)
    page.heights[_HEADER_ROW] = 30
    digits = exponent(brief.client.currency)
    found = product_changes(brief.client.dossier.renewal.lines_before, brief.invoiced, digits)
    if not found:
        page.put(_HEADER_ROW + 1, _LABEL, say("data.no_lines"), look.BODY)
    for row, change in enumerate(found[:_MOST_PRODUCTS], start=_HEADER_ROW + 1):
        _product(page, brief, row, change)
    at = _HEADER_ROW + 1 + max(1, min(len(found), _MOST_PRODUCTS))
    if rest := found[_MOST_PRODUCTS:]:
        _rest(page, brief, at, rest)
        at += 1
    _total(page, brief, at)
    page.put(at + 1, _LABEL, say("price_volume.note"), look.SMALL)
    return at + 1


def _product(page: Page, brief: Brief, row: int, change: ProductChange) -> None:
    name = change.product or brief.words.say("price_volume.credits")
    page.put(row, _LABEL, name, look.LABEL)
    for column, year in ((_UNITS_BEFORE, change.before), (_UNITS_NOW, change.now)):
        is_known = year.units is not None
        units = year.units if is_known else brief.words.absent
        page.put(row, column, units, look.figure("#,##0.##" if is_known else ""))
    _put_years(page, brief, row, change.before.net, change.now.net)
    exact = look.figure(brief.exact_money)
    for column, net, units in (
        (_PRICE_BEFORE, _BEFORE, _UNITS_BEFORE),
        (_PRICE_NOW, _NOW, _UNITS_NOW),
    ):
        page.formula(row, column, brief.known([a1(row, units)], _over(row, net, units)), exact)
    cell = {column: a1(row, column) for column in range(_UNITS_BEFORE, _BY_MIX + 1)}
    needed = [cell[_UNITS_BEFORE], cell[_UNITS_NOW]]
    by_price = f"({cell[_PRICE_NOW]}-{cell[_PRICE_BEFORE]})*{cell[_UNITS_NOW]}"
    by_volume = f"({cell[_UNITS_NOW]}-{cell[_UNITS_BEFORE]})*{cell[_PRICE_BEFORE]}"
    signed = look.figure(look.signed(brief.exact_money))
    for column, formula in ((_BY_PRICE, by_price), (_BY_VOLUME, by_volume)):
        page.formula(row, column, f"IF(COUNT({','.join(needed)})=2,{formula},0)", signed)
    mixed = f"IF(COUNT({','.join(needed)})=2,0,{cell[_CHANGE]})"
    page.formula(row, _BY_MIX, mixed, signed)


def _put_years(page: Page, brief: Brief, row: int, before: float, now: float) -> None:
    exact = look.figure(brief.exact_money)
    page.put(row, _BEFORE, before, exact)
    page.put(row, _NOW, now, exact)
    change = f"{a1(row, _NOW)}-{a1(row, _BEFORE)}"
    page.formula(row, _CHANGE, change, look.figure(look.signed(brief.exact_money)))


def _over(row: int, amount: int, units: int) -> str:
    return f"{a1(row, amount)}/{a1(row, units)}"


def _rest(page: Page, brief: Brief, row: int, rest: Sequence[ProductChange]) -> None:
    """All products beyond those listed, together."""
    page.put(row, _LABEL, brief.words.say("price_volume.rest", count=len(rest)), look.LABEL)
    page.band(row, _UNITS_BEFORE, _PRICE_NOW, look.LABEL)
    _put_years(page, brief, row, *nets_of(rest))
    signed = look.figure(look.signed(brief.exact_money))
    page.put(row, _BY_PRICE, 0, signed)
    page.put(row, _BY_VOLUME, 0, signed)
    page.formula(row, _BY_MIX, a1(row, _CHANGE), signed)


def _total(page: Page, brief: Brief, row: int) -> None:
    page.band(row, _LABEL, _PRICE_NOW, look.LABEL_BOLD)
    page.put(row, _LABEL, brief.words.say("pivot.total"), look.LABEL_BOLD)
    for column in range(_BEFORE, _BY_MIX + 1):
        span = fixed_span(Area(_HEADER_ROW + 1, column, row - 1, column))
        shown = brief.exact_money if column < _CHANGE else look.signed(brief.exact_money)
        page.formula(row, column, f"SUM({span})", replace(look.figure(shown), bold=True))
    names = {_CHANGE: "change", _BY_PRICE: "price", _BY_VOLUME: "volume", _BY_MIX: "mix"}
    for column, name in names.items():
        page.name(f"pvm_{name}", row, column)


def _offers(page: Page, brief: Brief, row: int) -> int:
    """What each offer makes of the recurring revenue; returns the last row."""
    say, last = brief.words.say, _LABEL + len(_OFFER_HEADERS) - 1
    page.section(row, _LABEL, _BY_MIX, say("price_volume.offers"), look.SECTION)
    heads = [say(f"price_volume.{key}", currency=brief.client.currency) for key in _OFFER_HEADERS]
    page.row(row + 1, _LABEL, heads, look.HEADER_RIGHT)
    page.restyle(row + 1, _LABEL, look.HEADER)
    page.heights[row + 1] = 30
    for number in range(1, len(OFFERS) + 1):
        at = row + 1 + number
        page.formula(at, _LABEL, f"INDEX(sc_name,{number})", look.LABEL)
        for column, (formula, shown) in enumerate(_effects(brief, number), start=_LABEL + 1):
            page.formula(at, column, formula, look.figure(shown))
    page.name("pvm_nrr", row + 2, last, height=len(OFFERS))
    page.put(row + 2 + len(OFFERS), _LABEL, say("price_volume.offers_note"), look.SMALL)
    return row + 2 + len(OFFERS)


def _effects(brief: Brief, number: int) -> list[tuple[str, str]]:
    """Formula and number format of each column of an offer."""
    net, odds = f"INDEX(sc_net,{number})", f"INDEX(sc_probability,{number})"
    return [
        (net, brief.money),
        (brief.priced([net], f"{net}-in_price"), look.signed(brief.money)),
        (brief.priced([net], f"{net}/in_price"), brief.percent),
        (odds, brief.percent),
        (brief.priced([net, odds], f"{odds}*{net}/in_price"), brief.percent),
    ]
