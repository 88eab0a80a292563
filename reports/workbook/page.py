"""Puts a sheet together, cell by cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from reports.workbook.formulas.address import fixed
from reports.workbook.model import (
    Area,
    Cell,
    Chart,
    ColourScale,
    Highlight,
    Pivot,
    PrintSetup,
    Scalar,
    Sheet,
    Sparkline,
    Style,
    Table,
    Validation,
)
from reports.workbook.paging import paged

Place = tuple[int, int]


@dataclass(frozen=True)
class BuiltSheet:
    """A sheet, and the names it gives to its cells."""

    sheet: Sheet
    names: Mapping[str, Area]


@dataclass
class Page:
    """A sheet in the making. Names given here hold for the whole workbook."""

    key: str
    title: str
    tab_colour: str
    widths: tuple[float, ...]
    cells: dict[tuple[int, int], Cell] = field(
        default_factory=lambda: dict[tuple[int, int], Cell]()
    )
    names: dict[str, Area] = field(default_factory=lambda: dict[str, Area]())
    heights: dict[int, float] = field(default_factory=lambda: dict[int, float]())
    merges: list[Area] = field(default_factory=lambda: list[Area]())
    validations: list[Validation] = field(default_factory=lambda: list[Validation]())
    colour_scales: list[ColourScale] = field(default_factory=lambda: list[ColourScale]())
    highlights: list[Highlight] = field(default_factory=lambda: list[Highlight]())
    charts: list[Chart] = field(default_factory=lambda: list[Chart]())
    tables: list[Table] = field(default_factory=lambda: list[Table]())
    pivots: list[Pivot] = field(default_factory=lambda: list[Pivot]())
    sparklines: list[Sparkline] = field(default_factory=lambda: list[Sparkline]())
    sections: list[int] = field(default_factory=lambda: list[int]())
    """Rows where a part begins that is better not torn from what follows."""

    def put(self, row: int, column: int, value: Scalar, style: Style) -> None:
        """A constant."""
        self.cells[row, column] = Cell(row, column, value, style)

    def formula(self, row: int, column: int, formula: str, style: Style) -> None:
        """A formula, written without its equals sign."""
        self.cells[row, column] = Cell(row, column, None, style, f"={formula}")

    def row(self, row: int, column: int, values: Sequence[Scalar], style: Style) -> None:
        """Constants beside each other."""
        for offset, value in enumerate(values):
            self.put(row, column + offset, value, style)

    def band(self, row: int, first: int, last: int, style: Style) -> None:
        """Blank cells of one look."""
        for column in range(first, last + 1):
            self.put(row, column, None, style)

    def merge(self, row: int, first: int, last: int) -> None:
        """Make one of the cells of a row, from the one already written at `first`."""
        self.merges.append(Area(row, first, row, last))

    def section(self, row: int, first: int, last: int, text: str, style: Style) -> None:
        """A heading with its rule drawn to the last column."""
        self.band(row, first, last, style)
        self.put(row, first, text, style)
        self.heights[row] = 20
        self.sections.append(row)

    def name(self, name: str, row: int, column: int, width: int = 1, height: int = 1) -> None:
        """A defined name for cells."""
        self.names[name] = Area(row, column, row + height - 1, column + width - 1)

    def here(self, row: int, column: int) -> str:
        """A cell of this sheet, absolute."""
        return fixed(row, column)

    def restyle(self, row: int, column: int, style: Style) -> None:
        """Another look for a cell already written."""
        self.cells[row, column] = replace(self.cells[row, column], style=style)

    def built(
        self,
        setup: PrintSetup,
        frozen: tuple[int, int] = (0, 0),
        is_protected: bool = True,
    ) -> BuiltSheet:
        """The sheet as it stands; `frozen` are the rows and columns that stay in view."""
        sheet = Sheet(
            key=self.key,
            title=self.title,
            tab_colour=self.tab_colour,
            column_widths=self.widths,
            cells=tuple(self.cells[place] for place in sorted(self.cells)),
            print_setup=paged(setup, self.widths, self.heights, self.sections),
            row_heights=dict(sorted(self.heights.items())),
            merges=tuple(self.merges),
            validations=tuple(self.validations),
            colour_scales=tuple(self.colour_scales),
            highlights=tuple(self.highlights),
            charts=tuple(self.charts),
            tables=tuple(self.tables),
            pivots=tuple(self.pivots),
            sparklines=tuple(self.sparklines),
            frozen_rows=frozen[0],
            frozen_columns=frozen[1],
            is_protected=is_protected,
        )
        return BuiltSheet(sheet, self.names)
