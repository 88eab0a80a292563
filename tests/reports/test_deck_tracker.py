"""The strip over every title says whose deck it is, whatever the client is called."""

from dataclasses import replace
from itertools import pairwise

import pytest
from clients import full_client

from reports.brand import inches, shipped_brand
from reports.deck.compose import context_of
from reports.deck.exhibits.text_fit import width_of
from reports.deck.exhibits.tracker import _Stop, _strip
from reports.deck.model import Box, TextBox
from reports.deck.view.client_view_build import client_view

PAGES = (
    *("summary", "goals", "usage", "service", "breakdown", "satisfaction", "delivery"),
    *("commitments", "peers", "investment", "decisions"),
)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Grupo Aurora", "Grupo Aurora"),
        ("Corporativo Altamira Norte", "Corporativo Altamira Norte"),
        ("Asociación Interterritorial de Comerciantes del Duero", "Asociación Interterritorial…"),
        ("Comercializadora Transportes Unidos San Telmo", "Comercializadora Transportes Unidos…"),
        ("Comercializadora Transportes Unidos, San Telmo", "Comercializadora Transportes Unidos…"),
    ],
)
def test_a_name_stands_whole_before_it_is_cut_where_a_word_ends(name: str, said: str) -> None:
    context = context_of(replace(client_view(full_client()), client_name=name), shipped_brand())
    stops = [_Stop(page, context.say(f"tracker.{page}")) for page in PAGES]
    strip = _strip(context, ("usage",), stops, Box(0, 0, inches(12.1), inches(0.3)))
    assert strip is not None
    texts = [item.body.text for item in strip if isinstance(item, TextBox)]
    assert texts[-1] in (f"{said} · {context.this_period}", said)
    places = [item.box for item in strip if isinstance(item, TextBox)]
    assert all(one.right <= other.left for one, other in pairwise(places))
    assert places[-1].right <= inches(12.1)


def test_a_name_that_cannot_be_shortened_stands_alone_and_whole() -> None:
    context = context_of(
        replace(client_view(full_client()), client_name="Transportes San Telmo"), shipped_brand()
    )
    period = context.this_period
    stops = [_Stop(page, context.say(f"tracker.{page}")) for page in PAGES]
    found = [
        item
        for wide in range(1000, 1310)
        for item in _strip(context, ("usage",), stops, Box(0, 0, inches(wide / 100), inches(0.3)))
        or ()
        if isinstance(item, TextBox) and "Transportes" in item.body.text
    ]
    said = {item.body.text: item.box.width for item in reversed(found)}
    assert set(said) == {f"Transportes San Telmo · {period}", "Transportes San Telmo"}
    # A program that draws text a little wider than measured keeps it on one line.
    assert all(1.03 * width_of(text, 1100, bold=False) < wide for text, wide in said.items())
