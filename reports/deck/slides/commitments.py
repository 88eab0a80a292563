"""Last quarter's commitments, due in this one, and what became of them."""

from reports.brand import inches
from reports.deck.exhibits.chart import category_axis, hidden_values, legend, value_labels
from reports.deck.exhibits.frame import Page, slides_of
from reports.deck.exhibits.table import ColumnPlan, Entry, Row, TablePlan, tables
from reports.deck.exhibits.text_fit import fitted
from reports.deck.model import (
    Align,
    Box,
    Chart,
    Element,
    Grouping,
    LabelPlace,
    Plot,
    PlotKind,
    Series,
    Slide,
)
from reports.deck.slide_context import TONE_OF, Headline, SlideContext, Tone
from reports.deck.slides.contract import Absent, Kind
from transforms.clients.aims import Commitment
from transforms.clients.judgement import kept_grade

ORDER = 30
KIND = Kind.CONTENT

_STATES = ("done", "open", "moved", "dropped")
_TONES = {"done": Tone.GOOD, "open": Tone.BAD, "moved": Tone.FLAT, "dropped": Tone.FLAT}
_BAR_HEIGHT = inches(1.05)


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """How many are done, and what is still open."""
    del story
    due = due_now(context)
    if not due:
        return Absent("no_commitments")
    done = sum(item.state == "done" for item in due)
    rest = [item for item in due if item.state in ("open", "moved")]
    dropped = len(due) - done - len(rest)
    tone = TONE_OF[kept_grade(done, len(due))]
    values = {
        "done": context.tally(done, "commitments"),
        "all": context.tally(len(due), "commitments"),
        "rest": context.tally(len(rest), "commitments"),
        "dropped": context.tally(dropped, "commitments"),
        "first": fitted(rest[0].text, inches(9.0), 1, (2000,), bold=True).text if rest else "",
    }
    rule, counted = _rule(tone, done, len(rest), dropped, len(due))
    return Headline(
        "commitments",
        tone,
        context.counted(f"titles.commitments.{rule}", counted, values),
        context.phrase("clauses.commitments", values),
    )


def _rule(tone: Tone, done: int, rest: int, dropped: int, due: int) -> tuple[str, int]:
    """The wording, and the number that its plural follows."""
    if dropped and not rest:
        return "withdrawn", dropped
    return (tone.value, rest or due) if done else ("none", due)


def due_now(context: SlideContext) -> tuple[Commitment, ...]:
    """Commitments due in the deck's quarter."""
    return tuple(item for item in context.view.commitments if item.quarter == str(context.period))


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """A bar of the states over the table; the table goes on where it must."""
    del story
    area = context.brand.body
    due = due_now(context)
    plan = TablePlan(
        context.say("commitments.table"),
        context.say("commitments.alt", {"title": headline.title.text}),
        (
            ColumnPlan(context.say("columns.commitment"), 0.48),
            ColumnPlan(context.say("columns.owner"), 0.22),
            ColumnPlan(context.say("columns.due"), 0.14, Align.RIGHT),
            ColumnPlan(context.say("columns.state"), 0.16),
        ),
        tuple(_row(context, item) for item in due),
    )
    pieces = tables(context, plan, area, area.top + _BAR_HEIGHT + inches(0.1))
    notes = (headline.title.text, context.say("notes.commitments"))
    page = Page("commitments", headline.title, ("commitments",), notes)
    first: tuple[Element, ...] = (_bar(context, due), pieces[0])
    return slides_of(context, page, [first, *((piece,) for piece in pieces[1:])])


def _row(context: SlideContext, item: Commitment) -> Row:
    due = context.formats.day(item.due_date) if item.due_date else context.say("absent")
    side = context.say(f"sides.{item.owner_side}") if item.owner_side else ""
    owner = "\u00a0· ".join(part for part in (item.owner, side) if part) or context.say("absent")
    state = Entry(context.say(f"states.{item.state}"), _TONES[item.state])
    return Entry(item.text), Entry(owner), Entry(due), state


def _bar(context: SlideContext, due: tuple[Commitment, ...]) -> Chart:
    palette = context.brand.palette
    looks = {
        "done": (palette.good, palette.paper),
        "open": (palette.bad, palette.paper),
        "moved": (palette.context, palette.ink),
        "dropped": (palette.rule, palette.ink),
    }
    code = context.formats.chart_number(0)
    series = tuple(
        Series(
            context.say(f"states.{state}"),
            (float(count),),
            code,
            fill=looks[state][0],
            labels=value_labels(context, code, LabelPlace.CENTRE, looks[state][1]),
        )
        for state in _STATES
        if (count := sum(item.state == state for item in due))
    )
    area = context.brand.body
    return Chart(
        context.say("commitments.chart"),
        Box(area.left, area.top, area.width, _BAR_HEIGHT),
        context.say("commitments.chart_alt", {"n": str(len(due))}),
        (context.this_period,),
        (Plot(PlotKind.BAR, Grouping.STACKED, series, gap_width=30, overlap=100),),
        category_axis(context),
        hidden_values(context, float(len(due))),
        context.say("sheet"),
        legend(context),
    )
