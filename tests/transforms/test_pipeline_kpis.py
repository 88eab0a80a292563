"""Deals: each figure equals plain arithmetic over the rows it names."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from statistics import median
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference_money.company import half_even

from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.core.rates import Rates
from transforms.kpis import compute_all, explained, families, specs
from transforms.metrics.metric_context import MetricContext
from transforms.sales.deals import open_deals
from transforms.tables import TABLES

Q3 = Period.parse("2026-Q3")
PIPELINE = {
    spec.id
    for item in families()
    if item.name in ("pipeline", "pipeline_health", "deal_age")
    for spec in item.specs
}
EURO = Decimal("1.10")
MONTHS = [f"{year}-{month:02}" for year in (2025, 2026) for month in range(1, 13)]
RATES = Rates({(kind, "EUR", "USD", m): EURO for kind in ("month_end", "average") for m in MONTHS})


def deal(key: str, state: str, closes: date | None, **more: Any) -> dict[str, Any]:
    usual = {
        "opportunity_id": key,
        "account_id": "A",
        "state": state,
        "close_date": closes,
        "created_date": date(2025, 1, 1),
        "amount_minor": 1000,
        "currency": "USD",
        "probability": 0.5,
    }
    return usual | more


def facts_of(deals: list[dict[str, Any]]) -> MetricContext:
    table = TABLES["opportunities"].conform(pd.DataFrame(deals))
    entities = pd.DataFrame({"account_id": ["A", "B"], "entity_id": ["A", "B"], "currency": "USD"})
    return MetricContext(CanonicalTables({"opportunities": table}), entities, Policy(), RATES)


def figure(kpi: str, *deals: dict[str, Any]) -> Any:
    values = compute_all(facts_of(list(deals)), [Q3], [kpi]).set_index("entity_id").loc["A"]
    number = values["value_minor"] if values["unit"] == "money" else values["value"]
    return values["reason"] if pd.isna(number) else number


def test_open_deals_count_by_their_probability_and_closed_ones_not_at_all() -> None:
    open_deal = deal("1", "open", date(2026, 12, 1), amount_minor=2001)
    entered_later = deal("2", "open", None, created_date=date(2026, 10, 1))
    deals = (open_deal, entered_later, deal("4", "won", date(2026, 8, 1)))
    assert figure("potential_value", *deals) == 1000  # 1000.5, half to even
    in_euros = open_deal | {"currency": "EUR"}
    assert figure("potential_value", in_euros) == 1100


@pytest.mark.parametrize("silent", ["amount_minor", "probability"])
def test_an_open_deal_that_does_not_say_what_it_may_bring_is_no_potential_of_zero(
    silent: str,
) -> None:
    unsaid = deal("1", "open", None, **{silent: None})
    assert figure("potential_value", unsaid) == "amount_missing"
    assert figure("potential_value", unsaid, deal("2", "open", None)) == "amount_missing"
    assert figure("deals_open", unsaid) == 1


def test_a_client_without_deals_has_no_potential_and_no_win_rate() -> None:
    assert figure("potential_value") == 0
    assert figure("win_rate") == "no_deals"
    assert figure("sales_growth", deal("1", "won", date(2026, 8, 1))) == "no_deals"


def test_deals_are_won_and_lost_in_the_period_of_their_close_date() -> None:
    deals = (
        deal("1", "won", date(2026, 7, 1)),
        deal("2", "lost", date(2026, 9, 30)),
        deal("3", "lost", date(2026, 10, 1)),
        deal("4", "open", date(2026, 8, 1)),
    )
    assert figure("win_rate", *deals) == 0.5
    assert figure("won_amount", *deals) == 1000


def test_sales_grow_on_the_same_period_a_year_ago() -> None:
    now = deal("1", "won", date(2026, 8, 1), amount_minor=1500)
    assert figure("sales_growth", now, deal("2", "won", date(2025, 8, 1))) == 0.5


def test_win_rates_by_amount_and_of_all_begun_tell_what_deals_left_open_hide() -> None:
    deals = (
        deal("1", "won", date(2026, 8, 1), created_date=date(2026, 1, 5), amount_minor=900),
        deal("2", "lost", date(2026, 8, 1), created_date=date(2026, 1, 5), amount_minor=100),
        deal("3", "open", None, created_date=date(2026, 1, 5)),
        deal("4", "open", None, created_date=date(2026, 9, 1)),  # too young to be judged
    )
    assert figure("win_rate", *deals) == 0.5
    assert figure("win_rate_amount", *deals) == 0.9
    assert figure("won_of_created", *deals) == pytest.approx(1 / 3)
    assert figure("deals_open", *deals) == 2
    assert figure("deals_open_age_median", *deals) == (268 + 29) / 2
    assert figure("deals_open_age_median") == "no_deals"


def test_a_deal_won_after_the_quarter_was_open_in_it_and_its_worth_then_is_not_known() -> None:
    since = deal("1", "won", date(2026, 10, 20), probability=1.0)
    still = deal("2", "open", date(2026, 12, 1))
    assert figure("deals_open", since, still) == 2
    assert figure("potential_value", since, still) == "terms_unknown"
    assert figure("potential_value", still) == 500


def test_what_an_export_of_long_after_says_of_open_deals_is_not_what_they_were_worth() -> None:
    context = facts_of([deal("1", "open", None)])
    soon, late = (replace(context, last_day=day) for day in (date(2026, 10, 31), date(2026, 11, 1)))
    values = compute_all(soon, [Q3], ["potential_value"])
    assert values["value_minor"].tolist() == [500, 0]
    told = compute_all(late, [Q3], ["potential_value"])
    assert told["reason"].tolist() == ["terms_unknown", ""]  # B has no deal


def test_a_deal_called_won_on_a_day_still_to_come_is_closed() -> None:
    early = deal("1", "won", date(2027, 1, 20))
    context = replace(facts_of([early]), last_day=date(2026, 10, 1))
    assert compute_all(context, [Q3], ["deals_open"])["value"].tolist() == [0, 0]


def test_reports_list_the_deals_that_the_figure_counts() -> None:
    rows = [
        deal("now", "open", date(2026, 12, 1)),
        deal("since", "lost", date(2026, 10, 2), probability=0.0),
        deal("later", "open", None, created_date=date(2026, 10, 2)),
        deal("before", "won", date(2026, 8, 1)),
    ]
    deals = open_deals(facts_of(rows), Q3)["A"]
    assert [(item.name, item.amount_minor) for item in deals] == [("since", None), ("now", 1000)]
    assert figure("deals_open", *rows) == len(deals)
    known = replace(facts_of([deal("early", "won", date(2027, 1, 20))]), last_day=date(2026, 10, 1))
    assert open_deals(known, Q3) == {}
    late = replace(facts_of(rows), last_day=date(2027, 1, 31))
    assert [item.amount_minor for item in open_deals(late, Q3)["A"]] == [None, None]


def test_a_won_deal_without_amount_is_no_amount_of_zero() -> None:
    silent = deal("1", "won", date(2026, 8, 1), amount_minor=None)
    lost = deal("2", "lost", date(2026, 8, 2), amount_minor=None)
    assert figure("won_amount", silent, lost) == "amount_missing"
    assert figure("win_rate_amount", silent, lost) == "amount_missing"
    assert (
        figure("win_rate_amount", silent, deal("5", "lost", date(2026, 8, 2))) == "amount_missing"
    )
    assert figure("win_rate_amount", lost, deal("6", "won", date(2026, 8, 2))) == "amount_missing"
    assert figure("sales_growth", silent, deal("3", "won", date(2025, 8, 1))) == "amount_missing"
    assert figure("won_amount", silent, deal("4", "won", date(2026, 8, 1))) == "amount_missing"
    assert figure("won_amount", lost) == 0


days = st.dates(date(2025, 6, 1), date(2026, 10, 20))
deals = st.lists(
    st.builds(
        deal,
        st.just(""),
        st.sampled_from(["open", "won", "lost"]),
        st.none() | days,
        account_id=st.sampled_from(["A", "A", "B", "Z"]),
        amount_minor=st.none() | st.integers(0, 9999),
        currency=st.sampled_from(["USD", "EUR"]),
        probability=st.none() | st.sampled_from([0.0, 0.25, 0.5, 1.0]),
        created_date=st.none() | days,
    ),
    max_size=12,
).map(lambda rows: [row | {"opportunity_id": f"{place}"} for place, row in enumerate(rows)])


def in_dollars(parts: dict[str, int]) -> int:
    euros = half_even(Fraction(parts.get("EUR", 0)) * Fraction(EURO))
    return parts.get("USD", 0) + euros


def summed(rows: list[dict[str, Any]], name: str = "amount_minor") -> int:
    """By month of close first: each month is converted by itself."""
    months: dict[Any, dict[str, int]] = {}
    for row in rows:
        day = row["close_date"] if name == "amount_minor" else None
        part = months.setdefault((day.year, day.month) if day else None, {})
        part[row["currency"]] = part.get(row["currency"], 0) + (row[name] or 0)
    return sum(in_dollars(part) for part in months.values())


def _priced(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in rows if row["amount_minor"] is not None]


def reference(rows: list[dict[str, Any]], kpi: str) -> float | int | None:
    def closed_in(period: Period, *states: str) -> list[dict[str, Any]]:
        return [
            row
            for row in rows
            if row["state"] in states
            and row["close_date"]
            and period.start <= row["close_date"] < period.end
        ]

    won, lost = closed_in(Q3, "won"), closed_in(Q3, "lost")
    if kpi == "won_amount":
        return summed(won) if won == _priced(won) else None
    if kpi == "win_rate":
        return len(won) / len(won + lost) if won + lost else None
    if kpi == "sales_growth":
        before = closed_in(Q3.year_ago, "won")
        if won + before != _priced(won + before):
            return None
        base = summed(before)
        return (summed(won) - base) / base if base > 0 else None
    if kpi == "win_rate_amount":
        if won + lost != _priced(won + lost):
            return None
        gained, decided = summed(won), summed(won + lost)
        return gained / decided if decided > 0 else None
    if kpi == "won_of_created":
        first, last = date(2025, 7, 3), date(2026, 7, 2)
        begun = [
            row for row in rows if row["created_date"] and first <= row["created_date"] <= last
        ]
        gained = [
            row
            for row in begun
            if row["state"] == "won" and row["close_date"] and row["close_date"] < Q3.end
        ]
        return len(gained) / len(begun) if begun else None
    standing = [
        row
        for row in rows
        if (row["state"] == "open" or (row["close_date"] and row["close_date"] >= Q3.end))
        and (row["created_date"] is None or row["created_date"] < Q3.end)
    ]
    if kpi == "deals_open":
        return len(standing)
    if kpi == "deals_open_age_median":
        dated = [row["created_date"] for row in standing if row["created_date"]]
        return median((Q3.valuation_date - day).days for day in dated) if dated else None
    if any(row["state"] != "open" for row in standing):
        return None
    if any(row["amount_minor"] is None or row["probability"] is None for row in standing):
        return None
    expected = [
        row
        | {"expected": half_even(Fraction(row["amount_minor"]) * Fraction(str(row["probability"])))}
        for row in standing
    ]
    return summed(expected, "expected")


@settings(deadline=None, max_examples=15)
@given(rows=deals)
@pytest.mark.thorough
def test_every_figure_equals_the_reference_on_all_rows_and_on_those_it_names(rows: Any) -> None:
    values = compute_all(facts_of(rows), [Q3], PIPELINE)
    for row in values.itertuples():
        own = [item for item in rows if item["account_id"] == row.entity_id]
        number = row.value_minor if specs()[row.kpi].unit == "money" else row.value
        actual = None if pd.isna(number) else number
        assert actual == pytest.approx(reference(own, row.kpi)), row.kpi
        context = facts_of(rows)
        one = context.grouped(
            context.entities[context.entities["entity_id"] == row.entity_id], "client"
        )
        (named,) = explained(one, row.kpi, Q3)
        keys = set(named.entered["opportunity_id"])
        entered = [item for item in own if item["opportunity_id"] in keys]
        # A deal whose worth is not known hides the value, and enters nothing.
        if actual is not None or row.reason not in ("terms_unknown", "amount_missing"):
            assert actual == pytest.approx(reference(entered, row.kpi)), row.kpi
        assert len(named.rows) == len(own)
