"""Offers that wait for somebody's signature, and who may give it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from messages.clause import named
from messages.formats import Formats
from portal.forms import TextField
from portal.shell import page_of
from portal.visit import NotThereError, Visit, Visitor
from transforms.renewals.signing import (
    ApprovalRequest,
    Progress,
    Signature,
    open_levels,
    progress,
    signing_level,
)
from warehouse.portal.records import ClientSummary, Person
from warehouse.registry.decisions import StoredDecision

router = APIRouter()

APPROVE, REFUSE = "approve", "refuse"
_MOST_LETTERS = 600


@dataclass(frozen=True)
class Asked:
    """A client's newest offer, how far it is, and what the reader may do about it."""

    client: ClientSummary
    decision_id: int
    offer: str
    """Its name, discount, term and margin, in words."""
    asked_by: str
    asked_on: str
    progress: Progress
    waits_for: tuple[str, ...]
    """The levels that have still to sign, in words."""
    signatures: tuple[Signature, ...]
    level: str | None
    """As what the reader may sign; None where they may not."""
    is_own: bool
    """Whether the reader asked for it: then somebody else signs."""

    @property
    def is_pending(self) -> bool:
        return self.progress is Progress.PENDING


@router.post("/approvals/{decision_id}")
def sign(
    who: Visitor,
    decision_id: int,
    answer: TextField = "",
    comment: TextField = "",
    form_key: TextField = "",
) -> Response:
    """Approve or refuse, as a person who is signed in, has the level and did not ask."""
    person = who.person
    who.check_form(form_key)
    found = next((item for item in asked(who).values() if item.decision_id == decision_id), None)
    if found is None or found.level is None or answer not in (APPROVE, REFUSE):
        who.note("sign", is_allowed=False, what=str(decision_id))
        raise NotThereError
    said, now = " ".join(comment.split())[:_MOST_LETTERS], datetime.now(UTC)
    if answer == REFUSE and not said:
        return HTMLResponse(page_of(who, "problem.html", message="portal-refusal-unsaid"), 422)
    signature = Signature(
        level=found.level,
        is_approved=answer == APPROVE,
        comment=said,
        name=person.name,
        email=person.email,
        day=now.date(),
    )
    if not who.store.sign(decision_id, found.signatures, signature, now):
        return HTMLResponse(page_of(who, "problem.html", message="portal-signed-meanwhile"), 409)
    subject = ("client", found.client.client_id)
    who.note(answer, is_allowed=True, subject=subject, what=found.offer)
    return RedirectResponse("/renewals#approvals", 303)


def asked(who: Visit) -> Mapping[str, Asked]:
    """By client, the newest offer that needs signatures, of those that the reader sees."""
    newest: dict[str, StoredDecision] = {}
    for item in who.store.decisions(list(who.clients)):
        if item.decision.request is not None:
            newest[item.decision.client_id] = item
    return {client: _asked(who, who.clients[client], item) for client, item in newest.items()}


def _asked(who: Visit, client: ClientSummary, item: StoredDecision) -> Asked:
    made = item.decision
    request = made.request
    assert request is not None
    formats = who.formats
    is_own = _is_own(who.person, made.imported_by, made.requested_by)
    bands = [band.approver for band in who.portal.settings.policy.renewal.bands]
    level = signing_level(request, made.signatures, who.grants.levels, bands)
    has_signed = any(item.email == who.person.email for item in made.signatures)
    return Asked(
        client=client,
        decision_id=item.decision_id,
        offer=_offer(who, request, formats),
        asked_by=made.requested_by or made.imported_by,
        asked_on=formats.day(made.imported_at.date()),
        progress=progress(request, made.signatures),
        waits_for=tuple(level_name(who, name) for name in open_levels(request, made.signatures)),
        signatures=made.signatures,
        level=None if is_own or has_signed else level,
        is_own=is_own,
    )


def _is_own(person: Person, imported_by: str, requested_by: str) -> bool:
    """Whether the person handed it in, or the workbook says that they asked for it."""
    own = {person.email.casefold(), person.name.casefold()}
    return bool(own & {imported_by.casefold(), requested_by.casefold()})


def level_name(who: Visit, level: str) -> str:
    """A level in words; one of a company's own stands as it is written in the settings."""
    message = named("workbook-approver", level)
    return who.say(message) if who.has(message) else level.replace("_", " ")


def _offer(who: Visit, request: ApprovalRequest, formats: Formats) -> str:
    name = who.say(named("workbook-offer-short", request.offer))
    if request.discount is None or request.term_years is None:
        return name
    margin = "–" if request.margin is None else formats.percent(request.margin, 1)
    return who.say(
        "portal-offer",
        offer=name,
        discount=formats.percent(request.discount, 1, 0),
        years=request.term_years,
        margin=margin,
    )
