"""Appendix: what each figure means, where it comes from, what was left out."""

from reports.brand import APPENDIX, inches
from reports.deck.desk import Desk, Headline, Phrase, Tone
from reports.deck.exhibit_table import (
    SMALL_PRINT,
    ColumnPlan,
    Entry,
    TablePlan,
    tables,
    whole_table,
)
from reports.deck.exhibits import Page, bullet_list, heading, slides_of
from reports.deck.model import Box, Element, Slide
from reports.deck.slides.contract import Absent, Kind

ORDER = 200
KIND = Kind.FRAME

_DEFINED = {
    "usage": ("usage_change", "usage_change_year", "seats_used"),
    "service": ("first_response_median", "critical_resolution_median", "critical_open"),
    "satisfaction": ("nps", "csat"),
    "delivery": ("delivery_on_time", "delivery_days_overdue_median", "tasks_blocked"),
    "investment": ("invoiced_amount",),
    "fee": ("mrr",),
}
_EXCLUSIONS = ("usage", "service", "satisfaction", "delivery", "investment", "fee")


def headline(desk: Desk, story: tuple[Headline, ...]) -> Headline | Absent:
    """Says what the pages hold."""
    del story
    return Headline("appendix", Tone.FLAT, desk.phrase("titles.appendix"), Phrase("", ""))


def compose(desk: Desk, headline: Headline, story: tuple[Headline, ...]) -> tuple[Slide, ...]:
    """Definitions over as many pages as they need, then sources and exclusions."""
    told = [_subject(item) for item in story]
    defined = [kpi for name in told for kpi in _DEFINED.get(name, ())]
    rows = tuple(
        (Entry(desk.name_of(kpi), bold=True), Entry(desk.definition_of(kpi))) for kpi in defined
    )
    plan = TablePlan(
        desk.say("appendix.definitions"),
        desk.say("appendix.definitions_alt"),
        (
            ColumnPlan(desk.say("columns.figure"), 0.26),
            ColumnPlan(desk.say("columns.definition"), 0.74),
        ),
        rows,
        SMALL_PRINT,
    )
    pieces = tables(desk, plan, desk.brand.body) if rows else ()
    contents: list[tuple[Element, ...]] = [(piece,) for piece in pieces]
    contents.append(_sources(desk, told))
    page = Page("appendix", headline.title, (), (headline.title.text,), layout=APPENDIX)
    return slides_of(desk, page, contents)


def _subject(headline: Headline) -> str:
    """What a title tells, by its rule: the slide on investment is on invoices or on a fee."""
    return headline.title.rule.split(".")[1]


def _sources(desk: Desk, told: list[str]) -> tuple[Element, ...]:
    area = desk.brand.body
    half = (area.width - inches(0.5)) // 2
    left = Box(area.left, area.top, half, area.height)
    right = Box(area.right - half, area.top + inches(0.4), half, area.height - inches(0.4))
    exclusions = [desk.say(f"exclusions.{name}") for name in _EXCLUSIONS if name in told]
    exclusions.append(desk.say("exclusions.all", {"absent": desk.say("absent")}))
    plan = TablePlan(
        desk.say("appendix.sources"),
        desk.say("appendix.sources_alt"),
        (ColumnPlan(desk.say("columns.data"), 0.5), ColumnPlan(desk.say("columns.system"), 0.5)),
        tuple(
            (Entry(desk.say(f"tables.{table}")), Entry(desk.systems(table)))
            for table in desk.view.sources
            if desk.systems(table)
        ),
    )
    sources = whole_table(desk, plan, left) if plan.rows else ()
    title = heading(desk, desk.say("appendix.exclusions"), Box(right.left, area.top, half, 0))
    return (*sources, title, bullet_list(desk, exclusions, right, 3))
