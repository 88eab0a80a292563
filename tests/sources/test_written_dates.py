"""Dates and times are read only in the formats that the mapping states."""

import pandas as pd
import pytest

from sources.values.dates import Clock

MEXICO = "America/Mexico_City"


def instant(text: str, *formats: str, zone: str = MEXICO) -> str | None:
    moment = Clock(formats or ("iso",), zone).read([text]).instant[0]
    return None if pd.isna(moment) else moment.strftime("%Y-%m-%d %H:%M:%S")


@pytest.mark.parametrize(
    ("text", "formats", "expected"),
    [
        ("2026-10-01", ("iso",), "2026-10-01 06:00:00"),
        ("2026-10-01 12:30", ("iso",), "2026-10-01 18:30:00"),
        ("2026-10-01T12:30:15.250Z", ("iso",), "2026-10-01 12:30:15"),
        ("2024-01-22T16:14:25.000+0000", ("iso",), "2024-01-22 16:14:25"),
        ("2024-01-22T16:14:25-06:00", ("iso",), "2024-01-22 22:14:25"),
        ("2021-01-31 19:13:19.638 UTC", ("iso",), "2021-01-31 19:13:19"),
        ("01/02/2026", ("%d/%m/%Y",), "2026-02-01 06:00:00"),
        ("01/02/2026", ("%m/%d/%Y",), "2026-01-02 06:00:00"),
        ("30/Oct/26 5:00 PM", ("%d/%b/%y %I:%M %p",), "2026-10-30 23:00:00"),
        ("01-ene-2026", ("%d-%b-%Y",), "2026-01-01 06:00:00"),
        ("01-SEPT.-2026", ("%d-%b-%Y",), "2026-09-01 06:00:00"),
        ("1 de setiembre de 2026", ("%d de %B de %Y",), "2026-09-01 06:00:00"),
        ("15 dic. 26 17:00", ("%d %b. %y %H:%M",), "2026-12-15 23:00:00"),
        ("April 3, 2026", ("%B %d, %Y",), "2026-04-03 06:00:00"),
        ("may 2026", ("%b %Y",), "2026-05-01 06:00:00"),
        ("05/août/26 2:47 PM", ("%d/%b/%y %I:%M %p",), "2026-08-05 20:47:00"),
        ("15/juil./26 5:50 PM", ("%d/%b/%y %I:%M %p",), "2026-07-15 23:50:00"),
        ("03/out/26 9:00 AM", ("%d/%b/%y %I:%M %p",), "2026-10-03 15:00:00"),
        ("03. Dez. 2026", ("%d. %b. %Y",), "2026-12-03 06:00:00"),
        ("15/11/22", ("iso", "%d/%m/%y"), "2022-11-15 06:00:00"),
        ("2026-10-01 12:00 +0200", ("%Y-%m-%d %H:%M %z",), "2026-10-01 10:00:00"),
        ("1790856000", ("unix",), "2026-10-01 12:00:00"),
        ("1790856000000", ("unix_ms",), "2026-10-01 12:00:00"),
        ("46296", ("excel",), "2026-10-01 06:00:00"),
        ("46296.5", ("excel",), "2026-10-01 18:00:00"),
    ],
)
def test_moments_are_read_by_the_stated_format(
    text: str, formats: tuple[str, ...], expected: str
) -> None:
    assert instant(text, *formats) == expected


@pytest.mark.parametrize(
    ("text", "formats"),
    [
        ("CANCELAR", ("iso",)),
        ("#VALUE!", ("iso", "%d/%m/%Y")),
        ("now", ("%Y-%m-%d",)),
        ("today", ("iso",)),
        ("2026", ("iso",)),
        ("20261001", ("iso",)),
        ("2026-02-30", ("iso",)),
        ("31/12/2026", ("iso",)),
        ("13/13/2026", ("%d/%m/%Y",)),
        ("30-brumario-2026", ("%d-%b-%Y",)),
        ("31-feb-2026", ("%d-%b-%Y",)),
        ("9999-12-31", ("iso",)),
        ("0001-01-01", ("iso",)),
        ("2026-10-01", ("unix",)),
        ("99999999999999", ("unix",)),
    ],
)
def test_what_no_stated_format_reads_is_no_date(text: str, formats: tuple[str, ...]) -> None:
    assert instant(text, *formats) is None


def test_an_hour_that_occurs_twice_is_its_first_and_one_that_never_was_moves_on() -> None:
    assert instant("2026-10-25 02:30", zone="Europe/Madrid") == "2026-10-25 00:30:00"
    assert instant("2026-03-29 02:30", zone="Europe/Madrid") == "2026-03-29 01:00:00"


def test_texts_of_several_formats_in_one_column_are_each_read() -> None:
    moments = Clock(("iso", "%d.%m.%Y"), "UTC").read(["2026-10-01", "02.10.2026", "x", ""])
    assert moments.local.dt.day.fillna(0).tolist() == [1, 2, 0, 0]
