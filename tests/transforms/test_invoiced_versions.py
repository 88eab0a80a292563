"""Invoice lines say what a subscription was worth before anybody delivered it, and date changes."""

from typing import Any

import pandas as pd

from transforms.billing.invoiced_versions import with_invoiced
from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.core.rates import Rates
from transforms.kpis import compute_all
from transforms.metrics.metric_context import MetricContext
from transforms.tables import TABLES

Line = tuple[str, str, int]
"""First day, first day after and net minor units of what an invoice bills."""

MONTHS: list[Line] = [
    ("2026-06-01", "2026-07-01", 1_000),
    ("2026-07-01", "2026-08-01", 1_000),
    ("2026-08-01", "2026-09-01", 2_000),
    ("2026-09-01", "2026-10-01", 2_000),
]


def tables(*lines: Line, **document: str) -> CanonicalTables:
    """One invoice a line of subscription S."""
    place = {"account_id": "A", "currency": "USD", "source": "s", "source_file": "f"}
    billed = [
        place
        | {"line_id": f"{number}", "invoice_id": f"{number}", "subscription_id": "S"}
        | {"net_minor": minor, "service_start": start, "service_end": end, "source_line": number}
        for number, (start, end, minor) in enumerate(lines)
    ]
    told = {"document_kind": "invoice", "status": "paid"} | document
    invoices = [place | told | {"invoice_id": f"{number}"} for number in range(len(lines))]
    frames = {"invoice_lines": billed, "invoices": invoices}
    return CanonicalTables(
        {name: TABLES[name].conform(_days(pd.DataFrame(rows))) for name, rows in frames.items()}
    )


def _days(rows: pd.DataFrame) -> pd.DataFrame:
    named = [
        name for name in rows if name.startswith(("service_", "valid_", "start_", "trial_end"))
    ]
    return rows.assign(**{name: pd.to_datetime(rows[name]) for name in named}, source_line=1)


def shown(*rows: tuple[str, str | None, int], **facts: Any) -> pd.DataFrame:
    """Versions of S as deliveries showed them: from, until and yearly minor units."""
    same = {"subscription_id": "S", "account_id": "A", "status": "active", "is_trial": False}
    same |= {"start_date": "2025-01-01", "currency": "USD", "basis": "delivered"}
    same |= {"source": "s", "source_file": "f"} | facts
    versions = [
        same | {"valid_from": since, "valid_until": until, "yearly_minor": yearly}
        for since, until, yearly in rows
    ]
    return TABLES["subscription_versions"].conform(_days(pd.DataFrame(versions)))


def told(versions: pd.DataFrame) -> list[tuple[str, int, str]]:
    ordered = versions.sort_values("valid_from")
    days = ordered["valid_from"].dt.strftime("%Y-%m-%d")
    return list(zip(days, ordered["yearly_minor"], ordered["basis"], strict=True))


NOW = shown(("2026-09-30", None, 24_000))


def test_whole_periods_say_what_was_paid_before_the_first_delivery() -> None:
    found = with_invoiced(tables(*MONTHS), NOW)
    assert told(found) == [
        ("2026-06-01", 12_000, "invoiced"),
        ("2026-08-01", 24_000, "invoiced"),
    ]


def test_another_state_in_the_first_delivery_is_a_version_of_its_own() -> None:
    now = shown(("2026-09-30", None, 24_000), status="past_due")
    assert told(with_invoiced(tables(*MONTHS), now))[1:] == [
        ("2026-08-01", 24_000, "invoiced"),
        ("2026-09-30", 24_000, "delivered"),
    ]


def test_as_many_units_are_known_where_they_cost_as_much() -> None:
    now = shown(("2026-09-30", None, 24_000), status="past_due", quantity=20)
    found = with_invoiced(tables(*MONTHS), now).sort_values("valid_from")
    assert found["quantity"].fillna(0).to_list() == [0, 20, 20]


