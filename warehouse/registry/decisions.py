"""Decisions that people typed into workbooks, and who signed them: added, never changed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime

from sqlalchemy import Connection, Row, insert, select, text

from transforms.renewals.decision import RenewalDecision
from transforms.renewals.offers import Offer
from transforms.renewals.signing import ApprovalRequest, Signature
from warehouse.registry.withdrawals import RecordKind, still_standing
from warehouse.rows.membership import among
from warehouse.schema import approval_requests, decisions, signatures

_LOCK_NUMBER = 7_163_005


@dataclass(frozen=True)
class StoredDecision:
    """A decision with its number in the register."""

    decision_id: int
    decision: RenewalDecision


@dataclass(frozen=True)
class StoredSignature:
    """A signature with its number, and when it was given."""

    signature_id: int
    decision_id: int
    signature: Signature
    signed_at: datetime


def add_decision(connection: Connection, decision: RenewalDecision) -> None:
    """Keep a decision beside the ones before it, and what has to be signed of it."""
    values = asdict(decision) | {
        "inputs": json.dumps(dict(decision.inputs), sort_keys=True),
        "decision": "" if decision.decision is None else decision.decision.value,
    }
    for elsewhere in ("typings", "request", "signatures"):
        del values[elsewhere]
    added = connection.execute(insert(decisions).values(values)).inserted_primary_key
    if decision.request is not None and added is not None:
        request = asdict(decision.request) | {"decision_id": added[0]}
        connection.execute(insert(approval_requests).values(request))


def add_signature(
    connection: Connection,
    decision_id: int,
    seen: Sequence[Signature],
    signature: Signature,
    signed_at: datetime,
) -> bool:
    """Keep what somebody who is signed in said to a decision whose other signatures they saw;
    False, and nothing kept, where these are others by now."""
    if connection.dialect.name == "postgresql":  # SQLite has one writer at a time anyway
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK_NUMBER})"))
    others = stored_signatures(connection)
    if [item.signature for item in others if item.decision_id == decision_id] != list(seen):
        return False
    values = asdict(signature) | {"decision_id": decision_id, "signed_at": signed_at}
    del values["day"]
    connection.execute(insert(signatures).values(values))
    return True


def read_decisions(
    connection: Connection, clients: Sequence[str] | None
) -> tuple[RenewalDecision, ...]:
    """Every decision about these clients that was not taken back, oldest first; about all of
    them for None."""
    return tuple(item.decision for item in stored_decisions(connection, clients))


def stored_decisions(
    connection: Connection, clients: Sequence[str] | None
) -> tuple[StoredDecision, ...]:
    """The same with their numbers."""
    query = (
        select(decisions, *_request_columns())
        .outerjoin(approval_requests)
        .where(still_standing(RecordKind.DECISION, decisions.c.decision_id))
        .order_by(decisions.c.decision_id)
    )
    if clients is not None:
        query = query.where(among(connection, decisions.c.client_id, clients))
    signed: dict[int, list[Signature]] = {}
    for item in stored_signatures(connection):
        signed.setdefault(item.decision_id, []).append(item.signature)
    return tuple(_decision(row, signed) for row in connection.execute(query))


def stored_signatures(connection: Connection) -> tuple[StoredSignature, ...]:
    """Every signature that was not taken back, oldest first."""
    query = (
        select(signatures)
        .where(still_standing(RecordKind.SIGNATURE, signatures.c.signature_id))
        .order_by(signatures.c.signature_id)
    )
    return tuple(
        StoredSignature(
            row.signature_id,
            row.decision_id,
            Signature(
                level=row.level,
                is_approved=row.is_approved,
                comment=row.comment,
                name=row.name,
                email=row.email,
                day=row.signed_at.date(),
            ),
            row.signed_at,
        )
        for row in connection.execute(query)
    )


_REQUEST = tuple(field.name for field in fields(ApprovalRequest))


def _request_columns() -> list:
    return [approval_requests.c[name].label(f"request_{name}") for name in _REQUEST]


def _decision(row: Row, signed: Mapping[int, Sequence[Signature]]) -> StoredDecision:
    asked = {name: getattr(row, f"request_{name}") for name in _REQUEST}
    found = RenewalDecision(
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
        request=None if asked["offer"] is None else ApprovalRequest(**asked),
        signatures=tuple(signed.get(row.decision_id, ())),
    )
    return StoredDecision(row.decision_id, found)
