"""What one client's rows say of its renewal, for many clients at once."""

from collections.abc import Collection
from dataclasses import dataclass

from transforms.billing.invoiced_lines import InvoicedLine, invoiced_lines
from transforms.core.periods import Period
from transforms.metrics.metric_context import MetricContext
from transforms.renewals.client_evidence import RenewalEvidence, renewal_evidence
from transforms.renewals.requests import RenewalRequest, renewal_requests
from transforms.renewals.running_contracts import Agreement, agreements, successors


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


def renewal_rows(
    context: MetricContext, period: Period, near: Collection[str]
) -> dict[str, RenewalRows]:
    """By client, for every client of the context; `near` are those whose renewal is."""
    running = agreements(context, period.valuation_date)
    ahead = successors(context, period.valuation_date)
    requests, evidence = renewal_requests(context), renewal_evidence(context, period)
    lines, before = (invoiced_lines(context, at, near) for at in (period, period.year_ago))
    return {
        client: RenewalRows(
            running.get(client, ()),
            ahead.get(client, ()),
            requests.get(client, ()),
            found,
            lines.get(client, ()),
            before.get(client, ()),
        )
        for client, found in evidence.items()
    }
