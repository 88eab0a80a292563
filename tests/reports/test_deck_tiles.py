"""Tiles and thin lines tell a change as the titles do."""

from dataclasses import replace

import pytest
from clients import QUARTER
from test_deck_chain import calm, told
from test_deck_rereading import desk

from reports.brand import inches
from reports.client import ClientFile
from reports.deck.exhibits.glance import glance_strip, glances
from reports.deck.exhibits.tiles import tile_of
from reports.deck.model import Box, Path
from reports.deck.slide_context import Tone
from transforms.metrics.kpi import Missing

PLACE = Box(0, 0, inches(2), inches(2))


def with_base(client: ClientFile, kpi: str, back: int = 1, **parts: object) -> ClientFile:
    """The client with a figure of an earlier quarter."""
    period = QUARTER.shift(-back)
    found = replace(client.kpis.get(kpi, QUARTER), period=period, reason=None, **parts)
    values = {**client.kpis.values, (kpi, str(period)): found}
    return replace(client, kpis=replace(client.kpis, values=values))


@pytest.mark.parametrize(("change", "arrow"), [(104, ""), (106, "▲")])
def test_a_fee_has_an_arrow_from_the_threshold_on_that_its_title_has(
    change: int, arrow: str
) -> None:
    client = with_base(told("mrr", calm(), value_minor=change), "mrr", value_minor=100)
    delta = tile_of(desk(client), "mrr").delta
    assert delta.text.startswith(arrow or "Estable")


@pytest.mark.parametrize(("change", "arrow"), [(1004, "Estable"), (1020, "▲")])
def test_an_invoiced_amount_has_one_from_the_step_on_that_its_title_tells(
    change: int, arrow: str
) -> None:
    client = told("invoiced_amount", calm(), value_minor=change)
    client = with_base(client, "invoiced_amount", value_minor=1000)
    assert tile_of(desk(client), "invoiced_amount").delta.text.startswith(arrow)


def test_a_fall_that_seats_or_the_season_explain_is_neutral() -> None:
    fallen = told("usage_change", told("usage_change_year", calm(), value=-0.2), value=-0.2)
    assert tile_of(desk(fallen), "usage_change").delta.tone is Tone.BAD
    seasonal = told("usage_change_year", fallen, value=0.0)
    assert tile_of(desk(seasonal), "usage_change").delta.tone is Tone.FLAT
    cut = told("seats_used", fallen, value=0.8, numerator=40.0, denominator=50.0)
    cut = with_base(cut, "seats_used", value=0.8, numerator=56.0, denominator=70.0)
    assert tile_of(desk(cut), "usage_change").delta.tone is Tone.FLAT


def test_a_thin_line_shows_the_change_that_its_tile_tells() -> None:
    for now, is_level in ((0.79, False), (0.80, True)):
        client = told("seats_used", calm(), value=now, numerator=100 * now, denominator=100.0)
        for back in (1, 2, 3):
            seats = {"value": 0.80, "numerator": 80.0, "denominator": 100.0}
            client = with_base(client, "seats_used", back, **seats)
        context = desk(client)
        (seats_of,) = (item for item in glances(context) if item.course == (0.8, 0.8, 0.8, now))
        strip = glance_strip(context, [seats_of], PLACE)
        (line,) = (item for item in strip if isinstance(item, Path))
        assert (len({height for _, height in line.points}) == 1) is is_level


@pytest.mark.parametrize(
    ("kpi", "before", "said"),
    [
        ("nps", {"value": None, "reason": Missing.TOO_FEW_ANSWERS}, "respuestas insuficientes"),
        ("csat", {"value": 0.5, "denominator": 1.0}, "respuestas insuficientes"),
        (
            "delivery_days_overdue_median",
            {"value": None, "reason": Missing.NONE_LATE},
            "nada con retraso",
        ),
        ("nps", {"value": None, "reason": Missing.FEED_MISSING}, "Sin base para comparar"),
    ],
)
def test_why_there_is_no_earlier_figure_is_told_where_it_is_known(
    kpi: str, before: dict[str, object], said: str
) -> None:
    client = told(kpi, calm(), value=0.9, numerator=18.0, denominator=20.0)
    period = QUARTER.previous
    earlier = replace(client.kpis.get(kpi, QUARTER), **{"period": period, **before})
    values = {**client.kpis.values, (kpi, str(period)): earlier}
    client = replace(client, kpis=replace(client.kpis, values=values))
    words = tile_of(desk(client), kpi).delta.text.replace("\u00a0", " ")
    assert words.removeprefix("T2 2026: ") == said


@pytest.mark.parametrize(
    ("standing", "now", "before"),
    [
        (0.0, "Sin incidencias críticas en el periodo", "T2\u00a02026: sin incidencias críticas"),
        (1.0, "Ninguna resuelta en el periodo", "T2\u00a02026: ninguna resuelta"),
    ],
)
def test_where_no_critical_incident_occurred_none_was_to_be_solved(
    standing: float, now: str, before: str
) -> None:
    kpi, unsolved = "critical_resolution_median", {"value": None, "reason": Missing.NONE_SOLVED}
    client = told("critical_open", calm(), value=standing)
    assert tile_of(desk(without(client, kpi, unsolved)), kpi).delta.text == now
    client = with_base(told(kpi, calm(), value=3.0), "critical_open", value=standing)
    earlier = replace(client.kpis.get(kpi, QUARTER), period=QUARTER.previous, **unsolved)
    values = {**client.kpis.values, (kpi, str(QUARTER.previous)): earlier}
    client = replace(client, kpis=replace(client.kpis, values=values))
    assert tile_of(desk(client), kpi).delta.text == before


def without(client: ClientFile, kpi: str, parts: dict[str, object]) -> ClientFile:
    found = replace(client.kpis.get(kpi, QUARTER), **parts)  # type: ignore[arg-type]
    values = {**client.kpis.values, (kpi, str(QUARTER)): found}
    return replace(client, kpis=replace(client.kpis, values=values))
