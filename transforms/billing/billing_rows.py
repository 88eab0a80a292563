"""What one client's billing says, for many clients at once."""

from dataclasses import dataclass

from transforms.billing.invoiced_parts import (
    BillingAccount,
    ProductSum,
    billing_accounts,
    product_sums,
)
from transforms.billing.running_subscriptions import (
    Subscription,
    products_without,
    subscriptions,
)
from transforms.billing.seat_coverage import SeatsApart, seats_apart
from transforms.core.periods import Period
from transforms.metrics.metric_context import MetricContext


@dataclass(frozen=True)
class BillingRows:
    """One client's accounts, invoices and subscriptions."""

    accounts: tuple[BillingAccount, ...]
    product_sums: tuple[ProductSum, ...]
    """Of the trailing twelve months."""
    subscriptions: tuple[Subscription, ...]
    """Those that run on the valuation date."""
    products_without: tuple[str, ...]
    """Products on the price list that the client does not subscribe to."""
    seats_apart: SeatsApart | None
    """The seats whose use nobody measures beside those of which it is."""


def billing_rows(context: MetricContext, period: Period) -> dict[str, BillingRows]:
    """By client, for every client of the context."""
    day = period.valuation_date
    accounts, sums = billing_accounts(context, period), product_sums(context, period)
    running, without = subscriptions(context, day), products_without(context, day)
    apart = seats_apart(context, period)
    return {
        client: BillingRows(
            accounts.get(client, ()),
            sums.get(client, ()),
            running.get(client, ()),
            without.get(client, ()),
            apart.get(client),
        )
        for client in context.currencies.index
    }
