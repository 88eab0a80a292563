"""What a manager types into a deck is found again, wherever it was typed."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pptx
import pytest
from clients import full_client

from reports.client import Remark
from reports.deck import read_back
from reports.deck.compose import compose_deck, review_modules, slide_modules
from reports.deck.model import Deck
from reports.deck.read_back import DeckUnreadableError, read_deck
from reports.deck.render.deck import render_deck
from reports.deck.wording import Wording

EDITION = "0123456789abcdef"
WORDS_OF = {"usage": "Uso y adopción", "decisions": "Decisiones y plan"}
WORDS = "Acordamos un piloto en la sede norte.\nEmpieza en octubre."


def deck_with(*remarks: Remark) -> Deck:
    deck = compose_deck(replace(full_client(), edition=EDITION, remarks=remarks)).deck
    assert deck is not None
    return deck


def edited(folder: Path, deck: Deck, edit: Callable[[object], None]) -> Path:
    """The deck's file after somebody opened, changed and saved it."""
    opened = pptx.Presentation(io.BytesIO(render_deck(deck)))
    edit(opened)
    path = folder / "edited.pptx"
    opened.save(path)
    return path


def notes_of(opened, name: str):
    frames = [slide.notes_slide.notes_text_frame for slide in opened.slides]
    return next(frame for frame in frames if f": {WORDS_OF[name]}" in frame.text)


def box_of(opened, name: str):
    slide = next(
        slide
        for slide in opened.slides
        if f": {WORDS_OF[name]}" in slide.notes_slide.notes_text_frame.text
    )
    return next(shape for shape in slide.shapes if shape.name == "Commentary")


def test_words_under_the_section_line_are_the_slides(tmp_path: Path) -> None:
    def type_notes(opened) -> None:
        notes_of(opened, "usage").text += "\n" + WORDS

    found = read_deck(edited(tmp_path, deck_with(), type_notes))
    assert found.edition == EDITION
    assert {place: text for place, text in found.noted.items() if text} == {"usage": WORDS}


def test_a_deck_nobody_edited_says_nothing(tmp_path: Path) -> None:
    found = read_deck(edited(tmp_path, deck_with(), lambda opened: None))
    assert not any(found.noted.values())
    assert not any(found.boxed.values())
    assert not any(found.actions.values())
    assert {"usage", "service", "decisions"} <= set(found.noted)


def test_carried_words_stand_in_the_notes_and_in_a_box(tmp_path: Path) -> None:
    deck = deck_with(Remark("qbr", "usage", WORDS))
    found = read_deck(edited(tmp_path, deck, lambda opened: None))
    assert (found.noted["usage"], found.boxed["usage"]) == (WORDS, WORDS)


def test_an_edited_box_is_read(tmp_path: Path) -> None:
    def edit_box(opened) -> None:
        box_of(opened, "usage").text_frame.text = "Otra cosa"

    found = read_deck(edited(tmp_path, deck_with(Remark("qbr", "usage", WORDS)), edit_box))
    assert (found.noted["usage"], found.boxed["usage"]) == (WORDS, "Otra cosa")


def test_a_slide_is_known_by_its_words_and_in_older_decks_by_its_key() -> None:
    assert read_back._place_of("— Comentario de gestión para la próxima versión [usage]") == "usage"
    assert read_back._place_of("— Manager's commentary for the next version: Service") == "service"
    assert read_back._place_of("— Comentario de gestión: de otra cosa") == ""


def test_no_two_slides_with_commentary_go_by_the_same_words() -> None:
    framed = ("cover", "appendix", "definitions")
    modules = {item.name for item in (*slide_modules(), *review_modules())} - set(framed)
    for language in ("es", "en"):
        words = [Wording(language).say(f"kickers.{name}") for name in sorted(modules)]
        assert len(set(words)) == len(words)
    assert modules <= set(read_back._slides_by_words().values())


def test_notes_carry_no_keys_of_ours() -> None:
    for slide in deck_with().slides:
        for line in slide.notes:
            assert not re.search(r"\[\w{2,}\]|\b\w+_\w+\b", line), line


