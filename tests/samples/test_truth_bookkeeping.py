"""The truth: consistent in itself, and saying what the stories say."""

import csv
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

COMPANY = Path(__file__).parents[2] / "samples" / "company"
QUARTER = "2026-Q3"
MONTHS = ("2026-07", "2026-08", "2026-09")
Row = dict[str, str]


@cache
def truth() -> dict[tuple[str, str, str], Row]:
    with (COMPANY / "truth" / "kpis.csv").open(encoding="utf-8", newline="") as file:
        return {(row["entity_id"], row["kpi"], row["period"]): row for row in csv.DictReader(file)}


@cache
def totals() -> dict[str, dict[str, dict[str, dict[str, object]]]]:
    return json.loads((COMPANY / "truth" / "totals.json").read_text(encoding="utf-8"))


@cache
def entities() -> tuple[str, ...]:
    """Clients and the portfolio."""
    return tuple(dict.fromkeys(entity for entity, kpi, _ in truth() if kpi == "mrr"))


@cache
def client(name: str) -> str:
    path = COMPANY / "landing" / "2026-10-01" / "salesforce" / "Account.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return next(row["Id"] for row in csv.DictReader(file) if row["Name"].startswith(name))


def minor(entity: str, kpi: str, period: str) -> int | None:
    written = truth()[entity, kpi, period]["value_minor"]
    return int(written) if written else None


def value(name: str, kpi: str, period: str = QUARTER) -> float:
    return float(truth()[client(name), kpi, period]["value"])


def reason(name: str, kpi: str, period: str = QUARTER) -> str:
    return truth()[client(name), kpi, period]["reason"]


def test_every_figure_has_a_value_or_a_reason_and_never_both() -> None:
    for key, row in truth().items():
        told = [name for name in ("value", "value_minor", "reason") if row[name]]
        assert len(told) == 1, key


def test_the_bridge_of_recurring_revenue_closes_to_the_minor_unit() -> None:
    bridges = 0
    for entity, kpi, period in truth():
        if kpi != "mrr" or minor(entity, "mrr_start", period) is None:
            continue
        signs = {
            "mrr_start": 1,
            "mrr_new": 1,
            "mrr_expansion": 1,
            "mrr_reactivation": 1,
            "mrr_contraction": -1,
            "mrr_churn": -1,
            "mrr_exchange": 1,
        }
        parts = [sign * (minor(entity, part, period) or 0) for part, sign in signs.items()]
        assert sum(parts) == minor(entity, "mrr", period), (entity, period)
        bridges += 1
    assert bridges > 100


@pytest.mark.parametrize(
    "kpi",
    [
        *("recognised_revenue", "invoiced_amount", "tickets_created", "tickets_solved"),
        *("tasks_due", "meetings_held", "csat_answers"),
    ],
)
def test_months_add_up_to_the_quarter(kpi: str) -> None:
    for entity in entities():
        if entity == "portfolio":
            continue
        months = [truth()[entity, kpi, month] for month in MONTHS]
        quarter = truth()[entity, kpi, QUARTER]
        field = "value_minor" if quarter["value_minor"] else "value"
        assert sum(int(row[field]) for row in months) == int(quarter[field])


def test_revenue_of_new_and_of_existing_clients_is_all_revenue() -> None:
    kinds = ("revenue_existing_clients", "revenue_new_clients")
    for entity in entities():
        parts = [minor(entity, kind, QUARTER) or 0 for kind in kinds]
        assert sum(parts) == minor(entity, "recognised_revenue", QUARTER)


def test_ages_add_up_to_the_open_balance() -> None:
    ages = ("not_due", "1_30", "31_60", "61_90", "over_90")
    for entity, kpi, period in truth():
        if kpi == "open_balance":
            aged = sum(minor(entity, f"ageing_{age}", period) or 0 for age in ages)
            assert aged == minor(entity, "open_balance", period)


def test_the_portfolio_is_the_sum_of_clients_of_the_reporting_currency_and_more() -> None:
    whole = minor("portfolio", "recognised_revenue", QUARTER)
    pesos = [
        int(row["value_minor"])
        for (entity, kpi, period), row in truth().items()
        if (kpi, period) == ("recognised_revenue", QUARTER)
        and row["currency"] == "MXN"
        and entity != "portfolio"
    ]
    assert whole is not None
    assert whole > sum(pesos) > 0


def test_ratios_are_their_numerator_over_their_denominator() -> None:
    for (_, kpi, _), row in truth().items():
        if row["value"] and row["denominator"]:
            expected = float(row["numerator"]) / float(row["denominator"])
            scale = 100 if kpi == "nps" else 1
            assert float(row["value"]) == pytest.approx(scale * expected, rel=1e-9)


def test_the_unhappy_client_waits_long_and_says_so() -> None:
    name = "Grupo Logístico Almadén"
    assert value(name, "first_response_median") > 4
    assert value(name, "critical_resolution_median") > 8
    assert value(name, "nps") < 0
    assert value(name, "csat") < 0.5


