"""What is wrong with a mapping: where, and what to say of it."""

import re
from dataclasses import dataclass
from difflib import get_close_matches

from messages.clause import Clause, clause

Where = tuple[str | int, ...]


@dataclass(frozen=True)
class Fault:
    """What is wrong, and the path of the key it is wrong at."""

    where: Where
    what: Clause


def meant_of(word: str, known: list[str]) -> Clause:
    """What was perhaps meant by a word that is none of the known ones."""
    close = get_close_matches(word, known, n=1)
    if close:
        return clause("mapping-meant", close=close[0])
    return clause("mapping-one-of", known=tuple(known))


def is_pattern(text: str) -> bool:
    """Whether it is a regular expression with one group."""
    try:
        return re.compile(text).groups == 1
    except re.error:
        return False
