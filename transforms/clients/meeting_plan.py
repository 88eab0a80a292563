"""How many meetings are planned with each client."""

from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.core.policy import Policy


def planned_meetings(tables: CanonicalTables, policy: Policy, period: Period) -> dict[str, float]:
    """Meetings planned for the period's length, by account, from its tier."""
    accounts, plan = tables.rows("accounts"), policy.meetings_per_quarter
    tiers = accounts["tier"].fillna("").astype(str)
    quarters = len(period.months) / 3
    return {
        account: plan.get(tier, plan.get("", 0)) * quarters
        for account, tier in zip(accounts["account_id"], tiers, strict=True)
    }
