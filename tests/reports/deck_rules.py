"""What must hold of every client's deck, by name: each rule tells the pages that break it."""

import re
from collections.abc import Callable, Iterator, Mapping

from reports.brand import inches
from reports.deck.compose import MOST_PAGES
from reports.deck.exhibits.table import HEAD_SIZES, SIDE
from reports.deck.exhibits.text_fit import width_of
from reports.deck.exhibits.timeline import LANE_HEIGHT, STRIP_HEIGHT
from reports.deck.model import Chart, Deck, Geometry, Shape, Slide, Table, TextBox

LABELS = ("Qué significa.", "What it means.")
UNTOLD = ("titles.investment", "titles.fee")
"""Pages whose strip may have no figure: a client without contract, renewal or fee."""
FEWEST = 5
WIDE = inches(3)
SOLID, DASHED = ("línea continua", "solid line"), ("línea discontinua", "dashed line")


def said(slide: Slide) -> list[str]:
    return [item.body.text for item in slide.elements if isinstance(item, TextBox)]


def content(deck: Deck) -> Iterator[Slide]:
    return (slide for slide in deck.slides if slide.name not in ("cover", "appendix"))


def twelve_pages_before_the_appendix(deck: Deck) -> list[str]:
    """More only where lists are long and nothing is left that could give way."""
    pages = [slide.name for slide in deck.slides if slide.name != "appendix"]
    left = [name for name in pages if name in ("peers", "breakdown", "value")]
    return left if len(pages) > MOST_PAGES else []


def no_sample_in_a_title(deck: Deck) -> list[str]:
    return [slide.title for slide in deck.slides if re.search(r"\(?n = \d", slide.title)]


def a_strip_tells_a_figure_of_this_client(deck: Deck) -> list[str]:
    strips = [
        (slide, text)
        for slide in content(deck)
        if not slide.rule.startswith(UNTOLD)
        for text in said(slide)
        if text.startswith(LABELS)
    ]
    return [f"{slide.name}: {text}" for slide, text in strips if not re.search(r"\d", text)]


def no_quarter_shows_few_answers(deck: Deck) -> list[str]:
    charts = [
        item
        for slide in deck.slides
        if slide.name == "satisfaction"
        for item in slide.elements
        if isinstance(item, Chart)
    ]
    counts = [
        (name, int(found[1]))
        for chart in charts
        for name in chart.categories
        if (found := re.search(r"n = (\d+)", name))
    ]
    return [name for name, count in counts if count < FEWEST]


def only_lines_that_are_drawn_are_named(deck: Deck) -> list[str]:
    faults: list[str] = []
    for slide in deck.slides:
        if slide.name != "decisions":
            continue
        drawn = [
            item.stroke.dash
            for item in slide.elements
            if isinstance(item, Shape) and item.geometry is Geometry.LINE and item.stroke
        ]
        text = " ".join(said(slide))
        for words, is_there in ((SOLID, "solid" in drawn), (DASHED, "dash" in drawn)):
            if any(word in text for word in words) and not is_there:
                faults.append(f"{slide.title}: {words}")
    return faults


def every_decision_stands_in_the_table(deck: Deck) -> list[str]:
    """Each lane of the months has its row; none is folded into 'and more'."""
    faults: list[str] = []
    for slide in deck.slides:
        if slide.name != "decisions":
            continue
        rows = [
            row.cells[0].body.text
            for item in slide.elements
            if isinstance(item, Table)
            for row in item.rows[1:]
        ]
        lanes = [
            item.body.text
            for item in slide.elements
            if isinstance(item, TextBox) and item.geometry is Geometry.ELLIPSE
        ]
        if not all(text.isdigit() for text in rows) or not set(lanes) <= set(rows):
            faults.append(f"{slide.title}: {rows} {lanes}")
    return faults


def an_action_is_on_the_page_that_it_is_said_to_be(deck: Deck) -> list[str]:
    """ "Action 8 · p. 12" leads to the page whose table has the row 8."""
    faults: list[str] = []
    for slide in deck.slides:
        for item in slide.elements:
            if not (isinstance(item, TextBox) and item.link.startswith("decisions.")):
                continue
            pages = [n for n, page in enumerate(deck.slides, 1) if item.link in page.places]
            number = item.link.removeprefix("decisions.")
            tables = [it for it in deck.slides[pages[0] - 1].elements if isinstance(it, Table)]
            rows = {row.cells[0].body.text for table in tables for row in table.rows[1:]}
            told = re.findall(r"\d+", item.body.text)
            if number not in rows or told not in ([number], [str(pages[0])]):
                faults.append(f"{slide.title}: {item.body.text} {pages} {rows}")
    return faults


