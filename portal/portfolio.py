"""The portfolio: what is at risk, and a line a manager, for those who see several managers'
clients."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from messages.clause import named
from messages.formats import Formats
from portal.approvals import asked
from portal.clients import STANDINGS, newest_files, period_name
from portal.figures import figure_lines, newest_period
from portal.outlook import Outlook, Portfolio
from portal.renewal_terms import RenewalTerms
from portal.renewals import terms_by_client
from portal.shell import page_of
from portal.visit import NotThereError, Visit, Visitor
from transforms.core.periods import Grain
from transforms.kpis import shown_at, specs
from transforms.metrics.kpi import Place
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
    outlook: Outlook


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
    seen = Portfolio(who, own, _terms(who))
    outlooks = seen.managers()
    lines = [
        _line(list(clients), pending, formats, who.grants.briefs, outlooks[name])
        for name, clients in groupby(own, key=lambda item: item.manager_name)
    ]
    books = [file for file in who.store.files(["portfolio"]) if who.grants.may_read(file)]
    return HTMLResponse(
        page_of(
            who,
            "portfolio.html",
            active=sum(item.is_active for item in own),
            former=sum(not item.is_active for item in own),
            sums=seen.total(),
            currency=who.portal.settings.policy.reporting_currency,
            forecast_name=specs()["renewal_forecast"].name(who.language),
            months=seen.months(),
            classes=seen.classes(STANDINGS, lambda kind: _class_name(who, kind)),
            lines=lines,
            standings=STANDINGS,
            portfolios=books[:1],
            **_totals(who),
        )
    )


def _terms(who: Visit) -> dict[str, RenewalTerms]:
    """By client; amounts in another reporting currency than today's are in no sum."""
    own, newest = who.grants.own, newest_files(who)
    currency = who.portal.settings.policy.reporting_currency
    nothing = {"reported_minor": None, "forecast_minor": None, "risk_minor": None}
    found = terms_by_client(who, {client: newest[client] for client in newest if client in own})
    return {
        client: item if item.reporting_currency == currency else replace(item, **nothing)
        for client, item in found.items()
    }


def _totals(who: Visit) -> dict[str, object]:
    """Figures of all clients together, for those who see every one; and their period's name."""
    figures = who.store.totals(shown_at(Place.PORTAL)) if who.grants.has_all else ()
    period = newest_period(figures, Grain.QUARTER) or newest_period(figures, Grain.MONTH)
    if period is None:
        return {"figures": [], "period": ""}
    told = figure_lines(figures, period, who.formats, who.language)
    return {"figures": told, "period": period_name(period, who.formats)}


def _class_name(who: Visit, kind: str) -> str:
    return who.say(named("standing", kind) if kind else "portal-no-class")


def _line(
    clients: Sequence[ClientSummary],
    pending: set[str],
    formats: Formats,
    briefs: Collection[str],
    outlook: Outlook,
) -> ManagerLine:
    active = [client for client in clients if client.is_active]
    days = [client.renewal_day for client in active if client.renewal_day]
    return ManagerLine(
        name=outlook.name,
        clients=len(active),
        standings={kind: sum(c.standing == kind for c in active) for kind in STANDINGS},
        with_signals=sum(bool(client.signals) for client in active),
        held=sum(bool(client.held) for client in clients),
        pending=sum(client.client_id in pending for client in clients),
        next_renewal=formats.day(min(days)) if days else "",
        has_brief=outlook.name in briefs,
        outlook=outlook,
    )
