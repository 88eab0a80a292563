"""What a client must never see has no way into a deck."""

import io
import zipfile
from dataclasses import fields, replace

import pandas as pd
import pytest
from clients import (
    QUARTER,
    awkward_client,
    english_client,
    full_client,
    subscribed_client,
    yen_client,
)
from partial_book import PartialBook

from reports.client import ClientFile, Remark, Restated, RowFault
from reports.deck.compose import compose_deck, compose_review
from reports.deck.render.deck import render_deck
from reports.deck.view.client_view import ClientFigures, ClientView, InternalFigureError
from reports.deck.view.client_view_build import client_view
from transforms.core.canonical import CanonicalTables
from transforms.kpis import specs
from transforms.metrics.kpi import Audience, KpiValue
from transforms.tables import TABLES

CANARY = "CANARY-77301"
NUMBER = 77301
JOINED = ("source",)
SECRET_TABLES = ("costs", "targets", "renewal_requests", "opportunities", "leads", "contacts")
OTHERS = (awkward_client, english_client, yen_client, subscribed_client)
CLIENTS = (full_client, *(pytest.param(made, marks=pytest.mark.thorough) for made in OTHERS))


def with_canaries(client: ClientFile) -> ClientFile:
    """The client's file with a canary in every internal column, table and figure."""
    frames = {name: planted(name, frame) for name, frame in client.tables.items()}
    account = frames["accounts"]["account_id"].iloc[0]
    for table in SECRET_TABLES:
        spec = TABLES[table]
        texts = {column.name: CANARY for column in spec.columns if column.kind == "text"}
        kinds = ("money", "number", "integer")
        numbers = {column.name: NUMBER for column in spec.columns if column.kind in kinds}
        row = {**texts, **numbers, "account_id": account}
        frames[table] = spec.conform(pd.DataFrame([row]))
    internal = {
        (spec.id, str(QUARTER)): KpiValue(
            "client", "a1", spec.id, QUARTER, spec.unit, 1, value=77301.0, value_minor=NUMBER
        )
        for spec in specs().values()
        if spec.audience is Audience.INTERNAL
    }
    values = {**dict(client.kpis.values), **internal}
    shown = client.kpis.get("invoiced_amount", QUARTER)
    return replace(
        client,
        tables=CanonicalTables(frames),
        kpis=PartialBook("a1", values),
        faults=(RowFault(CANARY, {"es": CANARY, "en": CANARY}, CANARY, "warn", CANARY, NUMBER),),
        restated=(
            Restated("invoiced_amount", "2026-Q3", replace(shown, value_minor=NUMBER), shown),
        ),
        remarks=(Remark("review", "usage", CANARY), Remark("review", "overview", CANARY)),
    )


def planted(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    """A canary in every text column that is neither for clients nor a key."""
    spec = TABLES[table]
    kept = {*spec.key, "account_id", *JOINED}
    hidden = [
        column.name
        for column in spec.all_columns
        if column.kind == "text" and column.name not in kept
        if not (column.client_readable or column.references or column.allowed)
    ]
    return frame.assign(**dict.fromkeys(hidden, CANARY))


def all_text(content: bytes) -> str:
    """Every part of a file as text, embedded workbooks opened too."""
    texts: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            part = package.read(name)
            inner = name.endswith(".xlsx")
            texts.append(name + (all_text(part) if inner else part.decode("utf-8", "replace")))
    return "\n".join(texts)


@pytest.mark.parametrize("client", CLIENTS)
def test_no_canary_reaches_any_part_of_a_clients_file(client) -> None:
    deck = compose_deck(with_canaries(client())).deck
    assert deck is not None
    text = all_text(render_deck(deck))
    assert CANARY not in text
    assert "77301" not in text
    assert "77,301" not in text
    assert "CANARY" not in text


def test_the_same_canaries_are_found_in_an_account_review() -> None:
    """So the search finds what is there."""
    deck = compose_review(with_canaries(full_client())).deck
    assert deck is not None
    text = all_text(render_deck(deck))
    assert text.count(CANARY) > 5


def test_a_client_view_has_no_field_for_tables_or_the_whole_book() -> None:
    kinds = {str(field.type) for field in fields(ClientView)}
    assert not any(word in kind for kind in kinds for word in ("CanonicalTables", "DataFrame"))
    assert not any(word in kind for kind in kinds for word in ("KpiBook", "Policy", "ClientFile"))


def test_internal_figures_are_left_behind() -> None:
    internal = [spec.id for spec in specs().values() if spec.audience is Audience.INTERNAL]
    assert "gross_margin" in internal
    view = client_view(with_canaries(full_client()))
    shown = {kpi for kpi, _ in view.figures.book.values}  # noqa: PD011 a mapping, no frame
    assert not shown & set(internal)


def test_a_slide_that_asks_for_an_internal_figure_fails() -> None:
    figures = ClientFigures.of(full_client().kpis)
    with pytest.raises(InternalFigureError):
        figures.get("contribution_margin", QUARTER)


def test_decks_hold_no_language_of_collection() -> None:
    deck = compose_deck(full_client()).deck
    assert deck is not None
    text = all_text(render_deck(deck)).lower()
    for word in ("moroso", "impago", "deuda", "reclamar", "overdue balance", "vencid", "dso"):
        assert word not in text, word
