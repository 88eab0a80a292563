"""The whole flow through Prefect: what is published, and that running again changes nothing."""

import csv
import hashlib
import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from office import sdk_errors
from receivers import webhook
from small_company import small_company

from messages.errors import worded
from samples import generate

pytestmark = pytest.mark.thorough

CLIENTS = 5
PERIOD = "2026-Q3"


@pytest.fixture(scope="module")
def prefect() -> Iterator[None]:
    """A Prefect server of this module's own."""
    from prefect.events.worker import EventsWorker
    from prefect.testing.utilities import prefect_test_harness

    # What an earlier test's run left waits for a server that is gone: at the end of this one it
    # would be waited for in turn.
    EventsWorker.reset_instances_for_fork()
    with prefect_test_harness(server_startup_timeout=120):
        yield


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, prefect: None) -> Path:
    """A small company after its first run."""
    folder = tmp_path_factory.mktemp("made") / "company"
    generate(folder, CLIENTS, 7)
    assert run(folder).failures == ()
    return folder


@pytest.fixture
def company(made: Path, tmp_path: Path) -> Path:
    """That company, for one test to change."""
    folder = tmp_path / "company"
    shutil.copytree(made, folder)
    return folder


def run(folder: Path, known_at: str | None = None):
    from flows.report import run_report

    return run_report(period=PERIOD, company=str(folder), known_at=known_at)


def published(folder: Path) -> dict[str, tuple[str, int]]:
    """SHA-256 and time of change of every published file."""
    kinds = ("pptx", "xlsx", "md")
    files = [path for kind in kinds for path in folder.glob(f"output/**/*.{kind}")]
    return {
        str(path.relative_to(folder)): (
            hashlib.sha256(path.read_bytes()).hexdigest(),
            path.stat().st_mtime_ns,
        )
        for path in files
    }


def manifest(folder: Path) -> dict:
    return json.loads((folder / "output" / PERIOD / "manifest.json").read_text())


def landed_again(folder: Path, day: str, change: tuple[str, str, str]) -> None:
    """The same exports landed on a later day, one cell of one client changed."""
    first = folder / "landing" / "2026-10-01"
    later = folder / "landing" / day
    shutil.copytree(first, later)
    file, old, new = change
    path = later / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_manifest_tells_every_file_by_its_bytes(made: Path) -> None:
    content = manifest(made)
    told = {f"output/{item['path']}": item["sha256"] for item in content["outputs"]}
    assert told == {path: sha for path, (sha, _) in published(made).items()}
    assert {item["kind"] for item in content["outputs"]} == {
        "brief",
        "brief-text",
        "portfolio",
        "qbr",
        "renewal",
        "review",
    }
    assert str(made) not in json.dumps(content)
    for item in content["inputs"]:
        raw = made / "landing" / item["source_file"]
        assert hashlib.sha256(raw.read_bytes()).hexdigest() == item["sha256"]


@pytest.mark.validator
def test_published_files_of_every_kind_are_valid(made: Path) -> None:
    """A file of each kind; what the kinds hold of many clients is validated with the renderers."""
    files = [made / name for name in published(made) if not name.endswith(".md")]
    kinds = {"-".join(path.name.split("-")[:2]): path for path in files}
    assert kinds.keys() >= {"internal-qbr", "internal-renewal", "portfolio-2026"}
    assert {kind: errors for kind, path in kinds.items() if (errors := sdk_errors(path))} == {}


@pytest.mark.long
@pytest.mark.validator
def test_every_published_file_is_valid(made: Path) -> None:
    files = [made / name for name in published(made) if not name.endswith(".md")]
    assert len(files) > CLIENTS
    assert {str(path): errors for path in files if (errors := sdk_errors(path))} == {}


def test_a_client_whose_invoice_does_not_add_up_is_held_back_alone(made: Path) -> None:
    totals = json.loads((made / "truth" / "totals.json").read_text())
    content = manifest(made)
    held = [item["client_id"] for item in content["held"]]
    assert held == totals["held"]
    assert not {item["client_id"] for item in content["outputs"]} & set(held)
    kinds = ("qbr", "renewal")  # former clients have reviews, and nothing else
    shown = {item["client_id"] for item in content["outputs"] if item["kind"] in kinds}
    assert len(shown) == CLIENTS - 1


