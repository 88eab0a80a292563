"""The people at a client."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from transforms.core.cells import Row, by_entity, plain, truth_of
from transforms.metrics.metric_context import MetricContext


@dataclass(frozen=True)
class Stakeholder:
    """A person at the client."""

    name: str
    job_title: str
    is_active: bool
    company: str = ""
    """Which companies of a group it belongs to; empty in a client of a single one."""


def stakeholders(context: MetricContext) -> dict[str, tuple[Stakeholder, ...]]:
    """Contacts by client, those who are still there first, then by name. Whoever several accounts
    of a group have by the same name and role is one person, who is there while any has them."""
    rows = context.rows("contacts").sort_values(["contact_name", "contact_id"])
    rows = rows.assign(company=_companies(context, rows))
    return {
        client: tuple(sorted(_merged(people), key=lambda person: not person.is_active))
        for client, people in by_entity(rows, _stakeholder).items()
    }


def _companies(context: MetricContext, rows: pd.DataFrame) -> pd.Series:
    """The account's name by contact, where the client has several accounts."""
    accounts = context.owned(context.tables.rows("accounts")[["account_id", "account_name"]])
    owners = accounts["entity_id"].value_counts()
    names = dict(zip(accounts["account_id"], accounts["account_name"], strict=True))
    several = rows["entity_id"].map(owners) > 1
    return rows["account_id"].map(names).where(several, "")


def _merged(people: Sequence[Stakeholder]) -> list[Stakeholder]:
    found: dict[tuple[str, str, str], Stakeholder] = {}
    for person in sorted(people, key=lambda person: not person.is_active):
        alone = "" if person.company else str(len(found))
        key = person.name.casefold(), person.job_title.casefold(), alone
        known = found.setdefault(key, person)
        if known is not person and known.is_active == person.is_active:
            names = dict.fromkeys(filter(None, (known.company, person.company)))
            found[key] = replace(known, company=", ".join(names))
    return list(found.values())


def _stakeholder(row: Row) -> Stakeholder:
    return Stakeholder(
        plain(row["contact_name"]),
        plain(row["job_title"]),
        truth_of(row["is_active"]) is not False,
        plain(row["company"]),
    )
