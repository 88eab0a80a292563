"""The people at a client."""

from dataclasses import dataclass

from transforms.core.cells import Row, by_entity, plain, truth_of
from transforms.metrics.metric_context import MetricContext


@dataclass(frozen=True)
class Stakeholder:
    """A person at the client."""

    name: str
    job_title: str
    is_active: bool


def stakeholders(context: MetricContext) -> dict[str, tuple[Stakeholder, ...]]:
    """Contacts by client, those who are still there first, then by name."""
    rows = context.rows("contacts").sort_values(["contact_name", "contact_id"])
    return {
        client: tuple(sorted(people, key=lambda person: not person.is_active))
        for client, people in by_entity(rows, _stakeholder).items()
    }


def _stakeholder(row: Row) -> Stakeholder:
    return Stakeholder(
        plain(row["contact_name"]),
        plain(row["job_title"]),
        truth_of(row["is_active"]) is not False,
    )
