"""Months by their Spanish and English names, whole or cut short, as dates are read by."""

import re

import pandas as pd

_NAMED = re.compile(r"%[bB]\.?")
_WORD = re.compile(r"[^\W\d_]+\.?")
_LETTERS = {
    "Jan": "enero ene january jan",
    "Feb": "febrero feb february",
    "Mar": "marzo mar march",
    "Apr": "abril abr april apr",
    "May": "mayo may",
    "Jun": "junio jun june",
    "Jul": "julio jul july",
    "Aug": "agosto ago august aug",
    "Sep": "septiembre setiembre september sept sep set",
    "Oct": "octubre oct october",
    "Nov": "noviembre nov november",
    "Dec": "diciembre dic december dec",
}
_LETTERS_OF = {name: letters for letters, names in _LETTERS.items() for name in names.split()}


def names_months(written: str) -> bool:
    """Whether a date format has the month as a word."""
    return bool(_NAMED.search(written))


def by_letters(written: str) -> str:
    """The format for texts whose months `in_letters` cut: one word, however long, no dot."""
    return _NAMED.sub("%b", written)


def in_letters(words: pd.Series) -> pd.Series:
    """Texts with every month as three English letters; other words stay as they are."""
    return words.str.replace(_WORD, _letters, regex=True)


def _letters(word: re.Match[str]) -> str:
    return _LETTERS_OF.get(word[0].removesuffix(".").casefold(), word[0])
