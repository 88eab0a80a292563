"""What we learned: causes and actions as recorded, where something went wrong for the client."""

from reports.deck.client_view import Commitment
from reports.deck.desk import Desk, Headline, Tone
from reports.deck.exhibit_table import ColumnPlan, Entry, TablePlan, tables
from reports.deck.exhibits import Page, slides_of
from reports.deck.model import Slide
from reports.deck.slides.contract import Absent, Kind

ORDER = 90
KIND = Kind.CONTENT


def headline(desk: Desk, story: tuple[Headline, ...]) -> Headline | Absent:
    """Only with a breach or a detractor, and only what the record says of cause and action."""
    del story
    if not _breach(desk):
        return Absent("no_breach")
    lessons = _lessons(desk)
    if not lessons:
        return Absent("no_recorded_cause")
    done = sum(item.state == "done" for item in lessons)
    tone = Tone.GOOD if done == len(lessons) else Tone.FLAT if done else Tone.BAD
    values = {
        "all": desk.tally(len(lessons), "commitments"),
        "done": desk.tally(done, "commitments"),
    }
    return Headline(
        "learned",
        tone,
        desk.counted(f"titles.learned.{tone}", len(lessons), values),
        desk.phrase("clauses.none"),
    )


def _breach(desk: Desk) -> bool:
    """A promise of service that was broken, or somebody who would not recommend us."""
    rates = (
        desk.get(kpi).value for kpi in ("first_response_on_time", "critical_resolution_on_time")
    )
    late = any(rate is not None and rate < 1 for rate in rates)
    return late or bool(desk.get("nps_detractors").number)


def _lessons(desk: Desk) -> tuple[Commitment, ...]:
    return tuple(
        item
        for item in desk.view.commitments
        if item.quarter == str(desk.period) and item.cause and item.action
    )


def compose(desk: Desk, headline: Headline, story: tuple[Headline, ...]) -> tuple[Slide, ...]:
    """A table of what was promised, the recorded cause and the recorded action."""
    del story
    plan = TablePlan(
        desk.say("learned.table"),
        desk.say("learned.alt"),
        (
            ColumnPlan(desk.say("columns.commitment"), 0.3),
            ColumnPlan(desk.say("columns.cause"), 0.32),
            ColumnPlan(desk.say("columns.action"), 0.38),
        ),
        tuple(
            (Entry(item.text, bold=True), Entry(item.cause), Entry(item.action))
            for item in _lessons(desk)
        ),
    )
    pieces = tables(desk, plan, desk.brand.body)
    notes = (headline.title.text, desk.say("notes.learned"))
    page = Page("learned", headline.title, ("commitments",), notes)
    return slides_of(desk, page, [(piece,) for piece in pieces])
