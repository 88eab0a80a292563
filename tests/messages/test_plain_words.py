"""Sentences that readers found coined or clipped are gone for good, in every language."""

import re

import pytest

from messages.catalogue import catalogue, languages

GONE = (
    *("se pide:", "el más lejano", "pendientes, el primero", "con causa y acción registradas"),
    *(
        "Proponemos una acción, sobre",
        "Nada pide más, ni menos",
        "servicio o uso, en nivel crítico",
    ),
    *("esperan a { $teams } equipos", "completas por su lunes", "libro de renovación"),
    *("Valor de vida", "la mejor respuesta:", "asuntos por atender", "Aniversario, fecha inferida"),
    *("Markdown", "one request:", "the furthest", "on the twelve weeks before"),
    *("the last one was issued before it", "the first is on { $subject }", "It has what others"),
    *("Each movement adds up", "the answer worth most", "A rule changes", "things to see to"),
    *("are not in it", "is not in it", "equals count half", "somebody of yours", "Use a day in"),
    *("to a tenth", "to tenths", "a décimas", "se terminaran cuando"),
    *("Slide left out", "In the middle", "En el medio", "last solution", "it is paid for"),
    *("No earlier figure", "Last day of notice", "Fin del preaviso", "a feed by the week"),
    *("Your manager", "Nothing calls for more, or less", "has all but failed"),
)
"""What each said that nobody says."""


@pytest.mark.parametrize("language", languages())
def test_no_message_says_what_nobody_says(language: str) -> None:
    known = catalogue(language)
    texts = {message: known.entries[message] for message in known.ids}
    found = [
        (message, said)
        for message, text in texts.items()
        for said in GONE
        if said.lower() in re.sub(r"\s+", " ", text).lower()
    ]
    assert found == []
