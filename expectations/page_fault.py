"""A fault as the page shows it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

import pandas as pd

from messages.catalogue import Catalogue
from messages.clause import from_stored
from messages.errors import worded
from transforms.tables import TABLES


@dataclass(frozen=True)
class Fault:
    """One row of the quarantine; what is missing there is empty here."""

    source: str
    file: str
    line: str
    table: str
    column: str
    rule: str
    account: str
    expected: str
    raw: str


@dataclass(frozen=True)
class DeclaredRules:
    """What the rules that were checked do, by rule, table and column."""

    severities: Mapping[tuple[str, str, str], str]

    @classmethod
    def of(cls, results: pd.DataFrame) -> Self:
        """From the frame of results."""
        keys = zip(results["rule"], results["table_name"], results["column_name"], strict=True)
        return cls(dict(zip(keys, results["severity"], strict=True)))

    def effects(self, quarantine: pd.DataFrame) -> pd.Series:
        """The severity of each fault's rule. The row's own is milder where another keeps it out."""
        names = ["rule", "table_name", "column_name"]
        keys = zip(*(quarantine[name] for name in names), strict=True)
        declared = [self.severities.get(key, "") for key in keys]
        found = pd.Series(declared, index=quarantine.index, dtype="str")
        return found.where(found != "", quarantine["severity"])

    def telling(self, fault: Fault) -> frozenset[str]:
        """Columns of the row that show what is wrong: the fault's own, and what a rule put beside
        the table's. A row that could not be read has the columns of its file."""
        is_ours = (fault.rule, fault.table, fault.column) in self.severities
        beside = _names(fault.raw) - set(TABLES[fault.table].by_name) if is_ours else frozenset()
        return frozenset({fault.column, *beside})


def faults_in(quarantine: pd.DataFrame) -> Iterator[Fault]:
    """The rows of the quarantine frame, in its order."""
    filled = quarantine.astype("object").where(quarantine.notna(), "")
    return (_fault(row) for row in filled.to_dict("records"))


def expected_words(words: Catalogue, fault: Fault) -> str:
    """What would have been right, in the reader's language."""
    return worded(from_stored(fault.expected), words.language)


def _fault(row: Mapping[Any, Any]) -> Fault:
    return Fault(
        row["source"],
        row["source_file"],
        str(row["source_line"]),
        row["table_name"],
        row["column_name"],
        row["rule"],
        row["account_id"],
        row["expected"],
        row["raw"],
    )


def _names(raw: str) -> frozenset[str]:
    try:
        values = json.loads(raw)
    except ValueError:
        return frozenset()
    return frozenset(values) if isinstance(values, dict) else frozenset()
