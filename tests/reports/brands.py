"""A made-up customer's template: its own colours, font, page furniture and places."""

import io
from functools import cache

from lxml import etree
from pptx import Presentation
from pptx.util import Emu

from reports.brand import APPENDIX, CONTENT, COVER, Brand, box
from reports.brand.custom import template_brand
from reports.brand.template import PAGE_HEIGHT, PAGE_WIDTH, build_template
from reports.deck.model import Box, Role

_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"


@cache
def customer_template() -> bytes:
    """Burgundy on cream, Times New Roman, a band over the title, two layouts of its own."""
    inner = {
        Role.KICKER: box(0.7, 0.2, 9.0, 0.3),
        Role.TITLE: box(0.7, 0.66, 11.9, 0.9),
        Role.FOOTER: box(0.7, 7.1, 10.4, 0.26),
        Role.PAGE: box(11.8, 7.1, 0.8, 0.26),
    }
    cover = {
        Role.KICKER: box(1.6, 0.9, 9.0, 0.4),
        Role.TITLE: box(1.6, 1.5, 10.0, 2.1),
        Role.SUBTITLE: box(1.6, 3.9, 10.0, 2.4),
        Role.FOOTER: box(1.6, 6.9, 10.0, 0.3),
    }
    layouts = {COVER: cover, CONTENT: inner, APPENDIX: inner, "Acme Photo": inner}
    made = build_template("4A1020", "9A5B13", "5B5148", "Times New Roman", layouts)
    opened = Presentation(io.BytesIO(made))
    for layout in opened.slide_layouts:
        for shape in [item for item in layout.shapes if not item.is_placeholder]:
            shape._element.getparent().remove(shape._element)
        is_cover = layout.name == COVER
        band = Box(0, 0, Emu(914_400), PAGE_HEIGHT) if is_cover else Box(0, 0, PAGE_WIDTH, 502_920)
        _add_band(layout, band)
    _paint(opened)
    saved = io.BytesIO()
    opened.save(saved)
    return saved.getvalue()


def customer_brand() -> Brand:
    return template_brand("acme.pptx", customer_template())


def _add_band(layout, place: Box) -> None:
    shape = etree.fromstring(
        f'<p:sp xmlns:p="{_P}" xmlns:a="{_A}"><p:nvSpPr><p:cNvPr id="90" name="Band"/><p:cNvSpPr/>'
        '<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="{place.left}" y="{place.top}"/><a:ext cx="{place.width}" cy="{place.height}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
        '<a:srgbClr val="F0E4D0"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )
    layout.shapes._spTree.insert(2, shape)


def _paint(opened) -> None:
    """The cover is light here: its words take the ink."""
    cover = next(layout for layout in opened.slide_layouts if layout.name == COVER)
    for fill in cover._element.iter(f"{{{_A}}}schemeClr"):
        colours = {"tx2": "bg1", "bg1": "tx2", "accent6": "accent2"}
        fill.set("val", colours.get(fill.get("val"), fill.get("val")))
