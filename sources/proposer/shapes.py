"""What the texts of a column look like: numbers, dates, truths, addresses, codes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sources.values.dates import Clock
from sources.values.numbers import Marks, UnreadableNumberError
from transforms.core.money import is_currency

_MOST_WORDS = 400
_LEAST_OF_ONE_DAY = 10
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_ZERO_DECIMALS = re.compile(r"\d+\.0")
_TRUTHS = {"true", "false", "yes", "no", "si", "sí", "0", "1", "t", "f", "verdadero", "falso"}
_TIMES = ("", " %H:%M:%S", " %H:%M")
_DAYS = (
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d-%m-%Y",
    "%m-%d-%Y",
    "%d.%m.%Y",
    "%Y/%m/%d",
    "%d/%m/%y",
    "%m/%d/%y",
)
_NAMED_DAYS = ("%d-%b-%Y", "%d-%b-%y", "%d/%b/%Y", "%d %b %Y", "%d de %B de %Y", "%b-%Y", "%b %Y")
_FORMATS = (
    "iso",
    "%Y-%m-%d %H:%M:%S",
    *(day + time for day in _DAYS for time in _TIMES),
    *_NAMED_DAYS,
)
_MARKS = (
    Marks(".", ""),
    Marks(",", ""),
    Marks(",", "."),
    Marks(".", ","),
    Marks(",", " "),
    Marks(".", "'"),
)
NULL_WORDS = ("NULL", "null", "N/A", "n/a", "#N/A", "NaN", "nan", "None", "-", "\\N", "s/d")


@dataclass(frozen=True)
class Shape:
    """A column of the sample, described. Empty where no text of it says anything."""

    rows: int
    filled: int
    distinct: tuple[str, ...]
    nulls: tuple[str, ...]
    marks: tuple[Marks, ...]
    """Marks under which every text is a number."""
    dates: tuple[str, ...]
    """Formats that read every text; two of them where days and months could be swapped."""
    is_truth: bool
    is_email: bool
    is_currency: bool
    is_country: bool
    has_zero_decimals: bool

    @property
    def is_empty(self) -> bool:
        return not self.filled

    @property
    def has_blanks(self) -> bool:
        return self.filled < self.rows

    @property
    def is_number(self) -> bool:
        return bool(self.marks)

    @property
    def is_date(self) -> bool:
        return bool(self.dates)

    @property
    def is_one_day(self) -> bool:
        """Whether every row tells the same day, as when records were brought in together."""
        days = {re.split("[T ]", word)[0] for word in self.distinct}
        return self.is_date and len(days) == 1 and self.filled >= _LEAST_OF_ONE_DAY

    @property
    def decimals(self) -> int:
        """The most decimals that a number of the column has."""
        mark = self.marks[0].decimal if self.marks else "."
        return max(
            (len(word.rpartition(mark)[2]) for word in self.distinct if mark in word), default=0
        )


def shape_of(texts: Sequence[str]) -> Shape:
    """The shape of a column's trimmed texts."""
    filled = [text for text in texts if text]
    found = dict.fromkeys(filled)
    nulls = tuple(word for word in NULL_WORDS if word in found)
    said = [text for text in filled if text not in nulls]
    distinct = tuple(dict.fromkeys(said))
    words = _spread(distinct)
    return Shape(
        rows=len(texts),
        filled=len(said),
        distinct=distinct,
        nulls=nulls,
        marks=_marks(words),
        dates=_dates(words),
        is_truth=bool(words) and {word.casefold() for word in words} <= _TRUTHS,
        is_email=bool(words) and all(_EMAIL.fullmatch(word) for word in words),
        is_currency=bool(words) and all(is_currency(word.upper()) for word in words),
        is_country=bool(words) and all(re.fullmatch("[A-Z]{2}", word) for word in words),
        has_zero_decimals=bool(words) and all(_ZERO_DECIMALS.fullmatch(word) for word in words),
    )


def _spread(distinct: tuple[str, ...]) -> tuple[str, ...]:
    """EncodedColumn from all over the sample, so that a later one still refutes a format."""
    step = max(len(distinct) // _MOST_WORDS, 1)
    return distinct[::step]


_MONTH = r"[^\W\d_]{3,10}\.?"
_DIGITS = {"%Y": r"\d{4}", "%b": _MONTH, "%B": _MONTH}
_LIKE_A_DATE = re.compile(rf"\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}|{_MONTH}[-/ ](de )?\d{{2,4}}")


@cache
def _looks(written: str) -> re.Pattern[str]:
    """What a text of the format looks like: cheap to ask before it is parsed."""
    if written == "iso":
        return re.compile(r"\d{4}-\d{2}-\d{2}")
    shape = re.sub("%[a-zA-Z]", lambda part: _DIGITS.get(part[0], r"\d{1,2}"), written)
    return re.compile(f"{shape}$")


def _marks(words: Sequence[str]) -> tuple[Marks, ...]:
    if not words or not any(char.isdigit() for char in words[0]):
        return ()
    return tuple(marks for marks in _MARKS if all(_is_number(marks, word) for word in words))


def _is_number(marks: Marks, word: str) -> bool:
    try:
        marks.number(word)
    except UnreadableNumberError:
        return False
    return True


def _dates(words: Sequence[str]) -> tuple[str, ...]:
    if not words or not _LIKE_A_DATE.search(words[0]):
        return ()
    reads = (written for written in _FORMATS if _reads(written, words))
    found = tuple(reads)
    # Four-digit years read by %Y and not by %y; iso before its looser twin.
    return found[:1] if found and found[0] == "iso" else found


def _reads(written: str, words: Sequence[str]) -> bool:
    if not all(_looks(written).match(word) for word in words):
        return False
    return bool(Clock((written,), "UTC").read(words).local.notna().all())
