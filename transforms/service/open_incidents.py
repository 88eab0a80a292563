"""Critical incidents that nobody solved by the period's end: since when."""

from datetime import date

from transforms.core.cells import by_entity, day_of
from transforms.core.exact import whole_numbers
from transforms.core.periods import Period
from transforms.metrics.asked import Asked
from transforms.metrics.metric_context import MetricContext
from transforms.service.ticket_rows import STANDING


def open_incidents(context: MetricContext, period: Period) -> dict[str, tuple[date, ...]]:
    """The days on which those that `critical_open` counts were filed, by client, in order."""
    asked = Asked(context, period)
    standing = STANDING.kept(asked)
    clients = asked.entities.take(whole_numbers(standing["entity"]))
    kept = standing.assign(entity_id=clients).sort_values("created_day")
    return by_entity(kept, lambda row: day_of(row["created_day"]))
