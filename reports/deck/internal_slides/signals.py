"""Signals: what calls for action, what speaks for it, and what to do."""

from itertools import zip_longest

from reports.deck.exhibits.frame import Page, slides_of
from reports.deck.exhibits.table import ColumnPlan, Entry, Row, TablePlan, tables
from reports.deck.model import Slide, Table
from reports.deck.review.internal_context import InternalContext
from reports.deck.review.matter import TONES, Matter
from reports.deck.review.matters import matters
from reports.deck.review.signal_words import advice_of, name_of
from reports.deck.slide_context import Headline, Value
from reports.deck.slides.contract import Absent, Kind

ORDER = 25
KIND = Kind.CONTENT

_MOST_ROWS, _ROWS_OF_PAGE = 3, 6
_MOST_LINES = 8
"""Of a cell: what is to be done is never cut."""


def headline(context: InternalContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """How many rows call for action, and the first by name, which cover and summary tell."""
    del story
    found = matters(context, _MOST_ROWS)
    if not found:
        return Absent("no_signals")
    values: dict[str, Value] = {
        "n": context.tally(len(found), "signals"),
        "first": found[0].told,
    }
    title = context.counted("titles.signals", len(found), values)
    return Headline("signals", TONES[found[0].severity], title, context.phrase("clauses.none"))


def compose(
    context: InternalContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """The most urgent first; where there are few, each with more of its evidence and steps."""
    del story
    language, found = context.words.language, context.inside.signals
    told = [
        f"{name_of(context, signal)}. {signal.meaning(language)} "
        f"{' '.join(advice_of(context, signal))}"
        for signal in found
    ]
    page = Page("signals", headline.title, (), (headline.title.text, *told))
    return slides_of(context, page, [(piece,) for piece in _pieces(context)])


def _pieces(context: InternalContext) -> tuple[Table, ...]:
    """The table on one page, with as many rows of each as that has room for; else on several,
    each row with its name."""
    pieces: tuple[Table, ...] = ()
    for depth in range(_depth(len(matters(context, _MOST_ROWS))), 0, -1):
        pieces = tables(context, _plan(context, matters(context, depth)), context.brand.body)
        if len(pieces) == 1:
            break
    return pieces


def _plan(context: InternalContext, shown: list[Matter]) -> TablePlan:
    return TablePlan(
        context.say("signals.table"),
        context.say("signals.alt"),
        (
            ColumnPlan(context.say("signals.severity"), 0.11),
            ColumnPlan(context.say("signals.signal"), 0.17),
            ColumnPlan(context.say("columns.evidence"), 0.29),
            ColumnPlan(context.say("signals.steps"), 0.29),
            ColumnPlan(context.say("signals.who"), 0.14),
        ),
        tuple(row for item in shown for row in _rows(context, item)),
        lines=_MOST_LINES,
    )


def _depth(matters: int) -> int:
    """Rows that one of them may take, so that all of them stay on a page."""
    return max(1, min(_MOST_ROWS, _ROWS_OF_PAGE // matters))


def _rows(context: InternalContext, item: Matter) -> list[Row]:
    """Evidence at the left, steps at the right, each step whole in a cell of its own; no more
    rows than there are steps; then whose they are, and until when."""
    severity = context.say(f"signals.severity_{item.severity}")
    rows: list[Row] = []
    for number, (shown, step) in enumerate(zip_longest(item.evidence, item.steps, fillvalue="")):
        is_first = number == 0
        rows.append(
            (
                Entry(severity, TONES[item.severity]) if is_first else Entry(""),
                Entry(item.name if is_first else "", bold=True),
                Entry(shown),
                Entry(step),
                Entry(who(context, item) if is_first else ""),
            )
        )
    return rows


def who(context: InternalContext, item: Matter) -> str:
    """Whose it is, and until when."""
    day = context.formats.day(item.day)
    return context.say("signals.owned", {"owner": item.owner, "day": day})
