"""Appendix: what each figure means, where it comes from, what was left out."""

from collections.abc import Sequence

from reports.brand import APPENDIX, inches
from reports.deck.chain.links import chain
from reports.deck.exhibits.frame import Page, bullet_list, heading, slides_of
from reports.deck.exhibits.glance import glanced
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
from reports.deck.page_tables import tables_of_dates, tables_of_figures, tables_of_subjects
from reports.deck.slide_context import Headline, Phrase, SlideContext, Tone
from reports.deck.slides import delivery, service
from reports.deck.slides.contract import Absent, Kind
from transforms.kpis import shown_at
from transforms.metrics.kpi import Place

ORDER = 200
KIND = Kind.FRAME

_FOOT, _GAP = inches(2.5), inches(0.25)
"""What sources and exclusions take at most under the definitions, with the space over them."""
_LINE, _HEADS, _FEWEST_LINES = inches(0.27), inches(0.62), 5
"""A system's line, what stands over the first, and so many lines as exclusions take anyhow."""
_FILLING = 6
"""Systems whose lines, with room, take half a page of their own."""


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
    figures = _figures(context, story)
    rows = _rows(context, figures)
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
    planned = [link.slide for link in chain(context, story)]
    tables = _tables(context, [*told, *planned], [kpi for _, kpi in figures])
    systems = len(_by_system(context, tables))
    height = min(max(systems, _FEWEST_LINES) * _LINE + _HEADS, _FOOT)
    fills_a_page = systems >= _FILLING
    pieces, shares = tables_over(context, plan, body, height, fills_a_page) if rows else ((), False)
    contents: list[tuple[Element, ...]] = [(piece,) for piece in pieces]
    foot = Box(body.left, body.bottom - height + _GAP, body.width, height - _GAP)
    last = _sources(context, told, tables, foot if shares else body)
    contents = [*contents[:-1], (*contents[-1], *last)] if shares else [*contents, last]
    page = Page("appendix", headline.title, (), (headline.title.text,), layout=APPENDIX)
    return slides_of(context, page, contents)


def _subject(headline: Headline) -> str:
    """What a title tells, by its rule: the slide on investment is on invoices or on a fee."""
    return headline.title.rule.split(".")[1]


def _figures(context: SlideContext, story: tuple[Headline, ...]) -> list[tuple[str, str]]:
    """The figures that stand on some page, each once, after the page that it stands on first; the
    summary's own come last."""
    found = [(_subject(item), kpi) for item in story for kpi in _shown_by(context, item, story)]
    if any(item.slide == "summary" for item in story):
        found += [("summary", kpi) for kpi in glanced(context)]
    first = {kpi: place for place, kpi in reversed(found)}
    return [
        (place, kpi)
        for place, kpi in found
        if first[kpi] == place and context.get(kpi).number is not None
    ]


def _shown_by(
    context: SlideContext, item: Headline, story: tuple[Headline, ...]
) -> tuple[str, ...]:
    place = _subject(item)
    if item.title.rule.startswith("titles.service.quiet"):
        return ("tickets_created",)
    if place == "service":
        return service.figures_shown(context, story)
    if place == "delivery":
        return delivery.figures_shown(context, item)
    return shown_at(Place(place)) if place in set(Place) else ()


def _rows(context: SlideContext, figures: Sequence[tuple[str, str]]) -> tuple[Row, ...]:
    """What each figure means, under the name that pages call it by. Where the client stands among
    others is said once."""
    told: dict[str, str] = {}
    for place, kpi in figures:
        if context.words.has(f"definitions.{place}"):
            told[context.say(f"kickers.{place}")] = context.say(f"definitions.{place}")
        else:
            told[context.short_name(kpi)] = context.definition_of(kpi)
    return tuple((Entry(name, bold=True), Entry(text)) for name, text in told.items())


def _tables(context: SlideContext, told: Sequence[str], figures: Sequence[str]) -> set[str]:
    """The tables that any page is taken from."""
    view = context.view
    found = {"accounts", *tables_of_subjects(context, told), *tables_of_figures(figures)}
    found |= set(tables_of_dates(context))
    is_counted = "tickets_created" in figures
    used = {"usage_parts": view.parts, "tickets": view.causes or "service" in told or is_counted}
    return {name for name in found if used.get(name, True)}


def _sources(
    context: SlideContext, told: list[str], tables: set[str], area: Box
) -> tuple[Element, ...]:
    """Which system each kind of data comes from, beside what is not counted."""
    half = (area.width - inches(0.5)) // 2
    left = Box(area.left, area.top, half, area.height)
    right = Box(area.right - half, area.top + inches(0.32), half, area.height - inches(0.32))
    named = [f"exclusions.{name}" for name in told if name != "breakdown" or context.view.causes]
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
            for system, kinds in _by_system(context, tables).items()
        ),
        (DENSITIES[1], *SMALL_PRINT),
    )
    sources = whole_table(context, plan, left) if plan.rows else ()
    title = heading(context, context.say("appendix.exclusions"), Box(right.left, area.top, half, 0))
    return (*sources, title, bullet_list(context, exclusions, right, 3))


def _by_system(context: SlideContext, tables: set[str]) -> dict[str, list[str]]:
    """The kinds of data that each system, or several together, told of this deck."""
    found: dict[str, list[str]] = {}
    for table in context.view.sources:
        if table in tables and (systems := context.systems(table)):
            found.setdefault(systems, []).append(context.say(f"tables.{table}"))
    return found
