"""Figures that compare a client with others: equal to their slow reference, from a snapshot that
stays as it was taken.
"""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import answered
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from money_companies import OWNERS, companies
from money_rows import company, cost, invoice, line, subscription
from reference_money import population as slow
from reference_money.as_facts import FEEDS, facts_of
from reference_money.company import Answer, Company

from transforms.clients.snapshot import population_of
from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.kpis import compute_all, explained, specs
from transforms.metrics.arithmetic import steps_of
from transforms.metrics.asked import Asked
from transforms.metrics.kpi import KpiSpec
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.norms import Population, SegmentNorm
from transforms.tables import TABLES

Q3 = Period.parse("2026-Q3")
POPULATION = answered.of_population()
EASY = Policy(population_minimum_clients=1, population_minimum_owners=1, reporting_currency="USD")
PRODUCTS = [
    {"product_id": "core", "product_name": "Core", "is_recurring": True},
    {"product_id": "plus", "product_name": "Plus", "is_recurring": True},
    {"product_id": "setup", "product_name": "Setup", "is_recurring": False},
]

few = settings(deadline=None, max_examples=10)
many = settings(deadline=None, max_examples=300)


def snapshot(of: Company, period: Period = Q3) -> Population:
    return population_of("USD", [facts_of(slow.in_dollars(of))], [period])


def with_population(of: Company, found: Population) -> MetricContext:
    return replace(facts_of(of), population=found)


def values_of(of: Company, found: Population, period: Period = Q3) -> pd.DataFrame:
    values = compute_all(with_population(of, found), [period], POPULATION)
    return values.set_index(["entity_id", "kpi"]).sort_index()


def answer(row: Any) -> Answer:
    number = row["value_minor"] if row["unit"] == "money" else row["value"]
    return Answer(None if pd.isna(number) else number, row["reason"])


def dressed(parts: tuple[Company, list[str], dict[str, str], int]) -> Company:
    """A random company whose clients have segments, and whose subscriptions are of products."""
    of, products, segments, fewest = parts
    policy = replace(
        of.policy,
        reporting_currency="USD",
        population_minimum_clients=fewest,
        population_minimum_owners=fewest,
    )
    subscriptions = of.subscriptions and [
        row | {"product_id": products[place % len(products)]}
        for place, row in enumerate(of.subscriptions)
    ]
    return replace(
        of, policy=policy, subscriptions=subscriptions, segments=segments, products=PRODUCTS
    )


dressed_companies = st.tuples(
    companies,
    st.lists(st.sampled_from(["core", "plus", "setup"]), min_size=2, max_size=5),
    st.dictionaries(
        st.sampled_from(["A1", "B1", "C1"]), st.sampled_from(["business", "corporate"])
    ),
    st.sampled_from([1, 1, 2]),
).map(dressed)


def check_against_reference(of: Company) -> None:
    norms, actual = slow.norms(of, Q3), values_of(of, snapshot(of))
    for client in of.clients:
        expected = slow.answers(of, client, Q3, norms)
        for kpi in POPULATION:
            told = expected.get(kpi, Answer(reason="feed_missing"))
            assert answer(actual.loc[(client, kpi)]) == told, (client, kpi)


@pytest.mark.thorough
@few
@given(of=dressed_companies)
def test_every_figure_equals_the_reference(of: Company) -> None:
    check_against_reference(of)


@pytest.mark.long
@many
@given(of=dressed_companies)
def test_every_figure_of_many_companies_equals_the_reference(of: Company) -> None:
    check_against_reference(of)


@pytest.mark.thorough
@few
@given(of=dressed_companies)
def test_the_snapshot_stays_when_other_clients_are_not_looked_at(of: Company) -> None:
    alone = {feed: of.of("A1", rows) for feed in FEEDS if (rows := getattr(of, feed))}
    owners = {key: owner for key, owner in OWNERS.items() if owner == "A1"}
    found = snapshot(of)
    together = values_of(of, found).loc[["A1"]]
    pd.testing.assert_frame_equal(values_of(replace(of, owners=owners, **alone), found), together)


def only_entered(of: Company, context: MetricContext, spec: KpiSpec) -> Company:
    """The company with no rows but those that the explanation names as entered."""
    kept: dict[str, set[Any]] = {}
    for part in explained(context, spec.id, Q3):
        assert len(part.rows) == len(part.left_out)
        assert set(part.shown) <= set(part.rows.columns)
        keys = part.entered[list(TABLES[part.table].key)].astype("object")
        kept[part.table] = set(keys.itertuples(index=False, name=None))

    def is_kept(feed: str, row: Any) -> bool:
        key = tuple(row[name] for name in TABLES[feed].key)
        plain = tuple(pd.Timestamp(item) if isinstance(item, date) else item for item in key)
        return plain in kept.get(feed, set())

    rows = {
        feed: value and [row for row in value if is_kept(feed, row)]
        for feed in FEEDS
        if (value := getattr(of, feed)) is not None
    }
    return replace(of, **rows)


