"""Executive summary: figures, outcomes, what went wrong, one request."""

from reports.brand import inches
from reports.deck.exhibits.frame import TILE_HEIGHT, Page, slide, tiles
from reports.deck.exhibits.table import ColumnPlan, Entry, Row, TablePlan, whole_table
from reports.deck.exhibits.text_fit import fitted
from reports.deck.exhibits.tiles import tile_of
from reports.deck.headlines import misses, outcomes
from reports.deck.model import Box, Slide
from reports.deck.slide_context import Headline, Phrase, SlideContext, Tone
from reports.deck.slides.contract import Absent, Kind
from transforms.clients.aims import Commitment
from transforms.kpis import shown_at
from transforms.metrics.kpi import Place

ORDER = 20
KIND = Kind.DERIVED

_OUTCOMES = 3
_STATEMENTS = 5
_KINDS = {Tone.GOOD: "outcome"}
_IN_PART = ("goals", "commitments")
"""Slides whose middling verdict means that something promised was not reached."""
_REQUEST_WIDTH = inches(7.0)


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """The best outcome, the worst miss and the request, in one sentence."""
    good, short_of = _judged(story)
    clauses = [item.clause for item in (*good[:1], *short_of[:1])]
    if (request := request_of(context)) is not None:
        short = fitted(request.text, _REQUEST_WIDTH, 1, (1400,), bold=False).text
        clauses.append(context.phrase("clauses.request", {"request": _lowered(short.rstrip("."))}))
    if not clauses:
        return Absent("nothing_concluded")
    text = "; ".join(clause.text for clause in clauses)
    figures = tuple(figure for clause in clauses for figure in clause.figures)
    title = Phrase(text[:1].upper() + text[1:], "titles.summary", figures)
    return Headline("summary", Tone.FLAT, title, Phrase("", ""))


def _lowered(text: str) -> str:
    """A sentence as part of another; acronyms and names of one letter stay."""
    is_word = text[1:2].islower()
    return text[:1].lower() + text[1:] if is_word else text


def request_of(context: SlideContext) -> Commitment | None:
    """The first thing the client is to do next quarter."""
    following = str(context.period.shift(1))
    asked = (item for item in context.view.commitments if item.quarter == following)
    return next((item for item in asked if item.owner_side == "client"), None)


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Four tiles over a table of statements."""
    area = context.brand.body
    items = [tile_of(context, kpi) for kpi in _shown_tiles(context)]
    rows = _statements(context, story)
    plan = TablePlan(
        context.say("summary.table"),
        context.say("summary.alt"),
        (
            ColumnPlan(context.say("summary.kind"), 0.16),
            ColumnPlan(context.say("summary.statement"), 0.84),
        ),
        rows,
    )
    top = area.top + (TILE_HEIGHT + inches(0.3) if items else 0)
    place = Box(area.left, top, area.width, area.bottom - top)
    notes = (headline.title.text, *(row[1].text for row in rows))
    page = Page("summary", headline.title, ("tickets", "surveys", "usage", "tasks"), notes)
    shown = (
        tiles(context, items, Box(area.left, area.top, area.width, TILE_HEIGHT)) if items else ()
    )
    return (slide(context, page, (*shown, *whole_table(context, plan, place))),)


def _shown_tiles(context: SlideContext) -> list[str]:
    return [kpi for kpi in shown_at(Place.TILE) if context.get(kpi).number is not None][:4]


def _statements(context: SlideContext, story: tuple[Headline, ...]) -> tuple[Row, ...]:
    good, short_of = _chosen(*_judged(story))
    rows: list[Row] = [
        *(_statement(context, item, _KINDS.get(item.tone, "steady")) for item in good),
        *(_statement(context, item, "miss") for item in short_of),
    ]
    if not short_of:
        rows.append((Entry(context.say("summary.miss")), Entry(context.say("summary.no_miss"))))
    if (request := request_of(context)) is not None:
        rows.append((Entry(context.say("summary.request"), bold=True), Entry(request.text)))
    return tuple(rows)


def _chosen(
    good: list[Headline], short_of: list[Headline]
) -> tuple[list[Headline], list[Headline]]:
    """As many as have room: what is merely steady never takes the place of what went wrong."""
    reached = sum(item.tone is Tone.GOOD for item in good[:_OUTCOMES])
    told = short_of[: _STATEMENTS - reached]
    return good[: min(_OUTCOMES, _STATEMENTS - len(told))], told


def _statement(context: SlideContext, item: Headline, kind: str) -> Row:
    return Entry(context.say(f"summary.{kind}"), item.tone), Entry(item.title.text)


def _judged(story: tuple[Headline, ...]) -> tuple[list[Headline], list[Headline]]:
    """What went well, and what did not; where nothing is bad, what was reached only in part."""
    told = outcomes(story)
    short_of = [item for item in misses(story) if item.clause.text] or [
        item for item in told if item.tone is Tone.FLAT and item.slide in _IN_PART
    ]
    return [item for item in told if item not in short_of], short_of
