"""What the texts of a column look like: numbers, dates, truths, addresses, codes."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from sources.values.dates import Clock
from sources.values.numbers import Marks, UnreadableNumberError
from transforms.core.money import is_currency

_MOST_WORDS = 400
_LEAST_OF_ONE_DAY = 10
_MOST_ODD = 0.25
"""For each row that fits: with more that are no date, a column is none of dates."""
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
    *(day + time for day in _NAMED_DAYS[:4] for time in _TIMES),
    *_NAMED_DAYS[4:],
)
_MARKS = (
    Marks(".", ""),
    Marks(",", ""),
    Marks(",", "."),
    Marks(".", ","),
    Marks(",", " "),
    Marks(".", "'"),
)
_FOR_EVER = re.compile(r"[29]999-12-31.*|31[-/.]12[-/.][29]999.*")
"""What systems write for the end of what has none."""
_NULL_WORDS = ("NULL", "null", "N/A", "n/a", "#N/A", "NaN", "nan", "None", "-", "\\N", "s/d")


@dataclass(frozen=True)
class Shape:
    """A column of the sample, described. Empty where no text of it says anything."""

    rows: int
    filled: int
    distinct: tuple[str, ...]
    nulls: tuple[str, ...]
    marks: tuple[Marks, ...]
    """Marks under which every text with a digit is a number."""
    dates: tuple[str, ...]
    """Formats that read most texts; two of them where days and months could be swapped."""
    odd: tuple[str, ...]
    """Texts that are no date in a column of dates, no number in one of numbers, no code."""
    odd_rows: int
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
        said = (word for word in self.distinct if word not in self.odd)
        days = {re.split("[T ]", word)[0] for word in said}
        return self.is_date and len(days) == 1 and self.filled >= _LEAST_OF_ONE_DAY

    def number(self, text: str) -> Decimal | None:
        """The text as the column's numbers are written; None where it is none."""
        try:
            return self.marks[0].number(text)
        except UnreadableNumberError:
            return None

    @property
    def largest(self) -> Decimal:
        """The largest number of the column; 0 where none is above."""
        found = [self.number(word) for word in self.distinct if self.marks]
        return max((item for item in found if item is not None), default=Decimal(0))

    @property
    def has_zero(self) -> bool:
        """Whether some number of the column is 0."""
        return self.is_number and any(self.number(word) == 0 for word in self.distinct)

    @property
    def decimals(self) -> int:
        """The most decimals that a number of the column has."""
        mark = self.marks[0].decimal if self.marks else "."
        return max(
            (len(word.rpartition(mark)[2]) for word in self.distinct if mark in word), default=0
        )


def means_nothing(word: str) -> bool:
    """Whether a text stands for a blank: so called, or the end of what has none."""
    return word in _NULL_WORDS or _FOR_EVER.fullmatch(word) is not None


def shape_of(texts: Sequence[str]) -> Shape:
    """The shape of a column's trimmed texts."""
    counted = Counter(text for text in texts if text)
    nulls = tuple(filter(means_nothing, counted))
    said = {word: rows for word, rows in counted.items() if word not in nulls}
    distinct = tuple(said)
    words = _spread(distinct)
    rows = {word: said[word] for word in words}
    dates, marks, codes = _dates(rows), _marks(rows), _codes(rows)
    odd = _odd(distinct, dates, marks, codes)
    return Shape(
        rows=len(texts),
        filled=sum(said.values()),
        distinct=distinct,
        nulls=nulls,
        marks=marks,
        dates=dates,
        odd=odd,
        odd_rows=sum(said[word] for word in odd),
        is_truth=_all(words, lambda word: word.casefold() in _TRUTHS),
        is_email=_all(words, _EMAIL.fullmatch),
        is_currency=bool(codes),
        is_country=_all(words, re.compile("[A-Z]{2}").fullmatch),
        has_zero_decimals=_all(words, _ZERO_DECIMALS.fullmatch),
    )


def _all(words: Sequence[str], test: Callable[[str], object]) -> bool:
    return bool(words) and all(map(test, words))


def _odd(
    distinct: Sequence[str], dates: Sequence[str], marks: Sequence[Marks], codes: Collection[str]
) -> tuple[str, ...]:
    if dates:
        good: Collection[str] = _read_by(dates[0], distinct)
    elif marks:
        good = {word for word in distinct if _is_number(marks[0], word)}
    else:
        good = codes or distinct
    return tuple(word for word in distinct if word not in good)


def odd_among(shape: Shape, words: Sequence[str]) -> tuple[str, ...]:
    """Which of the words, as of a whole file, are not what the column's sample is."""
    codes = [word for word in words if shape.is_currency and is_currency(word.upper())]
    return _odd(words, shape.dates, shape.marks, codes)


def _are_most(good: Collection[str], rows: Mapping[str, int]) -> bool:
    """Whether what fits is so much of the rows that the rest is odd, and not the fit."""
    fitting = sum(rows[word] for word in good)
    return fitting > 0 and sum(rows.values()) - fitting <= _MOST_ODD * fitting


def _codes(rows: Mapping[str, int]) -> Collection[str]:
    codes = {word for word in rows if is_currency(word.upper())}
    return codes if _are_most(codes, rows) else ()


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


def _marks(rows: Mapping[str, int]) -> tuple[Marks, ...]:
    """A word without a digit may stand among numbers; a code that holds some may not."""
    words = [word for word in rows if any(char.isdigit() for char in word)]
    if not _are_most(words, rows):
        return ()
    return tuple(marks for marks in _MARKS if all(_is_number(marks, word) for word in words))


def _is_number(marks: Marks, word: str) -> bool:
    try:
        marks.number(word)
    except UnreadableNumberError:
        return False
    return True


def _dates(rows: Mapping[str, int]) -> tuple[str, ...]:
    if not any(map(_LIKE_A_DATE.search, rows)):
        return ()
    read = {written: _read_by(written, tuple(rows)) for written in _FORMATS}
    fitting = {written: good for written, good in read.items() if _are_most(good, rows)}
    most = max(map(len, fitting.values()), default=0)
    found = tuple(written for written, good in fitting.items() if len(good) == most)
    # Four-digit years read by %Y and not by %y; iso before its looser twin.
    return found[:1] if found and found[0] == "iso" else found


def _read_by(written: str, words: Sequence[str]) -> Collection[str]:
    """The words that the format reads."""
    likely = [word for word in words if _looks(written).match(word)]
    if not likely:
        return ()
    are_read = Clock((written,), "UTC").read(likely).local.notna()
    return {word for word, is_read in zip(likely, are_read, strict=True) if is_read}
