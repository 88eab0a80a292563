"""What one client's rows say of its renewal, for many clients at once."""

from collections.abc import Collection
from dataclasses import dataclass

from transforms.billing.invoiced_lines import InvoicedLine, invoiced_lines
from transforms.core.periods import Period
from transforms.metrics.metric_context import MetricContext
from transforms.renewals.agreed_prices import AgreedPrices, agreed_prices
from transforms.renewals.client_evidence import RenewalEvidence, renewal_evidence
from transforms.renewals.payment_habit import PaymentHabit, payment_habits
from transforms.renewals.product_prices import ProductPrice, product_prices
from transforms.renewals.requests import RenewalRequest, renewal_requests
from transforms.renewals.running_contracts import (
    Agreement,
    agreements,
    last_ending,
    successors,
)


@dataclass(frozen=True)
class RenewalRows:
    """One client's contracts, requests and money."""

    agreements: tuple[Agreement, ...]
    ahead: tuple[Agreement, ...]
    """Signed contracts that are yet to begin."""
    requests: tuple[RenewalRequest, ...]
    evidence: RenewalEvidence
    lines: tuple[InvoicedLine, ...]
    """Only of clients whose renewal is near: nobody else gets a list of them."""
    lines_before: tuple[InvoicedLine, ...]
    """The same of the twelve months before."""
    habit: PaymentHabit | None
    """How it is invoiced and pays; None without an invoice, and where no renewal is near."""
    agreed: AgreedPrices | None
    """What its contract agrees of later prices; None where nothing, or no renewal is near."""
    products: tuple[ProductPrice, ...]
    """What its price is made of; empty where nothing runs, and where no renewal is near."""


def renewal_rows(
    context: MetricContext, period: Period, near: Collection[str]
) -> dict[str, RenewalRows]:
    """By client, for every client of the context; `near` are those whose renewal is."""
    running = agreements(context, period.valuation_date)
    ahead = successors(context, period.valuation_date)
    requests, evidence = renewal_requests(context), renewal_evidence(context, period)
    lines, before = (invoiced_lines(context, at, near) for at in (period, period.year_ago))
    ends = {
        client: last.end_date
        for client, found in running.items()
        if (last := last_ending(found)) is not None and last.end_date is not None
    }
    habits = payment_habits(context, period, near)
    agreed = agreed_prices(context, period.valuation_date, ends, near)
    listed = {client: found.listed_on for client, found in evidence.items()}
    products = product_prices(context, period.valuation_date, listed, near)
    return {
        client: RenewalRows(
            running.get(client, ()),
            ahead.get(client, ()),
            requests.get(client, ()),
            found,
            lines.get(client, ()),
            before.get(client, ()),
            habits.get(client),
            agreed.get(client),
            products.get(client, ()),
        )
        for client, found in evidence.items()
    }
