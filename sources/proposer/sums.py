"""Amounts that add up: net and tax to a total, rows to a line of totals below them."""

from collections.abc import Mapping
from itertools import product

from sources.proposer.guesses import FileGuess, Guess, Looked, because
from sources.proposer.vocabulary import plain

_LEAST_SUMS = 3


def parts_of_total(looked: Looked, *guesses: Guess | None) -> list[Guess]:
    """Total, net and tax by what adds up, where names tell less; those that a name tells stay."""
    total, net, tax = (str(item.rule.get("column", "")) if item else "" for item in guesses)
    if total and net and tax:
        return []
    numbers = [name for name, shape in looked.shapes.items() if _is_amount(looked, name)]
    for whole, part in product([total] if total else numbers, [net] if net else numbers):
        rest = next((name for name in numbers if _adds_up(looked, whole, part, name)), "")
        if rest and not tax and {total, net} & {whole, part}:
            reason = because("adds_up", net=part, tax=rest, total=whole)
            found = {"total_minor": whole, "net_minor": part, "tax_minor": rest}
            return [Guess(k, {"column": v}, 0.9, (reason,)) for k, v in found.items()]
    return []


def _is_amount(looked: Looked, name: str) -> bool:
    shape = looked.shapes[name]
    return shape.is_number and not shape.is_date and len(shape.distinct) >= _LEAST_SUMS


def _adds_up(looked: Looked, whole: str, part: str, rest: str) -> bool:
    """Whether the rest is what the whole has over its part, in every row that holds all three.

    The part of a total before tax is the larger one.
    """
    if len({whole, part, rest}) < 3:
        return False
    columns, shapes = looked.sample.columns, looked.shapes
    nulls = {null for name in (whole, part, rest) for null in shapes[name].nulls} | {""}
    rows = zip(columns[whole], columns[part], columns[rest], strict=True)
    said = [row for row in rows if not nulls & set(row)]
    marks = [shapes[name].marks[0] for name in (whole, part, rest)]
    read = [[mark.number(text) for mark, text in zip(marks, row, strict=True)] for row in said]
    taxed = [row for row in read if row[2]]
    larger = sum(abs(row[1]) > abs(row[2]) for row in taxed)
    return (
        len(taxed) >= _LEAST_SUMS
        and larger * 2 > len(taxed)
        and all(row[0] == row[1] + row[2] for row in read)
    )


def totals_line(guess: FileGuess) -> tuple[Mapping[str, object], ...]:
    """The filter of a last row that says `Total` and whose numbers are the sums of the others."""
    looked = guess.looked
    rows = looked.sample.rows
    if len(rows) < 3:
        return ()
    for name, text in zip(looked.sample.header, rows[-1], strict=True):
        word = text.strip()
        is_said = plain(word).startswith("total") and name not in dict(looked.sample.joined)
        if is_said and looked.sample.columns[name].count(word) == 1 and _has_sum(looked):
            return ({"name": "totals", "column": name, "starts_with": word},)
    return ()


def _has_sum(looked: Looked) -> bool:
    """Whether a number of the last row is the sum of the rows above it."""
    return any(_is_sum(looked, name) for name, shape in looked.shapes.items() if shape.is_number)


def _is_sum(looked: Looked, name: str) -> bool:
    *above, last = looked.sample.columns[name]
    marks, nulls = looked.shapes[name].marks[0], looked.shapes[name].nulls
    said = [marks.number(text) for text in above if text and text not in nulls]
    is_filled = bool(last) and last not in nulls and len(said) > 1
    return is_filled and sum(said) == marks.number(last) != 0
