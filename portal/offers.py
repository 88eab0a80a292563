"""An offer typed on a client's page: it goes the way of an edited workbook."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel

from messages.clause import named
from portal.forms import Text
from portal.grants import RENEWAL_KIND
from portal.shell import page_of
from portal.visit import NotThereError, Visit, Visitor, new_token
from warehouse.portal.records import ClientSummary, Upload

router = APIRouter()

OFFER = "offer"
SHARES = ("discount", "uplift")
"""Typed in per cent."""
CONDITIONS = ("discount", "term_years", "uplift", "payment_days", "services", "exclusivity")
_PREFIX = "offered_"
_COUNTER = "counter"
_MOST_LETTERS = 600
_MOST_DIGITS = 30


class _NotANumberError(Exception):
    """What stands in a field is no number."""


class _Typed(BaseModel):
    """The form, as it comes."""

    discount: Text = ""
    term_years: Text = ""
    uplift: Text = ""
    payment_days: Text = ""
    services: Text = ""
    exclusivity: Text = ""
    decide: Text = ""
    reason: Text = ""
    comment: Text = ""
    form_key: Text = ""


@router.get("/clients/{client_id:path}/offer")
def form(who: Visitor, client_id: str) -> Response:
    """The conditions that can be offered; what is left empty stays as the workbook has it."""
    return _form(who, _client(who, client_id), {}, "", 200)


@router.post("/clients/{client_id:path}/offer")
def type_offer(who: Visitor, client_id: str, typed: Annotated[_Typed, Form()]) -> Response:
    """Take what was typed; it changes nothing before it is confirmed."""
    said = typed.model_dump()
    who.check_form(typed.form_key)
    client = _client(who, client_id)
    try:
        inputs = {_PREFIX + name: _number(name, said) for name in CONDITIONS if said.get(name)}
    except _NotANumberError:
        return _form(who, client, said, "portal-offer-no-number", 422)
    record = _record(said, who.person.name)
    if not inputs and not record:
        return _form(who, client, said, "portal-offer-empty", 422)
    content = json.dumps({"client_id": client_id, "inputs": inputs, "record": record}).encode()
    upload = Upload(
        upload_id=new_token(),
        email=who.person.email,
        name=f"{OFFER}.json",
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        uploaded_at=datetime.now(UTC),
    )
    who.store.add_upload(upload)
    subject = ("client", client_id)
    who.note(OFFER, is_allowed=True, subject=subject, what=upload.name, sha256=upload.sha256)
    return RedirectResponse(f"/uploads/{upload.upload_id}", 303)


def can_type(who: Visit, client_id: str) -> bool:
    """Whether the reader sees a renewal workbook of the client."""
    return any(who.grants.may_read(file) for file in who.store.files([RENEWAL_KIND], [client_id]))


def _client(who: Visit, client_id: str) -> ClientSummary:
    person, client = who.person, who.clients.get(client_id)
    if client is None or not can_type(who, client_id):
        subject = ("client", client_id[:200])
        who.note(OFFER, is_allowed=False, subject=subject, who=person.email)
        raise NotThereError
    return client


def _form(
    who: Visit, client: ClientSummary, said: Mapping[str, str], problem: str, status: int
) -> Response:
    reasons = [
        (code, _reason(who, code)) for code in who.portal.settings.policy.renewal.reason_codes
    ]
    shown = {"conditions": CONDITIONS, "shares": SHARES, "reasons": reasons}
    return HTMLResponse(
        page_of(who, "offer.html", client=client, said=said, problem=problem, **shown), status
    )


def _reason(who: Visit, code: str) -> str:
    message = named("workbook-reason-code", code)
    return who.say(message) if who.has(message) else code.replace("_", " ")


def _number(name: str, said: Mapping[str, str]) -> float | int:
    """As the workbook holds it: shares as parts of one. A comma is a decimal one.

    Raises _NotANumberError.
    """
    text = "".join(said[name].split()).removesuffix("%").replace(",", ".")
    try:
        found = Decimal(text) if len(text) <= _MOST_DIGITS else Decimal("NaN")
    except InvalidOperation as error:
        raise _NotANumberError from error
    if not found.is_finite() or abs(found.adjusted()) > _MOST_DIGITS:
        raise _NotANumberError
    value = found / 100 if name in SHARES else found
    return int(value) if value == value.to_integral_value() else float(value)


def _record(said: Mapping[str, str], name: str) -> dict[str, str]:
    """What makes it a decision, which has to be signed; empty for conditions alone."""
    if not said.get("decide"):
        return {}
    return {
        "decision": _COUNTER,
        "reason": said.get("reason", ""),
        "requested_by": name,
        "comment": " ".join(said.get("comment", "").split())[:_MOST_LETTERS],
    }
