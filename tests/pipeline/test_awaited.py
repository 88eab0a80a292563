"""Files that a month waits for: which of them are late."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest

from pipeline.ingest.awaited import late_files
from pipeline.settings import Settings, load_settings
from pipeline.settings_section import Schedule
from transforms.core.periods import Period

SEPTEMBER = Period.parse("2026-09")
ON_TIME = date(2026, 10, 5)


def exports(*files: tuple[str, datetime]) -> pd.DataFrame:
    names, moments = zip(*files, strict=True)
    landed = pd.Series(list(moments), dtype="datetime64[us, UTC]")
    return pd.DataFrame({"source_file": pd.Series(names, dtype="str"), "landed_at": landed})


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    text = '[company]\nname = "Norte"\ntime_zone = "America/Mexico_City"\n'
    (tmp_path / "cartera.toml").write_text(text)
    awaited = Schedule(awaited=("stripe/invoices*.csv", "salesforce/*"))
    return replace(load_settings(tmp_path), schedule=awaited)


def test_a_file_of_before_the_periods_end_is_late(settings: Settings) -> None:
    landed = exports(
        ("2026-09-01/stripe/invoices.csv", datetime(2026, 9, 1, tzinfo=UTC)),
        ("2026-10-02/Salesforce/Account.csv", datetime(2026, 10, 2, tzinfo=UTC)),
    )
    assert late_files(settings, landed, SEPTEMBER, ON_TIME) == ("stripe/invoices*.csv",)


def test_a_delivery_dated_on_the_last_day_or_the_first_is_in_time(settings: Settings) -> None:
    """A folder's day is midnight UTC, which in Mexico is still the evening before."""
    landed = exports(
        ("2026-10-01/salesforce/a.csv", datetime(2026, 10, 1, tzinfo=UTC)),
        ("2026-09-30/stripe/invoices-1.csv", datetime(2026, 9, 30, tzinfo=UTC)),
    )
    assert late_files(settings, landed, SEPTEMBER, ON_TIME) == ()


def test_nothing_is_awaited_before_the_period_ends(settings: Settings) -> None:
    landed = exports(("x.csv", datetime(2026, 9, 1, tzinfo=UTC)))
    assert late_files(settings, landed, SEPTEMBER, date(2026, 9, 30)) == ()
