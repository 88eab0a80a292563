"""Monthly amounts, ageing and DSO over many lines, beside the same by hand.

The peer's rows are made by its own rule, and both start from columns already in memory: an
amount for every account and month, ageing and DSO on the last day. The peers also derive
movements and retention from the monthly amounts, which takes them little. Ours works in exact
minor units, by currency, with documents, payments and reasons for what is missing; they add
floats.
"""

import re
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd
import pyarrow as pa

from benchmarks.peers import peers_folder
from benchmarks.ratio import Ratio
from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.core.rates import Rates
from transforms.kpis import compute_all, families
from transforms.metrics.metric_context import MetricContext
from transforms.tables import TABLES

LINES = 5_000_000
ACCOUNTS = 10_000
MONTHS = 36
MONTHLY = frozenset({"invoiced_amount"})
ON_THE_LAST_DAY = frozenset(
    {"open_balance", "ageing_not_due", "ageing_1_30", "ageing_31_60"}
    | {"ageing_61_90", "ageing_over_90", "dso"}
)
_COMPUTE = re.compile(r"compute\s+([\d.]+)s")


def measure() -> list[Ratio]:
    """Our figures against each peer's whole computation."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "out").mkdir()
        rows = _peer_rows()
        day = pd.ArrowDtype(pa.date32())
        days = {name: rows[name].astype(day) for name in ("invoice_date", "due_date", "paid_date")}
        rows.assign(**days).to_parquet(folder / "out" / "inv_5m.parquet", index=False)
        ours = _ours(rows)
        return [
            Ratio(f"monthly figures, {LINES:,} lines", peer, ours, _peer(engine, folder))
            for engine, peer in (
                ("naive", "pandas by groupby.apply"),
                ("vec", "pandas by column"),
                ("duck", "DuckDB"),
            )
        ]


def _peer_rows() -> pd.DataFrame:
    """Invoices of ten thousand accounts over three years, a few per cent never paid."""
    rng = np.random.default_rng(7)
    first = np.datetime64("2023-01-01")
    issued = first + rng.integers(0, 3 * 365, LINES)
    paid = issued + 30 + rng.integers(-25, 90, LINES)
    is_open = (rng.random(LINES) < 0.03) | (paid > np.datetime64("2025-12-31"))
    dates = {"invoice_date": issued, "due_date": issued + 30, "paid_date": paid}
    frame = pd.DataFrame(
        {
            "invoice_id": np.arange(LINES),
            "account_id": rng.integers(0, ACCOUNTS, LINES),
            "amount": np.round(rng.gamma(2.0, 80.0, LINES), 2),
        }
        | {name: pd.Series(days).astype("datetime64[s]") for name, days in dates.items()}
    )
    return frame.assign(paid_date=frame["paid_date"].mask(is_open))


def _ours(rows: pd.DataFrame) -> float:
    tables = CanonicalTables({"invoices": _invoices(rows)})
    ids = [str(number) for number in range(ACCOUNTS)]
    entities = pd.DataFrame({"account_id": ids, "entity_id": ids, "currency": "USD"}, dtype="str")
    months = Period.parse("2023-01..2025-12").months
    families()  # imported beforehand, as the peers import theirs
    start = time.perf_counter()
    context = MetricContext(tables, entities, Policy(), Rates({}))
    compute_all(context, months, MONTHLY)
    compute_all(context, months[-1:], ON_THE_LAST_DAY)
    return time.perf_counter() - start


def _invoices(rows: pd.DataFrame) -> pd.DataFrame:
    minor = (rows["amount"] * 100).round().astype("int64")
    frame = pd.DataFrame(
        {
            "invoice_id": rows["invoice_id"].astype("str"),
            "account_id": rows["account_id"].astype("str"),
            "document_kind": "invoice",
            "status": "open",
            "issue_date": rows["invoice_date"],
            "due_date": rows["due_date"],
            "paid_date": rows["paid_date"],
            "currency": "USD",
            "net_minor": minor,
            "total_minor": minor,
            "source": "peer",
            "source_file": "inv.parquet",
            "source_line": np.arange(len(rows)),
        }
    )
    return TABLES["invoices"].conform(frame)


def _peer(engine: str, folder: Path) -> float:
    """The seconds that the peer says its computation took."""
    script = peers_folder() / "kpi.py"
    done = subprocess.run(
        [sys.executable, script, engine, "5m"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    found = _COMPUTE.search(done.stdout)
    if found is None:
        raise ValueError(f"{script.name} {engine} did not say how long it took: {done.stdout}")
    return float(found[1])
