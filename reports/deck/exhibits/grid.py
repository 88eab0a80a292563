"""Twelve columns: where things stand on a page, said in columns instead of lengths."""

from dataclasses import dataclass

from reports.brand import inches
from reports.deck.model import Box

COLUMNS = 12
GUTTER = inches(0.208)


@dataclass(frozen=True)
class Grid:
    """The columns of an area, with a gutter between every two."""

    area: Box

    def span(self, first: int, count: int, top: int, height: int) -> Box:
        """`count` columns from the `first` one on, which is 1 at the left edge.

        >>> Grid(Box(0, 0, inches(12.0), inches(5))).span(1, 12, 0, 10).right == inches(12.0)
        True
        """
        left = self._edge(first - 1)
        return Box(left, top, self._edge(first - 1 + count) - GUTTER - left, height)

    def down(self, first: int, count: int, top: int = 0) -> Box:
        """The same columns from `top` EMU under the area's own top to its bottom."""
        return self.span(first, count, self.area.top + top, self.area.height - top)

    def thirds(self, top: int, height: int) -> tuple[Box, Box, Box]:
        """A row of three cards."""
        one, two, three = (self.span(first, 4, top, height) for first in (1, 5, 9))
        return one, two, three

    def _edge(self, column: int) -> int:
        """Where a column begins; the twelfth ends a gutter before where a thirteenth would."""
        return self.area.left + (self.area.width + GUTTER) * column // COLUMNS
