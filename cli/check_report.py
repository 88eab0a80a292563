"""What a person reads after a check."""

import os
from collections.abc import Iterator

import pandas as pd

from cli.tables import console, table
from cli.words import expected, reason
from messages.catalogue import Catalogue
from messages.clause import named
from messages.errors import worded
from pipeline.ingest.check import CheckedCompany
from pipeline.settings import Settings

SHOWN_FAULTS = 20
SHOWN_MERGED = 5
_AMOUNT_DOUBTED = (
    *("discount_unknown", "price_unknown", "interval_unknown", "interval_inferred"),
    *("unreadable_number", "money_too_fine", "required_missing"),
)
"""Rules whose rows are loaded without their amount, so that figures over them have no value, or
with one that may be another's."""


def print_check(found: CheckedCompany, settings: Settings, words: Catalogue) -> None:
    """Counts, the faults by rule with the first place of each, and where all of them are."""
    out = console()
    faults = found.quarantine
    kept_out = faults[(faults["severity"] == "quarantine") | faults["rule"].isin(_AMOUNT_DOUBTED)]
    out.print(
        words.say(
            "check-title",
            company=settings.company.name,
            files=found.files,
            rows=found.rows_good,
            quarantined=found.rows_kept_out,
            held=len(found.held),
        ),
        style="bold",
    )
    for told in (*found.stopped, *found.files_told):
        out.print(f"  {worded(told, words.language)}", markup=False, soft_wrap=True)
    for sentence in _about_accounts(found, settings, words):
        out.print(f"  {sentence}", markup=False, soft_wrap=True)
    if len(kept_out):
        out.print()
        columns = ("rows", "file", "line", "column", "rule", "expected")
        titles = [words.say(named("column", name)) for name in columns]
        out.print(table("", titles, _fault_rows(_by_rule(kept_out).head(SHOWN_FAULTS), words)))
    out.print()
    out.print(words.say("check-page", path=os.path.relpath(found.page)), soft_wrap=True)


def _about_accounts(found: CheckedCompany, settings: Settings, words: Catalogue) -> Iterator[str]:
    """Accounts that were merged, and keys that lead to none."""
    if found.merged:
        shown = ", ".join(f"{old} → {new}" for old, new in found.merged[:SHOWN_MERGED])
        more = "…" if len(found.merged) > SHOWN_MERGED else ""
        yield words.say("check-merged", merged=shown + more)
    if len(found.unlinked):
        folder = os.path.relpath(settings.root)
        where = "" if folder == "." else f" --company {folder}"
        rows = int(found.unlinked["rows"].sum())
        yield words.say("check-unlinked", rows=rows, keys=len(found.unlinked), where=where)


def _by_rule(faults: pd.DataFrame) -> pd.DataFrame:
    """The first of each file's faults of one kind, the most frequent first, with `fault_rows`."""
    kind = ["source_file", "column_name", "rule", "expected"]
    sizes = faults.groupby(kind, dropna=False)["source_line"].transform("size")
    first = faults.assign(fault_rows=sizes).drop_duplicates(kind)
    return first.sort_values("fault_rows", ascending=False, kind="stable")


def _fault_rows(faults: pd.DataFrame, words: Catalogue) -> list[tuple[str, ...]]:
    return [
        (
            str(row.fault_rows),
            str(row.source_file),
            str(row.source_line),
            row.column_name if isinstance(row.column_name, str) else "",
            reason(words, str(row.rule)),
            said,
        )
        for row, said in zip(faults.itertuples(), expected(words, faults), strict=True)
    ]
