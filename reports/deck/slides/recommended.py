"""Recommendations, each beside the statement it rests on."""

from reports.deck.exhibits.frame import Page, slides_of
from reports.deck.exhibits.table import ColumnPlan, Entry, TablePlan, tables
from reports.deck.model import Slide
from reports.deck.recommendations import Recommendation, recommendations
from reports.deck.slide_context import Headline, SlideContext, Tone
from reports.deck.slides.contract import Absent, Kind

ORDER = 110
KIND = Kind.DERIVED

_TABLES = ("tickets", "surveys", "usage", "tasks", "goals", "commitments", "contracts")


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """How many actions, and what the first one answers."""
    found = recommendations(context, story)
    if not found:
        return Absent("nothing_to_recommend")
    values = {
        "n": context.tally(len(found), "recommendations"),
        "subject": context.say(f"subjects.{found[0].slide}"),
    }
    title = context.counted("titles.recommended", len(found), values)
    return Headline("recommended", Tone.FLAT, title, context.phrase("clauses.none"))


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """A table of actions and evidence."""
    found = recommendations(context, story)
    plan = TablePlan(
        context.say("recommended.table"),
        context.say("recommended.alt"),
        (
            ColumnPlan(context.say("columns.subject"), 0.16),
            ColumnPlan(context.say("columns.recommendation"), 0.42),
            ColumnPlan(context.say("columns.evidence"), 0.42),
        ),
        tuple(
            (
                Entry(_subject(context, item), bold=True),
                Entry(item.action.text),
                Entry(item.evidence.text),
            )
            for item in found
        ),
    )
    pieces = tables(context, plan, context.brand.body)
    notes = (
        headline.title.text,
        context.say("notes.recommended"),
        context.say("notes.choose"),
        *(_tick(item) for item in found),
    )
    page = Page("recommended", headline.title, _TABLES, notes)
    return slides_of(context, page, [(piece,) for piece in pieces])


def _subject(context: SlideContext, item: Recommendation) -> str:
    subject = context.say(f"kickers.{item.slide}")
    return context.say("recommended.agreed", {"subject": subject}) if item.is_chosen else subject


def _tick(item: Recommendation) -> str:
    """A line of the notes in which an action is chosen; see `reports.deck.read_back`."""
    return f"[{'x' if item.is_chosen else ' '}] {item.action.text} ({item.rule})"
