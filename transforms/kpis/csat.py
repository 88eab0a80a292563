"""Whether people were content with the help they got."""

import pandas as pd

from transforms.entity_rows import counts, in_period, local_days, numbered_rows
from transforms.explained import LeftOut, Selection, selection
from transforms.facts import Facts
from transforms.kpi import WHOLE_MONTHS, Better, KpiSpec, Missing, RollUp, Unit, Words
from transforms.kpi_frame import measured, ratio
from transforms.periods import Grain, Period

SHARE = KpiSpec(
    id="csat",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=("surveys",),
    charted=(Grain.QUARTER,),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Customer satisfaction",
            "Share of positive answers among the satisfaction answers given in the period; "
            "surveys left unanswered are not in it.",
        ),
        "es": Words(
            "Satisfacción del cliente (CSAT)",
            "Proporción de respuestas positivas entre las respuestas de satisfacción recibidas "
            "en el periodo; las encuestas sin contestar no cuentan.",
        ),
    },
    authority="Zendesk, customer satisfaction score",
    better=Better.UP,
)
ANSWERS = KpiSpec(
    id="csat_answers",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=("surveys",),
    grains=WHOLE_MONTHS,
    words={
        "en": Words("Satisfaction answers", "Satisfaction answers given in the period."),
        "es": Words(
            "Respuestas de satisfacción", "Respuestas de satisfacción recibidas en el periodo."
        ),
    },
    authority="Zendesk, customer satisfaction score",
)
SPECS = (SHARE, ANSWERS)


def compute(facts: Facts, period: Period) -> pd.DataFrame:
    """Of all answers in the period, each judged on its own scale."""
    given = _given(facts, period)
    answers = counts(facts, given)
    positive = counts(facts, given[given["is_positive"]])
    return pd.concat(
        [
            ratio(facts, SHARE, positive, answers, rows=answers, absent=Missing.NO_ANSWERS),
            measured(facts, ANSWERS, answers, rows=answers),
        ],
        ignore_index=True,
    )


def rated(surveys: pd.DataFrame) -> pd.DataFrame:
    """Satisfaction answers that say yes or no; `is_positive` is a plain boolean.

    >>> surveys = pd.DataFrame({
    ...     "answer_id": ["a1", "a2", "a3"],
    ...     "survey_kind": ["csat", "csat", "nps"],
    ...     "is_positive": pd.array([True, None, True], dtype="boolean"),
    ... })
    >>> rated(surveys)["answer_id"].tolist()
    ['a1']
    """
    answered = (surveys["survey_kind"] == "csat") & surveys["is_positive"].notna()
    return surveys[answered].assign(is_positive=surveys["is_positive"][answered].astype("bool"))


def _ratings(facts: Facts) -> pd.DataFrame:
    rows = rated(numbered_rows(facts, "surveys"))
    days = local_days(rows["answered_at"], facts.policy.time_zone)
    return rows[["answer_id", "entity_no", "is_positive"]].assign(answered_day=days)


def explain(facts: Facts, kpi: str, period: Period) -> tuple[Selection, ...]:
    """The period's satisfaction answers."""
    rows = facts.rows("surveys")
    return (
        selection(
            facts,
            "surveys",
            _given(facts, period),
            ("answered_at", "is_positive", "score", "respondent_id", "ticket_id"),
            (rows["survey_kind"] != "csat", LeftOut.OTHER_SURVEY),
            (rows["is_positive"].isna(), LeftOut.UNANSWERED),
        ),
    )


def _given(facts: Facts, period: Period) -> pd.DataFrame:
    ratings = facts.shared("csat ratings", lambda: _ratings(facts))
    return ratings[in_period(ratings["answered_day"], period)]
