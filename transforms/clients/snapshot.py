"""Taking the snapshot of what all clients are like, from their figures."""

from collections.abc import Collection, Iterable
from datetime import date

import pandas as pd

from transforms.billing.owned_products import owned_products
from transforms.core.exact import whole_numbers
from transforms.core.periods import Period
from transforms.kpis import compute_all
from transforms.kpis.peer_position import MEASURED
from transforms.metrics.asked import Asked
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.norms import Population, Traits
from transforms.metrics.population import segments
from transforms.renewals.decided import decided_curve

_DECIDED = ["outcome", "granted_discount", "decided_date"]


def population_of(
    currency: str, parts: Iterable[MetricContext], periods: Collection[Period]
) -> Population:
    """Of all clients, some of them at a time, each shown in the reporting currency."""
    found: dict[str, list[Traits]] = {str(period): [] for period in periods}
    asked_for: list[pd.DataFrame] = []
    fewest, until = 0, date.min
    for part in parts:  # each is let go of before the next is read
        asked_for.append(part.tables.rows("renewal_requests")[_DECIDED])
        fewest = part.policy.renewal.fewest_decided
        until = part.last_day or max(period.valuation_date for period in periods)
        for period in periods:
            found[str(period)].append(_traits(part, period))
    decided = decided_curve(pd.concat(asked_for), until, fewest) if asked_for else None
    return Population.of(currency, found, decided)


def _traits(part: MetricContext, period: Period) -> Traits:
    segment = segments(part)

    def with_segment(frame: pd.DataFrame) -> pd.DataFrame:
        return frame.assign(segment=frame["entity_id"].map(segment))

    owned = owned_products(Asked(part, period))
    return Traits(
        frozenset(segment.dropna()),
        with_segment(compute_all(part, [period.trailing_twelve], ["contribution_margin"])),
        with_segment(compute_all(part, [period], ["client_retention_ttm"])),
        with_segment(
            owned.assign(entity_id=part.currencies.index.take(whole_numbers(owned["entity"])))
        ),
        with_segment(compute_all(part, [period], [spec.id for spec in MEASURED.values()])),
    )
