"""Commentary of an edited deck: stored, merged, carried, and refused where it is not ours."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.feedback import deck_remarks
from pipeline.feedback.deck_remarks import DeckRefusedError, carried_over, keep, remarks_of
from pipeline.settings import Settings
from reports.deck.read_back import TypedDeck
from warehouse import ArtifactRecord, Subject, Warehouse, open_warehouse

EDITION = "0123456789abcdef"
PERIOD = "2026-Q3"
KNOWN_AT = datetime(2026, 10, 1, tzinfo=UTC)


@pytest.fixture
def warehouse(tmp_path: Path) -> Iterator[Warehouse]:
    with open_warehouse(f"sqlite:///{tmp_path / 'w.db'}") as opened:
        run = opened.start_run(PERIOD, KNOWN_AT)
        for client in ("A1", "B2"):
            opened.register_artifact(
                ArtifactRecord(
                    run_id=run,
                    subject=Subject.client(client),
                    period=PERIOD,
                    kind="qbr",
                    language="es",
                    version=1,
                    path=f"{client}.pptx",
                    sha256="",
                    size=0,
                    edition_id=EDITION if client == "A1" else "f" * 16,
                )
            )
        yield opened


@pytest.fixture
def settings(company: Path, tmp_path: Path) -> Settings:
    from pipeline.settings import load_settings

    (tmp_path / "A1.pptx").touch()
    return replace(load_settings(company), output=tmp_path)


@pytest.fixture
def decks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, TypedDeck]:
    """Decks by file name, as if read; `A1.pptx` is the one that was published."""
    found = {"A1.pptx": TypedDeck(EDITION, {"usage": ""}, {}, {"renewal": False})}
    monkeypatch.setattr(deck_remarks, "read_deck", lambda path: found[path.name])
    return found


def imported(settings: Settings, warehouse: Warehouse, path: Path) -> dict[str, str]:
    path.touch()
    keep(warehouse, carried_over(settings, warehouse, path, "ana", None))
    stored = remarks_of(warehouse.remarks(PERIOD, ("A1", "B2"))).get("A1", ())
    return {item.place: item.text for item in stored}


def test_commentary_and_actions_are_stored(settings, warehouse, decks, tmp_path) -> None:
    decks["e.pptx"] = TypedDeck(EDITION, {"usage": "Piloto"}, {}, {"renewal": True})
    told = imported(settings, warehouse, tmp_path / "e.pptx")
    assert told == {"usage": "Piloto", "action:renewal": "x"}


def test_words_of_two_copies_are_both_kept(settings, warehouse, decks, tmp_path) -> None:
    decks["one.pptx"] = TypedDeck(EDITION, {"usage": "Uno"}, {}, {})
    decks["two.pptx"] = TypedDeck(EDITION, {"usage": "Dos"}, {}, {})
    imported(settings, warehouse, tmp_path / "one.pptx")
    assert imported(settings, warehouse, tmp_path / "two.pptx") == {"usage": "Uno\nDos"}
    assert imported(settings, warehouse, tmp_path / "two.pptx") == {"usage": "Uno\nDos"}


def test_the_same_file_again_changes_nothing(settings, warehouse, decks, tmp_path) -> None:
    decks["e.pptx"] = TypedDeck(EDITION, {"usage": "Uno"}, {}, {})
    imported(settings, warehouse, tmp_path / "e.pptx")
    carried = carried_over(settings, warehouse, tmp_path / "e.pptx", "ana", None)
    assert carried.remarks == ()


def test_words_in_notes_and_box_that_differ_are_both_kept(
    settings, warehouse, decks, tmp_path
) -> None:
    decks["e.pptx"] = TypedDeck(EDITION, {"usage": "Nota"}, {"usage": "Caja"}, {})
    assert imported(settings, warehouse, tmp_path / "e.pptx") == {"usage": "Nota\nCaja"}


def test_words_taken_out_of_the_notes_are_taken_back(settings, warehouse, decks, tmp_path) -> None:
    decks["e.pptx"] = TypedDeck(EDITION, {"usage": "Uno"}, {}, {})
    imported(settings, warehouse, tmp_path / "e.pptx")
    decks["A1.pptx"] = TypedDeck(EDITION, {"usage": "Uno"}, {"usage": "Uno"}, {})
    decks["f.pptx"] = TypedDeck(EDITION, {"usage": ""}, {"usage": "Uno"}, {})
    assert imported(settings, warehouse, tmp_path / "f.pptx") == {}


def test_an_edition_never_published_is_refused(settings, warehouse, decks, tmp_path) -> None:
    decks["e.pptx"] = TypedDeck("a" * 16, {"usage": "Uno"}, {}, {})
    with pytest.raises(DeckRefusedError, match="was never published from this warehouse"):
        carried_over(settings, warehouse, tmp_path / "e.pptx", "ana", None)


def test_another_clients_deck_is_refused(settings, warehouse, decks, tmp_path) -> None:
    decks["e.pptx"] = TypedDeck("f" * 16, {"usage": "Uno"}, {}, {})
    with pytest.raises(DeckRefusedError, match="deck of client 'B2', not 'A1'"):
        carried_over(settings, warehouse, tmp_path / "e.pptx", "ana", "A1")
