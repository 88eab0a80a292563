"""A company's own template: what it keeps, what it must have, and how it is refused."""

import io

import pptx
import pytest
from brands import customer_brand, customer_template
from clients import full_client
from pptx.opc.constants import RELATIONSHIP_TYPE

from reports.brand import CONTENT, shipped_brand
from reports.brand.colour import contrast
from reports.brand.custom import BrandFileError, coloured_brand, logo_of, template_brand
from reports.deck.compose import compose_deck
from reports.deck.render.deck import MissingLayoutError, render_deck


def changed(change) -> bytes:
    """The template after a change."""
    opened = pptx.Presentation(io.BytesIO(customer_template()))
    change(opened)
    saved = io.BytesIO()
    opened.save(saved)
    return saved.getvalue()


def layout_of(opened, name: str):
    return next(item for item in opened.slide_layouts if item.name == name)


@pytest.mark.thorough
def test_a_deck_keeps_the_layouts_and_the_furniture_of_the_template() -> None:
    deck = compose_deck(full_client(), customer_brand()).deck
    assert deck is not None
    opened = pptx.Presentation(io.BytesIO(render_deck(deck)))
    assert "Acme Photo" in {layout.name for layout in opened.slide_layouts}
    assert "Band" in {shape.name for shape in layout_of(opened, CONTENT).shapes}
    title = opened.slides[1].shapes.title
    assert (title.left, title.top) == (640_080, 603_504)


def test_colours_come_from_the_theme_and_can_be_read() -> None:
    palette = customer_brand().palette
    assert palette.ink == "4A1020"
    assert contrast(palette.accent, palette.paper) >= 4.5
    pale = coloured_brand("FFE0E0", "FFFF00", "").palette
    assert contrast(pale.ink, pale.paper) >= 4.5
    assert contrast(pale.accent, pale.faint) >= 4.5


def test_a_font_of_any_name_is_the_themes() -> None:
    blob = coloured_brand("", "", 'Smith & "Sons" <1>').template
    master = pptx.Presentation(io.BytesIO(blob)).slide_masters[0].part
    theme = master.part_related_by(RELATIONSHIP_TYPE.THEME).blob.decode()
    assert theme.count('typeface="Smith &amp; &quot;Sons&quot; &lt;1&gt;"') == 4


def test_a_missing_layout_is_named() -> None:
    blob = changed(lambda opened: setattr(layout_of(opened, CONTENT)._element.cSld, "name", "X"))
    with pytest.raises(MissingLayoutError, match=r"acme\.pptx: layout 'Cartera Content'") as told:
        template_brand("acme.pptx", blob)
    assert told.value.exit_code == 2


def test_a_missing_placeholder_is_named() -> None:
    def rename(opened) -> None:
        shapes = layout_of(opened, CONTENT).placeholders
        next(shape for shape in shapes if shape.name == "Footer").name = "Pie"

    with pytest.raises(MissingLayoutError, match="placeholder 'Footer' in layout"):
        template_brand("acme.pptx", changed(rename))


def test_a_template_with_slides_is_refused() -> None:
    blob = changed(lambda opened: opened.slides.add_slide(opened.slide_layouts[0]))
    with pytest.raises(BrandFileError, match="it has slides: delete them and keep"):
        template_brand("acme.pptx", blob)


def test_too_little_room_for_exhibits_is_told_in_inches() -> None:
    def shrink(opened) -> None:
        shapes = layout_of(opened, CONTENT).placeholders
        next(shape for shape in shapes if shape.name == "Footer").top = 4_000_000

    with pytest.raises(BrandFileError, match=r"leaves 11\.9 by 2\.4 inches"):
        template_brand("acme.pptx", changed(shrink))


@pytest.mark.parametrize("blob", [b"", b"no zip", b"PK\x03\x04"])
def test_a_file_that_is_no_presentation_is_refused(blob: bytes) -> None:
    with pytest.raises(BrandFileError, match="no PowerPoint presentation"):
        template_brand("acme.pptx", blob)
    with pytest.raises(BrandFileError, match="neither PNG nor JPEG"):
        logo_of("logo.svg", blob)


def test_the_shipped_template_has_no_layout_that_decks_do_not_use() -> None:
    deck = compose_deck(full_client()).deck
    assert deck is not None
    opened = pptx.Presentation(io.BytesIO(shipped_brand().template))
    used = {slide.layout for slide in deck.slides}
    assert {layout.name for layout in opened.slide_layouts} == used
