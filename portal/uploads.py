"""Edited workbooks and decks come back: what they change is shown, then stored."""

import hashlib
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Annotated

from fastapi import APIRouter, File, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from portal.forms import TextField
from portal.judging import NotJudgedError, Verdict, judge
from portal.shell import page_of
from portal.visit import NotThereError, Visit, Visitor, new_token
from warehouse.portal.records import Upload

router = APIRouter()

UPLOAD, KEEP = "upload", "keep-upload"
MOST_BYTES = 25_000_000
"""Of a form with its file: ours have a few hundred thousand."""
_LONGEST_NAME = 150
"""Bytes."""
_SUFFIXES = (".xlsx", ".pptx")
_HEAD = b"PK"
"""Both are ZIP archives."""


@router.post("/uploads")
def hand_in(
    who: Visitor,
    file: Annotated[UploadFile | None, File()] = None,
    form_key: TextField = "",
) -> Response:
    """Take a file; it changes nothing before it is confirmed."""
    person = who.person
    who.check_form(form_key)
    if not who.grants.clients:
        raise NotThereError
    name = _name((file.filename if file else "") or "")
    content = file.file.read() if file else b""
    if PurePath(name).suffix.lower() not in _SUFFIXES or not content.startswith(_HEAD):
        who.note(UPLOAD, is_allowed=False, what=name)
        return _refused(who, who.say("portal-upload-wrong-type"))
    upload = Upload(
        upload_id=new_token(),
        email=person.email,
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        uploaded_at=datetime.now(UTC),
    )
    who.store.add_upload(upload)
    who.note(UPLOAD, is_allowed=True, what=name, sha256=upload.sha256)
    return RedirectResponse(f"/uploads/{upload.upload_id}", 303)


@router.get("/uploads/{upload_id}")
def difference(who: Visitor, upload_id: str) -> Response:
    """What the file would change; nothing is stored by looking."""
    upload = _own(who, upload_id)
    found = _judged(who, upload)
    if found.refused:
        who.store.remove_upload(upload_id)
        who.note(UPLOAD, is_allowed=False, what=upload.name, sha256=upload.sha256)
        return _refused(who, found.refused)
    client = who.clients[found.client_id]
    shown = {"upload": upload, "found": found, "client": client}
    return HTMLResponse(page_of(who, "upload.html", refused="", **shown))


@router.post("/uploads/{upload_id}/keep")
def keep(who: Visitor, upload_id: str, form_key: TextField = "") -> Response:
    """Store what the file says: the next version starts from it."""
    upload = _own(who, upload_id)
    who.check_form(form_key)
    looked_at = _judged(who, upload)
    found = looked_at if looked_at.refused else judge(who, upload, looked_at.client_id)
    if found.refused:
        return _refused(who, found.refused)
    who.store.remove_upload(upload_id)
    subject = ("client", found.client_id)
    who.note(KEEP, is_allowed=True, subject=subject, what=upload.name, sha256=upload.sha256)
    return RedirectResponse(f"/clients/{found.client_id}#changes", 303)


@router.post("/uploads/{upload_id}/discard")
def discard(who: Visitor, upload_id: str, form_key: TextField = "") -> Response:
    """Forget the file."""
    _own(who, upload_id)
    who.check_form(form_key)
    who.store.remove_upload(upload_id)
    return RedirectResponse("/", 303)


def _name(said: str) -> str:
    """Of the file alone, as long as any disk takes."""
    own = PurePath(said.replace("\0", "")).name
    return own.encode(errors="replace")[-_LONGEST_NAME:].decode(errors="ignore")


def _own(who: Visit, upload_id: str) -> Upload:
    found = who.store.upload(upload_id, who.person.email)
    if found is None:
        raise NotThereError
    return found


def _judged(who: Visit, upload: Upload) -> Verdict:
    """A file of a client that is not the reader's is refused as one that is not ours at all."""
    try:
        found = judge(who, upload)
    except NotJudgedError:
        who.store.remove_upload(upload.upload_id)
        raise
    may = who.grants.own if found.kind == "deck" else who.grants.clients
    if found.refused or found.client_id in may:
        return found
    who.note(UPLOAD, is_allowed=False, subject=("client", found.client_id), what=upload.name)
    who.store.remove_upload(upload.upload_id)
    raise NotThereError


def _refused(who: Visit, why: str) -> Response:
    return HTMLResponse(page_of(who, "upload.html", refused=why), 422)
