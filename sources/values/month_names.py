"""Months by their names in the languages that exports come in, whole or cut short, as dates are
read by."""

import re

import pandas as pd

_NAMED = re.compile(r"%[bB]\.?")
_WORD = re.compile(r"[^\W\d_]+\.?")
_LETTERS = {
    "Jan": "enero ene january jan janvier janv janeiro januar jänner",
    "Feb": "febrero feb february février févr fév fevereiro fev februar",
    "Mar": "marzo mar march mars março märz mär",
    "Apr": "abril abr april apr avril avr",
    "May": "mayo may mai maio",
    "Jun": "junio jun june juin junho juni",
    "Jul": "julio jul july juillet juil julho juli",
    "Aug": "agosto ago august aug août",
    "Sep": "septiembre setiembre september sept sep set septembre setembro",
    "Oct": "octubre oct october octobre outubro out oktober okt",
    "Nov": "noviembre nov november novembre novembro",
    "Dec": "diciembre dic december dec décembre déc dezembro dez dezember",
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
