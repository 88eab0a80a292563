"""What the client owes, by how long it has been due."""

from reports.deck.desk import Headline, Tone, Value
from reports.deck.exhibit_chart import category_axis, hidden_values, legend
from reports.deck.exhibits import Page, beside_tiles, heading, note, slide, tiles_down
from reports.deck.internal_desk import InternalDesk
from reports.deck.model import (
    Box,
    Chart,
    Figure,
    Grouping,
    LabelPlace,
    Labels,
    Plot,
    PlotKind,
    Series,
    Slide,
)
from reports.deck.slides.contract import Absent, Kind
from reports.deck.tiles import tile_of
from transforms.money import exponent, to_major
from transforms.periods import Period

ORDER = 103
KIND = Kind.CONTENT

BUCKETS = ("ageing_not_due", "ageing_1_30", "ageing_31_60", "ageing_61_90", "ageing_over_90")
_QUARTERS = 4
_TILES = ("open_balance", "overdue_balance", "dso")


def headline(desk: InternalDesk, story: tuple[Headline, ...]) -> Headline | Absent:
    """The open balance, and how much of it is overdue."""
    del story
    balance, overdue = desk.get("open_balance"), desk.get("overdue_balance")
    if balance.value_minor is None or overdue.value_minor is None:
        return Absent(balance.reason or overdue.reason or "no_rows")
    if not any(_minor(desk, "open_balance", quarter) for quarter in _quarters(desk)):
        return Absent("nothing_owed")
    values: dict[str, Value] = {
        "balance": desk.figure(balance),
        "overdue": desk.figure(overdue),
        "old": desk.figure(desk.get("ageing_over_90")),
        "share": _share(desk, overdue.value_minor, balance.value_minor),
    }
    rule, tone = _rule(desk, balance.value_minor, overdue.value_minor)
    return Headline(
        "receivables",
        tone,
        desk.phrase(f"titles.receivables.{rule}", values),
        desk.phrase("clauses.none"),
    )


def _rule(desk: InternalDesk, balance: int, overdue: int) -> tuple[str, Tone]:
    if balance <= 0:
        return "settled", Tone.GOOD
    if overdue <= 0:
        return "in_time", Tone.GOOD
    return ("old" if _minor(desk, "ageing_over_90") > 0 else "overdue"), Tone.BAD


def _share(desk: InternalDesk, overdue: int, balance: int) -> Figure:
    ratio = overdue / balance if balance > 0 else 0.0
    text = desk.formats.percent(ratio)
    return Figure(text, ratio, "overdue_balance", str(desk.period), part="share")


def _minor(desk: InternalDesk, kpi: str, period: Period | None = None) -> int:
    return desk.get(kpi, period).value_minor or 0


def _quarters(desk: InternalDesk) -> tuple[Period, ...]:
    return tuple(desk.period.shift(step) for step in range(1 - _QUARTERS, 1))


def compose(
    desk: InternalDesk, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Stacked columns by age at the left, tiles at the right."""
    del story
    places = beside_tiles(desk.brand.body)
    notes = (headline.title.text, *(desk.definition_of(kpi) for kpi in _TILES))
    page = Page("receivables", headline.title, ("invoices",), notes)
    scale = _scale(desk)
    unit = desk.say(f"investment.scale_{scale}", {"currency": desk.view.currency})
    elements = (
        heading(desk, desk.say("receivables.heading", {"unit": unit}), places.left),
        _chart(desk, scale, places.exhibit),
        note(desk, _note(desk), places.note, 1),
        *tiles_down(desk, [tile_of(desk, kpi) for kpi in _TILES], places.tiles),
    )
    return (slide(desk, page, elements),)


def _note(desk: InternalDesk) -> str:
    """What of the balance is contested, where any of it is; else what the columns are."""
    disputed = desk.get("disputed_balance")
    if not disputed.value_minor:
        return desk.say("receivables.note")
    return desk.say("receivables.note_disputed", {"amount": desk.figure(disputed).text})


def _scale(desk: InternalDesk) -> int:
    largest = max(abs(_minor(desk, "open_balance", quarter)) for quarter in _quarters(desk))
    return desk.formats.chart_money_scale(largest)


def _chart(desk: InternalDesk, scale: int, place: Box) -> Chart:
    palette, quarters = desk.brand.palette, _quarters(desk)
    money = desk.formats.chart_number(exponent(desk.view.currency))
    code = desk.formats.chart_number(1 if scale else 0, scale)
    series = tuple(
        Series(
            desk.say(f"receivables.{kpi}"),
            tuple(_major(desk, _minor(desk, kpi, quarter)) for quarter in quarters),
            money,
            fill=colour,
        )
        for kpi, colour in zip(BUCKETS, palette.ages, strict=True)
        if any(_minor(desk, kpi, quarter) for quarter in quarters)
    )
    total = Series(
        desk.say("investment.total"),
        tuple(_balance(desk, quarter) for quarter in quarters),
        money,
        in_legend=False,
        labels=Labels(code, LabelPlace.ABOVE, 1100, palette.ink, bold=True),
    )
    return Chart(
        desk.say("receivables.chart"),
        place,
        desk.say("receivables.chart_alt"),
        tuple(desk.formats.period(quarter) for quarter in quarters),
        (
            Plot(PlotKind.COLUMN, Grouping.STACKED, series, gap_width=80, overlap=100),
            Plot(PlotKind.LINE, Grouping.STANDARD, (total,)),
        ),
        category_axis(desk),
        hidden_values(desk),
        desk.say("sheet"),
        legend(desk),
    )


def _major(desk: InternalDesk, minor: int) -> float | None:
    """Nothing where there is nothing to stack."""
    return float(to_major(minor, desk.view.currency)) if minor else None


def _balance(desk: InternalDesk, quarter: Period) -> float | None:
    """A balance of 0 is told, one that is not known is left out."""
    minor = desk.get("open_balance", quarter).value_minor
    return None if minor is None else float(to_major(minor, desk.view.currency))
