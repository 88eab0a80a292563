"""Amounts that are due at intervals: how often a year, by the words of a column."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sources.proposer.columns import Rule
from sources.proposer.guesses import Guess, Looked, because
from sources.proposer.known import hinted
from sources.proposer.vocabulary import plain

_WORDS = {
    365: "day days daily dia dias diario diaria",
    52: "week weeks weekly semana semanas semanal",
    12: "month months monthly mes meses mensual",
    6: "bimestral",
    4: "quarter quarterly trimestre trimestral",
    2: "half_yearly semiannual semestre semestral",
    1: "year years yearly annual annually ano anos anual",
}
_A_YEAR = {word: times for times, words in _WORDS.items() for word in words.split()}
_COUNTED = re.compile(r"(?:every|cada|each)?_?([1-9][0-9]?)_([a-z]+)")


def _a_year(words: Sequence[str]) -> dict[str, int]:
    """How often a year an amount is due, by each word of an interval that is understood.

    >>> _a_year(["every 3 months", "Trimestral", "5 months", "Ad hoc"])
    {'every 3 months': 4, 'Trimestral': 4}
    """
    found: dict[str, int] = {}
    for word in words:
        said = plain(word)
        counted = _COUNTED.fullmatch(said)
        unit = _A_YEAR.get(counted[2] if counted else said, 0)
        count = int(counted[1]) if counted else 1
        if unit and unit % count == 0:
            found[word] = unit // count
    return found


def by_interval(looked: Looked) -> Guess | None:
    """An amount for each month, year … as another column says."""
    interval, unit = hinted(looked, "interval"), hinted(looked, "unit_amount")
    amount = unit or hinted(looked, "interval_amount")
    words = looked.shapes[interval].distinct if interval else ()
    values = _a_year(words)
    if not amount or len(values) * 2 <= len(words):
        return None
    units = hinted(looked, "units") if unit else ""
    each: Rule = {"times": [units]} if units else {}
    count = hinted(looked, "interval_count")
    if count and count != interval and looked.shapes[count].is_number:
        each |= {"divide_by": [count], "round": "half_even"}
    discount = percent_off(looked)
    each |= {"less_percent": [discount], "round": "half_even"} if discount else {}
    rule: Rule = {"column": amount, **each, "factor": {"column": interval, "values": values}}
    reason = because("each_interval", column=amount, interval=interval)
    return Guess("yearly_minor", rule, 0.7, (reason,))


def percent_off(looked: Looked) -> str:
    """The column of discounts in percent; empty where there is none, or where it holds shares, of
    which a tenth would count as a tenth of a percent."""
    column = hinted(looked, "discount_percent")
    return column if column and looked.shapes[column].largest > 1 else ""


def with_coupon(looked: Looked, guess: Guess) -> Guess:
    """The amount, which is not known where a coupon is named and nothing says what it takes off."""
    coupon = hinted(looked, "coupon")
    if not coupon or looked.shapes[coupon].is_truth or looked.shapes[coupon].has_zero:
        return guess
    evidence = (*guess.evidence, because("coupon", column=coupon))
    return replace(guess, rule={**guess.rule, "coupon": coupon}, evidence=evidence)


def interval_of(rule: Mapping[str, object]) -> str:
    """The column whose words say how often an amount is due; empty where none does."""
    factor = rule.get("factor")
    return str(factor["column"]) if isinstance(factor, dict) else ""


def with_intervals(guess: Guess, words: Sequence[str]) -> Guess:
    """The guess with what words of the whole file mean as intervals, and those that mean none."""
    if not words:
        return guess
    values = _a_year(words)
    factor = {"column": interval_of(guess.rule), "values": values}
    unknown = tuple(word for word in words if word not in values)
    return replace(guess, rule={**guess.rule, "factor": factor}, unknown=unknown)
