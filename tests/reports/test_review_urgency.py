"""The account review: one order of urgency in all of it, and an act for what it finds."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from clients import QUARTER, reviewed_client

from reports.brand import shipped_brand
from reports.client import ClientFile
from reports.deck.compose import compose_review, context_of
from reports.deck.internal_slides import checklist, overview, signals
from reports.deck.internal_slides.cadence import acts_on_people
from reports.deck.model import Chart, Deck, Slide, Table, TextBox
from reports.deck.review.internal_context import InternalContext
from reports.deck.review.signal_matters import of_signal
from reports.deck.review.urgency import concern_of
from reports.deck.slide_context import Headline, Phrase, Tone
from reports.deck.view.client_view import ClientView
from reports.deck.view.client_view_build import seen
from reports.deck.view.internal_view import OffTarget
from reports.deck.view.internal_view_build import internal_view
from transforms.clients.aims import Commitment, Goal
from transforms.clients.relationship import Rule
from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.metrics.kpi import Missing, Unit
from transforms.signals import RowEvidence, Severity, competitor, falling_use

pytestmark = pytest.mark.thorough

MISSED = tuple(Goal(f"Meta {n}", "percent", 90.0, 80.0, "up") for n in range(3))


def known(client: ClientFile, of: Period = QUARTER, **numbers: float) -> ClientFile:
    """The client with these figures; amounts in minor units."""
    values = dict(client.kpis.values)
    for kpi, number in numbers.items():
        old = client.kpis.get(kpi, QUARTER)
        is_money = old.unit is Unit.MONEY
        now = {"value_minor": round(number)} if is_money else {"value": float(number)}
        values[kpi, str(of)] = replace(old, period=of, reason=None, **now)  # type: ignore[arg-type]
    return replace(client, kpis=replace(client.kpis, values=values))


def with_rows(client: ClientFile, table: str, rows: pd.DataFrame) -> ClientFile:
    tables = CanonicalTables({**client.tables, table: rows.astype(client.tables[table].dtypes)})
    return replace(client, tables=tables)


def without_rows(client: ClientFile, *names: str) -> ClientFile:
    for name in names:
        client = with_rows(client, name, client.tables.rows(name).head(0))
    return client


def left(client: ClientFile) -> ClientFile:
    """The client after its last subscription ended."""
    rows = client.tables.rows("subscriptions").assign(
        end_date=pd.Timestamp("2026-09-30"), status="canceled"
    )
    return with_rows(client, "subscriptions", rows)


def review(client: ClientFile) -> Deck:
    deck = compose_review(client).deck
    assert deck is not None
    return deck


def page(deck: Deck, name: str) -> Slide:
    every = [part for slide in deck.slides for part in (slide, *slide.parts)]
    return next(slide for slide in every if slide.name == name)


def texts(slide: Slide) -> list[str]:
    return [item.body.text for item in slide.elements if isinstance(item, TextBox)]


def rows_of(slide: Slide) -> list[list[str]]:
    tables = [item for item in slide.elements if isinstance(item, Table)]
    return [[cell.body.text for cell in row.cells] for table in tables for row in table.rows]


def in_english(client: ClientFile) -> ClientFile:
    return replace(client, language="en", locale="en-US")


def test_summary_and_signals_agree_on_what_is_most_urgent() -> None:
    client = reviewed_client()
    fee = client.kpis.get("mrr", QUARTER).value_minor or 0
    owing = review(known(client, overdue_balance=4 * fee))
    assert "lo más urgente: " in page(owing, "overview").title
    assert "señales; la más urgente: $796,000 vencidos" in page(owing, "signals").title
    lead = next(text for text in texts(page(owing, "overview")) if "cuota mensual" in text)
    assert "la cuota mensual es de $199,000 antes de impuestos" in lead
    calm = review(known(client, overdue_balance=0))
    assert "vencidos" not in page(calm, "signals").title


def test_the_oldest_of_what_is_overdue_is_told_not_what_there_is_none_of() -> None:
    ages = {"ageing_31_60": 0.0, "ageing_61_90": 0.0, "ageing_over_90": 0.0}
    client = known(reviewed_client(), ageing_1_30=900_000, overdue_balance=900_000, **ages)
    assert page(review(client), "receivables").title.endswith("todo con 1–30 días de retraso")
    older = known(client, ageing_31_60=300_000, overdue_balance=1_200_000)
    title = page(review(in_english(older)), "receivables").title
    assert title.endswith("; MX$3,000 of it 31–60 days late")


def test_a_dispute_has_an_owner_a_day_an_amount_and_its_place_among_priorities() -> None:
    fee = reviewed_client().kpis.get("mrr", QUARTER).value_minor or 0
    whole = {"open_balance": 40 * fee, "overdue_balance": 0}
    for disputed, priority in ((fee, "High priority"), (fee / 10, "Normal priority")):
        client = in_english(known(reviewed_client(), disputed_balance=disputed, **whole))
        told = texts(page(review(client), "receivables"))
        (said,) = [text for text in told if text.startswith(priority)]
        assert said.replace("\u00a0", " ").startswith(
            f"{priority}: {client.manager_name}, by Oct 8, 2026: settle the disputed MX$"
        )
    calm = in_english(known(reviewed_client(), disputed_balance=0, **whole))
    assert not any("priority" in text for text in texts(page(review(calm), "receivables")))


def test_a_dispute_over_a_months_fee_is_told_before_goals_and_a_small_one_before_a_sale() -> None:
    fee = reviewed_client().kpis.get("mrr", QUARTER).value_minor or 0
    amounts = {"open_balance": 40 * fee, "overdue_balance": 0}
    relationship = replace(seen(reviewed_client()).relationship, rule=Rule.STEADY, change=0.0)
    for disputed, goals, asked in (
        (fee, MISSED, "Aclarar con el cliente los"),
        (fee / 10, MISSED, "Acordar con el cliente cómo"),
        (fee / 10, (), "Aclarar con el cliente los"),
    ):
        figures = known(reviewed_client(), disputed_balance=disputed, **amounts).kpis
        context = inside(
            signals=(), setbacks=(), stakeholders=(), figures=figures, relationship=relationship
        )
        context = replace(context, view=replace(context.view, goals=goals))
        assert concern_of(context).step.startswith(asked)


def test_a_departed_contact_and_meetings_never_reached_are_acted_on() -> None:
    deck = review(reviewed_client())
    slide = page(deck, "cadence")
    assert slide.title.endswith("; 1 contacto ya no está")
    assert any("quien sustituye a Iván Prat" in text for text in texts(slide))
    (act,) = acts_on_people(inside(stakeholders=(), planned_meetings=6))
    assert act.endswith(
        "6 reuniones al trimestre, cifra que no se alcanzó en ninguno de los cuatro últimos."
    )
    assert acts_on_people(inside(stakeholders=(), planned_meetings=2)) == []


def test_a_client_that_left_is_neither_scored_nor_sold_to() -> None:
    gone = left(reviewed_client())
    deck = review(gone)
    names = {slide.name for slide in deck.slides}
    assert "standing" not in names
    assert page(deck, "cadence").rule in ("titles.cadence.left", "titles.cadence.former")
    deal = page(deck, "potential")
    assert deal.rule == "titles.potential.former"
    assert not any("sin contratar" in text or "(CLV)" in text for text in texts(deal))
    assert "Puntuación" not in texts(page(deck, "overview"))


def test_a_steep_fall_of_revenue_comes_before_the_margin() -> None:
    client = reviewed_client()
    before = client.kpis.get("recognised_revenue", QUARTER.previous).value_minor or 0
    fallen = known(client, recognised_revenue=0.4 * before)
    assert page(review(fallen), "margin").title.startswith(
        "Los ingresos reconocidos caen un 60% frente al"
    )
    assert page(review(client), "margin").rule != "titles.margin.fell"


def test_nothing_is_drawn_of_quarters_before_the_first_revenue() -> None:
    client = reviewed_client()
    for step in range(-7, -1):
        client = known(client, QUARTER.shift(step), recognised_revenue=0, contribution=0)
    slide = page(review(client), "margin")
    chart = next(item for item in slide.elements if isinstance(item, Chart))
    assert chart.plots[0].series[0].values[:2] == (None, None)  # noqa: PD011


def test_a_deal_past_its_day_is_to_be_updated_or_closed() -> None:
    client = reviewed_client()
    deals = client.tables.rows("opportunities").assign(close_date=pd.Timestamp("2026-08-20"))
    slide = page(review(in_english(with_rows(client, "opportunities", deals))), "potential")
    assert ", past its closing date" in slide.title
    assert any("overdue: update or close" in cell for row in rows_of(slide) for cell in row)
    assert "past its" not in page(review(in_english(client)), "potential").title


def test_what_no_goal_is_worth_is_one_row_of_the_checklist() -> None:
    context = inside(left_out=(("value", "no_worth"), ("peers", "no_rows")))
    goals = tuple(replace(goal, worth=None) for goal in context.view.goals)
    told = [
        row[1].text
        for row in checklist._points(replace(context, view=replace(context.view, goals=goals)))
    ]
    assert sum("valor confirmado" in text for text in told) == 1
    assert any(text.startswith("Frente a") for text in told)


def inside(**changed: object) -> InternalContext:
    """The writer's context of a review, what is changed of its inside apart."""
    client = reviewed_client()
    read = seen(client)
    outer = context_of(read.as_told(client), shipped_brand())
    found = internal_view(client, read, outer.view, "", (), ())
    return InternalContext(
        outer.view, outer.words, outer.formats, outer.brand, replace(found, **changed)
    )


