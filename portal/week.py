"""This week: a manager's brief as a page."""

from functools import cache
from itertools import pairwise

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response
from markdown_it import MarkdownIt

from portal.files import verified
from portal.shell import page_of
from portal.visit import NotThereError, Visit, Visitor
from warehouse.portal.records import PublishedPath

router = APIRouter()

_TEXT, _FILE = "brief-text", "brief"


@router.get("/week")
def week(who: Visitor, manager: str = "") -> Response:
    """The newest brief of a manager all of whose clients the reader sees; first their own."""
    briefs = _newest(who, _TEXT)
    if not briefs or (manager and manager not in briefs):
        who.note("week", is_allowed=False, subject=("manager", manager[:200]))
        raise NotThereError
    name = manager or _own_name(who, briefs)
    file = briefs[name]
    who.note("week", is_allowed=True, subject=("manager", name), what=file.path, sha256=file.sha256)
    text = verified(who, file).decode()
    shown = {"manager": name, "others": sorted(set(briefs) - {name}), "period": file.period}
    download = _newest(who, _FILE).get(name)
    return HTMLResponse(
        page_of(who, "week.html", brief=_rendered(text), download=download, **shown)
    )


def _newest(who: Visit, kind: str) -> dict[str, PublishedPath]:
    """By manager, the newest brief that the reader may have."""
    found: dict[str, PublishedPath] = {}
    for file in who.store.files([kind]):
        if who.grants.may_read(file):
            found.setdefault(file.subject_id, file)
    return found


def _own_name(who: Visit, briefs: dict[str, PublishedPath]) -> str:
    own = (c.manager_name for c in who.clients.values() if c.manager_email == who.person.email)
    return next((name for name in own if name in briefs), min(briefs))


def _rendered(text: str) -> str:
    """As HTML; each cell of a table knows its column's name, for phones, where rows are cards."""
    written = _markdown()
    tokens = written.parse(text)
    names: list[str] = []
    place = 0
    for token, then in pairwise(tokens):
        match token.type:
            case "table_open":
                token.attrSet("class", "cards")
                names = []
            case "th_open":
                names.append(then.content)
            case "tr_open":
                place = 0
            case "td_open":
                token.attrSet("data-label", names[place])
                place += 1
    return str(written.renderer.render(tokens, written.options, {}))


@cache
def _markdown() -> MarkdownIt:
    """HTML that a brief holds is text; nothing in it is fetched."""
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
