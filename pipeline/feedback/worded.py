"""What an edited file would change, in the reader's words."""

from dataclasses import dataclass

from messages.catalogue import Catalogue
from messages.clause import named
from pipeline.feedback.decisions import Carried, Change
from pipeline.feedback.deck_remarks import ACTION, CarriedDeck
from reports.workbook.decision import reason_label
from reports.workbook.worded_input import worded
from reports.workbook.words import WorkbookWords
from warehouse import RemarkRecord


@dataclass(frozen=True)
class ChangeLine:
    """One thing that would read otherwise."""

    name: str
    before: str
    after: str


def input_lines(
    changes: tuple[Change, ...], currency: str, words: Catalogue
) -> tuple[ChangeLine, ...]:
    """Inputs of a workbook, with their values in their units."""
    own = WorkbookWords(words.language, words.language, currency)
    return tuple(
        ChangeLine(
            own.say(f"input.{change.key}"),
            worded(own, change.key, change.before),
            worded(own, change.key, change.after),
        )
        for change in changes
    )


def record_text(carried: Carried, words: Catalogue) -> str:
    """The decision that the workbook records; empty where it records none."""
    made = carried.decision
    if made.decision is None:
        return ""
    own = WorkbookWords(words.language, words.language, "")
    return words.say(
        "decisions-record",
        decision=own.say(f"offer_short.{made.decision.value}"),
        reason=reason_label(own, made.reason),
        name=made.signed_by or "–",
    )


def remark_lines(carried: CarriedDeck, words: Catalogue) -> tuple[ChangeLine, ...]:
    """What a deck says that is new, by slide; actions by their words."""
    return tuple(_remark_line(remark, words) for remark in carried.remarks)


def _remark_line(remark: RemarkRecord, words: Catalogue) -> ChangeLine:
    if remark.place.startswith(ACTION):
        action = words.say(named("deck-actions", remark.place.removeprefix(ACTION)))
        return ChangeLine(action, "", words.say("remark-chosen" if remark.text else "remark-left"))
    slide = named("deck-kickers", remark.place)
    name = words.say(slide) if words.has(slide) else remark.place
    return ChangeLine(name, "", remark.text or words.say("remark-emptied"))
