"""The strip over every title says whose deck it is, whatever the client is called."""

from dataclasses import replace
from itertools import pairwise

import pytest
from clients import full_client

from reports.brand import inches, shipped_brand
from reports.deck.compose import context_of
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
        ("Cedar Hollow Clinics Holding", "Cedar Hollow Clinics"),
        ("Asociación Interterritorial de Comerciantes", "Asociación Interterritorial"),
        ("Transportes Unidos San Telmo", "Transportes Unidos"),
    ],
)
def test_a_long_name_is_shortened_where_a_word_ends(name: str, said: str) -> None:
    context = context_of(replace(client_view(full_client()), client_name=name), shipped_brand())
    stops = [_Stop(page, context.say(f"tracker.{page}")) for page in PAGES]
    strip = _strip(context, ("usage",), stops, Box(0, 0, inches(12.1), inches(0.3)))
    assert strip is not None
    texts = [item.body.text for item in strip if isinstance(item, TextBox)]
    assert texts[-1] == f"{said} · {context.this_period}"
    places = [item.box for item in strip if isinstance(item, TextBox)]
    assert all(one.right <= other.left for one, other in pairwise(places))
    assert places[-1].right <= inches(12.1)


def test_a_name_that_cannot_be_shortened_stands_alone_and_whole() -> None:
    context = context_of(
        replace(client_view(full_client()), client_name="Transportes San Telmo"), shipped_brand()
    )
    period = context.this_period
    stops = [_Stop(page, context.say(f"tracker.{page}")) for page in PAGES]
    said = {
        item.body.text
        for wide in range(110, 131)
        for item in _strip(context, ("usage",), stops, Box(0, 0, inches(wide / 10), inches(0.3)))
        or ()
        if isinstance(item, TextBox) and "Transportes" in item.body.text
    }
    assert said == {f"Transportes San Telmo · {period}", "Transportes San Telmo"}
