"""For finance: the renewals ahead and their workbooks."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from messages.formats import Formats
from portal.approvals import asked
from portal.clients import ClientLine, newest_files
from portal.grants import RENEWAL_KIND
from portal.shell import page_of
from portal.visit import NotThereError, Visitor

router = APIRouter()


@router.get("/renewals")
def renewals(who: Visitor) -> Response:
    """Clients with a workbook, the nearest renewal first, what waits for a signature, and the
    workbook of all clients."""
    if not who.grants.clients:
        who.note("renewals", is_allowed=False)
        raise NotThereError
    formats, newest = Formats(who.language), newest_files(who)
    due = [
        client
        for client in who.clients.values()
        if any(file.kind == RENEWAL_KIND for file in newest.get(client.client_id, ()))
    ]
    due.sort(key=lambda client: (client.renewal_day is None, client.renewal_day))
    lines = [
        ClientLine(
            client,
            formats.day(client.renewal_day) if client.renewal_day else "",
            newest[client.client_id],
        )
        for client in due
    ]
    portfolios = [file for file in who.store.files(["portfolio"]) if who.grants.may_read(file)]
    offers = asked(who)
    pending = [item for item in offers.values() if item.is_pending]
    shown = {"lines": lines, "portfolios": portfolios[:1], "offers": offers, "pending": pending}
    return HTMLResponse(page_of(who, "renewals.html", **shown))
