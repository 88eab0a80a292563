"""The oracle sees what changed, and nothing else."""

import io
import zipfile
from pathlib import Path

import pytest
from oracle.compare import FAST_MARK, Comparison, compare, report
from oracle.masks import Masks
from oracle.packages import describe

SLIDE = "<p><t>{}</t><box left='{}'/></p>"
EDITIONS = ("6a8a6041941778ac", "0b1ab361df50c95c")


@pytest.fixture
def masks(tmp_path: Path) -> Masks:
    return Masks(tmp_path / "work")


def taken(folder: Path, masks: Masks, words: str, left: int = 1, edition: str = "") -> Path:
    """A take with a deck, whose chart holds a workbook, and a command's words."""
    inner = package({"sheet.xml": f"<c r='A1'>{left}</c>"})
    deck = package({"slide.xml": SLIDE.format(words, left), "chart.xlsx": inner})
    describe(deck, "deck.pptx", folder / "files" / "deck.pptx", masks, folder / "parts")
    said = folder / "terminal" / "en" / "status.txt"
    said.parent.mkdir(parents=True)
    said.write_text(masks.text(f"edition {edition} at {masks.work}/company\n"))
    return folder


def package(parts: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return stream.getvalue()


def names(found: Comparison) -> list[str]:
    return [item.name for item in found.found]


def test_takes_that_differ_by_ids_and_the_short_september_are_equal(
    tmp_path: Path, masks: Masks
) -> None:
    before = taken(tmp_path / "before", masks, "30 sep 2026", edition=EDITIONS[0])
    after = taken(tmp_path / "after", masks, "30 sept 2026", edition=EDITIONS[1])
    found = compare(before, after)
    assert names(found) == []
    assert found.equal == {"files": 2, "terminal": 1}
    assert list(report(found))[-1] == "no difference"


def test_a_word_that_changed_is_found_and_shown(tmp_path: Path, masks: Masks) -> None:
    before = taken(tmp_path / "before", masks, "12 clients")
    after = taken(tmp_path / "after", masks, "13 clients")
    found = compare(before, after)
    assert names(found) == ["files/deck.pptx.digests", "files/deck.pptx.txt"]
    told = "\n".join(report(found))
    assert "-t: 12 clients" in told and "+t: 13 clients" in told


def test_what_nobody_reads_is_found_in_the_part_that_holds_it(tmp_path: Path, masks: Masks) -> None:
    before = taken(tmp_path / "before", masks, "same", left=1)
    after = taken(tmp_path / "after", masks, "same", left=2)
    told = "\n".join(report(compare(before, after)))
    assert "chart.xlsx!sheet.xml" in told
    assert "-<box left='1'/>" in told or "-<c r='A1'>1</c>" in told


def test_files_of_one_take_alone_and_differences_that_are_meant(
    tmp_path: Path, masks: Masks
) -> None:
    before = taken(tmp_path / "before", masks, "old")
    after = taken(tmp_path / "after", masks, "new")
    (after / "terminal" / "en" / "status.txt").rename(after / "terminal" / "en" / "state.txt")
    found = compare(before, after, ("files/*", "kpis/*"))
    assert {item.name: item.kind for item in found.found} == {
        "terminal/en/state.txt": "only after",
        "terminal/en/status.txt": "only before",
    }
    assert len(found.meant) == 2
    assert found.unused == ("kpis/*",)


def test_a_part_that_was_not_taken_is_not_compared(tmp_path: Path, masks: Masks) -> None:
    before = taken(tmp_path / "before", masks, "old")
    after = tmp_path / "after"
    describe(b"{}", "a.json", after / "kpis" / "a.json", masks, after / "parts")
    assert compare(before, after).equal == {}


def test_ids_without_a_letter_are_known_by_the_manifest_and_masked_whole(masks: Masks) -> None:
    knowing = masks.knowing([{"artifacts": [{"edition": "12345678901203c3", "size": 9}]}])
    assert knowing.text('edición 123456789012&; 12345678901203c3; "size": 41') == (
        'edición <id>&; <id>; "size": 0'
    )


def test_data_keep_their_days_and_numbers(masks: Masks) -> None:
    told = "2026-09-30, 10:00, 84000.00, cus_1, 001Hs000000001cIAA, 12 345 678"
    assert masks.text(told) == told


def test_a_fast_take_is_compared_by_what_it_holds(tmp_path: Path, masks: Masks) -> None:
    before = taken(tmp_path / "before", masks, "old")
    after = taken(tmp_path / "after", masks, "old")
    (after / "files" / "deck.pptx.txt").unlink()
    assert names(compare(before, after)) == ["files/deck.pptx.txt"]
    (after / FAST_MARK).touch()
    assert names(compare(before, after)) == []
    (after / "terminal" / "en" / "status.txt").write_text("changed")
    assert names(compare(before, after)) == ["terminal/en/status.txt"]
