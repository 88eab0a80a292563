"""The one margin by product: the part of price and cost that each product has, and what is left."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reports.workbook import style as look
from reports.workbook.brief import Brief
from reports.workbook.formulas.address import a1, fixed_span
from reports.workbook.model import Area
from reports.workbook.page import Page
from transforms.renewals.offers import Offer
from transforms.renewals.product_prices import ProductShare, product_shares, together

_LABEL, _PRICE_SHARE, _COST_SHARE, _LIST, _PRICE, _OFF_LIST = range(1, 7)
_COST, _CONTRIBUTION, _TODAY, _ASKED, _OFFERED = range(7, 12)
_HEADERS = (
    *("product", "price_share", "cost_share", "list", "price", "off_list"),
    *("cost", "contribution", "today", "asked", "offered"),
)
MARGINS: Mapping[int, int] = {
    column: list(Offer).index(offer) + 1
    for column, offer in (
        (_TODAY, Offer.AS_IS),
        (_ASKED, Offer.AS_REQUESTED),
        (_OFFERED, Offer.COUNTER),
    )
}
"""Column of an offer's margin, and the offer's number among the scenarios."""
_MOST_PRODUCTS = 12


def product_margins(page: Page, brief: Brief, row: int) -> int:
    """Products down, price, cost and margins across. Returns the last row."""
    say = brief.words.say
    page.section(row, _LABEL, _OFFERED, say("products.title"), look.SECTION)
    heads = [say(f"products.{key}", currency=brief.client.currency) for key in _HEADERS]
    page.row(row + 1, _LABEL, heads, look.HEADER_RIGHT)
    page.restyle(row + 1, _LABEL, look.HEADER)
    page.heights[row + 1] = 30
    shares = _shown(brief)
    first = row + 2
    for at, share in enumerate(shares, start=first):
        _product(page, brief, at, share)
    last = first + max(1, len(shares))
    if not shares:
        page.put(first, _LABEL, say("products.unknown"), look.BODY)
    is_split = bool(shares) and all(share.of_cost is not None for share in shares)
    _total(page, brief, Area(first, _LABEL, last - 1, _OFFERED), is_split)
    page.put(last + 1, _LABEL, say(f"products.{'split' if is_split else 'unsplit'}"), look.SMALL)
    if not _is_listed_elsewhere(brief, shares):
        return last + 1
    page.put(last + 2, _LABEL, say("products.other_list"), look.SMALL)
    return last + 2


def _is_listed_elsewhere(brief: Brief, shares: Sequence[ProductShare]) -> bool:
    """Whether the deal's list price is another than the price list has for these products."""
    is_priced = all(share.list_minor for share in shares)
    return is_priced and together(shares, "").list_minor != brief.inputs.list_price_minor


def _shown(brief: Brief) -> Sequence[ProductShare]:
    """The dearest products; those beyond a page's room together."""
    found = product_shares(brief.client.dossier.renewal.products, brief.invoiced)
    rest = found[_MOST_PRODUCTS:]
    if not rest:
        return found
    name = brief.words.say("price_volume.rest", count=len(rest))
    return (*found[:_MOST_PRODUCTS], together(rest, name))


def _product(page: Page, brief: Brief, row: int, share: ProductShare) -> None:
    absent, percent = brief.words.absent, look.figure(brief.percent)
    page.put(row, _LABEL, share.product or brief.words.say("products.unnamed"), look.LABEL)
    page.put(row, _PRICE_SHARE, share.of_price, percent)
    page.put(row, _COST_SHARE, absent if share.of_cost is None else share.of_cost, percent)
    listed = brief.major(share.list_minor)
    page.put(row, _LIST, absent if listed is None else listed, look.figure(brief.money))
    at = {column: a1(row, column) for column in range(_PRICE_SHARE, _OFFERED + 1)}
    price = brief.known(["in_price"], f"in_price*{at[_PRICE_SHARE]}")
    page.formula(row, _PRICE, price, look.figure(brief.money))
    page.formula(row, _OFF_LIST, _off_list(brief, row), percent)
    costs = ["in_cost_of_sales", "in_cost_to_serve", at[_COST_SHARE]]
    spent = f"in_cost_of_sales*{at[_COST_SHARE]}+in_cost_to_serve*{at[_PRICE_SHARE]}"
    page.formula(row, _COST, brief.known(costs, spent), look.figure(brief.money))
    left = f"{at[_PRICE]}*(1-in_commission)-{at[_COST]}"
    contribution = brief.known([at[_PRICE], at[_COST]], left)
    page.formula(row, _CONTRIBUTION, contribution, look.figure(brief.money))
    for column, number in MARGINS.items():
        page.formula(row, column, _margin(brief, row, number), percent)


def _off_list(brief: Brief, row: int) -> str:
    price, listed = a1(row, _PRICE), a1(row, _LIST)
    return brief.known([price, listed], f'IF({listed}>0,1-{price}/{listed},"{brief.words.absent}")')


def _margin(brief: Brief, row: int, number: int) -> str:
    """What an offer leaves of a product: what it sells and gives besides is spread by price."""
    share, cost_share = a1(row, _PRICE_SHARE), a1(row, _COST_SHARE)
    revenue, cost = f"INDEX(sc_revenue,{number})", f"INDEX(sc_cost,{number})"
    own = f"in_cost_of_sales*{cost_share}+({cost}-in_cost_of_sales)*{share}"
    left = f"1-in_commission-({own})/({revenue}*{share})"
    shown = f'IF({revenue}*{share}>0,{left},"{brief.words.absent}")'
    return brief.known([revenue, cost, "in_cost_of_sales", cost_share], shown)


def _total(page: Page, brief: Brief, products: Area, is_split: bool) -> None:
    """All products: where cost is told by product, their margins weighed by price, which have to
    be the scenarios'; else the scenarios' own."""
    row = products.last_row + 1
    page.band(row, _LABEL, _OFFERED, look.LABEL_BOLD)
    page.put(row, _LABEL, brief.words.say("pivot.total"), look.LABEL_BOLD)
    bold, money = (replace(look.figure(shown), bold=True) for shown in (brief.percent, brief.money))

    def column(at: int) -> str:
        return fixed_span(replace(products, first_column=at, last_column=at))

    def added(at: int) -> str:
        cells, count = column(at), products.last_row - products.first_row + 1
        return f'IF(COUNT({cells})<{count},"{brief.words.absent}",SUM({cells}))'

    page.formula(row, _PRICE_SHARE, added(_PRICE_SHARE), bold)
    page.formula(row, _COST_SHARE, added(_COST_SHARE), bold)
    page.formula(row, _LIST, brief.known(["in_list_price"], "in_list_price"), money)
    page.formula(row, _PRICE, added(_PRICE), money)
    page.formula(row, _OFF_LIST, _off_list(brief, row), bold)
    whole = {_COST: "INDEX(sc_cost,1)", _CONTRIBUTION: "INDEX(sc_contribution,1)"}
    for at, own in whole.items():
        page.formula(row, at, added(at) if is_split else own, money)
    for at, number in MARGINS.items():
        cells, count = column(at), products.last_row - products.first_row + 1
        weighed = f"SUMPRODUCT({column(_PRICE_SHARE)},{cells})"
        known = f'IF(COUNT({cells})<{count},"{brief.words.absent}",{weighed})'
        page.formula(row, at, known if is_split else f"INDEX(sc_margin,{number})", bold)
    page.name("prd_margins", row, _TODAY, width=len(MARGINS))
    page.name(
        "prd_all", products.first_row, _LIST, _OFFERED - _LIST + 1, row - products.first_row + 1
    )
