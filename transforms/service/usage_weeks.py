"""On which day the weeks begin that a client's use is told by."""

from transforms.metrics.metric_context import MetricContext

_WEEK_DAYS = 7


def week_days(context: MetricContext) -> dict[str, int]:
    """By client whose feed is by the week, the weekday on which all its weeks begin: 0 is Monday.

    No entry where use is told by the day, or weeks begin on several days.
    """
    usage = context.rows("usage")
    days = usage.assign(day=usage["usage_date"].dt.day_of_week)
    by_client = days.groupby("entity_id").agg(
        least=("days", "min"), first=("day", "min"), last=("day", "max")
    )
    is_by_week = (by_client["least"] == _WEEK_DAYS) & (by_client["first"] == by_client["last"])
    stated = by_client[is_by_week]
    return {str(client): int(day) for client, day in stated["first"].items()}
