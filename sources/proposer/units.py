"""Whether amounts are written in whole currency or in the vendor's smallest units."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from sources.mapping.load import builtin_mapping_path, load_mapping
from sources.proposer.guesses import FileGuess, Guess, Looked, TableGuess, because
from sources.proposer.known import Known, hinted
from sources.proposer.shapes import Shape
from transforms.tables import TABLES, Kind

_STRIPE_ID = re.compile(
    "(ba|card|ch|cn|cnli|cus|fee|ii|il|in|pi|plan|pm|po|price|prod|py|re|si|sub|tr|txn)_[^_ ]{8,}"
)
_API_NAME = re.compile("[a-z0-9_.]+")
_EXACT = ("_decimal", "_excluding_tax")
"""Ends of Stripe's columns that hold fractions of its smallest unit."""


def with_units(guess: FileGuess, known: Known) -> FileGuess:
    """Objects of Stripe's, as its API and copies of it in warehouses have them, count in cents,
    which its dashboard does not. Of other JSON whole numbers alone cannot tell."""
    read = list(_amounts(guess, known))
    if not read or not all(_is_whole(looked.shapes[name], name) for looked, name in read):
        return guess
    if all(_is_stripes(looked, name) for looked, name in read):
        units = load_mapping(builtin_mapping_path("stripe_api")).files[0].minor_units
        return replace(_with_money(guess, {"units": "minor"}, "cents"), minor_units=units)
    is_json = guess.looked.sample.layout.format in {"json", "jsonl"}
    return _with_money(guess, {}, "whole") if is_json else guess


def _is_money(table: TableGuess, guess: Guess) -> bool:
    return TABLES[table.table].by_name[guess.column].kind is Kind.MONEY and "column" in guess.rule


def _amounts(guess: FileGuess, known: Known) -> Iterator[tuple[Looked, str]]:
    """The columns that amounts are made of, of this file or of one that it looks up."""
    files = {item.name: item for item in known.files}
    beside = {str(item["name"]): files[str(item["file"])] for item in guess.lookups}
    rules = [g.rule for table in guess.tables for g in table.columns if _is_money(table, g)]
    for source in (str(rule["column"]) for rule in rules):
        name, _, column = source.partition(".")
        if source in guess.looked.shapes:
            yield guess.looked, source
        elif name in beside:
            yield beside[name], column


def _is_whole(shape: Shape, name: str) -> bool:
    return name.endswith(_EXACT) or all(word.lstrip("-").isdecimal() for word in shape.distinct)


def _is_stripes(looked: Looked, amount: str) -> bool:
    """By its ids, or the mark of its tests, by codes in small letters and names as its API has."""
    currency = hinted(looked, "currency")
    codes = looked.shapes[currency].distinct if currency else ()
    if not all(map(str.islower, codes)) or not _API_NAME.fullmatch(amount):
        return False
    words = (shape.distinct[:9] for shape in looked.shapes.values())
    has_ids = any(_STRIPE_ID.fullmatch(word) for first in words for word in first)
    return has_ids or "livemode" in looked.plain.values()


def _with_money(guess: FileGuess, more: Mapping[str, str], reason: str) -> FileGuess:
    """The guess whose amounts are made so, which a person has to look at."""
    tables = tuple(
        replace(
            table,
            columns=tuple(
                _in_doubt(item, more, reason) if _is_money(table, item) else item
                for item in table.columns
            ),
        )
        for table in guess.tables
    )
    return replace(guess, tables=tables)


def _in_doubt(guess: Guess, more: Mapping[str, str], reason: str) -> Guess:
    return replace(
        guess,
        rule={**guess.rule, **more},
        confidence=min(guess.confidence, 0.6),
        evidence=(*guess.evidence, because(reason)),
    )
