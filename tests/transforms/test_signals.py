"""Signals: raised by what the client's figures and rows say, each step resting on evidence."""

import inspect
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib import import_module
from typing import Any

import pandas as pd
import pytest

from messages.catalogue import catalogue
from messages.clause import named
from transforms.clients.relationship import Standing
from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.core.policy import Policy, SignalPolicy
from transforms.core.rates import Rates
from transforms.kpis import specs
from transforms.metrics.kpi import KpiValue, Missing, Unit
from transforms.metrics.metric_context import MetricContext
from transforms.signals import FigureEvidence, RowEvidence, Severity, Signal, detectors, signals_of
from transforms.signals.model import SignalRows
from transforms.signals.rows import signal_rows
from transforms.tables import TABLES

PERIOD = Period.parse("2026-Q3")


class Book:
    """Figures as a client file has them; what is not named has no value."""

    def __init__(self, values: Mapping[str, float], cases: int) -> None:
        self.values = values
        self.cases = cases

    def get(self, kpi: str, period: Period) -> KpiValue:
        spec, number = specs()[kpi], self.values.get(kpi)
        reason = Missing.NO_ROWS if number is None else None
        return KpiValue(
            "client",
            "A",
            kpi,
            period,
            spec.unit,
            spec.version,
            value=None if spec.unit is Unit.MONEY else number,
            value_minor=round(number) if spec.unit is Unit.MONEY and number is not None else None,
            reason=reason,
            rows=self.cases,
        )

    def find(self, kpi: str, period: Period) -> KpiValue:
        return self.get(kpi, period)


USUAL = Policy()


def raised(
    figures: Mapping[str, float],
    rows: Mapping[str, list[dict[str, Any]]] | None = None,
    policy: Policy = USUAL,
    cases: int = 30,
    standing: Standing | None = None,
) -> dict[str, Signal]:
    frames = {
        name: TABLES[name].conform(
            pd.DataFrame([_row(place, row) for place, row in enumerate(all)])
        )
        for name, all in (rows or {}).items()
    }
    entities = pd.DataFrame({"account_id": ["A"], "entity_id": ["A"], "currency": ["EUR"]})
    context = MetricContext(CanonicalTables(frames), entities.astype("str"), policy, Rates({}))
    own = signal_rows(context, PERIOD)["A"]
    found = signals_of(Book(figures, cases), own, PERIOD, policy, standing)
    return {signal.kind: signal for signal in found}


def _row(place: int, row: dict[str, Any]) -> dict[str, Any]:
    lineage = {"source": "crm", "source_file": "crm/rows.csv", "source_line": place + 2}
    return {"account_id": "A", **lineage, **row}


def instant(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC)


def test_a_quiet_client_raises_nothing() -> None:
    assert raised({}) == {}
    assert raised({"nps": 40, "csat": 0.9, "usage_change": 0.01, "seats_used": 0.7}) == {}


def test_use_must_fall_against_last_year_too() -> None:
    assert raised({"usage_change": -0.3}) == {}
    assert raised({"usage_change": -0.3, "usage_change_year": 0.0}) == {}
    both = {"usage_change": -0.31, "usage_change_year": -0.2, "seats_used": 0.5}
    signal = raised(both)["falling_use"]
    assert signal.severity is Severity.ALERT
    assert [step.id for step in signal.steps] == ["ask", "train", "seats"]


class SeatsBook(Book):
    """Figures of a client that pays for 10 seats, after so many in the quarters before."""

    def __init__(self, values: Mapping[str, float], before: float) -> None:
        super().__init__(values, 30)
        self.before = before

    def find(self, kpi: str, period: Period) -> KpiValue:
        seats = 10.0 if period == PERIOD else self.before
        return replace(self.get(kpi, period), denominator=seats)


@pytest.mark.parametrize(("before", "is_raised"), [(10.0, True), (11.0, True), (12.0, False)])
def test_use_that_fell_with_the_seats_is_no_signal(before: float, is_raised: bool) -> None:
    fallen = {"usage_change": -0.2, "usage_change_year": -0.2, "seats_used": 0.9}
    rows = SignalRows()
    found = signals_of(SeatsBook(fallen, before), rows, PERIOD, USUAL)
    assert ("falling_use" in {signal.kind for signal in found}) is is_raised


