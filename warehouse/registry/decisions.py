"""Decisions that finance typed into workbooks: added, never changed."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import Connection, Row, insert, select

from transforms.renewals.decision import RenewalDecision
from transforms.renewals.offers import Offer
from warehouse.rows.membership import among
from warehouse.schema import decisions


def add_decision(connection: Connection, decision: RenewalDecision) -> None:
    """Keep a decision beside the ones before it."""
    values = asdict(decision) | {
        "inputs": json.dumps(dict(decision.inputs), sort_keys=True),
        "decision": "" if decision.decision is None else decision.decision.value,
    }
    del values["typings"]  # follows from the decisions before
    connection.execute(insert(decisions).values(values))


def read_decisions(
    connection: Connection, clients: Sequence[str] | None
) -> tuple[RenewalDecision, ...]:
    """Every decision about these clients, oldest first; about all of them for None."""
    query = select(decisions).order_by(decisions.c.decision_id)
    if clients is not None:
        query = query.where(among(connection, decisions.c.client_id, clients))
    return tuple(_decision(row) for row in connection.execute(query))


def _decision(row: Row) -> RenewalDecision:
    return RenewalDecision(
        client_id=row.client_id,
        renewal_date=row.renewal_date,
        edition_id=row.edition_id,
        inputs=json.loads(row.inputs),
        decision=Offer(row.decision) if row.decision else None,
        reason=row.reason,
        requested_by=row.requested_by,
        decided_by=row.decided_by,
        signed_by=row.signed_by,
        signed_on=row.signed_on,
        imported_by=row.imported_by,
        imported_at=row.imported_at,
        sha256=row.sha256,
        conditions=row.conditions,
        valid_until=row.valid_until,
        comment=row.comment,
    )
