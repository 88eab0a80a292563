"""Tables on slides: rows as high as their measured text, and as many pages as they need."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from reports.brand import inches
from reports.deck.exhibits.frame import tone_colour
from reports.deck.exhibits.signs import signed
from reports.deck.exhibits.text_fit import Fitted, fitted, width_of
from reports.deck.model import Box, Cell, Stroke, Table, TableRow
from reports.deck.slide_context import SlideContext, Tone
from reports.deck.text_model import Align, Anchor, Body, Insets, Paragraph, Run

HEAD_SIZES = (1100,)
SIDE = inches(0.08)
_ROOF = inches(0.05)
_SLACK = inches(0.02)
"""What a word that just fits needs beside its width: programs round widths to their own units."""
_WIDE = 0.9
_FEWEST = 2
_AIRY_ROW = inches(0.72)


@dataclass(frozen=True)
class Density:
    """How much room rows take: type sizes, space over and under the text, least height."""

    sizes: tuple[int, ...]
    roof: int
    least: int


DENSITIES = (
    Density((1400, 1200), inches(0.12), inches(0.56)),
    Density((1200,), inches(0.085), inches(0.44)),
    Density((1200, 1100), inches(0.055), inches(0.36)),
)
"""Roomiest first; the last holds where a table needs several pages."""

FEW_ROWS = (
    Density((1400,), inches(0.24), inches(0.95)),
    Density((1400,), inches(0.18), inches(0.74)),
)
"""Of tables over the whole width with so little in them that they would leave a page empty."""

SMALL_PRINT = (DENSITIES[-1], Density((1100,), inches(0.02), inches(0.26)))
"""Of tables for reference, which nobody presents."""


@dataclass(frozen=True)
class ColumnPlan:
    """One column: its heading, its share of the width, and where its text stands."""

    heading: str
    share: float
    align: Align = Align.LEFT


@dataclass(frozen=True)
class Entry:
    """A cell's text; with a tone it is a state, told by word and colour."""

    text: str
    tone: Tone | None = None
    bold: bool = False


Row = Sequence[Entry]


@dataclass(frozen=True)
class TablePlan:
    """A table before it is cut into pages."""

    name: str
    alt_text: str
    columns: tuple[ColumnPlan, ...]
    rows: tuple[Row, ...]
    densities: tuple[Density, ...] = DENSITIES
    tinted: tuple[int, ...] = ()
    """Places of the rows that matter most."""
    lines: int = 3
    """The most that a cell may take."""
    kept: int | None = None
    """The place of the row that is shown whatever else is left out."""


def tables(
    context: SlideContext, plan: TablePlan, area: Box, first_top: int | None = None
) -> tuple[Table, ...]:
    """The table in as many pieces as `area` needs; the first may start lower, at `first_top`."""
    widths = _widths(plan, area.width)
    head = _head_row(context, plan, widths)
    room = area.bottom - (area.top if first_top is None else first_top) - head.height
    is_wide = plan.densities == DENSITIES and area.width >= _WIDE * context.brand.body.width
    rows = _large_rows(context, plan, widths, room) if is_wide else []
    rows = rows or _rows(context, plan, widths, room)
    pages = _balanced(rows, room, area.height - head.height)
    if len(pages) == 1:
        pages = [_airy(pages[0], room)]
    tops = [area.top if first_top is None else first_top] + [area.top] * (len(pages) - 1)
    return tuple(
        _table(plan, widths, (head, *page), area, top)
        for page, top in zip(pages, tops, strict=True)
    )


def tables_over(
    context: SlideContext, plan: TablePlan, area: Box, foot: int, fills_a_page: bool
) -> tuple[tuple[Table, ...], bool]:
    """The table in small print on as few pages as it needs, and whether so much room is left
    under its last piece: one that fits on a page is whole where its foot fills the next; else it
    is split so that pages are filled alike."""
    widths = _widths(plan, area.width)
    head = _head_row(context, plan, widths)
    rows, room = _rows_at(context, plan, widths, plan.densities[-1]), area.height - head.height
    heights = [row.height for row in rows]
    pages, shares = _paged(rows, room, room), False
    if sum(heights) + foot <= room:
        pages, shares = [rows], True
    elif fills_a_page and sum(heights) <= room:
        pages = [rows]
    elif cuts := [
        (abs(sum(heights[:cut]) - sum(heights[cut:]) - foot), cut)
        for cut in range(1, len(rows))
        if sum(heights[:cut]) <= room and sum(heights[cut:]) + foot <= room
    ]:
        cut = min(cuts)[1]
        pages, shares = [list(rows[:cut]), list(rows[cut:])], True
    pieces = tuple(_table(plan, widths, (head, *page), area, area.top) for page in pages)
    return pieces, shares


