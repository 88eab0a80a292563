"""A disk that fills up in the midst of a run, at each place: one sentence, nothing half-written,
and the next run makes what an undisturbed one would have made."""

import hashlib
import shutil
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

pytestmark = pytest.mark.long  # real kills, clusters and disks take minutes

PERIOD = "2026-Q3"
CLIENTS = 2


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk") as disk:
        yield disk


@pytest.fixture(scope="module")
def landed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("landed") / "company"
    generate(folder, CLIENTS, 7)
    return folder


@pytest.fixture(scope="module")
def made(landed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A company whose figures are stored, with what is published of them."""
    folder = tmp_path_factory.mktemp("made") / "company"
    shutil.copytree(landed, folder)
    order = ordered(load_settings(folder), PERIOD)
    computed(order)
    shutil.copy(folder / "warehouse.db", folder / "computed.db")
    published(order)
    return folder


@pytest.fixture
def on_disk(
    tmp_path: Path, disk: SmallDisk, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Path, str], Settings]:
    """A copy of a company with one of its places on the disk."""

    def moved(company: Path, place: str) -> Settings:
        folder = tmp_path / "company"
        shutil.copytree(company, folder, ignore=shutil.ignore_patterns("output"))
        settings = load_settings(folder)
        if place == "temporary":
            monkeypatch.setattr("tempfile.tempdir", str(disk.place))
            return settings
        if place == "warehouse":
            return replace(settings, warehouse_url=f"sqlite:///{disk.place}/warehouse.db")
        return replace(settings, **{place: disk.place / place})

    return moved


def digests(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.suffix in (".pptx", ".xlsx", ".md")
    }


@pytest.mark.parametrize(
    ("place", "kib", "sentence"),
    [
        ("archive", 8, "could not be archived in .*no space left"),
        ("warehouse", 64, "the disk of the warehouse .* is full and nothing was changed"),
        ("temporary", 64, "the temporary folder .* is full and nothing was changed"),
    ],
)
def test_a_disk_that_fills_up_while_exports_are_read_is_told(
    landed: Path,
    on_disk: Callable[[Path, str], Settings],
    disk: SmallDisk,
    place: str,
    kib: int,
    sentence: str,
) -> None:
    settings = on_disk(landed, place)
    open_warehouse(settings.warehouse_url).close()
    disk.leave(kib)
    with pytest.raises(CarteraError, match=sentence):
        ordered(settings, PERIOD)
    assert list(disk.place.rglob(".unfinished-*")) == []
    assert place != "temporary" or list(disk.place.iterdir()) == [disk.ballast]
    with open_warehouse(settings.warehouse_url) as warehouse:
        assert warehouse.known_at_latest() is None
    disk.make_room()
    assert len(ordered(settings, PERIOD).shards[0].client_ids) >= CLIENTS


def test_a_warehouse_that_fills_up_while_figures_are_stored_is_told(
    landed: Path, on_disk: Callable[[Path, str], Settings], disk: SmallDisk
) -> None:
    order = ordered(on_disk(landed, "warehouse"), PERIOD)
    disk.leave(16)
    with pytest.raises(CarteraError, match=r"the disk of the warehouse .* is full"):
        computed(order)
    disk.make_room()
    computed(order)


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("output", "the disk is full, so .* could not be written to"),
        ("archive", "could not be archived in .*no space left"),
    ],
)
def test_a_disk_that_fills_up_while_files_are_published_is_told(
    made: Path,
    on_disk: Callable[[Path, str], Settings],
    disk: SmallDisk,
    place: str,
    sentence: str,
) -> None:
    settings = on_disk(made, place)
    (settings.root / "computed.db").replace(settings.root / "warehouse.db")
    order = ordered(settings, PERIOD)
    disk.leave(16)
    with pytest.raises(CarteraError, match=sentence):
        published(order)
    assert list(disk.place.rglob(".unfinished-*")) == []
    assert digests(settings.output).items() < digests(made / "output").items()
    disk.make_room()
    published(ordered(settings, PERIOD))
    assert digests(settings.output) == digests(made / "output")
