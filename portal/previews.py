"""A deck's pages as pictures, to look at before downloading it."""

import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePath
from typing import Annotated

from fastapi import APIRouter
from fastapi import Path as Number
from fastapi.responses import HTMLResponse, Response

from portal.files import LAST, granted, verified
from portal.grants import CLIENT_KIND
from portal.shell import page_of
from portal.visit import NotThereError, Visit, Visitor
from warehouse.portal.records import PublishedPath

router = APIRouter()

PREVIEW = "preview"
PICTURES_KIND = "pictures"
_STEM = "internal-pages-"
"""Of their file's name, before the SHA-256 of the deck."""
_STRIP = 6

DeckId = Annotated[int, Number(ge=1, le=LAST)]


@dataclass(frozen=True)
class Strip:
    """The first pages of a deck, for its client's page."""

    deck: PublishedPath
    count: int

    @property
    def shown(self) -> range:
        return range(1, min(self.count, _STRIP) + 1)


@router.get("/files/{artifact_id}/pages")
def preview(who: Visitor, artifact_id: DeckId) -> Response:
    """All pages of one deck, for whoever may have the deck itself."""
    deck = granted(who, artifact_id, PREVIEW)
    pictures = _pictures(who, deck)
    if pictures is None:
        raise NotThereError
    client = who.clients[deck.subject_id]
    shown = {"deck": deck, "client": client, "is_for_client": deck.kind == CLIENT_KIND}
    count = _count(who, pictures)
    return HTMLResponse(page_of(who, "preview.html", count=count, **shown))


@router.get("/files/{artifact_id}/pages/{page}.png")
def picture(who: Visitor, artifact_id: DeckId, page: DeckId) -> Response:
    """One page, as large as it is made; noted, as it shows what the deck does."""
    return _picture(who, artifact_id, page, "")


@router.get("/files/{artifact_id}/pages/{page}/small.png")
def small_picture(who: Visitor, artifact_id: DeckId, page: DeckId) -> Response:
    """One page in the size of a stamp."""
    return _picture(who, artifact_id, page, "-small")


def strip_of(who: Visit, decks: list[PublishedPath]) -> Strip | None:
    """Of the first deck that has pictures."""
    for deck in decks:
        pictures = _pictures(who, deck)
        if pictures is not None:
            return Strip(deck, _count(who, pictures))
    return None


def with_pictures(who: Visit, client_id: str) -> frozenset[str]:
    """The decks of a client whose pages can be looked at, by SHA-256."""
    found = who.store.files([PICTURES_KIND], [client_id])
    names = (PurePath(file.path).name for file in found)
    return frozenset(name.removeprefix(_STEM).split("-")[0] for name in names)


def _picture(who: Visit, artifact_id: int, page: int, size: str) -> Response:
    deck = granted(who, artifact_id, PREVIEW)
    pictures = _pictures(who, deck)
    if pictures is None:
        raise NotThereError
    tag = f'"{pictures.sha256[:32]}-{page}{size}"'
    headers = {"etag": tag, "cache-control": "private, no-cache"}
    if tag in who.request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    with _opened(who, pictures) as packed:
        if f"{page}{size}.png" not in packed.namelist():
            raise NotThereError
        content = packed.read(f"{page}{size}.png")
    if not size:
        subject, what = (deck.subject_kind, deck.subject_id), f"{deck.path} {page}"
        who.note(PREVIEW, is_allowed=True, subject=subject, what=what, sha256=deck.sha256)
    return Response(content, headers=headers, media_type="image/png")


def _pictures(who: Visit, deck: PublishedPath) -> PublishedPath | None:
    """Those of exactly this deck's bytes."""
    found = who.store.files([PICTURES_KIND], [deck.subject_id])
    own = f"{_STEM}{deck.sha256}-"
    return next((file for file in found if PurePath(file.path).name.startswith(own)), None)


def _count(who: Visit, pictures: PublishedPath) -> int:
    with _opened(who, pictures) as packed:
        return sum("-" not in name for name in packed.namelist())


def _opened(who: Visit, pictures: PublishedPath) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(verified(who, pictures)))
