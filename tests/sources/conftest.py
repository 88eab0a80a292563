"""A company in a folder: a mapping, its exports, and what reading makes of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest
from collected import ReadResult, closed_controls, read_delivery
from mapping_texts import write_mapping

from messages.errors import worded
from sources.landing.landing import land
from sources.mapping.load import load_mapping
from sources.tables.read import CompanyContext, KnownKeys

NOTHING_KNOWN = KnownKeys({}, {})


@dataclass(frozen=True)
class Outcome:
    """The result of one delivery, with its closed control totals."""

    result: ReadResult
    controls: pd.DataFrame

    def table(self, name: str) -> pd.DataFrame:
        return self.result.tables[name]

    def column(self, table: str, name: str) -> list[object]:
        values = self.table(table)[name]
        return values.astype("object").where(values.notna(), None).tolist()

    @property
    def quarantine(self) -> pd.DataFrame:
        return self.result.quarantine

    @property
    def faults(self) -> list[tuple[int, str, str]]:
        rows = self.quarantine
        return list(
            zip(rows["source_line"], rows["column_name"].fillna(""), rows["rule"], strict=True)
        )

    @property
    def sentences(self) -> list[str]:
        return [worded(stop.told, "en") for stop in self.result.stopped]

    @property
    def outcomes(self) -> dict[str, int]:
        """Rows by outcome, over all files and tables."""
        return self.controls.groupby("outcome")["row_count"].sum().astype(int).to_dict()


ReadFiles = Callable[..., Outcome]


@pytest.fixture
def read_files(tmp_path: Path) -> ReadFiles:
    """Read exports, given as text or bytes by file name, by mappings, given as TOML."""

    def read(
        *mappings: str,
        files: Mapping[str, str | bytes],
        known: KnownKeys = NOTHING_KNOWN,
        zone: str = "America/Mexico_City",
    ) -> Outcome:
        folder = tmp_path / "landing" / "2026-10-01"
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        loaded = [load_mapping(write_mapping(tmp_path, text)) for text in mappings]
        (delivery,) = land(str(tmp_path / "landing"), tmp_path / "archive", loaded)
        result = read_delivery(delivery, loaded, known, CompanyContext(zone, "MXN"))
        controls = closed_controls(result.controls, result.tables, result.quarantine)
        return Outcome(result, controls)

    return read
