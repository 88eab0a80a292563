"""Appendix: what each figure means, where it comes from, what was left out."""

from reports.brand import APPENDIX, inches
from reports.deck.exhibits.frame import Page, bullet_list, heading, slides_of
from reports.deck.exhibits.table import (
    DENSITIES,
    SMALL_PRINT,
    ColumnPlan,
    Entry,
    Row,
    TablePlan,
    tables_over,
    whole_table,
)
from reports.deck.model import Box, Element, Slide
from reports.deck.slide_context import Headline, Phrase, SlideContext, Tone
from reports.deck.slides.contract import Absent, Kind
from transforms.kpis import shown_at
from transforms.metrics.kpi import Place

ORDER = 200
KIND = Kind.FRAME

_FOOT, _GAP = inches(2.5), inches(0.25)
"""What sources and exclusions take under the definitions, with the space over them."""


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
    rows = tuple(row for name in told if name in set(Place) for row in _defined(context, name))
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
    body = context.brand.body
    pieces, shares = tables_over(context, plan, body, _FOOT) if rows else ((), False)
    contents: list[tuple[Element, ...]] = [(piece,) for piece in pieces]
    foot = Box(body.left, body.bottom - _FOOT + _GAP, body.width, _FOOT - _GAP)
    last = _sources(context, told, foot if shares else body)
    contents = [*contents[:-1], (*contents[-1], *last)] if shares else [*contents, last]
    page = Page("appendix", headline.title, (), (headline.title.text,), layout=APPENDIX)
    return slides_of(context, page, contents)


def _subject(headline: Headline) -> str:
    """What a title tells, by its rule: the slide on investment is on invoices or on a fee."""
    return headline.title.rule.split(".")[1]


def _defined(context: SlideContext, place: str) -> list[Row]:
    """The figures of a page that the client has. Where it stands among others is said once."""
    figures = [kpi for kpi in shown_at(Place(place)) if context.get(kpi).number is not None]
    if figures and context.words.has(f"definitions.{place}"):
        named = context.say(f"kickers.{place}")
        return [(Entry(named, bold=True), Entry(context.say(f"definitions.{place}")))]
    return [
        (Entry(context.name_of(kpi), bold=True), Entry(context.definition_of(kpi)))
        for kpi in figures
    ]


def _sources(context: SlideContext, told: list[str], area: Box) -> tuple[Element, ...]:
    """Which system each kind of data comes from, beside what is not counted."""
    half = (area.width - inches(0.5)) // 2
    left = Box(area.left, area.top, half, area.height)
    right = Box(area.right - half, area.top + inches(0.32), half, area.height - inches(0.32))
    named = [f"exclusions.{name}" for name in told]
    exclusions = [context.say(key) for key in named if context.words.has(key)]
    exclusions.append(context.say("exclusions.all", {"absent": context.say("absent")}))
    plan = TablePlan(
        context.say("appendix.sources"),
        context.say("appendix.sources_alt"),
        (
            ColumnPlan(context.say("columns.system"), 0.36),
            ColumnPlan(context.say("columns.data"), 0.64),
        ),
        tuple(
            (Entry(system), Entry(", ".join((kinds[0], *map(str.lower, kinds[1:])))))
            for system, kinds in _by_system(context).items()
        ),
        (DENSITIES[1], *SMALL_PRINT),
    )
    sources = whole_table(context, plan, left) if plan.rows else ()
    title = heading(context, context.say("appendix.exclusions"), Box(right.left, area.top, half, 0))
    return (*sources, title, bullet_list(context, exclusions, right, 3))


def _by_system(context: SlideContext) -> dict[str, list[str]]:
    """The kinds of data that each system, or several together, told of."""
    found: dict[str, list[str]] = {}
    for table in context.view.sources:
        if systems := context.systems(table):
            found.setdefault(systems, []).append(context.say(f"tables.{table}"))
    return found
