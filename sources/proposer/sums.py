"""Amounts that add up: net and tax to a total, rows to a line of totals below them."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import product

from sources.proposer.guesses import FileGuess, Guess, Looked, because
from sources.proposer.vocabulary import plain

_LEAST_SUMS = 3


def parts_of_total(looked: Looked, *guesses: Guess | None) -> list[Guess]:
    """Total, net and tax by what adds up, where names tell less; those that a name tells stay."""
    total, net, tax = map(_source, guesses)
    if tax or not (total or net):
        return []
    numbers = [name for name in looked.shapes if _is_amount(looked, name)]
    wholes, parts = ([name] if name else numbers for name in (total, net))
    tried = product(wholes, parts, numbers)
    found = next((names for names in tried if _adds_up(looked, *names)), None)
    return _amounts(*found) if found else []


def _source(guess: Guess | None) -> str:
    return str(guess.rule.get("column", "")) if guess else ""


def _amounts(total: str, net: str, tax: str) -> list[Guess]:
    reason = because("adds_up", net=net, tax=tax, total=total)
    found = {"total_minor": total, "net_minor": net, "tax_minor": tax}
    return [Guess(k, {"column": v}, 0.9, (reason,)) for k, v in found.items()]


def _is_amount(looked: Looked, name: str) -> bool:
    shape = looked.shapes[name]
    return shape.is_number and not shape.is_date and len(shape.distinct) >= _LEAST_SUMS


def _adds_up(looked: Looked, whole: str, part: str, rest: str) -> bool:
    """Whether the rest is what the whole has over its part, in every row that holds all three.

    The part of a total before tax is the larger one.
    """
    if len({whole, part, rest}) < 3:
        return False
    said = _said_in_all(looked, whole, part, rest)
    taxed = [(net, tax) for _, net, tax in said if tax]
    larger = sum(abs(net) > abs(tax) for net, tax in taxed)
    is_told = len(taxed) >= _LEAST_SUMS and larger * 2 > len(taxed)
    return is_told and all(total == net + tax for total, net, tax in said)


def _said_in_all(looked: Looked, *names: str) -> list[tuple[Decimal, ...]]:
    """The numbers of the columns, of the rows in which each holds one."""
    rows = zip(*(_numbers(looked, name) for name in names), strict=True)
    whole = (tuple(number for number in row if number is not None) for row in rows)
    return [row for row in whole if len(row) == len(names)]


def _numbers(looked: Looked, name: str) -> list[Decimal | None]:
    """The column's numbers, row by row; None where the row has none."""
    shape = looked.shapes[name]
    return [shape.number(text) for text in looked.sample.columns[name]]


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
    *above, last = _numbers(looked, name)
    said = [number for number in above if number is not None]
    return last is not None and len(said) > 1 and sum(said) == last != 0
