"""Decks that everybody can read: names, order, contrast, language, words beside colours."""

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache

import pptx
import pytest
from brands import customer_brand
from clients import awkward_client, english_client, reviewed_client

from reports.brand import Brand, shipped_brand
from reports.brand.colour import contrast
from reports.deck.compose import compose_deck, compose_review
from reports.deck.model import (
    Chart,
    Deck,
    PageNumber,
    Picture,
    Placeholder,
    Role,
    Slide,
    Table,
    TextBox,
    Watermark,
)
from reports.deck.render.deck import render_deck
from reports.deck.text_model import Body

LEAST = 4.5
DECKS = {
    "shipped": lambda: compose_deck(awkward_client(), shipped_brand()).deck,
    "english": lambda: compose_deck(english_client(), shipped_brand()).deck,
    "own brand": lambda: compose_deck(english_client(), customer_brand()).deck,
    "review": lambda: compose_review(reviewed_client(), shipped_brand()).deck,
    "review in own brand": lambda: compose_review(reviewed_client(), customer_brand()).deck,
}
SIGNS = ("●", "▲", "▼", "■", "○", "–", "+", "−")


@cache
def deck_of(name: str) -> Deck:
    deck = DECKS[name]()
    assert deck is not None
    return deck


def pairs(slide: Slide) -> Iterator[tuple[str, str]]:
    """Colours of words and what they stand on, where the slide says either."""
    for item in slide.elements:
        if isinstance(item, TextBox):
            yield from ((colour, item.fill or "FFFFFF") for colour in colours(item.body))
        elif isinstance(item, Table):
            for cell in (cell for row in item.rows for cell in row.cells):
                yield from ((colour, cell.fill or "FFFFFF") for colour in colours(cell.body))
        elif isinstance(item, Chart):
            yield item.category_axis.colour, "FFFFFF"


def colours(body: Body) -> list[str]:
    return [run.colour for part in body.paragraphs for run in part.runs if run.colour]


@pytest.mark.thorough
@pytest.mark.parametrize("name", DECKS)
def test_words_stand_out_from_what_is_behind_them(name: str) -> None:
    found = {pair for slide in deck_of(name).slides for pair in pairs(slide)}
    assert len(found) > 3
    for colour, behind in found:
        assert contrast(colour, behind) >= LEAST, (colour, behind)


@pytest.mark.parametrize("brand", [shipped_brand, customer_brand])
def test_labels_inside_the_parts_of_a_stack_can_be_read(brand) -> None:
    look: Brand = brand()
    for fill, label in look.palette.parts:
        assert contrast(fill, label) >= LEAST
    for colour in (look.palette.ink, look.palette.muted, look.palette.good, look.palette.bad):
        assert contrast(colour, look.palette.watermark) >= LEAST


@pytest.mark.thorough
@pytest.mark.parametrize("name", DECKS)
def test_every_slide_has_a_title_of_its_own(name: str) -> None:
    titles = [slide.title for slide in deck_of(name).slides]
    assert all(titles)
    assert len(set(titles)) == len(titles)


@pytest.mark.thorough
@pytest.mark.parametrize("name", DECKS)
def test_screen_readers_meet_the_title_first_and_the_page_number_last(name: str) -> None:
    for slide in deck_of(name).slides:
        told = [item for item in slide.elements if not isinstance(item, Watermark)]
        assert isinstance(told[0], Placeholder)
        assert told[0].role is Role.TITLE
        numbers = [place for place, item in enumerate(told) if isinstance(item, PageNumber)]
        exhibits = [
            place for place, item in enumerate(told) if isinstance(item, Chart | Table | Picture)
        ]
        assert not numbers or max(exhibits, default=0) < numbers[0]


@pytest.mark.parametrize("name", DECKS)
def test_exhibits_have_alternative_text_in_the_file(name: str) -> None:
    opened = pptx.Presentation(io.BytesIO(render_deck(deck_of(name))))
    for slide in opened.slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table:
                assert shape._element.xpath(".//p:cNvPr")[0].get("descr"), shape.name


def test_states_are_told_by_a_sign_and_a_word_beside_their_colour() -> None:
    palette = shipped_brand().palette
    told = 0
    for slide in deck_of("review").slides:
        for table in (item for item in slide.elements if isinstance(item, Table)):
            for cell in (cell for row in table.rows for cell in row.cells):
                if {palette.good, palette.bad} & set(colours(cell.body)):
                    told += 1
                    assert cell.body.text.startswith(SIGNS), cell.body.text
    assert told > 5


@pytest.mark.parametrize("name", DECKS)
def test_every_run_of_the_file_says_its_language(name: str) -> None:
    deck = deck_of(name)
    with zipfile.ZipFile(io.BytesIO(render_deck(deck))) as package:
        parts = [
            part for part in package.namelist() if re.match(r"ppt/(slides|notesSlides)/\w", part)
        ]
        for part in parts:
            runs = re.findall(rb"<a:rPr ([^>]*)>", package.read(part))
            assert all(f'lang="{deck.language}"'.encode() in run for run in runs), part
