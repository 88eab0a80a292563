"""Fetching in a test: nothing is waited for, and what was landed is at hand."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.fetching.fetching import FetchSummary, Surroundings, chosen_systems, fetch_feeds
from pipeline.settings import Settings, load_settings
from warehouse import open_warehouse


@dataclass
class FetchingCompany:
    """A company's folder. `pauses` are the seconds that its fetches would have waited."""

    folder: Path
    pauses: list[float] = field(default_factory=list)

    @property
    def settings(self) -> Settings:
        return load_settings(self.folder)

    def fetch(self) -> FetchSummary:
        settings = self.settings
        around = Surroundings(wait=self.pauses.append)
        with open_warehouse(settings.warehouse_url) as warehouse:
            return fetch_feeds(settings, warehouse, chosen_systems(settings), around)

    @property
    def landed(self) -> list[Path]:
        """Folders of deliveries that were fetched."""
        return sorted((self.folder / "landing").glob("*T*"))

    def ids(self, stream: str) -> list[str]:
        """The ids of a stream's records in the newest delivery, in the order of their pages."""
        pages = sorted((self.landed[-1] / "stripe").glob(f"{stream}-*.json"))
        return [item["id"] for page in pages for item in json.loads(page.read_bytes())["data"]]
