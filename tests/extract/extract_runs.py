"""Fetching in a test: nothing is waited for, and what was landed is at hand."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from messages.errors import worded
from pipeline.compute.figures import figures
from pipeline.fetching.fetching import FetchSummary, Surroundings, fetch_feeds
from pipeline.fetching.history import FetchRequest
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


def told(company: FetchingCompany, **asked: Any) -> str:
    """Why the only system is not whole, in one sentence; empty where it is."""
    (feed,) = company.fetch(**asked).feeds
    return " ".join(worded(item, "en") for item in feed.missing)


def figures_of(folder: Path, make_database: Callable[[str], str]) -> pd.DataFrame:
    """Every client's figures of a quarter, read into a new warehouse."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CARTERA_WAREHOUSE__URL", make_database("sqlite"))
        settings = load_settings(folder)
        found = figures(settings, "2026-Q3", kind=EntityKind.CLIENT)
    return found.drop(columns=["known_at"], errors="ignore")