@pytest.mark.parametrize(("change", "is_raised"), [(-0.62, False), (-0.66, True)])
def test_a_seat_that_is_used_much_less_is_a_signal_after_a_cut_too(
    change: float, is_raised: bool
) -> None:
    fallen = {"usage_change": change, "usage_change_year": change, "seats_used": 0.8}
    found = signals_of(SeatsBook(fallen, 26.0), SignalRows(), PERIOD, USUAL)
    assert ("falling_use" in {signal.kind for signal in found}) is is_raised


def test_a_company_says_how_far_use_must_fall() -> None:
    fallen = {"usage_change": -0.2, "usage_change_year": -0.2}
    patient = Policy(signals=SignalPolicy(use_fall=0.25))
    assert "falling_use" in raised(fallen)
    assert raised(fallen, policy=patient) == {}


def test_a_discount_asked_recently_is_an_alert_and_an_old_one_none() -> None:
    def request(day: date) -> dict[str, Any]:
        return {
            "request_id": "1",
            "requested_date": day,
            "requested_discount": 0.25,
            "currency": "EUR",
            "reason_code": "price",
            "competitor": "Quantia",
        }

    found = raised({"contribution_margin": 0.5}, {"renewal_requests": [request(date(2026, 9, 1))]})
    assert found["discount_asked"].severity is Severity.ALERT
    # A quarter off the price leaves a third of it: (0.5 − 0.25) / 0.75.
    assert "margin" in {step.id for step in found["discount_asked"].steps}
    assert found["competitor"].severity is Severity.ALERT
    advice = found["competitor"].advice(found["competitor"].steps[0], "es")
    assert "con Quantia" in advice
    old = raised({}, {"renewal_requests": [request(date(2025, 9, 1))]})
    assert "discount_asked" not in old


def test_each_team_that_is_waited_for_is_asked_by_name() -> None:
    tasks = [
        {"task_id": "1", "task_name": "Sign annex", "blocked_by": "Legal"},
        {"task_id": "2", "task_name": "Open port", "blocked_by": "Systems"},
        {"task_id": "3", "task_name": "Done", "blocked_by": "Legal",
         "completed_date": date(2026, 8, 1)},
    ]  # fmt: skip
    signal = raised({"delivery_on_time": 0.5}, {"tasks": tasks})["internal_bottleneck"]
    assert signal.severity is Severity.ALERT
    assert [dict(step.names) for step in signal.steps] == [
        {"team": "Legal"},
        {"team": "Systems"},
        {},
    ]
    assert [step.cites for step in signal.steps] == [(1,), (2,), (0, 1, 2)]


def test_what_waits_for_longest_is_cited_first() -> None:
    days = {"Pack": (9, 12), "Sign": (8, 28), "Weigh": None, "Open": (9, 1)}
    tasks = [
        {"task_id": name, "task_name": name, "blocked_by": "Legal" if name == "Pack" else "Systems",
         "due_date": date(2026, *day) if day else None}
        for name, day in days.items()
    ]  # fmt: skip
    signal = raised({}, {"tasks": tasks})["internal_bottleneck"]
    told = [item.text for item in signal.evidence if isinstance(item, RowEvidence)]
    assert told == ["Sign", "Open", "Weigh", "Pack"]
    assert [step.names["team"] for step in signal.steps] == ["Systems", "Legal"]
    assert [step.cites for step in signal.steps] == [(0, 1, 2), (3,)]


def test_open_risk_notes_raise_their_kind_and_closed_ones_nothing() -> None:
    def note(key: str, kind: str, **more: Any) -> dict[str, Any]:
        words = {"note": "as heard", "noted_date": date(2026, 8, 1)}
        return {"note_id": key, "risk_kind": kind, **words, **more}

    notes = [
        note("1", "regulation", due_date=date(2026, 11, 1)),
        note("2", "competitor", closed_date=date(2026, 9, 1)),
        note("3", "people"),
    ]
    found = raised({}, {"risk_notes": notes})
    assert set(found) == {"regulation"}
    assert found["regulation"].severity is Severity.ALERT


BILLED = {
    "invoices": [
        {"invoice_id": "i", "document_kind": "invoice", "status": "open",
         "issue_date": date(2026, 8, 1), "due_date": date(2026, 9, 1), "currency": "EUR"},
    ],
    "invoice_lines": [
        {"line_id": "l", "invoice_id": "i", "product_id": "plus", "net_minor": 900,
         "currency": "EUR"},
    ],
}  # fmt: skip
"""The product "plus", without a subscription to it."""


