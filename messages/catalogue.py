"""The messages of a language, by id, worded with their facts."""

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from numbers import Integral
from pathlib import Path
from typing import Any, Self

from fluent.runtime import FluentBundle, resolver
from fluent.runtime.resolver import (
    CurrentEnvironment,
    Pattern,
    ResolverEnvironment,
    TextElement,
)
from fluent.runtime.types import FluentType
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Resource

from messages.clause import Clause, Fact
from messages.formats import Formats
from messages.locales import locale_of

_FOLDER = Path(__file__).parent
MORE_LANGUAGES = "CARTERA_MESSAGES"
"""The environment variable that names a folder with further languages, a company's own."""


# Fluent's guard against hostile translations would cut off a list of a thousand files.
resolver.MAX_PART_LENGTH = sys.maxsize

# A message starts with its id at the start of a line; the rest of it is indented or closes a brace.
_ENTRY = re.compile(r"^[A-Za-z][\w-]* *=.*(?:\n(?:[ }].*)?(?=\n|$))*", re.MULTILINE)
_VALUE = re.compile(r"\s*(?!\s|\.[A-Za-z])")
_ATTRIBUTE = re.compile(r"^ +\.([A-Za-z][\w-]*) *=", re.MULTILINE)


class MessageError(Exception):
    """A message that is missing, unreadable or lacks a fact: a fault of ours, never half said."""


class Shown(FluentType, int):
    """A number by which a sentence chooses its form, shown as a text that is formatted already."""

    def __new__(cls, value: int, text: str) -> Self:
        return super().__new__(cls, value)

    def __init__(self, value: int, text: str) -> None:
        self.text = text

    def format(self, locale: object) -> str:
        return self.text


@dataclass(frozen=True)
class _Items(FluentType):
    """Several things, with commas between unless a message says how: `OR($languages)`."""

    texts: tuple[str, ...]

    def __str__(self) -> str:
        return ", ".join(self.texts)

    def format(self, locale: object) -> str:
        return str(self)


def _functions(language: str) -> dict[str, Callable[[Any], Any]]:
    """What a message may do with a fact of several things, or with the case of a text."""
    formats = Formats(language)
    return {
        "OR": lambda items: formats.items(items.texts, "or"),
        "SENTENCES": lambda items: " ".join(items.texts),
        "LINES": lambda items: "".join(f"\n  {text}" for text in items.texts),
        "LOWER": lambda text: str(text).lower(),
    }


@dataclass(frozen=True)
class Catalogue:
    """One language's messages, each parsed when it is first said."""

    language: str
    entries: Mapping[str, str]
    """What the files say, by the message's id; attributes by `message.attribute`."""
    bundle: FluentBundle
    plain: dict[str, str] = field(default_factory=dict)
    """Messages without blanks that were said before."""

    def has(self, message_id: str) -> bool:
        """Whether the language has the message, or the attribute `message.attribute`."""
        return message_id in self.entries

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(self.entries)

    def say(self, message_id: str, /, **facts: Fact) -> str:
        """The sentence with its facts filled in. Raises MessageError where one is missing."""
        if (plain := self.plain.get(message_id)) is not None:
            return plain
        pattern = self.pattern(message_id)
        if isinstance(pattern, TextElement):  # what Fluent makes of a message without blanks
            return self.plain.setdefault(message_id, pattern.value)
        filled = {fact: self._shown(value) for fact, value in facts.items()}
        env = ResolverEnvironment(self.bundle, [], CurrentEnvironment(filled))
        said = resolver.resolve(pattern(env), env)
        if env.errors:
            raise MessageError(f"{self.language} '{message_id}': {env.errors[0]!r}")
        return said

    def pattern(self, message_id: str) -> Pattern | TextElement:
        """A message's compiled pattern. Raises MessageError where the language lacks it."""
        if message_id not in self.entries:
            raise MessageError(f"{self.language} has no message '{message_id}'")
        name, _, attribute = message_id.partition(".")
        if not self.bundle.has_message(name):
            self.bundle.add_resource(_parsed(self.entries[message_id]))
        message = self.bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        assert pattern is not None  # only those with a value are among the entries
        return pattern

    def text(self, fact: Fact) -> str:
        """A fact as it stands in a sentence."""
        match fact:
            case str():
                return fact
            case bool():
                return str(fact).lower()
            case Clause():
                return self.say(fact.code, **fact.facts)
            case Sequence():
                return str(self._items(fact))
            case None:
                raise MessageError("a fact is missing")
            case _:
                return str(fact)

    def _items(self, fact: Sequence[Fact]) -> "_Items":
        return _Items(tuple(map(self.text, fact)))

    def _shown(self, fact: Fact) -> FluentType | str:
        """Numbers choose forms and show plain digits, so that lines and ports stay readable;
        `NUMBER($rows, useGrouping: 1)` or a Shown number has thousands marks."""
        if isinstance(fact, FluentType):
            return fact
        if isinstance(fact, Integral) and not isinstance(fact, bool):
            return Shown(int(fact), str(fact))
        if isinstance(fact, Sequence) and not isinstance(fact, str):
            return self._items(fact)
        return self.text(fact)


@cache
def languages() -> tuple[str, ...]:
    """The languages there are: the folders that hold messages, English first."""
    return tuple(sorted(language_folders(), key=lambda language: (language != "en", language)))


@cache
def catalogue(language: str) -> Catalogue:
    """The messages of a language. Raises MessageError for one that has no folder."""
    folder = language_folders().get(language)
    if folder is None:
        raise MessageError(f"there is no language '{language}'")
    entries: dict[str, str] = {}
    for path in sorted(folder.glob("*.ftl")):
        for message_id, entry in _entries(path):
            if message_id in entries:
                raise MessageError(f"{path} has a second message '{message_id}'")
            entries[message_id] = entry
    bundle = FluentBundle(
        [str(locale_of(language))], functions=_functions(language), use_isolating=False
    )
    return Catalogue(language, entries, bundle)


@cache
def lacking(language: str) -> tuple[str, ...]:
    """Messages that a company's own language is without, as after an upgrade; of ours none,
    because tests see to it."""
    if language_folders()[language].parent == _FOLDER:
        return ()
    return tuple(sorted(catalogue("en").ids - catalogue(language).ids))


def forget_languages() -> None:
    """Look for languages anew, as after another folder was named."""
    lacking.cache_clear()
    languages.cache_clear()
    catalogue.cache_clear()


def language_folders() -> dict[str, Path]:
    """Where each language lies: ours, or that of a company's own folder."""
    places = [Path(more)] if (more := os.environ.get(MORE_LANGUAGES)) else []
    found = (path.parent for place in [*places, _FOLDER] for path in place.glob("*/*.ftl"))
    return {folder.name: folder for folder in found}


def _entries(path: Path) -> Iterator[tuple[str, str]]:
    """Each message and attribute of a file with the text of its entry, found by line starts:
    to parse all of a language takes longer than most commands."""
    for entry in _ENTRY.findall(path.read_text(encoding="utf-8")):
        name, value = entry.split("=", 1)
        if _VALUE.match(value):
            yield name.strip(), entry
        for attribute in _ATTRIBUTE.findall(entry):
            yield f"{name.strip()}.{attribute}", entry


def _parsed(entry: str) -> Resource:
    resource = FluentParser().parse(entry)
    for part in resource.body:
        if isinstance(part, Junk):
            raise MessageError(f"{part.annotations[0].message}: {part.content}")
    return resource
