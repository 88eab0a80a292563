"""Downloads: what the register holds, with its checksum verified, and to whom it is granted."""

import hashlib
import io
import zipfile
from pathlib import Path
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter
from fastapi import Path as Number
from fastapi.responses import FileResponse, Response

from portal.grants import CLIENT_KIND
from portal.visit import NotThereError, Visit, Visitor
from warehouse.portal.records import PublishedPath
from warehouse.registry.records import RunFile

router = APIRouter()

DOWNLOAD = "download"
_HELD_BYTES = 4 * 2**20
LAST = 2**31 - 1
"""A file has no greater number: databases take none."""
_TYPES = {
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".md": "text/markdown; charset=utf-8",
}


class FileLostError(Exception):
    """A registered file is not in the output place any more, or has other bytes."""


@router.get("/files/{artifact_id}")
def download(who: Visitor, artifact_id: Annotated[int, Number(ge=1, le=LAST)]) -> Response:
    """One file, or the parts of it that are asked for, under the name that it was published with.

    All of it is verified before its first byte is sent."""
    person = who.person
    file = granted(who, artifact_id, DOWNLOAD)
    subject = (file.subject_kind, file.subject_id)
    if f'"{file.sha256}"' in who.request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=_caching(file))
    place = _place(who, file)
    content = _intact(place, file)
    who.note(
        DOWNLOAD,
        is_allowed=True,
        subject=subject,
        what=file.path,
        sha256=file.sha256,
        who=person.email,
    )
    told = _named(place.name) | _caching(file)
    kind = _TYPES.get(place.suffix, "application/octet-stream")
    if content is None or "range" in who.request.headers:
        return FileResponse(place, headers=told, media_type=kind, stat_result=place.stat())
    return Response(content, headers=told | {"accept-ranges": "bytes"}, media_type=kind)


@router.get("/decks/{quarter}.zip")
def decks_of_quarter(who: Visitor, quarter: str) -> Response:
    """The newest deck of each of the reader's clients of a quarter; what goes to clients alone."""
    decks: dict[str, PublishedPath] = {}
    for file in who.store.files([CLIENT_KIND], list(who.grants.own)):
        if file.period == quarter and who.grants.may_read(file):
            decks.setdefault(file.subject_id, file)
    if not decks:
        raise NotThereError
    bundle = io.BytesIO()
    with zipfile.ZipFile(bundle, "w", zipfile.ZIP_STORED) as packed:
        for file in sorted(decks.values(), key=lambda item: item.path):
            packed.writestr(Path(file.path).name, verified(who, file))
            who.note(
                DOWNLOAD,
                is_allowed=True,
                subject=(file.subject_kind, file.subject_id),
                what=file.path,
                sha256=file.sha256,
            )
    headers = _named(f"qbr-{quarter}.zip") | {"cache-control": "private, no-store"}
    return Response(bundle.getvalue(), headers=headers, media_type="application/zip")


def granted(who: Visit, artifact_id: int, action: str) -> PublishedPath:
    """A file that the reader may have; raises NotThereError for any other, and notes it."""
    file = who.store.file(artifact_id)
    if file is None or not who.grants.may_read(file):
        who.note(action, is_allowed=False, what=str(artifact_id))
        raise NotThereError
    return file


def verified(who: Visit, file: PublishedPath | RunFile) -> bytes:
    """The bytes that were registered; raises FileLostError for any others."""
    return _registered(_place(who, file).read_bytes(), file)


def _intact(place: Path, file: PublishedPath) -> bytes | None:
    """The bytes that were registered, which are sent as they were read; None for a file too long
    to hold, which is read through a piece at a time. Raises FileLostError for any others."""
    if place.stat().st_size <= _HELD_BYTES:
        return _registered(place.read_bytes(), file)
    with place.open("rb") as held:
        found = hashlib.file_digest(held, "sha256")
    if found.hexdigest() != file.sha256:
        raise FileLostError
    return None


def _registered(content: bytes, file: PublishedPath | RunFile) -> bytes:
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise FileLostError
    return content


def _place(who: Visit, file: PublishedPath | RunFile) -> Path:
    output = who.portal.settings.output.resolve()
    path = (output / file.path).resolve()
    if not path.is_relative_to(output) or not path.is_file():
        raise FileLostError
    return path


def _named(name: str) -> dict[str, str]:
    return {"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}"}


def _caching(file: PublishedPath) -> dict[str, str]:
    return {"etag": f'"{file.sha256}"', "cache-control": "private, no-cache"}
