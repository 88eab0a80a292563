"""Printed pages end between the parts of a sheet."""

from reports.workbook.model import Area, PrintSetup
from reports.workbook.paging import lines_of, paged

WIDTHS = (2.0, 60.0, 20.0)


def setup(last_row: int, pages_tall: int = 0) -> PrintSetup:
    return PrintSetup(False, Area(0, 0, last_row, 2), "", pages_tall=pages_tall)


def test_a_part_that_a_page_would_tear_begins_the_next() -> None:
    found = paged(setup(60), WIDTHS, {}, (4, 40))
    assert (found.scale, found.breaks) == (100, (40,))


def test_a_long_list_keeps_its_first_rows_under_its_heading() -> None:
    assert paged(setup(200), WIDTHS, {}, (4, 44)).breaks == (44,)
    assert paged(setup(200), WIDTHS, {}, (4, 30)).breaks == ()


def test_parts_that_fall_well_and_sheets_of_one_page_are_left_to_the_reader() -> None:
    assert paged(setup(45), WIDTHS, {}, (4, 40)) == setup(45)
    assert paged(setup(90, pages_tall=1), WIDTHS, {}, (4, 40)) == setup(90, pages_tall=1)


def test_wide_sheets_shrink_before_they_are_broken() -> None:
    wide = paged(setup(100), (2.0, 120.0, 40.0), {}, (4, 60))
    assert wide.scale == 55
    assert wide.breaks == (60,)


def test_rows_made_taller_count() -> None:
    assert paged(setup(45), WIDTHS, {6: 120.0}, (4, 40)).breaks == (40,)


def test_text_takes_the_lines_that_its_column_asks_for() -> None:
    assert lines_of("Beneficio contratado, EUR", 13, bold=True) == 3
    assert lines_of("Beneficio contratado, EUR", 40, bold=True) == 1
