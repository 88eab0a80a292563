"""Files that hold a name are found however they hold it; what cannot be looked through is told."""

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from unicodedata import normalize

import pytest
from deliveries import OCTOBER
from kept_people import (
    ANA,
    CONTACTS,
    CUT_OFF,
    deep,
    kept_copy,
    landed,
    office_file,
    packed_file,
    publish,
    settings_in,
    zipped,
)

from pipeline.forgetting import find, forget
from pipeline.settings import Settings
from warehouse import (
    ForgottenRecord,
    Warehouse,
)

pytestmark = pytest.mark.thorough


@pytest.fixture
def settings(
    warehouse_url: str, on_warehouse: Callable[[str], Settings], tmp_path: Path
) -> Settings:
    return settings_in(tmp_path, on_warehouse(warehouse_url))


@pytest.fixture
def warehouse(settings: Settings) -> Iterator[Warehouse]:
    yield from landed(settings)


@pytest.mark.parametrize(
    "content",
    [
        office_file("Manager:", ANA, "Next: to agree"),
        office_file(f"With {ANA}"),
        office_file("ANA RUÍZ"),
        packed_file(f"<si><t>Manager</t></si><si><t>{ANA}</t></si><si><t>Next</t></si>"),
        packed_file(f"<p:cNvPr descr='{ANA}'/>"),
        f"# Manager\n{ANA}\n".encode(),
        normalize("NFD", ANA).encode(),
        "ANA RUíZ, ana ruÍz".encode(),
        ANA.upper().encode("cp850"),
        json.dumps(f"Ask:\n{ANA}").encode(),
        b"<p>Ana Ru&#xed;z</p>",
        gzip.compress(CONTACTS),
        gzip.compress(b"-" * (2**20 - 3) + ANA.encode()),
        zipped(office_file(ANA)),
        zipped(zipped(gzip.compress(CONTACTS))),
        zipped(b"", name=f"{ANA}.csv"),
    ],
    ids=[
        *("in runs", "at an end", "capitals", "cells side by side", "attribute", "text"),
        *("accents apart", "odd capitals", "old encoding", "JSON", "reference", "gzip"),
        *("over two blocks", "office file in ZIP", "gzip in ZIP in ZIP", "name of a member"),
    ],
)
def test_a_name_is_found_however_a_file_holds_it(
    settings: Settings, warehouse: Warehouse, content: bytes
) -> None:
    path = publish(settings, warehouse, "2026-Q3/sur.pptx", content)
    assert find(settings, ANA, "").published == (path,)


@pytest.mark.parametrize(
    "content",
    [
        deep(ANA.encode(), 5),
        CUT_OFF,
        gzip.compress(bytes(70 * 2**20) + ANA.encode()),
        zipped(ANA.encode()).replace(b"\x00\x00\x08\x00", b"\x01\x00\x08\x00"),
        b"%PDF-1.7",
    ],
    ids=["too deep", "cut off", "unpacks to far more", "encrypted", "PDF"],
)
def test_what_cannot_be_looked_through_is_told(
    settings: Settings, warehouse: Warehouse, content: bytes
) -> None:
    path = publish(settings, warehouse, "2026-Q3/sur.bin", content)
    found = find(settings, ANA, "")
    is_found = path in found.published
    assert is_found or path in found.unsearched
    assert is_found is (content == CUT_OFF)
    assert len(found.unsearched) == (0 if is_found else 2)  # the archive's copy, too


@pytest.mark.parametrize("is_crashed", [False, True], ids=["at once", "after a crash"])
def test_pictures_of_a_deck_go_with_it(
    settings: Settings, warehouse: Warehouse, is_crashed: bool
) -> None:
    decks: dict[str, Path] = {}
    pictures: dict[str, tuple[Path, Path]] = {}
    for name, text in {"hers": ANA, "others": "Sur"}.items():
        deck = publish(settings, warehouse, f"2026-Q3/{name}.pptx", office_file(text))
        decks[name] = kept_copy(settings, deck)
        path = f"2026-Q3/A2/internal-pages-{decks[name].name}-es-v1.zip"
        shown = publish(settings, warehouse, path, zipped(name.encode()))
        pictures[name] = shown, kept_copy(settings, shown)
    if is_crashed:
        sha256 = decks["hers"].name
        warehouse.add_forgotten(ForgottenRecord(OCTOBER, "dpo", "x", 1, (sha256,)))
        decks["hers"].unlink()
        (settings.output / "2026-Q3/hers.pptx").unlink()
    found = find(settings, ANA, "")
    assert pictures["hers"][0] in found.published and pictures["hers"][1] in found.archived
    forget(settings, found, "dpo")
    assert not any(path.exists() for path in pictures["hers"])
    assert all(path.exists() for path in pictures["others"])
