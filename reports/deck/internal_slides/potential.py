"""What more there is to sell: what the client may be worth, open deals, products it lacks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from reports.brand import inches
from reports.deck.exhibits.frame import TILE_HEIGHT, Page, note, slide, tiles
from reports.deck.exhibits.table import ColumnPlan, Entry, Row, TablePlan, whole_table
from reports.deck.exhibits.tiles import Tile
from reports.deck.formats import Formats
from reports.deck.model import Box, Element, Figure, Slide
from reports.deck.review.internal_context import InternalContext
from reports.deck.review.matter import owned
from reports.deck.slide_context import Delta, Headline, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from reports.deck.text_model import Align
from transforms.core.money import to_major
from transforms.kpis import shown_at
from transforms.metrics.kpi import Caveat, Missing, Place
from transforms.sales.deals import Deal, worth_of

ORDER = 27
KIND = Kind.CONTENT

_MOST_DEALS = 8
_MOST_TOLD = 4
_FIRST_TOLD = ("amount", "close", "probability", "kind", "stage", "product", "opened")
"""What is told of deals beside their name, the most telling first."""
_MOST_PRODUCTS = 8


def headline(context: InternalContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """How many deals are open and how many products the client lacks."""
    del story
    deals, products = context.inside.deals, context.inside.products_without
    if not deals and (not products or not context.view.is_active):
        return Absent("nothing_open")  # nobody sells more to a client that left, without a deal
    values: dict[str, Value] = {
        "deals": context.tally(len(deals), "opportunities"),
        "products": context.tally(len(products), "products"),
        "lacking": context.counted(
            "titles.potential.lacking",
            len(products),
            {"products": context.tally(len(products), "products")},
        ),
        "worth": _worth(context, deals),
        "late": _since(context, deals) or _late(context, deals),
        "decided": _since(context, deals) or _late(context, deals) or _decided(context, deals),
    }
    rule = "both" if deals and products else "deals" if deals else "products"
    if not context.view.is_active:
        rule = "former" if context.inside.begins is None else "coming"
    title = context.counted(f"titles.potential.{rule}", len(deals) or len(products), values)
    return Headline("potential", Tone.FLAT, title, context.phrase("clauses.none"))


def _worth(context: InternalContext, deals: tuple[Deal, ...]) -> Value:
    """What the open deals come to; nothing where an amount lacks or currencies differ."""
    if (worth := worth_of(deals)) is None:
        return ""
    minor, currency = worth
    money = Formats(context.view.locale, currency).money(minor)
    figure = Figure(money, float(to_major(minor, currency)), table="opportunities")
    return context.phrase("titles.potential.worth", {"amount": figure})


def _late(context: InternalContext, deals: tuple[Deal, ...]) -> Value:
    """How many deals should have been closed by the day of the data."""
    today = context.view.data_date
    count = sum(
        deal.close_date is not None and deal.close_date < today and not deal.outcome
        for deal in deals
    )
    if not count:
        return ""
    values = {"n": context.tally(count, "opportunities")}
    rule = "all_late" if count == len(deals) else "late"
    return context.counted(f"titles.potential.{rule}", count, values)


def _since(context: InternalContext, deals: tuple[Deal, ...]) -> Value:
    """How many of them were won or lost since the period's end."""
    count = sum(bool(deal.outcome) for deal in deals)
    if not count:
        return ""
    if len(deals) == 1:
        day = deals[0].close_date
        values: dict[str, Value] = {"day": context.formats.day(day) if day else ""}
        return context.phrase(f"titles.potential.since_{deals[0].outcome}", values)
    values = {"n": context.tally(count, "opportunities")}
    rule = "all_since" if count == len(deals) else "since"
    return context.counted(f"titles.potential.{rule}", count, values)


def _decided(context: InternalContext, deals: tuple[Deal, ...]) -> Value:
    """When the first of the deals is expected to close."""
    days = [deal.close_date for deal in deals if deal.close_date is not None]
    if not days:
        return ""
    values = {"day": context.formats.long_day(min(days))}
    return context.counted("titles.potential.decided", len(deals), values)


