"""What the page says about every rule that was checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from expectations import numerals
from expectations.wording import rule_name, table_name
from messages.catalogue import Catalogue


@dataclass(frozen=True)
class RuleShown:
    """One rule on one column, and how many rows it found."""

    rule: str
    column: str
    severity: str
    checked: str
    failed: str
    is_broken: bool


@dataclass(frozen=True)
class TableShown:
    """A canonical table's rules."""

    title: str
    summary: str
    rows: tuple[RuleShown, ...]


def rules_shown(words: Catalogue, results: pd.DataFrame) -> list[TableShown]:
    """Rule, column, rows checked and rows at fault, table by table."""
    return [
        _table(words, str(name), part) for name, part in results.groupby("table_name", sort=True)
    ]


def _table(words: Catalogue, name: str, part: pd.DataFrame) -> TableShown:
    broken = int((part["failed"] > 0).sum())
    return TableShown(
        table_name(words, name).capitalize(),
        words.say("page-rules-summary", rules=len(part), broken=broken),
        tuple(_rule(words, result) for result in part.to_dict("records")),
    )


def _rule(words: Catalogue, result: Mapping[Any, Any]) -> RuleShown:
    checked, failed = int(result["checked"]), int(result["failed"])
    return RuleShown(
        rule_name(words, result["rule"]),
        result["column_name"],
        result["severity"],
        numerals.count(checked, words.language),
        numerals.count(failed, words.language),
        failed > 0,
    )
