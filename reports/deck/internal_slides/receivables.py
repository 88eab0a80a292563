"""What the client owes, by how long it has been due."""

from dataclasses import replace

from reports.deck.exhibits.chart import category_axis, hidden_values, legend
from reports.deck.exhibits.frame import Page, beside_tiles, heading, note, slide, tiles_down
from reports.deck.exhibits.meaning import Meaning, above_meaning, meaning
from reports.deck.exhibits.tiles import Tile, tile_of
from reports.deck.model import (
    Box,
    Chart,
    Element,
    Figure,
    Grouping,
    LabelPlace,
    Labels,
    Plot,
    PlotKind,
    Series,
    Slide,
)
from reports.deck.review.internal_context import InternalContext
from reports.deck.review.matters import owned
from reports.deck.review.overdue import (
    collecting,
    does_owe_much,
    is_all_disputed,
    is_much_disputed,
    is_to_collect,
)
from reports.deck.review.signal_words import begun_small
from reports.deck.slide_context import Headline, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from transforms.core.money import exponent, to_major
from transforms.core.periods import Period
from transforms.kpis import shown_at
from transforms.metrics.kpi import Caveat, Place

ORDER = 103
KIND = Kind.CONTENT

_QUARTERS = 4
_AGES = {"ageing_1_30": 1.0, "ageing_31_60": 31.0, "ageing_61_90": 61.0}
"""Ages of what is overdue for less than a quarter, and the first day of each."""


