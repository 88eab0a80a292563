"""A company's own look: its template's layouts, colours and font, checked before anything runs."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportUnknownParameterType=false, reportAttributeAccessIssue=false
# python-pptx annotates part of itself and has no public way to a theme's colours.

import io
from collections.abc import Mapping
from dataclasses import replace
from zipfile import BadZipFile

from lxml import etree
from pptx import Presentation
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.parts.image import Image

from messages.clause import Clause, clause
from messages.errors import CarteraError
from reports.brand import (
    APPENDIX,
    CONTENT,
    COVER,
    Brand,
    Layout,
    Logo,
    Palette,
    inches,
    shipped_brand,
    shipped_with,
)
from reports.brand.colour import contrast, darkened, mixed
from reports.deck.model import Box, Role
from reports.deck.render.presentation import MissingLayoutError

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_NEEDED: Mapping[str, tuple[Role, ...]] = {
    COVER: (Role.TITLE, Role.KICKER, Role.SUBTITLE, Role.FOOTER),
    CONTENT: (Role.TITLE, Role.KICKER, Role.FOOTER, Role.PAGE),
    APPENDIX: (Role.TITLE, Role.KICKER, Role.FOOTER, Role.PAGE),
}
_LEAST_WIDTH, _LEAST_HEIGHT = inches(11.0), inches(4.7)
_READABLE = 4.5


class BrandFileError(CarteraError):
    """A brand file that cannot be used."""

    code = "failure-brand-file"
    exit_code = 2

    name: str
    problem: Clause


def template_brand(name: str, blob: bytes) -> Brand:
    """The look of a .pptx with Cartera's named layouts; raises MissingLayoutError, BrandFileError.

    Colours and font are its theme's: the second dark colour is the ink, the first accent the
    accent, each darkened until it can be read on white.
    """
    try:
        opened = Presentation(io.BytesIO(blob))
    except (PackageNotFoundError, BadZipFile, ValueError, KeyError) as error:
        raise BrandFileError(name, clause("brand-not-pptx")) from error
    if len(opened.slides):
        raise BrandFileError(name, clause("brand-has-slides"))
    layouts = {key: _layout(name, opened, key) for key in _NEEDED}
    colours, font = _theme(opened)
    brand = shipped_brand()
    return replace(
        brand,
        name=name,
        palette=_palette(brand.palette, colours),
        font=font or brand.font,
        layouts=layouts,
        body=_body(name, layouts[CONTENT]),
        template=blob,
    )


def coloured_brand(ink: str, accent: str, font: str) -> Brand:
    """The shipped layouts in other colours (six hex digits; empty leaves one) or another font."""
    base = shipped_brand()
    colours = {"dk2": ink or base.palette.ink, "accent1": accent or base.palette.accent}
    return shipped_with(_palette(base.palette, colours), font or base.font)


def logo_of(name: str, blob: bytes) -> Logo:
    """A PNG or JPEG with its size; raises BrandFileError."""
    try:
        image = Image.from_blob(blob)
        is_known = image.ext in ("png", "jpg")
    except (OSError, ValueError):
        is_known = False
    if not is_known:
        raise BrandFileError(name, clause("brand-logo-format"))
    width, height = Image.from_blob(blob).size
    return Logo(blob, width / height)


def _layout(name: str, opened: object, wanted: str) -> Layout:
    found = next((item for item in opened.slide_layouts if item.name == wanted), None)
    if found is None:
        raise MissingLayoutError(name, wanted)
    shapes = {shape.name: shape for shape in found.placeholders}
    boxes: dict[Role, Box] = {}
    for role in _NEEDED[wanted]:
        if role.value not in shapes:
            raise MissingLayoutError(name, wanted, role.value)
        shape = shapes[role.value]
        boxes[role] = Box(shape.left, shape.top, shape.width, shape.height)
    return Layout(wanted, boxes)


def _body(name: str, content: Layout) -> Box:
    """Between title and footer, as wide as the title."""
    title, footer = content.boxes[Role.TITLE], content.boxes[Role.FOOTER]
    top = title.bottom + inches(0.16)
    body = Box(title.left, top, title.width, footer.top - inches(0.23) - top)
    if body.width < _LEAST_WIDTH or body.height < _LEAST_HEIGHT:
        raise BrandFileError(
            name,
            clause(
                "brand-layout-too-small",
                layout=CONTENT,
                width=f"{body.width / inches(1):.1f}",
                height=f"{body.height / inches(1):.1f}",
                least_width=f"{_LEAST_WIDTH / inches(1):.1f}",
                least_height=f"{_LEAST_HEIGHT / inches(1):.1f}",
            ),
        )
    return body


def _theme(opened: object) -> tuple[dict[str, str], str]:
    """Six hex digits by the theme's names of colours, and its body font."""
    part = opened.slide_masters[0].part.part_related_by(RELATIONSHIP_TYPE.THEME)
    root = etree.fromstring(part.blob)
    colours: dict[str, str] = {}
    for entry in root.find(f".//{_DRAWING}clrScheme"):
        value = entry[0].get("lastClr") or entry[0].get("val") or ""
        colours[etree.QName(entry).localname] = value.upper()
    latin = root.find(f".//{_DRAWING}minorFont/{_DRAWING}latin")
    return colours, "" if latin is None else latin.get("typeface", "")


def _palette(base: Palette, colours: Mapping[str, str]) -> Palette:
    """Ink and accent as given; the parts of stacks are their tints."""
    ink = _readable(colours.get("dk2", base.ink), base)
    accent = _readable(colours.get("accent1", base.accent), base)
    light = mixed(accent, base.paper, 0.55)
    fills = (
        *(ink, accent, light, mixed(ink, base.paper, 0.45), mixed(accent, base.paper, 0.75)),
        *(mixed(ink, base.paper, 0.7), mixed(accent, base.paper, 0.3), base.context),
    )
    parts = tuple(_labelled(fill, ink, base.paper) for fill in fills)
    faint = mixed(accent, base.paper, 0.93)
    return replace(
        base,
        ink=ink,
        accent=accent,
        tint=mixed(accent, base.paper, 0.9),
        faint=faint,
        watermark=faint,
        parts=parts,
    )


def _labelled(fill: str, ink: str, paper: str) -> tuple[str, str]:
    """The fill and a label that can be read on it; one between both is made lighter."""
    if contrast(fill, paper) >= _READABLE:
        return fill, paper
    steps = (mixed(fill, paper, step / 10) for step in range(10))
    return next((one for one in steps if contrast(one, ink) >= _READABLE), paper), ink


def _readable(colour: str, base: Palette) -> str:
    return darkened(colour, (base.paper, base.rule), _READABLE)
