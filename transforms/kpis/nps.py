"""Whether clients would recommend us.

Of 100 people 41 promote and 26 detract:

>>> net_promoter_score(41, 26, 100), round(margin_of_error(41, 26, 100), 2)
(15.0, 15.77)
>>> print(worked_example(PROMOTERS, "2026-Q3", '''
... answer_id  answered_at  survey_kind  score  respondent_id
... a1         2026-07-01   nps          9      ana
... a2         2026-07-02   nps          10     ana
... a3         2026-07-02   nps          3      luis
... '''))
1; a1: answered_again
"""

from collections.abc import Callable

import numpy as np
import pandas as pd

from transforms.core.periods import Grain
from transforms.metrics.amounts import (
    Count,
)
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Absent, Algorithm, Value, without
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    At,
    Direction,
    KpiSpec,
    Missing,
    Place,
    RollUp,
    Unit,
    Working,
)
from transforms.metrics.rows import Flags, Numbers
from transforms.service.survey_rows import ANSWERS as GIVEN

_BAIN = "Bain & Company, Net Promoter System"


def _is_repeated(answers: pd.DataFrame) -> Flags:
    """Of a person's answers in the period, by time and then by answer id, all but the latest.
    An answer without a respondent stands alone."""
    ordered = answers.sort_values(["answered_at", "answer_id"])
    person = ["entity", "respondent_id"]
    is_repeated = ordered.duplicated(person, keep="last") & ordered["respondent_id"].notna()
    return is_repeated.reindex(answers.index)


LATEST = (
    GIVEN.but(LeftOut.OTHER_SURVEY, lambda answers: answers["survey_kind"] != "nps")
    .but(LeftOut.UNANSWERED, lambda answers: answers["score"].isna())
    .within("answered_day")
    .but(LeftOut.ANSWERED_AGAIN, _is_repeated)
    .showing("answered_at", "score", "respondent_id", "theme")
)
_ANSWERED = Count(LATEST)
_PROMOTING = Count(LATEST, lambda answers, _: answers["score"] >= 9)
_DETRACTING = Count(LATEST, lambda answers, _: answers["score"] <= 6)
_NOBODY = (Absent(Missing.NO_ANSWERS, without(LATEST)),)


def net_promoter_score(promoters: int, detractors: int, answers: int) -> float:
    """Points from −100 to 100."""
    return 100 * ((promoters - detractors) / answers)


def margin_of_error(promoters: int, detractors: int, answers: int) -> float:
    """Half the width of the score's 95 % interval, in points."""
    mean = (promoters - detractors) / answers
    variance = max((promoters + detractors) / answers - mean**2, 0)
    return 196 * (variance / answers) ** 0.5


def _points(asked: Asked, points: Callable[[int, int, int], float]) -> Numbers:
    """Score and margin need the policy's fewest answers; the counts stand by themselves."""
    fewest = max(asked.context.policy.minimum_nps_answers, 1)
    counts = (amount.of_entities(asked) for amount in (_PROMOTING, _DETRACTING, _ANSWERED))
    found = [
        points(*counted) if counted[-1] >= fewest else None
        for counted in zip(*(count.tolist() for count in counts), strict=True)
    ]
    return pd.Series(found, asked.entities, dtype="Float64")


def _too_few(asked: Asked) -> Numbers:
    answers = _ANSWERED.of_entities(asked)
    why = np.where(answers == 0, Missing.NO_ANSWERS.value, Missing.TOO_FEW_ANSWERS.value)
    return pd.Series(why, asked.entities, dtype="object")


def _score(asked: Asked) -> Working:
    answers = _ANSWERED.of_entities(asked)
    balance = _PROMOTING.of_entities(asked) - _DETRACTING.of_entities(asked)
    return Working(
        _points(asked, net_promoter_score),
        rows=answers,
        absent=_too_few(asked),
        numerator=balance.where(answers > 0),
        denominator=answers,
    )


def _error(asked: Asked) -> Working:
    answers = _ANSWERED.of_entities(asked)
    error = _points(asked, margin_of_error)
    return Working(error, rows=answers, absent=_too_few(asked), denominator=answers)


SCORE = KpiSpec(
    id="nps",
    unit=Unit.POINTS,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("surveys",),
    charted=(Grain.QUARTER,),
    grains=WHOLE_MONTHS,
    authority=_BAIN,
    figure=Algorithm(_ANSWERED.selected, _score),
    direction=Direction.UP,
    shown=(
        At(Place.TILE, 30),
        At(Place.HISTORY, 90),
        At(Place.CHECKLIST, 60),
        At(Place.PRE_SEND, 60),
        At(Place.SATISFACTION, 10),
        At(Place.PORTAL, 90),
    ),
)
ANSWERS = KpiSpec(
    id="nps_answers",
    unit=Unit.COUNT,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("surveys",),
    charted=(Grain.QUARTER,),
    grains=WHOLE_MONTHS,
    shown=(At(Place.SATISFACTION_CARD, 10),),
    authority=_BAIN,
    figure=Value(_ANSWERED),
)
PROMOTERS = KpiSpec(
    id="nps_promoters",
    unit=Unit.COUNT,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("surveys",),
    charted=(Grain.QUARTER,),
    grains=WHOLE_MONTHS,
    authority=_BAIN,
    figure=Value(_PROMOTING, absent=_NOBODY),
    direction=Direction.UP,
)
DETRACTORS = KpiSpec(
    id="nps_detractors",
    unit=Unit.COUNT,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("surveys",),
    charted=(Grain.QUARTER,),
    grains=WHOLE_MONTHS,
    authority=_BAIN,
    figure=Value(_DETRACTING, absent=_NOBODY),
    direction=Direction.DOWN,
)
ERROR = KpiSpec(
    id="nps_error",
    unit=Unit.POINTS,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("surveys",),
    charted=(Grain.QUARTER,),
    grains=WHOLE_MONTHS,
    authority=_BAIN,
    figure=Algorithm(_ANSWERED.selected, _error),
    direction=Direction.DOWN,
)
SPECS = (SCORE, ANSWERS, PROMOTERS, DETRACTORS, ERROR)
