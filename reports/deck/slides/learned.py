"""What we learned: causes and actions as recorded, where something went wrong for the client."""

from reports.deck.exhibits.frame import Page, slides_of
from reports.deck.exhibits.table import ColumnPlan, Entry, TablePlan, tables
from reports.deck.model import Slide
from reports.deck.slide_context import Headline, SlideContext, Tone
from reports.deck.slides.contract import Absent, Kind
from transforms.clients.aims import Commitment

ORDER = 90
KIND = Kind.CONTENT


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """Only with a breach or a detractor, and only what the record says of cause and action."""
    del story
    if not _breach(context):
        return Absent("no_breach")
    lessons = _lessons(context)
    if not lessons:
        return Absent("no_recorded_cause")
    done = sum(item.state == "done" for item in lessons)
    tone = Tone.GOOD if done == len(lessons) else Tone.FLAT if done else Tone.BAD
    values = {
        "all": context.tally(len(lessons), "commitments"),
        "done": context.tally(done, "commitments"),
    }
    return Headline(
        "learned",
        tone,
        context.counted(f"titles.learned.{tone}", len(lessons), values),
        context.phrase("clauses.none"),
    )


def _breach(context: SlideContext) -> bool:
    """A promise of service that was broken, or somebody who would not recommend us."""
    rates = (
        context.get(kpi).value for kpi in ("first_response_on_time", "critical_resolution_on_time")
    )
    late = any(rate is not None and rate < 1 for rate in rates)
    return late or bool(context.get("nps_detractors").number)


def _lessons(context: SlideContext) -> tuple[Commitment, ...]:
    return tuple(
        item
        for item in context.view.commitments
        if item.quarter == str(context.period) and item.cause and item.action
    )


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """A table of what was promised, the recorded cause and the recorded action."""
    del story
    plan = TablePlan(
        context.say("learned.table"),
        context.say("learned.alt"),
        (
            ColumnPlan(context.say("columns.commitment"), 0.3),
            ColumnPlan(context.say("columns.cause"), 0.32),
            ColumnPlan(context.say("columns.action"), 0.38),
        ),
        tuple(
            (Entry(item.text, bold=True), Entry(item.cause), Entry(item.action))
            for item in _lessons(context)
        ),
    )
    pieces = tables(context, plan, context.brand.body)
    notes = (headline.title.text, context.say("notes.learned"))
    page = Page("learned", headline.title, ("commitments",), notes)
    return slides_of(context, page, [(piece,) for piece in pieces])
