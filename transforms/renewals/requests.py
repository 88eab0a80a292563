"""Discounts that clients asked for at renewal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from transforms.core.cells import Row, by_entity, day_of, number_of, plain
from transforms.metrics.metric_context import MetricContext

_FIGURES = (
    "requested_discount",
    "price_minor",
    "list_price_minor",
    "renewal_probability",
    "renewal_probability_discounted",
    "renewal_probability_term",
    "term_years",
    "avoidable_cost_share",
    "wallet_minor",
    "concessions_minor",
    "commission_share",
    "granted_discount",
)
_LONGEST_AHEAD = timedelta(days=366)


@dataclass(frozen=True)
class RenewalRequest:
    """One request."""

    request_id: str
    requested_date: date
    discount: float
    """Share of the current price, 0 to 1."""
    currency: str
    reason: str
    """The code of why they ask; empty where nobody said."""
    competitor: str
    """Named by the client; empty where it named none."""
    outcome: str
    """`renewed` or `lost`; empty while it is open, or where nobody said."""
    figures: Mapping[str, float]
    """What it says in numbers, by the table's column; of what it does not say there is none."""


def renewal_requests(context: MetricContext) -> dict[str, tuple[RenewalRequest, ...]]:
    """Every request by client, the oldest first."""
    rows = context.rows("renewal_requests").sort_values(["requested_date", "request_id"])
    return by_entity(rows, _request)


def _request(row: Row) -> RenewalRequest | None:
    discount, day = number_of(row["requested_discount"]), day_of(row["requested_date"])
    if discount is None or day is None:
        return None
    figures = {name: number_of(row[name]) for name in _FIGURES}
    return RenewalRequest(
        request_id=str(row["request_id"]),
        requested_date=day,
        discount=discount,
        currency=str(row["currency"]),
        reason=plain(row["reason_code"]),
        competitor=plain(row["competitor"]),
        outcome=plain(row["outcome"]),
        figures={name: number for name, number in figures.items() if number is not None},
    )


def latest_request(
    requests: Sequence[RenewalRequest], renewal_date: date, known_until: date
) -> RenewalRequest | None:
    """The newest request for this renewal; one made over a year before it was for another."""
    opens = renewal_date - _LONGEST_AHEAD
    current = [item for item in requests if opens < item.requested_date <= known_until]
    return current[-1] if current else None
