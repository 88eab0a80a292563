"""Text is measured before it is placed, and what is placed fits."""

from pathlib import Path

import pytest
from clients import awkward_client, english_client, full_client
from PIL import ImageFont

from reports.brand import shipped_brand
from reports.client import ClientFile
from reports.deck.compose import compose_deck
from reports.deck.exhibits.frame import TITLE_SIZES
from reports.deck.exhibits.text_fit import (
    _cut,
    fitted,
    height_of,
    shortened,
    width_of,
    without_complement,
    wrapped,
)
from reports.deck.model import Box, Deck, Placeholder, Role, Slide, Table, TextBox
from reports.deck.text_model import Body, Paragraph

POINT = 12_700
FONTS = Path("/usr/share/fonts/truetype/liberation")


def points(width: float) -> int:
    return round(width * POINT)


@pytest.mark.parametrize(("face", "bold"), [("Regular", False), ("Bold", True)])
def test_widths_are_those_of_the_metric_compatible_font(face: str, bold: bool) -> None:
    path = FONTS / f"LiberationSans-{face}.ttf"
    if not path.exists():
        pytest.skip("Liberation Sans is not installed: apt-get install fonts-liberation")
    font = ImageFont.truetype(str(path), 2048, layout_engine=ImageFont.Layout.BASIC)
    for text in ("Año fiscal: 1.234,56 €", "Primera respuesta, mediana", "▲ 12 % – «n/d»"):
        letters = sum(font.getlength(letter) for letter in text)
        assert width_of(text, 1000, bold) == pytest.approx(letters / 2048 * 10 * POINT, abs=2)


def test_text_wraps_first() -> None:
    found = fitted("uno dos tres", points(40), 3, (1000, 900), bold=False)
    assert (found.text, found.size, found.lines) == ("uno dos tres", 1000, 2)


def test_then_it_gets_smaller() -> None:
    wide = width_of("doce meses", 1000, bold=False)
    found = fitted("doce meses", wide - 1, 1, (1000, 900), bold=False)
    assert (found.text, found.size) == ("doce meses", 900)


def test_then_it_is_cut_after_a_word() -> None:
    room = width_of("uno dos…", 900, bold=False) + 1
    found = fitted("uno dos tres cuatro", room, 1, (1000, 900), bold=False)
    assert (found.text, found.size) == ("uno dos…", 900)


def test_a_single_long_word_is_cut_inside() -> None:
    cut = shortened("Donaudampfschifffahrt", points(50), 1, 1000, bold=False)
    assert cut.startswith("Donau")
    assert cut.endswith("…")
    assert width_of(cut, 1000, bold=False) <= points(50)


def test_a_long_word_takes_several_lines_where_there_are_some() -> None:
    lines = wrapped("a" * 40, points(60), 1000, bold=False)
    assert len(lines) > 1
    assert "".join(lines) == "a" * 40


def test_ideographs_and_marks_have_a_width() -> None:
    assert width_of("北", 1000, bold=False) > width_of("a", 1000, bold=False)
    assert width_of("e\u0301", 1000, bold=False) == width_of("e", 1000, bold=False)


def deck_of(client: ClientFile) -> Deck:
    deck = compose_deck(client).deck
    assert deck is not None
    return deck


def text_height(body: Body, width: int) -> int:
    return sum(_paragraph_height(item, width - item.indent) for item in body.paragraphs)


def _paragraph_height(item: Paragraph, width: int) -> int:
    run = item.runs[0]
    lines = len(wrapped(item.text, width, run.size, run.bold))
    return height_of(lines, run.size) + (item.space_before + item.space_after) * POINT // 100


def fits(body: Body, box: Box) -> bool:
    inset = body.insets
    room = box.height - inset.top - inset.bottom
    return text_height(body, box.width - inset.left - inset.right) <= room


@pytest.mark.thorough
@pytest.mark.parametrize("client", [full_client, english_client, awkward_client])
def test_every_text_fits_its_box(client) -> None:
    for slide in deck_of(client()).slides:
        for item in slide.elements:
            if isinstance(item, TextBox):
                assert fits(item.body, item.box), (slide.name, item.name)
            if isinstance(item, Placeholder):
                place = shipped_brand().box_of(slide.layout, item.role)
                assert fits(item.body, place), (slide.name, item.role)
            if isinstance(item, Table):
                assert_table_fits(item)


def assert_table_fits(table: Table) -> None:
    assert sum(row.height for row in table.rows) == table.box.height
    for row in table.rows:
        for cell, width in zip(row.cells, table.column_widths, strict=True):
            assert fits(cell.body, Box(0, 0, width, row.height)), cell.body.text


@pytest.mark.parametrize("client", [full_client, english_client, awkward_client])
def test_exhibits_stay_on_the_page_and_off_the_footer(client) -> None:
    for slide in deck_of(client()).slides:
        if slide.name == "cover":
            continue
        for box in boxes(slide):
            assert box.left >= 0
            assert box.right <= 12_192_000
            assert box.bottom <= shipped_brand().box_of(slide.layout, Role.FOOTER).top, slide.name


def boxes(slide: Slide) -> list[Box]:
    return [item.box for item in slide.elements if hasattr(item, "box")]


@pytest.mark.parametrize("client", [full_client, awkward_client])
def test_texts_tables_and_charts_do_not_overlap(client) -> None:
    for slide in deck_of(client()).slides:
        placed = [item for item in slide.elements if isinstance(item, TextBox | Table)]
        placed += [item for item in slide.elements if hasattr(item, "plots")]
        for place, one in enumerate(placed):
            for other in placed[place + 1 :]:
                assert not overlap(one.box, other.box), (slide.name, one.name, other.name)


def overlap(one: Box, other: Box) -> bool:
    across = one.left < other.right and other.left < one.right
    return across and one.top < other.bottom and other.top < one.bottom


def test_titles_take_two_lines_at_most() -> None:
    for slide in deck_of(awkward_client()).slides:
        title = next(
            item
            for item in slide.elements
            if isinstance(item, Placeholder) and item.role is Role.TITLE
        )
        run = title.body.paragraphs[0].runs[0]
        width = shipped_brand().box_of(slide.layout, Role.TITLE).width
        most = 3 if slide.name == "cover" else 2
        assert len(wrapped(run.text, width, run.size, bold=True)) <= most
        assert slide.name == "cover" or run.size in TITLE_SIZES


def test_a_cut_leaves_no_quotation_open_and_no_ellipsis_for_a_complement() -> None:
    assert (
        _cut("Ahorro en «Paros no planificados de línea»", 32)
        == "Ahorro en «Paros no planificados…»"
    )
    assert _cut("Saved in “Unplanned stops”", 9) == "Saved…"
    whole = "Train twelve expert users among the dispatchers"
    assert without_complement("Train twelve expert users…", whole) == "Train twelve expert users"
    assert without_complement("Train twelve…", whole) == "Train twelve…"
    assert without_complement(whole, whole) == whole
