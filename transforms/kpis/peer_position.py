"""Where a client stands among the others of its segment, who stay unnamed.

Three of four seats are used; of the five others of the segment in the snapshot, four use a smaller
part of theirs (0.2, 0.4, 0.5 and 0.6) and one a larger (0.8):

>>> print(worked_example(ADOPTION, "2026-Q3", '''
... usage_id  usage_date  active_users  seats_paid
... u1        2026-09-30  15            20
... u2        2026-07-01  20            20
... ''', '''
... account_id  segment
... us          business
... '''))
0.8; u2: outside_period
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import pandas as pd

from transforms.kpis import first_response, nps, usage
from transforms.metrics.asked import Asked
from transforms.metrics.explained import Selection
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    At,
    Direction,
    EntityKind,
    KpiSpec,
    Place,
    RollUp,
    Unit,
    Working,
)
from transforms.metrics.kpi_frame import values_of
from transforms.metrics.population import from_norms
from transforms.metrics.steps import Step

FEWEST_PEERS = 5
"""Under five others somebody could guess whose figure it is: no setting goes below it."""
_ALIKE = 1e-9


def tenths_behind(value: float, everybody: Sequence[float], *, more_is_better: bool) -> float:
    """The part of the others that a client is ahead of, those alike counted half, to a tenth: so
    it tells nothing exact of them, and moves only when several of them do. The client is among
    `everybody`.

    >>> tenths_behind(3.0, [1.0, 2.0, 3.0, 3.0, 9.0, 9.0], more_is_better=True)
    0.5
    >>> tenths_behind(3.0, [1.0, 2.0, 2.0, 3.0, 9.0, 9.0, 9.0], more_is_better=False)
    0.5
    """
    near = _ALIKE * max(1.0, abs(value))
    less = sum(other < value - near for other in everybody)
    more = sum(other > value + near for other in everybody)
    others = len(everybody) - 1
    halves = 2 * (less if more_is_better else more) + others - less - more
    return round(Fraction(5 * halves, others)) / 10


@dataclass(frozen=True)
class _Position:
    """Of another figure, as it is declared."""

    of: KpiSpec

    def working(self, asked: Asked) -> Working:
        own = asked.context.once(
            (self.of.id, asked.period), lambda: values_of(self.of, asked)
        ).set_index("entity_id")
        norms, unlike = from_norms(asked, lambda norm: norm.standings.get(self.of.id, ()))
        fewest = max(FEWEST_PEERS, asked.context.policy.population_minimum_clients)
        values = own["value"].reindex(asked.entities).to_numpy(np.float64, na_value=np.nan)
        better = self.of.direction is Direction.UP
        ahead = [
            tenths_behind(number, norm, more_is_better=better)
            if norm is not None and len(norm) > fewest and not np.isnan(number)
            else None
            for number, norm in zip(values.tolist(), norms, strict=True)
        ]
        reason = own["reason"].reindex(asked.entities)
        return Working(
            pd.Series(ahead, asked.entities, dtype="Float64"),
            rows=own["rows"].reindex(asked.entities),
            absent=reason.where(reason != "", unlike),
        )

    def steps(self, asked: Asked) -> tuple[Step, ...]:
        """Of the one entity: its own figure, and how many others it is set beside. How many of
        them it is ahead of would tell more of them than the position does."""
        position = self.working(asked).value
        if position is None or position.isna().any():
            return ()
        (own,) = values_of(self.of, asked)["value"]
        norms, _ = from_norms(asked, lambda norm: norm.standings.get(self.of.id, ()))
        others = len(norms[0] or ()) - 1
        return (Step("peers", {"value": float(own), "others": others}),)

    def explained(self, asked: Asked) -> tuple[Selection, ...]:
        """The client's own rows: the others are in the snapshot alone."""
        return self.of.figure.explained(asked)


def _spec(id: str, of: KpiSpec, turn: int) -> KpiSpec:
    return KpiSpec(
        id=id,
        unit=Unit.RATIO,
        roll_up=RollUp.NONE,
        feeds=(*of.feeds, "accounts"),
        grains=WHOLE_MONTHS,
        authority="account management practice",
        figure=_Position(of),
        direction=Direction.UP,
        of=(EntityKind.CLIENT,),
        is_compared=False,
        is_population=True,
        shown=(At(Place.PEERS, turn),),
    )


USE = _spec("peer_use", usage.CHANGE, 10)
ADOPTION = _spec("peer_adoption", usage.SEATS, 20)
RESPONSE = _spec("peer_response", first_response.MEDIAN, 30)
NPS = _spec("peer_nps", nps.SCORE, 40)
SPECS = (USE, ADOPTION, RESPONSE, NPS)

MEASURED: dict[str, KpiSpec] = {
    USE.id: usage.CHANGE,
    ADOPTION.id: usage.SEATS,
    RESPONSE.id: first_response.MEDIAN,
    NPS.id: nps.SCORE,
}
"""The figure that each position is of: the snapshot keeps everybody's."""
