"""Project delivery: what was due, what was done by then, and what waits for whom."""

from reports.brand import inches
from reports.deck.client_view import Milestone
from reports.deck.desk import Desk, Headline, Tone, Value
from reports.deck.exhibit_table import ColumnPlan, Entry, Row, TablePlan, tables
from reports.deck.exhibits import TILE_HEIGHT, Page, callout, note, slides_of, tiles
from reports.deck.model import Align, Box, Element, Slide
from reports.deck.recommendations import next_step
from reports.deck.slides.contract import Absent, Kind
from reports.deck.text_fit import fitted
from reports.deck.tiles import tile_of

ORDER = 80
KIND = Kind.CONTENT

_GOOD = 0.9
_FAIR = 0.75
_NOTE_ROOM = inches(0.3)


def headline(desk: Desk, story: tuple[Headline, ...]) -> Headline | Absent:
    """Done by their due date, of all that were due; and what is recorded as blocked."""
    del story
    on_time, blocked = desk.get("delivery_on_time"), desk.get("tasks_blocked")
    if on_time.value is None and not blocked.number:
        return Absent(on_time.reason or "nothing_due")
    tone = _tone(on_time.value)
    values: dict[str, Value] = {
        "done": desk.part(on_time, "numerator"),
        "due": desk.part(on_time, "denominator"),
        "blocked": _blocked(desk),
    }
    rule = "none" if on_time.value == 0 else tone.value
    return Headline(
        "delivery",
        tone,
        desk.counted(f"titles.delivery.{rule}", round(on_time.denominator or 0), values),
        desk.phrase("clauses.delivery" if on_time.value is not None else "clauses.none", values),
    )


def _tone(share: float | None) -> Tone:
    if share is None:
        return Tone.MISSING
    return Tone.GOOD if share >= _GOOD else Tone.FLAT if share >= _FAIR else Tone.BAD


def _blocked(desk: Desk) -> Value:
    """Tasks recorded as blocked, and by whom where it is one team."""
    blocked = desk.get("tasks_blocked")
    if not blocked.number:
        return ""
    teams = desk.view.blocking_teams
    rule = "blocked_by" if len(teams) == 1 else "blocked"
    team = fitted(teams[0], inches(3.0), 1, (2000,), bold=True).text if teams else ""
    values = {"n": desk.figure(blocked), "team": team}
    return desk.counted(f"titles.delivery.{rule}", int(blocked.number), values)


def compose(desk: Desk, headline: Headline, story: tuple[Headline, ...]) -> tuple[Slide, ...]:
    """Tiles over the milestones; further pages carry the rest of a long list."""
    del story
    area = desk.brand.body
    shown = [
        tile_of(desk, "delivery_on_time"),
        tile_of(desk, "tasks_due"),
        tile_of(desk, "delivery_days_overdue_median"),
        tile_of(desk, "tasks_blocked"),
    ]
    top_tiles = tiles(desk, shown, Box(area.left, area.top, area.width, TILE_HEIGHT))
    step = next_step(desk, headline)
    foot = inches(0.8) if step else 0
    extra: tuple[Element, ...] = ()
    if step:
        extra = callout(desk, step, area.bottom - inches(0.62), headline.tone)
    pieces = _milestones(desk, headline, _above(area, foot + _NOTE_ROOM))
    if len(pieces) > 1 and extra:
        # The step stands among the recommendations too: the table is worth more on one page.
        foot, extra = 0, ()
        pieces = _milestones(desk, headline, _above(area, _NOTE_ROOM))
    if pieces and len(desk.view.milestones) != desk.get("tasks_due").number:
        # Else the title seems to contradict the table.
        small = Box(area.left, area.bottom - foot - inches(0.24), area.width, 0)
        extra = (note(desk, desk.say("delivery.note"), small, 1), *extra)
    notes = (headline.title.text, desk.definition_of("delivery_on_time"))
    page = Page("delivery", headline.title, ("tasks",), notes)
    first: tuple[Element, ...] = (*top_tiles, *pieces[:1], *extra)
    return slides_of(desk, page, [first, *((piece, *extra) for piece in pieces[1:])])


def _above(area: Box, foot: int) -> Box:
    return Box(area.left, area.top, area.width, area.height - foot)


def _milestones(desk: Desk, headline: Headline, room: Box) -> list[Element]:
    if not desk.view.milestones:
        return []
    plan = TablePlan(
        desk.say("delivery.table"),
        desk.say("delivery.alt", {"title": headline.title.text}),
        (
            ColumnPlan(desk.say("columns.milestone"), 0.38),
            ColumnPlan(desk.say("columns.project"), 0.22),
            ColumnPlan(desk.say("columns.due"), 0.12, Align.RIGHT),
            ColumnPlan(desk.say("columns.completed"), 0.12, Align.RIGHT),
            ColumnPlan(desk.say("columns.state"), 0.2),
        ),
        tuple(_row(desk, item) for item in desk.view.milestones),
    )
    return list(tables(desk, plan, room, room.top + TILE_HEIGHT + inches(0.25)))


def _row(desk: Desk, item: Milestone) -> Row:
    done = (
        desk.say("delivery.open")
        if item.completed_date is None
        else desk.formats.day(item.completed_date)
    )
    return (
        Entry(item.name),
        Entry(item.project),
        Entry(desk.formats.day(item.due_date)),
        Entry(done),
        _state(desk, item),
    )


def _state(desk: Desk, item: Milestone) -> Entry:
    if item.completed_date is None:
        if item.blocked_by:
            return Entry(desk.say("delivery.blocked", {"team": item.blocked_by}), Tone.BAD)
        return Entry(desk.say("delivery.overdue"), Tone.BAD)
    days = (item.completed_date - item.due_date).days
    if days <= 0:
        return Entry(desk.say("delivery.on_time"), Tone.GOOD)
    return Entry(desk.words.count("delivery.late", days), Tone.FLAT)
