"""A deck as it will be written: every word placed, every colour, size and format chosen.

Positions and sizes are EMU (914,400 an inch), type sizes hundredths of a point, colours six
hex digits. Renderers turn this into bytes and decide nothing: what a reader sees differently
is different here first.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from reports.deck.text_model import Align, Body, Run


@dataclass(frozen=True)
class Box:
    """Where something stands."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def bottom(self) -> int:
        return self.top + self.height


class Role(StrEnum):
    """A layout's placeholder, by the name it must have there."""

    TITLE = "Title"
    KICKER = "Kicker"
    SUBTITLE = "Subtitle"
    FOOTER = "Footer"
    PAGE = "Page"


@dataclass(frozen=True)
class Placeholder:
    """Text in one of the layout's placeholders; it stands where the layout says."""

    role: Role
    body: Body


@dataclass(frozen=True)
class PageNumber:
    """The page's number as a live field, in the layout's placeholder."""

    run: Run
    align: Align = Align.RIGHT


class Geometry(StrEnum):
    """The outline of a shape."""

    RECTANGLE = "rect"
    ROUNDED = "roundRect"
    ELLIPSE = "ellipse"
    DIAMOND = "diamond"
    LINE = "line"


@dataclass(frozen=True)
class Stroke:
    """A line; `dash` is DrawingML's name for the pattern."""

    colour: str
    width: int
    dash: str = "solid"


@dataclass(frozen=True)
class TextBox:
    """Text on the page: a paragraph, a heading, a tile or a call-out."""

    name: str
    box: Box
    body: Body
    geometry: Geometry = Geometry.RECTANGLE
    fill: str | None = None
    stroke: Stroke | None = None
    alt_text: str = ""
    link: str = ""
    """Name of the slide, or of the place on one, that a click leads to; empty for none."""


@dataclass(frozen=True)
class PageLink:
    """ "p. 4 →": where another slide stands. Only the whole deck knows its number, so
    `exhibits.tracker` makes a text box of it, or nothing where the slide was left out."""

    slide: str
    box: Box
    colour: str
    fill: str | None = None
    shows: str = ""
    """Words that the page it names must hold: it leads to the first that does, those of its slide
    before others, and to none where no other page does. Empty for any page of its slide."""


@dataclass(frozen=True)
class Shape:
    """A decoration: it says nothing, and screen readers pass over it."""

    name: str
    box: Box
    geometry: Geometry = Geometry.RECTANGLE
    fill: str | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True)
class Path:
    """An open line through points of a box, each given as shares of its width and height from
    the upper left: a sparkline. It says nothing, and screen readers pass over it."""

    name: str
    box: Box
    points: tuple[tuple[float, float], ...]
    stroke: Stroke


@dataclass(frozen=True)
class Watermark:
    """Large faint words behind everything else; screen readers pass over them.

    `angle` is degrees clockwise.
    """

    name: str
    box: Box
    run: Run
    angle: int


@dataclass(frozen=True)
class Picture:
    """A PNG or JPEG."""

    name: str
    box: Box
    blob: bytes = field(repr=False)
    alt_text: str = ""


@dataclass(frozen=True)
class Cell:
    """One cell of a table."""

    body: Body
    fill: str | None = None
    bottom: Stroke | None = None


@dataclass(frozen=True)
class TableRow:
    """A table's row; the height is what its text was measured to need."""

    height: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A table whose first row is its header."""

    name: str
    box: Box
    alt_text: str
    column_widths: tuple[int, ...]
    rows: tuple[TableRow, ...]


class PlotKind(StrEnum):
    """How a series is drawn."""

    COLUMN = "col"
    BAR = "bar"
    LINE = "line"


class Grouping(StrEnum):
    """How series of one plot share a category."""

    CLUSTERED = "clustered"
    STACKED = "stacked"
    STANDARD = "standard"


class LabelPlace(StrEnum):
    """Where a value's label stands."""

    OUTSIDE = "outEnd"
    BASE = "inBase"
    INSIDE = "inEnd"
    CENTRE = "ctr"
    ABOVE = "t"
    BELOW = "b"
    RIGHT = "r"


