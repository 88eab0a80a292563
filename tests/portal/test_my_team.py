"""What directors decide on: revenue at risk by month, class and manager, from stored figures."""

import re
from collections.abc import Callable
from datetime import timedelta

import pandas as pd
import pytest
from fastapi.testclient import TestClient
from site_of_clients import GRANTS, KNOWN, LINES, Site, summary
from sqlalchemy import update
from test_renewals import words

from portal.visit import LANGUAGE_COOKIE
from transforms.metrics.kpi import KPI_DTYPES
from warehouse import open_warehouse
from warehouse.engine import make_engine, parse_url, writing
from warehouse.schema import artifacts

SignedIn = Callable[[str], TestClient]
MONTHS, CLASSES, MANAGERS, FIGURES = range(4)


def page(browser: TestClient, language: str = "en") -> str:
    browser.cookies.set(LANGUAGE_COOKIE, language)
    return browser.get("/portfolio").text


def rows(text: str, table: int) -> list[str]:
    """The words of a table's rows; none where the page has no such table."""
    found = re.findall(r"<tbody>(.*?)</tbody>", text, re.DOTALL)
    return [words(row) for row in found[table].split("<tr>")[1:]] if table < len(found) else []


def test_what_is_at_risk_is_told_by_month_class_and_manager(signed_in: SignedIn) -> None:
    text = page(signed_in("dora"))
    assert "Renewals with a workbook 3" in words(text)
    assert "Due a year 230,000 EUR" in words(text)
    assert "Revenue at risk 16,500 EUR" in words(text)
    assert rows(text, MONTHS) == ["Feb 27 2 230,000 16,500", "Mar 27 1 n/a n/a"]
    classes = [row.split(" ", 1)[1] for row in rows(text, CLASSES)]  # after the class's sign
    assert classes[0] == "Grow 0 – –"
    assert classes[1] == "Keep 3 110,000 16,500 without 1 renewal"
    assert classes[2] == "Repair 1 120,000 0"
    managers = rows(text, MANAGERS)
    assert managers[0].startswith("Ana 3 230,000 16,500")
    assert managers[1].startswith("Bea 1 n/a n/a")


def test_the_drawing_is_read_aloud_and_needs_no_style_of_its_own(signed_in: SignedIn) -> None:
    for language, said in (("en", "Revenue at risk 16,500"), ("es", "Ingresos en riesgo 16")):
        text = page(signed_in("dora"), language)
        drawn = re.search(r'role="img" aria-label="([^"]*)"', text)
        assert drawn is not None
        assert said in drawn[1]
        assert not re.search(r"<script|<style|\sstyle=|\son[a-z]+=", text)


def test_who_is_a_client_no_more_is_counted_apart(site: Site, signed_in: SignedIn) -> None:
    assert "My team 4 clients" in words(page(signed_in("dora")))
    later = KNOWN + timedelta(days=1)
    with open_warehouse(site.settings.warehouse_url) as warehouse:
        warehouse.save_summaries([summary("A2", "ana", is_active=False, known_at=later)])
    assert "My team 3 clients and one former client" in words(page(signed_in("dora")))
    assert rows(page(signed_in("dora")), MANAGERS)[0].startswith("Ana 2 ")


def test_a_lead_reads_of_the_own_team_alone(signed_in: SignedIn) -> None:
    text = page(signed_in("lead"))
    assert rows(text, MONTHS) == ["Feb 27 2 230,000 16,500"]
    assert "Bea" not in text


def test_amounts_of_another_reporting_currency_are_in_no_sum(
    site: Site, signed_in: SignedIn
) -> None:
    other = LINES["A1"].replace('"reporting_currency": "EUR"', '"reporting_currency": "MXN"')
    assert other != LINES["A1"]
    with writing(make_engine(parse_url(site.settings.warehouse_url))) as connection:
        mine = artifacts.c.artifact_id == site.files["A1", "renewal"]
        connection.execute(update(artifacts).where(mine).values(renewal_line=other))
    assert rows(page(signed_in("dora")), MONTHS)[0] == ("Feb 27 2 120,000 0 without 1 renewal")


@pytest.mark.parametrize(
    ("name", "grants", "is_told"),
    [
        ("dora", GRANTS, True),
        ("lead", GRANTS, False),
        ("dora", GRANTS.replace("ana@example.com", "dora@example.com"), False),
    ],
)
def test_figures_of_all_clients_are_for_those_who_see_every_one(
    name: str, grants: str, is_told: bool, site: Site, signed_in: SignedIn
) -> None:
    """Who may not see a client could work it out from the total of all."""
    (site.settings.root / "grants.toml").write_text(grants, encoding="utf-8")
    whole = {"entity_type": "portfolio", "entity_id": "portfolio", "version": 1, "rows": 1}
    figure = {"kpi": "mrr", "unit": "money", "currency": "EUR"}
    empty = pd.DataFrame({name: pd.Series(dtype=dtype) for name, dtype in KPI_DTYPES.items()})
    texts = dict.fromkeys((n for n, dtype in KPI_DTYPES.items() if dtype == "str"), "")
    stored = [
        {**whole, **figure, "period": "2026-Q2", "value_minor": 900_000},
        {**whole, **figure, "period": "2026-Q3", "value_minor": 912_000},
        {**whole, "kpi": "nrr_ttm", "unit": "ratio", "period": "2026-Q3"} | {"reason": "no_rows"},
    ]
    with open_warehouse(site.settings.warehouse_url) as warehouse:
        warehouse.save_kpis(pd.concat([empty, pd.DataFrame(stored)]).fillna(texts), KNOWN)
    told = rows(page(signed_in(name)), FIGURES)
    assert [row.split(" ")[0] for row in told] == (["Monthly", "Net"] if is_told else [])
    assert (bool(told) and "€9,120 €9,000" in told[0]) is is_told
    assert (bool(told) and "n/a" in told[1]) is is_told
