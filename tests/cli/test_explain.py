"""What `cartera explain` says of a figure, and to whom it does not listen."""

import json
import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from command_line import Cartera

from cli.explain_report import print_text
from messages.catalogue import catalogue
from messages.clause import named
from pipeline.compute.explain import Explanation
from pipeline.compute.explanation_page import page_of
from pipeline.compute.told_rows import ToldRows
from pipeline.ingest.ingest import ingest
from pipeline.settings import load_settings
from transforms.core.periods import Period
from transforms.kpis import specs
from transforms.metrics.explained import LeftOut, Selection
from transforms.metrics.kpi import EntityKind, KpiValue, Unit
from transforms.metrics.steps import Minor, Step
from transforms.tables import TABLES
from warehouse import open_warehouse

pytestmark = pytest.mark.thorough

COMPANY = Path(__file__).parents[2] / "samples" / "company"
CLIENT = "Grupo Logístico Almadén"


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample company with what its CRM and its surveys exported in the warehouse."""
    folder = tmp_path_factory.mktemp("explained") / "company"
    shutil.copytree(COMPANY, folder, ignore=shutil.ignore_patterns("truth", "zendesk", "stripe"))
    settings = load_settings(folder)
    with open_warehouse(settings.warehouse_url) as warehouse:
        ingest(settings, warehouse)
    return folder


@pytest.fixture
def explain(loaded: Path, cartera: Cartera) -> Cartera:
    return lambda *arguments: cartera("explain", *arguments, "--company", loaded)


def as_json(explain: Cartera, kpi: str, client: str = CLIENT) -> dict[str, Any]:
    code, out, _ = explain(client, kpi, "--period", "2026-Q3", "--format", "json")
    assert code == 0
    return json.loads(out)


def test_the_value_follows_from_the_rows_that_entered(explain: Cartera) -> None:
    found = as_json(explain, "nps")
    (answers,) = found["tables"]
    entered = [row for row in answers["rows"] if row["entered"]]
    scores = [row["columns"]["score"] for row in entered]
    promoters = len([score for score in scores if score >= 9])
    detractors = len([score for score in scores if score <= 6])
    assert found["numerator"] == promoters - detractors
    assert found["denominator"] == len(scores)
    assert found["value"] == pytest.approx(100 * (promoters - detractors) / len(scores))


def test_every_row_names_the_line_it_stands_in_and_left_out_ones_say_why(explain: Cartera) -> None:
    found = as_json(explain, "meetings_held")
    rows = found["tables"][0]["rows"]
    assert {row["left_out"] for row in rows} >= {None, "outside_period"}
    assert all(row["entered"] == (row["left_out"] is None) for row in rows)
    lines = (COMPANY / "landing" / rows[0]["file"]).read_text("utf-8").splitlines()
    for row in rows:
        assert row["columns"]["meeting_id"] in lines[row["line"] - 1]


def test_a_client_is_found_by_id_and_by_name_however_it_is_typed(explain: Cartera) -> None:
    by_name = as_json(explain, "nps", "grupo logistico almaden")
    assert as_json(explain, "nps", by_name["client_id"]) == by_name


def test_people_read_it_in_their_language(explain: Cartera) -> None:
    _, out, _ = explain(CLIENT, "nps", "--period", "2026-Q3", "--lang", "es")
    assert "índice de recomendación" in out
    assert "fuera: otro tipo de encuesta" in out
    assert f"{CLIENT} (001" in out.splitlines()[0]
    _, out, _ = explain(CLIENT, "mrr", "--period", "2026-Q3")
    assert "No value" in out and "feed_missing" in out


@pytest.mark.parametrize(
    ("client", "kpi", "period", "sentence"),
    [
        ("Grupo Logistico", "nps", "2026-Q3", "did you mean Grupo Logístico Almadén (001Hs"),
        (CLIENT, "nsp", "2026-Q3", "no figure is called 'nsp': did you mean nps"),
        (CLIENT, "usage_weekly", "2026-Q3", "usage_weekly is a figure of a week"),
    ],
)
def test_wrong_names_get_one_sentence_with_the_nearest(
    explain: Cartera, client: str, kpi: str, period: str, sentence: str
) -> None:
    code, _, err = explain(client, kpi, "--period", period)
    assert code == 2
    assert sentence in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_reason_for_leaving_a_row_out_has_words(language: str) -> None:
    words = catalogue(language)
    assert all(words.say(named("left-out", reason.value)) for reason in LeftOut)


def test_a_group_is_explained_by_the_rows_of_all_its_clients(explain: Cartera) -> None:
    asked = ("csat", "--period", "2026-Q3", "--format", "json")
    code, out, _ = explain("elena robles arce", *asked, "--by", "manager")
    assert code == 0
    found = json.loads(out)
    (answers,) = found["tables"]
    entered = [row for row in answers["rows"] if row["entered"]]
    assert (found["entity_type"], found["denominator"]) == ("manager", len(entered))
    code, out, _ = explain("portfolio", *asked)
    assert json.loads(out)["denominator"] > len(entered)


@pytest.mark.parametrize(
    ("entity", "kpi", "kind", "sentence"),
    [
        ("Nobody", "csat", "team", "no team is called 'Nobody'"),
        (CLIENT, "lead_conversion", "client", "no figure of a client: ask for it --by manager"),
        ("portfolio", "tenure_months", "portfolio", "ask for it --by client or account"),
    ],
)
def test_what_a_kind_does_not_have_is_told(
    explain: Cartera, entity: str, kpi: str, kind: str, sentence: str
) -> None:
    code, _, err = explain(entity, kpi, "--period", "2026-Q3", "--by", kind)
    assert code == 2
    assert sentence in err


def test_a_figure_that_compares_says_what_it_compares_with(explain: Cartera) -> None:
    _, out, _ = explain(CLIENT, "white_space", "--period", "2026-Q3")
    assert "feed_missing" in out
    assert "Clients of the same segment" in out


def test_arithmetic_names_its_parts_settings_and_windows(explain: Cartera) -> None:
    found = as_json(explain, "won_of_created")
    assert [(step["role"], step["step"]) for step in found["steps"]] == [
        ("part", "count"),
        ("whole", "count"),
    ]
    assert found["steps"][1]["number"] == found["denominator"]
    assert found["settings"] == {"lead_maturity_days": "90"}
    _, out, _ = explain(CLIENT, "won_of_created", "--period", "2026-Q3", "--lang", "es")
    assert "Numerador: " in out and "(lead_maturity_days) = 90" in out


def test_times_are_the_companys_and_long_tables_end_with_how_many_more(explain: Cartera) -> None:
    found = as_json(explain, "meetings_held")
    starts = {row["columns"]["starts_at"][-6:] for row in found["tables"][0]["rows"]}
    assert starts == {"-06:00"}
    _, out, _ = explain(CLIENT, "meetings_held", "--period", "2026-Q3", "--rows", "1")
    assert out.count("2026-") < 10
    assert "more" in out


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_page_for_a_browser_says_the_same_and_needs_nothing_else(
    explain: Cartera, language: str
) -> None:
    asked = (CLIENT, "won_of_created", "--period", "2026-Q3", "--lang", language)
    _, page, _ = explain(*asked, "--format", "html")
    _, text, _ = explain(*asked)
    assert page.startswith("<!doctype html>") and f'<html lang="{language}">' in page
    told = unescape(re.sub(r"<[^>]+>", "", page))
    lines = [line.strip() for line in text.splitlines()[:10] if line and "=" not in line]
    assert [line for line in lines if line not in told and "·" not in line] == []
    assert not re.search(r"<script|<link|src=|https?://(?!www\.w3)", page)


def test_a_group_says_whose_figures_were_added_up(explain: Cartera) -> None:
    _, out, _ = explain("portfolio", "csat", "--period", "2026-Q3")
    assert "The clients' figures added up: " in out
    assert CLIENT in out


def test_a_figure_that_every_row_entered_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    rows = TABLES["subscriptions"].conform(
        pd.DataFrame(
            {
                "subscription_id": ["s1"],
                "account_id": ["A"],
                "source": ["m"],
                "source_file": ["subs.csv"],
                "source_line": [2],
            }
        )
    )
    value = KpiValue("client", "A", "mrr", Period.parse("2024-07"), Unit.MONEY, 1, "USD", None, 100)
    found = Explanation(
        kind=EntityKind.CLIENT,
        client_id="A",
        client_name="A",
        currency="USD",
        spec=specs()["mrr"],
        value=value,
        known_at=datetime(2024, 8, 1, tzinfo=UTC),
        time_zone="UTC",
        reporting_currency="USD",
        selections=(Selection("subscriptions", rows, pd.Series([""], dtype="str"), ()),),
    )
    print_text(found, catalogue("en"), 20)
    assert "s1" in capsys.readouterr().out


def test_days_outstanding_are_shown_month_by_month_and_not_as_a_fraction() -> None:
    period = Period.parse("2026-Q3")
    counted = {"period": "2026-09", "billed": Minor(15_000_000), "days": 30, "taken": 30.0}
    found = Explanation(
        kind=EntityKind.CLIENT,
        client_id="A",
        client_name="Acme",
        currency="EUR",
        spec=specs()["dso"],
        value=KpiValue(
            "client", "A", "dso", period, Unit.DAYS, 1, "", 30.0, numerator=15e6, denominator=9e7
        ),
        known_at=datetime(2026, 10, 1, tzinfo=UTC),
        time_zone="UTC",
        reporting_currency="EUR",
        selections=(),
        steps=(
            Step("dso_balance", {"number": Minor(15_000_000)}),
            Step("dso_month", counted),
        ),
        settings={"past_due_days": "90", "renewal.grace_days": "30"},
    )
    head = ("amount", "share", "line", "note")
    cells = ((Decimal("1234567.50"), 0.25, 1_200, None),)
    rows = ToldRows("usage", "", 1, head, cells, (True, True, True, False))
    told = page_of(found, catalogue("es"), (rows,))
    assert told.tables[0].rows == (("1.234.567,50", "0,25", "1200", ""),)
    assert told.arithmetic == (
        "Saldo pendiente por contar hacia atrás: 150.000,00\u00a0EUR",
        "2026-09: 150.000,00\u00a0EUR facturados en 30 días dan 30 días",
    )
    in_mexico = page_of(replace(found, locales={"es": "es-MX"}), catalogue("es"), (rows,))
    assert in_mexico.tables[0].rows == (("1,234,567.50", "0.25", "1200", ""),)
    assert in_mexico.arithmetic[0].endswith("150,000.00\u00a0EUR")
    assert [(item.name == "", item.key) for item in told.settings] == [
        (False, "past_due_days"),
        (True, "renewal.grace_days"),
    ]


def test_parts_of_money_are_in_major_units_and_a_standing_is_in_words() -> None:
    period = Period.parse("2026-Q3")
    facts = {"role": "whole", "sign": 1, "number": 2_200_000.0, "rows": 1, "table": "targets"}
    found = Explanation(
        kind=EntityKind.CLIENT,
        client_id="A",
        client_name="Acme",
        currency="EUR",
        spec=specs()["revenue_target_attainment"],
        value=KpiValue("client", "A", "x", period, Unit.RATIO, 1, value=1.0, note="grow/weak"),
        known_at=datetime(2026, 10, 1, tzinfo=UTC),
        time_zone="UTC",
        reporting_currency="EUR",
        selections=(),
        steps=(Step("amount", facts | {"period": "2026-Q3"}),),
    )
    step, note = page_of(found, catalogue("en"), ()).arithmetic
    assert step == "Denominator: 22,000.00\u00a0EUR; rows of targets: 1 (2026-Q3)"
    assert note.startswith("Note: Grow. ") and "/" not in note
