"""Next quarter's plan: who does what by when, and how it is judged."""

from datetime import date

from reports.deck.client_view import Commitment
from reports.deck.desk import Desk, Headline, Tone
from reports.deck.exhibit_table import ColumnPlan, Entry, Row, TablePlan, tables
from reports.deck.exhibits import Page, slides_of
from reports.deck.model import Align, Figure, Slide
from reports.deck.slides.contract import Absent, Kind

ORDER = 120
KIND = Kind.CONTENT


def headline(desk: Desk, story: tuple[Headline, ...]) -> Headline | Absent:
    """How many commitments, and the first date."""
    del story
    coming = _coming(desk)
    if not coming:
        return Absent("no_plan")
    days = [item.due_date for item in coming if item.due_date is not None]
    values = {
        "all": desk.tally(len(coming), "commitments"),
        "period": desk.formats.period(desk.period.shift(1)),
        "day": _day(desk, min(days)) if days else "",
    }
    rule = "titles.plan.dated" if days else "titles.plan.undated"
    title = desk.counted(rule, len(coming), values)
    return Headline("plan", Tone.FLAT, title, desk.phrase("clauses.none"))


def _day(desk: Desk, day: date) -> Figure:
    return Figure(desk.formats.long_day_of_year(day), day.day, table="commitments")


def _coming(desk: Desk) -> tuple[Commitment, ...]:
    following = str(desk.period.shift(1))
    return tuple(item for item in desk.view.commitments if item.quarter == following)


def compose(desk: Desk, headline: Headline, story: tuple[Headline, ...]) -> tuple[Slide, ...]:
    """One table; it goes on where it must."""
    del story
    plan = TablePlan(
        desk.say("plan.table"),
        desk.say("plan.alt"),
        (
            ColumnPlan(desk.say("columns.commitment"), 0.4),
            ColumnPlan(desk.say("columns.owner"), 0.2),
            ColumnPlan(desk.say("columns.due"), 0.13, Align.RIGHT),
            ColumnPlan(desk.say("columns.measure"), 0.27),
        ),
        tuple(_row(desk, item) for item in _coming(desk)),
    )
    pieces = tables(desk, plan, desk.brand.body)
    notes = (headline.title.text, desk.say("notes.plan"))
    page = Page("plan", headline.title, ("commitments",), notes)
    return slides_of(desk, page, [(piece,) for piece in pieces])


def _row(desk: Desk, item: Commitment) -> Row:
    due = desk.formats.day(item.due_date) if item.due_date else desk.say("absent")
    side = desk.say(f"sides.{item.owner_side}") if item.owner_side else ""
    owner = "\u00a0· ".join(part for part in (item.owner, side) if part) or desk.say("absent")
    return Entry(item.text), Entry(owner), Entry(due), Entry(item.measure or desk.say("absent"))