@pytest.mark.thorough
@few
@given(of=dressed_companies)
def test_every_figure_comes_out_of_the_rows_it_names_and_the_snapshot(of: Company) -> None:
    found, norms = snapshot(of), slow.norms(of, Q3)
    for (client, kpi), row in values_of(of, found).iterrows():
        told = answer(row)
        if told.value in (None, 0):
            continue
        context = with_population(of, found)
        ours = context.entities[context.entities["entity_id"] == client].reset_index(drop=True)
        one = replace(context, entities=ours)
        named = only_entered(of, one, specs()[str(kpi)])
        if kpi == "lifetime_value":  # that the client is active rests on other rows
            named = replace(named, subscriptions=of.subscriptions, invoices=of.invoices)
        assert slow.answers(named, str(client), Q3, norms)[str(kpi)] == told, (client, kpi)


def three_clients(policy: Policy = EASY) -> Company:
    """Two clients like each other, of which one has both products and left nothing out."""
    day = date(2025, 1, 1)
    months = [date(2025 + (m + 8) // 12, (m + 8) % 12 + 1, 1) for m in range(1, 13)]
    kinds = (("cost_of_sales", 20), ("cost_to_serve", 10))
    return company(
        owners={key: key for key in "ABC"},
        currencies=dict.fromkeys("ABC", "USD"),
        policy=policy,
        segments={"A": "business", "B": "business"},
        products=PRODUCTS,
        subscriptions=[
            subscription("1", day, 1200, product_id="core"),
            subscription("2", day, 600, product_id="plus"),
            subscription("3", day, 2400, product_id="core", account_id="B"),
            subscription("4", day, 1200, product_id="core", account_id="C"),
        ],
        invoices=[invoice(f"{m}", m, 100) for m in months],
        invoice_lines=[line(f"{m}", 100) for m in months],
        costs=[cost(m, amount, cost_kind=kind) for m in months for kind, amount in kinds],
    )


def figure(of: Company, kpi: str, client: str) -> Any:
    found = answer(values_of(of, snapshot(of)).loc[(client, kpi)])
    return found.reason if found.value is None else found.value


@pytest.mark.thorough
def test_white_space_is_what_half_of_its_kind_pays_times_how_many_do() -> None:
    of = three_clients()
    assert figure(of, "white_space_products", "B") == 1
    assert figure(of, "white_space", "B") == 300  # plus: 600, of one in two
    assert figure(of, "white_space_products", "A") == 0
    assert figure(of, "white_space", "C") == "no_segment"
    abroad = replace(of, currencies=dict.fromkeys("AB", "EUR") | {"C": "USD"})
    assert figure(abroad, "white_space", "B") == "rate_missing"
    assert figure(abroad, "white_space", "A") == 0  # of nothing, no rate is needed


def test_lifetime_value_discounts_five_years_by_how_many_of_its_kind_stay() -> None:
    of = three_clients()
    # 12 × (100 − 30) a year; both clients of the segment stayed.
    assert figure(of, "lifetime_value", "A") == round(sum(840 / 1.1**t for t in range(5)))
    assert figure(of, "lifetime_value", "B") == "no_rows"


def test_expected_profit_is_what_is_contracted_at_the_margin_of_its_kind() -> None:
    of = three_clients()
    assert figure(of, "expected_profit", "B") == 1680  # 2400 × 70 %
    ending = [row | {"end_date": date(2027, 4, 1)} for row in of.subscriptions or []]
    half = replace(of, subscriptions=ending)
    assert figure(half, "expected_profit", "B") == round(round(2400 * Fraction(182, 365)) * 0.7)


@pytest.mark.parametrize(
    ("kpi", "client", "lines"), [("lifetime_value", "A", 5), ("expected_profit", "B", 1)]
)
def test_what_is_multiplied_is_told_with_its_numbers(kpi: str, client: str, lines: int) -> None:
    of = three_clients()
    context = with_population(of, snapshot(of))
    ours = context.entities[context.entities["entity_id"] == client].reset_index(drop=True)
    base, *steps = steps_of(specs()[kpi].figure, Asked(context.grouped(ours, "client"), Q3))
    assert base.facts["role"] == "base"
    assert len(steps) == lines
    assert all(step.facts["base"] == base.facts["number"] for step in steps)
    whole = sum(step.facts["base"].amount * step.facts["factor"] for step in steps)  # type: ignore[union-attr, operator]
    assert round(whole) == figure(of, kpi, client)


def test_what_nobody_had_seen_on_the_day_is_not_expected() -> None:
    of = three_clients()
    later = subscription("5", date(2026, 10, 1), 9_900, account_id="B")
    signed = replace(of, subscriptions=[*(of.subscriptions or []), later])
    assert figure(signed, "expected_profit", "B") == 1680

    seen = pd.DataFrame([later | {"valid_from": pd.Timestamp(2026, 9, 30), "basis": "delivered"}])
    context = with_population(signed, snapshot(signed))
    versions = TABLES["subscription_versions"].conform(seen)
    tables = CanonicalTables({**context.tables, "subscription_versions": versions})
    known = replace(context, tables=tables)
    values = compute_all(known, [Q3], ["expected_profit"]).set_index("entity_id")
    assert values.loc["B", "value_minor"] == round(0.7 * (2400 + 9_900))


def test_a_cancellation_that_came_later_was_not_known_on_the_day() -> None:
    of = three_clients()

    def expected(cancelled: date | None) -> Any:
        ends = {"end_date": date(2027, 4, 1), "cancelled_date": cancelled}
        rows = [row | ends for row in of.subscriptions or []]
        return figure(replace(of, subscriptions=rows), "expected_profit", "B")

    half = round(round(2400 * Fraction(182, 365)) * 0.7)
    assert expected(date(2026, 9, 30)) == expected(None) == half
    assert expected(date(2026, 10, 1)) == 1680


def test_a_client_that_only_invoices_has_all_that_its_kind_buys_before_it() -> None:
    of = three_clients()
    billed = {"account_id": "D"}
    invoicing = replace(
        of,
        owners={**of.owners, "D": "D"},
        currencies={**of.currencies, "D": "USD"},
        segments={**of.segments, "D": "business"},
        invoices=[*(of.invoices or []), invoice("d", date(2026, 9, 1), 50, **billed)],
        invoice_lines=[*(of.invoice_lines or []), line("d", 50, **billed)],
    )
    assert figure(invoicing, "white_space_products", "D") == 2
    gone = subscription("d", date(2025, 1, 1), 1200, end_date=date(2026, 6, 1), **billed)
    left = replace(invoicing, subscriptions=[*(of.subscriptions or []), gone])
    assert figure(left, "white_space_products", "D") == "not_active"


def test_a_young_client_is_worth_what_is_contracted_and_that_is_told() -> None:
    of = three_clients()
    young = replace(
        of,
        owners={**of.owners, "Y": "Y", "Z": "Z"},
        currencies={**of.currencies, "Y": "USD", "Z": "USD"},
        segments={**of.segments, "Y": "business", "Z": "business"},
        subscriptions=[
            *(of.subscriptions or []),
            subscription("6", date(2026, 7, 1), 1_000, account_id="Y"),
        ],
        invoices=[
            *(of.invoices or []),
            invoice("y", date(2026, 7, 1), 250, account_id="Y"),
            invoice("z", date(2026, 7, 1), 250, account_id="Z"),
        ],
        invoice_lines=[
            *(of.invoice_lines or []),
            line("y", 250, account_id="Y"),
            line("z", 250, account_id="Z"),
        ],
    )
    values = values_of(young, snapshot(young))
    told = values.loc[("Y", "lifetime_value")]
    assert told["numerator"] == values.loc[("Y", "expected_profit"), "value_minor"] == 700
    assert (told["value_minor"], told["note"]) == (
        round(sum(700 / 1.1**t for t in range(5))),
        "contracted",
    )
    assert values.loc[("A", "lifetime_value"), "note"] == ""
    assert figure(young, "lifetime_value", "Z") == "new_account"  # nothing is contracted


@pytest.mark.thorough
def test_too_few_clients_are_no_measure() -> None:
    thin = three_clients(Policy(reporting_currency="USD"))
    assert figure(thin, "expected_profit", "A") == "too_few_clients"
    assert figure(thin, "lifetime_value", "A") == "too_few_clients"
    assert figure(thin, "white_space", "A") == "too_few_clients"


def test_without_a_snapshot_there_are_no_such_figures() -> None:
    assert compute_all(facts_of(three_clients()), [Q3], POPULATION).empty


def test_a_norm_of_nobody_says_nothing() -> None:
    nobody = SegmentNorm(0, 0, 0, 0, 0, 0, {})
    assert (nobody.retention(0), nobody.margin(0)) == (None, None)


@pytest.mark.parametrize("left", [date(2025, 6, 1), date(2026, 3, 1)])
def test_who_is_back_for_less_than_a_year_is_worth_what_is_contracted(left: date) -> None:
    of = three_clients()
    first, *others = of.subscriptions or []
    gone = [{**first, "end_date": left}, {**others[0], "end_date": left}, *others[1:]]
    back = subscription("5", date(2026, 8, 1), 1_000)
    values = values_of(of := replace(of, subscriptions=[*gone, back]), snapshot(of))
    told = values.loc[("A", "lifetime_value")]
    assert told["note"] == "contracted"
    assert told["numerator"] == values.loc[("A", "expected_profit"), "value_minor"] > 0
