"""One client's line in its manager's book."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reports.client import ClientFile, home_or
from reports.deck.promises import signed_next
from reports.deck.view.client_view import ClientView, Renewal
from reports.deck.view.client_view_build import Seen
from reports.deck.view.local_signals import signals_in_language
from transforms.clients.aims import Commitment
from transforms.clients.judgement import owes_much
from transforms.clients.relationship import Relationship, Rule, Standing
from transforms.clients.setbacks import Setback, setbacks_of
from transforms.core.cells import plain
from transforms.core.periods import Period
from transforms.kpis import shown_at
from transforms.metrics.kpi import KpiValue, Place
from transforms.renewals.renewal_date import RenewalBasis
from transforms.renewals.requests import latest_request
from transforms.renewals.running_contracts import Agreement
from transforms.signals import Signal


@dataclass(frozen=True)
class Change:
    """A figure at the month's end and at that of the month before."""

    now: KpiValue
    before: KpiValue

    @property
    def minor(self) -> int:
        """By how much money it changed; 0 without one of the two."""
        now, before = self.now.value_minor, self.before.value_minor
        return 0 if now is None or before is None else now - before


@dataclass(frozen=True)
class BookEntry:
    """What a manager needs to know of one client."""

    client_id: str
    client_name: str
    manager_name: str
    manager_email: str
    currency: str
    home_locale: str
    """How the company itself writes figures."""
    is_active: bool
    renewal_day: date | None
    renewal_basis: str
    notice_day: date | None
    """The last day for notice, where a running contract has one."""
    points: float | None
    """The relationship's score."""
    standing: Standing | None
    changes: Mapping[str, Change]
    """Of the figures that the brief tells of, by id."""
    asked: float | None
    """The discount asked for since the month before began; None without a request."""
    signals: tuple[Signal, ...]
    due: tuple[Commitment, ...]
    """Our open promises due within a week of the data date, or overdue."""
    holiday_countries: tuple[str, ...] = ()
    """Whose public holidays are no working days of the client."""
    signed_from: date | None = None
    """When the next contract begins, where one is signed and has not begun."""
    still_open: int = 0
    """Promises of both sides that are not done yet."""
    held: tuple[str, ...] = ()
    """Why its files were held back, as ids of rules."""
    unmade: tuple[str, ...] = ()
    """Kinds of its files that a fault in Cartera kept from being made."""
    rule: Rule | None = None
    """What decided the standing."""
    setbacks: tuple[Setback, ...] = ()
    """What went wrong by the client's own deck, the gravest first."""
    begins: date | None = None
    """When the first contract begins of who is no client yet."""
    locale: str = ""
    """How the client itself writes figures."""
    points_lost: float | None = None
    """By how many points the score fell; None where it did not."""

    @property
    def mrr(self) -> KpiValue:
        return self.changes["mrr"].now

    @property
    def overdue(self) -> KpiValue:
        return self.changes["overdue_balance"].now

    @property
    def owes_much(self) -> bool:
        return owes_much(self.overdue.value_minor, self.mrr.value_minor)


def entry_of(client: ClientFile, read: Seen, held: Sequence[str]) -> BookEntry:
    """The client's line, as of the period's last month."""
    view, month, on = read.view, client.period.months[-1], client.data_date
    following = signed_next(view)
    renewal, notice = _turns(view)
    return BookEntry(
        client_id=client.client_id,
        client_name=view.client_name,
        manager_name=view.manager_name,
        manager_email=view.manager_email,
        currency=client.currency,
        home_locale=client.home_locale,
        is_active=view.is_active,
        renewal_day=renewal.day if renewal else None,
        renewal_basis=renewal.basis if renewal else "",
        notice_day=notice,
        points=read.relationship.points,
        standing=read.relationship.standing,
        changes=_changes(client, month),
        asked=_asked(client, read, month),
        signals=signals_in_language(
            read.signals, client.dossier.local_names, home_or(client.language, client.home_locale)
        ),
        due=tuple(item for item in view.commitments if item.is_ours_due(client.data_date)),
        holiday_countries=view.holiday_countries,
        signed_from=following.start_date if following and following.start_date > on else None,
        still_open=sum(item.is_open for item in view.commitments),
        held=tuple(held),
        rule=read.relationship.rule,
        setbacks=setbacks_of(
            client.kpis.find,
            client.period,
            client.policy.materiality_ratio,
            view.commitments,
            client.data_date,
        ),
        begins=read.begins,
        locale=client.locale,
        points_lost=_points_lost(read.relationship, client),
    )


def _turns(view: ClientView) -> tuple[Renewal | None, date | None]:
    """When it renews and until when notice can be given; where the next contract is signed, the
    turns of that one, whether it has begun or not."""
    if not view.is_active:
        return None, None
    if (following := signed_next(view)) is None:
        return view.renewal, _notice_day(view.agreements)
    end = following.end_date
    return (Renewal(end, RenewalBasis.CONTRACT) if end else None), following.notice_date


def _points_lost(relationship: Relationship, client: ClientFile) -> float | None:
    """How many points fewer than in the period before, of the same components."""
    change, least = relationship.change, client.policy.materiality_points
    is_lost = relationship.is_comparable and change is not None and change <= -least
    return -change if is_lost and change is not None else None


def unread_entry(client: ClientFile, held: Sequence[str]) -> BookEntry:
    """The line of a client whose rows could not be read for it: its figures alone."""
    month = client.period.months[-1]
    return BookEntry(
        client_id=client.client_id,
        client_name=plain(client.client_name),
        manager_name=plain(client.manager_name),
        manager_email=plain(client.manager_email),
        currency=client.currency,
        home_locale=client.home_locale,
        is_active=True,
        renewal_day=None,
        renewal_basis="",
        notice_day=None,
        points=None,
        standing=None,
        changes=_changes(client, month),
        asked=None,
        signals=(),
        due=(),
        held=tuple(held),
        locale=client.locale,
    )


def _changes(client: ClientFile, month: Period) -> dict[str, Change]:
    """Of the month, and of the one before."""
    get = client.kpis.get
    return {kpi: Change(get(kpi, month), get(kpi, month.previous)) for kpi in shown_at(Place.BRIEF)}


def _notice_day(agreements: Sequence[Agreement]) -> date | None:
    return max((item.notice_date for item in agreements if item.notice_date), default=None)


def _asked(client: ClientFile, read: Seen, month: Period) -> float | None:
    """A request of this month or since; none once the next contract is signed."""
    if read.view.renewal is None or signed_next(read.view) is not None:
        return None
    requests = client.dossier.renewal.requests
    latest = latest_request(requests, read.view.renewal.day, client.data_date)
    return None if latest is None or latest.requested_date < month.start else latest.discount
