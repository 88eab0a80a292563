"""A workbook as it will be written: every value, formula, format and width already chosen.

The renderer turns this into bytes and decides nothing. Rows and columns count from 0.
Formulas have English function names and commas, begin with `=`, and carry their value.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Scalar = str | int | float | bool | date | None


@dataclass(frozen=True)
class Style:
    """How a cell looks. Colours are six hex digits with `#`; empty means none."""

    size: float = 10
    bold: bool = False
    italic: bool = False
    colour: str = "#1F2933"
    fill: str = ""
    number_format: str = ""
    align: str = ""
    vertical: str = "vcenter"
    wrap: bool = False
    indent: int = 0
    top: str = ""
    bottom: str = ""
    """Colours of thin lines above and below."""
    box: str = ""
    """Colour of a thin line all around."""
    is_unlocked: bool = False


@dataclass(frozen=True)
class Cell:
    """One cell: a constant, or a formula with the value it has."""

    row: int
    column: int
    value: Scalar
    style: Style
    formula: str = ""


@dataclass(frozen=True)
class Area:
    """A rectangle of cells, ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


class InputKind(StrEnum):
    """What may be typed into an input cell."""

    CHOICE = "list"
    DECIMAL = "decimal"
    WHOLE = "integer"


@dataclass(frozen=True)
class Validation:
    """What a cell accepts, and what it says."""

    area: Area
    kind: InputKind
    prompt_title: str
    prompt: str
    error_title: str
    error: str
    minimum: float = 0.0
    maximum: float = 0.0
    source: str = ""
    """Formula of the list of choices."""


@dataclass(frozen=True)
class ColourScale:
    """Three colours from low to high."""

    area: Area
    low: str
    middle: str
    high: str


@dataclass(frozen=True)
class Highlight:
    """A look for the cells where the formula, written for the area's first cell, holds."""

    area: Area
    formula: str
    colour: str = ""
    fill: str = ""
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Reference:
    """Cells of a sheet, by its key."""

    sheet: str
    area: Area


class ChartKind(StrEnum):
    """How series are drawn."""

    COLUMN = "column"
    STACKED = "stacked"
    BAR = "bar"


@dataclass(frozen=True)
class Series:
    """One series. `point_colours` overrides the colour point by point."""

    name: str
    categories: Reference
    values: Reference
    colour: str
    """Empty draws nothing: the unseen base of a waterfall."""
    point_colours: tuple[str, ...] = ()
    label_format: str = ""
    """Number format of data labels; empty for none."""
    label_colour: str = "#1F2933"
    label_position: str = ""


@dataclass(frozen=True)
class Chart:
    """A native chart, anchored at a cell. Sizes in pixels."""

    kind: ChartKind
    row: int
    column: int
    width: int
    height: int
    series: tuple[Series, ...]
    title: str
    alt_text: str
    axis_format: str
    category_format: str = ""
    gap: int = 60
    is_value_axis_shown: bool = False
    plot_area: tuple[float, float, float, float] | None = None
    """Left, top, width and height as shares of the chart; None leaves it to the reader."""
    value_minimum: float | None = None
    is_reversed: bool = False
    """First category on top, for bars."""
    has_legend: bool = False
    """Below the chart, where several series need telling apart."""


@dataclass(frozen=True)
class Table:
    """An Excel table over cells that are there; headers repeat the header cells' text."""

    name: str
    area: Area
    headers: tuple[str, ...]
    style: str = "Table Style Light 1"


@dataclass(frozen=True)
class PivotField:
    """A column of the source table on one axis of a pivot, with its values in order."""

    column: int
    """Of the table, counted from 0."""
    items: tuple[str, ...]


@dataclass(frozen=True)
class Pivot:
    """A native pivot table over a table of the workbook; its cells are there already.

    `area` runs from the caption of the data to the row of totals below the last item; the filters
    stand above it, a row left free between. No column of totals: columns may be of different
    currencies.
    """

    name: str
    table: str
    area: Area
    rows: PivotField
    columns: PivotField
    filters: tuple[PivotField, ...]
    data_column: int
    data_caption: str
    decimals: int


@dataclass(frozen=True)
class Sparkline:
    """A small line in one cell, over cells of the same sheet."""

    row: int
    column: int
    area: Area
    colour: str


@dataclass(frozen=True)
class PrintSetup:
    """How a sheet prints: A4, fit to one page across."""

    is_landscape: bool
    area: Area
    footer: str
    pages_tall: int = 1
    """0 lets it run over as many pages as it needs."""
    repeated_rows: tuple[int, int] | None = None
    scale: int = 0
    """Per cent; 0 fits the width. Excel heeds page breaks only where a scale is set."""
    breaks: tuple[int, ...] = ()
    """Rows that begin a page."""


@dataclass(frozen=True)
class Sheet:
    """One sheet. `key` is the same in every language, `title` is what people read."""

    key: str
    title: str
    tab_colour: str
    column_widths: tuple[float, ...]
    cells: tuple[Cell, ...]
    print_setup: PrintSetup
    row_heights: Mapping[int, float] = field(default_factory=lambda: dict[int, float]())
    merges: tuple[Area, ...] = ()
    validations: tuple[Validation, ...] = ()
    colour_scales: tuple[ColourScale, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()
    pivots: tuple[Pivot, ...] = ()
    sparklines: tuple[Sparkline, ...] = ()
    frozen_rows: int = 0
    frozen_columns: int = 0
    is_protected: bool = True


@dataclass(frozen=True)
class DocumentProperties:
    """What the file says about itself."""

    title: str
    subject: str
    author: str
    created: date


@dataclass(frozen=True)
class Workbook:
    """Sheets in order, and the names their formulas use."""

    sheets: tuple[Sheet, ...]
    names: Mapping[str, Reference]
    properties: DocumentProperties
    locale: str

    def sheet(self, key: str) -> Sheet:
        """The sheet of this key; raises KeyError where there is none."""
        for sheet in self.sheets:
            if sheet.key == key:
                return sheet
        raise KeyError(key)
