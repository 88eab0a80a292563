"""What other teams are asked for: tasks that are recorded as waiting for them."""

from reports.deck.desk import Headline, Tone
from reports.deck.exhibit_table import ColumnPlan, Entry, TablePlan, tables
from reports.deck.exhibits import Page, slides_of
from reports.deck.internal_desk import InternalDesk
from reports.deck.model import Align, Slide
from reports.deck.slides.contract import Absent, Kind

ORDER = 107
KIND = Kind.CONTENT


def headline(desk: InternalDesk, story: tuple[Headline, ...]) -> Headline | Absent:
    """How many tasks wait, for how many teams."""
    del story
    blocked = desk.inside.blocked
    if not blocked:
        return Absent("nothing_blocked")
    teams = {item.team for item in blocked}
    values = {
        "n": desk.tally(len(blocked), "tasks"),
        "teams": desk.tally(len(teams), "tasks"),
        "team": sorted(teams)[0],
    }
    rule = "titles.asks.one_team" if len(teams) == 1 else "titles.asks.teams"
    title = desk.counted(rule, len(blocked), values)
    return Headline("asks", Tone.BAD, title, desk.phrase("clauses.none"))


def compose(
    desk: InternalDesk, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """By team: the task, its project, who has it, and since when it is due."""
    del story
    absent = desk.say("absent")
    plan = TablePlan(
        desk.say("asks.table"),
        desk.say("asks.alt"),
        (
            ColumnPlan(desk.say("asks.team"), 0.18),
            ColumnPlan(desk.say("asks.task"), 0.36),
            ColumnPlan(desk.say("columns.project"), 0.2),
            ColumnPlan(desk.say("columns.owner"), 0.14),
            ColumnPlan(desk.say("columns.due"), 0.12, Align.RIGHT),
        ),
        tuple(
            (
                Entry(item.team, bold=True),
                Entry(item.name),
                Entry(item.project or absent),
                Entry(item.assignee or absent),
                Entry(desk.formats.day(item.due_date) if item.due_date else absent),
            )
            for item in desk.inside.blocked
        ),
    )
    pieces = tables(desk, plan, desk.brand.body)
    page = Page("asks", headline.title, ("tasks",), (headline.title.text,))
    return slides_of(desk, page, [(piece,) for piece in pieces])
