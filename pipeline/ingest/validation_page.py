"""The validation page of a period's folder, and the counts people ask for first."""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from pipeline.compute.rows_as_of import rows_as_of
from pipeline.ingest.ingested import IngestedDelivery
from pipeline.publishing.kept import keep_run_file
from pipeline.publishing.publish import replace
from pipeline.run_context import RunContext


def write_validation_page(run: RunContext, deliveries: Iterable[IngestedDelivery]) -> Path:
    """`validation.html` of the period's folder: what was kept out and which line to mend."""
    from expectations.page import PageFacts, validation_page

    warehouse, known_at, company = run.warehouse, run.known_at, run.settings.company
    accounts = rows_as_of(warehouse, known_at, names=("accounts",)).rows("accounts")
    still = warehouse.stopped_sources(known_at)
    stopped = {
        stop.source: stop.told
        for delivery in deliveries
        for stop in delivery.stopped
        if stop.source in still
    }
    facts = PageFacts(
        company.name,
        str(run.period),
        known_at.date(),  # UTC, as the folder of the delivery is named
        dict(zip(accounts["account_id"], accounts["account_name"], strict=True)),
        stopped,
    )
    text = validation_page(
        warehouse.validation_results(known_at),
        warehouse.quarantine(known_at),
        warehouse.controls(known_at),
        run.home_language,
        facts,
    )
    path = run.settings.output / str(run.period) / "validation.html"
    keep_run_file(run, path, text.encode())
    return replace(path, text.encode()).path


def quarantine_counts(quarantine: pd.DataFrame) -> tuple[tuple[str, str, int], ...]:
    """Source, rule and rows kept out, most first."""
    kept_out = quarantine[quarantine["severity"] == "quarantine"]
    counts = kept_out.groupby(["source", "rule"], as_index=False).size()
    most_first = counts.sort_values(["size", "source", "rule"], ascending=[False, True, True])
    return tuple(
        (str(row.source), str(row.rule), int(str(row.size_)))
        for row in most_first.rename(columns={"size": "size_"}).itertuples()
    )
