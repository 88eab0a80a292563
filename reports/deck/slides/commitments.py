"""Last quarter's commitments, due in this one, and what became of them."""

from collections.abc import Sequence
from datetime import date

from reports.deck.chain.links import chain
from reports.deck.exhibits.frame import Page, slides_of, whole_title
from reports.deck.exhibits.meaning import above_meaning, meaning_of, question_of
from reports.deck.exhibits.owners import owner_text
from reports.deck.exhibits.table import ColumnPlan, Entry, Row, TablePlan, tables
from reports.deck.model import Slide
from reports.deck.slide_context import (
    TONE_OF,
    Headline,
    Phrase,
    Shortfall,
    SlideContext,
    Tone,
    Value,
)
from reports.deck.slides.contract import Absent, Kind
from reports.deck.text_model import Align
from transforms.clients.aims import Commitment, Promises, promises_of
from transforms.clients.judgement import kept_grade

ORDER = 90
KIND = Kind.CONTENT

_SUFFIX = "(1/2)"
_TONES = {"done": Tone.GOOD, "open": Tone.BAD, "moved": Tone.FLAT, "dropped": Tone.FLAT}


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """How many stand in which state, and what is still to be done."""
    del story
    due = due_now(context)
    if not due:
        return Absent("no_commitments")
    kept = promises_of(due, str(context.period))
    tone = TONE_OF[kept_grade(len(kept.done), kept.due)] if kept.due else Tone.FLAT
    values: dict[str, Value] = {
        "done": context.tally(len(kept.done), "commitments"),
        "all": context.tally(len(due), "commitments"),
        "rest": context.tally(len(kept.left), "commitments"),
        "dropped": context.tally(len(kept.withdrawn), "commitments"),
        "states": _states(context, due),
    }
    rule, counted = _rule(tone, kept)
    others, is_named = _others(context, due), len(kept.left) == 1 and not kept.withdrawn
    titles = [
        context.counted(
            f"titles.commitments.{rule}", counted, {**values, "left": left, "others": rest}
        )
        for left, rest in ((_left(context, rule, kept), "" if is_named else others), ("", others))
    ]
    clause = _clause_rule(tone, kept)
    whole = len(due) if kept.left else kept.due
    in_clause = {**values, "all": context.tally(whole, "commitments")}
    return Headline(
        "commitments",
        tone,
        whole_title(context, titles, _SUFFIX),
        context.counted(f"clauses.commitments.{clause}", _counted_by(clause, kept), in_clause),
        Shortfall.of(len(kept.left), kept.due),
    )


def _first_left(kept: Promises) -> Commitment | None:
    """What was to be done first; of one day, what nobody has put off before what was postponed."""

    def place(item: Commitment) -> tuple[date, bool]:
        return item.due_date or date.max, item.state != "open"

    return min(kept.left, key=place, default=None)


def _left(context: SlideContext, rule: str, kept: Promises) -> Value:
    """What is left, by name; of several, which of them comes first."""
    first = _first_left(kept)
    if first is None:
        return ""
    named: dict[str, Value] = {"first": first.text.rstrip(".")}
    if kept.due == 1 and rule in ("none", "moved"):
        return context.phrase("titles.commitments.left_alone", named)
    return context.counted(f"titles.commitments.left_{first.state}", len(kept.left), named)


def _states(context: SlideContext, due: Sequence[Commitment]) -> Phrase:
    """How many stand in which state."""
    found = [item.state for item in due]
    counts = {state: context.tally(found.count(state), "commitments") for state in _TONES}
    told = [
        context.words.count(f"commitments.{state}", int(figure.number), {"n": figure.text})
        for state, figure in counts.items()
        if figure.number
    ]
    figures = tuple(figure for figure in counts.values() if figure.number)
    return Phrase(context.formats.items(told), "", figures)


def _others(context: SlideContext, due: Sequence[Commitment]) -> Value:
    """How many stand in which state but closed; nothing where all are closed."""
    found = [item.state for item in due]
    counts = {
        state: context.tally(found.count(state), "commitments")
        for state in _TONES
        if state != "done" and state in found
    }
    told = [
        context.words.count(f"commitments.{state}", int(figure.number), {"n": figure.text})
        for state, figure in counts.items()
    ]
    if not told:
        return ""
    states = Phrase(context.formats.items(told), "", tuple(counts.values()))
    return context.phrase("titles.commitments.others", {"states": states})


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
    if not kept.done:
        moved = all(item.state == "moved" for item in kept.left)
        return "moved" if moved else "none", kept.due
    if not kept.left and not kept.withdrawn:
        return "good", kept.due
    return ("bad" if tone is Tone.BAD else "flat"), len(kept.done)


