"""The section of the page about every rule that was checked."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from expectations import numerals
from expectations.markup import (
    NO_ATTRIBUTES,
    Markup,
    element,
    head,
    joined,
    number_cell,
    number_head,
    row,
    table,
)
from expectations.page_states import badge
from expectations.wording import rule_name, table_name
from messages.catalogue import Catalogue
from messages.clause import named


def rules_section(words: Catalogue, results: pd.DataFrame) -> Markup:
    """Folded tables, one a canonical table: rule, column, rows checked, rows at fault."""
    parts = [
        _part(words, str(name), part) for name, part in results.groupby("table_name", sort=True)
    ]
    return element(
        "section",
        NO_ATTRIBUTES,
        element("h2", NO_ATTRIBUTES, words.say("page-rules-heading")),
        element("p", {"class": "intro"}, words.say("page-rules-intro")),
        *parts,
    )


def _part(words: Catalogue, name: str, part: pd.DataFrame) -> Markup:
    title = table_name(words, name).capitalize()
    broken = int((part["failed"] > 0).sum())
    summary = words.say(
        "page-rules-summary",
        rules=len(part),
        broken=broken,
    )
    heads = (
        *(head(words.say(named("page", key))) for key in ("rule", "column", "effect")),
        *(number_head(words.say(named("page", key))) for key in ("checked", "failed")),
    )
    rows = [_row(words, result) for result in part.to_dict("records")]
    return element(
        "details",
        NO_ATTRIBUTES,
        element(
            "summary",
            NO_ATTRIBUTES,
            element("span", {"class": "name"}, title),
            element("span", {"class": "soft"}, summary),
        ),
        table(title, heads, rows),
    )


def _row(words: Catalogue, result: Mapping[Any, Any]) -> Markup:
    failed = int(result["failed"])
    count = numerals.count(failed, words.language)
    at_fault = element("strong", NO_ATTRIBUTES, count) if failed else joined(count)
    return row(
        rule_name(words, result["rule"]),
        element("code", NO_ATTRIBUTES, result["column_name"]),
        badge(words, result["severity"]),
        number_cell(numerals.count(int(result["checked"]), words.language)),
        number_cell(at_fault),
    )
