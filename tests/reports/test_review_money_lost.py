"""What is lost quietly has a row with a step, an owner and a day; one matter is one row."""

from dataclasses import replace

import pandas as pd
import pytest
from clients import QUARTER, reviewed_client
from test_review_agrees import calm, words
from test_review_urgency import known, left, page, review, texts, unknown, with_rows

from reports.deck.review.internal_context import InternalContext
from reports.deck.review.matter import Matter
from reports.deck.review.matters import matters
from reports.deck.review.urgency import concern_of
from reports.deck.slide_context import Phrase
from reports.deck.view.internal_view import OffTarget
from transforms.clients.setbacks import Kind, Setback
from transforms.metrics.kpi import Missing
from transforms.signals import (
    FigureEvidence,
    Severity,
    Signal,
    Step,
    competitor,
    dissatisfied,
    falling_score,
    falling_use,
)

pytestmark = pytest.mark.thorough

RIVAL = Signal(competitor.SPEC, Severity.ALERT, (), (Step("decide", ()),))


def rows(name: str, found: list[Matter]) -> list[Matter]:
    return [item for item in found if item.name == name]


def with_seats(count: float, share: float, **changed: object) -> InternalContext:
    """One who uses that share of so many seats; the margin holds."""
    client = known(reviewed_client(), overdue_balance=0, disputed_balance=0)
    client = known(client, seats_used=share, contribution_margin=0.5)
    client = known(client, QUARTER.previous, contribution_margin=0.5)
    values = dict(client.kpis.values)
    key = ("seats_used", str(QUARTER))
    values[key] = replace(values[key], numerator=count * share, denominator=count)
    context = calm(figures=replace(client.kpis, values=values), **changed)
    one = replace(context.view.subscriptions[0], seats=count, currency=context.view.currency)
    return replace(context, view=replace(context.view, subscriptions=(one,)))


def test_unused_seats_are_a_row_with_a_step_an_owner_and_a_day() -> None:
    (row,) = matters(with_seats(180, 0.72), 3)
    assert words(row.evidence[0]).startswith("50 de 180 licencias sin uso: $")
    assert "proponer menos licencias" in row.steps[0] and row.owner and row.day
    assert row.slide == "recurring" and concern_of(with_seats(180, 0.72)).step == row.steps[0]
    assert matters(with_seats(180, 0.8), 3) == []
    first, last = matters(with_seats(180, 0.72, signals=(RIVAL,)), 3)
    assert first.severity is Severity.ALERT and last == row
    falls = Signal(falling_use.SPEC, Severity.WATCH, (), (Step("seats", ()),))
    assert rows("Licencias sin uso", matters(with_seats(180, 0.5, signals=(falls,)), 3)) == []


@pytest.mark.parametrize(
    ("gross", "cost"), [(0.7, "costo de servicio"), (0.66, "costo de ventas"), (None, "qué costo")]
)
def test_a_margin_that_falls_is_a_row_that_names_the_cost_behind_it(
    gross: float | None, cost: str
) -> None:
    client = known(reviewed_client(), overdue_balance=0, disputed_balance=0)
    client = known(client, contribution_margin=0.5, gross_margin=gross or 0.7, seats_used=0.9)
    before = {"contribution_margin": 0.525, "gross_margin": 0.7}
    client = known(client, QUARTER.previous, **before)
    if gross is None:
        client = unknown(client, QUARTER, Missing.COST_MISSING, "gross_margin")
    (row,) = matters(calm(figures=client.kpis), 3)
    told = words(row.evidence[0])
    assert "de 52,5% (T2 2026) a 50,0%" in told.replace(".", ",") and cost in row.steps[0]
    assert row.slide == "margin" and ("bruto" in told) is (gross is not None)
    level = known(client, contribution_margin=0.52)
    assert matters(calm(figures=level.kpis), 3) == []


