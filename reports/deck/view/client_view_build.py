"""From a client's file to what the client may be shown: the one gate between the two."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from reports.client import ClientFile
from reports.deck.view.client_view import ClientFigures, ClientView, Renewal, Thresholds
from transforms.billing.invoiced_parts import BillingAccount, InvoicedPart, invoiced_parts
from transforms.clients.judgement import is_mostly
from transforms.clients.local_names import LocalNames
from transforms.clients.relationship import Relationship, relationship_of
from transforms.clients.row_files import RowFile
from transforms.clients.setbacks import goals_missed
from transforms.core.cells import plain
from transforms.core.policy import Policy
from transforms.core.rates import RateKind
from transforms.renewals.running_contracts import successor_of
from transforms.service.delivery_tasks import DueTask
from transforms.service.working_days import has_holidays
from transforms.signals import Severity, Signal, discount_asked, signals_of

_SHOWN_TABLES = (
    "accounts",
    "commitments",
    "contracts",
    "goals",
    "invoices",
    "meetings",
    "subscriptions",
    "surveys",
    "tasks",
    "tickets",
    "usage",
    "usage_parts",
)


@dataclass(frozen=True)
class Seen:
    """A client read once for several reports: in which language and edition, says each."""

    view: ClientView
    signals: tuple[Signal, ...]
    relationship: Relationship
    """Both internal: no view for clients has a place for them."""
    begins: date | None = None
    """When the first contract begins of who is no client yet."""

    def as_told(self, client: ClientFile) -> ClientView:
        """The view in the language and edition of a report."""
        return replace(
            in_language(self.view, client.dossier.local_names, client.language),
            language=client.language,
            locale=client.written_locale,
            edition=client.edition,
        )


def in_language(view: ClientView, names: LocalNames, language: str) -> ClientView:
    """The view with products and tasks called as they are in a language."""

    def product(name: str) -> str:
        return names.product(name, language)

    return replace(
        view,
        invoiced=tuple(replace(part, product=product(part.product)) for part in view.invoiced),
        subscriptions=tuple(
            replace(item, product=product(item.product)) for item in view.subscriptions
        ),
        listed=tuple(map(product, view.listed)),
        due_tasks=tuple(
            replace(item, name=names.task(item.name, language)) for item in view.due_tasks
        ),
    )


def seen(client: ClientFile) -> Seen:
    """Reads a client's file. Once the next contract is signed, nobody asks for a price any more;
    chances are no signals of a client that is not open to more."""
    dossier, period, policy = client.dossier, client.period, client.policy
    relationship = relationship_of(client.kpis, dossier.planned_meetings, period, policy)
    standing = relationship.standing
    signals = signals_of(client.kpis, dossier.signal_rows, period, policy, standing)
    view, is_open = client_view(client), is_open_to_more(client)
    is_signed = view.renewal is not None and view.renewal.following is not None
    kept = tuple(
        item
        for item in signals
        if (is_open or item.severity is not Severity.CHANCE)
        and not (is_signed and item.kind == discount_asked.SPEC.id)
    )
    return Seen(view, kept, relationship, _begins(client))


def is_open_to_more(client: ClientFile) -> bool:
    """Whether something may be offered to the client: not while half of its goals are missed or
    half of what it owes is disputed."""
    missed, measured = goals_missed(client.dossier.goals)
    owed = [client.kpis.find(kpi, client.period) for kpi in ("disputed_balance", "open_balance")]
    disputed, balance = (None if item is None else item.value_minor for item in owed)
    return not (is_mostly(missed, measured) or is_mostly(disputed, balance))


def _begins(client: ClientFile) -> date | None:
    """When a signed contract begins with somebody who never paid anything before."""
    dossier = client.dossier
    months = client.kpis.find("tenure_months", client.period)
    has_paid = months is not None and months.number is not None
    if dossier.status.is_active or has_paid or not dossier.renewal.ahead:
        return None
    return dossier.renewal.ahead[0].start_date


def client_view(client: ClientFile) -> ClientView:
    """Lets through what the client may see, and nothing else."""
    dossier, name = client.dossier, plain(client.client_name)
    return ClientView(
        client_name=name,
        company_name=plain(client.policy.company_name),
        language=client.language,
        locale=client.written_locale,
        currency=client.currency,
        period=client.period,
        holiday_countries=_countries(client),
        sector=plain(client.sector),
        logo=client.logo.logo if client.logo else None,
        is_active=dossier.status.is_active,
        data_date=client.data_date,
        manager_name=plain(client.manager_name),
        manager_email=plain(client.manager_email),
        figures=ClientFigures.of(client.kpis),
        thresholds=_thresholds(client.policy),
        accounts=_accounts(client),
        rates=_rates(client),
        commitments=dossier.commitments,
        goals=dossier.goals,
        goals_before=dossier.goals_before,
        due_tasks=tuple(_without_name(item, name) for item in dossier.due_tasks),
        invoiced=_invoiced(client),
        subscriptions=dossier.billing.subscriptions,
        listed=dossier.local_names.listed,
        agreements=dossier.renewal.agreements,
        renewal=_renewal(client),
        themes=dossier.themes,
        parts=dossier.parts,
        causes=dossier.causes,
        open_incidents=dossier.open_incidents,
        seats_apart=dossier.billing.seats_apart,
        week_day=dossier.week_day,
        chosen=_chosen(client),
        sources=_sources(dossier.files),
        edition=client.edition,
    )


def _countries(client: ClientFile) -> tuple[str, ...]:
    """The company's country and its client's: that of its accounts, or else of its locale."""
    of_accounts = {account.country for account in client.dossier.billing.accounts} - {""}
    found = of_accounts or {client.locale.partition("-")[2]}
    return tuple(sorted(filter(has_holidays, {client.policy.holiday_country, *found})))


def _accounts(client: ClientFile) -> tuple[BillingAccount, ...]:
    rates, accounts = client.dossier.rates, client.dossier.billing.accounts
    return tuple(account.shown_in(rates, client.currency) for account in accounts)


def _thresholds(policy: Policy) -> Thresholds:
    return Thresholds(
        materiality_ratio=policy.materiality_ratio,
        materiality_points=policy.materiality_points,
        minimum_nps_answers=policy.minimum_nps_answers,
        nps_claim_answers=policy.nps_claim_answers,
        minimum_tickets=policy.minimum_tickets,
        first_response_target_hours=policy.first_response_target_hours,
        critical_resolution_target_hours=policy.critical_resolution_target_hours,
        minimum_answers=policy.minimum_answers,
        satisfied=policy.signals.satisfied,
    )


def _chosen(client: ClientFile) -> tuple[str, ...]:
    head = "action:"
    places = (item.place for item in client.remarks if item.text)
    return tuple(place.removeprefix(head) for place in places if place.startswith(head))


def _without_name(task: DueTask, name: str) -> DueTask:
    """A project's title without the client's name, whole or cut, in front of it."""
    head, separator, title = task.project.partition(" · ")
    is_named = separator and head and name.startswith(head)
    return replace(task, project=title) if is_named else task


def _invoiced(client: ClientFile) -> tuple[InvoicedPart, ...]:
    totals = {
        month: minor
        for month in client.period.trailing_twelve.months
        if (minor := client.kpis.get("invoiced_amount", month).value_minor) is not None
    }
    dossier = client.dossier
    return invoiced_parts(totals, dossier.billing.product_sums, dossier.rates, client.currency)


def _rates(client: ClientFile) -> tuple[tuple[str, Decimal], ...]:
    dossier, month = client.dossier, client.period.months[-1].start
    used = {code for account in dossier.billing.accounts for code, _ in account.invoiced}
    found = (
        (code, dossier.rates.find(RateKind.AVERAGE, code, client.currency, month))
        for code in sorted(used - {client.currency})
    )
    return tuple((code, rate) for code, rate in found if rate is not None)


def _renewal(client: ClientFile) -> Renewal | None:
    stands, ahead = client.dossier.status, client.dossier.renewal.ahead
    day, basis = stands.renewal_date, stands.basis
    if day is None or basis is None:
        return None
    following = successor_of(ahead, day, client.policy.renewal.grace_days)
    return Renewal(day, basis.value, following)


def _sources(files: Mapping[str, tuple[RowFile, ...]]) -> Mapping[str, tuple[str, ...]]:
    return {
        name: tuple(sorted({plain(file.source) for file in files[name]} - {""}))
        for name in _SHOWN_TABLES
        if name in files
    }
