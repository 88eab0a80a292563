"""A client set beside what others of its segment are like."""

from collections.abc import Callable, Mapping
from typing import TypeVar

import pandas as pd

from transforms.core.periods import Period
from transforms.metrics.asked import Asked
from transforms.metrics.kpi import Missing
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.norms import SegmentNorm
from transforms.metrics.rows import Flags, Numbers

T = TypeVar("T")


def norm_of(context: MetricContext, period: Period, entity: str) -> SegmentNorm | None:
    """What the clients of an entity's segment are like; None where it names none."""
    segment = segments(context).get(entity)
    if context.population is None or not isinstance(segment, str):
        return None
    return context.population.at(period).get(segment)


def from_norms(
    asked: Asked, part: Callable[[SegmentNorm], T | None]
) -> tuple[list[T | None], Numbers]:
    """A part of its segment's norm for every entity, and why there is none where there is not."""
    context = asked.context
    norms: Mapping[str, SegmentNorm] = (
        context.population.at(asked.period) if context.population else {}
    )
    parts = {name: part(norm) for name, norm in norms.items()}
    named = segments(context).fillna("").to_list()
    reasons = [Missing.TOO_FEW_CLIENTS if name else Missing.NO_SEGMENT for name in named]
    words = pd.Series(
        [reason.value for reason in reasons], context.currencies.index, dtype="object"
    )
    return [parts.get(name) for name in named], words


def is_had_by_like(context: MetricContext, client: str, product: str) -> bool:
    """Whether any client like this one has the product; also where nobody says what others have."""
    if context.held is None:
        return True
    segment = segments(context).get(client)
    like = context.held.by_clients_like(segment if isinstance(segment, str) else "")
    return product in like


def has_no_segment(asked: Asked) -> Flags:
    """Whether an entity's own account names none."""
    return segments(asked.context).fillna("") == ""


def segments(context: MetricContext) -> "pd.Series[str]":
    """The segment that each entity's own account names, by entity id; missing where none."""
    accounts = context.tables.rows("accounts")
    named = accounts.drop_duplicates("account_id").set_index("account_id")["segment"]
    return named.reindex(context.currencies.index)