def test_figures_before_the_first_delivery_follow_the_lines_and_are_not_inferred() -> None:
    plain = TABLES["subscriptions"].conform(NOW)
    held = {"subscription_versions": NOW, "subscriptions": plain}
    every = CanonicalTables({**tables(*MONTHS), **held})
    entities = pd.DataFrame(
        {"account_id": ["A"], "entity_id": ["A"], "currency": ["USD"]}, dtype="str"
    )
    context = MetricContext(every, entities, Policy(), Rates({}))
    months = [Period.month(2026, month) for month in range(5, 10)]
    found = compute_all(context, months, ["mrr"])
    assert found["value_minor"].to_list() == [1_000, 1_000, 1_000, 2_000, 2_000]
    assert found["note"].to_list() == ["inferred", "", "", "", ""]


def test_a_proration_says_the_day_of_a_change() -> None:
    change = [("2026-07-11", "2026-08-01", -677), ("2026-07-11", "2026-08-01", 1_355)]
    lines = tables(MONTHS[1], *change, MONTHS[2])
    assert told(with_invoiced(lines, NOW)) == [
        ("2026-07-01", 12_000, "invoiced"),
        ("2026-07-11", 24_000, "invoiced"),
    ]
    seen = shown(("2026-06-30", "2026-09-30", 12_000), ("2026-09-30", None, 24_000))
    between = with_invoiced(lines, seen)
    assert told(between) == [
        ("2026-06-30", 12_000, "delivered"),
        ("2026-07-11", 24_000, "invoiced"),
    ]
    assert between["valid_until"].dropna().to_list() == [pd.Timestamp(2026, 7, 11)]


def test_the_first_whole_period_at_a_new_price_dates_it_where_nothing_was_prorated() -> None:
    seen = shown(("2026-06-30", "2026-09-30", 12_000), ("2026-09-30", None, 24_000))
    found = with_invoiced(tables(*MONTHS), seen)
    assert ("2026-08-01", 24_000, "invoiced") in told(found)


def test_a_change_that_no_line_explains_stays_where_the_deliveries_put_it() -> None:
    seen = shown(("2026-06-30", "2026-09-30", 12_000), ("2026-09-30", None, 36_000))
    assert told(with_invoiced(tables(*MONTHS[2:]), seen))[-1] == (
        *("2026-09-30", 36_000, "delivered"),
    )


def test_a_state_that_changed_is_not_dated_by_what_was_billed() -> None:
    seen = shown(("2026-06-30", "2026-09-30", 12_000), ("2026-09-30", None, 24_000))
    seen["status"] = ["active", "unpaid"]
    assert told(with_invoiced(tables(*MONTHS), seen))[-1][0] == "2026-09-30"


def test_what_was_billed_twice_counts_once() -> None:
    lines = tables(MONTHS[2], MONTHS[2], MONTHS[3])
    assert {yearly for _, yearly, _ in told(with_invoiced(lines, NOW))} == {24_000}


def test_rounding_of_a_period_is_no_change() -> None:
    now = shown(("2026-09-30", None, 10_000))
    lines = tables(("2026-08-01", "2026-09-01", 833), ("2026-01-31", "2026-02-28", 834))
    assert {yearly for _, yearly, _ in told(with_invoiced(lines, now))} == {10_000}


def test_weeks_quarters_and_years_come_to_a_year() -> None:
    for start, end, minor, yearly in (
        ("2026-09-01", "2026-09-15", 100, 2_600),
        ("2026-07-01", "2026-10-01", 300, 1_200),
        ("2026-01-01", "2027-01-01", 1_200, 1_200),
        ("2026-08-31", "2026-09-30", 100, 1_200),
    ):
        before = told(with_invoiced(tables((start, end, minor)), NOW))[0]
        assert before == (start, yearly, "invoiced")


def test_drafts_credit_notes_and_parts_of_periods_say_nothing() -> None:
    part = ("2026-08-01", "2026-08-20", 500)
    for lines in (
        tables(*MONTHS, status="draft"),
        tables(*MONTHS, document_kind="credit_note"),
        tables(part),
    ):
        assert told(with_invoiced(lines, NOW)) == told(NOW)


def test_what_is_billed_by_use_or_was_never_paid_has_no_worth_before() -> None:
    for facts in ({"is_metered": True}, {"status": "incomplete"}):
        now = shown(("2026-09-30", None, 24_000), **facts)
        assert told(with_invoiced(tables(*MONTHS), now)) == told(now)
