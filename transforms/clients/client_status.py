"""Where each client stands on a day: active or not, and when its agreement is up for renewal."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from transforms.clients.activity import has_billing, is_active
from transforms.core.cells import day_of
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.metrics.metric_context import MetricContext
from transforms.renewals.renewal_date import RenewalBasis, renewal_table


@dataclass(frozen=True)
class ClientStatus:
    """One client's."""

    is_active: bool
    renewal_date: date | None
    basis: RenewalBasis | None

    def is_near(self, period: Period, policy: Policy) -> bool:
        """Whether the renewal lies ahead of the period's end, within the policy's window."""
        if self.renewal_date is None:
            return False
        days = (self.renewal_date - period.valuation_date).days
        return 0 <= days <= policy.renewal.window_days


def statuses(context: MetricContext, day: date) -> dict[str, ClientStatus]:
    """By client, for every client of the context."""
    table = status(context, day)
    cells = zip(table.index, table["is_active"], table["renewal_date"], table["basis"], strict=True)
    return {client: _status_of(bool(active), end, basis) for client, active, end, basis in cells}


def _status_of(is_active: bool, renewal: object, basis: str) -> ClientStatus:
    if (day := day_of(renewal)) is None:
        return ClientStatus(is_active, None, None)
    return ClientStatus(is_active, day, RenewalBasis(basis))


def status(context: MetricContext, day: date) -> pd.DataFrame:
    """By entity id: `is_active`, `renewal_date` and `basis`, the last two as in `renewal_table`.

    The yearly return of what a client that left once bought is no renewal; that it left is only
    known where the company's billing or subscriptions are.
    """
    return context.once((status, day), lambda: _status(context, day))


def _status(context: MetricContext, day: date) -> pd.DataFrame:
    renewals = renewal_table(context, day).set_index("entity_id")
    active = is_active(context, day).reindex(renewals.index).astype("bool")
    is_inferred = renewals["basis"] == RenewalBasis.INFERRED.value
    is_over = ~active & is_inferred & (context.has("subscriptions") or has_billing(context))
    return renewals.assign(
        is_active=active,
        renewal_date=renewals["renewal_date"].mask(is_over),
        basis=renewals["basis"].mask(is_over, ""),
    )
