"""What the figures mean that only the account review shows."""

from reports.brand import APPENDIX
from reports.deck.exhibits.frame import Page, slides_of
from reports.deck.exhibits.table import SMALL_PRINT, ColumnPlan, Entry, Row, TablePlan, tables
from reports.deck.model import Slide
from reports.deck.review.internal_context import InternalContext
from reports.deck.slide_context import Headline, Phrase, Tone
from reports.deck.slides.contract import Absent, Kind
from transforms.kpis import shown_at
from transforms.metrics.kpi import Place

ORDER = 210
KIND = Kind.FRAME


def headline(context: InternalContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """Says what the pages hold."""
    if not _figures(context, story):
        return Absent("nothing_concluded")
    return Headline("definitions", Tone.FLAT, context.phrase("titles.definitions"), Phrase("", ""))


def compose(
    context: InternalContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """One row a figure, over as many pages as they need."""
    plan = TablePlan(
        context.say("appendix.definitions"),
        context.say("appendix.definitions_alt"),
        (
            ColumnPlan(context.say("columns.figure"), 0.19),
            ColumnPlan(context.say("columns.definition"), 0.81),
        ),
        tuple(_rows(context, story)),
        SMALL_PRINT,
    )
    pieces = tables(context, plan, context.brand.body)
    page = Page("definitions", headline.title, (), (headline.title.text,), layout=APPENDIX)
    return slides_of(context, page, [(piece,) for piece in pieces])


def _rows(context: InternalContext, story: tuple[Headline, ...]) -> list[Row]:
    """The class first, where there is one: no other page says what it means."""
    told = [(context.name_of(kpi), context.definition_of(kpi)) for kpi in _figures(context, story)]
    if any(item.slide == "standing" for item in story):
        told.insert(0, (context.say("standing.standing"), context.say("standing.meaning")))
    return [(Entry(name, bold=True), Entry(text)) for name, text in told]


def _figures(context: InternalContext, story: tuple[Headline, ...]) -> tuple[str, ...]:
    """Figures of the review's own slides that are there, of the summary those that are known, and
    what the score is made of; the checklist names what is not shown, and of a client that left no
    potential is."""
    places = set(Place) - {Place.CHECKLIST}
    places -= set() if context.view.is_active else {Place.POTENTIAL}
    shown = [
        kpi
        for item in story
        if item.slide in places
        for kpi in shown_at(Place(item.slide))
        if item.slide != Place.OVERVIEW or context.get(kpi).number is not None
    ]
    is_scored = any(item.slide == "standing" for item in story)
    parts = context.inside.relationship.parts if is_scored else ()
    scored = [part.figure.kpi for part in parts if part.figure.number is not None]
    return tuple(dict.fromkeys([*shown, *scored]))
