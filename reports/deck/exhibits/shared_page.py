"""Short subjects share a page: the exhibits of the later ones stand under those of the first."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial, reduce
from itertools import accumulate, combinations, groupby, pairwise

from reports.brand import inches
from reports.deck.exhibits.frame import one_line
from reports.deck.exhibits.text_fit import fitted
from reports.deck.model import (
    Box,
    Element,
    PageNumber,
    Picture,
    Placeholder,
    Shape,
    Slide,
    Table,
    TextBox,
)
from reports.deck.slide_context import SlideContext

_HEAD = inches(0.34)
_GAP = inches(0.32)
_SIZES = (1400, 1200)


def sharing(
    context: SlideContext, pages: Sequence[Slide], names: Collection[str]
) -> tuple[Slide, ...]:
    """The pages, those next to each other of the given subjects on as few as hold them, none
    much emptier than the others. A subject that takes several pages keeps them."""
    counts = Counter(page.name for page in pages)
    short = {name for name in names if counts[name] == 1}
    shared: list[Slide] = []
    for may_share, found in groupby(pages, key=lambda page: page.name in short):
        run = list(found)
        shared.extend(_spread(context, run) if may_share else run)
    return tuple(shared)


def _spread(context: SlideContext, run: Sequence[Slide]) -> list[Slide]:
    """Of all ways to part the pages into fewest groups, the one whose emptiest is fullest."""
    area = context.brand.body
    heights = [max(item.box.bottom for item in _content(page)) - area.top for page in run]
    best = [list(run)] if _height(heights) <= area.height else []
    cuts = range(1, len(run))
    for count in range(1, len(run)):
        if best:
            break
        ways = (_parted(heights, chosen) for chosen in combinations(cuts, count))
        fitting = [way for way in ways if max(map(_height, way)) <= area.height]
        if fitting:
            fullest = max(fitting, key=lambda way: min(map(_height, way)))
            ends = list(accumulate(map(len, fullest)))
            best = [list(run[end - len(way) : end]) for way, end in zip(fullest, ends, strict=True)]
    return [reduce(partial(_joined, context), group) for group in best or [[one] for one in run]]


def _parted(heights: Sequence[int], cuts: Sequence[int]) -> list[Sequence[int]]:
    ends = [0, *cuts, len(heights)]
    return [heights[start:end] for start, end in pairwise(ends)]


def _height(heights: Sequence[int]) -> int:
    return sum(heights) + (len(heights) - 1) * (_GAP + _HEAD)


def _joined(context: SlideContext, first: Slide, second: Slide) -> Slide:
    """Both on the first one's page."""
    area = context.brand.body
    bottom = max(item.box.bottom for item in _content(first)) + _GAP
    found = fitted(second.title, area.width, 1, _SIZES, bold=True)
    words = one_line(found.text, found.size, context.brand.palette.ink, bold=True)
    head = TextBox(found.text[:60], Box(area.left, bottom, area.width, _HEAD), words)
    lowered = [_lowered(item, bottom + _HEAD - area.top) for item in _content(second)]
    kept = first.elements
    foot = next(place for place, item in enumerate(kept) if place > 1 and _is_frame(item))
    return replace(
        first,
        elements=(*kept[:foot], head, *lowered, *kept[foot:]),
        figures=(*first.figures, *second.figures),
        notes=(*first.notes, *second.notes),
        parts=(*first.parts, second),
    )


_Placed = TextBox | Shape | Table


def _content(page: Slide) -> list[_Placed]:
    return [item for item in page.elements if isinstance(item, _Placed)]


def _is_frame(item: Element) -> bool:
    return isinstance(item, Placeholder | PageNumber | Picture)


def _lowered(item: _Placed, by: int) -> _Placed:
    box = item.box
    return replace(item, box=Box(box.left, box.top + by, box.width, box.height))
