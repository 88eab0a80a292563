"""This week, my team, runs; what is new, was corrected, and who had it: to whom each is shown."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pandas as pd
import pytest
from fastapi.testclient import TestClient
from site_of_clients import ENGLISH, KNOWN, PEOPLE, Site, sign_in
from sqlalchemy import insert

from pipeline.settings import load_settings
from portal.app import make_app
from transforms.metrics.kpi import KPI_DTYPES
from warehouse import FetchRecord, open_warehouse
from warehouse.engine import make_engine, parse_url, writing
from warehouse.registry.tables import run_files
from warehouse.schema import load_files, load_sources, loads, quarantine

SignedIn = Callable[[str], TestClient]


def seen_by(path: str, signed_in: SignedIn) -> set[str]:
    return {name for name in PEOPLE if signed_in(name).get(path).status_code == 200}


def test_each_page_is_shown_to_its_roles_and_absent_to_others(signed_in: SignedIn) -> None:
    assert seen_by("/week", signed_in) == {"lead", "dora"}  # ana does not see all of her clients
    assert seen_by("/portfolio", signed_in) == {"lead", "dora"}
    assert seen_by("/runs", signed_in) == {"otto"}
    assert seen_by("/renewals", signed_in) == set(PEOPLE) - {"otto"}


def test_a_brief_is_a_page_whose_text_stays_text(site: Site, signed_in: SignedIn) -> None:
    page = signed_in("dora").get("/week?manager=Ana").text
    assert "<h1>Book of Ana</h1>" in page
    assert "&lt;b&gt;A1&lt;/b&gt;" in page
    assert '<td data-label="Client">&lt;b&gt;A1' in page
    assert '<td data-label="Why">' in page
    assert "<img" not in page
    assert f"/files/{site.files['Ana', 'brief']}" in page
    assert signed_in("dora").get("/week?manager=Bea").status_code == 404


def test_a_team_is_counted_by_manager(signed_in: SignedIn) -> None:
    page = signed_in("dora").get("/portfolio").text
    assert [name in page for name in (">Ana</a>", ">Bea</a>")] == [True, True]
    lead = signed_in("lead").get("/portfolio").text
    assert ">Bea</a>" not in lead
    assert "/week?manager=Ana" in lead


def test_operators_see_held_clients_and_rows_by_file_and_line_and_no_content(
    site: Site, signed_in: SignedIn
) -> None:
    row = {
        "source": "stripe",
        "source_file": "invoices.csv",
        "source_line": 32,
        "table_name": "invoices",
        "column_name": "account_id",
        "rule": "unknown_account",
        "severity": "quarantine",
        "account_id": "A1",
        "expected": "",
        "currency": "EUR",
        "amount_minor": 271_828,
        "raw": "secret content",
    }
    with writing(make_engine(parse_url(site.settings.warehouse_url))) as connection:
        for number in (1, 2):
            made = {"load_id": number, "landed_at": KNOWN, "loaded_at": KNOWN}
            connection.execute(insert(loads).values(made))
        connection.execute(insert(load_sources).values(load_id=2, source="stripe", is_loaded=True))
        connection.execute(insert(quarantine).values(row | {"load_id": 2}))
        older = row | {"load_id": 1, "source_file": "mended.csv"}
        connection.execute(insert(quarantine).values(older))
    page = signed_in("otto").get("/runs").text
    assert "invoices.csv:32" in page
    assert "Joins no account" in page
    assert "Client B1" in page
    for unsaid in ("mended.csv", "secret content", "2,718", "271828", "Client A1"):
        assert unsaid not in page


def test_operators_read_which_feeds_are_late_and_since_when(
    site: Site, signed_in: SignedIn
) -> None:
    said = site.settings.root / "cartera.toml"
    text = said.read_text(encoding="utf-8")
    text += '\n[schedule]\nawaited = ["stripe/*.csv", "salesforce/*"]\n'
    text += '\n[[fetch.systems]]\nsystem = "stripe"\n[[fetch.systems]]\nsystem = "hubspot"\n'
    said.write_text(text, encoding="utf-8")
    _landed(site, "2026-10-01/salesforce/Account.csv", "2026-09-01/stripe/invoices.csv")
    with open_warehouse(site.settings.warehouse_url) as warehouse:
        old = datetime(2026, 9, 28, 6, 30, tzinfo=UTC)
        warehouse.add_fetch(FetchRecord("stripe", old, old, delivered_at=old))
    app = make_app(load_settings(site.settings.root))
    with TestClient(app, headers=ENGLISH) as otto:
        sign_in(otto, "otto")
        page = otto.get("/runs").text
    assert "Stripe is complete until 2026-09-28 06:30 (UTC) only" in page
    assert "HubSpot" in page
    assert "Late, not come since the period&#39;s end: stripe/*.csv." in page
    assert "salesforce/" not in page


def test_operators_read_that_nothing_is_late(signed_in: SignedIn) -> None:
    page = signed_in("otto").get("/runs").text
    assert "Nothing that the newest run&#39;s period awaits is late." in page


def _landed(site: Site, *files: str) -> None:
    """Newest loads of the sources whose folders these are in."""
    with writing(make_engine(parse_url(site.settings.warehouse_url))) as connection:
        for number, name in enumerate(files, start=1):
            day, source, _ = name.split("/")
            landed = datetime.fromisoformat(day).replace(tzinfo=UTC)
            made = {"load_id": number, "landed_at": landed, "loaded_at": landed}
            connection.execute(insert(loads).values(made))
            told = {"load_id": number, "source": source}
            connection.execute(insert(load_sources).values(told | {"is_loaded": True}))
            kept = {"source_file": name, "sha256": "", "size": 1, "archive_path": "", "reading": ""}
            connection.execute(insert(load_files).values(told | kept))


def test_a_runs_validation_report_is_for_operators_in_a_box_of_its_own(
    site: Site, signed_in: SignedIn
) -> None:
    run_id, content = site.store.runs(1)[0].run_id, b"<html><script>x</script>"
    path = site.settings.output / "2026-Q3" / "validation.html"
    path.write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    with writing(make_engine(parse_url(site.settings.warehouse_url))) as connection:
        stored = {"path": "2026-Q3/validation.html", "sha256": digest, "size": len(content)}
        connection.execute(insert(run_files).values(stored | {"run_id": run_id}))
    url = f"/runs/{run_id}/validation"
    answer = signed_in("otto").get(url)
    assert answer.content == content
    assert answer.headers["content-security-policy"].endswith("sandbox")
    assert seen_by(url, signed_in) == {"otto"}
    assert signed_in("otto").get("/runs/none/validation").status_code == 404
    path.write_bytes(b"other")
    assert signed_in("otto").get(url).status_code == 410


def test_who_downloaded_is_told_to_those_whose_client_it_is(
    site: Site, signed_in: SignedIn
) -> None:
    signed_in("dora").get(f"/files/{site.files['A1', 'review']}")
    assert "dora@example.com" in signed_in("ana").get("/clients/A1").text
    assert "dora@example.com" not in signed_in("fin").get("/clients/A1").text


def test_files_since_the_last_visit_are_marked(site: Site) -> None:
    first = TestClient(site.client.app, headers={"accept-language": "en"})
    sign_in(first, "ana")
    assert ">New<" not in first.get("/").text  # nobody knows what a first visitor has seen
    sign_in(TestClient(site.client.app), "ana")
    assert ">New<" not in first.get("/").text
    with open_warehouse(site.settings.warehouse_url) as warehouse:
        run_id = warehouse.start_run("2026-Q4", datetime.now(UTC))
        record = warehouse.artifacts()[0]
        later = record.__class__(**vars(record) | {"run_id": run_id, "version": 2})
        warehouse.register_artifact(later)
    assert first.get("/").text.count(">New<") == 1
    sign_in(TestClient(site.client.app), "ana")  # the visit on which it is new
    assert first.get("/clients/A1").text.count(">New<") == 1
    sign_in(TestClient(site.client.app), "ana")
    assert ">New<" not in first.get("/").text


FIGURE = {
    "entity_type": "client",
    "entity_id": "A1",
    "kpi": "mrr",
    "period": "2026-Q2",
    "unit": "money",
    "currency": "EUR",
    "version": 1,
    "rows": 1,
}


@pytest.mark.parametrize(("first", "then", "is_told"), [(912_000, 1_124_000, True), (5, 5, False)])
def test_a_corrected_figure_is_told_with_what_it_was(
    first: int, then: int, is_told: bool, site: Site, signed_in: SignedIn
) -> None:
    empty = pd.DataFrame({name: pd.Series(dtype=dtype) for name, dtype in KPI_DTYPES.items()})
    texts = dict.fromkeys((n for n, dtype in KPI_DTYPES.items() if dtype == "str"), "")
    with open_warehouse(site.settings.warehouse_url) as warehouse:
        for days, minor in ((0, first), (14, then)):
            row = pd.DataFrame([FIGURE | {"value_minor": minor}])
            frame = pd.concat([empty, row]).fillna(texts)
            warehouse.save_kpis(frame, KNOWN + timedelta(days=days))
    page = signed_in("ana").get("/clients/A1").text
    assert ("What was corrected" in page) is is_told
    assert ('<s class="second">€9,120</s> → <strong>€11,240</strong>' in page) is is_told