def test_discontent_and_an_nps_that_keeps_falling_are_one_row() -> None:
    now = reviewed_client().kpis.get("nps", QUARTER)
    early = replace(now, period=QUARTER.shift(-3), value=(now.value or 0) + 30)
    unhappy = Signal(
        dissatisfied.SPEC, Severity.ALERT, (FigureEvidence(now),), (Step("call", (0,)),)
    )
    course = (FigureEvidence(now), FigureEvidence(early))
    falls = Signal(falling_score.SPEC, Severity.WATCH, course, (Step("ask", (0, 1)),))
    (row,) = matters(with_seats(180, 0.9, signals=(unhappy, falls)), 3)
    assert row.name == "Descontento con el servicio" and "(T4 2025) a" in words(row.evidence[0])
    alone = matters(
        with_seats(180, 0.9, signals=(falls,), setbacks=(Setback(Kind.OPINION, 7.0),)), 3
    )
    assert [item.about for item in alone] == ["satisfaction"]
    rated = known(reviewed_client(), csat=0.4).kpis.get("csat", QUARTER)
    low = Signal(dissatisfied.SPEC, Severity.ALERT, (FigureEvidence(rated),), ())
    assert len(matters(with_seats(180, 0.9, signals=(low, falls)), 3)) == 2


def test_what_else_the_clients_deck_acts_on_is_a_row_of_its_own() -> None:
    def of(slide: str) -> OffTarget:
        return OffTarget(slide, slide, Phrase(f"Dice {slide}", "x"), True, f"Hacer {slide}.")

    found = tuple(map(of, ("goals", "service", "usage")))
    told = matters(with_seats(180, 0.9, found=found), 3)
    assert [(item.name, item.steps[0]) for item in told] == [
        ("Objetivos del cliente", "Hacer goals."),
        ("Servicio", "Hacer service."),
        ("Uso y adopción", "Hacer usage."),
    ]
    idle = replace(found[2], step="")
    assert len(matters(with_seats(180, 0.9, found=(*found[:2], idle)), 3)) == 2


def with_lost_deals(*amounts: int | None, closed: str = "2026-08-20") -> InternalContext:
    """One whose deals of these amounts in minor units were lost on that day; all else is calm."""
    client = reviewed_client()
    kept = client.tables.rows("opportunities").head(1)
    rows = pd.concat(
        [
            kept.assign(
                opportunity_id=f"l{place}", opportunity_name=f"Plan {place}", amount_minor=n
            )
            for place, n in enumerate(amounts)
        ]
    ).assign(state="lost", close_date=pd.Timestamp(closed))
    lost = with_rows(client, "opportunities", rows).dossier.lost_deals
    return with_seats(180, 0.8, lost_deals=lost)


def test_deals_lost_in_the_period_are_a_row_that_says_which_how_much_and_when() -> None:
    (row,) = rows("Oportunidad perdida", matters(with_lost_deals(4_200_000), 3))
    assert words(row.evidence[0]) == (
        "Plan 0 ($42,000), 20 ago 2026; sin motivo ni competidor registrados"
    )
    assert row.is_mild and row.owner and row.day and "CRM" in row.steps[0]
    (row,) = rows("Oportunidades perdidas", matters(with_lost_deals(100, 9_900, 700, 5), 3))
    assert "la mayor, Plan 1" in row.big and "y 2 más" in row.evidence[0]
    assert matters(with_lost_deals(4_200_000, closed="2026-06-30"), 3) == []


def test_why_a_client_left_is_told_as_far_as_the_data_say() -> None:
    gone = left(reviewed_client())
    told = [words(text) for text in texts(page(review(gone), "overview"))]
    assert told[told.index("Motivo de la salida") + 1] == "sin registrar"
    asked = gone.tables.rows("renewal_requests")
    lost = asked.assign(outcome="lost", reason_code="precio", competitor="Quantia Suite")
    told = [
        words(t) for t in texts(page(review(with_rows(gone, "renewal_requests", lost)), "overview"))
    ]
    assert told[told.index("Motivo declarado") + 1] == "«Precio»"
    assert told[told.index("Competidor") + 1] == "Quantia Suite"
    assert "Motivo de la salida" not in told
