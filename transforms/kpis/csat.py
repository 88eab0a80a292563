"""Whether people were content with the help they got."""

import pandas as pd

from transforms.core.periods import Grain, Period
from transforms.metrics.entity_rows import counts, in_period, local_days, numbered_rows
from transforms.metrics.explained import LeftOut, Selection, selection
from transforms.metrics.kpi import WHOLE_MONTHS, Direction, KpiSpec, Missing, RollUp, Unit, Words
from transforms.metrics.kpi_frame import measured, ratio
from transforms.metrics.metric_context import MetricContext

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
    direction=Direction.UP,
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


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Of all answers in the period, each judged on its own scale."""
    given = _given(context, period)
    answers = counts(context, given)
    positive = counts(context, given[given["is_positive"]])
    return pd.concat(
        [
            ratio(context, SHARE, positive, answers, rows=answers, absent=Missing.NO_ANSWERS),
            measured(context, ANSWERS, answers, rows=answers),
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


def _ratings(context: MetricContext) -> pd.DataFrame:
    rows = rated(numbered_rows(context, "surveys"))
    days = local_days(rows["answered_at"], context.policy.time_zone)
    return rows[["answer_id", "entity_no", "is_positive"]].assign(answered_day=days)


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """The period's satisfaction answers."""
    rows = context.rows("surveys")
    return (
        selection(
            context,
            "surveys",
            _given(context, period),
            ("answered_at", "is_positive", "score", "respondent_id", "ticket_id"),
            (rows["survey_kind"] != "csat", LeftOut.OTHER_SURVEY),
            (rows["is_positive"].isna(), LeftOut.UNANSWERED),
        ),
    )


def _given(context: MetricContext, period: Period) -> pd.DataFrame:
    ratings = context.shared("csat ratings", lambda: _ratings(context))
    return ratings[in_period(ratings["answered_day"], period)]
