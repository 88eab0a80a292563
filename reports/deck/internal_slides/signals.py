"""Signals: what calls for action, what speaks for it, and what to do."""

from reports.deck.exhibits.frame import Page, slides_of
from reports.deck.exhibits.table import ColumnPlan, Entry, Row, TablePlan, tables
from reports.deck.internal_context import InternalContext
from reports.deck.model import Slide
from reports.deck.signal_words import advice_of, evidence_of
from reports.deck.slide_context import Headline, Tone
from reports.deck.slides.contract import Absent, Kind
from transforms.signals import Severity, Signal

ORDER = 25
KIND = Kind.CONTENT

TONES = {Severity.ALERT: Tone.BAD, Severity.WATCH: Tone.FLAT, Severity.CHANCE: Tone.GOOD}


def headline(context: InternalContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """How many signals, and the most urgent by name."""
    del story
    found = context.inside.signals
    if not found:
        return Absent("no_signals")
    values = {
        "n": context.tally(len(found), "signals"),
        "first": found[0].name(context.words.language),
    }
    title = context.counted("titles.signals", len(found), values)
    return Headline("signals", TONES[found[0].severity], title, context.phrase("clauses.none"))


def compose(
    context: InternalContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """One row a signal, the most urgent first."""
    del story
    language = context.words.language
    plan = TablePlan(
        context.say("signals.table"),
        context.say("signals.alt"),
        (
            ColumnPlan(context.say("signals.severity"), 0.13),
            ColumnPlan(context.say("signals.signal"), 0.19),
            ColumnPlan(context.say("columns.evidence"), 0.34),
            ColumnPlan(context.say("signals.steps"), 0.34),
        ),
        tuple(_row(context, signal) for signal in context.inside.signals),
    )
    told = [
        f"{signal.name(language)}. {signal.meaning(language)} "
        f"{' '.join(advice_of(context, signal))}"
        for signal in context.inside.signals
    ]
    pieces = tables(context, plan, context.brand.body)
    page = Page("signals", headline.title, (), (headline.title.text, *told))
    return slides_of(context, page, [(piece,) for piece in pieces])


def _row(context: InternalContext, signal: Signal) -> Row:
    return (
        Entry(context.say(f"signals.severity_{signal.severity}"), TONES[signal.severity]),
        Entry(signal.name(context.words.language), bold=True),
        Entry(evidence_of(context, signal)),
        Entry(advice_of(context, signal)[0]),
    )
