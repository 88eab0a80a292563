"""Rows of a file that no table should take."""

from collections.abc import Mapping

from sources.proposer.columns import flagged
from sources.proposer.guesses import FileGuess
from sources.proposer.known import hinted
from sources.proposer.sums import totals_line
from sources.proposer.vocabulary import plain, vocabulary
from transforms.tables import TABLES


def filters_of(guess: FileGuess) -> tuple[Mapping[str, object], ...]:
    """Rows that no table should take: deleted ones, suppliers' bills, rows of no account."""
    looked = guess.looked
    found: list[Mapping[str, object]] = []
    deleted = flagged(looked, "deleted_flag")
    if deleted and not looked.shapes[deleted].is_empty:
        found.append({"name": "deleted", "column": deleted, "equals": "true"})
    kind = hinted(looked, "document_type")
    bills = (
        [w for w in looked.shapes[kind].distinct if plain(w) in vocabulary().bills] if kind else []
    )
    if bills:
        found.append({"name": "supplier_bills", "column": kind, "equals": bills[0]})
    return (*found, *totals_line(guess), *_samples(guess), *_without_account(guess))


def _samples(guess: FileGuess) -> tuple[Mapping[str, object], ...]:
    """Accounts that a system brings with it, by the words that their names start with."""
    rules = [item for table in guess.tables for item in table.columns]
    column = next((str(i.rule.get("column", "")) for i in rules if i.column == "account_name"), "")
    shape = guess.looked.shapes.get(column)
    for text in shape.distinct if shape else ():
        for sample in vocabulary().hints["samples"]:
            words = text.split()[: sample.count("_") + 1]
            if plain(" ".join(words)) == sample:
                return ({"name": "samples", "column": column, "starts_with": " ".join(words)},)
    return ()


def _without_account(guess: FileGuess) -> tuple[Mapping[str, object], ...]:
    for table in guess.tables:
        if (
            not TABLES[table.table].by_name.get("account_id")
            or not TABLES[table.table].by_name["account_id"].required
        ):
            continue
        rule = next((item.rule for item in table.columns if item.column == "account_id"), {})
        column = str(rule.get("column", ""))
        is_looked_up = column not in guess.looked.shapes
        if (
            column
            and "via" not in rule
            and column not in dict(guess.looked.sample.joined)
            and (is_looked_up or guess.looked.shapes[column].has_blanks)
        ):
            return ({"name": "without_account", "column": column, "empty": True},)
    return ()