def test_a_score_that_falls_is_no_sign_of_calm() -> None:
    settled = known(reviewed_client(), overdue_balance=0).kpis
    relationship = replace(seen(reviewed_client()).relationship, rule=Rule.STEADY)
    for change, title, tone in (
        (-9.0, "la puntuación baja 9 pts", Tone.FLAT),
        (2.0, "sin señales de alerta", Tone.GOOD),
    ):
        context = inside(
            signals=(),
            setbacks=(),
            stakeholders=(),
            figures=settled,
            relationship=replace(relationship, change=change),
        )
        found = overview.headline(context, ())
        assert isinstance(found, Headline)
        assert found.title.text.endswith(title)
        assert overview._risk(context).tone is tone


def test_the_first_step_has_an_owner_and_a_day() -> None:
    told = texts(page(review(reviewed_client()), "overview"))
    assert reviewed_client().manager_name in told
    assert any("oct" in text for text in told[told.index(reviewed_client().manager_name) :][:2])


@pytest.mark.parametrize(("language", "words"), [("es", "$0 en el T2"), ("en", "MX$0 in Q2")])
def test_a_balance_that_was_nothing_has_that_to_compare_with(language: str, words: str) -> None:
    client = known(reviewed_client(), QUARTER.previous, open_balance=0)
    client = client if language == "es" else in_english(client)
    told = texts(page(review(client), "receivables"))
    assert any(
        text.replace("\u00a0", " ").startswith(words) for text in "\n".join(told).split("\n")
    )


