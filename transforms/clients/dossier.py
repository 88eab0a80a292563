"""What clients' rows say, as plain values that reports are made of.

Prepared for many clients at once in a few passes over their rows: a further client costs what
its reports cost, and no pandas.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from transforms.billing.billing_rows import BillingRows, billing_rows
from transforms.clients.aims import Commitment, Goal, commitments, goals
from transforms.clients.client_status import ClientStatus, statuses
from transforms.clients.local_names import LocalNames, local_names
from transforms.clients.meeting_plan import planned_meetings
from transforms.clients.people import Stakeholder, stakeholders
from transforms.clients.row_files import RowFile, row_files
from transforms.core.periods import Period
from transforms.core.rates import Rates
from transforms.metrics.metric_context import MetricContext
from transforms.renewals.renewal_rows import RenewalRows, renewal_rows
from transforms.sales.deals import Deal, lost_deals, open_deals
from transforms.service.breakdowns import Cause, UsedPart, ticket_causes, used_parts
from transforms.service.delivery_tasks import BlockedTask, DueTask, blocked_tasks, due_tasks
from transforms.service.open_incidents import open_incidents
from transforms.service.survey_answers import Theme, themes
from transforms.service.usage_weeks import week_days
from transforms.signals.model import SignalRows
from transforms.signals.rows import signal_rows

NAMED_TABLES = (
    *("accounts", "commitments", "contracts", "costs", "goals", "invoice_lines", "invoices"),
    *("meetings", "products", "renewal_requests", "subscriptions", "surveys", "tasks"),
    *("tickets", "usage", "usage_parts"),
)
"""Tables whose systems or files reports name."""


@dataclass(frozen=True)
class Dossier:
    """One client's, at a period."""

    status: ClientStatus
    billing: BillingRows
    renewal: RenewalRows
    commitments: tuple[Commitment, ...]
    goals: tuple[Goal, ...]
    goals_before: tuple[Goal, ...]
    """Those of the period before."""
    due_tasks: tuple[DueTask, ...]
    blocked: tuple[BlockedTask, ...]
    themes: tuple[Theme, ...]
    parts: tuple[UsedPart, ...]
    causes: tuple[Cause, ...]
    open_incidents: tuple[date, ...]
    stakeholders: tuple[Stakeholder, ...]
    deals: tuple[Deal, ...]
    lost_deals: tuple[Deal, ...]
    """Those lost in the period."""
    planned_meetings: float
    """In the period, by the client's tier."""
    signal_rows: SignalRows
    files: Mapping[str, tuple[RowFile, ...]]
    """By table; no entry for a feed that the company lacks."""
    rates: Rates
    local_names: LocalNames = field(default_factory=LocalNames)
    week_day: int = 0
    """The weekday on which the weeks begin that its use is told by; 0 is Monday."""


def dossiers(context: MetricContext, period: Period) -> dict[str, Dossier]:
    """Every client of the context, by id."""
    stands, policy = statuses(context, period.valuation_date), context.policy
    near = [client for client, stands_at in stands.items() if stands_at.is_near(period, policy)]
    billing, renewal = billing_rows(context, period), renewal_rows(context, period, near)
    promises, signals = commitments(context), signal_rows(context, period)
    aims, aims_before = goals(context, period), goals(context, period.previous)
    due, blocked = due_tasks(context, period), blocked_tasks(context, period)
    answers, people = themes(context, period), stakeholders(context)
    parts, causes = used_parts(context, period), ticket_causes(context, period)
    standing, files = open_incidents(context, period), row_files(context, NAMED_TABLES)
    deals, lost = open_deals(context, period), lost_deals(context, period)
    names, planned = local_names(context), planned_meetings(context.tables, policy, period)
    begin = week_days(context)
    return {
        client: Dossier(
            status=status,
            billing=billing[client],
            renewal=renewal[client],
            commitments=promises.get(client, ()),
            goals=aims.get(client, ()),
            goals_before=aims_before.get(client, ()),
            due_tasks=due.get(client, ()),
            blocked=blocked.get(client, ()),
            themes=answers.get(client, ()),
            parts=parts.get(client, ()),
            causes=causes.get(client, ()),
            open_incidents=standing.get(client, ()),
            stakeholders=people.get(client, ()),
            deals=deals.get(client, ()),
            lost_deals=lost.get(client, ()),
            planned_meetings=planned.get(client, 0.0),
            signal_rows=signals[client],
            files={name: by_client.get(client, ()) for name, by_client in files.items()},
            rates=context.rates,
            local_names=names,
            week_day=begin.get(client, 0),
        )
        for client, status in stands.items()
    }