def test_a_ticked_action_is_chosen(tmp_path: Path) -> None:
    def tick(opened) -> None:
        frame = notes_of(opened, "decisions")
        line = next(item for item in frame.paragraphs if "alcance del próximo" in item.text)
        line.runs[0].text = line.text.replace("[ ]", "[X]")

    found = read_deck(edited(tmp_path, deck_with(), tick))
    assert [rule for rule, is_chosen in found.actions.items() if is_chosen] == ["renewal"]


def test_an_action_is_known_by_its_words_and_in_older_decks_by_its_rule() -> None:
    assert read_back._actions(["[x] Check mid-quarter whether usage has recovered."]) == {
        "seasonal": True
    }
    assert read_back._actions(["[ ] Otras palabras de antes (seats_few)"]) == {"seats_few": False}
    assert read_back._actions(["[x] Algo que escribió alguien"]) == {}


def test_an_action_that_was_worded_anew_is_still_known_by_its_earlier_words() -> None:
    for line, rule in (
        ("Go through each missed goal together and agree how to meet it.", "goals"),
        ("Acordar fecha nueva y responsable para cada compromiso sin cerrar.", "commitments"),
        ("Agree a new date and an owner for each open commitment.", "commitments"),
    ):
        assert read_back._actions([f"[x] {line}"]) == {rule: True}
    known = read_back._rules_by_action()
    for language in ("es", "en"):
        words = Wording(language)
        for rule in set(known.values()):
            assert known[words.say(f"actions.{rule}")] == rule


def test_a_chosen_action_stays_even_where_no_rule_asks_for_it() -> None:
    deck = deck_with(Remark("qbr", "action:growth", "x"))
    pages = [item for item in deck.slides if item.name == "decisions"]
    tables = [item for page in pages for item in page.elements if hasattr(item, "rows")]
    told = [row.cells[2].body.text for table in tables for row in table.rows]
    assert sum(text.endswith("(acordada)") for text in told) == 1
    assert any(note.startswith("[x] Ver con los equipos") for note in pages[0].notes)


def test_commentary_on_slides_that_were_merged_stands_on_the_merged_one() -> None:
    deck = deck_with(Remark("qbr", "plan", WORDS), Remark("qbr", "recommended", "Otra nota"))
    page = next(slide for slide in deck.slides if slide.name == "decisions")
    box = next(item for item in page.elements if getattr(item, "name", "") == "Commentary")
    assert WORDS in box.body.text
    assert "Otra nota" in box.body.text


def test_commentary_leaves_every_exhibit_inside_the_page() -> None:
    places = [slide.name for slide in deck_with().slides]
    deck = deck_with(*(Remark("qbr", place, WORDS * 9) for place in places))
    for slide in deck.slides:
        boxes = [item.box for item in slide.elements if hasattr(item, "box")]
        assert all(box.bottom <= 6_858_000 - 411_480 for box in boxes if slide.name != "cover")
        assert all(box.height > 0 and box.width > 0 for box in boxes)


def test_slides_of_two_editions_in_one_file_are_refused(tmp_path: Path) -> None:
    def swap(opened) -> None:
        opened.core_properties.subject = "Edición fedcba9876543210"

    with pytest.raises(DeckUnreadableError, match="its slides are of another edition than"):
        read_deck(edited(tmp_path, deck_with(), swap))


def test_a_presentation_that_is_no_edition_of_ours_is_refused(tmp_path: Path) -> None:
    pptx.Presentation().save(tmp_path / "own.pptx")
    with pytest.raises(DeckUnreadableError, match="its properties name no edition of Cartera"):
        read_deck(tmp_path / "own.pptx")


def test_a_file_that_is_no_deck_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.pptx"
    path.write_text("no zip")
    with pytest.raises(DeckUnreadableError, match="no PowerPoint presentation"):
        read_deck(path)


def test_an_archive_whose_parts_are_not_a_presentations_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(DeckUnreadableError, match="no PowerPoint presentation"):
        read_deck(path)
