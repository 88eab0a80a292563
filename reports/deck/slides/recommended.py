"""Recommendations, each beside the statement it rests on."""

from reports.deck.desk import Desk, Headline, Tone
from reports.deck.exhibit_table import ColumnPlan, Entry, TablePlan, tables
from reports.deck.exhibits import Page, slides_of
from reports.deck.model import Slide
from reports.deck.recommendations import Recommendation, recommendations
from reports.deck.slides.contract import Absent, Kind

ORDER = 110
KIND = Kind.DERIVED

_TABLES = ("tickets", "surveys", "usage", "tasks", "goals", "commitments", "contracts")


def headline(desk: Desk, story: tuple[Headline, ...]) -> Headline | Absent:
    """How many actions, and what the first one answers."""
    found = recommendations(desk, story)
    if not found:
        return Absent("nothing_to_recommend")
    values = {
        "n": desk.tally(len(found), "recommendations"),
        "subject": desk.say(f"subjects.{found[0].slide}"),
    }
    title = desk.counted("titles.recommended", len(found), values)
    return Headline("recommended", Tone.FLAT, title, desk.phrase("clauses.none"))


def compose(desk: Desk, headline: Headline, story: tuple[Headline, ...]) -> tuple[Slide, ...]:
    """A table of actions and evidence."""
    found = recommendations(desk, story)
    plan = TablePlan(
        desk.say("recommended.table"),
        desk.say("recommended.alt"),
        (
            ColumnPlan(desk.say("columns.subject"), 0.16),
            ColumnPlan(desk.say("columns.recommendation"), 0.42),
            ColumnPlan(desk.say("columns.evidence"), 0.42),
        ),
        tuple(
            (
                Entry(_subject(desk, item), bold=True),
                Entry(item.action.text),
                Entry(item.evidence.text),
            )
            for item in found
        ),
    )
    pieces = tables(desk, plan, desk.brand.body)
    notes = (
        headline.title.text,
        desk.say("notes.recommended"),
        desk.say("notes.choose"),
        *(_tick(item) for item in found),
    )
    page = Page("recommended", headline.title, _TABLES, notes)
    return slides_of(desk, page, [(piece,) for piece in pieces])


def _subject(desk: Desk, item: Recommendation) -> str:
    subject = desk.say(f"kickers.{item.slide}")
    return desk.say("recommended.agreed", {"subject": subject}) if item.is_chosen else subject


def _tick(item: Recommendation) -> str:
    """A line of the notes in which an action is chosen; see `reports.deck.read_back`."""
    return f"[{'x' if item.is_chosen else ' '}] {item.action.text} ({item.rule})"
