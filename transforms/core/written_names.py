"""How a name may be written in texts and in bytes: in any case, with its accents composed or
apart, escaped as JSON, XML or HTML, and in the encodings of exports."""

import html
import json
import re
from collections.abc import Callable, Iterator, Sequence
from unicodedata import normalize

_ACCENTS = "\u0300-\u036f"
_AFTER_ESCAPE = r"(?<=\\[nrtbf])|(?<=\\u2[0-9a-f]{3})|(?<=\\u00[ab][0-9a-f])"
"""Signs of JSON whose last one is a letter: what follows them begins a word."""
_SPACES = " \u00a0\n\r\t"
_PLAIN = re.compile("[0-9A-Za-z@._-]+")

Encode = Callable[[str], bytes]


def folded(text: str) -> str:
    """The same for all ways of writing it that differ in case, accents' signs or spaces alone."""
    return " ".join(normalize("NFC", normalize("NFC", text).casefold()).split())


def plain_part(name: str) -> str:
    """The longest part of a name that looks the same however it is composed, but for its case;
    may be empty."""
    return max(_PLAIN.findall(normalize("NFC", name)), key=len, default="")


def text_pattern(names: Sequence[str]) -> re.Pattern[str]:
    """Finds each name in texts, also escaped as JSON, where it is not part of a longer word;
    longest first."""
    found = "|".join(_joined(name, _text_shapes) for name in _longest_first(names))
    starts = rf"(?:(?<![\w{_ACCENTS}])|{_AFTER_ESCAPE})"
    return re.compile(rf"{starts}(?:{found})(?![\w{_ACCENTS}])", re.IGNORECASE)


def bytes_pattern(names: Sequence[str]) -> re.Pattern[bytes]:
    """Finds the names as exports and office files write them."""
    found = b"|".join(
        pattern for name in _longest_first(names) for pattern in _encoded_patterns(name)
    )
    starts = rb"(?:(?<![A-Za-z0-9])|" + _AFTER_ESCAPE.encode() + rb")"
    return re.compile(starts + b"(?:" + found + rb")(?![A-Za-z0-9]|\xcc[\x80-\xbf])", re.IGNORECASE)


def _longest_first(names: Sequence[str]) -> list[str]:
    return sorted((" ".join(name.split()) for name in names), key=len, reverse=True)


def _shapes(sign: str) -> frozenset[str]:
    """One letter in each case, composed and apart."""
    cases = (sign, sign.lower(), sign.upper())
    return frozenset(normalize(form, case) for case in cases for form in ("NFC", "NFD"))


def _joined(name: str, shapes_of: Callable[[str], Iterator[str]]) -> str:
    return "".join(_one_of(shapes_of(sign)) for sign in normalize("NFC", name))


def _text_shapes(sign: str) -> Iterator[str]:
    if sign == " ":
        yield from (re.escape(space) for space in _SPACES)
        return
    for shape in _shapes(sign):
        yield re.escape(shape)
        yield re.escape(_as_json(shape))


def _one_of(patterns: Iterator[str]) -> str:
    found = sorted(set(patterns), key=len, reverse=True)
    is_space = re.escape(" ") in found
    return f"(?:{'|'.join(found)}){'+' if is_space else ''}"


def _as_json(text: str) -> str:
    return json.dumps(text)[1:-1]


def _encoded_patterns(name: str) -> Iterator[bytes]:
    """One for each encoding that has all its letters."""
    for ways in _ENCODINGS:
        letters = [_encoded(sign, ways) for sign in normalize("NFC", name)]
        if all(letters):
            yield b"".join(letters)


def _encoded(sign: str, ways: Sequence[Encode]) -> bytes:
    """A letter in each of its shapes; nothing where the encoding has none of them."""
    is_space = sign == " "
    shapes = _SPACES if is_space else _shapes(sign)
    found = {re.escape(code) for shape in shapes for code in _codes(shape, ways)}
    longest_first = sorted(sorted(found), key=len, reverse=True)
    return b"(?:" + b"|".join(longest_first) + (b")+" if is_space else b")") if found else b""


def _codes(shape: str, ways: Sequence[Encode]) -> Iterator[bytes]:
    for encode in ways:
        try:
            yield encode(shape)
        except UnicodeEncodeError:
            continue


def _hexadecimal(text: str) -> bytes:
    return "".join(sign if sign.isascii() else f"&#x{ord(sign):x};" for sign in text).encode()


def _in(encoding: str) -> Encode:
    return lambda text: text.encode(encoding)


_ENCODINGS: tuple[tuple[Encode, ...], ...] = (
    (
        _in("utf-8"),
        lambda text: _as_json(text).encode(),
        lambda text: html.escape(text).encode(),
        lambda text: text.replace("'", "&apos;").encode(),
        lambda text: text.encode("ascii", "xmlcharrefreplace"),
        _hexadecimal,
    ),
    *((_in(name),) for name in ("cp1252", "cp850", "utf-16-le", "utf-16-be")),
)
