"""Small deliveries, told in few words."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import pandas as pd

from transforms.core.canonical import CONTROL_DTYPES, QUARANTINE_DTYPES, frame_of
from transforms.tables import TABLES
from warehouse import ExportRecord, LoadRequest, LoadSummary, Warehouse
from warehouse.schema import RESULT_DTYPES

SEPTEMBER = datetime(2026, 9, 1, tzinfo=UTC)
OCTOBER = datetime(2026, 10, 1, tzinfo=UTC)
NOVEMBER = datetime(2026, 11, 1, tzinfo=UTC)
DECEMBER = datetime(2026, 12, 1, tzinfo=UTC)


def invoices(amounts: Mapping[str, int], source: str = "billing", file: str = "a.csv"):
    """Invoices by id and net amount, of the account named by the id's first letter."""
    rows = [
        {
            "invoice_id": invoice_id,
            "account_id": invoice_id[0],
            "net_minor": amount,
            "source": source,
            "source_file": file,
            "source_line": line,
        }
        for line, (invoice_id, amount) in enumerate(amounts.items(), 2)
    ]
    return TABLES["invoices"].conform(pd.DataFrame(rows))


def accounts(*ids: str, source: str = "crm"):
    rows = [
        {
            "account_id": account_id,
            "account_name": account_id.upper(),
            "source": source,
            "source_file": "accounts.csv",
            "source_line": line,
        }
        for line, account_id in enumerate(ids, 2)
    ]
    return TABLES["accounts"].conform(pd.DataFrame(rows))


def export(source: str, content: str) -> ExportRecord:
    """A file of a source whose hash is its content."""
    return ExportRecord(source, f"{source}.csv", content, 10, f"archive/{content}")


def promote(
    warehouse: Warehouse,
    landed_at: datetime,
    exports: Sequence[ExportRecord],
    tables: Mapping[str, pd.DataFrame],
    *,
    quarantine: Sequence[dict] = (),
    controls: Sequence[dict] = (),
    results: Sequence[dict] = (),
    held: Mapping[str, Sequence[str]] | None = None,
    stopped: Sequence[str] = (),
) -> LoadSummary:
    with warehouse.staging() as staging:
        for name, frame in tables.items():
            staging.add(name, frame.reset_index(drop=True))
        return warehouse.promote(
            staging,
            LoadRequest(
                landed_at=landed_at,
                exports=exports,
                quarantine=frame_of(QUARANTINE_DTYPES, list(quarantine)),
                controls=frame_of(CONTROL_DTYPES, list(controls)),
                held=held or {},
                results=frame_of(RESULT_DTYPES, list(results)),
                stopped=frozenset(stopped),
            ),
        )


def amounts(warehouse: Warehouse, known_at: datetime) -> dict[str, int]:
    """What `invoices` was told, as known at a time."""
    rows = warehouse.read_tables(known_at).rows("invoices")
    return dict(zip(rows["invoice_id"], rows["net_minor"], strict=True))
