"""What a client without subscriptions pays a year."""

import pandas as pd

from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.core.rates import Rates
from transforms.metrics.metric_context import MetricContext
from transforms.renewals.client_evidence import yearly_deals, yearly_revenue
from transforms.tables import TABLES

QUARTER = Period.parse("2026-Q3")
Row = dict[str, object]


def facts_of(**tables: list[Row]) -> MetricContext:
    frames = {
        name: TABLES[name].conform(
            pd.DataFrame([{"account_id": "A", "currency": "EUR"} | row for row in rows]).assign(
                source="test"
            )
        )
        for name, rows in tables.items()
    }
    entities = pd.DataFrame(
        {"account_id": ["A"], "entity_id": ["A"], "currency": ["EUR"]}, dtype="str"
    )
    return MetricContext(CanonicalTables(frames), entities, Policy(), Rates({}))


def billed(**minor_of: int) -> MetricContext:
    """An invoice of one line on the first of each month, named as m2026_07."""
    invoices: list[Row] = []
    lines: list[Row] = []
    for month, minor in minor_of.items():
        money: Row = {"net_minor": minor, "total_minor": minor}
        day = pd.Timestamp(month[1:].replace("_", "-") + "-01")
        invoices.append(
            {"invoice_id": month, "document_kind": "invoice", "status": "open", "issue_date": day}
            | money
        )
        lines.append({"line_id": month, "invoice_id": month} | money)
    return facts_of(invoices=invoices, invoice_lines=lines)


def deal(closed: str, minor: int | None, state: str = "won") -> Row:
    day: Row = {"opportunity_id": closed, "state": state, "close_date": pd.Timestamp(closed)}
    return day | {"amount_minor": minor}


def test_revenue_of_the_trailing_twelve_months_is_the_price() -> None:
    assert yearly_revenue(billed(m2025_09=7, m2025_10=100, m2026_09=20), QUARTER) == {"A": 120}


def test_revenue_that_does_not_go_back_a_year_is_none() -> None:
    assert yearly_revenue(billed(m2025_11=100, m2026_09=20), QUARTER) == {}


def test_a_year_in_which_all_was_taken_back_has_no_price() -> None:
    assert yearly_revenue(billed(m2025_09=7, m2026_01=0), QUARTER) == {}


def test_deals_won_in_the_twelve_months_add_up() -> None:
    deals = [deal("2025-09-30", 1), deal("2025-10-01", 2), deal("2026-09-30", 4)]
    lost = deal("2026-01-01", 8, "lost")
    assert yearly_deals(facts_of(opportunities=[*deals, lost]), QUARTER) == {"A": 6}


def test_a_deal_without_amount_makes_the_year_unknown() -> None:
    deals = [deal("2026-01-01", 2), deal("2026-02-01", None)]
    assert yearly_deals(facts_of(opportunities=deals), QUARTER) == {}
    assert yearly_deals(facts_of(opportunities=[deal("2020-01-01", 2)]), QUARTER) == {}


def test_two_currencies_without_a_rate_are_never_added() -> None:
    deals = [deal("2026-01-01", 2), deal("2026-02-01", 3) | {"currency": "USD"}]
    assert yearly_deals(facts_of(opportunities=deals), QUARTER) == {}