def test_control_totals_add_up_for_every_file(made: Path) -> None:
    balance: dict[tuple, list[int]] = {}
    for row in manifest(made)["control_totals"]:
        key = (row["source"], row["source_file"], row["table_name"], row["currency"])
        sign = 1 if row["outcome"] == "read" else -1
        sums = balance.setdefault(key, [0, 0])
        sums[0] += sign * row["row_count"]
        sums[1] += sign * (row["amount_minor"] or 0)
    assert len(balance) > 20
    assert {tuple(sums) for sums in balance.values()} == {(0, 0)}


def test_running_again_writes_nothing(company: Path) -> None:
    before = published(company)
    summary = run(company)
    assert summary.written == ()
    assert len(summary.unchanged) == len(before)
    assert published(company) == before
    assert steps_of(company, summary.run_id) == LEAST


def test_what_the_portal_prepared_changes_nothing_and_its_old_versions_go_by_setting(
    company: Path,
) -> None:
    from pipeline.settings import load_settings
    from warehouse import ArtifactRecord, Subject, open_warehouse

    with (company / "cartera.toml").open("a") as file:
        file.write("\n[retention]\nversions = 1\n")
    old, new = (company / "output" / PERIOD / f"pictures-v{number}.zip" for number in (1, 2))
    with open_warehouse(load_settings(company).warehouse_url) as warehouse:
        for version, path in enumerate((old, new), 1):
            path.write_bytes(b"pages")
            inside, (last, *_) = f"{PERIOD}/{path.name}", warehouse.runs(1)
            made = (last.run_id, Subject.client("x"), PERIOD, "pictures", "es", version, inside)
            warehouse.register_artifact(ArtifactRecord(*made, "sha", 5, f"edition {version}"))
    summary = run(company)
    assert (summary.written, steps_of(company, summary.run_id)) == ((), LEAST)
    assert (old.exists(), new.exists()) == (False, True)
    (told,) = summary.remarks
    assert "1 file of the output place" in worded(told, "en")


LEAST = ["fetch", "ingest", "compare", "finish", "deliver"]
"""Of a run that makes nothing."""


def steps_of(folder: Path, run_id: str) -> list[str]:
    from pipeline.settings import load_settings
    from warehouse import open_warehouse

    with open_warehouse(load_settings(folder).warehouse_url) as warehouse:
        return [step.step for step in warehouse.steps(run_id)]


def test_a_run_that_makes_nothing_tells_what_the_one_before_told(company: Path) -> None:
    first = manifest(company)
    run(company)
    second = manifest(company)
    for told in (first, second):
        del told["run_id"]
        for output in told["outputs"]:
            del output["is_new"]
    assert second == first


@pytest.mark.long
def test_what_may_have_changed_is_made_anew(company: Path) -> None:
    from pipeline.settings import load_settings
    from warehouse import RemarkRecord, open_warehouse

    spared = run(company)
    gone = next(iter(sorted((company / "output").rglob("qbr-*.pptx"))))
    gone.unlink()
    again = run(company)
    told = [
        [(client.client_id, client.client_name, client.manager_name, client.held) for client in of]
        for of in (spared.clients, again.clients)
    ]
    assert told[0] == told[1]
    assert "publish" in steps_of(company, again.run_id)
    assert [file.kind for file in again.written] == ["qbr"]
    with open_warehouse(load_settings(company).warehouse_url) as warehouse:
        known = warehouse.heights()
        remark = RemarkRecord(
            "nobody",
            PERIOD,
            "qbr",
            "comment",
            "text",
            "e",
            "s",
            "Ana",
            datetime(2026, 10, 6, tzinfo=UTC),
        )
        warehouse.add_remarks([remark])
        assert warehouse.heights() != known
    assert "publish" in steps_of(company, run(company).run_id)
    assert steps_of(company, run(company).run_id) == LEAST


@pytest.mark.long
def test_only_a_client_whose_rows_changed_gets_a_new_version(company: Path) -> None:
    before = published(company)
    goals = company / "landing" / "2026-10-01" / "finance" / "metas_clientes.csv"
    with goals.open(encoding="utf-8-sig", newline="") as file:
        goal = next(row for row in csv.reader(file, delimiter=";") if row[2] == PERIOD)
    client = goal[1]
    row = ";".join(goal[:4])
    landed_again(company, "2026-10-05", ("finance/metas_clientes.csv", row, row + " II"))
    summary = run(company)
    written = [file for told in summary.clients for file in told.files if file.is_new]
    assert {(file.subject.id, file.version) for file in written} == {(client, 2)}
    after = published(company)
    assert {path: after[path] for path in before} == before

    again = run(company, known_at="2026-10-02")
    assert again.written == ()
    assert {file.version for file in again.unchanged} == {1}


