"""How the relationship stands: its score, what the score is made of, and the rule that fired."""

from messages.catalogue import catalogue
from messages.clause import named
from reports.brand import inches
from reports.deck.exhibits.chart import category_axis, hidden_values, value_labels
from reports.deck.exhibits.frame import TILE_HEIGHT, Page, heading, slide, tiles
from reports.deck.exhibits.table import ColumnPlan, Entry, Row, TablePlan, whole_table
from reports.deck.exhibits.tiles import Tile
from reports.deck.model import (
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
from reports.deck.review.internal_context import InternalContext
from reports.deck.review.signal_words import told_with_sign
from reports.deck.review.urgency import watched, why_of
from reports.deck.slide_context import Delta, Headline, Phrase, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from reports.deck.text_model import Align
from transforms.clients.relationship import (
    STANDING_OF,
    Part,
    Relationship,
    Standing,
)
from transforms.metrics.kpi import Missing, Place

ORDER = 22
KIND = Kind.CONTENT

_TONES = {
    Standing.GROW: Tone.GOOD,
    Standing.KEEP: Tone.FLAT,
    Standing.REPAIR: Tone.BAD,
    Standing.EXIT: Tone.BAD,
}
_FULL = 100.0
_MOST_OTHER = 2


def headline(context: InternalContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """The score, where the relationship stands, and the change on the quarter before."""
    del story
    relationship = context.inside.relationship
    standing = relationship.standing
    if not context.view.is_active:
        return Absent("inactive")  # nobody keeps up or repairs what is over
    if relationship.points is None or standing is None:
        return Absent(Missing.LOW_COVERAGE)
    values: dict[str, Value] = {
        "score": _points(context, relationship.points, "value"),
        "standing": catalogue(context.words.language).say(named("standing", standing)),
        "change": _change(context, relationship),
    }
    title = context.phrase("titles.standing", values)
    return Headline("standing", _TONES[standing], title, context.phrase("clauses.none"))


def _points(context: InternalContext, points: float, part: str) -> Figure:
    text = context.formats.decimal(points, 0)
    return Figure(text, points, "relationship_score", str(context.period), part=part)


def _change(context: InternalContext, relationship: Relationship) -> Phrase:
    """The change on the quarter before, where both scores are made of the same components."""
    change = relationship.change
    if change is None:
        return Phrase("", "")
    values: dict[str, Value] = {"period": context.previous_period, "parts": _other(context)}
    if not relationship.is_comparable:
        return context.phrase("standing.otherwise_made", values)
    if abs(change) < context.view.thresholds.materiality_points:
        return context.phrase("standing.stable", values)
    text = context.formats.decimal(abs(change), 0)
    values["size"] = Figure(text, change, "relationship_score", str(context.period), part="change")
    return context.phrase("standing.up" if change > 0 else "standing.down", values)


def compose(
    context: InternalContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Tiles over a bar for each part and the figures behind them."""
    del story
    area = context.brand.body
    top = tiles(context, _tiles(context), Box(area.left, area.top, area.width, TILE_HEIGHT))
    rest_top = area.top + TILE_HEIGHT + inches(0.25)
    gap = inches(0.4)
    half = (area.width - gap) * 2 // 5
    left = Box(area.left, rest_top, half, area.bottom - rest_top)
    right_left = left.right + gap
    right = Box(right_left, rest_top, area.right - right_left, left.height)
    bars = Box(left.left, left.top + inches(0.32), left.width, left.height - inches(0.32))
    notes = (headline.title.text, *context.definitions(Place.STANDING))
    page = Page("standing", headline.title, (), notes)
    elements = (
        *top,
        heading(context, context.say("standing.heading"), left),
        _bars(context, bars),
        *whole_table(context, _plan(context), right),
    )
    return (slide(context, page, elements),)


def _known(context: InternalContext) -> list[Part]:
    """Parts with points, the weakest first."""
    known = [part for part in context.inside.relationship.parts if part.points is not None]
    return sorted(known, key=lambda part: part.points or 0.0)


def _tiles(context: InternalContext) -> list[Tile]:
    relationship, words = context.inside.relationship, catalogue(context.words.language)
    rule = relationship.rule
    score = relationship.points or 0.0
    standing = "" if rule is None else words.say(named("standing", STANDING_OF[rule]))
    tone = Tone.FLAT if rule is None else _TONES[STANDING_OF[rule]]
    if tone is Tone.GOOD and watched(context):
        tone = Tone.FLAT
    return [
        Tile(
            context.name_of("relationship_score"),
            context.formats.decimal(score, 0),
            _moved(context, relationship),
        ),
        Tile(
            context.say("standing.standing"),
            standing,
            Delta(why_of(context), tone),
        ),
        Tile(
            context.say("standing.coverage"),
            context.formats.percent(relationship.coverage),
            Delta(context.say("standing.of_weights"), Tone.FLAT),
        ),
    ]


def _moved(context: InternalContext, relationship: Relationship) -> Delta:
    """The score's change, told as on every other tile; that of other components is none."""
    change = relationship.change
    if change is None:
        return Delta(context.say("delta.none"), Tone.MISSING)
    if not relationship.is_comparable:
        values = {"period": context.previous_period, "parts": _other(context)}
        said = context.say("standing.other_parts", values)
        return Delta(said, Tone.MISSING)
    if abs(change) < context.view.thresholds.materiality_points:
        return Delta(context.say("delta.flat", {"period": context.previous_period}), Tone.FLAT)
    values = {"size": context.units("points", abs(change), 0), "period": context.previous_period}
    if change > 0:
        return Delta(context.say("delta.up", values), Tone.GOOD)
    return Delta(context.say("delta.down", values), Tone.BAD)


def _other(context: InternalContext) -> str:
    """The components that the quarter before lacks or knows by another figure; of many, nothing
    more than that they are."""
    words, other = catalogue(context.words.language), context.inside.relationship.other
    if not 0 < len(other) <= _MOST_OTHER:
        return context.say("standing.other_many")
    return context.formats.items([words.say(named("component", item)) for item in other])


def _bars(context: InternalContext, place: Box) -> Chart:
    palette, parts = context.brand.palette, _known(context)
    words = catalogue(context.words.language)
    code = context.formats.chart_number(0)
    series = Series(
        context.say("standing.points"),
        tuple(part.points for part in parts),
        code,
        fill=palette.accent,
        labels=value_labels(context, code, LabelPlace.OUTSIDE),
    )
    return Chart(
        context.say("standing.heading"),
        place,
        context.say("standing.chart_alt"),
        tuple(words.say(named("component", part.component)) for part in parts),
        (Plot(PlotKind.BAR, Grouping.CLUSTERED, (series,), gap_width=45),),
        category_axis(context, reversed_order=True),
        hidden_values(context, _FULL * 1.1),
        context.say("sheet"),
    )


def _plan(context: InternalContext) -> TablePlan:
    parts = context.inside.relationship.parts
    rest = [part for part in parts if part.points is None]
    whole = sum(part.weight for part in parts)
    return TablePlan(
        context.say("standing.table"),
        context.say("standing.alt"),
        (
            ColumnPlan(context.say("standing.part"), 0.2),
            ColumnPlan(context.say("columns.figure"), 0.34),
            ColumnPlan(context.say("standing.value"), 0.16, Align.RIGHT),
            ColumnPlan(context.say("standing.weight"), 0.12, Align.RIGHT),
            ColumnPlan(context.say("standing.moved"), 0.18, Align.RIGHT),
        ),
        tuple(_row(context, part, whole) for part in (*_known(context), *rest)),
    )


def _row(context: InternalContext, part: Part, whole: float) -> Row:
    """A component with its change; of one with a figure and no points, that it has few cases."""
    words, change = catalogue(context.words.language), part.change
    moved = context.say("absent") if change is None else context.formats.signed(change, 0)
    if part.points is None and part.figure.number is not None:
        moved = context.say("standing.few_cases")
    return (
        Entry(words.say(named("component", part.component)), bold=True),
        Entry(context.short_name(part.figure.kpi)),
        Entry(told_with_sign(context, part.figure)),
        Entry(context.formats.percent(part.weight / whole if whole else 0.0)),
        Entry(moved),
    )
