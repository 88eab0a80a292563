"""Last quarter's commitments, due in this one, and what became of them."""

from collections.abc import Sequence

from reports.brand import inches
from reports.deck.exhibits.frame import Page, slides_of
from reports.deck.exhibits.meaning import above_meaning, meaning_of, question_of
from reports.deck.exhibits.owners import owner_text
from reports.deck.exhibits.table import ColumnPlan, Entry, Row, TablePlan, tables
from reports.deck.exhibits.text_fit import fitted
from reports.deck.model import Slide
from reports.deck.slide_context import TONE_OF, Headline, SlideContext, Tone
from reports.deck.slides.contract import Absent, Kind
from reports.deck.text_model import Align
from transforms.clients.aims import Commitment, Promises, promises_of
from transforms.clients.judgement import kept_grade

ORDER = 90
KIND = Kind.CONTENT

_TONES = {"done": Tone.GOOD, "open": Tone.BAD, "moved": Tone.FLAT, "dropped": Tone.FLAT}


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """How many are done, and what is still open."""
    del story
    due = due_now(context)
    if not due:
        return Absent("no_commitments")
    kept = promises_of(due, str(context.period))
    tone = TONE_OF[kept_grade(len(kept.done), kept.due)] if kept.due else Tone.FLAT
    first = kept.left[0].text if kept.left else ""
    values = {
        "done": context.tally(len(kept.done), "commitments"),
        "all": context.tally(kept.due, "commitments"),
        "rest": context.tally(len(kept.left), "commitments"),
        "dropped": context.tally(len(kept.withdrawn), "commitments"),
        "first": fitted(first, inches(9.0), 1, (2000,), bold=True).text if first else "",
    }
    rule, counted = _rule(tone, kept)
    clause = _clause_rule(tone, kept)
    return Headline(
        "commitments",
        tone,
        context.counted(f"titles.commitments.{rule}", counted, values),
        context.counted(f"clauses.commitments.{clause}", _counted_by(clause, kept), values),
    )


def _clause_rule(tone: Tone, kept: Promises) -> str:
    if not kept.due:
        return "all_withdrawn"
    return tone.value if kept.done else "none"


def _counted_by(clause: str, kept: Promises) -> int:
    """The number that a clause's plural follows."""
    if clause in ("flat", "bad"):
        return len(kept.left)
    return kept.due or len(kept.withdrawn)


def _rule(tone: Tone, kept: Promises) -> tuple[str, int]:
    """The wording, and the number that its plural follows."""
    if not kept.due:
        return "all_withdrawn", len(kept.withdrawn)
    if kept.withdrawn and not kept.left:
        return "withdrawn", len(kept.withdrawn)
    return (tone.value, len(kept.left) or kept.due) if kept.done else ("none", kept.due)


def due_now(context: SlideContext) -> tuple[Commitment, ...]:
    """Commitments due in the deck's quarter."""
    return tuple(item for item in context.view.commitments if item.quarter == str(context.period))


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """One table, with why what is open is open where anybody recorded it."""
    due = due_now(context)
    has_causes = any(item.cause or item.action for item in due)
    columns = (
        ColumnPlan(context.say("columns.commitment"), 0.28 if has_causes else 0.44),
        ColumnPlan(context.say("columns.owner"), 0.17 if has_causes else 0.28),
        ColumnPlan(context.say("columns.due"), 0.1 if has_causes else 0.11, Align.RIGHT),
        ColumnPlan(context.say("columns.state"), 0.1 if has_causes else 0.17),
        *((ColumnPlan(context.say("columns.cause"), 0.35),) if has_causes else ()),
    )
    plan = TablePlan(
        context.say("commitments.table"),
        context.say("commitments.alt", {"title": headline.title.text}),
        columns,
        tuple(_row(context, item, has_causes) for item in due),
    )
    rule = _meaning_rule(headline)
    notes = (headline.title.text, context.say("notes.commitments"), question_of(context, rule))
    page = Page("commitments", headline.title, ("commitments",), notes)
    strip = meaning_of(context, headline, story, rule, _counted(context, due))
    pieces = tables(context, plan, above_meaning(context))
    return slides_of(context, page, [(piece, *strip) for piece in pieces])


def _counted(context: SlideContext, due: Sequence[Commitment]) -> dict[str, str]:
    """How many stand in which state, in words, and since when the oldest is open."""
    states = [item.state for item in due]
    told = [
        context.words.count(f"commitments.{state}", n, {"n": context.formats.count(n)})
        for state, n in ((state, states.count(state)) for state in _TONES)
        if n
    ]
    return {"counted": context.formats.items(told)}


def _meaning_rule(headline: Headline) -> str:
    rule = headline.title.rule.removeprefix("titles.commitments.")
    return f"commitments.{'withdrawn' if 'withdrawn' in rule else headline.tone}"


def _row(context: SlideContext, item: Commitment, has_causes: bool) -> Row:
    due = context.formats.day(item.due_date) if item.due_date else context.say("absent")
    state = Entry(context.say(f"states.{item.state}"), _TONES[item.state])
    why = ". ".join(text.rstrip(".") for text in (item.cause, item.action) if text)
    cells = (Entry(item.text), Entry(_owner(context, item)), Entry(due), state)
    return (*cells, Entry(why)) if has_causes else cells


def _owner(context: SlideContext, item: Commitment) -> str:
    """Who promised it, and for which of the two companies."""
    sides = {"us": context.view.company_name, "client": context.view.client_name}
    return owner_text(context, item.owner, sides.get(item.owner_side, ""))
