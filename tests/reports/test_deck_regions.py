"""Words of the client's own country."""

from dataclasses import replace

import pytest
from test_deck_chain import calm
from test_deck_rereading import desk


@pytest.mark.parametrize(("locale", "word"), [("es-MX", "costo"), ("es-ES", "coste")])
def test_a_deck_speaks_as_its_country_does(locale: str, word: str) -> None:
    context = desk(replace(calm(), locale=locale))
    assert context.say("margin.no_cost") == f"su {word} no consta"
    assert word in context.definition_of("gross_profit")
    assert context.formats.percent(0.5) == {"es-MX": "50%", "es-ES": "50\u00a0%"}[locale]


def test_what_a_client_called_a_thing_stays() -> None:
    context = desk(replace(calm(), locale="es-MX"))
    assert context.say("breakdown.quoted", {"name": "Coste de flota"}) == "«Coste de flota»"
