"""Files that a month waits for: which of them are late."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.ingest.awaited import Look, NothingAwaitedError, late_files, look_for
from pipeline.settings import Settings, load_settings
from pipeline.settings_section import Schedule
from sources.landing.landing import listed
from transforms.core.periods import Period

SEPTEMBER = Period.parse("2026-09")
ON_TIME = date(2026, 10, 5)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    text = '[company]\nname = "Norte"\ntime_zone = "America/Mexico_City"\n'
    (tmp_path / "cartera.toml").write_text(text)
    awaited = Schedule(awaited=("stripe/invoices*.csv", "salesforce/*"))
    return replace(load_settings(tmp_path), schedule=awaited)


def test_a_file_of_before_the_periods_end_is_late(settings: Settings) -> None:
    landed = (
        ("2026-09-01/stripe/invoices.csv", datetime(2026, 9, 1, tzinfo=UTC)),
        ("2026-10-02/Salesforce/Account.csv", datetime(2026, 10, 2, tzinfo=UTC)),
    )
    assert late_files(settings, landed, SEPTEMBER, ON_TIME) == ("stripe/invoices*.csv",)


def test_a_delivery_dated_on_the_last_day_or_the_first_is_in_time(settings: Settings) -> None:
    """A folder's day is midnight UTC, which in Mexico is still the evening before."""
    landed = (
        ("2026-10-01/salesforce/a.csv", datetime(2026, 10, 1, tzinfo=UTC)),
        ("2026-09-30/stripe/invoices-1.csv", datetime(2026, 9, 30, tzinfo=UTC)),
    )
    assert late_files(settings, landed, SEPTEMBER, ON_TIME) == ()


def test_nothing_is_awaited_before_the_period_ends(settings: Settings) -> None:
    landed = [("x.csv", datetime(2026, 9, 1, tzinfo=UTC))]
    assert late_files(settings, landed, SEPTEMBER, date(2026, 9, 30)) == ()


def landed(folder: Path, *files: str) -> None:
    for name in files:
        path = folder / "landing" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("id\n1\n")


def look(settings: Settings, now: datetime = datetime(2026, 10, 2, tzinfo=UTC)) -> Look:
    return look_for(settings, SEPTEMBER, listed(settings.landing), now)


def test_a_month_is_complete_once_something_fits_each_pattern_since_its_end(
    settings: Settings, tmp_path: Path
) -> None:
    landed(tmp_path, "2026-09-01/stripe/invoices.csv", "2026-10-01/salesforce/Account.csv")
    assert look(settings).waiting == ("stripe/invoices*.csv",)
    landed(tmp_path, "2026-10-01/stripe/.invoices.csv")  # an upload that is not finished
    assert look(settings).waiting == ("stripe/invoices*.csv",)
    landed(tmp_path, "2026-10-02/Stripe/Invoices-2.csv")
    assert look(settings).waiting == ()


def test_a_zip_is_where_what_is_awaited_in_it_comes(settings: Settings, tmp_path: Path) -> None:
    own = replace(settings, schedule=Schedule(awaited=("erp/export*.zip/invoices.csv",)))
    landed(tmp_path, "2026-10-01/erp/other.zip")
    assert look(own).waiting
    landed(tmp_path, "2026-10-01/erp/export-09.zip")
    assert not look(own).waiting


def test_the_same_files_are_complete_once_and_a_replaced_one_again(
    settings: Settings, tmp_path: Path
) -> None:
    landed(tmp_path, "2026-10-01/stripe/invoices.csv", "2026-10-01/salesforce/a.csv")
    mark = look(settings).mark
    landed(tmp_path, "2026-10-08/stripe/invoices.csv", "2026-10-01/salesforce/b.csv")
    assert look(settings).mark == mark
    (tmp_path / "landing" / "2026-10-01" / "stripe" / "invoices.csv").write_text("id\n1\n2\n")
    assert look(settings).mark != mark


def test_what_has_not_come_by_the_scheduled_run_is_late(settings: Settings, tmp_path: Path) -> None:
    landed(tmp_path, "2026-10-01/stripe/invoices.csv")
    due = datetime(2026, 10, 5, 12, tzinfo=UTC)  # the third business day, 06:00 in Mexico
    assert look(settings).due_at == due
    assert look(settings, due - timedelta(seconds=1)).late == ()
    assert look(settings, due).late == ("salesforce/*",)


def test_a_watcher_of_nothing_says_so(settings: Settings, tmp_path: Path) -> None:
    landed(tmp_path, "2026-10-01/stripe/invoices.csv")
    with pytest.raises(NothingAwaitedError):
        look(replace(settings, schedule=Schedule()))
