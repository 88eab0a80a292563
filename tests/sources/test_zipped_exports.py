"""The weekly ZIP: its files are exports like others; one made to harm stops its source."""

import io
import stat
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from mapping_texts import payments
from read_exports import ReadFiles

ROWS = "id,account,day,amount,currency\np1,A,2026-09-01,1,MXN\n"
WEEKLY = payments().replace('source = "erp"', 'source = "erp"\narchives = ["WE_*.zip"]')


def packed(*members: tuple[str | ZipInfo, bytes]) -> bytes:
    memory = io.BytesIO()
    with ZipFile(memory, "w", ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return memory.getvalue()


def test_the_files_of_a_weekly_zip_are_read_in_place(read_files: ReadFiles) -> None:
    content = packed(("export.csv", ROWS.encode()), ("other.txt", b"x"), ("__MACOSX/a", b""))
    read = read_files(WEEKLY, files={"WE_1.ZIP": content})
    assert read.column("payments", "amount_minor") == [100]
    assert read.column("payments", "source_file") == ["2026-10-01/WE_1.ZIP/export.csv"]
    assert read.result.unmatched == ("2026-10-01/WE_1.ZIP/other.txt",)


def test_a_zip_that_no_mapping_names_is_left(read_files: ReadFiles) -> None:
    read = read_files(payments(), files={"WE_1.zip": packed(("export.csv", ROWS.encode()))})
    assert read.result.unmatched == ("2026-10-01/WE_1.zip",)


def link() -> ZipInfo:
    info = ZipInfo("export.csv")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


BOMB = packed(("export.csv", b"0" * (70 * 2**20)))
MANY = packed(*((f"{number}.csv", b"") for number in range(2_001)))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"PK\x03\x04 not a zip", "no ZIP file"),
        (packed(("export.csv", ROWS.encode()))[:-30], "no ZIP file"),
        (BOMB, "far more"),
        (MANY, "far more"),
        (packed(("../export.csv", b"x")), "outside it"),
        (packed(("/etc/export.csv", b"x")), "outside it"),
        (packed(("C:\\export.csv", b"x")), "outside it"),
        (packed((link(), b"/etc/passwd")), "outside it"),
    ],
    ids=["no zip", "cut", "bomb", "many", "up", "root", "drive", "link"],
)
def test_a_zip_made_to_harm_stops_its_source_with_one_sentence(
    read_files: ReadFiles, content: bytes, told: str, tmp_path: Path
) -> None:
    read = read_files(WEEKLY, files={"WE_1.zip": content})
    (sentence,) = read.sentences
    assert sentence.startswith("erp WE_1.zip: ")
    assert told in sentence
    assert not read.result.tables
    assert not list(tmp_path.rglob(".unfinished-*"))
