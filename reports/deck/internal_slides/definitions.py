"""What the figures mean that only the account review shows."""

from reports.brand import APPENDIX
from reports.deck.desk import Headline, Phrase, Tone
from reports.deck.exhibit_table import SMALL_PRINT, ColumnPlan, Entry, TablePlan, tables
from reports.deck.exhibits import Page, slides_of
from reports.deck.internal_desk import InternalDesk
from reports.deck.model import Slide
from reports.deck.slides.contract import Absent, Kind

ORDER = 210
KIND = Kind.FRAME

_DEFINED = {
    "standing": ("relationship_score",),
    "margin": ("recognised_revenue", "gross_profit", "contribution", "contribution_margin"),
    "recurring": ("mrr", "nrr_ttm", "grr_ttm"),
    "receivables": ("open_balance", "overdue_balance", "dso"),
    "cadence": ("meetings_held", "days_since_meeting"),
}


def headline(desk: InternalDesk, story: tuple[Headline, ...]) -> Headline | Absent:
    """Says what the pages hold."""
    if not _figures(story):
        return Absent("nothing_concluded")
    return Headline("definitions", Tone.FLAT, desk.phrase("titles.definitions"), Phrase("", ""))


def compose(
    desk: InternalDesk, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """One row a figure, over as many pages as they need."""
    plan = TablePlan(
        desk.say("appendix.definitions"),
        desk.say("appendix.definitions_alt"),
        (
            ColumnPlan(desk.say("columns.figure"), 0.26),
            ColumnPlan(desk.say("columns.definition"), 0.74),
        ),
        tuple(
            (Entry(desk.name_of(kpi), bold=True), Entry(desk.definition_of(kpi)))
            for kpi in _figures(story)
        ),
        SMALL_PRINT,
    )
    pieces = tables(desk, plan, desk.brand.body)
    page = Page("definitions", headline.title, (), (headline.title.text,), layout=APPENDIX)
    return slides_of(desk, page, [(piece,) for piece in pieces])


def _figures(story: tuple[Headline, ...]) -> tuple[str, ...]:
    """Figures of the review's own slides that are there."""
    return tuple(kpi for item in story for kpi in _DEFINED.get(item.slide, ()))