def _airy(rows: Sequence[TableRow], room: int) -> list[TableRow]:
    """Rows of a short table share what it leaves of the page, each up to a height that still
    reads as a row."""
    spare = max(room - sum(row.height for row in rows), 0) // max(len(rows), 1)
    return [
        replace(row, height=max(row.height, min(row.height + spare, _AIRY_ROW))) for row in rows
    ]


def whole_table(context: SlideContext, plan: TablePlan, area: Box) -> tuple[Table, ...]:
    """The table on one page, in small print where nothing else keeps all of its rows there.

    Where even that is too much, its last line tells how many more there are.
    """
    small = in_small_print(plan)
    shorter = (_cut(context, small, shown) for shown in range(len(plan.rows) - 1, 0, -1))
    for candidate in chain((plan, small), shorter):
        pieces = tables(context, candidate, area)
        if len(pieces) == 1:
            return pieces
    return ()


def in_small_print(plan: TablePlan) -> TablePlan:
    """The table, its rows as low as they can be where it would not stand on one page otherwise."""
    return replace(plan, densities=(*plan.densities, SMALL_PRINT[-1]))


def _cut(context: SlideContext, plan: TablePlan, shown: int) -> TablePlan:
    """The first rows and how many more there are; the one to keep takes the last place."""
    more = Entry(context.words.count("fee.more", len(plan.rows) - shown))
    rest, first = (Entry(""),) * (len(plan.columns) - 1), plan.rows[:shown]
    if plan.kept is not None and plan.kept >= shown:
        first = (*first[:-1], plan.rows[plan.kept])
    return replace(plan, rows=(*first, (more, *rest)))