@pytest.mark.long
def test_a_run_from_nothing_makes_the_same_bytes(made: Path, tmp_path: Path, prefect: None) -> None:
    other = tmp_path / "other"
    generate(other, CLIENTS, 7)
    run(other)
    assert {path: sha for path, (sha, _) in published(other).items()} == {
        path: sha for path, (sha, _) in published(made).items()
    }


@pytest.mark.long
def test_a_source_that_cannot_be_read_is_missing_rather_than_old(company: Path) -> None:
    usage = "usage/usage_weekly.csv"
    header = (company / "landing" / "2026-10-01" / usage).read_text().splitlines()[0]
    landed_again(company, "2026-10-05", (usage, header, header.replace("week_start", "week")))
    summary = run(company)
    assert summary.stopped == {"usage"}
    told = [worded(each, "en") for item in summary.deliveries for each in item.told]
    assert any("usage_weekly.csv" in text and "week_start" in text for text in told)
    assert {
        (item.what, item.reason) for client in summary.clients for item in client.dropped_slides
    } >= {("usage", "feed_missing")}


def test_nothing_is_published_while_another_run_of_the_period_is_on(company: Path) -> None:
    from pipeline.settings import load_settings
    from warehouse import RunInProgressError, open_warehouse

    with (
        open_warehouse(load_settings(company).warehouse_url) as warehouse,
        warehouse.run_lock(PERIOD),
        pytest.raises(RunInProgressError),
    ):
        run(company)


def test_all_that_a_run_left_comes_back_from_archive_and_warehouse(company: Path) -> None:
    from pipeline.ingest.ingest import ingest
    from pipeline.restore import restore
    from pipeline.settings import load_settings
    from warehouse import open_warehouse

    before = bytes_of(company, "output") | bytes_of(company, "landing")
    for place in ("output", "landing"):
        shutil.rmtree(company / place)
    settings = load_settings(company)
    restored = restore(settings)
    assert restored.told == ()
    assert bytes_of(company, "output") | bytes_of(company, "landing") == before
    assert any("/manifest-" in name for name in before)
    with open_warehouse(settings.warehouse_url) as warehouse:
        assert [item.is_new for item in ingest(settings, warehouse)] == [False]


def bytes_of(folder: Path, place: str) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (folder / place).rglob("*")
        if path.is_file()
    }


def test_a_trial_and_letters_told_again_use_the_secret_that_prefect_keeps(
    tmp_path: Path,
    prefect: None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from prefect.settings import PREFECT_API_URL

    from cli import notify
    from flows.secret_blocks import keep_secret_block
    from pipeline.notices import trial
    from pipeline.secrets import SecretStore

    small_company(tmp_path / "small")
    with (tmp_path / "small" / "cartera.toml").open("a") as settings:
        settings.write("[notify]\nslack = true\n")
    given: list[SecretStore] = []
    monkeypatch.setattr(trial, "tell_again", lambda _settings, store: given.append(store) or [])
    monkeypatch.setattr("cli.prefect_home.quiet_local_prefect", lambda _root: None)  # it stays
    monkeypatch.setenv("PREFECT_API_URL", str(PREFECT_API_URL.value()))
    with webhook() as hook:
        keep_secret_block("CARTERA_SLACK_WEBHOOK", hook.address)
        notify.command(test=True, company=tmp_path / "small", lang="en")
        notify.command(company=tmp_path / "small", lang="en")
    assert (len(hook.taken), capsys.readouterr().out.splitlines()[0]) == (1, "Sent to Slack.")
    assert given[0]("CARTERA_SLACK_WEBHOOK") == hook.address


def test_rooms_are_told_by_the_secret_that_prefect_keeps_and_one_that_is_away_costs_nothing(
    company: Path,
) -> None:
    from prefect.blocks.system import Secret

    from flows.secret_blocks import keep_secret_block

    settings = company / "cartera.toml"
    settings.write_text(settings.read_text() + "\n[notify]\nslack = true\nteams = true\n")
    with webhook() as hook:
        Secret(value="of before").save("cartera-slack-webhook", overwrite=True)
        keep_secret_block("CARTERA_SLACK_WEBHOOK", hook.address)
        summary = run(company)
    titles = [message["blocks"][0]["text"]["text"] for message in hook.taken]
    assert len(titles) == 2
    assert "empezó la ejecución de 2026-Q3" in titles[0]
    assert "2026-Q3: 0 archivos escritos" in titles[1]
    told = [worded(each, "en") for each in summary.untold]
    assert ["CARTERA_TEAMS_WEBHOOK is not set" in each for each in told] == [True, True]
    assert summary.unchanged
