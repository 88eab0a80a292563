"""From a client's file to what its account review may say."""

from dataclasses import replace

from reports.client import ClientFile
from reports.deck.view.client_view import ClientView
from reports.deck.view.client_view_build import Seen
from reports.deck.view.internal_view import InternalView, OffTarget, RenewalCase
from reports.deck.view.local_signals import signals_in_language
from reports.workbook.held_inputs import renewal_inputs
from reports.workbook.inputs import gather_inputs
from reports.workbook.words import WorkbookWords
from transforms.clients.setbacks import Setback, setbacks_of
from transforms.metrics.kpi import Missing
from transforms.renewals.opening import is_doubted
from transforms.renewals.requests import RenewalRequest, latest_request
from transforms.renewals.running_contracts import successor_of
from transforms.renewals.scenarios import asked_package, outcomes, unchanged
from transforms.renewals.solver import solve
from transforms.sales.deals import Deal


def internal_view(
    client: ClientFile,
    read: Seen,
    shown: ClientView,
    client_deck: str,
    left_out: tuple[tuple[str, str], ...],
    found: tuple[OffTarget, ...],
) -> InternalView:
    """Everything; `client_deck`, `left_out` and `found` say what became of the client's deck."""
    dossier = client.dossier
    return InternalView(
        shown=shown,
        figures=client.kpis,
        relationship=read.relationship,
        signals=signals_in_language(read.signals, dossier.local_names, client.language),
        planned_meetings=round(dossier.planned_meetings) if shown.is_active else 0,
        stakeholders=dossier.stakeholders,
        deals=tuple(_deal(client, item) for item in dossier.deals),
        lost_deals=tuple(_deal(client, item) for item in dossier.lost_deals),
        products_without=_not_bought(client, shown),
        blocked=dossier.blocked,
        negotiated_days=client.policy.renewal.window_days,
        renewal=_renewal_case(client),
        request=_request(client, shown),
        lost_renewal=_lost_renewal(client),
        seats_idle=client.policy.signals.seats_idle,
        begins=read.begins,
        setbacks=_setbacks(client, shown),
        client_deck="not_begun" if client_deck and read.begins else client_deck,
        left_out=left_out,
        found=found,
        faults=client.faults,
        logo=client.logo,
        restated=client.restated,
        unplaced=(),
    )


def _deal(client: ClientFile, item: Deal) -> Deal:
    """Its product called as on every other page."""
    return replace(item, product=client.dossier.local_names.product(item.product, client.language))


def _has_no_subscriptions(client: ClientFile) -> bool:
    """Whether nothing is known of what the client holds: then nobody knows what it lacks."""
    fee = client.kpis.find("mrr", client.period)
    return fee is None or fee.reason is Missing.NO_SUBSCRIPTIONS


def _request(client: ClientFile, shown: ClientView) -> RenewalRequest | None:
    """What is asked for; nothing once the contract that follows is signed."""
    day = client.dossier.status.renewal_date
    if day is None or (shown.renewal and shown.renewal.following):
        return None
    return latest_request(client.dossier.renewal.requests, day, client.data_date)


def _lost_renewal(client: ClientFile) -> RenewalRequest | None:
    lost = (item for item in client.dossier.renewal.requests if item.outcome == "lost")
    known = [item for item in lost if item.requested_date <= client.data_date]
    return known[-1] if known else None


def _setbacks(client: ClientFile, shown: ClientView) -> tuple[Setback, ...]:
    least, today = client.policy.materiality_ratio, client.data_date
    return setbacks_of(client.kpis.find, client.period, least, shown.commitments, today)


def _not_bought(client: ClientFile, shown: ClientView) -> tuple[str, ...]:
    """Products without a subscription that the client was not invoiced for either; none of a
    client of whose subscriptions nothing is known."""
    if _has_no_subscriptions(client):
        return ()
    names, billed = client.dossier.local_names, {part.product for part in shown.invoiced}
    told = (
        names.product(name, client.language) for name in client.dossier.billing.products_without
    )
    return tuple(name for name in told if name not in billed)


def _renewal_case(client: ClientFile) -> RenewalCase | None:
    """The numbers of the renewal workbook, by the same gathering and the same arithmetic; none
    once the contract that follows is signed."""
    standing, ahead = client.dossier.status, client.dossier.renewal.ahead
    if standing.renewal_date is None or not standing.is_near(client.period, client.policy):
        return None
    if successor_of(ahead, standing.renewal_date, client.policy.renewal.grace_days) is not None:
        return None
    words = WorkbookWords(client.language, client.language, client.currency)
    inputs = renewal_inputs(client, gather_inputs(client, words, standing.renewal_date))
    solution = solve(inputs)
    advised = None if solution is None or solution.advised is None else solution.advised.package
    return RenewalCase(
        price_minor=inputs.price_minor,
        probability=inputs.probability,
        margin_floor=inputs.margin_floor,
        course=inputs.course,
        request=latest_request(
            client.dossier.renewal.requests, standing.renewal_date, client.data_date
        ),
        is_more_asked=bool(inputs.price_minor) and asked_package(inputs) != unchanged(inputs),
        is_doubted=is_doubted(inputs),
        outcomes=outcomes(inputs, advised),
    )
