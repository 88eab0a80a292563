"""Signals: what calls for action, what speaks for it, and what to do."""

from reports.deck.desk import Headline, Tone
from reports.deck.exhibit_table import ColumnPlan, Entry, Row, TablePlan, tables
from reports.deck.exhibits import Page, slides_of
from reports.deck.internal_desk import InternalDesk
from reports.deck.model import Slide
from reports.deck.signal_words import advice_of, evidence_of
from reports.deck.slides.contract import Absent, Kind
from transforms.signals import Severity, Signal

ORDER = 25
KIND = Kind.CONTENT

TONES = {Severity.ALERT: Tone.BAD, Severity.WATCH: Tone.FLAT, Severity.CHANCE: Tone.GOOD}


def headline(desk: InternalDesk, story: tuple[Headline, ...]) -> Headline | Absent:
    """How many signals, and the most urgent by name."""
    del story
    found = desk.inside.signals
    if not found:
        return Absent("no_signals")
    values = {
        "n": desk.tally(len(found), "signals"),
        "first": found[0].name(desk.words.language),
    }
    title = desk.counted("titles.signals", len(found), values)
    return Headline("signals", TONES[found[0].severity], title, desk.phrase("clauses.none"))


def compose(
    desk: InternalDesk, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """One row a signal, the most urgent first."""
    del story
    language = desk.words.language
    plan = TablePlan(
        desk.say("signals.table"),
        desk.say("signals.alt"),
        (
            ColumnPlan(desk.say("signals.severity"), 0.13),
            ColumnPlan(desk.say("signals.signal"), 0.19),
            ColumnPlan(desk.say("columns.evidence"), 0.34),
            ColumnPlan(desk.say("signals.steps"), 0.34),
        ),
        tuple(_row(desk, signal) for signal in desk.inside.signals),
    )
    told = [
        f"{signal.name(language)}. {signal.meaning(language)} {' '.join(advice_of(desk, signal))}"
        for signal in desk.inside.signals
    ]
    pieces = tables(desk, plan, desk.brand.body)
    page = Page("signals", headline.title, (), (headline.title.text, *told))
    return slides_of(desk, page, [(piece,) for piece in pieces])


def _row(desk: InternalDesk, signal: Signal) -> Row:
    return (
        Entry(desk.say(f"signals.severity_{signal.severity}"), TONES[signal.severity]),
        Entry(signal.name(desk.words.language), bold=True),
        Entry(evidence_of(desk, signal)),
        Entry(advice_of(desk, signal)[0]),
    )
