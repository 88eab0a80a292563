"""A language made from English by script: `python -m messages.pseudo DIR` writes `DIR/qps/`.

Its texts are accented and in brackets, with the blanks kept, so that a sentence that comes from
anywhere else is seen at once. `CARTERA_MESSAGES=DIR` makes it one of the languages.
"""

import re
import sys
from pathlib import Path

from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax.ast import Message, Pattern, Placeable, SelectExpression, TextElement

LANGUAGE = "qps"
"""ISO 639's own code for languages that are made up."""

OPENED, CLOSED = "⟦", "⟧"
_READ_BACK = "files.ftl"
_ENGLISH = Path(__file__).parent / "en"
_INNERMOST = re.compile(f"{OPENED}[^{OPENED}{CLOSED}]*{CLOSED}")
_ACCENTED = str.maketrans("aceinouyAEINOUSY", "áçéíñóúýÁÉÍÑÓÚŠÝ")
# What people copy from a sentence must stay as it is: commands, keys, paths and addresses.
_KEPT = re.compile(r"`[^`]*`|(?<!\w)'[^']*'|\"[^\"]*\"|\S*[/_@=\[\]\d…-]\S*|\w\S*\.\w+")


def write_pseudo_language(folder: Path) -> Path:
    """Every file of English in the pseudo-language, in `folder/qps`."""
    target = folder / LANGUAGE
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(_ENGLISH.glob("*.ftl")):
        resource = FluentParser().parse(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            if isinstance(entry, Message) and path.name != _READ_BACK:
                parts = [entry.value, *(attribute.value for attribute in entry.attributes)]
                for pattern in filter(None, parts):
                    _mark(pattern)
        (target / path.name).write_text(FluentSerializer().serialize(resource), encoding="utf-8")
    return target


def outside(text: str) -> str:
    """What of a text comes from no message of the pseudo-language.

    >>> outside("⟦Écho: ⟦ínner⟧ x⟧ and more")
    ' and more'
    """
    while (fewer := _INNERMOST.sub("", text)) != text:
        text = fewer
    return text


def accented(text: str) -> str:
    """The text with accents on its letters, but for what is to be copied.

    >>> accented("run `cartera run` again")
    'rúñ `cartera run` ágáíñ'
    """
    kept = _KEPT.findall(text)
    plain = _KEPT.split(text)
    pieces = [part.translate(_ACCENTED) for part in plain]
    return "".join(piece + copied for piece, copied in zip(pieces, [*kept, ""], strict=True))


def _mark(pattern: Pattern) -> None:
    """Brackets around the whole, accents on every text inside, in all its variants."""
    _accent(pattern)
    pattern.elements.insert(0, TextElement(OPENED))
    pattern.elements.append(TextElement(CLOSED))


def _accent(pattern: Pattern) -> None:
    for element in pattern.elements:
        match element:
            case TextElement():
                element.value = accented(element.value)
            case Placeable(expression=SelectExpression(variants=variants)):
                for variant in variants:
                    _accent(variant.value)
            case _:
                pass


if __name__ == "__main__":
    print(write_pseudo_language(Path(sys.argv[1])))  # noqa: T201  a command of developers