def compose(
    context: InternalContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """What the client may be worth, over the products it lacks and the open deals."""
    del story
    whole, worth = context.brand.body, _tiles(context) if context.view.is_active else []
    top = TILE_HEIGHT + inches(0.18) if worth else 0
    area = Box(whole.left, whole.top + top, whole.width, whole.height - top)
    deals = context.inside.deals
    products = context.inside.products_without if context.view.is_active else ()
    row = Box(whole.left, whole.top, whole.width, TILE_HEIGHT)
    elements: list[Element] = [*tiles(context, worth, row)] if worth else []
    for write in (_products(context, products), _next_step(context)):
        if write:
            told = note(context, write, area)
            elements.append(told)
            under = told.box.height + inches(0.1)
            area = Box(area.left, area.top + under, area.width, area.height - under)
    if deals:
        elements.extend(whole_table(context, _plan(context), area))
    defined = context.definitions(Place.POTENTIAL) if worth else ()
    notes = (headline.title.text, *defined)
    tables = ("accounts", "subscriptions", *(("opportunities",) if deals else ()))
    page = Page("potential", headline.title, tables, notes)
    return (slide(context, page, elements),)


def _products(context: InternalContext, products: Sequence[str]) -> str:
    """What the client does not buy, in a sentence; empty where there is nothing."""
    rest = len(products) - _MOST_PRODUCTS
    named = products[: _MOST_PRODUCTS + (rest == 1)]
    more = [context.words.count("fee.more", rest)] if rest > 1 else []
    said = f"{context.say('potential.products')}: {', '.join([*named, *more])}"
    return said if products else ""


def _next_step(context: InternalContext) -> str:
    """Who does what next about the deals that are still open, and until when; else empty."""
    left = [deal for deal in context.inside.deals if not deal.outcome]
    if not left:
        return ""
    owner, day = owned(context, "")
    values = {"owner": owner, "day": context.formats.day(day), "name": left[0].name}
    is_former = not context.view.is_active and context.inside.begins is None
    rule = "former_step" if is_former else "next_step"
    return context.words.count(f"potential.{rule}", len(left), values)


def _tiles(context: InternalContext) -> list[Tile]:
    """What the client may be worth, by forecasts that compare it with others like it; nothing
    where none of it is known."""
    worth = shown_at(Place.POTENTIAL)
    if all(context.get(kpi).number is None for kpi in worth):
        return []
    return [_tile(context, kpi) for kpi in worth]


def _tile(context: InternalContext, kpi: str) -> Tile:
    value = context.get(kpi)
    if context.get("mrr").reason is Missing.NO_SUBSCRIPTIONS:
        why = Delta(context.reason(Missing.NO_SUBSCRIPTIONS), Tone.MISSING)
        return Tile(context.short_name(kpi), context.say("absent"), why)
    if value.number is None:
        missing = Delta(context.reason(value.reason), Tone.MISSING)
        return Tile(context.short_name(kpi), context.say("absent"), missing)
    if kpi == "white_space" and context.inside.products_without and not _behind(context):
        worth = [context.get(item).reason for item in shown_at(Place.POTENTIAL)]
        if Missing.TOO_FEW_CLIENTS in worth:
            few = Delta(context.reason(Missing.TOO_FEW_CLIENTS), Tone.MISSING)
            return Tile(context.short_name(kpi), context.say("absent"), few)
    if kpi == "lifetime_value" and value.note == Caveat.CONTRACTED:
        # Years to come of who has not been here for one are no figure to plan with.
        early = Delta(context.say("potential.under_a_year"), Tone.MISSING)
        return Tile(context.short_name(kpi), context.say("absent"), early)
    return Tile(
        context.short_name(kpi), context.text_of(value), Delta(_said(context, kpi), Tone.FLAT)
    )


def _said(context: InternalContext, kpi: str) -> str:
    if kpi == "white_space":
        return _lacking(context)
    told = f"potential.{kpi}"
    return context.say(told if context.words.has(told) else "delta.none")


def _lacking(context: InternalContext) -> str:
    """How many of the products that are not bought stand behind the white space."""
    count, every = _behind(context), len(context.inside.products_without)
    if not count and every:
        return context.words.count("potential.lacking_none", every)
    if not count:
        return context.say("potential.has_all")
    if count >= every:
        return context.words.count("potential.lacking_all", count)
    return context.words.count("potential.lacking", count, {"all": context.formats.count(every)})


def _behind(context: InternalContext) -> int:
    return int(context.get("white_space_products").value or 0)


@dataclass(frozen=True)
class _Told:
    """A column of the table of deals."""

    key: str
    share: float
    cells: tuple[str, ...]
    """Of each deal; empty where it is not known."""
    align: Align = Align.LEFT

    @property
    def is_known(self) -> bool:
        return any(self.cells)


def _plan(context: InternalContext) -> TablePlan:
    deals = context.inside.deals
    columns = _columns(context, deals[:_MOST_DEALS])
    absent = context.say("absent")
    rows: list[Row] = [
        tuple(Entry(cell or absent) for cell in cells)
        for cells in zip(*(column.cells for column in columns), strict=True)
    ]
    if len(deals) > _MOST_DEALS:
        more = context.words.count("fee.more", len(deals) - _MOST_DEALS)
        rows.append((Entry(more), *[Entry("")] * (len(columns) - 1)))
    whole = sum(column.share for column in columns)
    return TablePlan(
        context.say("potential.table"),
        context.say("potential.alt"),
        tuple(
            ColumnPlan(context.say(f"potential.{column.key}"), column.share / whole, column.align)
            for column in columns
        ),
        tuple(rows),
    )


def _columns(context: InternalContext, deals: tuple[Deal, ...]) -> list[_Told]:
    """The deal and what is known of any of them; where amount, kind or day are not recorded,
    stage, product and the day it was entered take their places."""
    known = [column for column in _told(context, deals) if column.is_known]
    first = sorted(known, key=lambda column: _FIRST_TOLD.index(column.key))[:_MOST_TOLD]
    return [
        _Told("deal", 0.26, tuple(deal.name for deal in deals)),
        *(column for column in known if column in first),
    ]


def _told(context: InternalContext, deals: tuple[Deal, ...]) -> list[_Told]:
    """All that may be told of deals, in the order of the columns."""

    def cells(write: Callable[[Deal], str]) -> tuple[str, ...]:
        return tuple(write(deal) for deal in deals)

    return [
        _Told("kind", 0.15, cells(lambda deal: _kind(context, deal))),
        _Told("stage", 0.15, cells(lambda deal: deal.stage)),
        _Told("product", 0.2, cells(lambda deal: deal.product)),
        _Told("opened", 0.2, cells(lambda deal: _day(context, deal.opened)), Align.RIGHT),
        _Told("amount", 0.24, cells(lambda deal: _amount(context, deal)), Align.RIGHT),
        _Told("probability", 0.15, cells(lambda deal: _chance(context, deal)), Align.RIGHT),
        _Told("close", 0.2, cells(lambda deal: _close(context, deal)), Align.RIGHT),
    ]


def _kind(context: InternalContext, deal: Deal) -> str:
    return context.say(f"potential.kind_{deal.kind}") if deal.kind else ""


def _amount(context: InternalContext, deal: Deal) -> str:
    money = Formats(context.view.locale, deal.currency)
    return "" if deal.amount_minor is None else money.money(deal.amount_minor)


def _chance(context: InternalContext, deal: Deal) -> str:
    return "" if deal.probability is None else context.formats.percent(deal.probability)


def _day(context: InternalContext, day: date | None) -> str:
    return context.formats.day(day) if day else ""


def _close(context: InternalContext, deal: Deal) -> str:
    """When a deal is expected to close, or what became of it since; of a day that went by, that
    it is to be looked at."""
    day = deal.close_date
    if deal.outcome:
        return context.say(f"potential.{deal.outcome}", {"day": _day(context, day)})
    if day is None or day >= context.view.data_date:
        return _day(context, day)
    return context.say("potential.late", {"day": context.formats.day(day)})
