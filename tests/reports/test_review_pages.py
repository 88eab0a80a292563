"""What readers of account reviews would have changed: each kind stays mended."""

from dataclasses import replace
from datetime import timedelta

from clients import QUARTER, full_client, reviewed_client
from test_deck_rereading import desk, texts_of, told
from test_review_urgency import inside

from reports.client import ClientFile
from reports.deck.compose import compose_review
from reports.deck.model import Deck, Placeholder, Table
from reports.deck.review.matters import matters
from reports.deck.review.signal_words import _evidence, evidence_of, steps_of
from reports.deck.review.urgency import concern_of
from reports.deck.slide_context import Phrase
from reports.deck.view.client_view_build import client_view, seen
from reports.deck.view.local_signals import signals_in_language
from transforms.clients.local_names import LocalNames
from transforms.signals import RowEvidence, Severity, Signal, Step, detectors


def review(client: ClientFile) -> Deck:
    deck = compose_review(client).deck
    assert deck is not None
    return deck


def rows_of(deck: Deck, name: str) -> list[list[str]]:
    pages = [slide for slide in deck.slides if slide.name == name]
    tables = [item for page in pages for item in page.elements if isinstance(item, Table)]
    rows = [[cell.body.text for cell in row.cells] for table in tables for row in table.rows]
    return [row for number, row in enumerate(rows) if row not in rows[:number]]


def test_a_review_leads_with_what_ends_within_days() -> None:
    view = client_view(full_client())
    assert view.renewal is not None
    ends = replace(view.renewal, day=view.data_date + timedelta(days=3), basis="contract")
    context = inside(signals=())
    context = replace(context, view=replace(context.view, renewal=ends))
    told = concern_of(context).told
    assert isinstance(told, Phrase) and "el contrato termina el" in told.text
    assert matters(context, 3)[0].slide == "renewal"


def test_an_option_without_a_rank_says_why() -> None:
    names = [row[0] for row in rows_of(review(reviewed_client()), "renewal")[1:]]
    without = [name for name in names if not name[0].isdigit()]
    barred = [name for name in without if "(no se propone: " in name]
    assert barred
    assert len(without) - len(barred) <= 1, "the limit alone is no offer"


def test_signals_have_their_steps_whole_while_they_fit_a_page() -> None:
    found = seen(reviewed_client()).signals
    steps = [row[3] for row in rows_of(review(reviewed_client()), "signals")[1:]]
    debt, *shown, incidents, successor, goal, promise = [step for step in steps if step]
    most = max(1, min(3, 6 // (5 + len(found))))
    assert goal.startswith("Acordar cómo llegar a la meta en")
    assert incidents.startswith("Explicarles por qué hubo incidencias")
    assert successor.startswith("Pedir que nos presenten a quien sustituye")
    assert promise == "Acordar una fecha nueva para el compromiso vencido."
    assert debt == "Acordar una fecha de pago con su contabilidad."
    told = [(signal.kind, step) for signal in found for step in steps_of(desk(), signal)[:most]]
    for (kind, step), on_page in zip(told, shown, strict=True):
        if kind == "discount_asked":  # it names the option that is proposed, and its approvers
            step = "Pedir aprobación para ofrecer un 2.5% de descuento y un plazo de 3\u00a0años "
            step += "(Finanzas y Dirección General) y responder al cliente."
        assert on_page == step


def test_products_that_are_lacking_are_told_and_shown_together() -> None:
    lacking = [
        RowEvidence("products", name, None, "crm", "crm/products.csv", 2)
        for name in ("Rutas", "Turnos")
    ]
    steps = [Step("product", (0,), {"product": item.text}) for item in lacking]
    spec = next(item.spec for item in detectors() if item.spec.id == "cross_sell")
    signal = Signal(spec, Severity.CHANCE, tuple(lacking), (Step("seats", (0,)), *steps))
    assert evidence_of(desk(), signal) == "Sin contratar: Rutas y Turnos"
    seats, products = steps_of(desk(), signal)
    assert seats.startswith("Proponer más licencias")
    assert products.startswith("Mostrar Rutas y Turnos con")


def test_what_people_typed_is_quoted() -> None:
    words = RowEvidence("surveys", "the list comes late", None, "zendesk", "answers.csv", 2)
    assert _evidence(desk(), words) == "«The list comes late»"
    filed = replace(words, table="tickets", source_file="tickets.csv")
    assert _evidence(desk(), filed) == "Queja: «The list comes late»"


def test_signals_name_products_and_tasks_in_the_language_of_the_file() -> None:
    names = LocalNames({"en": {"Rutas": "Routes"}}, {"en": {"Piloto": "Pilot"}})
    rows = [
        RowEvidence(table, text, None, "crm", "crm.csv", 2)
        for table, text in (("products", "Rutas"), ("tasks", "Piloto"), ("tickets", "Rutas"))
    ]
    spec = detectors()[0].spec
    signal = Signal(spec, Severity.WATCH, tuple(rows), (Step("x", (0,), {"product": "Rutas"}),))
    (told_in,) = signals_in_language([signal], names, "en")
    texts = [item.text for item in told_in.evidence if isinstance(item, RowEvidence)]
    assert texts == ["Routes", "Pilot", "Rutas"]
    assert told_in.steps[0].names["product"] == "Routes"


def overview_of(client: ClientFile) -> str:
    page = next(slide for slide in review(client).slides if slide.name == "overview")
    return "\n".join((page.title, texts_of(page)))


def test_a_large_debt_leads_the_review_of_a_client_without_signals() -> None:
    client = reviewed_client()
    fee = client.kpis.get("mrr", QUARTER).value_minor or 0
    for share, is_told in ((2, True), (0, False)):
        said = overview_of(told("overdue_balance", QUARTER, client, value_minor=share * fee))
        assert ("Acordar una fecha de pago con su contabilidad" in said) is is_told
        assert ("lo más urgente" in said.split("\n")[0] and "vencidos" in said) is is_told


def test_a_review_says_whose_it_is() -> None:
    cover = review(reviewed_client()).slides[0]
    said = "\n".join(item.body.text for item in cover.elements if isinstance(item, Placeholder))
    assert "Revisión interna de la cuenta" in said
    assert "Responsable de la cuenta: " in said and "Su contacto" not in said


def test_what_is_owed_has_a_page_only_where_something_is() -> None:
    settled = replace(reviewed_client().kpis.get("open_balance", QUARTER), value_minor=0)
    client = reviewed_client()
    values = {**client.kpis.values, ("open_balance", str(QUARTER)): settled}
    cleared = replace(client, kpis=replace(client.kpis, values=values))
    names = [{slide.name for slide in review(item).slides} for item in (client, cleared)]
    assert ["receivables" in found for found in names] == [True, False]
