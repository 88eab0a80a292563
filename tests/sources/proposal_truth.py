"""What columns of exports mean, told by people: by file, table and column what it is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sources.proposer import Proposal
from sources.proposer.guesses import SURE, Guess
from transforms.tables import TABLES

Truth = Mapping[str, Mapping[str, Mapping[str, str]]]
"""The columns of the export that a column is made of, `+` between them; `=word` is the same in
every row, `…` what a person has to say in the company's own words."""

MADE_OF = ("column", "first_of", "join", "plus", "minus", "times", "divide_by", "less_percent")


@dataclass(frozen=True)
class Measured:
    """How a proposal compares with the truth. Columns are written file/table/column."""

    required: int
    wrong_required: tuple[str, ...]
    lines: int
    by_hand: tuple[str, ...]
    """Lines of the finished mapping that are missing or other, and proposed ones too many."""


def measured(proposal: Proposal, truth: Truth) -> Measured:
    """Every column of the truth against the one that is proposed in an active table."""
    told = {
        f"{file}/{table}": columns
        for file, found in truth.items()
        for table, columns in found.items()
    }
    proposed = {
        f"{file.looked.sample.pattern}/{table.table}": table
        for file in proposal.files
        for table in file.tables
    }
    meant = {f"{at}/{name}": made for at, columns in told.items() for name, made in columns.items()}
    guessed = {
        f"{at}/{item.column}": made_of(item)
        for at, table in proposed.items()
        for item in table.columns
        if item.confidence >= SURE
    }
    other = [at for at, made in meant.items() if guessed.get(at) != made]
    required = [at for at in meant if _is_required(at)]
    beyond = [at for at in guessed if at not in meant]
    return Measured(
        len(required),
        tuple(f"{at}: {guessed.get(at)}" for at in required if at in other),
        len(meant),
        tuple(f"{at}: {guessed.get(at)}" for at in (*other, *beyond)),
    )


def _is_required(at: str) -> bool:
    _, table, column = at.rsplit("/", 2)
    return TABLES[table].by_name[column].required


def made_of(guess: Guess) -> str:
    """The columns of a rule in its order, or its constant."""
    rule = guess.rule
    if "value" in rule:
        return f"={rule['value']}"
    parts: list[str] = []
    for key in MADE_OF:
        said: Any = rule.get(key, [])
        parts += [str(said)] if isinstance(said, str) else [str(item) for item in said]
    factor = rule.get("factor")
    parts += [str(factor["column"])] if isinstance(factor, Mapping) else []
    return "+".join(parts)
