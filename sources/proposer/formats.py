"""How the columns that are used write dates and amounts, and what they are made of."""

from collections.abc import Mapping
from dataclasses import replace

from sources.proposer.guesses import FileGuess, Guess, TableGuess, because
from transforms.tables import TABLES, Kind


def with_formats(guess: FileGuess) -> FileGuess:
    """Date formats, marks and null words of the columns that are used."""
    looked = guess.looked
    rules = [item for table in guess.tables for item in table.columns]
    read = dict.fromkeys(
        name for item in rules for name in _read(item.rule) if name in looked.shapes
    )
    shapes = [looked.shapes[name] for name in read]
    certain = {shape.dates[0] for shape in shapes if len(shape.dates) == 1}
    dates = tuple(
        dict.fromkeys(
            next((item for item in shape.dates if item in certain), shape.dates[0])
            for shape in shapes
            if shape.dates
        )
    )
    ambiguous = any(len(shape.dates) > 1 and not set(shape.dates) & certain for shape in shapes)
    marks = [shape.marks[0] for shape in shapes if shape.marks and not shape.is_date]
    odd = next((item for item in marks if item.decimal == "," or item.thousands), None)
    reasons = (because("ambiguous_dates", format=dates[0]),) if ambiguous else ()
    return replace(
        guess,
        dates=dates if any(item != "iso" for item in dates) else ("iso",),
        decimal=odd.decimal if odd else ".",
        thousands=odd.thousands if odd else "",
        nulls=tuple(dict.fromkeys(word for shape in shapes for word in shape.nulls)),
        evidence=reasons,
    )


def _read(rule: Mapping[str, object]) -> list[str]:
    found: list[str] = [str(rule["column"])] if "column" in rule else []
    for name in ("first_of", "join", "times", "minus", "plus", "less_percent"):
        words = rule.get(name, [])
        found += [str(word) for word in words] if isinstance(words, list) else []
    return found


def with_units(guess: FileGuess) -> FileGuess:
    """JSON of an API often counts in cents, which its whole numbers alone cannot tell."""
    read = {
        str(item.rule.get("column", ""))
        for table in guess.tables
        for item in table.columns
        if TABLES[table.table].by_name[item.column].kind is Kind.MONEY
    }
    shapes = [guess.looked.shapes[name] for name in read if name in guess.looked.shapes]
    is_whole = all(word.lstrip("-").isdecimal() for shape in shapes for word in shape.distinct)
    if not shapes or not is_whole or guess.looked.sample.layout.format not in {"json", "jsonl"}:
        return guess
    tables = tuple(replace(table, columns=_in_doubt(table)) for table in guess.tables)
    return replace(guess, tables=tables)


def _in_doubt(table: TableGuess) -> tuple[Guess, ...]:
    spec, told = TABLES[table.table].by_name, because("whole")
    return tuple(
        replace(item, confidence=min(item.confidence, 0.6), evidence=(*item.evidence, told))
        if spec[item.column].kind is Kind.MONEY
        else item
        for item in table.columns
    )


def spelled_out(guess: FileGuess) -> FileGuess:
    """The guess with columns that only looking made as the rules that make them."""
    made = dict(guess.looked.sample.joined)
    tables = tuple(
        replace(table, columns=tuple(_of_parts(item, made) for item in table.columns))
        for table in guess.tables
    )
    return replace(guess, tables=tables) if made else guess


def _of_parts(guess: Guess, made: Mapping[str, tuple[str, ...]]) -> Guess:
    rule = dict(guess.rule)
    if rule.get("column") in made:
        rule = {"join": list(made[str(rule.pop("column"))]), **rule}
    elif isinstance(parts := rule.get("join"), list):
        rule["join"] = [name for part in parts for name in made.get(part, (part,))]
    return replace(guess, rule=rule)