def _balanced(rows: Sequence[TableRow], first: int, others: int) -> list[list[TableRow]]:
    """As few pages as possible, none nearly empty: the rows are spread over them."""
    fewest = _paged(rows, first, others)
    for share in range(60, 100, 5):
        pages = _paged(rows, first * share // 100, others * share // 100)
        if len(pages) == len(fewest) > 1:
            return pages
    return fewest


def _paged(rows: Sequence[TableRow], first: int, others: int) -> list[list[TableRow]]:
    pages: list[list[TableRow]] = [[]]
    room = first
    for row in rows:
        if pages[-1] and sum(item.height for item in pages[-1]) + row.height > room:
            pages.append([])
            room = others
        pages[-1].append(row)
    return pages


def _rows(
    context: SlideContext, plan: TablePlan, widths: tuple[int, ...], room: int
) -> list[TableRow]:
    """The rows at the roomiest density that keeps them on one page, else at the tightest."""
    rows: list[TableRow] = []
    for density in plan.densities:
        rows = _rows_at(context, plan, widths, density)
        if sum(row.height for row in rows) <= room:
            break
    return rows


def _large_rows(
    context: SlideContext, plan: TablePlan, widths: tuple[int, ...], room: int
) -> list[TableRow]:
    """The rows with much room; none where they would not stand whole on one page."""
    for density in FEW_ROWS if len(plan.rows) <= _FEWEST else FEW_ROWS[1:]:
        if not _words_fit(plan, widths, density.sizes[0]):
            continue
        rows = _rows_at(context, plan, widths, density)
        said = [tuple(_marked(entry) for entry in row) for row in plan.rows]
        is_whole = said == [tuple(cell.body.text for cell in row.cells) for row in rows]
        if is_whole and sum(row.height for row in rows) <= room:
            return rows
    return []


def _words_fit(plan: TablePlan, widths: tuple[int, ...], size: int) -> bool:
    pairs = zip(_least_widths(plan, size), widths, strict=True)
    return all(least <= width for least, width in pairs)


def _table(
    plan: TablePlan, widths: tuple[int, ...], rows: tuple[TableRow, ...], area: Box, top: int
) -> Table:
    height = sum(row.height for row in rows)
    place = Box(area.left, top, sum(widths), height)
    return Table(plan.name, place, plan.alt_text, widths, rows)


def _widths(plan: TablePlan, width: int) -> tuple[int, ...]:
    """By the columns' shares; one whose longest word would be cut takes from those with room.

    Where the words of the largest type take more than there is, those of a smaller are kept.
    """
    total = sum(column.share for column in plan.columns)
    shares = [int(width * column.share / total) for column in plan.columns]
    for size in sorted({size for density in plan.densities for size in density.sizes})[::-1]:
        least = _least_widths(plan, size)
        if sum(least) <= sum(shares):
            return _evened(shares, least)
    # A word without an end is cut whatever its width: headings are not.
    heads = [2 * SIDE + _SLACK + _longest(column) for column in plan.columns]
    return _evened(shares, heads) if sum(heads) <= sum(shares) else tuple(shares)


def _longest(column: ColumnPlan) -> int:
    """The width of the longest word of a heading."""
    return max(width_of(word, HEAD_SIZES[0], bold=True) for word in column.heading.split(" "))


def _evened(shares: list[int], least: list[int]) -> tuple[int, ...]:
    """The shares, where those below their least take what lacks from those above."""
    spare = [share - needed for share, needed in zip(shares, least, strict=True)]
    lacking, room = -sum(min(item, 0) for item in spare), sum(max(item, 0) for item in spare)
    return tuple(
        share - (lacking * item // room if item > 0 else item)
        for share, item in zip(shares, spare, strict=True)
    )


def _least_widths(plan: TablePlan, size: int) -> list[int]:
    """What each column's longest word takes, at a size; a heading has its own."""
    return [
        2 * SIDE
        + _SLACK
        + max(
            _longest(column),
            *(
                width_of(word, size, _is_bold(row[place]))
                for row in plan.rows
                for word in _marked(row[place]).split(" ")
            ),
            0,
        )
        for place, column in enumerate(plan.columns)
    ]


def _head_row(context: SlideContext, plan: TablePlan, widths: tuple[int, ...]) -> TableRow:
    palette = context.brand.palette
    found = [
        fitted(column.heading, width - 2 * SIDE, 2, HEAD_SIZES, bold=True)
        for column, width in zip(plan.columns, widths, strict=True)
    ]
    rule = Stroke(palette.ink, 12_700)
    cells = tuple(
        _cell(text, palette.muted, True, column.align, None, rule, Anchor.BOTTOM)
        for text, column in zip(found, plan.columns, strict=True)
    )
    return TableRow(_height(found, DENSITIES[-1]), cells)


def _rows_at(
    context: SlideContext, plan: TablePlan, widths: tuple[int, ...], density: Density
) -> list[TableRow]:
    """All rows in one size of type: the largest that cuts none of their texts."""
    tint = context.brand.palette.tint
    size = next((size for size in density.sizes if _is_whole(plan, widths, size)), None)
    one_size = density if size is None else replace(density, sizes=(size,))
    return [
        _row(context, plan, row, widths, one_size, tint if place in plan.tinted else None)
        for place, row in enumerate(plan.rows)
    ]


def _is_whole(plan: TablePlan, widths: tuple[int, ...], size: int) -> bool:
    return _words_fit(plan, widths, size) and all(
        _fitted(entry, width - 2 * SIDE, (size,), plan.lines).text == _marked(entry)
        for row in plan.rows
        for entry, width in zip(row, widths, strict=True)
    )


def _row(
    context: SlideContext,
    plan: TablePlan,
    row: Row,
    widths: tuple[int, ...],
    density: Density,
    fill: str | None,
) -> TableRow:
    palette = context.brand.palette
    found = [
        _fitted(entry, width - 2 * SIDE, density.sizes, plan.lines)
        for entry, width in zip(row, widths, strict=True)
    ]
    rule = Stroke(palette.rule, 6_350)
    cells = tuple(
        _cell(
            text,
            palette.ink if entry.tone is None else tone_colour(context, entry.tone),
            _is_bold(entry),
            column.align,
            fill,
            rule,
            Anchor.MIDDLE,
            min(_ROOF, density.roof),
        )
        for text, entry, column in zip(found, row, plan.columns, strict=True)
    )
    return TableRow(_height(found, density), cells)


@lru_cache(maxsize=20_000)
def _fitted(entry: Entry, width: int, sizes: tuple[int, ...], lines: int) -> Fitted:
    """The cell's text at the largest size that tears no word of it, where there is one."""
    text, is_bold = _marked(entry), _is_bold(entry)
    words = text.replace("\n", " ").split(" ")
    whole = tuple(
        size
        for size in sizes
        if max(width_of(word, size, is_bold) for word in words) + _SLACK <= width
    )
    return fitted(text, width, lines, whole or sizes, bold=is_bold)


_SIGNS = {Tone.GOOD: "●", Tone.BAD: "■", Tone.FLAT: "○", Tone.MISSING: "–"}


def _marked(entry: Entry) -> str:
    """A state carries a sign, so that it can be told without its colour."""
    return entry.text if entry.tone is None else signed(_SIGNS[entry.tone], entry.text)


def _is_bold(entry: Entry) -> bool:
    return entry.bold or entry.tone is not None


def _height(texts: Sequence[Fitted], density: Density) -> int:
    return max(density.least, *(text.height + 2 * density.roof for text in texts))


def _cell(
    text: Fitted,
    colour: str,
    bold: bool,
    align: Align,
    fill: str | None,
    rule: Stroke,
    anchor: Anchor,
    roof: int = _ROOF,
) -> Cell:
    paragraph = Paragraph((Run(text.text, text.size, colour, bold),), align)
    return Cell(Body((paragraph,), anchor, Insets(SIDE, roof, SIDE, roof)), fill, rule)
