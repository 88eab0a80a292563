"""What is found out about a delivery."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from messages.clause import Clause

RESULT_DTYPES: dict[str, str] = {
    "rule": "str",
    "table_name": "str",
    "column_name": "str",
    "severity": "str",
    "checked": "Int64",  # rows that the rule applied to; sources for the rule that stops one
    "failed": "Int64",
}
"""Columns of the frame of results: one row is one rule on one column."""


@dataclass(frozen=True)
class ValidationReport:
    """What a delivery is good for. The rows that can be loaded are the staged ones that are
    not kept out."""

    results: pd.DataFrame
    """Columns of RESULT_DTYPES: every rule that was checked, broken or not."""
    quarantine: pd.DataFrame
    """Columns of QUARANTINE_DTYPES: every fault. Each row kept out has exactly one of severity
    quarantine."""
    held: Mapping[str, tuple[str, ...]]
    """Rules of severity hold that an account's rows break, by account id."""
    stopped: Mapping[str, Clause]
    """Sources of which nothing is loaded, each with a sentence for a person. Only rows at fault
    are in the quarantine; their others are simply not loaded."""
