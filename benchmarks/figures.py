"""Monthly amounts, ageing and DSO over many documents, from columns already in memory.

Ours are in exact minor units, by currency, with documents, payments and reasons for what is
missing. Those by hand add floats.
"""

from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.clock import timed
from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.core.rates import Rates
from transforms.kpis import compute_all, families
from transforms.metrics.metric_context import MetricContext
from transforms.tables import TABLES

DOCUMENTS_EACH = 500
MONTHS = "2023-01..2025-12"
MONTHLY = frozenset({"invoiced_amount"})
ON_THE_LAST_DAY = frozenset(
    {"open_balance", "ageing_not_due", "ageing_1_30", "ageing_31_60"}
    | {"ageing_61_90", "ageing_over_90", "dso"}
)


def prepare(folder: Path, size: int) -> None:
    """Documents over three years, a few per cent never paid, and five hundred an account."""
    rng = np.random.default_rng(7)
    issued = np.datetime64("2023-01-01") + rng.integers(0, 3 * 365, size)
    paid = issued + 30 + rng.integers(-25, 90, size)
    is_open = (rng.random(size) < 0.03) | (paid > np.datetime64("2025-12-31"))
    frame = pd.DataFrame(
        {
            "account_id": rng.integers(0, max(size // DOCUMENTS_EACH, 1), size),
            "amount": np.round(rng.gamma(2.0, 80.0, size), 2),
            "invoice_date": issued.astype("datetime64[s]"),
            "due_date": (issued + 30).astype("datetime64[s]"),
            "paid_date": pd.Series(paid.astype("datetime64[s]")).mask(is_open),
        }
    )
    frame.to_parquet(folder / "documents.parquet", index=False)


def ours(folder: Path) -> dict[str, float]:
    """Seconds on the wall, from canonical columns to values."""
    documents = pd.read_parquet(folder / "documents.parquet")
    tables, entities = canonical(documents), entities_of(documents)
    families()  # imported beforehand, as the others import theirs
    took: dict[str, float] = {}
    with timed(took, "compute"):
        compute(tables, entities)
    return took


def compute(tables: CanonicalTables, entities: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The monthly values, and those of the last day."""
    months = Period.parse(MONTHS).months
    context = MetricContext(tables, entities, Policy(), Rates({}))
    return (
        compute_all(context, months, MONTHLY),
        compute_all(context, months[-1:], ON_THE_LAST_DAY),
    )


def entities_of(documents: pd.DataFrame) -> pd.DataFrame:
    """Every account is a client of its own."""
    ids = [str(number) for number in sorted(documents["account_id"].unique())]
    return pd.DataFrame({"account_id": ids, "entity_id": ids, "currency": "USD"}, dtype="str")


def canonical(documents: pd.DataFrame) -> CanonicalTables:
    """The documents as invoices."""
    minor = (documents["amount"] * 100).round().astype("int64")
    frame = pd.DataFrame(
        {
            "invoice_id": documents.index.astype("str"),
            "account_id": documents["account_id"].astype("str"),
            "document_kind": "invoice",
            "status": "open",
            "issue_date": documents["invoice_date"],
            "due_date": documents["due_date"],
            "paid_date": documents["paid_date"],
            "currency": "USD",
            "net_minor": minor,
            "total_minor": minor,
            "source": "generated",
            "source_file": "documents.parquet",
            "source_line": np.arange(len(documents)),
        }
    )
    return CanonicalTables({"invoices": TABLES["invoices"].conform(frame)})
