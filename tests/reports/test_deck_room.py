"""What a page leaves blank is given to what stands on it, or to what would stand alone."""

from dataclasses import replace
from typing import cast

from clients import full_client

from reports.brand import inches, shipped_brand
from reports.deck.compose import SlideModule, _lowest, context_of
from reports.deck.exhibits.ruled_rows import HEAD_HEIGHT, MOST_ROW, Columns, row_places
from reports.deck.exhibits.shared_page import says_as_much, sharing
from reports.deck.model import Box, PageNumber, Placeholder, Role, Slide, TextBox
from reports.deck.slide_context import Headline, Phrase, SlideContext, Tone
from reports.deck.slides import investment
from reports.deck.slides.contract import Kind, SlideFile
from reports.deck.text_model import Align, Body, Paragraph, Run
from reports.deck.view.client_view_build import client_view

BODY = shipped_brand().body
EMPTY = Body(())


def desk() -> SlideContext:
    return context_of(client_view(full_client()), shipped_brand())


def page(name: str, share: float) -> Slide:
    """A page whose one exhibit takes that share of the body's height."""
    place = Box(BODY.left, BODY.top, BODY.width, round(BODY.height * share))
    head = (Placeholder(Role.TITLE, EMPTY), Placeholder(Role.KICKER, EMPTY))
    foot = (Placeholder(Role.FOOTER, EMPTY), PageNumber(Run("1", 1100)))
    return Slide(name, "content", name, "", (), (*head, TextBox(name, place, EMPTY), *foot), ())


def shared(*subjects: tuple[str, float, float]) -> list[tuple[str, ...]]:
    """The subjects of each page, of so many with the heights that they take and can do with."""
    pages = [page(name, roomy) for name, roomy, _ in subjects]
    lows = {name: page(name, low) for name, _, low in subjects}
    return [slide.subjects for slide in sharing(desk(), pages, lows)]


def test_subjects_give_up_room_to_stand_on_one_page() -> None:
    assert shared(("a", 0.6, 0.3), ("b", 0.6, 0.3)) == [("a", "b")]
    assert shared(("a", 0.6, 0.6), ("b", 0.6, 0.6)) == [("a",), ("b",)]
    assert shared(("a", 0.9, 0.9), ("b", 0.6, 0.2), ("c", 0.6, 0.2)) == [("a",), ("b", "c")]


def test_a_subject_keeps_the_room_that_the_page_has() -> None:
    subjects = {"a": (0.6, 0.3), "b": (0.6, 0.2)}
    pages = [page(name, roomy) for name, (roomy, _) in subjects.items()]
    (both,) = sharing(desk(), pages, {name: page(name, low) for name, (_, low) in subjects.items()})
    heights = [item.box.height for item in both.elements if isinstance(item, TextBox)]
    assert heights[0] == round(BODY.height * 0.6)
    assert heights[-1] == round(BODY.height * 0.2)


class Growing:
    """A subject that says less in less than half of the room, and falls apart in less still."""

    ORDER, KIND = 1, Kind.CONTENT

    @staticmethod
    def compose(context: SlideContext, *_: object) -> tuple[Slide, ...]:
        share = context.brand.body.height / BODY.height
        words = Body((Paragraph((Run("whole" if share >= 0.5 else "cut", 1200),)),))
        made = page("a", share)
        elements = tuple(
            replace(item, body=words) if isinstance(item, TextBox) else item
            for item in made.elements
        )
        return (replace(made, elements=elements),) * (1 if share >= 0.3 else 2)


def test_the_low_form_of_a_page_says_all_that_the_roomy_one_says() -> None:
    (roomy,) = Growing.compose(desk())
    item = SlideModule("a", cast(SlideFile, Growing))
    story = {"a": Headline("a", Tone.FLAT, Phrase("A", ""), Phrase("", ""))}
    low = _lowest(desk(), item, story, roomy)
    assert low.elements[2] != roomy.elements[2]
    assert says_as_much(low, roomy)


def test_two_rows_take_the_room_of_three() -> None:
    columns = Columns(((1, 12),), (Align.LEFT,))
    heights = [row_places(columns, BODY, count)[0][0].height for count in (1, 2, 3)]
    assert heights[0] == heights[1] > MOST_ROW > heights[2]
    few = row_places(columns, Box(0, 0, BODY.width, HEAD_HEIGHT + inches(2)), 2)
    assert few[-1][0].bottom <= HEAD_HEIGHT + inches(2)


def test_a_single_amount_stands_next_to_the_days_of_the_agreement() -> None:
    alone = replace(client_view(full_client()), invoiced=(), accounts=())
    place = Box(BODY.left, BODY.top, inches(5), BODY.height)
    boxes = [
        item.box
        for item in investment._side(context_of(alone, shipped_brand()), place)
        if isinstance(item, TextBox)
    ]
    assert boxes[1].top - boxes[0].bottom == inches(0.2)