def test_a_client_that_fills_its_seats_may_be_sold_more_unless_unhappy() -> None:
    rows = {
        "products": [
            {"product_id": "core", "product_name": "Core", "is_recurring": True},
            {"product_id": "plus", "product_name": "Plus", "is_recurring": True},
        ],
        "subscriptions": [
            {"subscription_id": "1", "product_id": "core", "status": "active", "is_trial": False,
             "start_date": date(2026, 1, 1), "yearly_minor": 100, "currency": "EUR"},
        ],
    }  # fmt: skip
    signal = raised({"seats_used": 0.95}, rows)["cross_sell"]
    assert [step.id for step in signal.steps] == ["seats", "product"]
    assert "Plus" in signal.advice(signal.steps[1], "en")
    assert [
        step.id for step in raised({"seats_used": 0.95}, rows | BILLED)["cross_sell"].steps
    ] == ["seats"]
    unhappy = {"seats_used": 0.95, "nps_promoters": 0, "nps_detractors": 2}
    assert "cross_sell" not in raised(unhappy, rows)


@pytest.mark.parametrize(
    "figures", [{"usage_change_year": -0.2}, {"nrr_ttm": 0.78}], ids=["uses less", "pays less"]
)
def test_nobody_who_shrinks_is_offered_more(figures: dict[str, float]) -> None:
    assert "cross_sell" in raised({"seats_used": 0.95})
    assert "cross_sell" not in raised({"seats_used": 0.95} | figures)


def test_nobody_who_is_unhappy_or_owes_much_is_offered_more() -> None:
    complaint = {"status": "open", "created_at": instant("2026-09-01"), "is_complaint": True}
    two = {"tickets": [complaint | {"ticket_id": name} for name in "12"]}
    assert "cross_sell" not in raised({"seats_used": 0.95}, two)
    owed = {"mrr": 100, "overdue_balance": 99}
    assert "cross_sell" in raised({"seats_used": 0.95} | owed)
    assert "cross_sell" not in raised({"seats_used": 0.95} | owed | {"overdue_balance": 100})


@pytest.mark.parametrize("standing", Standing)
def test_nobody_whose_relationship_is_to_be_repaired_is_offered_more(standing: Standing) -> None:
    is_sound = standing in (Standing.GROW, Standing.KEEP)
    assert ("cross_sell" in raised({"seats_used": 0.95}, standing=standing)) is is_sound


def test_nobody_who_asks_to_pay_less_is_offered_more() -> None:
    asked = {
        "request_id": "1",
        "requested_date": date(2026, 9, 1),
        "requested_discount": 0.15,
        "reason_code": "budget_cut",
    }
    signals = raised({"seats_used": 0.95}, {"renewal_requests": [asked]})
    assert "cross_sell" not in signals
    assert "discount_asked" in signals


def test_far_below_last_year_a_small_fall_that_goes_on_is_an_alert() -> None:
    assert "falling_use" not in raised({"usage_change": -0.14, "usage_change_year": -0.2})
    signal = raised({"usage_change": -0.14, "usage_change_year": -0.51})["falling_use"]
    assert signal.severity is Severity.ALERT
    assert "falling_use" not in raised({"usage_change": -0.02, "usage_change_year": -0.51})


@pytest.mark.parametrize("detector", detectors(), ids=lambda item: item.spec.id)
def test_a_signal_has_a_sentence_for_each_of_its_steps_and_no_other(detector: Any) -> None:
    name = named("signal", detector.spec.id)
    said = {key.removeprefix(f"{name}.") for key in catalogue("en").ids if key.startswith(name)}
    code = inspect.getsource(import_module(f"transforms.signals.{detector.spec.id}"))
    assert set(re.findall(r'Step\(\s*"(\w+)"', code)) <= said
    assert [step for step in said - {name, "meaning"} if f'"{step}"' not in code] == []


def test_steps_cite_evidence_that_is_there() -> None:
    everything = {
        "csat": 0.4, "critical_resolution_median": 30.0, "critical_open": 2.0,
        "usage_change": -0.4, "usage_change_year": -0.3,
    }  # fmt: skip
    signals = raised(everything)
    for signal in signals.values():
        for step in signal.steps:
            assert step.cites
            assert all(isinstance(signal.evidence[place], FigureEvidence) for place in step.cites)
    assert [step.id for step in signals["dissatisfied"].steps] == ["rated", "incidents", "plan"]
