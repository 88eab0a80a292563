"""Next quarter's plan: who does what by when, and how it is judged."""

from datetime import date

from reports.deck.exhibits.frame import Page, slides_of
from reports.deck.exhibits.table import ColumnPlan, Entry, Row, TablePlan, tables
from reports.deck.model import Align, Figure, Slide
from reports.deck.slide_context import Headline, SlideContext, Tone
from reports.deck.slides.contract import Absent, Kind
from transforms.clients.aims import Commitment

ORDER = 120
KIND = Kind.CONTENT


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """How many commitments, and the first date."""
    del story
    coming = _coming(context)
    if not coming:
        return Absent("no_plan")
    days = [item.due_date for item in coming if item.due_date is not None]
    values = {
        "all": context.tally(len(coming), "commitments"),
        "period": context.formats.period(context.period.shift(1)),
        "day": _day(context, min(days)) if days else "",
    }
    rule = "titles.plan.dated" if days else "titles.plan.undated"
    title = context.counted(rule, len(coming), values)
    return Headline("plan", Tone.FLAT, title, context.phrase("clauses.none"))


def _day(context: SlideContext, day: date) -> Figure:
    return Figure(context.formats.long_day_of_year(day), day.day, table="commitments")


def _coming(context: SlideContext) -> tuple[Commitment, ...]:
    following = str(context.period.shift(1))
    return tuple(item for item in context.view.commitments if item.quarter == following)


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """One table; it goes on where it must."""
    del story
    plan = TablePlan(
        context.say("plan.table"),
        context.say("plan.alt"),
        (
            ColumnPlan(context.say("columns.commitment"), 0.4),
            ColumnPlan(context.say("columns.owner"), 0.2),
            ColumnPlan(context.say("columns.due"), 0.13, Align.RIGHT),
            ColumnPlan(context.say("columns.measure"), 0.27),
        ),
        tuple(_row(context, item) for item in _coming(context)),
    )
    pieces = tables(context, plan, context.brand.body)
    notes = (headline.title.text, context.say("notes.plan"))
    page = Page("plan", headline.title, ("commitments",), notes)
    return slides_of(context, page, [(piece,) for piece in pieces])


def _row(context: SlideContext, item: Commitment) -> Row:
    due = context.formats.day(item.due_date) if item.due_date else context.say("absent")
    side = context.say(f"sides.{item.owner_side}") if item.owner_side else ""
    owner = "\u00a0· ".join(part for part in (item.owner, side) if part) or context.say("absent")
    return Entry(item.text), Entry(owner), Entry(due), Entry(item.measure or context.say("absent"))
