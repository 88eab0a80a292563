"""How decks look: colours, where a layout's placeholders stand, and the template itself.

Layouts and placeholders are known by name. The shipped template is made by code; a company's
own is another `Brand` with its file and the boxes read from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from reports.brand.template import build_template
from reports.deck.model import Box, Role

EMU_PER_INCH = 914_400


def inches(value: float) -> int:
    """EMU of a length in inches."""
    return round(value * EMU_PER_INCH)


def box(left: float, top: float, width: float, height: float) -> Box:
    """A box given in inches."""
    return Box(inches(left), inches(top), inches(width), inches(height))


@dataclass(frozen=True)
class Palette:
    """One accent, greys for context, and two colours that mean something.

    Every text colour keeps at least 4.5 : 1 on white and on `faint`.
    """

    ink: str = "0E2A47"
    accent: str = "2456C7"
    tint: str = "E9EFFB"
    """The accent's, behind the row that matters."""
    muted: str = "566273"
    context: str = "A9B4C2"
    context_line: str = "8491A1"
    track: str = "E6EAF0"
    """What bars lie on."""
    faint: str = "F4F6F9"
    rule: str = "D8DEE6"
    good: str = "1A7555"
    bad: str = "B3372B"
    bad_tint: str = "FBEEEC"
    warning: str = "8F5600"
    paper: str = "FFFFFF"
    on_dark: str = "C9D6EA"
    watermark: str = "EFF2F6"
    parts: tuple[tuple[str, str], ...] = (
        ("0E2A47", "FFFFFF"),
        ("2456C7", "FFFFFF"),
        ("1F7A6E", "FFFFFF"),
        ("7FA3D1", "0E2A47"),
        ("C39A4B", "0E2A47"),
        ("8A5A9E", "FFFFFF"),
        ("D98C7A", "0E2A47"),
        ("A9B4C2", "0E2A47"),
    )
    """Fill and label colour of the parts of a stack; the last is that of the smaller ones
    together."""
    ages: tuple[str, ...] = ("A9B4C2", "F2C6B4", "E39A7E", "C8603F", "8C2A16")
    """Fills of what is owed, from not due to long overdue: darker is older."""


@dataclass(frozen=True)
class Layout:
    """A named layout of the template: a box for each of its placeholders."""

    name: str
    boxes: Mapping[Role, Box]


COVER = "Cartera Cover"
CONTENT = "Cartera Content"
APPENDIX = "Cartera Appendix"


@dataclass(frozen=True)
class Logo:
    """A PNG or JPEG, and its width over its height."""

    blob: bytes = field(repr=False)
    ratio: float

    def within(self, place: Box) -> Box:
        """The largest box of the logo's shape at the upper right of a place."""
        height = min(place.height, round(place.width / self.ratio))
        width = round(height * self.ratio)
        return Box(place.right - width, place.top, width, height)


@dataclass(frozen=True)
class Brand:
    """What a deck looks like. `template` is the .pptx file that holds the layouts."""

    name: str
    palette: Palette
    font: str
    layouts: Mapping[str, Layout]
    body: Box
    """Where exhibits may stand on a content slide."""
    template: bytes = field(repr=False)
    confidentiality: Mapping[str, str] = field(default_factory=dict[str, str])
    """The company's own line for the footer by language; the shipped words where it has none."""
    footer: str = ""
    """Stands at the foot of every slide, after the confidentiality line."""
    logo: Logo | None = None

    def box_of(self, layout: str, role: Role) -> Box:
        """Where a placeholder stands."""
        return self.layouts[layout].boxes[role]


def _inner(name: str) -> Layout:
    return Layout(
        name,
        {
            Role.KICKER: box(0.625, 0.15, 12.083, 0.28),
            Role.TITLE: box(0.625, 0.56, 12.083, 0.8),
            Role.FOOTER: box(0.625, 7.13, 11.2, 0.24),
            Role.PAGE: box(11.908, 7.13, 0.8, 0.24),
        },
    )


def _cover() -> Layout:
    return Layout(
        COVER,
        {
            Role.KICKER: box(0.9, 0.7, 6.6, 0.34),
            Role.TITLE: box(0.9, 1.3, 6.6, 2.0),
            Role.SUBTITLE: box(0.9, 3.5, 6.6, 3.0),
            Role.FOOTER: box(0.9, 6.85, 8.2, 0.3),
        },
    )


@cache
def shipped_brand() -> Brand:
    """The brand that comes with Cartera: Arial, navy and blue."""
    return shipped_with(Palette(), "Arial")


def shipped_with(palette: Palette, font: str) -> Brand:
    """The layouts that come with Cartera, in these colours and this font."""
    layouts = {layout.name: layout for layout in (_cover(), _inner(CONTENT), _inner(APPENDIX))}
    boxes = {name: layout.boxes for name, layout in layouts.items()}
    return Brand(
        name="cartera",
        palette=palette,
        font=font,
        layouts=layouts,
        body=box(0.625, 1.52, 12.083, 5.4),
        template=build_template(palette.ink, palette.accent, palette.muted, font, boxes),
    )
