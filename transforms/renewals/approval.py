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
    MARGIN_FLOOR = "margin_floor"


FINANCE = "finance"
"""Decides on everything below the margin floor, beside or instead of the band's approver."""


@dataclass(frozen=True)
class Approval:
    """`tier` counts the policy's bands from 1."""

    tier: int
    approver: str
    reason: ApprovalReason


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
    list_discount: float, margin: float | None, term_years: int, rules: ApprovalRules
) -> Approval:
    """The approver of an offer: by band, one up for large deals, the last for long terms.

    Below the margin floor it always goes to finance.

    >>> bands = (ApprovalBand(0.10, "account_manager"), ApprovalBand(0.20, "team_lead"),
    ...          ApprovalBand(1.00, "finance_and_ceo"))
    >>> rules = ApprovalRules(bands, 0.40, 2, is_large_deal=False)
    >>> approval(0.10, 0.55, 1, rules).approver, approval(0.11, 0.55, 1, rules).approver
    ('account_manager', 'team_lead')
    >>> approval(0.10, 0.39, 1, rules).approver, approval(0.10, 0.55, 3, rules).approver
    ('finance', 'finance_and_ceo')
    """
    last = len(rules.bands)
    tier = min(last, 1 + sum(list_discount > band.up_to for band in rules.bands))
    reason = ApprovalReason.BAND
    if rules.is_large_deal and tier < last:
        tier, reason = tier + 1, ApprovalReason.DEAL_SIZE
    if term_years > rules.long_term_years:
        tier, reason = last, ApprovalReason.LONG_TERM
    if not is_above_floor(margin, rules.margin_floor) and tier < last:
        return Approval(tier, FINANCE, ApprovalReason.MARGIN_FLOOR)
    return Approval(tier, rules.bands[tier - 1].approver, reason)
