"""Words that one language has otherwise in another country."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from messages.locales import locale_of

_SPAIN = "es-ES"
_UNITED_STATES = ("en", "en-US")
_VPN = ("es-MX", "es-CO")
"""Where the net present value is the *valor presente neto*."""
_COST = re.compile(r"\b([Cc])oste(s?)\b")
_NPV = re.compile(r"\bVAN\b")
_PERCENT = re.compile(r"(?<=\d)[ \u00a0]%")
_RECOGNIZED = re.compile(r"\b([Rr])ecognized\b")


def local_words(tag: str) -> Callable[[str], str]:
    """How a text is said in the country of a BCP-47 tag: in Spain *coste*, in America *costo*; in
    Mexico *VPN* and *60%*, elsewhere *VAN* and *60 %*; in Britain *recognised*, in the United
    States *recognized*.

    >>> local_words("es-MX")("Coste de ventas y VAN"), local_words("es-ES")("Coste y VAN")
    ('Costo de ventas y VPN', 'Coste y VAN')
    >>> local_words("es-MX")("el 60 %"), local_words("es-ES")("el 60 %")
    ('el 60%', 'el 60 %')
    >>> local_words("es-GB")("el 60 %")
    'el 60 %'
    >>> local_words("en-GB")("Recognized revenue"), local_words("en-US")("Recognized revenue")
    ('Recognised revenue', 'Recognized revenue')
    """
    changes = _changes(tag)
    return (lambda text: _said(text, changes)) if changes else str


def said_locally(tag: str, said: str, values: Iterable[object]) -> str:
    """The same of a message with values in it; where a value has such a word itself (what a client
    called a thing), the message stays as it is."""
    told = [str(value) for value in values]
    return _said(
        said,
        {
            word: local
            for word, local in _changes(tag).items()
            if not any(word.search(value) for value in told)
        },
    )


@cache
def _changes(tag: str) -> dict[re.Pattern[str], str]:
    """What stands for which words in the country of a tag."""
    if tag.split("-")[0] == "en":
        return {} if tag in _UNITED_STATES else {_RECOGNIZED: r"\1ecognised"}
    if not tag.startswith("es-") or tag == _SPAIN:
        return {}
    said = {_COST: r"\1osto\2"}
    if tag in _VPN:
        said[_NPV] = "VPN"
    if locale_of(tag).percent_formats[None].pattern.endswith("0%"):
        said[_PERCENT] = "%"
    return said


def _said(text: str, changes: Mapping[re.Pattern[str], str]) -> str:
    for word, local in changes.items():
        text = word.sub(local, text)
    return text
