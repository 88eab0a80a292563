"""What the archive and the warehouse bring back, and what they say of what they cannot."""

import hashlib
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from deliveries import NOVEMBER, OCTOBER, promote

from messages.errors import worded
from pipeline.publishing.kept import keep, keep_published
from pipeline.restore import NothingToRestoreError, Restored, restore
from pipeline.settings import Settings
from sources.landing.archive import copy_of, stored
from warehouse import ArtifactRecord, ExportRecord, RunFile, Subject, open_warehouse

DECK = "2026-Q3/acme-1/qbr-acme-1-2026-Q3-es-v1.pptx"
INVOICES = "2026-10-01/stripe/invoices.csv"


def land(settings: Settings, landed_at: datetime, source: str, files: Mapping[str, bytes]) -> None:
    """Exports as a run lands, archives and loads them."""
    exports = []
    for name, content in files.items():
        path = Path(settings.landing) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        copy = stored((content,), settings.archive)
        exports.append(ExportRecord(source, name, copy.sha256, copy.size, str(copy.path)))
    with open_warehouse(settings.warehouse_url) as warehouse:
        promote(warehouse, landed_at, exports, {})


def publish(settings: Settings, files: Mapping[str, bytes]) -> None:
    """Decks, and a manifest of their run."""
    with open_warehouse(settings.warehouse_url) as warehouse:
        run_id = warehouse.start_run("2026-Q3", OCTOBER)
        for name, content in files.items():
            copy = keep(settings.archive, name, content)
            path = settings.output / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            warehouse.register_artifact(artifact(run_id, name, copy.sha256))
        text = run_id.encode()
        copy = keep(settings.archive, "manifest.json", text)
        warehouse.register_run_file(
            RunFile(run_id, "2026-Q3/manifest.json", copy.sha256, copy.size)
        )
        (settings.output / "2026-Q3/manifest.json").write_bytes(text)


def artifact(run_id: str, name: str, sha256: str) -> ArtifactRecord:
    return ArtifactRecord(
        run_id, Subject.client("1"), "2026-Q3", name, "es", 1, name, sha256, 1, name
    )


@pytest.fixture
def settings(
    warehouse_url: str, on_warehouse: Callable[[str], Settings], tmp_path: Path
) -> Settings:
    places = {name: tmp_path / name for name in ("landing", "archive", "output", "root")}
    for place in places.values():
        place.mkdir(exist_ok=True)
    return replace(
        on_warehouse(warehouse_url),
        root=places["root"],
        landing=str(places["landing"]),
        archive=places["archive"],
        output=places["output"],
    )


def files_of(settings: Settings) -> dict[str, bytes]:
    places = (Path(settings.landing), settings.output, settings.root)
    paths = (path for place in places for path in place.rglob("*") if path.is_file())
    return {str(path): path.read_bytes() for path in paths}


def wipe(settings: Settings) -> None:
    for place in (Path(settings.landing), settings.output):
        shutil.rmtree(place)


def told(restored: Restored) -> str:
    return " ".join(worded(each, "en") for each in restored.told)


def test_published_files_and_exports_come_back_byte_for_byte(settings: Settings) -> None:
    land(settings, OCTOBER, "stripe", {INVOICES: b"a,b\n", "2026-10-01/stripe/x.zip/y.csv": b"y"})
    publish(settings, {DECK: b"deck"})
    publish(settings, {DECK.replace("v1", "v2"): b"deck 2"})  # its manifest.json is the newest
    before = files_of(settings)
    wipe(settings)
    restored = restore(settings)
    assert files_of(settings) == before
    assert (len(restored.written), restored.right, restored.told) == (5, 0, ())
    again = restore(settings)
    assert (again.written, again.right, again.told) == ((), 5, ())


def test_undated_exports_are_those_of_the_last_delivery_and_of_its_time(settings: Settings) -> None:
    land(settings, OCTOBER, "stripe", {"invoices.csv": b"old", "plans.csv": b"gone since"})
    land(settings, NOVEMBER, "stripe", {"invoices.csv": b"new"})
    wipe(settings)
    restore(settings)
    landing = Path(settings.landing)
    assert {path.name: path.read_bytes() for path in landing.iterdir()} == {"invoices.csv": b"new"}
    assert (landing / "invoices.csv").stat().st_mtime == NOVEMBER.timestamp()


