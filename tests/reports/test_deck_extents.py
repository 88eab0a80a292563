"""No page is half empty, and nothing on it is too small to read: measured, not looked at."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache

import pytest
from awkward import AWKWARD_CLIENTS
from clients import english_client, full_client

from reports.brand import inches, shipped_brand
from reports.client import ClientFile
from reports.deck.compose import compose_deck
from reports.deck.exhibits.text_fit import height_of, width_of, wrapped
from reports.deck.model import (
    AxisStyle,
    Box,
    Chart,
    Deck,
    Labels,
    Legend,
    Shape,
    Slide,
    Table,
    TextBox,
)
from reports.deck.text_model import Run

CELL = inches(0.1)
NEAR = 2
"""Cells around what is placed that belong to it: the air between two lines of a table."""
HALF = 0.5
SMALLEST = 1100
APART = ("cover",)


def small_tasks() -> ClientFile:
    """Four tasks that nobody marked as milestones."""
    client = full_client()
    tasks = client.tables["tasks"].head(4).assign(is_milestone=False)
    tables = client.tables.map(lambda name, frame: tasks if name == "tasks" else frame)
    return replace(client, tables=tables)


def deck_of(client: ClientFile) -> Deck:
    deck = compose_deck(client).deck
    assert deck is not None
    return deck


CLIENTS = {
    "full": full_client,
    "english": english_client,
    "small_tasks": small_tasks,
    **AWKWARD_CLIENTS,
}
EVERY_CLIENT = [
    *("full", "english"),
    pytest.param("small_tasks", marks=pytest.mark.thorough),
    *(pytest.param(name, marks=pytest.mark.thorough) for name in AWKWARD_CLIENTS),
]


@cache
def deck_named(name: str) -> Deck:
    return deck_of(CLIENTS[name]())


def covered(slide: Slide, area: Box) -> float:
    """The share of a page's body on which or beside which something stands."""
    columns, rows = area.width // CELL, area.height // CELL
    cells = {
        (column, row)
        for box in extents(slide)
        for column in range((box.left - area.left) // CELL - NEAR, right(box, area) + NEAR)
        for row in range((box.top - area.top) // CELL - NEAR, bottom(box, area) + NEAR)
        if 0 <= column < columns and 0 <= row < rows
    }
    return len(cells) / (columns * rows)


def right(box: Box, area: Box) -> int:
    return (box.right - area.left) // CELL + 1


def bottom(box: Box, area: Box) -> int:
    return (box.bottom - area.top) // CELL + 1


def extents(slide: Slide) -> Iterator[Box]:
    """Where tables, charts, filled shapes and the lines of texts are."""
    for item in slide.elements:
        match item:
            case Table() | Chart():
                yield item.box
            case TextBox():
                yield item.box if item.fill else lines_of(item)
            case Shape() if item.fill:
                yield item.box
            case _:
                pass


def lines_of(item: TextBox) -> Box:
    """The lines themselves, from the upper left of their box."""
    tall = wide = 0
    for paragraph in item.body.paragraphs:
        run = paragraph.runs[0]
        lines = wrapped(paragraph.text, item.box.width, run.size, run.bold)
        tall += height_of(len(lines), run.size)
        wide = max(wide, *(width_of(line, run.size, run.bold) for line in lines))
    return Box(item.box.left, item.box.top, wide, tall)


def sizes_in(value: object) -> Iterator[int]:
    """Every size of type anywhere under a value."""
    if isinstance(value, Run | Labels | Legend | AxisStyle):
        yield value.size
    if isinstance(value, tuple):
        for part in value:
            yield from sizes_in(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from sizes_in(getattr(value, field.name))


@pytest.mark.parametrize("name", EVERY_CLIENT)
def test_no_page_of_a_client_is_less_than_half_full(name: str) -> None:
    area = shipped_brand().body
    shares = {
        f"{slide.name}: {slide.title}": round(covered(slide, area), 2)
        for slide in deck_named(name).slides
        if slide.name not in APART
    }
    assert {page: share for page, share in shares.items() if share < HALF} == {}


@pytest.mark.parametrize("name", EVERY_CLIENT)
def test_nothing_is_set_under_eleven_points(name: str) -> None:
    for slide in deck_named(name).slides:
        assert min(sizes_in(slide.elements)) >= SMALLEST, slide.title


def test_a_page_with_one_line_on_it_is_found() -> None:
    slide = next(item for item in deck_of(full_client()).slides if item.name == "commitments")
    line = next(item for item in slide.elements if isinstance(item, TextBox))
    empty = Slide(slide.name, slide.layout, "", "", (), (line,), ())
    assert covered(empty, shipped_brand().body) < HALF
