"""Whether clients would recommend us."""

import pandas as pd

from transforms.core.periods import Grain, Period
from transforms.metrics.entity_rows import counts, in_period, local_days, numbered_rows
from transforms.metrics.explained import LeftOut, Selection, selection
from transforms.metrics.kpi import WHOLE_MONTHS, Direction, KpiSpec, Missing, RollUp, Unit, Words
from transforms.metrics.kpi_frame import Numbers, measured, reasons
from transforms.metrics.metric_context import MetricContext

_BAIN = "Bain & Company, Net Promoter System"

SCORE = KpiSpec(
    id="nps",
    unit=Unit.POINTS,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("surveys",),
    charted=(Grain.QUARTER,),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Net promoter score",
            "Share of promoters (9–10) less share of detractors (0–6), in points from −100 to "
            "100, from each person's latest answer in the period.",
        ),
        "es": Words(
            "NPS (índice de recomendación)",
            "Proporción de promotores (9–10) menos la de detractores (0–6), en puntos de −100 "
            "a 100, con la última respuesta de cada persona en el periodo.",
        ),
    },
    authority=_BAIN,
    direction=Direction.UP,
)
ANSWERS = KpiSpec(
    id="nps_answers",
    unit=Unit.COUNT,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("surveys",),
    charted=(Grain.QUARTER,),
    grains=WHOLE_MONTHS,
    words={
        "en": Words("NPS answers", "People who answered in the period, each counted once."),
        "es": Words(
            "Respuestas NPS", "Personas que respondieron en el periodo, contadas una sola vez."
        ),
    },
    authority=_BAIN,
)
PROMOTERS = KpiSpec(
    id="nps_promoters",
    unit=Unit.COUNT,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("surveys",),
    charted=(Grain.QUARTER,),
    grains=WHOLE_MONTHS,
    words={
        "en": Words("Promoters", "People whose latest answer in the period was 9 or 10."),
        "es": Words("Promotores", "Personas cuya última respuesta en el periodo fue 9 o 10."),
    },
    authority=_BAIN,
    direction=Direction.UP,
)
DETRACTORS = KpiSpec(
    id="nps_detractors",
    unit=Unit.COUNT,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("surveys",),
    charted=(Grain.QUARTER,),
    grains=WHOLE_MONTHS,
    words={
        "en": Words("Detractors", "People whose latest answer in the period was 0 to 6."),
        "es": Words("Detractores", "Personas cuya última respuesta en el periodo fue de 0 a 6."),
    },
    authority=_BAIN,
    direction=Direction.DOWN,
)
ERROR = KpiSpec(
    id="nps_error",
    unit=Unit.POINTS,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("surveys",),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "NPS margin of error",
            "Points above and below the score between which it would lie in 95 of 100 surveys "
            "of this size.",
        ),
        "es": Words(
            "Margen de error del NPS",
            "Puntos por encima y por debajo del índice entre los que este quedaría en 95 de "
            "cada 100 encuestas de este tamaño.",
        ),
    },
    authority=_BAIN,
    direction=Direction.DOWN,
)
SPECS = (SCORE, ANSWERS, PROMOTERS, DETRACTORS, ERROR)


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Score and margin need the policy's fewest answers; the counts stand by themselves."""
    scores = latest_scores(context.shared("nps scores", lambda: _scores(context)), period)
    answers = counts(context, scores)
    promoters = counts(context, scores[scores["score"] >= 9]).where(answers > 0)
    detractors = counts(context, scores[scores["score"] <= 6]).where(answers > 0)
    enough = answers >= max(context.policy.minimum_nps_answers, 1)
    absent = reasons(
        context, (answers == 0, Missing.NO_ANSWERS), (~enough, Missing.TOO_FEW_ANSWERS)
    )
    score = net_promoter_score(promoters, detractors, answers).where(enough)
    error = margin_of_error(promoters, detractors, answers).where(enough)
    none = Missing.NO_ANSWERS
    return pd.concat(
        [
            measured(
                context,
                SCORE,
                score,
                rows=answers,
                absent=absent,
                numerator=promoters - detractors,
                denominator=answers,
            ),
            measured(context, ANSWERS, answers, rows=answers),
            measured(context, PROMOTERS, promoters, rows=answers, absent=none),
            measured(context, DETRACTORS, detractors, rows=answers, absent=none),
            measured(context, ERROR, error, rows=answers, absent=absent, denominator=answers),
        ],
        ignore_index=True,
    )


def net_promoter_score(promoters: Numbers, detractors: Numbers, answers: Numbers) -> Numbers:
    """Points from −100 to 100; missing without answers.

    >>> client = ["acme"]
    >>> net_promoter_score(pd.Series(41, client), pd.Series(26, client), pd.Series(100, client))
    acme    15.0
    dtype: float64
    """
    return 100 * ((promoters - detractors) / answers.where(answers > 0))


def margin_of_error(promoters: Numbers, detractors: Numbers, answers: Numbers) -> Numbers:
    """Half the width of the score's 95 % interval, in points; missing without answers.

    >>> client = ["acme"]
    >>> margin_of_error(
    ...     pd.Series(41, client), pd.Series(26, client), pd.Series(100, client)
    ... ).round(2)
    acme    15.77
    dtype: float64
    """
    asked = answers.where(answers > 0)
    mean = (promoters - detractors) / asked
    variance = ((promoters + detractors) / asked - mean**2).clip(lower=0)
    return 196 * (variance / asked) ** 0.5


def latest_scores(scores: pd.DataFrame, period: Period) -> pd.DataFrame:
    """One row a person: the latest answer in the period, by time, then by answer id.

    An answer without a respondent stands alone.
    """
    inside = scores[in_period(scores["answered_day"], period)]
    ordered = inside.sort_values(["answered_at", "answer_id"])
    named = ordered["respondent_id"].notna()
    repeated = ordered[named].duplicated(["entity_no", "respondent_id"], keep="last")
    return ordered.drop(index=repeated.index[repeated])


def _scores(context: MetricContext) -> pd.DataFrame:
    rows = numbered_rows(context, "surveys")
    rows = rows[(rows["survey_kind"] == "nps") & rows["score"].notna()]
    days = local_days(rows["answered_at"], context.policy.time_zone)
    columns = ["entity_no", "answer_id", "respondent_id", "score", "answered_at"]
    return rows[columns].assign(answered_day=days)


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Each person's latest answer in the period."""
    rows, scores = context.rows("surveys"), context.shared("nps scores", lambda: _scores(context))
    inside = scores[in_period(scores["answered_day"], period)]
    is_repeated = rows["answer_id"].isin(inside["answer_id"])
    return (
        selection(
            context,
            "surveys",
            latest_scores(scores, period),
            ("answered_at", "score", "respondent_id", "theme"),
            (rows["survey_kind"] != "nps", LeftOut.OTHER_SURVEY),
            (rows["score"].isna(), LeftOut.UNANSWERED),
            (is_repeated, LeftOut.ANSWERED_AGAIN),
        ),
    )
