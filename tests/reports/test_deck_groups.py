"""A group of companies, some of whose use nobody measures."""

from dataclasses import replace
from functools import cache
from types import SimpleNamespace
from typing import cast

import pandas as pd
import pytest
from clients import Client, client_file
from deck_rules import broken, said

from reports.brand import shipped_brand
from reports.client import ClientFile
from reports.deck.chain.links import chain
from reports.deck.compose import _concluded, compose_deck, compose_review, context_of, slide_modules
from reports.deck.exhibits import invoiced_tables
from reports.deck.exhibits.tiles import tile_of
from reports.deck.model import Deck
from reports.deck.slide_context import SlideContext
from reports.deck.view.client_view_build import client_view
from reports.workbook.brief import Brief
from reports.workbook.sheets import history
from reports.workbook.words import WorkbookWords
from transforms.billing.invoiced_parts import BillingAccount
from transforms.billing.seat_coverage import SeatsApart
from transforms.core.canonical import CanonicalTables

WORDS = {"es": "sin medir", "en": "not measured"}


@cache
def group(language: str, used: int = 42) -> ClientFile:
    """Of three companies with seats one is measured; 62 seats are of the two others."""
    client = client_file(Client(language=language, accounts=("a1", "a2", "a3"), use_trend=0.0))
    held = client.tables["subscriptions"]
    others = [
        held.iloc[:1].assign(subscription_id=f"{key}-s", account_id=key, quantity=seats)
        for key, seats in (("a2", 40), ("a3", 22))
    ]
    rows = {**client.tables, "subscriptions": pd.concat([held, *others], ignore_index=True)}
    seats = client.kpis.get("seats_used", client.period)
    values = dict(client.kpis.values)
    told = replace(seats, value=used / 60, numerator=float(used), denominator=60.0)
    values["seats_used", str(client.period)] = told
    book = replace(client.kpis, values=values)
    return replace(client, tables=CanonicalTables(rows), kpis=book)


def desk(client: ClientFile) -> SlideContext:
    return context_of(client_view(client), shipped_brand())


def deck_of(client: ClientFile) -> Deck:
    deck = compose_deck(client, shipped_brand()).deck
    assert deck is not None
    return deck


def test_seats_of_companies_that_nobody_measures_are_counted_apart() -> None:
    names = {
        row.account_id: row.account_name for row in group("es").tables["accounts"].itertuples()
    }
    assert client_view(group("es")).seats_apart == SeatsApart(
        (names["a1"],), (names["a2"], names["a3"]), 62
    )
    assert client_view(client_file(Client())).seats_apart is None


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_page_with_seats_says_which_are_not_measured(language: str) -> None:
    client = group(language)
    tile = tile_of(desk(client), "seats_used").delta.text
    assert "62" in tile and WORDS[language] in tile
    usage = next(slide for slide in deck_of(client).slides if slide.name == "usage")
    assert any("62" in text and "a2" not in text and "60" not in text for text in said(usage))


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("used", [20, 59])
def test_who_is_asked_about_seats_reads_which_they_are(language: str, used: int) -> None:
    context = desk(group(language, used))
    story = tuple(_concluded(context, slide_modules(), {}).story.values())
    (finding,) = [
        link.finding.text for link in chain(context, story) if link.rule.startswith("seats")
    ]
    assert "62" in finding


@pytest.mark.parametrize("language", ["es", "en"])
def test_pages_of_a_group_keep_the_rules(language: str) -> None:
    assert not any(broken(deck_of(group(language))).values())
    assert compose_review(group(language), shipped_brand()).deck is not None


def test_the_group_table_adds_up_as_it_is_read() -> None:
    def amounts(*minors: int) -> list[str]:
        accounts = [
            BillingAccount(f"Aurora {n}", "", "EUR", (("EUR", minor),), (), minor)
            for n, minor in enumerate(minors)
        ]
        plan = invoiced_tables._accounts_plan(desk(group("es")), accounts, 2)
        return [row[2].text for row in plan.rows]

    assert amounts(100_040, 100_040, 100_040) == [
        *("$1,000.40", "$1,000.40", "$1,000.40"),
        "$3,001.20",
    ]
    assert amounts(100_010, 100_010, 100_010) == [*("$1,000",) * 3, "$3,000"]


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_workbook_says_which_seats_are_not_measured(language: str) -> None:
    words = WorkbookWords(language, language, "EUR")
    for client, is_told in ((group(language), True), (client_file(Client()), False)):
        brief = cast(Brief, SimpleNamespace(client=client, words=words))
        text = history._apart(brief)
        assert ("62" in text) is is_told
        names = client.tables["accounts"]["account_name"]
        assert not is_told or all(name in text for name in names)
