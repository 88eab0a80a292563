"""Signals of discontent: low scores, complaints, slow service, a score that keeps falling."""

from dataclasses import replace
from datetime import date

import pytest
from test_signals import PERIOD, USUAL, Book, instant, raised

from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.metrics.kpi import KpiValue
from transforms.signals import FigureEvidence, RowEvidence, Severity, signals_of
from transforms.signals.model import SignalRows


def test_low_scores_alone_are_watched_and_with_slow_service_an_alert() -> None:
    assert raised({"csat": 0.5})["dissatisfied"].severity is Severity.WATCH
    signal = raised({"csat": 0.5, "critical_resolution_median": 20.0})["dissatisfied"]
    assert signal.severity is Severity.ALERT
    assert [item.value.kpi for item in signal.evidence] == ["csat", "critical_resolution_median"]
    assert [step.id for step in signal.steps] == ["rated", "plan"]
    score = raised({"nps": -10, "csat": 0.5})["dissatisfied"]
    assert [step.id for step in score.steps] == ["call"]


def test_one_complaint_or_slow_service_alone_is_no_discontent() -> None:
    complaint = {"status": "open", "created_at": instant("2026-09-01"), "is_complaint": True}
    one = {"tickets": [complaint | {"ticket_id": "1"}]}
    assert raised({}, one) == {}
    assert raised({"critical_resolution_median": 20.0}) == {}
    assert raised({"critical_resolution_median": 20.0}, one)["dissatisfied"].severity == "alert"
    two = {"tickets": [*one["tickets"], complaint | {"ticket_id": "2"}]}
    assert raised({}, two)["dissatisfied"].severity == "watch"


def test_figures_of_few_cases_raise_nothing() -> None:
    assert "dissatisfied" not in raised({"csat": 0.0}, cases=4)
    assert "dissatisfied" in raised({"csat": 0.0}, cases=5)
    slow = {"csat": 0.5, "critical_resolution_median": 20.0}
    of_two = raised(slow, policy=Policy(minimum_answers=1), cases=2)["dissatisfied"]
    assert of_two.severity is Severity.WATCH
    # Without a score, for want of answers, who is in the majority says nothing either.
    assert "dissatisfied" not in raised({"nps_promoters": 1, "nps_detractors": 2})


def test_what_detractors_wrote_and_complaints_of_the_period_are_cited() -> None:
    said = {"survey_kind": "nps", "score": 3.0, "answered_at": instant("2026-08-03")}
    signal = raised(
        {"nps": -20},
        {
            "surveys": [
                said | {"answer_id": "1", "comment": "Nobody answers"},
                said | {"answer_id": "2", "comment": "Old", "answered_at": instant("2026-03-03")},
            ],
            "tickets": [
                {"ticket_id": "t", "subject": "Wrong invoice again", "status": "open",
                 "created_at": instant("2026-09-01"), "is_complaint": True},
            ],
        },
    )["dissatisfied"]  # fmt: skip
    rows = [item for item in signal.evidence if isinstance(item, RowEvidence)]
    assert [row.text for row in rows] == ["Nobody answers", "Wrong invoice again"]
    assert rows[0] == RowEvidence(
        "surveys", "Nobody answers", date(2026, 8, 3), "crm", "crm/rows.csv", 2
    )
    assert {step.id: step.cites for step in signal.steps} == {"call": (0, 1), "answer": (2,)}


def test_complaints_of_who_rates_our_help_well_are_counted_and_no_discontent() -> None:
    complaint = {"status": "open", "created_at": instant("2026-09-01"), "is_complaint": True}
    two = {"tickets": [complaint | {"ticket_id": name} for name in "12"]}
    found = raised({"csat": 1.0, "complaints": 2.0}, two)
    assert "dissatisfied" not in found
    counted = [item for item in found["complaints"].evidence if isinstance(item, FigureEvidence)]
    assert [item.value.kpi for item in counted] == ["complaints", "csat"]
    assert found["complaints"].severity is Severity.WATCH
    assert "complaints" not in raised({"csat": 1.0}, {"tickets": two["tickets"][:1]})
    assert "dissatisfied" in raised({"csat": 1.0, "nps": -10.0}, two)
    assert "cross_sell" not in raised({"csat": 1.0, "seats_used": 0.95}, two)
    assert [
        step.id
        for step in raised({"csat": 1.0, "critical_resolution_median": 20.0}, two)[
            "complaints"
        ].steps
    ] == ["answer", "speed"]


class Scores(Book):
    """NPS by quarter, the latest last; nothing else has a value."""

    def __init__(self, *scores: float) -> None:
        super().__init__({}, 30)
        self.scores = {str(PERIOD.shift(-back)): score for back, score in enumerate(scores[::-1])}

    def get(self, kpi: str, period: Period) -> KpiValue:
        score = self.scores.get(str(period)) if kpi == "nps" else None
        found = super().get(kpi, period)
        return found if score is None else replace(found, value=score, reason=None)


@pytest.mark.parametrize(
    ("scores", "is_told"), [((40, 35, 30, 25), True), ((40, 40, 30, 25), False), ((40, 35), False)]
)
def test_a_score_that_falls_for_the_third_quarter_is_a_signal(
    scores: tuple[float, ...], is_told: bool
) -> None:
    found = signals_of(Scores(*scores), SignalRows(), PERIOD, USUAL)
    assert ("falling_score" in {signal.kind for signal in found}) is is_told
    for signal in found:
        assert [item.value.value for item in signal.evidence if isinstance(item, FigureEvidence)][
            :2
        ] == [25, 40]
