"""How the relationship stands: its score, what the score is made of, and the rule that fired."""

from reports.brand import inches
from reports.deck.desk import Delta, Headline, Phrase, Tone, Value
from reports.deck.exhibit_chart import category_axis, hidden_values, value_labels
from reports.deck.exhibit_table import ColumnPlan, Entry, Row, TablePlan, whole_table
from reports.deck.exhibits import TILE_HEIGHT, Page, heading, slide, tiles
from reports.deck.internal_desk import InternalDesk
from reports.deck.model import (
    Align,
    Box,
    Chart,
    Figure,
    Grouping,
    LabelPlace,
    Plot,
    PlotKind,
    Series,
    Slide,
)
from reports.deck.slides.contract import Absent, Kind
from reports.deck.tiles import Tile
from transforms.kpi import Missing
from transforms.relationship import STANDING_OF, Part, Standing
from transforms.relationship_words import WORDS

ORDER = 22
KIND = Kind.CONTENT

_TONES = {
    Standing.GROW: Tone.GOOD,
    Standing.KEEP: Tone.FLAT,
    Standing.REPAIR: Tone.BAD,
    Standing.EXIT: Tone.BAD,
}
_FULL = 100.0


def headline(desk: InternalDesk, story: tuple[Headline, ...]) -> Headline | Absent:
    """The score, where the relationship stands, and the change on the quarter before."""
    del story
    relationship = desk.inside.relationship
    standing = relationship.standing
    if relationship.points is None or standing is None:
        return Absent(Missing.LOW_COVERAGE)
    values: dict[str, Value] = {
        "score": _points(desk, relationship.points, "value"),
        "standing": WORDS[desk.words.language].standings[standing],
        "change": _change(desk, relationship.change),
    }
    title = desk.phrase("titles.standing", values)
    return Headline("standing", _TONES[standing], title, desk.phrase("clauses.none"))


def _points(desk: InternalDesk, points: float, part: str) -> Figure:
    text = desk.formats.decimal(points, 0)
    return Figure(text, points, "relationship_score", str(desk.period), part=part)


def _change(desk: InternalDesk, change: float | None) -> Phrase:
    if change is None:
        return Phrase("", "")
    values: dict[str, Value] = {"period": desk.previous_period}
    if abs(change) < desk.view.thresholds.materiality_points:
        return desk.phrase("standing.stable", values)
    text = desk.units("points", abs(change), 0)
    values["size"] = Figure(text, change, "relationship_score", str(desk.period), part="change")
    return desk.phrase("standing.up" if change > 0 else "standing.down", values)


def compose(
    desk: InternalDesk, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Tiles over a bar for each part and the figures behind them."""
    del story
    area = desk.brand.body
    top = tiles(desk, _tiles(desk), Box(area.left, area.top, area.width, TILE_HEIGHT))
    rest_top = area.top + TILE_HEIGHT + inches(0.25)
    gap = inches(0.4)
    half = (area.width - gap) * 2 // 5
    left = Box(area.left, rest_top, half, area.bottom - rest_top)
    right_left = left.right + gap
    right = Box(right_left, rest_top, area.right - right_left, left.height)
    bars = Box(left.left, left.top + inches(0.32), left.width, left.height - inches(0.32))
    notes = (headline.title.text, desk.definition_of("relationship_score"))
    page = Page("standing", headline.title, (), notes)
    elements = (
        *top,
        heading(desk, desk.say("standing.heading"), left),
        _bars(desk, bars),
        *whole_table(desk, _plan(desk), right),
    )
    return (slide(desk, page, elements),)


def _known(desk: InternalDesk) -> list[Part]:
    """Parts with points, the weakest first."""
    known = [part for part in desk.inside.relationship.parts if part.points is not None]
    return sorted(known, key=lambda part: part.points or 0.0)


def _tiles(desk: InternalDesk) -> list[Tile]:
    relationship, words = desk.inside.relationship, WORDS[desk.words.language]
    rule = relationship.rule
    score, change = relationship.points or 0.0, relationship.change
    standing = "" if rule is None else words.standings[STANDING_OF[rule]]
    tone = Tone.FLAT if rule is None else _TONES[STANDING_OF[rule]]
    return [
        Tile(
            desk.name_of("relationship_score"),
            desk.formats.decimal(score, 0),
            _moved(desk, change),
        ),
        Tile(
            desk.say("standing.standing"),
            standing,
            Delta("" if rule is None else words.rules[rule], tone),
        ),
        Tile(
            desk.say("standing.coverage"),
            desk.formats.percent(relationship.coverage),
            Delta(desk.say("standing.of_weights"), Tone.FLAT),
        ),
    ]


def _moved(desk: InternalDesk, change: float | None) -> Delta:
    """The score's change, told as on every other tile."""
    if change is None:
        return Delta(desk.say("delta.none"), Tone.MISSING)
    if abs(change) < desk.view.thresholds.materiality_points:
        return Delta(desk.say("delta.flat", {"period": desk.previous_period}), Tone.FLAT)
    values = {"size": desk.units("points", abs(change), 0), "period": desk.previous_period}
    if change > 0:
        return Delta(desk.say("delta.up", values), Tone.GOOD)
    return Delta(desk.say("delta.down", values), Tone.BAD)


def _bars(desk: InternalDesk, place: Box) -> Chart:
    palette, parts = desk.brand.palette, _known(desk)
    words = WORDS[desk.words.language]
    code = desk.formats.chart_number(0)
    series = Series(
        desk.say("standing.points"),
        tuple(part.points for part in parts),
        code,
        fill=palette.accent,
        labels=value_labels(desk, code, LabelPlace.OUTSIDE),
    )
    return Chart(
        desk.say("standing.heading"),
        place,
        desk.say("standing.chart_alt"),
        tuple(words.components[part.component] for part in parts),
        (Plot(PlotKind.BAR, Grouping.CLUSTERED, (series,), gap_width=45),),
        category_axis(desk, reversed_order=True),
        hidden_values(desk, _FULL * 1.1),
        desk.say("sheet"),
    )


def _plan(desk: InternalDesk) -> TablePlan:
    parts = desk.inside.relationship.parts
    rest = [part for part in parts if part.points is None]
    whole = sum(part.weight for part in parts)
    return TablePlan(
        desk.say("standing.table"),
        desk.say("standing.alt"),
        (
            ColumnPlan(desk.say("standing.part"), 0.2),
            ColumnPlan(desk.say("columns.figure"), 0.34),
            ColumnPlan(desk.say("standing.value"), 0.16, Align.RIGHT),
            ColumnPlan(desk.say("standing.weight"), 0.12, Align.RIGHT),
            ColumnPlan(desk.say("standing.moved"), 0.18, Align.RIGHT),
        ),
        tuple(_row(desk, part, whole) for part in (*_known(desk), *rest)),
    )


def _row(desk: InternalDesk, part: Part, whole: float) -> Row:
    words, change = WORDS[desk.words.language], part.change
    moved = desk.say("absent") if change is None else desk.formats.signed(change, 0)
    return (
        Entry(words.components[part.component], bold=True),
        Entry(desk.short_name(part.figure.kpi)),
        Entry(desk.text_of(part.figure, 0)),
        Entry(desk.formats.percent(part.weight / whole if whole else 0.0)),
        Entry(moved),
    )
