"""What other teams are asked for: tasks that are recorded as waiting for them."""

from reports.deck.exhibits.frame import Page, slides_of
from reports.deck.exhibits.table import ColumnPlan, Entry, TablePlan, tables
from reports.deck.model import Slide
from reports.deck.review.internal_context import InternalContext
from reports.deck.slide_context import Headline, Tone
from reports.deck.slides.contract import Absent, Kind
from reports.deck.text_model import Align

ORDER = 26
KIND = Kind.CONTENT


def headline(context: InternalContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """How many tasks wait, for how many teams."""
    del story
    blocked = context.inside.blocked
    if not blocked:
        return Absent("nothing_blocked")
    teams = {item.team for item in blocked}
    values = {
        "n": context.tally(len(blocked), "tasks"),
        "teams": context.formats.items(sorted(teams)),
        "team": sorted(teams)[0],
    }
    rule = "titles.asks.one_team" if len(teams) == 1 else "titles.asks.teams"
    title = context.counted(rule, len(blocked), values)
    return Headline("asks", Tone.BAD, title, context.phrase("clauses.none"))


def compose(
    context: InternalContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """By team: the task, its project, who has it, and since when it is due."""
    del story
    absent = context.say("absent")
    plan = TablePlan(
        context.say("asks.table"),
        context.say("asks.alt"),
        (
            ColumnPlan(context.say("asks.team"), 0.18),
            ColumnPlan(context.say("asks.task"), 0.36),
            ColumnPlan(context.say("columns.project"), 0.2),
            ColumnPlan(context.say("columns.owner"), 0.14),
            ColumnPlan(context.say("columns.due"), 0.12, Align.RIGHT),
        ),
        tuple(
            (
                Entry(item.team, bold=True),
                Entry(item.name),
                Entry(item.project or absent),
                Entry(item.assignee or absent),
                Entry(context.formats.day(item.due_date) if item.due_date else absent),
            )
            for item in context.inside.blocked
        ),
    )
    pieces = tables(context, plan, context.brand.body)
    page = Page("asks", headline.title, ("tasks",), (headline.title.text,))
    return slides_of(context, page, [(piece,) for piece in pieces])
