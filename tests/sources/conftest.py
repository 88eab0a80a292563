"""A company in a folder: a mapping, its exports, and what reading makes of them."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from collected import closed_controls, read_delivery
from mapping_texts import write_mapping
from read_exports import NOTHING_KNOWN, Outcome, ReadFiles

from sources.landing.landing import land
from sources.mapping.load import load_mapping
from sources.tables.read import CompanyContext, KnownKeys


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
