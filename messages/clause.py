"""A sentence or a part of one before it is worded: a code and its facts."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import PurePath
from typing import Union

Fact = Union[str, int, float, Decimal, date, PurePath, "Clause", Sequence["Fact"]]
"""What fills a blank. A sequence is worded as a list; a clause by its own message."""


@dataclass(frozen=True)
class Clause:
    """What there is to say: the id of a message and the facts that fill it."""

    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash(self.stored())

    def stored(self) -> str:
        """As the warehouse keeps it: JSON with sorted keys, the same for the same facts."""
        return json.dumps(_plain(self), ensure_ascii=False, sort_keys=True)


def clause(code: str, /, **facts: Fact) -> Clause:
    """A clause with its facts by name."""
    return Clause(code, facts)


def named(*parts: str) -> str:
    """The id of the message about a thing that code names: ("table", "credit_notes") is
    table-credit-notes."""
    return "-".join(parts).replace("_", "-")


def from_stored(text: str) -> Clause | str:
    """What `stored` wrote; a sentence that an older release stored is handed back as it is."""
    if not text.startswith('{"code": '):
        return text
    found = _lively(json.loads(text))
    assert isinstance(found, Clause)
    return found


def _plain(fact: Fact) -> object:
    match fact:
        case Clause():
            facts = {name: _plain(value) for name, value in fact.facts.items()}
            return {"code": fact.code, "facts": facts}
        case str() | int() | float():
            return fact
        case Decimal() | date() | PurePath():
            return str(fact)
        case _:
            return [_plain(each) for each in fact]


def _lively(stored: object) -> Fact:
    match stored:
        case {"code": str(code), "facts": dict(facts)}:
            return Clause(code, {str(name): _lively(value) for name, value in facts.items()})
        case list():
            return tuple(_lively(each) for each in stored)
        case str() | int() | float():
            return stored
        case _:
            raise TypeError(f"{type(stored).__name__} is no fact")