def test_an_account_map_comes_back_beside_the_settings(settings: Settings) -> None:
    land(settings, OCTOBER, "account_map", {"account_map.csv": b"map"})
    wipe(settings)
    restore(settings)
    assert (settings.root / "account_map.csv").read_bytes() == b"map"
    assert not Path(settings.landing).exists()


def test_a_damaged_and_a_missing_copy_cost_their_own_files_only(settings: Settings) -> None:
    other, third = DECK.replace("v1", "v2"), DECK.replace("v1", "v3")
    publish(settings, {DECK: b"one", other: b"two", third: b"three"})
    wipe(settings)
    copy_of(settings.archive, hashlib.sha256(b"one").hexdigest()).write_bytes(b"0ne")
    copy_of(settings.archive, hashlib.sha256(b"two").hexdigest()).unlink()
    restored = restore(settings)
    assert not (settings.output / DECK).exists()
    assert not (settings.output / other).exists()
    assert (settings.output / third).read_bytes() == b"three"
    assert f"{DECK}: not brought back, as the bytes of" in told(restored)
    assert f"{other}: not brought back, as the archive has no" in told(restored)
    assert len(restored.told) == 2


def test_a_file_that_says_something_else_now_is_left_alone_and_told(settings: Settings) -> None:
    publish(settings, {DECK: b"one"})
    (settings.output / DECK).write_bytes(b"edited by hand")
    restored = restore(settings)
    assert (settings.output / DECK).read_bytes() == b"edited by hand"
    assert f"{DECK} is there with other bytes, and was left alone" in told(restored)


def test_an_export_that_could_not_be_read_is_told(settings: Settings) -> None:
    with open_warehouse(settings.warehouse_url) as warehouse:
        promote(warehouse, OCTOBER, [ExportRecord("stripe", INVOICES, "", 0, ".")], {})
    assert "could not be read when it landed" in told(restore(settings))


def test_a_name_that_leads_out_of_its_folder_is_not_written(settings: Settings) -> None:
    publish(settings, {DECK: b"one"})
    copy = keep(settings.archive, "x", b"two")
    with open_warehouse(settings.warehouse_url) as warehouse:
        run_id = warehouse.start_run("2026-Q3", OCTOBER)
        warehouse.register_artifact(artifact(run_id, "../elsewhere", copy.sha256))
    assert "would lie outside its folder" in told(restore(settings))
    assert not (settings.output.parent / "elsewhere").exists()


def test_exports_of_a_landing_place_elsewhere_come_into_a_folder_that_is_named(
    settings: Settings, tmp_path: Path
) -> None:
    land(settings, OCTOBER, "stripe", {INVOICES: b"a,b\n"})
    far = replace(settings, landing="s3://bucket/landing")
    assert "s3://bucket/landing is not of this machine" in told(restore(far))
    assert restore(far, tmp_path / "here").told == ()
    assert (tmp_path / "here" / INVOICES).read_bytes() == b"a,b\n"


def test_a_warehouse_that_knows_of_nothing_is_one_sentence(settings: Settings) -> None:
    with pytest.raises(NothingToRestoreError, match="no published file and no export"):
        restore(settings)


def test_what_an_earlier_release_published_is_archived_when_it_is_found_again(
    settings: Settings,
) -> None:
    path = settings.output / DECK
    path.parent.mkdir(parents=True)
    path.write_bytes(b"deck")
    known = artifact("r", DECK, hashlib.sha256(b"deck").hexdigest())
    keep_published(settings, known)
    assert copy_of(settings.archive, known.sha256).read_bytes() == b"deck"
    path.write_bytes(b"edited")
    other = replace(known, sha256=hashlib.sha256(b"as published").hexdigest())
    keep_published(settings, other)
    assert not copy_of(settings.archive, other.sha256).exists()
