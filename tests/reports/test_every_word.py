"""Nothing that a file says comes from outside of its language's messages and the client's data."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum

import pandas as pd
import pytest
from clients import full_client, reviewed_client
from portfolio_books import book
from renewal_clients import golden
from test_brief import brief, entry

from messages.pseudo import outside
from reports.brand import shipped_brand
from reports.client import ClientFile
from reports.deck.compose import compose_deck, compose_review
from reports.workbook.compose import compose_workbook
from reports.workbook.portfolio.compose import compose_portfolio

NO_WORDS = {
    *("formula", "sheet", "key", "rule", "number_format", "format_code", "dash", "symbol"),
    *("layout", "kpi", "part", "table", "align", "vertical", "style", "label_position"),
    *("name", "prompt_title", "source", "footer", "figures", "brand", "locale", "language"),
}
"""Fields that readers do not see, or that are cut to a length, brackets included."""
MONTHS = {
    f"{date(2026, month, 1):{form}}".lower() for month in range(1, 13) for form in ("%b", "%B")
}
OURS = {"cartera", "arial", "chartmogul", "stripe"}
"""Proper names, the same in every language."""


@pytest.mark.thorough
def test_decks_and_reviews(pseudo_language: str) -> None:
    for client, compose in ((full_client(), compose_deck), (reviewed_client(), compose_review)):
        read = replace(client, language=pseudo_language, locale="en-US")
        deck = compose(read, shipped_brand()).deck
        assert deck is not None
        shown = [(slide.title, slide.elements, slide.notes) for slide in deck.slides]
        marks = {name for slide in deck.slides for name in slide.subjects} | {
            "renewal"
        }  # of notes that are read back
        assert from_outside(shown, data_of(client) | marks) == set()


def test_workbooks(pseudo_language: str) -> None:
    client = golden(pseudo_language)
    workbook = compose_workbook(client).workbook
    assert workbook is not None
    assert from_outside(workbook.sheets, data_of(client)) == set()


def test_portfolios_and_briefs(pseudo_language: str) -> None:
    known = book(pseudo_language)
    assert from_outside(compose_portfolio(known).sheets, data_of(known)) == set()
    read = brief(entry("Aurora"), language=pseudo_language)
    assert from_outside((read.deck.slides, read.markdown), {"aurora"}) == set()


def from_outside(shown: object, data: set[str]) -> set[str]:
    whole = (text for text in texts(shown) if not is_cut(text))
    words = {word for text in whole for word in words_of(outside(text))}
    return {word for word in words if word not in data | MONTHS | OURS}


def is_cut(text: str) -> bool:
    """Whether a message was cut to its place, so that its closing bracket is gone: the name of a
    bar, which stands whole in the table beside it."""
    return text.startswith("⟦") and text.endswith("…") and "⟧" not in text


def data_of(known: ClientFile | object) -> set[str]:
    return {word for text in texts(known, set()) for word in words_of(text)}


def words_of(text: str) -> list[str]:
    """Words in lower case; colours such as `#FDE8E8` are none."""
    return re.findall(r"[^\W\d_]{3,}", re.sub(r"#?\b[0-9A-F]{6}\b", "", text).lower())


def texts(shown: object, unread: set[str] = NO_WORDS) -> Iterator[str]:
    match shown:
        case Enum() | bytes():
            return
        case str():
            yield shown
        case pd.DataFrame():
            for column in shown.columns:
                yield from map(str, shown[column].dropna().unique())
        case dict():
            for key, value in shown.items():
                yield from texts((key, value), unread)
        case list() | tuple() | set() | frozenset():
            for value in shown:
                yield from texts(value, unread)
        case _ if is_dataclass(shown):
            for field in fields(shown):
                if field.name not in unread:
                    yield from texts(getattr(shown, field.name), unread)
        case _:
            return
