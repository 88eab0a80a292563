"""The account review's words: short enough for their boxes, and true beside their figures."""

import re
from dataclasses import replace

import pytest
from awkward import AWKWARD_CLIENTS
from clients import english_client, full_client, reviewed_client
from test_review_urgency import in_english, inside, known

from reports.brand import shipped_brand
from reports.client import ClientFile
from reports.deck.chain.link import _SLIDE_OF, _WEEKS, link_of
from reports.deck.client_findings import _step
from reports.deck.compose import compose_review, context_of
from reports.deck.exhibits.frame import TILE_HEIGHT, tiles
from reports.deck.exhibits.text_fit import height_of, wrapped
from reports.deck.internal_slides import potential, renewal
from reports.deck.model import Box, Deck, Geometry, TextBox
from reports.deck.slide_context import Phrase, SlideContext
from reports.deck.view.client_view_build import seen
from transforms.kpis import specs

pytestmark = pytest.mark.thorough


def reviewed_in_english() -> ClientFile:
    return in_english(reviewed_client())


REVIEWED = {
    "reviewed": reviewed_client,
    "reviewed_english": reviewed_in_english,
    "full": full_client,
    "english": english_client,
    **AWKWARD_CLIENTS,
}
RESERVE = 25
"""The part of a tile's width that its lines leave: other programs measure a little wider."""


def is_tile(item: object) -> bool:
    is_box = isinstance(item, TextBox) and item.geometry is Geometry.ROUNDED
    return is_box and isinstance(item, TextBox) and item.box.height == TILE_HEIGHT


def over(item: TextBox) -> bool:
    """Whether a tile's lines are taller than the tile, or its words cut."""
    inside_of, tall = item.body.insets, 0
    width = item.box.width - inside_of.left - inside_of.right
    for paragraph in item.body.paragraphs:
        run = paragraph.runs[0]
        lines = wrapped(paragraph.text, width - width // RESERVE, run.size, run.bold)
        tall += height_of(len(lines), run.size)
    cut = item.body.text.count("…") > item.alt_text.count("…")
    return cut or tall + inside_of.top + inside_of.bottom > item.box.height


def tiles_over(deck: Deck | None) -> list[str]:
    return [
        item.body.text
        for slide in (deck.slides if deck else ())
        for item in slide.elements
        if isinstance(item, TextBox) and is_tile(item) and over(item)
    ]


@pytest.mark.parametrize("name", REVIEWED)
def test_no_tile_of_a_review_runs_over(name: str) -> None:
    assert tiles_over(compose_review(REVIEWED[name]()).deck) == []


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_tile_of_a_negotiation_that_opens_fits_in_a_quarter_of_the_page(language: str) -> None:
    context = inside(renewal=None, request=None)
    words = replace(context.words, language=language)
    context = replace(context, words=words)
    area = context.brand.body
    row = Box(area.left, area.top, area.width, TILE_HEIGHT)
    shown = tiles(context, renewal._tiles(context), row)
    assert len(shown) == 4
    assert [item.body.text for item in shown if over(item)] == []


@pytest.mark.parametrize(
    ("lacking", "behind", "told"),
    [
        (7, 3, "Al año; los clientes parecidos ya tienen 3 de los 7"),
        (7, 1, "Al año; los clientes parecidos ya tienen 1 de los 7"),
        (2, 2, "Al año; los clientes parecidos ya tienen los 2"),
        (1, 1, "Al año; los clientes parecidos ya lo tienen"),
        (7, 0, "Los clientes parecidos tampoco los tienen"),
        (1, 0, "Los clientes parecidos tampoco lo tienen"),
        (0, 0, "Sin diferencia con clientes parecidos"),
    ],
)
def test_products_that_similar_clients_have_are_told_of_those_not_bought(
    lacking: int, behind: int, told: str
) -> None:
    figures = known(reviewed_client(), white_space_products=behind).kpis
    names = tuple(f"Producto {n}" for n in range(lacking))
    context = inside(figures=figures, products_without=names)
    assert potential._lacking(context) == told


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("kpi", ["nrr", "nrr_ttm"])
def test_retention_is_defined_as_it_counts_who_was_away_and_is_back(
    kpi: str, language: str
) -> None:
    text = specs()[kpi].definition(language)
    kept = {"es": "cuenta como conservado", "en": "counts as retained"}[language]
    assert kept in text


@pytest.mark.parametrize(("language", "spoken"), [("en", r"\byour?\b"), ("es", r"\bustedes\b")])
def test_no_step_of_a_review_speaks_to_the_client(language: str, spoken: str) -> None:
    context = in_language(language)
    said = [
        _step(link_of(context, rule, Phrase("", ""), "", cases=cases, name="4"))
        for rule in {*_WEEKS, *_SLIDE_OF}
        for cases in (1, 2)
        if context.words.has(f"steps.{rule}")
    ]
    assert len(said) > 20 and not [text for text in said if re.search(spoken, text)]


def in_language(language: str) -> SlideContext:
    client = replace(reviewed_client(), language=language)
    return context_of(seen(client).as_told(client), shipped_brand())
