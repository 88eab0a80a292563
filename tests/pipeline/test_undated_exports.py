"""Exports straight in the landing place: what lies there now is the newest, whatever file times
say."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.ingest.ingest import ingest
from pipeline.ingest.ingested import IngestedDelivery
from pipeline.settings import load_settings
from warehouse import Warehouse, open_warehouse

_SETTINGS = """[company]
name = "Breve"
time_zone = "UTC"
reporting_currency = "USD"
country = "US"
languages = ["en"]

[[sources]]
mapping = "crm.toml"
"""
_MAPPING = """source = "crm"

[[files]]
pattern = "*.csv"
[[files.tables]]
table = "managers"
[files.tables.columns]
manager_id = "id"
manager_name = "name"
"""
NOON = datetime(2026, 10, 5, 12, tzinfo=UTC)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


@dataclass(frozen=True)
class Landing:
    """A company of managers, and its warehouse."""

    folder: Path
    warehouse: Warehouse

    def put(self, name: str, manager: str, changed: datetime) -> None:
        path = self.folder / "landing" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"id,name\nu1,{manager}\n")
        os.utime(path, (changed.timestamp(), changed.timestamp()))

    def read(self) -> IngestedDelivery:
        """What became of the delivery that was taken in last."""
        return ingest(load_settings(self.folder), self.warehouse)[-1]

    def manager(self, known_at: datetime | None = None) -> str:
        known = self.warehouse.known_at_latest(known_at)
        assert known is not None
        (name,) = self.warehouse.read_tables(known).rows("managers")["manager_name"]
        return name


@pytest.fixture
def landing(tmp_path: Path, warehouse_url: str) -> Iterator[Landing]:
    (tmp_path / "cartera.toml").write_text(_SETTINGS)
    (tmp_path / "crm.toml").write_text(_MAPPING)
    with open_warehouse(warehouse_url) as warehouse:
        yield Landing(tmp_path, warehouse)


@pytest.mark.parametrize("changed", [NOON - DAY, NOON], ids=["older", "of the same time"])
def test_another_file_in_the_place_of_one_comes_a_minute_after_it(
    landing: Landing, changed: datetime
) -> None:
    landing.put("people.csv", "Ana", NOON)
    landing.read()
    landing.put("people.csv", "Eva", changed)

    told = landing.read()

    assert (told.landed_at, told.is_new, told.notices) == (NOON + MINUTE, True, ())
    assert (landing.manager(), landing.manager(NOON)) == ("Eva", "Ana")
    assert not landing.read().is_new


def test_what_was_there_first_may_come_back(landing: Landing) -> None:
    for manager in ("Ana", "Eva", "Ana"):
        landing.put("people.csv", manager, NOON)
        assert landing.read().is_new
    assert landing.manager() == "Ana"
    assert landing.manager(NOON + MINUTE) == "Eva"


def test_a_new_reading_of_the_same_file_is_of_the_same_moment(landing: Landing) -> None:
    landing.put("people.csv", "Ana", NOON)
    landing.read()
    landing.put("people.csv", "Eva", NOON - DAY)
    landing.read()
    with (landing.folder / "crm.toml").open("a") as mapping:
        mapping.write("# read over\n")

    told = landing.read()

    assert (told.landed_at, told.is_new, told.notices) == (NOON + MINUTE, True, ())


def test_a_dated_folder_keeps_its_day(landing: Landing) -> None:
    landing.put("2026-10-05/people.csv", "Ana", NOON)
    landing.read()
    landing.put("people.csv", "Eva", NOON - DAY)
    assert landing.read().landed_at == datetime(2026, 10, 5, tzinfo=UTC)
    assert landing.manager() == "Ana"
    landing.put("2026-10-04/people.csv", "Eva", NOON)
    landing.read()
    assert landing.manager() == "Ana"
