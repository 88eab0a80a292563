"""Links of letters: each leads one person to one page, for a while."""

from datetime import UTC, datetime

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from pipeline.notices.links import link_key, opened
from pipeline.secrets import no_store
from portal.shell import page_of
from portal.visit import NotThereError, Visitor, own_path, sign_in_path

router = APIRouter()

LINK = "link"


@router.get("/link/{token}")
def follow(who: Visitor, token: str) -> Response:
    """On to the page, for the person it was sent to; for anybody else there is no such link."""
    link = opened(token, link_key(no_store))
    if link is None:
        who.note(LINK, is_allowed=False)
        raise NotThereError
    page = own_path(link.path)
    if who.signed_in is not None and who.signed_in.email != link.email:
        who.note(LINK, is_allowed=False, what=page)
        raise NotThereError
    if datetime.now(UTC) >= link.ends_at:
        who.note(LINK, is_allowed=False, what=page, who=link.email)
        to = page if who.signed_in else sign_in_path(page)
        moment = who.moment(link.ends_at)
        return HTMLResponse(page_of(who, "link_over.html", moment=moment, to=to), 410)
    person = who.person
    who.note(LINK, is_allowed=True, what=page, who=person.email)
    return RedirectResponse(page, 303)
