"""What each command says and exits with, as its user sees it."""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import Cartera
from rich.console import Console
from typer.main import get_command

from cli.help import messages_of
from cli.main import app
from messages.pseudo import OPENED, outside
from pipeline.ingest.ingest import ingest
from pipeline.settings import load_settings
from warehouse import open_warehouse

COMPANY = Path(__file__).parents[2] / "samples" / "company"


@pytest.fixture(scope="module")
def landed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample company's settings and four of its systems, never run."""
    return shutil.copytree(
        COMPANY,
        tmp_path_factory.mktemp("landed") / "company",
        ignore=shutil.ignore_patterns("truth", "zendesk", "asana", "surveys"),
    )


@pytest.fixture(scope="module")
def loaded(landed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That company with its exports in the warehouse."""
    folder = shutil.copytree(landed, tmp_path_factory.mktemp("loaded") / "company")
    settings = load_settings(folder)
    with open_warehouse(settings.warehouse_url) as warehouse:
        ingest(settings, warehouse)
    return folder


@pytest.fixture
def company(landed: Path, tmp_path: Path) -> Path:
    """A company that no command has seen, for one test to change."""
    return shutil.copytree(landed, tmp_path / "company")


@pytest.fixture
def loaded_company(loaded: Path, tmp_path: Path) -> Path:
    """A company whose exports are loaded, for one test to change."""
    return shutil.copytree(loaded, tmp_path / "company")


def told(err: str) -> str:
    """The one line on standard error."""
    assert err.count("\n") == 1, err
    assert "Traceback" not in err
    return err.strip()


def test_help_lists_every_command_with_an_example(cartera: Cartera) -> None:
    code, out, _ = cartera("--help")
    assert code == 0
    for command in ("sample", "init", "check", "run", "kpis", "status"):
        assert command in out
        assert f"Example: cartera {command}" in cartera(command, "--help")[1]


def test_help_says_what_stands_in_brackets(cartera: Cartera) -> None:
    told = "Remove what [retention] in cartera.toml no longer"
    assert told in cartera("tidy", "--help")[1]
    assert "Remove what [retention] in cartera.toml" in cartera("--help")[1]


def test_the_environment_names_the_company_where_the_command_does_not(
    cartera: Cartera, company: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARTERA_COMPANY", str(company))
    assert cartera("status")[0] == 0
    code, _, err = cartera("status", "--company", tmp_path)
    assert code != 0
    assert str(tmp_path) in told(err)


def test_the_command_runs_as_a_module_too() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cli.main", "--help"], capture_output=True, text=True, check=True
    )
    assert "Usage: cartera" in done.stdout


def test_init_makes_a_company_that_only_lacks_exports(cartera: Cartera, tmp_path: Path) -> None:
    folder = tmp_path / "acme"
    assert cartera("init", folder)[0] == 0
    assert {path.name for path in folder.iterdir()} == {"cartera.toml", "landing", "mappings"}
    code, _, err = cartera("check", "--company", folder)
    assert code == 1
    assert "holds no exports" in told(err)


def test_init_never_touches_a_folder_with_something_in_it(cartera: Cartera, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    code, _, err = cartera("init", tmp_path)
    assert code == 2
    assert "is not empty" in told(err)


def test_sample_writes_a_company_that_runs(cartera: Cartera, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    code, out, _ = cartera("sample", folder, "--accounts", 2, "--seed", 3)
    assert code == 0
    assert f"cartera run --company {folder}" in out.replace("\n", "")
    assert (folder / "landing" / "2026-10-01" / "stripe" / "invoices.csv").is_file()


@pytest.mark.thorough
def test_check_tells_file_line_and_column_and_stores_nothing(
    cartera: Cartera, company: Path
) -> None:
    (company / "landing/2026-10-01/notes.txt").write_text("mine")
    code, out, _ = cartera("check", "--company", company)
    assert code == 0
    assert (
        "2026-10-01/notes.txt: no mapping knows this file by its name and header, so it was left."
        in out
    )
    row = next(line for line in out.splitlines() if "compromisos.csv" in line)
    assert "11" in row.split()
    assert "due_date" in row
    assert (company / "output" / "validation.html").is_file()
    assert not (company / "warehouse.db").exists()


@pytest.fixture
def kpis(cartera: Cartera, loaded_company: Path) -> Cartera:
    return lambda *more: cartera("kpis", "--company", loaded_company, *more)


@pytest.mark.thorough
def test_kpis_as_csv_and_json_agree_and_absent_is_empty(kpis: Cartera) -> None:
    chosen = ("--period", "2026-Q3", "--account", "001Hs000000001cIAA")
    code, out, _ = kpis(*chosen, "--format", "csv")
    assert code == 0
    rows = {row["kpi"]: row for row in csv.DictReader(io.StringIO(out))}
    assert list(rows["mrr"])[:7] == [
        "account_id",
        "kpi",
        "period",
        "value",
        "unit",
        "currency",
        "reason",
    ]
    assert rows["mrr"]["currency"] == "MXN"
    assert rows["mrr"]["value"].split(".")[1] == "00"
    assert (rows["csat"]["value"], rows["csat"]["reason"]) == ("", "feed_missing")

    typed = {row["kpi"]: row for row in json.loads(kpis(*chosen, "--format", "json")[1])}
    assert set(typed) == set(rows)
    assert typed["mrr"]["value"] == float(rows["mrr"]["value"])
    assert typed["mrr"]["value_exact"] == rows["mrr"]["value"]
    assert typed["mrr"]["value_minor"] == int(rows["mrr"]["value"].replace(".", ""))
    assert {typed["csat"][name] for name in ("value", "value_minor", "value_exact")} == {None}


@pytest.mark.thorough
def test_kpis_takes_a_clients_name_as_explain_does(kpis: Cartera) -> None:
    asked = ("--period", "2026-Q3", "--format", "csv", "--account")
    code, by_name, _ = kpis(*asked, "grupo logistico almaden")
    assert code == 0
    account = by_name.splitlines()[1].split(",")[0]
    assert kpis(*asked, account)[1] == by_name


@pytest.mark.long
@pytest.mark.thorough
def test_kpis_of_each_kind_of_entity_over_twelve_months(kpis: Cartera) -> None:
    kinds = ("client", "account", "manager", "team", "segment", "portfolio")
    asked = (word for kind in kinds for word in ("--by", kind))
    code, out, _ = kpis("--period", "2026-Q3-TTM", *asked, "--format", "csv")
    assert code == 0
    rows = list(csv.DictReader(io.StringIO(out)))
    assert {(row["entity_type"], row["period"]) for row in rows} == {
        (kind, "2025-10..2026-09") for kind in kinds
    }
    assert all(row["entity_name"] for row in rows)
    of_revenue = [row for row in rows if row["kpi"] == "recognised_revenue"]
    found = {kind: [row for row in of_revenue if row["entity_type"] == kind] for kind in kinds}
    added = {
        kind: sum(float(row["value"]) for row in found[kind] if row["value"])
        for kind in ("manager", "team", "segment", "portfolio")
    }
    assert added["manager"] == pytest.approx(added["portfolio"])
    assert added["segment"] == pytest.approx(added["portfolio"])
    assert len(found["account"]) > len(found["client"])


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (
            ("kpis", "--period", "2026-Q3", "--by", "team", "--account", "A"),
            2,
            "--account names one client, and --by team is of several",
        ),
        (("run", "--period", "2026-Q5"), 2, "'2026-Q5' is not a period"),
        (
            ("run", "--period", "2026-Q3", "--through", "2026-12"),
            2,
            "--through 2026-12 does not end",
        ),
        (("run", "--period", "2026-Q3", "--known-at", "soon"), 2, "'soon' is no data cut-off"),
        (("run", "--period", "2026-Q3", "--lang", "zz"), 2, "'zz' is no language of Cartera"),
        (("kpis", "--period", "2026-Q3", "--account", "nobody"), 2, "no client is called 'nobody'"),
        (
            ("kpis", "--period", "2026-Q3", "--known-at", "2020-01-01"),
            1,
            "the warehouse knew nothing",
        ),
    ],
)
def test_wrong_use_gets_one_sentence(
    cartera: Cartera, loaded_company: Path, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    found, _, err = cartera(*arguments, "--company", loaded_company)
    assert found == code
    assert sentence in told(err)


def test_a_folder_without_settings_is_told(cartera: Cartera, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    code, _, err = cartera("run", "--period", "2026-Q3", "--company", nowhere)
    assert code == 1
    assert "cartera.toml is not there" in told(err)
    assert not nowhere.exists()


def test_an_unreachable_database_is_told_without_its_password(
    cartera: Cartera, company: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = "postgresql+psycopg://cartera:hush@127.0.0.1:9/cartera"
    monkeypatch.setenv("CARTERA_WAREHOUSE__URL", url)
    code, _, err = cartera("run", "--period", "2026-Q3", "--company", company)
    assert code == 1
    assert "127.0.0.1" in told(err)
    assert "hush" not in err


@pytest.mark.thorough
def test_a_missing_column_stops_its_source_with_one_sentence(
    cartera: Cartera, company: Path
) -> None:
    path = company / "landing" / "2026-10-01" / "stripe" / "invoices.csv"
    path.write_text(path.read_text().replace("Due Date (UTC)", "Due", 1))
    code, out, _ = cartera("check", "--company", company)
    assert code == 1
    sentence = next(line for line in out.splitlines() if "Due Date (UTC)" in line)
    assert "invoices.csv" in sentence


@pytest.mark.thorough
def test_an_unreadable_crm_leaves_nobody_to_report_on(cartera: Cartera, company: Path) -> None:
    path = company / "landing" / "2026-10-01" / "salesforce" / "Account.csv"
    path.write_bytes(b"\x00\x01\x02" * 100)
    code, _, err = cartera("kpis", "--company", company, "--period", "2026-Q3")
    assert code == 1
    assert "Account.csv" in told(err)
    assert not list(company.glob("output/**/*.pptx"))


@pytest.mark.thorough
def test_status_tells_what_to_mend_and_how_to_make_the_first_run(
    cartera: Cartera, loaded_company: Path
) -> None:
    code, out, _ = cartera("status", "--company", loaded_company)
    assert code == 0
    assert "cartera run" in out
    assert "compromisos.csv" in out
    assert "Distribuidora Mezquital" in out


@pytest.mark.thorough
def test_status_in_spanish(cartera: Cartera, loaded_company: Path) -> None:
    _, out, _ = cartera("status", "--company", loaded_company, "--lang", "es")
    assert "Filas apartadas, por regla" in out
    assert "Línea" in out


@pytest.mark.long
def test_commands_say_nothing_from_outside_of_the_readers_language(
    cartera: Cartera,
    company: Path,
    tmp_path: Path,
    pseudo_language: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("cli.tables.Console", lambda **more: Console(**more | {"width": 2_000}))
    (company / "landing/2026-10-01/stray.csv").write_text("a,b\n1,2\n")
    asked, map_file = ("--lang", pseudo_language), tmp_path / "account_map.csv"
    client, period = "001Hs000000001cIAA", ("--period", "2026-Q3", "--company", company, *asked)
    ran = [
        cartera("init", tmp_path / "new", *asked),
        cartera("check", "--company", company, *asked),
        cartera("run", "--accounts", client, *period),
        cartera("kpis", "--account", client, *period),
        cartera("explain", client, "nrr", *period),
        cartera("explain", client, "client_retention", *period),
        cartera("map", company / "landing/2026-10-01", "--out", tmp_path / "erp.toml", *asked),
        cartera("status", "--company", company, *asked),
        cartera("accounts", "propose", "--company", company, "--out", map_file, *asked),
        cartera("decisions", "import", tmp_path / "none.xlsx", "--company", company, *asked),
        cartera("run", "--period", "soon", "--company", company, *asked),
        cartera("check", "--company", tmp_path / "nowhere", *asked),
    ]
    for _, out, err in ran:
        assert OPENED in out + err
        assert re.findall(r"\b[a-z]{2,} [a-z]{2,}\b", outside(out + err)) == []
    page = (company / "output" / "2026-Q3" / "validation.html").read_text("utf-8")
    assert f'<html lang="{pseudo_language}">' in page


def test_help_says_nothing_from_outside_of_the_readers_language(
    cartera: Cartera, pseudo_language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("typer.rich_utils.MAX_WIDTH", 2_000)
    for _, message in messages_of(get_command(app)):
        command = message.split("-")[1:]
        code, out, _ = cartera(*command, "--help", "--lang", pseudo_language)
        assert code == 0
        assert OPENED in out
        said = outside(out).replace(" ".join(["cartera", *command]), "", 1)
        said = re.sub("<[^>]*>", "", said)  # what kind of value an option takes, for programmers
        assert re.findall(r"\b[a-z]{2,} [a-z]{2,}\b", said) == [], command


def test_help_is_in_spanish_where_the_reader_is(
    cartera: Cartera, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Uso: cartera run [OPCIONES]" in cartera("run", "--help", "--lang", "es")[1]
    monkeypatch.setenv("LC_ALL", "es_MX.UTF-8")
    assert "Lee, valida, calcula y publica." in cartera("--help")[1]
    assert "Uso: cartera run [OPCIONES]" in cartera("run")[2]
    assert "Usage: cartera run [OPTIONS]" in cartera("run", "--help", "--lang", "en")[1]
