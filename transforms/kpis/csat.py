"""Whether people were content with the help they got.

>>> print(worked_example(SHARE, "2026-Q3", '''
... answer_id  answered_at  survey_kind  is_positive
... a1         2026-07-01   csat         true
... a2         2026-07-01   csat         false
... a3         2026-07-01   csat
... a4         2026-07-01   nps          true
... '''))
0.5 = 1 / 2; a3: unanswered, a4: other_survey
"""

from transforms.core.periods import Grain
from transforms.metrics.amounts import Count
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Ratio, Value
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    At,
    Direction,
    KpiSpec,
    Missing,
    Place,
    RollUp,
    Unit,
)
from transforms.service.survey_rows import ANSWERS as GIVEN

RATED = (
    GIVEN.but(LeftOut.OTHER_SURVEY, lambda answers: answers["survey_kind"] != "csat")
    .but(LeftOut.UNANSWERED, lambda answers: answers["is_positive"].isna())
    .within("answered_day")
    .showing("answered_at", "is_positive", "score", "respondent_id", "ticket_id")
)


SHARE = KpiSpec(
    id="csat",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=("surveys",),
    charted=(Grain.QUARTER,),
    grains=WHOLE_MONTHS,
    authority="Zendesk, customer satisfaction score",
    figure=Ratio(
        Count(RATED, lambda answers, _: answers["is_positive"]),
        Count(RATED),
        none=Missing.NO_ANSWERS,
    ),
    direction=Direction.UP,
    shown=(
        At(Place.TILE, 50),
        At(Place.HISTORY, 100),
        At(Place.CHECKLIST, 70),
        At(Place.PRE_SEND, 70),
        At(Place.SATISFACTION, 20),
        At(Place.SATISFACTION_CARD, 20),
        At(Place.PORTAL, 100),
    ),
)
ANSWERS = KpiSpec(
    id="csat_answers",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=("surveys",),
    grains=WHOLE_MONTHS,
    authority="Zendesk, customer satisfaction score",
    figure=Value(Count(RATED)),
)
SPECS = (SHARE, ANSWERS)
