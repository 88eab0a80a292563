"""Who is active on a day: by subscription, else by revenue, else by anything a client does."""

from datetime import date

import pandas as pd
import pytest

from transforms.clients.activity import is_active
from transforms.clients.client_status import statuses
from transforms.core.canonical import CanonicalTables
from transforms.core.policy import Policy
from transforms.core.rates import Rates
from transforms.metrics.metric_context import MetricContext
from transforms.tables import TABLES

DAY = date(2026, 9, 30)
Row = dict[str, object]


def facts_of(**tables: list[Row]) -> MetricContext:
    """Accounts A1 and A2 belong to client A, B1 to client B."""
    frames = {
        name: TABLES[name].conform(
            pd.DataFrame([{"account_id": "A1"} | row for row in rows]).assign(source="test")
        )
        for name, rows in tables.items()
    }
    owners = {"account_id": ["A1", "A2", "B1"], "entity_id": ["A", "A", "B"], "currency": "EUR"}
    entities = pd.DataFrame(owners, dtype="str")
    return MetricContext(CanonicalTables(frames), entities, Policy(), Rates({}))


def active(context: MetricContext) -> list[str]:
    flags = is_active(context, DAY)
    return flags.index[flags].tolist()


def subscription(start: str, end: str | None = None) -> Row:
    dates = {"start_date": pd.Timestamp(start), "end_date": pd.Timestamp(end) if end else pd.NaT}
    money: Row = {"yearly_minor": 1200, "currency": "EUR"}
    return {"subscription_id": start, "status": "active", "is_trial": False} | dates | money


def billed(*days: str, net_minor: int = 500) -> dict[str, list[Row]]:
    """An invoice of one line on each day."""
    money: Row = {"net_minor": net_minor, "total_minor": net_minor, "currency": "EUR"}
    kind: Row = {"document_kind": "invoice", "status": "open"}
    invoices: list[Row] = [
        {"invoice_id": day, "issue_date": pd.Timestamp(day)} | kind | money for day in days
    ]
    lines: list[Row] = [{"line_id": day, "invoice_id": day} | money for day in days]
    return {"invoices": invoices, "invoice_lines": lines}


def deal(state: str, close: str | None, created: str = "2026-01-01") -> Row:
    days = {"created_date": pd.Timestamp(created)} | (
        {"close_date": pd.Timestamp(close)} if close else {"close_date": pd.NaT}
    )
    return {"opportunity_id": f"{state}{close}", "state": state} | days


def test_a_running_subscription_is_enough() -> None:
    assert active(facts_of(subscriptions=[subscription("2024-01-01")])) == ["A"]


def test_who_cancelled_is_not_active_however_much_was_invoiced() -> None:
    ended = [subscription("2024-01-01", "2026-08-01")]
    assert active(facts_of(subscriptions=ended, **billed("2026-07-01"))) == []


def test_who_never_subscribed_is_judged_by_revenue() -> None:
    others = [subscription("2024-01-01") | {"account_id": "B1"}]
    assert active(facts_of(subscriptions=others, **billed("2026-07-01"))) == ["A", "B"]


@pytest.mark.parametrize(
    ("issued", "expected"), [("2026-04-04", ["A"]), ("2026-04-03", []), ("2026-10-01", [])]
)
def test_without_subscriptions_revenue_of_180_days_counts(issued: str, expected: list[str]) -> None:
    assert active(facts_of(**billed(issued))) == expected


def test_revenue_taken_back_in_the_window_is_none() -> None:
    assert active(facts_of(**billed("2026-07-01", net_minor=0))) == []


def test_a_company_with_billing_is_not_judged_by_deals() -> None:
    assert active(facts_of(opportunities=[deal("open", None)], **billed("2020-01-01"))) == []


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (deal("open", "2026-12-01"), ["A"]),
        (deal("open", None), ["A"]),
        (deal("won", "2026-04-04"), ["A"]),
        (deal("won", "2026-04-03"), []),
        (deal("lost", "2026-09-01"), []),
        (deal("lost", "2026-10-05"), ["A"]),
        (deal("open", None, created="2026-10-01"), []),
    ],
)
def test_without_billing_a_deal_open_on_the_day_or_won_lately_counts(
    row: Row, expected: list[str]
) -> None:
    assert active(facts_of(opportunities=[row])) == expected


@pytest.mark.parametrize(("held", "expected"), [(True, ["A"]), (False, [])])
def test_without_billing_a_meeting_counts_once_it_was_held(held: bool, expected: list[str]) -> None:
    meeting: Row = {"meeting_id": "m", "starts_at": pd.Timestamp("2026-09-01", tz="UTC")}
    assert active(facts_of(meetings=[meeting | {"is_held": held}])) == expected


def test_without_billing_use_and_tickets_of_the_window_count() -> None:
    use: Row = {"usage_id": "u", "usage_date": pd.Timestamp("2026-04-03"), "events": 1}
    filed: Row = {"ticket_id": "t", "created_at": pd.Timestamp("2026-09-30 23:00", tz="UTC")}
    assert active(facts_of(usage=[use])) == []
    assert active(facts_of(usage=[use], tickets=[filed | {"account_id": "A2"}])) == ["A"]


def test_nothing_known_is_nobody_active() -> None:
    assert active(facts_of()) == []


def test_what_a_client_that_left_once_bought_comes_up_for_no_renewal() -> None:
    gone = statuses(facts_of(**billed("2024-03-01")), DAY)["A"]
    assert (gone.is_active, gone.renewal_date, gone.basis) == (False, None, None)
    there = statuses(facts_of(**billed("2026-08-01")), DAY)["A"]
    assert (there.is_active, there.renewal_date) == (True, date(2027, 8, 1))
