"""Before sending: what to know of this edition that the client's own deck does not say."""

from collections.abc import Sequence

from reports.client import Restated, RowFault
from reports.deck.chain.promises import promised
from reports.deck.exhibits.frame import Page, slides_of
from reports.deck.exhibits.table import ColumnPlan, Entry, Row, TablePlan, tables
from reports.deck.internal_slides.cadence import on_record_twice
from reports.deck.internal_slides.renewal import opening_day
from reports.deck.model import Slide
from reports.deck.promises import (
    coming,
    early_of_ours,
    is_of_renewal,
    is_overdue,
    late_of_ours,
    names_agreement,
)
from reports.deck.review.internal_context import InternalContext
from reports.deck.slide_context import Headline, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from reports.deck.turns import is_rolling, renewed_on, turns_of
from transforms.kpis import shown_at
from transforms.metrics.kpi import Missing, Place

ORDER = 28
KIND = Kind.DERIVED


def headline(context: InternalContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """How many points there are to look at."""
    count = len(_points(context))
    is_told = any(item.slide == "overview" for item in story)
    if context.inside.client_deck and count == 1 and is_told:
        return Absent(context.inside.client_deck)  # there is nothing to send, and no more to say
    acts = open_points(context)
    values = {
        "n": context.tally(acts or count, "checklist"),
        "notes": _noted(context, count - acts) if acts else "",
    }
    rule = "clear" if not count else "open" if acts else "noted"
    title = context.counted(f"titles.checklist.{rule}", acts or count, values)
    return Headline("checklist", Tone.FLAT, title, context.phrase("clauses.none"))


def _noted(context: InternalContext, count: int) -> Value:
    """How many rows say something beside those that ask for an act."""
    if not count:
        return ""
    values = {"n": context.tally(count, "checklist")}
    return context.counted("titles.checklist.notes", count, values)


def open_points(context: InternalContext) -> int:
    """How many points somebody has to act on before the deck is sent; the others are notices of
    what it leaves out."""
    inside, late = context.inside, _late_promises(context)
    acts = (*inside.restated, *_faults(context), *inside.unplaced, *_logo(context))
    is_sent = not inside.client_deck
    told = (*_of_agreement(context), *_worth(context), *_unsaid(context), *_twice(context))
    asked = len(late) + len(told)
    return len(acts) + (asked if is_sent else 1)


def compose(
    context: InternalContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """One row a point; a clean edition says so in one."""
    del story
    clear = (
        Entry(context.say("checklist.clear"), Tone.GOOD),
        Entry(context.say("checklist.nothing")),
    )
    plan = TablePlan(
        context.say("checklist.table"),
        context.say("checklist.alt"),
        (
            ColumnPlan(context.say("checklist.kind"), 0.24),
            ColumnPlan(context.say("checklist.point"), 0.76),
        ),
        tuple(_points(context)) or (clear,),
    )
    pieces = tables(context, plan, context.brand.body)
    notes = (headline.title.text, context.say("notes.checklist"))
    page = Page("checklist", headline.title, (), notes)
    return slides_of(context, page, [(piece,) for piece in pieces])


def _points(context: InternalContext) -> list[Row]:
    inside = context.inside
    rows: list[Row] = []
    if inside.client_deck:
        why = context.say(f"reasons.{inside.client_deck}")
        rows.append(_row(context, "no_deck", context.say("checklist.why_no_deck", {"why": why})))
    rows.extend(_logo(context))
    rows.extend(_restated(context, item) for item in inside.restated)
    rows.extend(_faults(context))
    rows.extend(
        _row(context, "unplaced", context.say(f"kickers.{place}")) for place in inside.unplaced
    )
    if not inside.client_deck:  # nobody sends what there is not
        rows.extend(
            (*_late_promises(context), *_of_agreement(context), *_unsaid(context), *_twice(context))
        )
        rows.extend((*_left_out(context), *_worth(context), *_suppressed(context)))
        rows = _once_a_cause(context, rows)
    return rows


def _late_promises(context: InternalContext) -> list[Row]:
    """Our own promises dated too late for the renewal: to be brought forward, or explained; of
    those about the agreement the deck proposes another day already."""
    deadline, day = turns_of(context).deadline, context.formats.day
    moved = {link.action: link.due for link in promised(context, False) if link.moved_from}
    return [
        _row(
            context,
            "late_promise",
            context.say(
                f"checklist.{'moved' if is_of_renewal(context, item) else 'late'}_promise_text",
                {
                    "text": item.text.rstrip("."),
                    "day": day(item.due_date),
                    "deadline": day(moved.get(item.text) or deadline),
                },
            ),
        )
        for item in late_of_ours(context)
        if item.due_date and deadline
    ]


def _of_agreement(context: InternalContext) -> list[Row]:
    """That no agreement is on record; else promises that its own state contradicts: ours before
    its negotiation opens, and anybody's once it is renewed."""
    renewal, day = context.view.renewal, context.formats.day
    if is_rolling(context):
        return [_row(context, "no_agreement", context.say("checklist.no_agreement_ask"))]
    if renewal is None:
        return []
    renewed = renewed_on(context)
    if renewal.following is not None or renewed is not None:
        rule = "signed" if renewal.following is not None else "renewed"
        values = {"day": day(renewed) if renewed else ""}
        found = [item for item in coming(context) if names_agreement(item)]
        return [
            _row(
                context,
                "settled_promise",
                context.say(
                    f"checklist.{rule}_promise_text", {"text": item.text.rstrip("."), **values}
                ),
            )
            for item in found
        ]
    opens = opening_day(context, renewal.day)
    return [
        _row(
            context,
            "early_promise",
            context.say(
                "checklist.early_promise_text",
                {
                    "text": item.text.rstrip("."),
                    "day": day(item.due_date or opens),
                    "opens": day(opens),
                },
            ),
        )
        for item in early_of_ours(context, opens)
    ]


def _logo(context: InternalContext) -> list[Row]:
    """Why the cover has no logo although there is a file for one."""
    logo = context.inside.logo
    if logo is None or logo.fault is None:
        return []
    told = context.say(f"checklist.logo_{logo.fault}", {"file": logo.name})
    return [_row(context, "logo", told)]


def _row(context: InternalContext, kind: str, text: str, tone: Tone = Tone.FLAT) -> Row:
    return Entry(context.say(f"checklist.{kind}"), tone), Entry(text)


def _restated(context: InternalContext, item: Restated) -> Row:
    values = {
        "figure": context.name_of(item.kpi),
        "period": context.formats.period(item.now.period),
        "shown": context.text_of(item.shown, 1),
        "now": context.text_of(item.now, 1),
    }
    return _row(context, "restated", context.say("checklist.restated_text", values), Tone.BAD)


def _faults(context: InternalContext) -> list[Row]:
    """One row a rule: how many rows, what became of them, and the first one's place."""
    by_rule: dict[tuple[str, str], list[RowFault]] = {}
    for fault in context.inside.faults:
        by_rule.setdefault((fault.rule, fault.severity), []).append(fault)
    rows: list[Row] = []
    for (_, severity), found in sorted(by_rule.items()):
        first = found[0]
        line = "" if first.source_line is None else f":{first.source_line}"
        values = {
            "rule": first.names[context.words.language],
            "n": context.formats.count(len(found)),
            "place": f"{first.source_file}{line}",
        }
        text = context.words.count("checklist.fault", len(found), values)
        tone = Tone.FLAT if severity == "warn" else Tone.BAD
        rows.append(_row(context, f"severity_{severity}", text, tone))
    return rows


def _left_out(context: InternalContext) -> list[Row]:
    """Slides that the client's deck lacks, those of one reason together."""
    by_reason: dict[str, list[str]] = {}
    for slide, reason in context.inside.left_out:
        by_reason.setdefault(_why(context, reason), []).append(context.say(f"kickers.{slide}"))
    return [
        _row(context, "left_out", f"{'; '.join(names)}: {why}") for why, names in by_reason.items()
    ]


def _once_a_cause(context: InternalContext, rows: list[Row]) -> list[Row]:
    """What leaves a slide out and hides a figure is told where it can be mended."""
    if not _worth(context):
        return rows
    cause = f": {context.reason_within(Missing.NO_WORTH)}"
    return [row for row in rows if not row[1].text.endswith(cause)]


def _why(context: InternalContext, reason: str) -> str:
    """A slide's reason, or why the figure it rests on is missing."""
    key = f"reasons.{reason}" if context.words.has(f"reasons.{reason}") else f"missing.{reason}"
    text = context.say(key)
    return text[:1].lower() + text[1:]


def _worth(context: InternalContext) -> list[Row]:
    """What to ask the client for: without it the deck cannot say what the quarter was worth."""
    goals = context.view.goals
    if not goals or any(goal.worth is not None for goal in goals):
        return []
    return [_row(context, "worth", context.say("checklist.worth_ask"))]


def _unsaid(context: InternalContext) -> list[Row]:
    """What the client's deck shows with a gap that somebody can close: goals that nobody measures,
    open promises without a day, and late ones without a reason."""
    view = context.view
    open_ones = [item for item in view.commitments if item.is_open]
    before = {goal.text for goal in view.goals_before if goal.actual is not None}
    unmeasured = [goal.text for goal in view.goals if goal.actual is None]
    gaps = {
        "remeasured": [text for text in unmeasured if text in before],
        "unmeasured": [text for text in unmeasured if text not in before],
        "undated": [item.text for item in open_ones if item.due_date is None],
    }
    rows = [
        _row(
            context,
            "undated" if kind == "undated" else "unmeasured",
            context.words.count(
                f"checklist.{kind}_ask",
                len(names),
                {
                    "names": _quoted(context, names),
                    "this": context.this_period,
                    "period": context.previous_period,
                },
            ),
        )
        for kind, names in gaps.items()
        if names
    ]
    return [*rows, *_unreasoned(context)]


def _twice(context: InternalContext) -> list[Row]:
    """Contacts that stand on record more than once."""
    return [
        _row(
            context,
            "twice",
            context.say(
                "checklist.twice_text",
                {"who": f"{item.name} ({item.job_title})" if item.job_title else item.name},
            ),
        )
        for item in on_record_twice(context)
    ]


def _unreasoned(context: InternalContext) -> list[Row]:
    """Late promises without a reason: of ours we write it down, of the client's own we ask whose
    each is."""
    late = [
        item
        for item in context.view.commitments
        if item.is_open and is_overdue(context, item) and not item.cause
    ]
    named: dict[str, list[str]] = {}
    for item in late:
        theirs = item.owner or context.view.client_name
        named.setdefault(theirs if item.owner_side == "client" else "", []).append(item.text)
    return [
        _row(
            context,
            "unreasoned",
            context.say(
                f"checklist.unreasoned_{'theirs' if owner else 'ask'}",
                {"names": _quoted(context, names), "owner": owner},
            ),
        )
        for owner, names in named.items()
    ]


def _quoted(context: InternalContext, names: Sequence[str]) -> str:
    told = [context.say("signals.quoted", {"text": name.rstrip(".")}) for name in names]
    return context.formats.items(told)


def _suppressed(context: InternalContext) -> list[Row]:
    by_reason: dict[str, list[str]] = {}
    for kpi in shown_at(Place.CHECKLIST):
        value = context.get(kpi)
        if value.number is None and value.reason is not None:
            by_reason.setdefault(context.reason_within(value.reason), []).append(
                context.short_name(kpi)
            )
    return [
        _row(context, "suppressed", f"{', '.join(names)}: {why}")
        for why, names in by_reason.items()
    ]
