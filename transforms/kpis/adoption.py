"""How many of the client's teams, and of the product's modules, are in use.

Operations worked with it in the last four weeks, Purchasing did not any more:

>>> print(worked_example(TEAMS, "2026-Q3", '''
... usage_part_id  usage_date  part_kind  part         events
... u1             2026-09-10  team       Operations   40
... u2             2026-09-17  team       Operations   42
... u3             2026-08-20  team       Purchasing   9
... u4             2026-09-17  team       Purchasing   0
... u5             2026-09-17  module     Reports      3
... u6             2026-10-02  team       Legal        3
... '''))
0.5 = 1 / 2; u5: other_part, u6: outside_period
"""

import pandas as pd

from transforms.core.exact import whole_numbers
from transforms.metrics.amounts import Given
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Ratio
from transforms.metrics.kpi import WHOLE_MONTHS, At, Direction, KpiSpec, Place, RollUp, Unit
from transforms.metrics.rows import Numbers, Rows
from transforms.service.usage_weeks import RECENT_DAYS


def _of_kind(kind: str) -> Rows:
    """Rows of the parts of a kind that had been named by the period's end."""
    return (
        Rows("usage_parts", lambda context: context.tables.rows("usage_parts"))
        .but(LeftOut.OTHER_PART, lambda parts: parts["part_kind"] != kind)
        .but_then(LeftOut.OUTSIDE_PERIOD, lambda parts, asked: parts["usage_date"] >= asked.end)
        .showing("usage_date", "days", "part_kind", "part", "events", "active_users")
    )


def _different(rows: pd.DataFrame, asked: Asked) -> Numbers:
    """How many parts the rows name, by entity."""
    named = rows.drop_duplicates(["entity", "part"]).groupby("entity").size()
    counts = pd.Series(named).reindex(range(len(asked.entities)), fill_value=0)
    return pd.Series(whole_numbers(counts), asked.entities)


def _share(known: Rows) -> Ratio:
    def used(asked: Asked) -> Numbers:
        rows = known.kept(asked)
        is_recent = rows["usage_date"] > asked.last_day - pd.Timedelta(days=RECENT_DAYS)
        return _different(rows[is_recent & (rows["events"] > 0).fillna(False)], asked)

    return Ratio(
        Given(used, (known,)), Given(lambda asked: _different(known.kept(asked), asked), (known,))
    )


def _spec(id: str, kind: str, turn: int) -> KpiSpec:
    return KpiSpec(
        id=id,
        unit=Unit.RATIO,
        roll_up=RollUp.RATIO_OF_SUMS,
        feeds=("usage_parts",),
        grains=WHOLE_MONTHS,
        authority="product analytics practice",
        figure=_share(_of_kind(kind)),
        direction=Direction.UP,
        shown=(At(Place.BREAKDOWN, turn),),
    )


TEAMS = _spec("teams_active", "team", 5)
MODULES = _spec("modules_active", "module", 6)
SPECS = (TEAMS, MODULES)
