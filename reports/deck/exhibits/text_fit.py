"""How wide text runs, and how it is made to fit its box.

Widths are Arial's advances, read from a table that ships with the code (taken from
Liberation Sans, which has the same metrics), so the result depends on no installed font.
Kerning is left out: text never runs wider than measured here.
"""

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

EMU_PER_POINT = 12_700
LINE_HEIGHT = 1.2
"""Single line spacing over the type size."""

_WIDE_CLASSES = frozenset("WF")
_UNKNOWN_EM = 0.72
_NAME_WIDTH, _NAME_SIZE = 2_926_080, 1200
"""The room that a name has within a sentence: 3.2 inches of the usual type."""
_QUOTED_WIDTH = 4 * _NAME_WIDTH
"""What several lines of a cell take of names, and leave room for what is said of them."""
_ENDS = " \n,;:.·–-("
_LEADING_ON = re.compile(
    r"(?:\s+(?:al?|con|del?|el|en|entre|las?|los?|o|para|por|sin|sus?|una?|y"
    r"|an?|and|at|by|for|from|in|of|on|or|the|to|with|your))+$",
    re.IGNORECASE,
)
_COMPLEMENT = re.compile(
    r"\s+(?:con|en|entre|para|por|sin|among|at|between|for|from|in|on|with|without)\s",
    re.IGNORECASE,
)
"""How what a phrase is whole without begins."""
_QUOTES = (("«", "»"), ("“", "”"))
_SHORT_BRACKET = re.compile(r"\([^()\n]{1,24}\)")


@dataclass(frozen=True)
class Fitted:
    """Text as it will stand in its box: size in hundredths of a point, and its line count."""

    text: str
    size: int
    lines: int

    @property
    def height(self) -> int:
        """EMU that the lines take."""
        return height_of(self.lines, self.size)


@cache
def _advances(weight: str) -> dict[str, float]:
    """Width in ems by character, for `regular` or `bold`."""
    table = json.loads((Path(__file__).parent / "arial_widths.json").read_text(encoding="utf-8"))
    return {
        chr(int(first, 16) + step): width / table["units_per_em"]
        for first, widths in table[weight].items()
        for step, width in enumerate(widths)
    }


def _unlisted(character: str) -> float:
    """Ems of a character that the table lacks: marks none, ideographs and emoji a full square."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0.0
    if unicodedata.east_asian_width(character) in _WIDE_CLASSES or ord(character) > 0xFFFF:
        return 1.4
    return _UNKNOWN_EM


@lru_cache(maxsize=20_000)
def _ems(text: str, bold: bool) -> float:
    """Width of one line in ems; deck after deck is made of the same words."""
    advances = _advances("bold" if bold else "regular")
    text = text.replace("\u2011", "-")  # a hyphen that no line ends in
    return sum(advances[c] if c in advances else _unlisted(c) for c in text)


def width_of(text: str, size: int, bold: bool) -> int:
    """EMU that one line of text takes at a size in hundredths of a point."""
    return round(_ems(text, bold) * size / 100 * EMU_PER_POINT)


def height_of(lines: int, size: int) -> int:
    """EMU that so many lines take at a size in hundredths of a point."""
    return round(lines * size / 100 * LINE_HEIGHT * EMU_PER_POINT)


def wrapped(text: str, width: int, size: int, bold: bool) -> tuple[str, ...]:
    """The text's lines in a column of this width (EMU), broken at spaces as PowerPoint does."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrapped_paragraph(paragraph, width, size, bold))
    return tuple(lines)


def _wrapped_paragraph(text: str, width: int, size: int, bold: bool) -> list[str]:
    room = width / (size / 100 * EMU_PER_POINT)
    space = _ems(" ", bold)
    lines: list[str] = [""]
    used = 0.0
    for word in text.split(" "):
        ems = _ems(word, bold)
        if lines[-1] and used + space + ems <= room:
            lines[-1] += f" {word}"
            used += space + ems
            continue
        pieces = [word] if ems <= room else _pieces(word, room, bold)
        lines = lines + pieces if lines[-1] else lines[:-1] + pieces
        used = _ems(pieces[-1], bold)
    return lines


def _pieces(word: str, room: float, bold: bool) -> list[str]:
    """A word cut where even a line of its own (`room`, in ems) is too short for it."""
    pieces = [""]
    for character in word:
        if pieces[-1] and _ems(pieces[-1] + character, bold) > room:
            pieces.append("")
        pieces[-1] += character
    return pieces


def with_whole_brackets(text: str) -> str:
    """The text whose short brackets no line ends in: `(3 of 6)`, `(from 64 to 52)`."""
    return _SHORT_BRACKET.sub(lambda found: found[0].replace(" ", "\u00a0"), text)


def fitted(text: str, width: int, max_lines: int, sizes: Sequence[int], bold: bool) -> Fitted:
    """Text that takes at most so many lines: wrapped, else smaller, else cut at a word.

    `sizes` are the sizes allowed, largest first, in hundredths of a point.
    """
    for size in sizes:
        lines = wrapped(text, width, size, bold)
        if len(lines) <= max_lines:
            return Fitted(text, size, len(lines))
    return Fitted(shortened(text, width, max_lines, sizes[-1], bold), sizes[-1], max_lines)


def shortened(text: str, width: int, max_lines: int, size: int, bold: bool) -> str:
    """The longest beginning of the text, cut after a word, that fits with an ellipsis.

    A single word that is too long is cut inside.
    """
    if len(wrapped(text, width, size, bold)) <= max_lines:
        return text
    ends = [place for place, character in enumerate(text) if character in " \n"]
    fitting = _last_fitting(text, ends, width, max_lines, size, bold)
    if not fitting:
        fitting = _last_fitting(text, range(1, len(text)), width, max_lines, size, bold)
    return fitting or "…"


def _last_fitting(
    text: str, ends: Sequence[int], width: int, max_lines: int, size: int, bold: bool
) -> str:
    low, high = 0, len(ends)
    while low < high:
        middle = (low + high) // 2
        cut = _cut(text, ends[middle])
        if len(wrapped(cut, width, size, bold)) <= max_lines:
            low = middle + 1
        else:
            high = middle
    return _cut(text, ends[low - 1]) if low else ""


def _cut(text: str, end: int) -> str:
    """The beginning with an ellipsis, without words that lead to what is cut off.

    >>> _cut("Formar a los doce usuarios entre los despachadores", 37), _cut("La agenda", 3)
    ('Formar a los doce usuarios…', 'La…')
    """
    kept = _LEADING_ON.sub("", text[:end].rstrip(_ENDS)).rstrip(_ENDS + "«“")
    closing = (end for start, end in _QUOTES if kept.count(start) > kept.count(end))
    return kept + "…" + "".join(closing)


def without_complement(cut: str, text: str) -> str:
    """A text that was cut, without its ellipsis where a complement alone is cut off.

    >>> without_complement("Formar a doce usuarios…", "Formar a doce usuarios entre los nuevos")
    'Formar a doce usuarios'
    """
    kept = cut.removesuffix("…")
    return kept if cut != text and _COMPLEMENT.match(text[len(kept) :]) else cut


def short_name(text: str) -> str:
    """What people called a thing, short enough to leave a sentence around it its room."""
    return fitted(text, _NAME_WIDTH, 1, (_NAME_SIZE,), bold=False).text


def is_quotable(text: str) -> bool:
    """Whether a cell of the plan has room for names as long as this, around which it says
    something."""
    return width_of(text, _NAME_SIZE, bold=False) <= _QUOTED_WIDTH
