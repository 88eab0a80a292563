"""How a figure of a client's page is worked out, down to the lines of the exports."""

import json
from collections.abc import Mapping

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from portal.files import verified
from portal.shell import page_of
from portal.visit import NotThereError, Visit, Visitor
from warehouse.portal.records import PublishedPath

router = APIRouter()

EXPLAINED_KIND = "explained"


@router.get("/clients/{client_id:path}/figures/{period}/{kpi}")
def explanation(who: Visitor, client_id: str, period: str, kpi: str) -> Response:
    """Definition, arithmetic, what it depends on, and every row that entered or was left out."""
    client = who.clients.get(client_id) if client_id in who.grants.own else None
    file = explained_files(who, client_id).get(period) if client else None
    if client is None or file is None:
        who.note("explanation", is_allowed=False, subject=("client", client_id[:200]))
        raise NotThereError
    found: Mapping[str, object] = json.loads(verified(who, file))
    if kpi not in found:
        raise NotThereError
    subject = ("client", client_id)
    who.note("explanation", is_allowed=True, subject=subject, what=f"{kpi} {period}")
    return HTMLResponse(page_of(who, "explanation.html", client=client, page=found[kpi]))


def explained_files(who: Visit, client_id: str) -> dict[str, PublishedPath]:
    """By period, the newest in the reader's language, else in another."""
    files = who.store.files([EXPLAINED_KIND], [client_id])
    theirs = sorted(files, key=lambda file: file.language != who.language)
    found: dict[str, PublishedPath] = {}
    for file in theirs:
        found.setdefault(file.period, file)
    return found
