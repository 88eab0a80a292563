"""The portfolio: a line a manager, for those who see several managers' clients."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from messages.formats import Formats
from portal.approvals import asked
from portal.clients import STANDINGS
from portal.shell import page_of
from portal.visit import NotThereError, Visitor
from warehouse.portal.records import ClientSummary

router = APIRouter()


@dataclass(frozen=True)
class ManagerLine:
    """A manager's clients, counted."""

    name: str
    clients: int
    standings: dict[str, int]
    """By class."""
    with_signals: int
    held: int
    pending: int
    """Offers that wait for a signature."""
    next_renewal: str
    has_brief: bool


@router.get("/portfolio")
def portfolio(who: Visitor) -> Response:
    """The books of clients that the reader sees, and the workbook of all of them."""
    if not who.grants.has_team:
        who.note("portfolio", is_allowed=False)
        raise NotThereError
    formats = who.formats
    pending = {client for client, offer in asked(who).items() if offer.is_pending}
    own = [item for item in who.clients.values() if item.client_id in who.grants.own]
    own.sort(key=lambda item: item.manager_name)
    lines = [
        _line(name, list(clients), pending, formats, has_brief=name in who.grants.briefs)
        for name, clients in groupby(own, key=lambda item: item.manager_name)
    ]
    books = [file for file in who.store.files(["portfolio"]) if who.grants.may_read(file)]
    shown = {"lines": lines, "standings": STANDINGS, "portfolios": books[:1]}
    return HTMLResponse(page_of(who, "portfolio.html", total=len(own), **shown))


def _line(
    name: str,
    clients: Sequence[ClientSummary],
    pending: set[str],
    formats: Formats,
    *,
    has_brief: bool,
) -> ManagerLine:
    active = [client for client in clients if client.is_active]
    days = [client.renewal_day for client in active if client.renewal_day]
    return ManagerLine(
        name=name,
        clients=len(active),
        standings={kind: sum(c.standing == kind for c in active) for kind in STANDINGS},
        with_signals=sum(bool(client.signals) for client in active),
        held=sum(bool(client.held) for client in clients),
        pending=sum(client.client_id in pending for client in clients),
        next_renewal=formats.day(min(days)) if days else "",
        has_brief=has_brief,
    )
