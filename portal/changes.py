"""What people said about a client lately, and taking it back within a day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from messages.clause import named
from portal.forms import TextField
from portal.visit import NotThereError, Visit, Visitor
from warehouse.registry.withdrawals import RecordKind

router = APIRouter()

UNDO = "undo"
_UNDONE_WITHIN = timedelta(days=1)


@dataclass(frozen=True)
class Change:
    """What somebody said in one go."""

    kind: RecordKind
    records: tuple[int, ...]
    who: str
    at: datetime
    is_approved: bool | None = None
    """Of a signature."""

    @property
    def key(self) -> str:
        return f"{self.kind}-{self.records[0]}"

    @property
    def message(self) -> str:
        """What it was, as the id of a message."""
        if self.is_approved is None:
            return named("portal-changed", self.kind)
        return "portal-changed-approved" if self.is_approved else "portal-changed-refused"


@dataclass(frozen=True)
class ChangeLine:
    """A change as the page shows it."""

    change: Change
    at: str
    until: str
    """By when the reader may take it back; empty where they may not."""


@router.post("/clients/{client_id:path}/undo")
def undo(
    who: Visitor,
    client_id: str,
    change: TextField = "",
    form_key: TextField = "",
) -> Response:
    """Take back what the reader said within the last day."""
    who.check_form(form_key)
    now = datetime.now(UTC)
    found = next((item for item in recent(who, client_id) if item.key == change), None)
    if client_id not in who.clients or found is None or not _may_undo(who, found, now):
        who.note(UNDO, is_allowed=False, subject=("client", client_id[:200]), what=change[:50])
        raise NotThereError
    who.store.withdraw(found.kind, found.records, who.person.email, now)
    who.note(UNDO, is_allowed=True, subject=("client", client_id), what=found.key)
    return RedirectResponse(f"/clients/{client_id}#changes", 303)


def change_lines(who: Visit, client_id: str) -> list[ChangeLine]:
    """The newest first."""
    now = datetime.now(UTC)
    return [
        ChangeLine(
            item,
            who.moment(item.at),
            who.moment(item.at + _UNDONE_WITHIN) if _may_undo(who, item, now) else "",
        )
        for item in sorted(recent(who, client_id), key=lambda item: item.at, reverse=True)
    ]


def _may_undo(who: Visit, change: Change, now: datetime) -> bool:
    return change.who == who.person.email and now - change.at < _UNDONE_WITHIN


def recent(who: Visit, client_id: str) -> list[Change]:
    """Of a week, what was not taken back: remarks where the client is the reader's own."""
    since = datetime.now(UTC) - timedelta(days=7)
    is_own = client_id in who.grants.own
    every = (*_offers(who, client_id), *(_remarks(who, client_id) if is_own else ()))
    return [change for change in every if change.at >= since]


def _offers(who: Visit, client_id: str) -> Iterator[Change]:
    """Imported workbooks, and signatures."""
    found = who.store.decisions([client_id])
    for item in found:
        made = item.decision
        yield Change(RecordKind.DECISION, (item.decision_id,), made.imported_by, made.imported_at)
    numbers = {item.decision_id for item in found}
    for signed in who.store.signatures():
        if signed.decision_id in numbers:
            yield Change(
                RecordKind.SIGNATURE,
                (signed.signature_id,),
                signed.signature.email,
                signed.signed_at,
                signed.signature.is_approved,
            )


def _remarks(who: Visit, client_id: str) -> Iterable[Change]:
    """What was written in one go is one change."""
    stored = who.store.remarks(client_id)
    in_one_go = groupby(stored, key=lambda item: (item.remark.imported_by, item.remark.imported_at))
    for (name, at), items in in_one_go:
        yield Change(RecordKind.REMARK, tuple(item.remark_id for item in items), name, at)
