"""Who decides on a discount."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from transforms.core.policy import ApprovalBand


class ApprovalReason(StrEnum):
    """Why an offer goes to whom it goes."""

    BAND = "band"  # by its discount from list alone
    DEAL_SIZE = "deal_size"
    LONG_TERM = "long_term"
    LIST_PRICE = "list_price"  # it is not known


FINANCE = "finance"
"""Joins below the margin floor, and decides where the discount from list cannot be told."""


@dataclass(frozen=True)
class Approval:
    """`tier` counts the policy's bands from 1; None where the discount from list is unknown."""

    tier: int | None
    approver: str
    reason: ApprovalReason
    joins_finance: bool = False
    """Whether finance decides beside the approver, for a margin below the floor."""


@dataclass(frozen=True)
class ApprovalRules:
    """The approval policy, with the deal measured against it."""

    bands: Sequence[ApprovalBand]
    margin_floor: float
    long_term_years: float
    is_large_deal: bool


def is_above_floor(margin: float | None, floor: float) -> bool:
    """Whether a contribution margin reaches the floor; one that cannot be had does not.

    >>> is_above_floor(0.4, 0.4), is_above_floor(0.399, 0.4), is_above_floor(None, 0.4)
    (True, False, False)
    """
    return margin is not None and round(margin, 9) >= floor


def approval(
    list_discount: float | None, margin: float | None, term_years: int, rules: ApprovalRules
) -> Approval:
    """The approver of an offer: by band, one up for large deals, the last for long terms.

    Below the margin floor finance joins, unless it is of the approvers already. Where the
    list price is not known, nobody's band can be told: finance decides.

    >>> bands = (ApprovalBand(0.10, "account_manager"), ApprovalBand(0.20, "team_lead"),
    ...          ApprovalBand(1.00, "finance_and_ceo"))
    >>> rules = ApprovalRules(bands, 0.40, 2, is_large_deal=False)
    >>> approval(0.10, 0.55, 1, rules).approver, approval(0.11, 0.55, 1, rules).approver
    ('account_manager', 'team_lead')
    >>> approval(0.10, 0.39, 1, rules).joins_finance, approval(0.10, 0.55, 3, rules).approver
    (True, 'finance_and_ceo')
    >>> approval(None, 0.55, 1, rules).approver
    'finance'
    """
    if list_discount is None:
        return Approval(None, FINANCE, ApprovalReason.LIST_PRICE)
    last = len(rules.bands)
    tier = min(last, 1 + sum(list_discount > band.up_to for band in rules.bands))
    reason = ApprovalReason.BAND
    if rules.is_large_deal and tier < last:
        tier, reason = tier + 1, ApprovalReason.DEAL_SIZE
    if term_years > rules.long_term_years:
        tier, reason = last, ApprovalReason.LONG_TERM
    approver = rules.bands[tier - 1].approver
    is_poor = not is_above_floor(margin, rules.margin_floor)
    return Approval(tier, approver, reason, is_poor and not has_finance(approver))


def has_finance(approver: str) -> bool:
    """Whether finance is of an approver's own.

    >>> has_finance("finance_and_ceo"), has_finance("board")
    (True, False)
    """
    return FINANCE in approver.split("_")
