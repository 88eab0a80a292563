"""For finance: the renewals ahead and their workbooks."""

from collections.abc import Mapping, Sequence

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from portal.approvals import asked
from portal.clients import ClientLine, newest_files
from portal.grants import RENEWAL_KIND
from portal.renewal_terms import RenewalTerms, sums_of, terms_of
from portal.shell import page_of
from portal.visit import NotThereError, Visit, Visitor
from warehouse.portal.records import PublishedPath

router = APIRouter()


@router.get("/renewals")
def renewals(who: Visitor) -> Response:
    """Clients with a workbook, the nearest renewal first, with what is asked and offered; what
    waits for a signature; and the workbook of all clients."""
    if not who.grants.clients:
        who.note("renewals", is_allowed=False)
        raise NotThereError
    formats, newest = who.formats, newest_files(who)
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
    terms = terms_by_client(who, {line.client.client_id: line.files for line in lines})
    return HTMLResponse(
        page_of(
            who,
            "renewals.html",
            lines=lines,
            terms=terms,
            sums=sums_of(who, list(terms.values())),
            portfolios=portfolios[:1],
            offers=offers,
            pending=pending,
        )
    )


def terms_by_client(
    who: Visit, files: Mapping[str, Sequence[PublishedPath]]
) -> dict[str, RenewalTerms]:
    """What each client's renewal workbook among its newest files says."""
    told = who.store.renewal_lines(list(files))
    newest = {
        client: file.artifact_id
        for client, own in files.items()
        for file in own
        if file.kind == RENEWAL_KIND
    }
    return {
        client: terms_of(who, told[artifact])
        for client, artifact in newest.items()
        if artifact in told
    }