def every_day_of_a_decision_is_whole(deck: Deck) -> list[str]:
    days = [
        row.cells[4].body.text
        for slide in deck.slides
        if slide.name == "decisions"
        for item in slide.elements
        if isinstance(item, Table)
        for row in item.rows[1:]
    ]
    return [day for day in days if day.endswith("…")]


ASKING = ("summary", "decisions", "commitments")


def nothing_that_is_asked_is_cut(deck: Deck) -> list[str]:
    """What we ask for, and what both sides have promised, stands whole: in titles, and in every
    row of the decisions."""
    titles = [slide.title for slide in deck.slides if slide.name in ASKING]
    cells = [
        cell.body.text
        for slide in deck.slides
        if slide.name == "decisions"
        for item in slide.elements
        if isinstance(item, Table)
        for row in item.rows
        for cell in row.cells
    ]
    return [text for text in (*titles, *cells) if "…" in text]


def no_lane_runs_over(deck: Deck) -> list[str]:
    """What a line of the months is called has room to spare on it."""
    return [
        item.body.text
        for slide in deck.slides
        if slide.name == "decisions"
        for item in slide.elements
        if isinstance(item, TextBox) and item.box.height == LANE_HEIGHT and item.box.width > WIDE
        if width_of(item.body.text, 1100, bold=False) > 0.97 * item.box.width
    ]


def no_word_of_a_heading_is_broken(deck: Deck) -> list[str]:
    return [
        f"{slide.name}: {word}"
        for slide in deck.slides
        for item in slide.elements
        if isinstance(item, Table)
        for cell, width in zip(item.rows[0].cells, item.column_widths, strict=True)
        for word in cell.body.text.split(" ")
        if width_of(word, HEAD_SIZES[0], bold=True) > width - 2 * SIDE
    ]


def every_page_of_the_plan_has_the_same_months(deck: Deck) -> list[str]:
    strips = [
        [
            (item.body.text, item.box.left)
            for item in slide.elements
            if isinstance(item, TextBox) and item.fill and item.box.height == STRIP_HEIGHT
        ]
        for slide in deck.slides
        if slide.name == "decisions"
    ]
    shown = [strip for strip in strips if strip]
    return [str(strip) for strip in shown if strip != shown[0]]


def no_number_is_blank(deck: Deck) -> list[str]:
    """No gap where a figure should stand, and no leftover of a wording."""
    marks = re.compile(r"\(\s*\)|\bnan\b|:\s*\.|«\s*»|“\s*”| ,| ;")
    return [
        f"{slide.name}: {text}"
        for slide in content(deck)
        for text in (slide.title, *said(slide))
        if marks.search(text)
    ]


def no_sign_stands_apart_from_its_word(deck: Deck) -> list[str]:
    """A line may end between any two words, and not after the sign of a state or a change."""
    apart = re.compile(r"[●■○✓▲▼] |^– ")
    return [
        f"{slide.name}: {text}"
        for slide in deck.slides
        for text in signs(slide)
        if apart.search(text)
    ]


def no_title_is_three_sentences(deck: Deck) -> list[str]:
    return [slide.title for slide in deck.slides if slide.title.count(";") > 1]


def signs(slide: Slide) -> Iterator[str]:
    """All that is written on a page, in its tables too."""
    tables = (item for item in slide.elements if isinstance(item, Table))
    yield from (text for box in said(slide) for text in box.split("\n"))
    yield from (cell.body.text for table in tables for row in table.rows for cell in row.cells)


RULES: Mapping[str, Callable[[Deck], list[str]]] = {
    rule.__name__: rule
    for rule in (
        twelve_pages_before_the_appendix,
        no_sample_in_a_title,
        a_strip_tells_a_figure_of_this_client,
        no_quarter_shows_few_answers,
        only_lines_that_are_drawn_are_named,
        every_decision_stands_in_the_table,
        an_action_is_on_the_page_that_it_is_said_to_be,
        every_day_of_a_decision_is_whole,
        nothing_that_is_asked_is_cut,
        no_lane_runs_over,
        no_word_of_a_heading_is_broken,
        every_page_of_the_plan_has_the_same_months,
        no_number_is_blank,
        no_sign_stands_apart_from_its_word,
        no_title_is_three_sentences,
    )
}


def broken(deck: Deck) -> dict[str, list[str]]:
    """The rules that a deck breaks, with where it does."""
    found = {name: rule(deck) for name, rule in RULES.items()}
    return {name: faults for name, faults in found.items() if faults}
