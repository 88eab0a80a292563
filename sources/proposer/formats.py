"""How the columns that are used write dates and amounts, and what they are made of."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sources.proposer.guesses import FileGuess, Guess, because
from sources.proposer.shapes import Shape
from sources.values.numbers import Marks


def with_formats(guess: FileGuess) -> FileGuess:
    """Date formats, marks and null words of the columns that are used."""
    shapes = [guess.looked.shapes[name] for name in columns_read(guess)]
    dates, is_ambiguous = _dates_of(shapes)
    marks = [shape.marks[0] for shape in shapes if shape.marks and not shape.is_date]
    odd = next((item for item in marks if item.decimal == "," or item.thousands), Marks())
    reasons = (because("ambiguous_dates", format=dates[0]),) if is_ambiguous else ()
    return replace(
        guess,
        dates=dates if set(dates) - {"iso"} else ("iso",),
        decimal=odd.decimal,
        thousands=odd.thousands,
        nulls=tuple(dict.fromkeys(word for shape in shapes for word in shape.nulls)),
        evidence=reasons,
    )


def _dates_of(shapes: Sequence[Shape]) -> tuple[tuple[str, ...], bool]:
    """The formats of the columns, those proven first, and whether one is a guess."""
    dated = [shape.dates for shape in shapes if shape.dates]
    certain = {formats[0] for formats in dated if len(formats) == 1}
    proven = [next((item for item in formats if item in certain), "") for formats in dated]
    chosen = [found or formats[0] for found, formats in zip(proven, dated, strict=True)]
    return tuple(dict.fromkeys(chosen)), "" in proven


def columns_read(guess: FileGuess) -> list[str]:
    """The columns of the file that its tables read, each once."""
    rules = [item.rule for table in guess.tables for item in table.columns]
    found = dict.fromkeys(name for rule in rules for name in read_by(rule))
    return [name for name in found if name in guess.looked.shapes]


def read_by(rule: Mapping[str, object]) -> list[str]:
    """The columns that a rule makes its value of."""
    found = [str(rule[name]) for name in ("column", "coupon") if name in rule]
    for name in ("first_of", "join", "times", "minus", "plus", "less_percent"):
        words = rule.get(name, [])
        found += [str(word) for word in words] if isinstance(words, list) else []
    return found


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
