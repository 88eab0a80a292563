"""Whether a deployment's schedule counts in the time zone of its company."""

from prefect.client.orchestration import get_client
from prefect.runtime import deployment

from messages.clause import Clause, clause


def misread_zones(zone: str) -> tuple[Clause, ...]:
    """A sentence for each other zone in which the schedule of the run's deployment counts; none
    where nobody deployed it."""
    if deployment.id is None:
        return ()
    with get_client(sync_client=True) as client:
        found = client.read_deployment(deployment.id)
    named = (getattr(item.schedule, "timezone", None) for item in found.schedules if item.active)
    others = {name for name in named if name is not None} - {zone}
    return tuple(
        clause("schedule-zone-differs", schedule=name, company=zone) for name in sorted(others)
    )
