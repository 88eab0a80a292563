"""Commentary and actions that a manager types on a client's page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response

from messages.catalogue import catalogue
from portal.forms import TextField
from portal.grants import CLIENT_KIND
from portal.visit import NotThereError, Visit, Visitor
from warehouse.portal.records import PublishedPath
from warehouse.registry.records import RemarkRecord

router = APIRouter()

MOST_LETTERS = 600
_CHOSEN, _ACTION = "x", "action:"
_PLACES = {"review": "overview", CLIENT_KIND: "summary"}
"""By kind of deck, the slide under which commentary typed on the page stands."""
_ACTIONS = "deck-actions-"


@dataclass(frozen=True)
class Typed:
    """What stands now, for the form."""

    period: str
    review: str
    deck: str
    chosen: frozenset[str]
    """Actions, by rule."""


@router.post("/clients/{client_id:path}/remarks")
def write(
    who: Visitor,
    client_id: str,
    review: TextField = "",
    deck: TextField = "",
    action: Annotated[list[str] | None, Form()] = None,
    form_key: TextField = "",
) -> Response:
    """Keep what differs from what stood there: the next edition carries it."""
    person = who.person
    who.check_form(form_key)
    edition = _newest_deck(who, client_id) if client_id in who.grants.own else None
    if edition is None:
        who.note("remarks", is_allowed=False, subject=("client", client_id[:200]))
        raise NotThereError
    now = datetime.now(UTC)
    said = _said(review, deck, frozenset(action or ()))
    changed = {
        place: text
        for place, text in said.items()
        if text != _standing(who, edition).get(place, "")
    }
    who.store.add_remarks(
        [
            RemarkRecord(
                client_id=client_id,
                period=edition.period,
                kind=kind,
                place=place,
                text=text,
                edition_id="",
                sha256="",
                imported_by=person.email,
                imported_at=now,
            )
            for (kind, place), text in changed.items()
        ]
    )
    who.note("remarks", is_allowed=True, subject=("client", client_id), what=edition.period)
    return RedirectResponse(f"/clients/{client_id}#changes", 303)


def typed(who: Visit, client_id: str) -> Typed | None:
    """None for a client without a deck or a review."""
    edition = _newest_deck(who, client_id)
    if edition is None:
        return None
    standing = _standing(who, edition)
    review, deck = (standing.get((kind, place), "") for kind, place in _PLACES.items())
    chosen = frozenset(
        place.removeprefix(_ACTION)
        for (_, place), text in standing.items()
        if place.startswith(_ACTION) and text
    )
    return Typed(edition.period, review, deck, chosen)


@cache
def actions() -> tuple[str, ...]:
    """The rules whose actions a manager can choose."""
    names = sorted(name for name in catalogue("en").ids if name.startswith(_ACTIONS))
    return tuple(name.removeprefix(_ACTIONS).replace("-", "_") for name in names)


def _said(review: str, deck: str, chosen: frozenset[str]) -> dict[tuple[str, str], str]:
    texts = zip(_PLACES.items(), (review, deck), strict=True)
    written = {key: text.replace("\r\n", "\n").strip()[:MOST_LETTERS] for key, text in texts}
    ticked = {
        (CLIENT_KIND, _ACTION + rule): _CHOSEN if rule in chosen else "" for rule in actions()
    }
    return written | ticked


def _newest_deck(who: Visit, client_id: str) -> PublishedPath | None:
    found = who.store.files(tuple(_PLACES), [client_id])
    return max(found, key=lambda file: (file.period, file.artifact_id), default=None)


def _standing(who: Visit, edition: PublishedPath) -> Mapping[tuple[str, str], str]:
    """The newest text of each place."""
    stored = (item.remark for item in who.store.remarks(edition.subject_id))
    return {(item.kind, item.place): item.text for item in stored if item.period == edition.period}
