"""Signals: what calls for action, what speaks for it, and what to do."""

from datetime import date
from itertools import zip_longest

from reports.deck.chain.renewal import pressing_link
from reports.deck.exhibits.frame import Page, slides_of
from reports.deck.exhibits.table import ColumnPlan, Entry, Row, TablePlan, tables
from reports.deck.internal_context import InternalContext
from reports.deck.model import Slide
from reports.deck.signal_words import advice_of, begun_small, evidence_rows, name_of, steps_of
from reports.deck.slide_context import Headline, Tone
from reports.deck.slides.contract import Absent, Kind
from reports.deck.turns import within_a_week
from transforms.clients.judgement import owes_much
from transforms.signals import (
    Severity,
    Signal,
    complaints,
    dissatisfied,
    falling_use,
    internal_bottleneck,
)

ORDER = 25
KIND = Kind.CONTENT

_MOST_ROWS, _ROWS_OF_PAGE = 3, 6
_PLANNED = {
    falling_use.SPEC.id: "usage",
    dissatisfied.SPEC.id: "satisfaction",
    complaints.SPEC.id: "satisfaction",
    internal_bottleneck.SPEC.id: "delivery",
}
TONES = {Severity.ALERT: Tone.BAD, Severity.WATCH: Tone.FLAT, Severity.CHANCE: Tone.GOOD}


def headline(context: InternalContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """How many signals, and the most urgent by name."""
    del story
    found = context.inside.signals
    if not found:
        return Absent("no_signals")
    values = {
        "n": context.tally(len(found), "signals"),
        "first": begun_small(name_of(context, found[0])),
    }
    title = context.counted(_rule(context), len(found), values)
    return Headline("signals", TONES[found[0].severity], title, context.phrase("clauses.none"))


def _rule(context: InternalContext) -> str:
    """What ends within days and money overdue come before every signal."""
    if pressing_link(context) is not None:
        return "titles.signals.beside_renewal"
    return "titles.signals.beside_debt" if does_owe_much(context) else "titles.signals"


def does_owe_much(context: InternalContext) -> bool:
    overdue, fee = context.get("overdue_balance"), context.get("mrr")
    return owes_much(overdue.value_minor, fee.value_minor)


def compose(
    context: InternalContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """The most urgent first; where there are few, each with more of its evidence and steps."""
    del story
    language, found = context.words.language, context.inside.signals
    plan = TablePlan(
        context.say("signals.table"),
        context.say("signals.alt"),
        (
            ColumnPlan(context.say("signals.severity"), 0.11),
            ColumnPlan(context.say("signals.signal"), 0.17),
            ColumnPlan(context.say("columns.evidence"), 0.29),
            ColumnPlan(context.say("signals.steps"), 0.29),
            ColumnPlan(context.say("signals.who"), 0.14),
        ),
        tuple(row for signal in found for row in _rows(context, signal, _depth(len(found)))),
    )
    told = [
        f"{name_of(context, signal)}. {signal.meaning(language)} "
        f"{' '.join(advice_of(context, signal))}"
        for signal in found
    ]
    pieces = tables(context, plan, context.brand.body)
    page = Page("signals", headline.title, (), (headline.title.text, *told))
    return slides_of(context, page, [(piece,) for piece in pieces])


def _depth(signals: int) -> int:
    """Rows that a signal may take, so that all of them stay on a page."""
    return max(1, min(_MOST_ROWS, _ROWS_OF_PAGE // signals))


def _rows(context: InternalContext, signal: Signal, most: int) -> list[Row]:
    """Evidence at the left, steps at the right, each step whole in a cell of its own; no more
    rows than there are steps; then whose they are, and until when."""
    steps = steps_of(context, signal)[:most]
    evidence = evidence_rows(context, signal, max(1, len(steps)))
    severity = context.say(f"signals.severity_{signal.severity}")
    rows: list[Row] = []
    for number, (shown, step) in enumerate(zip_longest(evidence, steps, fillvalue="")):
        is_first = number == 0
        rows.append(
            (
                Entry(severity, TONES[signal.severity]) if is_first else Entry(""),
                Entry(name_of(context, signal) if is_first else "", bold=True),
                Entry(shown),
                Entry(step),
                Entry(_who(context, signal) if is_first else ""),
            )
        )
    return rows


def _who(context: InternalContext, signal: Signal) -> str:
    owner, day = owned(context, slide_of(signal))
    return context.say("signals.owned", {"owner": owner, "day": context.formats.day(day)})


def slide_of(signal: Signal) -> str:
    """The page of the client's deck whose action answers a signal; empty where none does."""
    return _PLANNED.get(signal.kind, "")


def decided(context: InternalContext, slide: str) -> date | None:
    """Until when the client is asked to decide on that action, where its deck says so."""
    found = (item for item in context.inside.found if slide and item.slide == slide and item.due)
    return next((item.decide for item in found), None)


def owned(context: InternalContext, slide: str) -> tuple[str, date]:
    """Whose an action on what a page of the client's deck shows is, and until when: as in that
    deck's plan, where it has one; else the manager's, within a week."""
    view, day = context.view, within_a_week(context)
    owner = view.manager_name or view.company_name
    for item in context.inside.found:
        if slide and item.slide == slide and item.due:
            return item.owner or owner, item.due
    return owner, day
