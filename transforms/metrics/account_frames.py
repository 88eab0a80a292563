"""What figures are taken from, by account: each frame built when something first asks for it."""

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from transforms.billing.documents import settling_documents, settling_payments, with_told
from transforms.billing.revenue import monthly_revenue, revenue_lines
from transforms.billing.subscription_history import (
    inferred_changes,
    subscription_versions,
    with_days,
)
from transforms.core.canonical import CanonicalTables
from transforms.core.days import local_days
from transforms.core.policy import Policy
from transforms.sales.deal_versions import deal_versions
from transforms.service.ticket_times import timed_tickets


@dataclass(frozen=True)
class AccountFrames:
    """Frames of everybody's rows that need no entities, rates or period."""

    tables: CanonicalTables
    policy: Policy

    @cached_property
    def tickets(self) -> pd.DataFrame:
        """Every ticket with its days by the company's clocks and the hours it took."""
        return timed_tickets(self.tables.rows("tickets"), self.policy)

    @cached_property
    def surveys(self) -> pd.DataFrame:
        """Every answer with `answered_day`, by the company's clocks."""
        rows = self.tables.rows("surveys")
        return rows.assign(answered_day=local_days(rows["answered_at"], self.policy.time_zone))

    @cached_property
    def meetings(self) -> pd.DataFrame:
        """Every meeting with its `day`, by the company's clocks."""
        rows = self.tables.rows("meetings")
        return rows.assign(day=local_days(rows["starts_at"], self.policy.time_zone))

    @cached_property
    def documents(self) -> pd.DataFrame:
        """Every invoice and credit note, with its `place`, what it settles, and what it says of
        its own settlement."""
        return with_told(settling_documents(self.tables), self.payments)

    @cached_property
    def payments(self) -> pd.DataFrame:
        """Every payment and refund, with what it settles."""
        return settling_payments(self.tables)

    @cached_property
    def revenue_lines(self) -> pd.DataFrame:
        """Every invoice line with the days on which it is earned."""
        return revenue_lines(self.tables, self.policy)

    @cached_property
    def monthly_revenue(self) -> pd.DataFrame:
        """Revenue by account, currency and month."""
        return monthly_revenue(self.revenue_lines)

    @cached_property
    def subscriptions(self) -> pd.DataFrame:
        """Every version of a subscription with the days on which it counted."""
        return with_days(subscription_versions(self.tables), self.policy)

    @cached_property
    def deals(self) -> pd.DataFrame:
        """Every version of a deal."""
        return deal_versions(self.tables)

    @cached_property
    def inferred_changes(self) -> pd.DataFrame:
        """Account and month of changes of recurring revenue that only two deliveries date."""
        return inferred_changes(self.subscriptions, self.policy)
