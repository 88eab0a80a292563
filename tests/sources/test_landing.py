"""What lies in the landing place becomes deliveries, archived before anything reads them."""

import gzip
import hashlib
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from mapping_texts import payments, write_mapping

from messages.clause import clause
from sources.errors import ArchiveError, DeliveryDateError
from sources.landing.landing import Delivery, land
from sources.landing.places.errors import LandingMissingError
from sources.mapping.load import load_mapping


def landed(folder: Path) -> tuple[Delivery, ...]:
    mapping = load_mapping(write_mapping(folder, payments('pattern = "pay*.csv"')))
    return land(str(folder / "landing"), folder / "archive", [mapping])


def put(folder: Path, name: str, content: bytes = b"x") -> Path:
    path = folder / "landing" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_a_folder_named_by_a_date_is_a_delivery_of_that_moment(tmp_path: Path) -> None:
    put(tmp_path, "2026-10-01T0630/pay.csv")
    put(tmp_path, "2026-09-01 september/erp/pay.csv")
    first, second = landed(tmp_path)
    assert first.landed_at == datetime(2026, 9, 1, tzinfo=UTC)
    assert second.landed_at == datetime(2026, 10, 1, 6, 30, tzinfo=UTC)
    assert first.exports[0].source_file == "2026-09-01 september/erp/pay.csv"


def test_files_outside_dated_folders_form_one_delivery_of_their_newest_time(
    tmp_path: Path,
) -> None:
    for name, seconds in (("pay1.csv", 1_000), ("erp/pay2.csv", 2_000)):
        os.utime(put(tmp_path, name), (seconds, seconds))
    (delivery,) = landed(tmp_path)
    assert delivery.landed_at == datetime.fromtimestamp(2_000, tz=UTC)
    assert [export.source_file for export in delivery.exports] == ["erp/pay2.csv", "pay1.csv"]


def test_exports_are_archived_untouched_under_their_digest(tmp_path: Path) -> None:
    content = gzip.compress(b"\xff raw bytes")
    put(tmp_path, "2026-10-01/pay.csv.gz", content)
    (export,) = landed(tmp_path)[0].exports
    assert export.sha256 == hashlib.sha256(content).hexdigest()
    assert export.archive_path.name == export.sha256
    assert export.archive_path.read_bytes() == content
    assert export.size == len(content)


def test_an_archived_file_is_never_written_again(tmp_path: Path) -> None:
    put(tmp_path, "2026-10-01/pay.csv")
    (export,) = landed(tmp_path)[0].exports
    export.archive_path.write_bytes(b"as it was kept")
    landed(tmp_path)
    assert export.archive_path.read_bytes() == b"as it was kept"
    assert [path.name for path in (tmp_path / "archive").rglob("*") if path.is_file()] == [
        export.sha256
    ]


def test_files_that_no_mapping_names_are_told_and_hidden_ones_are_not(tmp_path: Path) -> None:
    put(tmp_path, "2026-10-01/notes.txt")
    put(tmp_path, "2026-10-01/.pay.csv.part")
    (delivery,) = landed(tmp_path)
    assert delivery.exports == ()
    assert delivery.unmatched == ("2026-10-01/notes.txt",)


def test_a_link_that_leads_nowhere_is_the_fault_of_its_file_alone(tmp_path: Path) -> None:
    put(tmp_path, "2026-10-01/pay1.csv")
    (tmp_path / "landing/2026-10-01/pay2.csv").symlink_to(tmp_path / "gone.csv")
    itself = tmp_path / "landing/2026-10-01/pay3.csv"
    itself.symlink_to(itself)
    first, second, third = landed(tmp_path)[0].exports
    assert (first.source_file, first.fault) == ("2026-10-01/pay1.csv", None)
    assert second.fault == third.fault == clause("export-gone")


def test_what_is_no_file_of_the_landing_place_is_not_opened(tmp_path: Path) -> None:
    """A pipe would wait for ever, a link may lead to an endless device."""
    put(tmp_path, "2026-10-01/pay1.csv")
    day = tmp_path / "landing/2026-10-01"
    os.mkfifo(day / "pay2.csv")
    (day / "pay3.csv").symlink_to("/dev/zero")
    (tmp_path / "elsewhere.csv").write_text("a")
    (day / "pay4.csv").symlink_to(tmp_path / "elsewhere.csv")
    (day / "pay5.csv").symlink_to(day / "pay1.csv")
    faults = {item.source_file[-8:]: item.fault for item in landed(tmp_path)[0].exports}
    assert faults == {
        "pay1.csv": None,
        "pay2.csv": clause("export-no-file"),
        "pay3.csv": clause("export-links-out"),
        "pay4.csv": clause("export-links-out"),
        "pay5.csv": None,
    }


def test_a_folder_with_an_impossible_date_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "2026-13-01/pay.csv")
    with pytest.raises(DeliveryDateError, match="'2026-13-01' does not start with a real date"):
        landed(tmp_path)


def test_a_landing_place_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(LandingMissingError, match="is not there; create it"):
        landed(tmp_path)


def test_an_archive_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    put(tmp_path, "2026-10-01/pay.csv")
    (tmp_path / "archive").write_text("a file where the folder should be")
    with pytest.raises(ArchiveError, match=r"2026-10-01/pay.csv could not be archived"):
        landed(tmp_path)
