"""Files of which no sample can be taken say why."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from messages.errors import worded
from sources.errors import UnreadableExportError
from sources.proposer.samples import samples_of, stream_of


def empty_workbook(path: Path, *sheets: str) -> Path:
    book = Workbook()
    for sheet in sheets:
        book.create_sheet(sheet)
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("sheets", "told", "in_spanish"),
    [
        ((), "its first sheet is empty", "hoja"),
        (("Two",), "its sheets are empty", "hojas"),
    ],
)
def test_a_workbook_without_a_row_is_told(
    tmp_path: Path, sheets: tuple[str, ...], told: str, in_spanish: str
) -> None:
    path = empty_workbook(tmp_path / "export.xlsx", *sheets)
    with pytest.raises(UnreadableExportError, match=told) as refused:
        samples_of(path, path.name)
    assert in_spanish in worded(refused.value, "es")


def test_a_quote_that_holds_more_than_a_field_may_is_told(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text("id,name\n1,A\n2,B\n", "utf-8")
    (sample,) = samples_of(path, path.name)
    path.write_text(f'id,name\n1,"{"A" * 140_000}"\n', "utf-8")
    with pytest.raises(UnreadableExportError, match="its quotes: field larger than"):
        list(stream_of(sample))
