"""Files get their final name whole or not at all, and no name twice."""

import errno
import os
from pathlib import Path

import pytest

from pipeline.publishing.publish import (
    DiskFullError,
    NotWritableError,
    client_slug,
    replace,
    write_new,
)


def test_a_name_that_is_taken_keeps_its_bytes(tmp_path: Path) -> None:
    write_new(tmp_path / "deck.pptx", b"one")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "deck.pptx", b"two")
    assert (tmp_path / "deck.pptx").read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["deck.pptx"]


def test_the_same_bytes_again_are_the_same_file(tmp_path: Path) -> None:
    first = write_new(tmp_path / "deck.pptx", b"one")
    before = (tmp_path / "deck.pptx").stat().st_mtime_ns
    assert write_new(tmp_path / "deck.pptx", b"one") == first
    assert (tmp_path / "deck.pptx").stat().st_mtime_ns == before


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_files_and_manifests_obey_the_umask(tmp_path: Path, umask: int, mode: int) -> None:
    before = os.umask(umask)
    try:
        paths = [write_new(tmp_path / "deck.pptx", b"one").path]
        paths += [replace(tmp_path / "manifest.json", text).path for text in (b"old", b"new")]
    finally:
        os.umask(before)
    assert {path.stat().st_mode & 0o777 for path in paths} == {mode}


def test_the_newest_copy_is_replaced_in_one_step(tmp_path: Path) -> None:
    replace(tmp_path / "manifest.json", b"old")
    replace(tmp_path / "manifest.json", b"new")
    assert (tmp_path / "manifest.json").read_bytes() == b"new"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    ("number", "told"), [(errno.ENOSPC, DiskFullError), (errno.EROFS, NotWritableError)]
)
def test_a_failing_disk_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: type[Exception]
) -> None:
    def fail(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(told, match=r"deck\.pptx"):
        write_new(tmp_path / "deck.pptx", b"one")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "client_id", "slug"),
    [
        ("Café Ñandú, S.A. de C.V.", "A-1", "cafe-nandu-s-a-de-c-v-A-1"),
        ("東京", "0015e00000A1b2CAAR", "dong-jing-0015e00000A1b2CAAR"),
        ("🚀", "7", "client-7"),
        ("Asociación Interterritorial de Cooperativas y", "7", "asociacion-interterritorial-de-7"),
        ("../../etc", "7", "etc-7"),
    ],
)
def test_client_names_become_plain_file_names(name: str, client_id: str, slug: str) -> None:
    assert client_slug(name, client_id) == slug


def test_ids_that_are_no_file_names_stay_apart() -> None:
    assert client_slug("A", "x/y") != client_slug("A", "x-y")
    assert "/" not in client_slug("A", "x/../y")
    assert len(client_slug("A" * 200, "9" * 300)) < 90
