"""The validation page of a period's folder, and the counts people ask for first."""

from datetime import datetime
from pathlib import Path

import pandas as pd

from flows.publish import replace
from flows.settings import Settings
from warehouse import Warehouse


def write_validation_page(
    settings: Settings, warehouse: Warehouse, known_at: datetime, folder: Path
) -> Path:
    """`validation.html`: what was read, what was kept out and which line to mend."""
    from expectations.page import validation_page

    text = validation_page(
        warehouse.validation_results(known_at),
        warehouse.quarantine(known_at),
        warehouse.controls(known_at),
        settings.company.languages[0],
    )
    return replace(folder / "validation.html", text.encode()).path


def quarantine_counts(quarantine: pd.DataFrame) -> tuple[tuple[str, str, int], ...]:
    """Source, rule and rows kept out, most first."""
    kept_out = quarantine[quarantine["severity"] == "quarantine"]
    counts = kept_out.groupby(["source", "rule"], as_index=False).size()
    most_first = counts.sort_values(["size", "source", "rule"], ascending=[False, True, True])
    return tuple(
        (str(row.source), str(row.rule), int(str(row.size_)))
        for row in most_first.rename(columns={"size": "size_"}).itertuples()
    )