def test_use_falls_where_it_is_said_to_fall_also_against_last_year() -> None:
    assert value("Clínicas Santa Aurelia", "usage_change") < -0.25
    assert value("Clínicas Santa Aurelia", "usage_change_year") < -0.25


def test_delivery_stalls_where_projects_are_blocked() -> None:
    assert value("Brightwater Foods", "delivery_on_time") < 0.6
    assert value("Brightwater Foods", "delivery_days_overdue_median") > 7


STORIES: dict[str, Callable[[], bool]] = {
    "left": lambda: minor(client("Papelera"), "mrr", QUARTER) == 0,
    "left in May": lambda: (minor(client("Papelera"), "mrr_churn", "2026-Q2") or 0) > 0,
    "won back": lambda: (minor(client("Muebles"), "mrr_reactivation", QUARTER) or 0) > 0,
    "new": lambda: reason("Talleres Ocotlán", "revenue_growth") == "new_account",
    "no tickets": lambda: reason("Bodegas Peñarrubia", "first_response_median") == "no_rows",
    "no answers": lambda: reason("Harbourline", "nps") == "no_answers",
    "few answers": lambda: reason("Consultores", "nps") == "too_few_answers",
    "credits only": lambda: (minor(client("Consultores"), "recognised_revenue", QUARTER) or 0) < 0,
    "no subscriptions": lambda: reason("Consultores", "mrr") == "no_subscriptions",
    "prepaid": lambda: minor(client("Summit Ridge"), "invoiced_amount", QUARTER) == 0,
    "prepaid earns": lambda: (minor(client("Summit"), "recognised_revenue", QUARTER) or 0) > 0,
    "shrinks": lambda: value("Editorial Tres Cantos", "revenue_growth_year") < -0.1,
    "no cost": lambda: reason("Cerámicas Montealbor", "gross_margin") == "cost_missing",
    "forty answers": lambda: value("Northgate Insurance", "nps_answers") == 40,
    "exchange": lambda: minor(client("Corporativo Altamira"), "mrr_exchange", QUARTER) != 0,
    "every age": lambda: all(
        (minor(client("Constructora"), f"ageing_{age}", QUARTER) or 0) > 0
        for age in ("1_30", "31_60", "61_90", "over_90")
    ),
    "refunded": lambda: minor(client("Lakeshore"), "unapplied_balance", QUARTER) == 0,
}


@pytest.mark.parametrize("story", sorted(STORIES))
def test_the_story_shows_in_the_figures(story: str) -> None:
    assert STORIES[story]()


def lines_of(file: str) -> list[str]:
    path = COMPANY / "landing" / file
    return path.read_text(encoding="utf-8-sig").splitlines()


def test_every_planted_fault_lies_where_the_truth_says() -> None:
    marks = {
        "unreadable_date": "CANCELAR",
        "nps_score_unknown": "R-11,11,",
        "test_mode": ",Test,",
        "lines_sum_differs": "LUM-",
        "unknown_account": "cus_",
        "exact_repeat": "il_",
    }
    for fault in totals()["faults"]:
        text = lines_of(str(fault["source_file"]))[int(str(fault["source_line"])) - 1]
        assert marks[str(fault["rule"])] in text


def test_the_repeated_line_is_letter_by_letter_the_one_before() -> None:
    fault = next(item for item in totals()["faults"] if item["rule"] == "exact_repeat")
    lines = lines_of(str(fault["source_file"]))
    assert lines.count(lines[int(str(fault["source_line"])) - 1]) == 2


FILES_OF = {
    "accounts": ["salesforce/Account.csv"],
    "managers": ["salesforce/User.csv"],
    "leads": ["salesforce/Lead.csv"],
    "invoices": ["stripe/invoices.csv", "stripe/credit_notes.csv"],
    "invoice_lines": ["stripe/invoice_line_items.csv", "stripe/credit_note_line_items.csv"],
    "payments": ["stripe/payments.csv", "stripe/refunds.csv"],
    "surveys": ["surveys/nps_answers.csv", "surveys/csat_answers.csv"],
    "usage": ["usage/usage_weekly.csv"],
    "usage_parts": ["usage/usage_parts.csv"],
    "tasks": ["asana/tasks.csv"],
    "costs": ["finance/costes.csv"],
    "commitments": ["finance/compromisos.csv"],
    "targets": ["finance/objetivos.csv"],
    "account_links": ["finance/mapa_cuentas.csv"],
}


@pytest.mark.parametrize("table", sorted(FILES_OF))
def test_rows_of_the_files_are_loaded_quarantined_or_filtered(table: str) -> None:
    outcomes = totals()["tables"][table].values()
    read = sum(len(lines_of(f"2026-10-01/{file}")) - 1 for file in FILES_OF[table])
    assert sum(int(str(outcome["rows"])) for outcome in outcomes) == read
