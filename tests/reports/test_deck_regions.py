"""Words of the client's own country."""

from dataclasses import replace

import pytest
from test_deck_chain import calm
from test_deck_rereading import desk

from reports.workbook.words import WorkbookWords


@pytest.mark.parametrize(("locale", "word"), [("es-MX", "costo"), ("es-ES", "coste")])
def test_a_deck_speaks_as_its_country_does(locale: str, word: str) -> None:
    context = desk(replace(calm(), locale=locale))
    assert context.say("margin.no_cost") == f"su {word} no consta"
    assert word in context.definition_of("gross_profit")
    assert context.formats.percent(0.5) == {"es-MX": "50%", "es-ES": "50\u00a0%"}[locale]


@pytest.mark.parametrize(
    ("locale", "word"),
    [("es-MX", "VPN"), ("es-CO", "VPN"), ("es-CL", "VAN"), ("es-ES", "VAN"), ("es", "VAN")],
)
def test_the_net_present_value_has_the_countrys_letters_in_deck_and_workbook(
    locale: str, word: str
) -> None:
    assert desk(replace(calm(), locale=locale)).say("renewal.expected") == f"{word} esperado"
    words = WorkbookWords("es", locale, "MXN")
    assert words.say("scenarios.rank") == f"Puesto por {word} esperado"


@pytest.mark.parametrize(("locale", "word"), [("en-GB", "Recognised"), ("en-US", "Recognized")])
def test_english_is_spelled_as_its_country_spells_it(locale: str, word: str) -> None:
    context = desk(replace(calm(), locale=locale, language="en"))
    assert context.name_of("recognised_revenue") == f"{word} revenue"
    assert context.definition_of("gross_profit").startswith(word)


def test_what_a_client_called_a_thing_stays() -> None:
    context = desk(replace(calm(), locale="es-MX"))
    assert context.say("breakdown.quoted", {"name": "Coste de flota"}) == "«Coste de flota»"
