"""What a manager wrote into a deck: read from the file as it comes back."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportUnknownParameterType=false, reportAttributeAccessIssue=false
# python-pptx annotates part of itself.

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zipfile import BadZipFile

from lxml.etree import LxmlError
from pptx import Presentation
from pptx.exc import PackageNotFoundError

from messages.catalogue import catalogue, languages
from messages.clause import Clause, clause
from messages.errors import CarteraError
from reports.deck.commentary import BOX_NAME

_SECTION = re.compile(r"^— .*: (.+?)\s*$")
_KEYED = re.compile(r"^— .*\[(\w+)\]\s*$")
"""Decks issued before slides were told by their words named them by their key."""
_ACTION = re.compile(r"^\[\s*(\S?)\s*\]\s*(.+?)\s*$")
_NAMED = re.compile(r"\((\w+)\)$")
"""Decks issued before actions were told by their words alone named the rule after them."""
_EDITION = re.compile(r"\b([0-9a-f]{16})\b")


_EARLIER = Path(__file__).parent / "earlier_actions.json"
"""By rule, the words that its action had: whoever words one anew writes the old words here."""


class DeckUnreadableError(CarteraError):
    """A file that is no deck of ours."""

    code = "failure-deck-unreadable"
    exit_code = 2
    name: str
    why: Clause


@dataclass(frozen=True)
class TypedDeck:
    """A deck's commentary by slide, from its notes and from its boxes, and its actions."""

    edition: str
    noted: Mapping[str, str]
    boxed: Mapping[str, str]
    actions: Mapping[str, bool]
    """Whether an action was chosen, by its rule."""


_UNSOUND = (PackageNotFoundError, BadZipFile, AttributeError, KeyError, ValueError, LxmlError)
"""What the reader of presentations raises for files that are none; `AttributeError` where an
element is not of the namespace that it should be of."""


def read_deck(path: Path) -> TypedDeck:
    """The deck in a file; raises DeckUnreadableError where it is none of Cartera's."""
    try:
        opened = Presentation(str(path))
    except _UNSOUND as error:
        raise DeckUnreadableError(path.name, clause("refused-not-a-presentation")) from error
    edition = _edition(path, opened)
    noted: dict[str, list[str]] = {}
    boxed: dict[str, list[str]] = {}
    actions: dict[str, bool] = {}
    for slide in opened.slides:
        sections, chosen = _notes(slide)
        for place, text in sections:
            noted.setdefault(place, []).append(text)
        if sections:  # a page of several subjects has no box
            boxed.setdefault(sections[0][0], []).extend(_boxes(slide))
        actions |= chosen
    return TypedDeck(edition, _joined(noted), _joined(boxed), actions)


def _edition(path: Path, opened: object) -> str:
    """The edition of the properties, which the cover's notes must not contradict."""
    told = _EDITION.search(opened.core_properties.subject or "")
    if told is None:
        raise DeckUnreadableError(path.name, clause("refused-deck-without-edition"))
    for slide in opened.slides:
        if not slide.has_notes_slide:
            continue
        lines = slide.notes_slide.notes_text_frame.text.splitlines()
        last = _EDITION.fullmatch(lines[-1].split()[-1].rstrip(".")) if any(lines) else None
        if last is not None and last.group(1) != told.group(1):
            raise DeckUnreadableError(path.name, clause("refused-slides-of-another-edition"))
    return told.group(1)


def _notes(slide: object) -> tuple[list[tuple[str, str]], dict[str, bool]]:
    """What stands under each section's line, by the slide it names, and the actions ticked."""
    if not slide.has_notes_slide:
        return [], {}
    written = str(slide.notes_slide.notes_text_frame.text).replace("\v", "\n")
    lines = [str(line) for line in written.split("\n")]
    found = [(number, place) for number, line in enumerate(lines) if (place := _place_of(line))]
    ends = [number for number, _ in (*found, (len(lines), ""))][1:]
    sections = [
        (place, "\n".join(lines[number + 1 : end]).strip())
        for (number, place), end in zip(found, ends, strict=True)
    ]
    return sections, _actions(lines[: found[0][0]] if found else lines)


def _place_of(line: str) -> str:
    """The slide that a section's line names in any language; empty for other lines."""
    if keyed := _KEYED.match(line):
        return keyed.group(1)
    named = _SECTION.match(line)
    return _slides_by_words().get(named.group(1), "") if named else ""


@cache
def _slides_by_words() -> Mapping[str, str]:
    return _ids_by_words("deck-kickers-")


def _actions(lines: list[str]) -> dict[str, bool]:
    matches = [match for line in lines if (match := _ACTION.match(line))]
    ruled = ((_rule_of(match.group(2)), bool(match.group(1))) for match in matches)
    return {rule: is_chosen for rule, is_chosen in ruled if rule}


def _rule_of(text: str) -> str:
    """The rule whose action reads like this in any language; empty for other lines."""
    named_rule = _NAMED.search(text)
    return _rules_by_action().get(text) or (named_rule.group(1) if named_rule else "")


@cache
def _rules_by_action() -> Mapping[str, str]:
    """Actions have no blanks, so that the words of one tell which it is; decks that were issued
    before it was worded as it is now have earlier words."""
    earlier: dict[str, list[str]] = json.loads(_EARLIER.read_text(encoding="utf-8"))
    before = {text: rule for rule, texts in earlier.items() for text in texts}
    return before | _ids_by_words("deck-actions-")


def _ids_by_words(head: str) -> dict[str, str]:
    """The rest of the messages' ids that begin so, by what they say in any language."""
    return {
        catalogue(language).say(message): message.removeprefix(head).replace("-", "_")
        for language in languages()
        for message in sorted(catalogue(language).ids)
        if message.startswith(head)
    }


def _boxes(slide: object) -> list[str]:
    return [
        shape.text_frame.text.replace("\v", "\n").strip()
        for shape in slide.shapes
        if shape.has_text_frame and shape.name == BOX_NAME
    ]


def _joined(texts: Mapping[str, list[str]]) -> dict[str, str]:
    """One text a slide; the same words on several of its pages count once."""
    return {
        place: "\n".join(dict.fromkeys(text for text in found if text))
        for place, found in texts.items()
    }