def due_now(context: SlideContext) -> tuple[Commitment, ...]:
    """Commitments due in the deck's quarter."""
    return tuple(item for item in context.view.commitments if item.quarter == str(context.period))


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """One table, with why what is open is open where anybody recorded it."""
    due = due_now(context)
    new_date = _new_date(context, story)
    has_causes = any(_why(context, item, new_date) for item in due)
    cause = "cause" if any(item.cause for item in due) else "change"
    columns = (
        ColumnPlan(context.say("columns.commitment"), 0.28 if has_causes else 0.44),
        ColumnPlan(context.say("columns.owner"), 0.17 if has_causes else 0.28),
        ColumnPlan(context.say("columns.due"), 0.1 if has_causes else 0.11, Align.RIGHT),
        ColumnPlan(context.say("columns.state"), 0.1 if has_causes else 0.17),
        *((ColumnPlan(context.say(f"columns.{cause}"), 0.35),) if has_causes else ()),
    )
    plan = TablePlan(
        context.say("commitments.table"),
        context.say("commitments.alt", {"title": headline.title.text}),
        columns,
        tuple(_row(context, item, new_date, has_causes) for item in due),
    )
    rule, values = _meaning(context, headline, due)
    asked = _asked(headline, due)
    notes = (headline.title.text, context.say("notes.commitments"), question_of(context, asked))
    page = Page("commitments", headline.title, ("commitments",), notes)
    strip = meaning_of(context, headline, story, rule, values, asked=asked)
    pieces = tables(context, plan, above_meaning(context))
    return slides_of(context, page, [(piece, *strip) for piece in pieces])


def _meaning(
    context: SlideContext, headline: Headline, due: Sequence[Commitment]
) -> tuple[str, dict[str, str]]:
    """Since when what is left is due; else how many stand in which state."""
    kept = promises_of(due, str(context.period))
    first, today = _first_left(kept), context.view.data_date
    if first is None or first.due_date is None or first.due_date >= today:
        rule = "withdrawn" if kept.withdrawn and not kept.left else headline.tone.value
        return f"commitments.{rule}", {"counted": _states(context, due).text}
    moved = "_moved" if first.state == "moved" else ""
    return f"commitments.late{moved}", {
        "name": first.text.rstrip("."),
        "day": context.formats.long_day_of_year(first.due_date),
    }


def _asked(headline: Headline, due: Sequence[Commitment]) -> str:
    """Of what is left, whoever owes it is asked for what they can answer."""
    left = [item for item in due if item.is_open]
    if not left:
        is_done = not any(item.is_withdrawn for item in due)
        return "commitments.good" if is_done else "commitments.withdrawn"
    if all(item.owner_side == "client" for item in left):
        return "commitments.theirs"
    is_long = headline.tone is Tone.BAD and len(left) > 1
    return "commitments.bad" if is_long else "commitments.ours"


def _new_date(context: SlideContext, story: Sequence[Headline]) -> str:
    """By when what is past its day, or put off, gets another, as the plan has it, or the summary
    where it asks for that first; empty where the plan says nothing of it."""
    links, rules = chain(context, story), ("commitments", "commitments_ours")
    link = next((link for link in links if link.rule in rules), None)
    day = link and (link.decide_by(context) if link is links[0] else link.due)
    return context.say("commitments.no_day", {"day": context.formats.day(day)}) if day else ""


def _row(context: SlideContext, item: Commitment, new_date: str, has_causes: bool) -> Row:
    due = context.formats.day(item.due_date) if item.due_date else context.say("absent")
    state = Entry(context.say(f"states.{item.state}"), _TONES[item.state])
    cells = (Entry(item.text), Entry(_owner(context, item)), Entry(due), state)
    return (*cells, Entry(_why(context, item, new_date))) if has_causes else cells


def _why(context: SlideContext, item: Commitment, new_date: str) -> str:
    """Why it is as it is and what changes, as recorded; of what is late or put off without a word
    on it, by when it gets a new date."""
    if why := ". ".join(text.rstrip(".") for text in (item.cause, item.action) if text):
        return why
    is_over = item.is_open and item.due_date is not None and item.due_date < context.view.data_date
    return new_date if item.state == "moved" or is_over else ""


def _owner(context: SlideContext, item: Commitment) -> str:
    """Who promised it, and for which of the two companies."""
    sides = {"us": context.view.company_name, "client": context.view.client_name}
    return owner_text(context, item.owner, sides.get(item.owner_side, ""))
