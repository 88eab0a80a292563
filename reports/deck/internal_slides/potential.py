"""What more there is to sell: what the client may be worth, open deals, products it lacks."""

from reports.brand import inches
from reports.deck.desk import Delta, Headline, Tone, Value
from reports.deck.exhibit_table import ColumnPlan, Entry, Row, TablePlan, whole_table
from reports.deck.exhibits import TILE_HEIGHT, Page, bullet_list, heading, slide, tiles
from reports.deck.formats import Formats
from reports.deck.internal_desk import InternalDesk
from reports.deck.internal_view import Deal
from reports.deck.model import Align, Box, Element, Figure, Slide
from reports.deck.slides.contract import Absent, Kind
from reports.deck.tiles import Tile
from transforms.money import to_major

ORDER = 106
KIND = Kind.CONTENT

_MOST_DEALS = 8
_MOST_PRODUCTS = 8
_WORTH = ("white_space", "expected_profit", "lifetime_value")
"""Forecasts that compare the client with others like it: never for the client's eyes."""


def headline(desk: InternalDesk, story: tuple[Headline, ...]) -> Headline | Absent:
    """How many deals are open and how many products the client lacks."""
    del story
    deals, products = desk.inside.deals, desk.inside.products_without
    if not deals and not products:
        return Absent("nothing_open")
    values: dict[str, Value] = {
        "deals": desk.tally(len(deals), "opportunities"),
        "products": desk.tally(len(products), "products"),
        "worth": _worth(desk, deals),
        "decided": _decided(desk, deals),
    }
    rule = "both" if deals and products else "deals" if deals else "products"
    title = desk.counted(f"titles.potential.{rule}", len(deals) or len(products), values)
    return Headline("potential", Tone.FLAT, title, desk.phrase("clauses.none"))


def _worth(desk: InternalDesk, deals: tuple[Deal, ...]) -> Value:
    """What the open deals come to; nothing where an amount lacks or currencies differ."""
    amounts = [deal.amount_minor for deal in deals if deal.amount_minor is not None]
    currencies = {deal.currency for deal in deals}
    if len(amounts) < len(deals) or len(currencies) != 1:
        return ""
    currency = currencies.pop()
    money = Formats(desk.view.locale, currency, desk.view.language).money(sum(amounts))
    figure = Figure(money, float(to_major(sum(amounts), currency)), table="opportunities")
    return desk.phrase("titles.potential.worth", {"amount": figure})


def _decided(desk: InternalDesk, deals: tuple[Deal, ...]) -> Value:
    """When the first of the deals is expected to close."""
    days = [deal.close_date for deal in deals if deal.close_date is not None]
    if not days:
        return ""
    values = {"day": desk.formats.long_day(min(days))}
    return desk.counted("titles.potential.decided", len(deals), values)


def compose(
    desk: InternalDesk, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """What the client may be worth, over deals at the left and products at the right; one of
    them alone takes the width."""
    del story
    whole, worth = desk.brand.body, _tiles(desk)
    top = TILE_HEIGHT + inches(0.25) if worth else 0
    area = Box(whole.left, whole.top + top, whole.width, whole.height - top)
    deals, products = desk.inside.deals, desk.inside.products_without
    side = inches(3.6) if deals and products else 0
    width = area.width - side - (inches(0.35) if side else 0)
    row = Box(whole.left, whole.top, whole.width, TILE_HEIGHT)
    elements: list[Element] = [*tiles(desk, worth, row)] if worth else []
    if deals:
        place = Box(area.left, area.top, width, area.height)
        elements.extend(whole_table(desk, _plan(desk), place))
    if products:
        left = area.right - side if side else area.left
        place = Box(left, area.top, side or area.width, area.height)
        elements.append(heading(desk, desk.say("potential.products"), place))
        listed = Box(place.left, place.top + inches(0.4), place.width, place.height - inches(0.4))
        elements.append(bullet_list(desk, products[:_MOST_PRODUCTS], listed, 1))
    notes = (headline.title.text, *(desk.definition_of(kpi) for kpi in _WORTH if worth))
    page = Page("potential", headline.title, ("accounts", "subscriptions"), notes)
    return (slide(desk, page, elements),)


def _tiles(desk: InternalDesk) -> list[Tile]:
    """What the client may be worth; nothing where none of it is known."""
    if all(desk.get(kpi).number is None for kpi in _WORTH):
        return []
    return [_tile(desk, kpi) for kpi in _WORTH]


def _tile(desk: InternalDesk, kpi: str) -> Tile:
    value = desk.get(kpi)
    if value.number is None:
        missing = Delta(desk.reason(value.reason), Tone.MISSING)
        return Tile(desk.short_name(kpi), desk.say("absent"), missing)
    said = _lacking(desk) if kpi == "white_space" else desk.say(f"potential.{kpi}")
    return Tile(desk.short_name(kpi), desk.text_of(value), Delta(said, Tone.FLAT))


def _lacking(desk: InternalDesk) -> str:
    """How many products stand behind the white space."""
    count = int(desk.get("white_space_products").value or 0)
    return desk.words.count("potential.lacking", count) if count else desk.say("potential.has_all")


def _plan(desk: InternalDesk) -> TablePlan:
    deals = desk.inside.deals
    rows = [_row(desk, deal) for deal in deals[:_MOST_DEALS]]
    if len(deals) > _MOST_DEALS:
        more = desk.words.count("fee.more", len(deals) - _MOST_DEALS)
        rows.append((Entry(more), *[Entry("")] * 4))
    return TablePlan(
        desk.say("potential.table"),
        desk.say("potential.alt"),
        (
            ColumnPlan(desk.say("potential.deal"), 0.26),
            ColumnPlan(desk.say("potential.kind"), 0.15),
            ColumnPlan(desk.say("potential.amount"), 0.24, Align.RIGHT),
            ColumnPlan(desk.say("potential.probability"), 0.15, Align.RIGHT),
            ColumnPlan(desk.say("potential.close"), 0.2, Align.RIGHT),
        ),
        tuple(rows),
    )


def _row(desk: InternalDesk, deal: Deal) -> Row:
    absent = desk.say("absent")
    money = Formats(desk.view.locale, deal.currency, desk.view.language)
    return (
        Entry(deal.name or absent),
        Entry(desk.say(f"potential.kind_{deal.kind}") if deal.kind else absent),
        Entry(absent if deal.amount_minor is None else money.money(deal.amount_minor)),
        Entry(absent if deal.probability is None else desk.formats.percent(deal.probability)),
        Entry(desk.formats.day(deal.close_date) if deal.close_date else absent),
    )