@dataclass(frozen=True)
class Labels:
    """Values printed at their marks."""

    format_code: str
    place: LabelPlace
    size: int
    colour: str
    bold: bool = False


@dataclass(frozen=True)
class Marker:
    """The mark of a line's point."""

    symbol: str
    size: int
    colour: str


@dataclass(frozen=True)
class PointStyle:
    """One point that looks or is labelled otherwise than its series."""

    index: int
    fill: str | None = None
    labels: Labels | None = None
    marker: Marker | None = None


@dataclass(frozen=True)
class Series:
    """One series; None is a gap. `fill` None draws no area (the base of a waterfall)."""

    name: str
    values: tuple[float | None, ...]
    format_code: str
    fill: str | None = None
    stroke: Stroke | None = None
    marker: Marker | None = None
    labels: Labels | None = None
    points: tuple[PointStyle, ...] = ()
    in_legend: bool = True


@dataclass(frozen=True)
class Plot:
    """Series drawn the same way. All plots share one scale; a plot on the second axes has it
    again, so that its bars lie on those of the others: the measure of a bullet on its band."""

    kind: PlotKind
    grouping: Grouping
    series: tuple[Series, ...]
    gap_width: int = 60
    overlap: int = 0
    on_second_axes: bool = False


@dataclass(frozen=True)
class AxisStyle:
    """An axis. Without `visible` its scale still holds."""

    visible: bool
    format_code: str
    size: int
    colour: str
    line: Stroke | None = None
    gridlines: Stroke | None = None
    minimum: float | None = None
    maximum: float | None = None
    step: float | None = None
    """Between grid lines; None leaves it to the reader."""
    reversed: bool = False

    def from_below(self) -> "AxisStyle":
        """The same scale where values fall under zero."""
        return replace(self, minimum=None)


@dataclass(frozen=True)
class Legend:
    """Names of the series; `place` is t, b, l or r."""

    place: str
    size: int
    colour: str


@dataclass(frozen=True)
class Chart:
    """A native chart with the workbook it is edited in. Plots share the scales."""

    name: str
    box: Box
    alt_text: str
    categories: tuple[str, ...]
    plots: tuple[Plot, ...]
    category_axis: AxisStyle
    value_axis: AxisStyle
    sheet_name: str
    legend: Legend | None = None


Element = (
    Placeholder
    | PageNumber
    | TextBox
    | PageLink
    | Shape
    | Path
    | Watermark
    | Picture
    | Table
    | Chart
)


@dataclass(frozen=True)
class Figure:
    """A number that wording prints, and where it comes from.

    `kpi` and `period` name a value of the KPI store, and `part` which number of it; or
    `table` names what was counted: a canonical table, or `policy`.
    """

    text: str
    number: float
    kpi: str = ""
    period: str = ""
    part: str = "value"
    """value, numerator, denominator, missed (denominator − numerator), share of the
    open balance, or growth on `base` and change from it."""
    base: str = ""
    """The period that a growth is measured from."""
    table: str = ""


@dataclass(frozen=True)
class Slide:
    """One slide in reading order. `rule` is the wording its title was derived by."""

    name: str
    layout: str
    title: str
    rule: str
    figures: tuple[Figure, ...]
    elements: tuple[Element, ...]
    notes: tuple[str, ...]
    parts: tuple["Slide", ...] = ()
    """Slides of other subjects whose exhibits stand on this page under its own."""
    anchors: tuple[str, ...] = ()
    """Names of what stands on this page of several about one subject, such as `decisions.8`."""

    @property
    def places(self) -> tuple[str, ...]:
        """Names that links lead to this page by."""
        return (*self.subjects, *self.anchors)

    @property
    def subjects(self) -> tuple[str, ...]:
        """Names of all that the page is about."""
        return (self.name, *(part.name for part in self.parts))


@dataclass(frozen=True)
class Template:
    """The .pptx file whose named layouts a deck is laid out on."""

    name: str
    blob: bytes = field(repr=False)


@dataclass(frozen=True)
class Deck:
    """A presentation. `language` is the BCP-47 tag that every run carries."""

    title: str
    subject: str
    author: str
    language: str
    created: date
    template: Template
    slides: tuple[Slide, ...]
