"""A disk that fills up in the midst of a run, at each place: one sentence, nothing half-written,
and the next run makes what an undisturbed one would have made."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from full_disks import SmallDisk, small_disk
from whole_runs import computed, ordered, published

from messages.errors import CarteraError
from pipeline.settings import Settings, load_settings
from samples import generate
from warehouse import open_warehouse

pytestmark = pytest.mark.thorough

PERIOD = "2026-Q3"
CLIENTS = 2

Before = Callable[[str], object]
"""Called with the name of each step before it."""


def run(settings: Settings, before: Before = lambda _: None) -> dict[str, str]:
    """SHA-256 of all that is published in the end."""
    before("ingest")
    order = ordered(settings, PERIOD)
    before("compute")
    computed(order)
    before("publish")
    results = published(order)
    return {
        item.path.name: hashlib.sha256(item.path.read_bytes()).hexdigest() for item in results.files
    }


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("undisturbed") / "company"
    generate(folder, CLIENTS, 7)
    return run(load_settings(folder))


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk") as disk:
        yield disk


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    generate(tmp_path / "company", CLIENTS, 7)
    return load_settings(tmp_path / "company")


def on_disk(settings: Settings, place: str, disk: Path, patch: pytest.MonkeyPatch) -> Settings:
    """The company with one of its places on the disk."""
    if place == "temporary":
        patch.setattr("tempfile.tempdir", str(disk))
        return settings
    if place == "warehouse":
        return replace(settings, warehouse_url=f"sqlite:///{disk}/warehouse.db")
    return replace(settings, **{place: disk / place})


@pytest.mark.parametrize(
    ("place", "step", "kib", "sentence"),
    [
        ("archive", "ingest", 8, "could not be archived in .* no space is left"),
        ("warehouse", "ingest", 64, "the disk of the warehouse .* is full and nothing was changed"),
        ("temporary", "ingest", 64, "the temporary folder .* is full and nothing was changed"),
        ("warehouse", "compute", 16, "the disk of the warehouse .* is full and nothing was"),
        ("output", "publish", 16, "the disk is full, so .* could not be written to"),
        ("archive", "publish", 16, "could not be archived in .* no space is left"),
    ],
)
def test_a_disk_that_fills_up_is_told_and_the_next_run_is_whole(
    settings: Settings,
    disk: SmallDisk,
    monkeypatch: pytest.MonkeyPatch,
    undisturbed: dict[str, str],
    place: str,
    step: str,
    kib: int,
    sentence: str,
) -> None:
    settings = on_disk(settings, place, disk.place, monkeypatch)
    open_warehouse(settings.warehouse_url).close()
    with pytest.raises(CarteraError, match=sentence):
        run(settings, lambda name: disk.leave(kib) if name == step else None)
    assert list(disk.place.rglob(".unfinished-*")) == []
    assert place != "temporary" or list(disk.place.iterdir()) == [disk.ballast]
    disk.make_room()
    assert run(settings) == undisturbed
