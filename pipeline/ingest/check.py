"""Read and validate the landing place without storing a row."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from messages.clause import Clause
from pipeline.ingest.ingest import (
    CheckedDelivery,
    check_delivery,
    increments_of,
    landed_deliveries,
    read_twice,
    source_mappings,
    unread,
)
from pipeline.publishing.publish import replace
from pipeline.settings import Settings
from sources.landing.drift import unread_columns, unsaid_columns
from sources.landing.swapped_days import swapped_days
from sources.tables.faults import kept_out_count
from transforms.clients.merged_accounts import MERGED
from warehouse import KnownKeys, open_staging


@dataclass(frozen=True)
class CheckedCompany:
    """The newest delivery, read and validated."""

    files: int
    rows_good: int
    rows_kept_out: int
    quarantine: pd.DataFrame
    held: dict[str, tuple[str, ...]]
    stopped: tuple[Clause, ...]
    files_told: tuple[Clause, ...]
    """What is told of each file that no mapping names, or that several read."""
    unlinked: pd.DataFrame
    """Keys of other systems that lead to no account, with the rows that wait."""
    merged: tuple[tuple[str, str], ...]
    """Accounts that were merged away, each with the one that its rows count for."""
    page: Path


def check_company(settings: Settings, data_docs: Path | None = None) -> CheckedCompany:
    """Check the newest delivery by itself; the page goes beside the periods' folders."""
    mappings = source_mappings(settings)
    newest = landed_deliveries(settings, mappings)[-1]
    with open_staging(increments_of(mappings)) as staging:
        checked = check_delivery(
            settings, mappings, newest, KnownKeys({}, {}, {}), staging, data_docs
        )
        rows = staging.loaded_totals()["row_count"]
        return CheckedCompany(
            files=len(newest.exports),
            rows_good=int(rows.sum()),
            rows_kept_out=kept_out_count(checked.quarantine),
            quarantine=checked.quarantine,
            held=checked.held,
            stopped=tuple(stop.told for stop in checked.stopped),
            files_told=(
                *map(unread, checked.unmatched),
                *read_twice(newest, mappings),
                *unsaid_columns(newest, mappings),
                *swapped_days(newest, mappings, settings.company.time_zone),
                *unread_columns(newest, [item for item in mappings if not item.is_shipped]),
            ),
            unlinked=checked.unlinked,
            merged=_merged(staging.rows("account_links")),
            page=_page(settings, checked, staging.rows("accounts")),
        )


def _merged(links: pd.DataFrame) -> tuple[tuple[str, str], ...]:
    former = links[links["system"] == MERGED]
    return tuple(zip(former["external_id"], former["account_id"], strict=True))


def _page(settings: Settings, checked: CheckedDelivery, accounts: pd.DataFrame) -> Path:
    from expectations.page import PageFacts, validation_page

    language = settings.company.languages[0]
    facts = PageFacts(
        company=settings.company.name,
        known_at=checked.delivery.landed_at.date(),
        account_names=dict(zip(accounts["account_id"], accounts["account_name"], strict=True)),
        stopped={stop.source: stop.told for stop in checked.stopped},
    )
    text = validation_page(checked.results, checked.quarantine, checked.controls, language, facts)
    return replace(settings.output / "validation.html", text.encode()).path
