"""Fetching in a test: nothing is waited for, and what was landed is at hand."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from extract.systems import load_system
from messages.errors import worded
from pipeline.compute.figures import figures
from pipeline.fetching.fetching import FetchSummary, Surroundings, fetch_feeds
from pipeline.fetching.history import FetchRequest
from pipeline.ingest.ingest import ingest
from pipeline.settings import Settings, load_settings
from transforms.metrics.kpi import EntityKind
from warehouse import open_warehouse


@dataclass
class FetchingCompany:
    """A company's folder. `pauses` are the seconds that its fetches would have waited."""

    folder: Path
    pauses: list[float] = field(default_factory=list)

    @property
    def settings(self) -> Settings:
        return load_settings(self.folder)

    def fetch(self, **asked: Any) -> FetchSummary:
        settings = self.settings
        around = Surroundings(wait=self.pauses.append)
        with open_warehouse(settings.warehouse_url) as warehouse:
            return fetch_feeds(settings, warehouse, FetchRequest(**asked), around)

    @property
    def landed(self) -> list[Path]:
        """Folders of deliveries that were fetched."""
        return sorted((self.folder / "landing").glob("*T*"))

    def ids(self, stream: str) -> list[str]:
        """The ids of a stream's records in the newest delivery, in the order of their pages."""
        pages = sorted((self.landed[-1] / "stripe").glob(f"{stream}-*.json"))
        return [item["id"] for page in pages for item in json.loads(page.read_bytes())["data"]]


def landed(company: FetchingCompany, system: str) -> list[str]:
    """The pages of a system in the newest delivery."""
    return sorted(path.name for path in (company.landed[-1] / system).glob("[a-zA-Z]*.*"))


def own_system(name: str, away: str) -> str:
    """A shipped system's description whose tokens are had where its lists are, too."""
    text = (Path(load_system.__code__.co_filename).parent / name / "system.toml").read_text()
    return text.replace(away, "")


ACCOUNTS = """\
source = "clients"

[[files]]
pattern = "accounts.csv"

[[files.tables]]
table = "accounts"

[files.tables.columns]
account_id = "id"
account_name = "id"
currency = { value = "USD" }
"""
"""The mapping of a list of accounts that is landed by hand, for systems that have none."""


def land_accounts(company: FetchingCompany, *ids: str) -> None:
    """The list of accounts, before anything is fetched."""
    path = company.folder / "landing" / "2026-10-01" / "accounts.csv"
    path.parent.mkdir(parents=True)
    path.write_text("".join(f"{key}\n" for key in ("id", *ids)))


def rows_of(company: FetchingCompany, table: str) -> list[dict[str, Any]]:
    """A table's rows as the newest delivery leaves them; every row must be good."""
    settings = company.settings
    with open_warehouse(settings.warehouse_url) as warehouse:
        for item in ingest(settings, warehouse):
            said = [worded(told, "en") for told in item.told]
            assert not (item.rows_quarantined or said), (item.rows_quarantined, said)
        now = warehouse.known_at_latest()
        assert now is not None
        return warehouse.read_tables(now)[table].to_dict("records")


def told(company: FetchingCompany, **asked: Any) -> str:
    """Why the only system is not whole, in one sentence; empty where it is."""
    (feed,) = company.fetch(**asked).feeds
    return " ".join(worded(item, "en") for item in feed.missing)


def figures_of(
    folder: Path, make_database: Callable[[str], str], period: str = "2026-Q3"
) -> pd.DataFrame:
    """Every client's figures of a quarter, read into a new warehouse."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CARTERA_WAREHOUSE__URL", make_database("sqlite"))
        settings = load_settings(folder)
        found = figures(settings, period, kinds=(EntityKind.CLIENT,))
    return found.drop(columns=["known_at"], errors="ignore")