def unknown(client: ClientFile, of: Period, reason: Missing, *kpis: str) -> ClientFile:
    """The client without these figures of a period."""
    none = {"value": None, "value_minor": None, "reason": reason, "period": of}
    values = dict(client.kpis.values)
    for kpi in kpis:
        values[kpi, str(of)] = replace(client.kpis.get(kpi, QUARTER), **none)  # type: ignore[arg-type]
    return replace(client, kpis=replace(client.kpis, values=values))


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_margin_without_the_quarter_before_is_set_beside_the_last_there_was(
    language: str,
) -> None:
    client = replace(reviewed_client(), language=language)
    names = ("contribution_margin", "gross_margin", "contribution", "recognised_revenue")
    gap = unknown(client, QUARTER.previous, Missing.NO_REVENUE, *names)
    slide = page(review(gap), "margin")
    assert slide.rule == "titles.margin.earlier"
    earlier, missing = ("T1", "T2") if language == "es" else ("Q1", "Q2")
    assert earlier in slide.title and missing in slide.title
    nothing = "Sin base para comparar" if language == "es" else "No prior figure"
    assert not any(nothing in text for text in texts(slide))


def test_a_quarter_before_without_its_cost_is_told_as_such() -> None:
    client = reviewed_client()
    margins = ("contribution_margin", "contribution")
    one = unknown(client, QUARTER.previous, Missing.COST_MISSING, *margins)
    alone = page(review(one), "margin")
    assert alone.title.startswith("Margen bruto") and "T2" in alone.title
    for step in range(-7, 0):
        client = unknown(
            client, QUARTER.shift(step), Missing.COST_MISSING, *margins, "gross_margin"
        )
    slide = page(review(client), "margin")
    assert slide.rule == "titles.margin.unknown"
    assert "su costo no consta" in slide.title.replace("\u00a0", " ")