def headline(context: InternalContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """The open balance, and how much of it is overdue."""
    del story
    balance, overdue = context.get("open_balance"), context.get("overdue_balance")
    if balance.value_minor is None or overdue.value_minor is None:
        return Absent(balance.reason or overdue.reason or "no_rows")
    if balance.value_minor <= 0:
        return Absent("nothing_owed")  # a page of zeros; the summary says it
    values: dict[str, Value] = {
        "balance": context.figure(balance),
        "overdue": context.figure(overdue),
        "disputed": _disputed(context),
        "old": context.figure(context.get("ageing_over_90")),
        "share": _share(context, overdue.value_minor, balance.value_minor),
        "age": _oldest(context, overdue.value_minor),
    }
    rule, tone = _rule(context, balance.value_minor, overdue.value_minor)
    return Headline(
        "receivables",
        tone,
        context.phrase(f"titles.receivables.{rule}", values),
        context.phrase("clauses.none"),
    )


def _disputed(context: InternalContext) -> Value:
    disputed = context.get("disputed_balance")
    return "" if disputed.number is None else context.figure(disputed)


def _rule(context: InternalContext, balance: int, overdue: int) -> tuple[str, Tone]:
    disputed = _minor(context, "disputed_balance")
    if overdue <= 0 and disputed > 0:
        return ("disputed" if disputed < balance else "disputed_all"), Tone.BAD
    if overdue <= 0:
        return "in_time", Tone.GOOD
    if context.get("overdue_balance").note == Caveat.PAYMENTS_KEPT_OUT:
        return "doubted", Tone.FLAT
    return ("old" if _minor(context, "ageing_over_90") > 0 else "overdue"), Tone.BAD


def _oldest(context: InternalContext, overdue: int) -> Value:
    """How late the oldest of what is overdue is, and how much of it."""
    found = [(kpi, days) for kpi, days in _AGES.items() if _minor(context, kpi) > 0]
    if not found:
        return ""
    kpi, first = found[-1]
    days = Figure(context.say(f"receivables.{kpi}"), first, table="invoices")
    if _minor(context, kpi) >= overdue:
        return context.phrase("titles.receivables.age_all", {"days": days})
    values = {"days": days, "part": context.figure(context.get(kpi))}
    return context.phrase("titles.receivables.age_part", values)


def _share(context: InternalContext, overdue: int, balance: int) -> Figure:
    ratio = overdue / balance
    text = context.formats.percent(ratio)
    return Figure(text, ratio, "overdue_balance", str(context.period), part="share")


def _minor(context: InternalContext, kpi: str, period: Period | None = None) -> int:
    return context.get(kpi, period).value_minor or 0


def _quarters(context: InternalContext) -> tuple[Period, ...]:
    return tuple(context.period.shift(step) for step in range(1 - _QUARTERS, 1))


def compose(
    context: InternalContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Stacked columns by age at the left, tiles at the right; under them who settles a dispute."""
    del story
    step = _settling(context)
    places = beside_tiles(above_meaning(context) if step else context.brand.body)
    notes = (headline.title.text, *context.definitions(Place.RECEIVABLES))
    page = Page("receivables", headline.title, ("invoices",), notes)
    scale = _scale(context)
    unit = context.say(f"investment.scale_{scale}", {"currency": context.view.currency})
    elements = (
        heading(context, context.say("receivables.heading", {"unit": unit}), places.left),
        _chart(context, scale, places.exhibit),
        note(context, _note(context), places.note, 1),
        *tiles_down(
            context, [_tile(context, kpi) for kpi in shown_at(Place.RECEIVABLES)], places.tiles
        ),
        *step,
    )
    return (slide(context, page, elements),)


def _tile(context: InternalContext, kpi: str) -> Tile:
    """A figure's tile; of days that more of the year's billing is open, where none of it is late,
    the change is no bad news."""
    tile = tile_of(context, kpi)
    is_late = bool(_minor(context, "overdue_balance"))
    if kpi != "dso" or is_late or tile.delta.tone is not Tone.BAD:
        return tile
    return replace(tile, delta=replace(tile.delta, tone=Tone.FLAT))


def _note(context: InternalContext) -> str:
    """That it may be less, where payments were kept out; what of it is contested, where any is;
    else what the columns are."""
    if context.get("open_balance").note == Caveat.PAYMENTS_KEPT_OUT:
        return context.say("receivables.note_doubted")
    disputed = context.get("disputed_balance")
    if not disputed.value_minor:
        return context.say("receivables.note")
    return context.say("receivables.note_disputed", {"amount": context.figure(disputed).text})


def _settling(context: InternalContext) -> tuple[Element, ...]:
    """Who settles what the client disputes, until when, and how much it is; else who asks for what
    is overdue, where somebody has to."""
    disputed = context.get("disputed_balance")
    if disputed.value_minor:
        amount = context.figure(disputed).text
        is_rest = is_to_collect(context) and not is_all_disputed(context)
        rule = "settle_and_collect" if is_rest else "settle"
        return _act(context, rule, amount, is_high=is_much_disputed(context))
    if not is_to_collect(context):
        return ()
    amount = context.figure(context.get("overdue_balance")).text
    return _act(context, "collect", amount, is_high=does_owe_much(context))


def _act(context: InternalContext, what: str, amount: str, *, is_high: bool) -> tuple[Element, ...]:
    owner, day = owned(context, "")
    values = {
        "owner": owner,
        "day": context.formats.day(day),
        "step": begun_small(collecting(context)),
        "amount": amount,
    }
    priority = f"receivables.priority_{'high' if is_high else 'usual'}"
    return meaning(context, Meaning(context.say(f"receivables.{what}", values), label=priority))


def _scale(context: InternalContext) -> int:
    largest = max(abs(_minor(context, "open_balance", quarter)) for quarter in _quarters(context))
    return context.formats.chart_money_scale(largest)


def _chart(context: InternalContext, scale: int, place: Box) -> Chart:
    palette, quarters = context.brand.palette, _quarters(context)
    money = context.formats.chart_number(exponent(context.view.currency))
    code = context.formats.chart_number(1 if scale else 0, scale)
    series = tuple(
        Series(
            context.say(f"receivables.{kpi}"),
            tuple(_major(context, _minor(context, kpi, quarter)) for quarter in quarters),
            money,
            fill=colour,
        )
        for kpi, colour in zip(shown_at(Place.AGEING), palette.ages, strict=True)
        if any(_minor(context, kpi, quarter) for quarter in quarters)
    )
    total = Series(
        context.say("investment.total"),
        tuple(_balance(context, quarter) for quarter in quarters),
        money,
        in_legend=False,
        labels=Labels(code, LabelPlace.ABOVE, 1100, palette.ink, bold=True),
    )
    return Chart(
        context.say("receivables.chart"),
        place,
        context.say("receivables.chart_alt"),
        tuple(context.formats.period(quarter) for quarter in quarters),
        (
            Plot(PlotKind.COLUMN, Grouping.STACKED, series, gap_width=80, overlap=100),
            Plot(PlotKind.LINE, Grouping.STANDARD, (total,)),
        ),
        category_axis(context),
        hidden_values(context),
        context.say("sheet"),
        legend(context),
    )


def _major(context: InternalContext, minor: int) -> float | None:
    """Nothing where there is nothing to stack."""
    return float(to_major(minor, context.view.currency)) if minor else None


def _balance(context: InternalContext, quarter: Period) -> float | None:
    """A balance of 0 is told, one that is not known is left out."""
    minor = context.get("open_balance", quarter).value_minor
    return None if minor is None else float(to_major(minor, context.view.currency))
