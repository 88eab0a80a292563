"""A page's number stands only beside what that page holds."""

import re
from dataclasses import replace

import pytest
from awkward import mixed_client
from clients import reviewed_client

from reports.brand import shipped_brand
from reports.client import ClientFile
from reports.deck.compose import compose_review, context_of
from reports.deck.exhibits.tracker import _plain, _said, with_ways
from reports.deck.model import Box, Deck, PageLink, Slide, TextBox
from reports.deck.view.client_view_build import client_view


def faults_of(deck: Deck) -> list[str]:
    """First steps of a review whose page number leads to a page without them."""
    faults: list[str] = []
    for slide in deck.slides:
        if slide.name != "overview":
            continue
        boxes = [item for item in slide.elements if isinstance(item, TextBox)]
        heads = [at for at, item in enumerate(boxes) if item.name in ("Qué hacer", "What to do")]
        for at in heads:
            link = boxes[at + 1]
            if not (told := re.fullmatch(r"p.*?(\d+) →", link.body.text)):
                continue
            page = deck.slides[int(told.group(1)) - 1]
            step = boxes[at + 2].body.text
            if link.link not in page.places or _plain(step) not in _plain(_said(page)):
                faults.append(f"{step}: {page.title}")
    return faults


def review_of(client: ClientFile) -> Deck:
    deck = compose_review(client).deck
    assert deck is not None
    return deck


def test_a_reference_leads_to_what_it_is_of_or_nowhere() -> None:
    context = context_of(client_view(reviewed_client()), shipped_brand())
    place = Box(0, 0, 10, 10)
    link = PageLink("signals", place, "000000", shows="Call the sponsor.")
    page = deck_page("overview", link)
    signals, cadence = deck_page("signals", "Falling use"), deck_page("cadence", "Call the sponsor")

    def led(*pages: Slide) -> list[str]:
        first = with_ways(context, pages)[0]
        shown = (item for item in first.elements if isinstance(item, TextBox))
        return [item.link for item in shown if item.body.text.endswith("→")]

    assert "cadence" in led(page, signals, cadence)
    assert "signals" in led(page, deck_page("signals", "call the  sponsor. Today"), cadence)
    assert not {"signals", "cadence"} & set(led(replace(page), signals))


def deck_page(name: str, item: PageLink | str) -> Slide:
    usual = review_of(reviewed_client()).slides[1]
    body = next(it for it in usual.elements if isinstance(it, TextBox)).body
    run = body.paragraphs[0].runs[0]
    if isinstance(item, str):
        text = replace(
            body, paragraphs=(replace(body.paragraphs[0], runs=(replace(run, text=item),)),)
        )
        item_shown: PageLink | TextBox = TextBox("Words", Box(0, 0, 10, 10), text)
    else:
        item_shown = item
    return replace(usual, name=name, anchors=(), parts=(), elements=(usual.elements[0], item_shown))


@pytest.mark.long
@pytest.mark.parametrize("first", range(0, 200, 25))
def test_a_reviews_first_step_stands_on_the_page_that_it_names(first: int) -> None:
    for seed in range(first, first + 25):
        assert faults_of(review_of(mixed_client(seed))) == [], seed


def test_a_usual_reviews_first_step_stands_on_the_page_that_it_names() -> None:
    assert faults_of(review_of(reviewed_client())) == []
