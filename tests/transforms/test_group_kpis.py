"""Figures of managers, teams and everybody that are not their clients' added up."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from money_companies import companies
from money_rows import company, invoice, line
from reference_money import earned
from reference_money.as_facts import facts_of
from reference_money.company import Company, NoRate

from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.kpis import compute_all, explained
from transforms.metrics.kpi import EntityKind
from transforms.metrics.metric_context import MetricContext
from transforms.tables import TABLES

Q3 = Period.parse("2026-Q3")
few = settings(deadline=None, max_examples=10)


def grouped(
    context: MetricContext, kind: EntityKind, owner: dict[str, str], **tables: list[dict[str, Any]]
) -> MetricContext:
    """The context seen by manager, team or altogether; `owner` is by client."""
    frames = {name: TABLES[name].conform(pd.DataFrame(rows)) for name, rows in tables.items()}
    entities = context.entities.assign(
        entity_id=context.entities["entity_id"].map(owner), currency="USD"
    )
    together = CanonicalTables({**context.tables.frames, **frames})
    kept = entities[entities["entity_id"].notna()].reset_index(drop=True)
    return replace(context, tables=together, entities=kept, entity_type=kind)


def figure(context: MetricContext, kpi: str, entity: str) -> Any:
    values = compute_all(context, [Q3], [kpi]).set_index("entity_id").loc[entity]
    return values["reason"] if pd.isna(values["value"]) else values["value"]


# Growth of a portfolio, new clients too.


def everybody(of: Company) -> MetricContext:
    return grouped(facts_of(of), EntityKind.PORTFOLIO, dict.fromkeys(of.clients, "portfolio"))


def test_a_new_client_raises_growth_of_the_portfolio_and_not_growth_on_a_year_ago() -> None:
    now, then = date(2026, 8, 1), date(2025, 8, 1)
    of = company(
        owners={"A": "A", "B": "B"},
        currencies={"A": "USD", "B": "USD"},
        invoices=[invoice("1", then, 100), invoice("2", now, 90), invoice("3", now, 30)],
        invoice_lines=[line("1", 100), line("2", 90), line("3", 30)],
    )
    of.invoices[2]["account_id"] = of.invoice_lines[2]["account_id"] = "B"  # type: ignore[index]
    assert figure(everybody(of), "portfolio_growth", "portfolio") == pytest.approx(0.2)
    parts = compute_all(facts_of(of), [Q3], ["revenue_existing_clients", "revenue_new_clients"])
    assert parts.groupby("kpi")["value_minor"].sum().to_dict() == {
        "revenue_existing_clients": 90,
        "revenue_new_clients": 30,
    }
    assert compute_all(facts_of(of), [Q3], ["portfolio_growth"]).empty


def slow_growth(of: Company) -> float | str:
    in_dollars = replace(of, currencies=dict.fromkeys(of.currencies, "USD"))
    if not any(earned.counted_lines(of, client) for client in of.clients):
        return "no_rows"
    try:
        now, base = (
            sum(earned.revenue(in_dollars, client, period) for client in of.clients)
            for period in (Q3, Q3.year_ago)
        )
    except NoRate:
        return "rate_missing"
    return (now - base) / base if base > 0 else "no_opening_revenue"


@pytest.mark.parametrize("first", [EntityKind.CLIENT, EntityKind.PORTFOLIO, EntityKind.ACCOUNT])
def test_whoever_is_computed_first_a_line_of_another_clients_document_earns_nothing(
    first: EntityKind,
) -> None:
    now, then = date(2026, 8, 1), date(2025, 8, 1)
    of = company(
        owners={"A": "A", "A2": "A", "B": "B"},
        currencies={"A": "USD", "B": "USD"},
        invoices=[invoice("1", then, 100), invoice("2", now, 90)],
        invoice_lines=[
            line("1", 100),
            line("2", 90, account_id="A2"),
            line("2", 50, account_id="B", line_id="of another"),
        ],
    )
    clients = facts_of(of)
    own = clients.entities.assign(entity_id=clients.entities["account_id"])
    groupings = {
        EntityKind.CLIENT: clients,
        EntityKind.ACCOUNT: clients.grouped(own, EntityKind.ACCOUNT),
        EntityKind.PORTFOLIO: clients.grouped(
            clients.entities.assign(entity_id="all"), EntityKind.PORTFOLIO
        ),
    }
    compute_all(groupings[first], [Q3], ["recognised_revenue"])
    assert figure(groupings[EntityKind.PORTFOLIO], "portfolio_growth", "all") == pytest.approx(-0.1)
    earned = compute_all(groupings[EntityKind.ACCOUNT], [Q3], ["recognised_revenue"])
    assert earned["value_minor"].fillna(0).tolist() == [0, 90, 0]


@pytest.mark.thorough
@few
@given(of=companies)
def test_growth_of_the_portfolio_equals_the_reference_on_all_rows_and_on_those_it_names(
    of: Company,
) -> None:
    context = everybody(of)
    told = figure(context, "portfolio_growth", "portfolio")
    assert told == pytest.approx(slow_growth(of))
    lines, documents = explained(context, "portfolio_growth", Q3)
    keys = set(lines.entered["line_id"]), set(documents.entered["invoice_id"])
    named = replace(
        of,
        invoice_lines=[row for row in of.invoice_lines or [] if row["line_id"] in keys[0]],
        invoices=[row for row in of.invoices or [] if row["invoice_id"] in keys[1]],
    )
    if not isinstance(told, str):
        assert told == pytest.approx(slow_growth(named))


# Leads.

MANAGERS = [
    {"manager_id": "ana", "manager_name": "Ana", "team": "North"},
    {"manager_id": "luis", "manager_name": "Luis", "team": "North"},
    {"manager_id": "eva", "manager_name": "Eva", "team": "South"},
]
TEAMS = {row["manager_id"]: row["team"] for row in MANAGERS}
CLIENTS = {"A": "ana", "B": "luis", "C": "eva"}


def lead(key: str, created: date, converted: date | None = None, **more: Any) -> dict[str, Any]:
    usual = {"lead_id": key, "manager_id": "ana", "created_date": created}
    return usual | {"converted_date": converted} | more


def of_leads(leads: list[dict[str, Any]], kind: EntityKind) -> MetricContext:
    nobody = facts_of(
        company(owners={key: key for key in "ABC"}, currencies=dict.fromkeys("ABC", "USD"))
    )
    owners = {
        EntityKind.MANAGER: CLIENTS,
        EntityKind.TEAM: {client: TEAMS[manager] for client, manager in CLIENTS.items()},
        EntityKind.PORTFOLIO: dict.fromkeys(CLIENTS, "portfolio"),
    }[kind]
    return grouped(nobody, kind, owners, leads=leads, managers=MANAGERS)


LEADS = [
    lead("1", date(2026, 6, 1), date(2026, 7, 1)),
    lead("2", date(2026, 6, 1)),
    lead("3", date(2026, 6, 1), date(2026, 10, 5)),  # after the quarter
    lead("4", date(2026, 9, 1), date(2026, 9, 2)),  # too young
    lead("5", date(2025, 5, 1), date(2025, 6, 2)),  # too old
    lead("6", date(2026, 6, 1), date(2026, 7, 1), manager_id="luis"),
    lead("7", date(2026, 6, 1), manager_id=None),
]


@pytest.mark.parametrize(
    ("kind", "entity", "rate"),
    [
        (EntityKind.MANAGER, "ana", 1 / 3),
        (EntityKind.MANAGER, "luis", 1.0),
        (EntityKind.MANAGER, "eva", "no_leads"),
        (EntityKind.TEAM, "North", 1 / 2),
        (EntityKind.PORTFOLIO, "portfolio", 2 / 5),
    ],
)
def test_only_leads_old_enough_to_be_judged_count_for_whoever_works_them(
    kind: EntityKind, entity: str, rate: Any
) -> None:
    assert figure(of_leads(LEADS, kind), "lead_conversion", entity) == pytest.approx(rate)


def test_clients_and_segments_have_no_lead_conversion() -> None:
    assert compute_all(
        replace(of_leads(LEADS, EntityKind.MANAGER), entity_type="client"),
        [Q3],
        ["lead_conversion"],
    ).empty


days = st.dates(date(2025, 5, 1), date(2026, 11, 1))
leads = st.lists(
    st.builds(
        lead,
        st.just(""),
        days,
        st.none() | days,
        manager_id=st.sampled_from(["ana", "luis", "eva", "gone", None]),
    ),
    max_size=14,
).map(lambda rows: [row | {"lead_id": f"{place}"} for place, row in enumerate(rows)])


def slow_conversion(rows: list[dict[str, Any]], of: set[str] | None) -> float | str:
    cohort = [
        row
        for row in rows
        if date(2025, 7, 3) <= row["created_date"] <= date(2026, 7, 2)
        and (of is None or row["manager_id"] in of)
    ]
    became = [row for row in cohort if row["converted_date"] and row["converted_date"] < Q3.end]
    return len(became) / len(cohort) if cohort else "no_leads"


@pytest.mark.thorough
@few
@given(rows=leads)
def test_lead_conversion_equals_the_reference_on_all_rows_and_on_those_it_names(rows: Any) -> None:
    whose = {
        (EntityKind.MANAGER, "ana"): {"ana"},
        (EntityKind.TEAM, "North"): {"ana", "luis"},
        (EntityKind.PORTFOLIO, "portfolio"): None,
    }
    for (kind, entity), managers in whose.items():
        context = of_leads(rows, kind)
        told = figure(context, "lead_conversion", entity)
        assert told == pytest.approx(slow_conversion(rows, managers))
        one = replace(context, entities=context.entities[context.entities["entity_id"] == entity])
        (named,) = explained(one, "lead_conversion", Q3)
        keys = set(named.entered["lead_id"])
        entered = [row for row in rows if row["lead_id"] in keys]
        assert told == pytest.approx(slow_conversion(entered, None))


# Targets.


def aim(entity_type: str, entity_id: str, target: float, **more: Any) -> dict[str, Any]:
    usual = {"period": "2026-Q3", "metric": "recognised_revenue", "currency": "USD"}
    return usual | {"entity_type": entity_type, "entity_id": entity_id, "target": target} | more


def with_targets(*targets: dict[str, Any], kind: EntityKind = EntityKind.CLIENT) -> MetricContext:
    day = date(2026, 8, 1)
    earning = facts_of(
        company(
            owners={"A": "A", "B": "B"},
            currencies={"A": "USD", "B": "USD"},
            invoices=[invoice("1", day, 9000), invoice("2", day, 1000, account_id="B")],
            invoice_lines=[line("1", 9000), line("2", 1000, account_id="B")],
        )
    )
    owner = {"A": "A", "B": "B"} if kind is EntityKind.CLIENT else {"A": "ana", "B": "ana"}
    return grouped(earning, kind, owner, targets=list(targets))


def test_revenue_is_set_against_the_target_of_the_client_or_of_its_manager() -> None:
    own, managers = aim("client", "A", 120.0), aim("manager", "ana", 80.0)
    assert figure(with_targets(own, managers), "revenue_target_attainment", "A") == 0.75
    of_ana = with_targets(own, managers, kind=EntityKind.MANAGER)
    assert figure(of_ana, "revenue_target_attainment", "ana") == 1.25


@pytest.mark.parametrize(
    "other",
    [
        {"currency": "EUR"},
        {"period": "2026-Q2"},
        {"metric": "csat"},
        {"target": 0.0},
        {"entity_id": "B"},
    ],
    ids=["another currency", "another period", "another figure", "nothing", "another client"],
)
def test_what_is_no_target_for_the_figure_gives_no_attainment(other: dict[str, Any]) -> None:
    context = with_targets(aim("client", "A", 120.0) | other)
    assert figure(context, "revenue_target_attainment", "A") == "no_target"


@pytest.mark.thorough
@few
@given(of=companies, aims=st.dictionaries(st.sampled_from(["A1", "B1", "C1"]), st.integers(0, 90)))
def test_attainment_equals_the_reference_on_all_rows_and_on_those_it_names(
    of: Company, aims: dict[str, int]
) -> None:
    targets = [aim("client", key, float(n), currency=of.currencies[key]) for key, n in aims.items()]
    frames = {"targets": TABLES["targets"].conform(pd.DataFrame(targets))}
    context = facts_of(of)
    context = replace(context, tables=CanonicalTables({**context.tables.frames, **frames}))
    for client in of.clients:
        told = figure(context, "revenue_target_attainment", client)
        answer = earned.recognised_revenue(of, client, Q3)
        aimed = aims.get(client, 0) * 10 ** {"USD": 2, "EUR": 2, "JPY": 0}[of.currencies[client]]
        if answer.value is not None and aimed:
            assert told == pytest.approx(answer.value / aimed)
        else:
            assert told == (answer.reason if client in aims and answer.reason else "no_target")


def test_the_target_and_the_lines_are_named_with_the_resources_planned() -> None:
    context = with_targets(
        aim("client", "A", 120.0, planned_resources="two consultants"),
        aim("client", "A", 0.9, metric="csat"),
    )
    one = replace(context, entities=context.entities[context.entities["entity_id"] == "A"])
    targets, lines, _ = explained(one, "revenue_target_attainment", Q3)
    assert targets.entered["planned_resources"].tolist() == ["two consultants"]
    assert sorted(targets.left_out) == ["", "other_metric"]
    assert lines.entered["earned_minor"].sum() == 9000


# On how few clients the revenue hangs.


def sellers(*nets: int) -> Company:
    names = [chr(ord("A") + place) for place in range(len(nets))]
    sold = [
        invoice(name, date(2026, 8, 1), net, account_id=name)
        for name, net in zip(names, nets, strict=True)
    ]
    return company(
        owners={name: name for name in names},
        currencies=dict.fromkeys(names, "USD"),
        invoices=sold,
        invoice_lines=[
            line(name, net, account_id=name) for name, net in zip(names, nets, strict=True)
        ],
    )


def test_revenue_of_few_clients_is_concentrated_and_credits_are_nobodys_share() -> None:
    context = everybody(sellers(60, 30, 10, -5))
    assert figure(context, "revenue_largest_client", "portfolio") == pytest.approx(0.6)
    assert figure(context, "revenue_concentration", "portfolio") == pytest.approx(4600)
    assert figure(context, "revenue_largest_ten", "portfolio") == "too_few_clients"
    eleven = everybody(sellers(*range(1, 12)))
    assert figure(eleven, "revenue_largest_ten", "portfolio") == pytest.approx(65 / 66)
    assert figure(everybody(sellers(7)), "revenue_largest_client", "portfolio") == "too_few_clients"
    assert figure(everybody(sellers(-7)), "revenue_concentration", "portfolio") == "no_revenue"


def test_accounts_of_one_client_are_one_share() -> None:
    of = sellers(60, 30, 10)
    of = replace(of, owners={"A": "A", "B": "B", "C": "B"}, currencies={"A": "USD", "B": "USD"})
    assert figure(everybody(of), "revenue_concentration", "portfolio") == pytest.approx(5200)


def slow_concentration(of: Company) -> dict[str, float | str]:
    in_dollars = replace(of, currencies=dict.fromkeys(of.currencies, "USD"))
    kpis = ("revenue_largest_client", "revenue_largest_ten", "revenue_concentration")
    try:
        each = [earned.revenue(in_dollars, client, Q3) for client in of.clients]
    except NoRate:
        return dict.fromkeys(kpis, "rate_missing")
    shares = sorted((minor for minor in each if minor > 0), reverse=True)
    if not shares:
        return dict.fromkeys(kpis, "no_revenue")
    whole = sum(shares)
    few = "too_few_clients"
    return {
        kpis[0]: shares[0] / whole if len(shares) > 1 else few,
        kpis[1]: sum(shares[:10]) / whole if len(shares) > 10 else few,
        kpis[2]: sum(10_000 * (minor / whole) ** 2 for minor in shares),
    }


@pytest.mark.thorough
@few
@given(of=companies)
def test_concentration_equals_the_reference_on_all_rows_and_on_those_it_names(
    of: Company,
) -> None:
    context = everybody(of)
    for kpi, expected in slow_concentration(of).items():
        assert figure(context, kpi, "portfolio") == pytest.approx(expected)
        lines, _ = explained(context, kpi, Q3)
        keys = set(lines.entered["line_id"])
        rows = [row for row in of.invoice_lines or [] if row["line_id"] in keys]
        named = slow_concentration(replace(of, invoice_lines=rows))
        assert isinstance(expected, str) or named[kpi] == pytest.approx(expected)
