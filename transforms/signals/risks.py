"""Risk notes that stand at the end of the period."""

import pandas as pd

from transforms.signals.evidence import known_by
from transforms.signals.model import Case


def open_risks(case: Case, kind: str) -> pd.DataFrame:
    """Notes of one kind written by then and not closed."""
    notes = known_by(case, "risk_notes", "noted_date")
    is_open = notes["closed_date"].isna() | (notes["closed_date"] >= pd.Timestamp(case.period.end))
    return notes[is_open & (notes["risk_kind"] == kind)]
