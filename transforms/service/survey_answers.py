"""What answers to surveys say: how good a score is, and what they are about."""

from dataclasses import dataclass
from operator import attrgetter

import pandas as pd

from transforms.core.cells import plain
from transforms.core.days import in_period, local_days
from transforms.core.periods import Period
from transforms.metrics.metric_context import MetricContext

PROMOTER_SCORE = 9
"""From this NPS score on somebody recommends us (Reichheld, HBR 2003)."""
DETRACTOR_SCORE = 6
"""Up to this NPS score somebody advises against us."""


@dataclass(frozen=True)
class Theme:
    """What answers of the period were about."""

    name: str
    answers: int
    positive: int
    """Promoters' scores, and answers that say that they are content."""


def themes(context: MetricContext, period: Period) -> dict[str, tuple[Theme, ...]]:
    """Themes of the period's answers by client, the most frequent first."""
    surveys = context.rows("surveys")
    is_given = in_period(local_days(surveys["answered_at"], context.policy.time_zone), period)
    given = surveys[is_given & surveys["theme"].notna()]
    found: dict[str, dict[str, list[bool]]] = {}
    cells = zip(given["entity_id"], given["theme"], _is_positive(given), strict=True)
    for client, theme, is_positive in cells:
        if name := plain(theme):
            found.setdefault(client, {}).setdefault(name, []).append(bool(is_positive))
    return {client: _ordered(answers) for client, answers in found.items()}


def _is_positive(answers: pd.DataFrame) -> pd.Series:
    is_promoter = (answers["survey_kind"] == "nps") & (answers["score"] >= PROMOTER_SCORE)
    return answers["is_positive"].fillna(False) | is_promoter.fillna(False)


def _ordered(answers: dict[str, list[bool]]) -> tuple[Theme, ...]:
    found = [Theme(name, len(given), sum(given)) for name, given in sorted(answers.items())]
    return tuple(sorted(found, key=attrgetter("answers"), reverse=True))
