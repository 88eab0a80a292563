"""A fault as the page shows it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from expectations.catalogue_of_checks import all_checks
from expectations.check import Check
from messages.catalogue import Catalogue
from messages.clause import from_stored
from messages.errors import worded


@dataclass(frozen=True)
class Fault:
    """One row of the quarantine; what is missing there is empty here."""

    source: str
    file: str
    line: str
    table: str
    column: str
    rule: str
    effect: str
    """The severity of the rule. The row's own is milder where another rule keeps it out."""
    account: str
    expected: str
    evidence: tuple[str, ...]
    """Values of the row that show what is wrong, besides the column's own."""
    raw: str


def faults_in(quarantine: pd.DataFrame) -> Iterator[Fault]:
    """The rows of the quarantine frame, in its order."""
    filled = quarantine.astype("object").where(quarantine.notna(), "")
    return (_fault(row) for row in filled.to_dict("records"))


def effects(quarantine: pd.DataFrame) -> pd.Series:
    """The severity of each fault's rule."""
    keys = zip(quarantine["rule"], quarantine["table_name"], quarantine["column_name"], strict=True)
    declared = [_effect(key) for key in keys]
    found = pd.Series(declared, index=quarantine.index, dtype="str")
    return found.where(found != "", quarantine["severity"])


def expected_words(words: Catalogue, fault: Fault) -> str:
    """What would have been right, in the reader's language."""
    return worded(from_stored(fault.expected), words.language)


def _fault(row: Mapping[Any, Any]) -> Fault:
    key = (row["rule"], row["table_name"], row["column_name"])
    check = _checks().get(key)
    return Fault(
        row["source"],
        row["source_file"],
        str(row["source_line"]),
        row["table_name"],
        row["column_name"],
        row["rule"],
        _effect(key) or row["severity"],
        row["account_id"],
        row["expected"],
        check.evidence if check else (),
        row["raw"],
    )


def _effect(key: tuple[str, str, str]) -> str:
    check = _checks().get(key)
    return "" if check is None else str(check.severity)


@cache
def _checks() -> dict[tuple[str, str, str], Check]:
    return {(check.rule, check.table, check.column): check for check in all_checks()}