def test_a_gap_that_somebody_can_close_is_no_all_clear() -> None:
    goal = Goal("Plazo de cierre", "days", 4.0, None, "down")
    due = date(2026, 9, 1)
    bare = Commitment(str(QUARTER), "Formar al turno", "Ana", "us", due, "open", "", "", "")
    known_why = replace(bare, text="Abrir el panel", cause="Faltan datos")
    undated = replace(known_why, text="Revisar accesos", due_date=None)
    done = replace(bare, text="Migrar", state="done", due_date=None)
    context = inside()
    measured = replace(goal, actual=3.0)
    clear = replace(context.view, goals=(measured,), commitments=(known_why, done))
    gaps = replace(clear, goals=(goal,), commitments=(bare, known_why, undated, done))

    def told(view: ClientView) -> list[str]:
        rows = checklist._unsaid(replace(context, view=view))
        return [f"{row[0].text}: {row[1].text}" for row in rows]

    assert told(clear) == []
    unmeasured, without_day, without_reason = told(gaps)
    assert unmeasured.startswith("Meta sin medir: Nadie ha medido «Plazo de cierre»")
    assert "fecha para «Revisar accesos»" in without_day
    assert "retraso de «Formar al turno»" in without_reason
    points = [checklist.open_points(replace(context, view=view)) for view in (clear, gaps)]
    assert points[1] == points[0] + 3


def test_every_signal_has_an_owner_a_day_and_something_to_do_in_each_row() -> None:
    rows = rows_of(page(review(reviewed_client()), "signals"))
    assert all(row[3] for row in rows), rows
    assert all(bool(row[4]) is bool(row[0]) for row in rows), rows
    planned = OffTarget("usage", "", Phrase("", ""), True, "x", date(2026, 11, 20), "Rosa Gil")
    signal = seen(reviewed_client()).signals[0]
    context = inside(found=(planned,))
    view = context.view
    bare = replace(signal, steps=signal.steps[:1])
    wordy = [
        replace(item, text=f"{item.text} {n}")
        for n in range(6)
        for item in bare.evidence
        if isinstance(item, RowEvidence)
    ]
    alone = signals._rows(context, of_signal(context, replace(bare, evidence=tuple(wordy)), 3))
    assert len(wordy) > 2
    assert all(row[3].text for row in alone), "no row without a step"
    usage = replace(signal, spec=falling_use.SPEC, severity=Severity.WATCH, steps=())
    said = signals.who(context, of_signal(context, usage, 1))
    assert said.replace("\u00a0", " ") == "Rosa Gil, 20 nov 2026"
    other = replace(signal, spec=competitor.SPEC, steps=())
    said = signals.who(context, of_signal(context, other, 1))
    assert said.startswith(f"{view.manager_name}, ")
