"""Who may sign an offer, and what signatures make of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from transforms.renewals.approval import FINANCE


@dataclass(frozen=True)
class ApprovalRequest:
    """An offer that was decided on and needs signatures. Money in minor units a year."""

    offer: str
    discount: float | None
    """Share of the current price; None, as the term and the margin, where price or cost is
    unknown."""
    term_years: int | None
    margin: float | None
    currency: str
    price_minor: int | None
    """Today's yearly price."""
    tier: int | None
    """The policy's band, from 1; None where finance alone decides."""
    approver: str
    joins_finance: bool


@dataclass(frozen=True)
class Signature:
    """What somebody who was signed in said to a request."""

    level: str
    """An approver of the policy's bands, or `finance`: as whom they signed."""
    is_approved: bool
    comment: str
    name: str
    email: str
    day: date


class Progress(StrEnum):
    """How far a request is."""

    PENDING = "pending"
    APPROVED = "approved"
    REFUSED = "refused"


def open_levels(request: ApprovalRequest, signed: Sequence[Signature]) -> tuple[str, ...]:
    """The levels that still have to sign: the approver's, and finance where it joins.

    >>> ask = ApprovalRequest("counter", 0.2, 1, 0.38, "EUR", None, 2, "team_lead", True)
    >>> open_levels(ask, ()), open_levels(ask, [Signature("director", True, "", "D", "d@x",
    ...                                                   date(2026, 10, 1))])
    (('team_lead', 'finance'), ('finance',))
    """
    needed = (request.approver, FINANCE) if request.joins_finance else (request.approver,)
    own = {FINANCE if item.level == FINANCE else request.approver for item in signed}
    return tuple(level for level in needed if level not in own)


def progress(request: ApprovalRequest, signed: Sequence[Signature]) -> Progress:
    """Refused by the first who refuses; approved once every level has signed."""
    if not all(item.is_approved for item in signed):
        return Progress.REFUSED
    return Progress.PENDING if open_levels(request, signed) else Progress.APPROVED


def signing_level(
    request: ApprovalRequest,
    signed: Sequence[Signature],
    levels: Collection[str],
    bands: Sequence[str],
) -> str | None:
    """As what somebody of these levels may sign now; None where they may not.

    A higher band may sign for a lower one, nobody twice. `bands` are the policy's approvers,
    the lowest first.

    >>> ask = ApprovalRequest("counter", 0.2, 1, 0.5, "EUR", None, 2, "team_lead", False)
    >>> bands = ("account_manager", "team_lead", "director")
    >>> [signing_level(ask, (), {level}, bands) for level in bands]
    [None, 'team_lead', 'director']
    """
    if progress(request, signed) is not Progress.PENDING:
        return None
    still = open_levels(request, signed)
    if request.tier is not None and request.approver in still:
        high_enough = [band for band in bands[request.tier - 1 :] if band in levels]
        if high_enough:
            return high_enough[0]
    return FINANCE if FINANCE in still and FINANCE in levels else None
