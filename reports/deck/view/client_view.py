"""What a client may be shown about itself: a type that has no place for anything internal.

Margins, costs, scores, requests, opportunities, names of people who answered, and staff are
not hidden here; there is no field that could hold them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from reports.brand import Logo
from reports.client import KpiBook
from transforms.billing.invoiced_parts import BillingAccount, InvoicedPart
from transforms.billing.running_subscriptions import Subscription
from transforms.billing.seat_coverage import SeatsApart
from transforms.clients.aims import Commitment, Goal
from transforms.core.periods import Period
from transforms.kpis import specs
from transforms.metrics.kpi import Audience, KpiValue
from transforms.renewals.running_contracts import Agreement
from transforms.service.breakdowns import Cause, UsedPart
from transforms.service.delivery_tasks import DueTask
from transforms.service.survey_answers import Theme


class InternalFigureError(ValueError):
    """A slide for clients asked for an internal figure: a fault of ours."""


@dataclass(frozen=True)
class ClientFigures:
    """The figures of a book that clients may see."""

    book: KpiBook

    @classmethod
    def of(cls, book: KpiBook) -> "ClientFigures":
        """Leaves every internal figure behind."""
        shown = {key: value for key, value in book.values.items() if is_for_clients(key[0])}
        return cls(replace(book, values=shown))

    def get(self, kpi: str, period: Period) -> KpiValue:
        """The figure, or its reason; raises InternalFigureError for an internal one."""
        if not is_for_clients(kpi):
            raise InternalFigureError(kpi)
        return self.book.get(kpi, period)

    def find(self, kpi: str, period: Period) -> KpiValue | None:
        """The figure where it was computed."""
        return self.book.find(kpi, period) if is_for_clients(kpi) else None


def is_for_clients(kpi: str) -> bool:
    """Whether a figure is known and meant for clients."""
    spec = specs().get(kpi)
    return spec is not None and spec.audience is Audience.CLIENT


@dataclass(frozen=True)
class Thresholds:
    """From when on a change is told, an answer counts, a reply is late."""

    materiality_ratio: float
    materiality_points: float
    minimum_nps_answers: int
    nps_claim_answers: int
    minimum_tickets: int
    first_response_target_hours: float
    critical_resolution_target_hours: float
    minimum_answers: int
    satisfied: float
    """The share of positive ratings from which on help is rated well."""


@dataclass(frozen=True)
class Renewal:
    """When the agreement comes up for renewal, and what that rests on."""

    day: date
    basis: str
    following: Agreement | None = None
    """The signed contract that follows, where one does."""


@dataclass(frozen=True)
class ClientView:
    """Everything a deck for the client may say."""

    client_name: str
    company_name: str
    language: str
    locale: str
    currency: str
    period: Period
    holiday_countries: tuple[str, ...]
    """Whose public holidays are no days to propose: the company's, and those of its accounts."""
    sector: str
    """Its industry in the words of the CRM."""
    logo: Logo | None
    is_active: bool
    """At the period's end; who is not gets no deck."""
    data_date: date
    manager_name: str
    manager_email: str
    figures: ClientFigures
    thresholds: Thresholds
    accounts: tuple[BillingAccount, ...]
    rates: tuple[tuple[str, Decimal], ...]
    """Currencies that its documents are in beside its own, each with its average rate of the
    period's last month, where one is known."""
    commitments: tuple[Commitment, ...]
    goals: tuple[Goal, ...]
    goals_before: tuple[Goal, ...]
    """Those of the quarter before."""
    due_tasks: tuple[DueTask, ...]
    invoiced: tuple[InvoicedPart, ...]
    subscriptions: tuple[Subscription, ...]
    listed: tuple[str, ...]
    """What the company sells, in an order that is the same for every client."""
    agreements: tuple[Agreement, ...]
    renewal: Renewal | None
    themes: tuple[Theme, ...]
    parts: tuple[UsedPart, ...]
    causes: tuple[Cause, ...]
    open_incidents: tuple[date, ...]
    """The days on which critical ones that are not solved were filed, the first first."""
    seats_apart: SeatsApart | None
    """Where its use is measured of some of its accounts alone."""
    week_day: int
    """The weekday on which the weeks of its use begin; 0 is Monday."""
    chosen: tuple[str, ...]
    """Rules of actions that were agreed on, from an earlier version of the deck."""
    sources: Mapping[str, tuple[str, ...]]
    """Systems by canonical table."""
    edition: str
