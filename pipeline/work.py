"""What a worker process does, with a shard or with all of them.

Knows nothing of Prefect: importing it would take every worker seconds.
"""

from pipeline.compute.compute import (
    compute_ahead,
    compute_groups,
    compute_portfolio,
    compute_shard,
)
from pipeline.compute.shards import Shard
from pipeline.outcome import ClientOutcome
from pipeline.publishing.briefs import publish_briefs
from pipeline.publishing.portfolio import publish_portfolio
from pipeline.publishing.publish_clients import publish_shard
from pipeline.publishing.publisher import Result
from pipeline.run_context import RunOrder
from transforms.core.periods import Period
from transforms.metrics.kpi_periods import needed_periods


def figures_of_shard(order: RunOrder, shard: Shard) -> int:
    """Compute and store the figures of the shard's clients; returns how many it had to
    compute."""
    with order.opened() as run:
        return compute_shard(run, shard, needed_periods(order.period))


def files_of_shard(order: RunOrder, shard: Shard) -> tuple[ClientOutcome, ...]:
    """Compose, render and publish the files of the shard's clients."""
    with order.opened() as run:
        return publish_shard(run, shard)


def figures_together(order: RunOrder, period: Period) -> int:
    """Compute and store the figures of all clients together and of their groups in a period, and
    in the order's own those of clients that compare them and those of months to come; of another
    period, which it is set beside, only what reports compare."""
    with order.opened() as run:
        if period != order.period:
            return compute_groups(run, (period,))
        return compute_portfolio(run, (period,)) + compute_ahead(run)


def file_of_all(order: RunOrder, clients: tuple[ClientOutcome, ...]) -> Result | None:
    """The workbook of all clients, from what the shards published."""
    with order.opened() as run:
        return publish_portfolio(run, clients)


def files_of_managers(order: RunOrder, clients: tuple[ClientOutcome, ...]) -> tuple[Result, ...]:
    """Each manager's book of clients."""
    with order.opened() as run:
        return publish_briefs(run, clients)
