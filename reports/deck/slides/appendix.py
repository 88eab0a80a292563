"""Appendix: what each figure means, where it comes from, what was left out."""

from reports.brand import APPENDIX, inches
from reports.deck.exhibits.frame import Page, bullet_list, heading, slides_of
from reports.deck.exhibits.table import (
    SMALL_PRINT,
    ColumnPlan,
    Entry,
    TablePlan,
    tables,
    whole_table,
)
from reports.deck.model import Box, Element, Slide
from reports.deck.slide_context import Headline, Phrase, SlideContext, Tone
from reports.deck.slides.contract import Absent, Kind
from transforms.kpis import shown_at
from transforms.metrics.kpi import Place

ORDER = 200
KIND = Kind.FRAME


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """Says what the pages hold."""
    del story
    return Headline("appendix", Tone.FLAT, context.phrase("titles.appendix"), Phrase("", ""))


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Definitions of the figures that this client has, over as many pages as they need, then
    sources and exclusions."""
    told = [_subject(item) for item in story]
    shown = [shown_at(Place(name)) for name in told if name in set(Place)]
    defined = [kpi for figures in shown for kpi in figures if context.get(kpi).number is not None]
    rows = tuple(
        (Entry(context.name_of(kpi), bold=True), Entry(context.definition_of(kpi)))
        for kpi in defined
    )
    plan = TablePlan(
        context.say("appendix.definitions"),
        context.say("appendix.definitions_alt"),
        (
            ColumnPlan(context.say("columns.figure"), 0.24),
            ColumnPlan(context.say("columns.definition"), 0.76),
        ),
        rows,
        SMALL_PRINT,
    )
    pieces = tables(context, plan, context.brand.body) if rows else ()
    contents: list[tuple[Element, ...]] = [(piece,) for piece in pieces]
    contents.append(_sources(context, told))
    page = Page("appendix", headline.title, (), (headline.title.text,), layout=APPENDIX)
    return slides_of(context, page, contents)


def _subject(headline: Headline) -> str:
    """What a title tells, by its rule: the slide on investment is on invoices or on a fee."""
    return headline.title.rule.split(".")[1]


def _sources(context: SlideContext, told: list[str]) -> tuple[Element, ...]:
    area = context.brand.body
    half = (area.width - inches(0.5)) // 2
    left = Box(area.left, area.top, half, area.height)
    right = Box(area.right - half, area.top + inches(0.4), half, area.height - inches(0.4))
    named = [f"exclusions.{name}" for name in told]
    exclusions = [context.say(key) for key in named if context.words.has(key)]
    exclusions.append(context.say("exclusions.all", {"absent": context.say("absent")}))
    plan = TablePlan(
        context.say("appendix.sources"),
        context.say("appendix.sources_alt"),
        (
            ColumnPlan(context.say("columns.data"), 0.5),
            ColumnPlan(context.say("columns.system"), 0.5),
        ),
        tuple(
            (Entry(context.say(f"tables.{table}")), Entry(context.systems(table)))
            for table in context.view.sources
            if context.systems(table)
        ),
    )
    sources = whole_table(context, plan, left) if plan.rows else ()
    title = heading(context, context.say("appendix.exclusions"), Box(right.left, area.top, half, 0))
    return (*sources, title, bullet_list(context, exclusions, right, 3))
