"""Words that one language has otherwise in another country."""

import re
from collections.abc import Callable, Iterable

_SPAIN = "es-ES"
_COST = re.compile(r"\b([Cc])oste(s?)\b")


def local_words(tag: str) -> Callable[[str], str]:
    """How a text is said in the country of a BCP-47 tag: in Spain *coste*, in America *costo*.

    >>> local_words("es-MX")("Coste de ventas y costes"), local_words("es-ES")("Coste")
    ('Costo de ventas y costos', 'Coste')
    """
    is_american = tag.startswith("es-") and tag != _SPAIN
    return _american if is_american else str


def said_locally(tag: str, said: str, values: Iterable[object]) -> str:
    """The same of a message with values in it; where a value has such a word itself (what a client
    called a thing), the message stays as it is."""
    return said if any(_COST.search(str(value)) for value in values) else local_words(tag)(said)


def _american(text: str) -> str:
    return _COST.sub(r"\1osto\2", text)
