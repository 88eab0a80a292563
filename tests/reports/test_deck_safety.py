"""What a client must never see has no way into a deck."""

import io
import zipfile
from dataclasses import fields, replace

import pandas as pd
import pytest
from clients import QUARTER, awkward_client, full_client

from reports.client import ClientFile, KpiBook
from reports.deck.client_view import ClientFigures, ClientView, InternalFigureError
from reports.deck.client_view_build import client_view
from reports.deck.compose import compose_deck
from reports.deck.render import render_deck
from transforms.canonical import CanonicalTables
from transforms.kpi import Audience, KpiValue
from transforms.kpis import specs
from transforms.tables import TABLES

CANARY = "CANARY-77301"
SECRET_COLUMNS = {
    "tickets": ("subject",),
    "surveys": ("comment", "respondent_id"),
    "tasks": ("assignee",),
    "meetings": ("subject",),
    "invoice_lines": ("description",),
    "invoices": ("invoice_number",),
    "accounts": ("industry", "segment", "tier", "manager_id"),
}
SECRET_TABLES = ("costs", "targets", "renewal_requests", "opportunities", "leads", "contacts")


def with_canaries(client: ClientFile) -> ClientFile:
    """The client's file with a canary in every internal column, table and figure."""
    frames = dict(client.tables.items())
    for table, columns in SECRET_COLUMNS.items():
        frames[table] = frames[table].assign(**dict.fromkeys(columns, CANARY))
    for table in SECRET_TABLES:
        spec = TABLES[table]
        texts = {column.name: CANARY for column in spec.columns if column.kind == "text"}
        frames[table] = spec.conform(pd.DataFrame([texts]))
    internal = {
        (spec.id, str(QUARTER)): KpiValue(
            "client", "a1", spec.id, QUARTER, spec.unit, 1, value=77301.0, value_minor=77301
        )
        for spec in specs().values()
        if spec.audience is Audience.INTERNAL
    }
    values = {**dict(client.kpis.values), **internal}
    return replace(client, tables=CanonicalTables(frames), kpis=KpiBook("a1", values))


def all_text(content: bytes) -> str:
    """Every part of a file as text, embedded workbooks opened too."""
    texts: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            part = package.read(name)
            inner = name.endswith(".xlsx")
            texts.append(name + (all_text(part) if inner else part.decode("utf-8", "replace")))
    return "\n".join(texts)


@pytest.mark.parametrize("client", [full_client, awkward_client])
def test_no_canary_reaches_any_part_of_the_file(client) -> None:
    deck = compose_deck(with_canaries(client())).deck
    assert deck is not None
    text = all_text(render_deck(deck))
    assert CANARY not in text
    assert "77301" not in text
    assert "77,301" not in text
    assert "CANARY" not in text


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
