"""Short subjects share a page: the exhibits of the later ones stand under those of the first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce
from itertools import combinations, groupby, pairwise

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

_HEAD = inches(0.3)
_GAP = inches(0.22)
_SIZES = (1400, 1200)


def lowered(context: SlideContext, share: float) -> SlideContext:
    """The context with that share of the page's height for exhibits."""
    body = context.brand.body
    shorter = Box(body.left, body.top, body.width, round(body.height * share))
    return replace(context, brand=replace(context.brand, body=shorter))


def says_as_much(page: Slide, other: Slide) -> bool:
    """Whether two forms of a page print the same words."""
    return _words(page) == _words(other)


def _words(page: Slide) -> list[str]:
    return [
        text
        for item in _content(page)
        for text in (
            [cell.body.text for row in item.rows for cell in row.cells]
            if isinstance(item, Table)
            else [item.body.text if isinstance(item, TextBox) else ""]
        )
    ]


@dataclass(frozen=True)
class _Subject:
    """A page as its subject alone fills it, and as low as it can be."""

    roomy: Slide
    low: Slide


def sharing(
    context: SlideContext, pages: Sequence[Slide], lows: Mapping[str, Slide]
) -> tuple[Slide, ...]:
    """The pages, those next to each other of which there is a low form on as few as hold them,
    none much emptier than the others."""
    shared: list[Slide] = []
    for may_share, found in groupby(pages, key=lambda page: page.name in lows):
        run = list(found)
        subjects = [_Subject(page, lows[page.name]) for page in run if may_share]
        shared.extend(_spread(context, subjects) if may_share else run)
    return tuple(shared)


def _spread(context: SlideContext, run: Sequence[_Subject]) -> list[Slide]:
    """Of all ways to part the subjects into fewest groups, the one whose emptiest is fullest."""
    area, cuts = context.brand.body, range(1, len(run))
    fullest: Sequence[Sequence[_Subject]] = [[item] for item in run]
    for count in range(len(run)):
        ways = (_parted(run, chosen) for chosen in combinations(cuts, count))
        fitting = [
            way
            for way in ways
            if all(_height(area, [item.low for item in group]) <= area.height for group in way)
        ]
        if fitting:
            fullest = max(fitting, key=lambda way: min(_filled(area, group) for group in way))
            break
    return [reduce(partial(_joined, context), _roomiest(area, group)) for group in fullest]


def _parted(run: Sequence[_Subject], cuts: Sequence[int]) -> list[Sequence[_Subject]]:
    ends = [0, *cuts, len(run)]
    return [run[start:end] for start, end in pairwise(ends)]


def _filled(area: Box, group: Sequence[_Subject]) -> int:
    """How much of the page the group can take."""
    return min(_height(area, [item.roomy for item in group]), area.height)


def _roomiest(area: Box, group: Sequence[_Subject]) -> list[Slide]:
    """Each in its roomy form where the page holds it beside the others."""
    pages = [item.low for item in group]
    for place, item in enumerate(group):
        tried = [*pages[:place], item.roomy, *pages[place + 1 :]]
        if len(group) == 1 or _height(area, tried) <= area.height:
            pages = tried
    return pages


def _height(area: Box, pages: Sequence[Slide]) -> int:
    """What the pages take under one another."""
    heights = [max(item.box.bottom for item in _content(page)) - area.top for page in pages]
    return sum(heights) + (len(heights) - 1) * (_GAP + _HEAD)


def _joined(context: SlideContext, first: Slide, second: Slide) -> Slide:
    """Both on the first one's page."""
    area = context.brand.body
    bottom = max(item.box.bottom for item in _content(first)) + _GAP
    found = fitted(second.title, area.width, 1, _SIZES, bold=True)
    words = one_line(found.text, found.size, context.brand.palette.ink, bold=True)
    head = TextBox(found.text[:60], Box(area.left, bottom, area.width, _HEAD), words)
    moved = [_moved(item, bottom + _HEAD - area.top) for item in _content(second)]
    kept = first.elements
    foot = next(place for place, item in enumerate(kept) if place > 1 and _is_frame(item))
    return replace(
        first,
        elements=(*kept[:foot], head, *moved, *kept[foot:]),
        figures=(*first.figures, *second.figures),
        notes=(*first.notes, *second.notes),
        parts=(*first.parts, second),
    )


_Placed = TextBox | Shape | Table


def _content(page: Slide) -> list[_Placed]:
    return [item for item in page.elements if isinstance(item, _Placed)]


def _is_frame(item: Element) -> bool:
    return isinstance(item, Placeholder | PageNumber | Picture)


def _moved(item: _Placed, by: int) -> _Placed:
    box = item.box
    return replace(item, box=Box(box.left, box.top + by, box.width, box.height))
