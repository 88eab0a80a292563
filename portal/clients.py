"""My clients, and one client."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import PurePath

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from messages.formats import Formats
from portal.approvals import asked
from portal.changes import change_lines
from portal.explanations import explained_files
from portal.figures import figure_lines, newest_period, restated_lines
from portal.files import DOWNLOAD
from portal.grants import CLIENT_KIND, RENEWAL_KIND
from portal.offers import can_type
from portal.previews import strip_of, with_pictures
from portal.remarks import actions, typed
from portal.shell import page_of
from portal.visit import NotThereError, Visit, Visitor
from transforms.core.periods import Grain, Period
from transforms.kpis import shown_at
from transforms.metrics.kpi import Place
from warehouse.portal.records import ClientSummary, PublishedPath

router = APIRouter()

STANDINGS = ("grow", "keep", "repair", "exit")
_DOWNLOADS_SHOWN = 8
KINDS = (CLIENT_KIND, "review", RENEWAL_KIND)


@dataclass(frozen=True)
class ClientLine:
    """One client of a list, with the newest file of each kind."""

    client: ClientSummary
    renewal_day: str
    files: tuple[PublishedPath, ...]


@dataclass(frozen=True)
class FileGroup:
    """The versions of one kind of file in one period, the newest first."""

    kind: str
    newest: PublishedPath
    earlier: tuple[PublishedPath, ...]


@router.get("/")
def my_clients(
    who: Visitor, q: str = "", standing: str = "", held: str = "", sort: str = "name"
) -> Response:
    """The clients that the reader sees, found by name, narrowed and sorted."""
    if not who.grants.own and (elsewhere := _first_page(who)):
        return RedirectResponse(elsewhere, 303)
    own = [client for client in who.clients.values() if client.client_id in who.grants.own]
    wanted = [client for client in own if _is_wanted(client, q, standing, held)]
    lines = _lines(who, sorted(wanted, key=_order(sort)))
    shown = {"lines": lines, "q": q, "standing": standing, "held": held, "sort": sort}
    quarters = sorted(
        {file.period for line in lines for file in line.files if file.kind == CLIENT_KIND}
    )
    has_other_managers = len({client.manager_email for client in own}) > 1
    return HTMLResponse(
        page_of(
            who,
            "my_clients.html",
            **shown,
            total=len(own),
            quarter=quarters[-1] if quarters else "",
            has_other_managers=has_other_managers,
            standings=STANDINGS,
            seen=who.last_visit,
        )
    )


def _lines(who: Visit, clients: Sequence[ClientSummary]) -> list[ClientLine]:
    formats, newest = who.formats, newest_files(who)
    return [
        ClientLine(
            client,
            formats.day(client.renewal_day) if client.renewal_day else "",
            newest.get(client.client_id, ()),
        )
        for client in clients
    ]


@router.get("/clients/{client_id:path}")
def client_page(who: Visitor, client_id: str) -> Response:
    """Files by period and version, key figures, and why something is missing."""
    client = who.clients.get(client_id)
    if client is None:
        who.note("client", is_allowed=False, subject=("client", client_id[:200]))
        raise NotThereError
    who.note("client", is_allowed=True, subject=("client", client_id))
    is_own = client_id in who.grants.own
    formats = who.formats
    figures = who.store.figures(client_id, shown_at(Place.PORTAL)) if is_own else ()
    period = newest_period(figures, Grain.QUARTER) or newest_period(figures, Grain.MONTH)
    lines = figure_lines(figures, period, formats, who.language) if period else []
    periods = file_periods(who, client_id, formats)
    return HTMLResponse(
        page_of(
            who,
            "client.html",
            client=client,
            renewal_day=formats.long_day(client.renewal_day) if client.renewal_day else "",
            notice_day=formats.long_day(client.notice_day) if client.notice_day else "",
            points=formats.count(client.points) if client.points is not None else "",
            periods=periods,
            pictured=with_pictures(who, client_id) if is_own else frozenset(),
            strip=strip_of(who, _decks(periods)) if is_own else None,
            lines=lines,
            period=period_name(period, formats) if period else "",
            explained=str(period) if str(period) in explained_files(who, client_id) else "",
            is_own=is_own,
            offer=asked(who).get(client_id),
            can_type=can_type(who, client_id),
            changes=change_lines(who, client_id),
            typed=typed(who, client_id) if is_own else None,
            restated=restated_lines(who, client_id, formats) if is_own else [],
            downloads=_downloads(who, client_id) if is_own else [],
            seen=who.last_visit,
            actions=actions(),
        )
    )


def _decks(periods: Sequence[tuple[str, Sequence[FileGroup]]]) -> list[PublishedPath]:
    """Of the newest period, the client's first."""
    newest = periods[0][1] if periods else ()
    return [group.newest for group in newest if group.kind != RENEWAL_KIND]


