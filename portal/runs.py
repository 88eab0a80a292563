"""For operators: how runs ended, without any client's figures."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from messages.clause import from_stored
from messages.errors import worded
from portal.shell import page_of
from portal.visit import NotThereError, Visitor

router = APIRouter()

_SHOWN = 30


@router.get("/runs")
def runs(who: Visitor) -> Response:
    """The last runs, the newest first."""
    if not who.grants.has_runs:
        who.note("runs", is_allowed=False)
        raise NotThereError
    lines = [
        (run, worded(from_stored(run.why), who.language) if run.why else "")
        for run in who.store.runs(_SHOWN)
    ]
    return HTMLResponse(page_of(who, "runs.html", lines=lines))