def _downloads(who: Visit, client_id: str) -> list[tuple[str, str, str]]:
    """Who had which file lately, and when."""
    entries = who.store.downloads(client_id, DOWNLOAD, _DOWNLOADS_SHOWN)
    return [(item.who, PurePath(item.what).name, who.moment(item.at)) for item in entries]


def newest_files(who: Visit) -> dict[str, tuple[PublishedPath, ...]]:
    """By client, the newest file of each kind that the reader may have, the client's own first."""
    found: dict[str, dict[str, PublishedPath]] = {}
    for file in who.store.files(KINDS, list(who.grants.clients)):
        if who.grants.may_read(file):
            found.setdefault(file.subject_id, {}).setdefault(file.kind, file)
    return {
        client: tuple(of_kind[kind] for kind in KINDS if kind in of_kind)
        for client, of_kind in found.items()
    }


def file_periods(who: Visit, client_id: str, formats: Formats) -> list[tuple[str, list[FileGroup]]]:
    """The client's files by period, the newest first."""
    files = [file for file in who.store.files(KINDS, [client_id]) if who.grants.may_read(file)]
    by_period: dict[Period, list[PublishedPath]] = {}
    for file in files:
        by_period.setdefault(Period.parse(file.period), []).append(file)
    newest_first = sorted(by_period, key=lambda period: (period.end, period.start), reverse=True)
    return [(period_name(period, formats), _groups(by_period[period])) for period in newest_first]


def period_name(period: Period, formats: Formats) -> str:
    return formats.period_between(period.start, period.end, period.grain, str(period))


def _groups(files: Sequence[PublishedPath]) -> list[FileGroup]:
    ordered = sorted(files, key=lambda file: (KINDS.index(file.kind), -file.artifact_id))
    groups = []
    for kind, of_kind in groupby(ordered, key=lambda file: file.kind):
        newest, *earlier = of_kind
        groups.append(FileGroup(kind, newest, tuple(earlier)))
    return groups


def _first_page(who: Visit) -> str:
    """Of somebody without clients of their own."""
    return "/renewals" if who.grants.clients else "/runs" if who.grants.has_runs else ""


def _is_wanted(client: ClientSummary, q: str, standing: str, held: str) -> bool:
    words = f"{client.client_name} {client.manager_name} {client.client_id}".casefold()
    return (
        q.strip().casefold() in words
        and standing in ("", client.standing)
        and (not held or bool(client.held))
    )


def _order(sort: str) -> Callable[[ClientSummary], tuple[object, ...]]:
    """A key to sort by: names last, so that equals have an order."""
    far, unclassed = date.max, len(STANDINGS)
    worst_first = {name: place for place, name in enumerate(reversed(STANDINGS))}

    def key(client: ClientSummary) -> tuple[object, ...]:
        name = client.client_name.casefold()
        match sort:
            case "renewal":
                return (client.renewal_day or far, name)
            case "standing":
                return (worst_first.get(client.standing, unclassed), name)
            case "manager":
                return (client.manager_name.casefold(), name)
            case _:
                return (name,)

    return key
