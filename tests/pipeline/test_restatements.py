"""A later export that changes a closed quarter is told: old, new, and the lines behind it."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.compute.compute import compute_population, compute_shard
from pipeline.compute.restatements import Restatement, restatements
from pipeline.compute.shards import known_shards
from pipeline.ingest.ingest import ingest
from pipeline.publishing.client_files import gathered_clients
from pipeline.publishing.pre_send_checks import with_checks
from pipeline.run_context import RunContext, RunOrder
from pipeline.settings import Settings, load_settings
from reports.deck.compose import compose_review
from reports.deck.model import Table
from transforms.core.periods import Period
from transforms.metrics.kpi_periods import NeededPeriods, needed_periods
from warehouse import ArtifactRecord, Subject, Warehouse, open_warehouse

pytestmark = pytest.mark.thorough

COMPANY = Path(__file__).parents[2] / "samples" / "company"
CLIENT = "001Hs000000001cIAA"
OCTOBER, NOVEMBER = datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC)
QUARTER = NeededPeriods((Period.parse("2026-Q3"),))


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """Accounts and survey answers in October's delivery, and the same again in November's."""
    shutil.copy(COMPANY / "cartera.toml", tmp_path)
    for day in ("2026-10-01", "2026-11-01"):
        for system in ("salesforce", "surveys"):
            landed = COMPANY / "landing" / "2026-10-01" / system
            shutil.copytree(landed, tmp_path / "landing" / day / system)
    return tmp_path


def rewritten(company: Path, change: Callable[[list[str]], list[str]]) -> None:
    path = company / "landing" / "2026-11-01" / "surveys" / "nps_answers.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(change(lines)), "utf-8")


def computed(settings: Settings, warehouse: Warehouse) -> None:
    ingest(settings, warehouse)
    for known_at in (OCTOBER, NOVEMBER):
        run = run_of(settings, warehouse, known_at)
        for shard in run.shards:
            compute_shard(run, shard, QUARTER)


def run_of(settings: Settings, warehouse: Warehouse, known_at: datetime) -> RunContext:
    shards = known_shards(settings, warehouse, known_at, ())
    return RunContext(RunOrder(settings, QUARTER.whole[0], known_at, shards), warehouse)


def told(company: Path) -> dict[tuple[str, str], Restatement]:
    settings = load_settings(company)
    with open_warehouse(settings.warehouse_url) as warehouse:
        computed(settings, warehouse)
        found = restatements(settings, warehouse, NOVEMBER)
        assert restatements(settings, warehouse, OCTOBER) == ()
    return {(item.client_id, item.kpi): item for item in found}


def test_the_same_export_again_restates_nothing(company: Path) -> None:
    rewritten(company, lambda lines: [*lines[:1], *lines[:0:-1]])  # another order of rows
    assert told(company) == {}


def test_a_score_changed_and_an_answer_gone_are_named_with_their_lines(company: Path) -> None:
    path = company / "landing" / "2026-10-01" / "surveys" / "nps_answers.csv"
    lines = path.read_text("utf-8").splitlines()
    ours = [place for place, line in enumerate(lines) if CLIENT in line and "2026-08" in line]
    first, second = ours[:2]

    def change(written: list[str]) -> list[str]:
        header = lines[0].split(",")
        cells = written[first].rstrip("\n").split(",")
        cells[header.index("Score")] = "0"
        written[first] = ",".join(cells) + "\n"
        return [line for place, line in enumerate(written) if place != second]

    rewritten(company, change)
    found = told(company)
    assert {client for client, _ in found} == {CLIENT}
    answers = found[CLIENT, "nps_answers"]
    assert int(answers.old) - int(answers.new) == 1
    assert answers.old_known_at == OCTOBER
    causes = {(row.change, row.source_file, row.source_line) for row in found[CLIENT, "nps"].rows}
    assert causes == {
        ("changed", "2026-11-01/surveys/nps_answers.csv", first + 1),
        ("gone", "2026-10-01/surveys/nps_answers.csv", second + 1),
    }


def shown_to_the_client(warehouse: Warehouse) -> None:
    """A deck of October's figures, as the register remembers it."""
    run_id = warehouse.start_run("2026-Q3", OCTOBER)
    warehouse.register_artifact(
        ArtifactRecord(
            run_id=run_id,
            subject=Subject.client(CLIENT),
            period="2026-Q3",
            kind="qbr",
            language="es",
            version=1,
            path="2026-Q3/qbr.pptx",
            sha256="0" * 64,
            size=1,
            edition_id="3f9a1c07",
        )
    )


def checklist(settings: Settings, warehouse: Warehouse) -> list[list[str]]:
    """The rows of the client's checklist in November's account review."""
    run = run_of(settings, warehouse, NOVEMBER)
    compute_population(run, (run.period,))
    rows: list[list[str]] = []
    for shard in run.shards:
        compute_shard(run, shard, needed_periods(run.period))
        clients = list(gathered_clients(run, shard))
        for checked in with_checks(run, shard, clients, warehouse.quarantine(NOVEMBER)):
            client = checked.file
            deck = compose_review(client).deck
            if client.client_id != CLIENT or deck is None:
                continue
            pages = [slide for slide in deck.slides if "checklist" in slide.subjects]
            tables = [item for page in pages for item in page.elements if isinstance(item, Table)]
            rows.extend([c.body.text for c in row.cells] for table in tables for row in table.rows)
    return rows


def test_a_figure_that_a_client_was_shown_and_that_changed_is_on_the_reviews_checklist(
    company: Path,
) -> None:
    def change(lines: list[str]) -> list[str]:
        return [line for line in lines if not (CLIENT in line and "2026-08" in line)]

    rewritten(company, change)
    settings = load_settings(company)
    with open_warehouse(settings.warehouse_url) as warehouse:
        computed(settings, warehouse)
        before = [row[1] for row in checklist(settings, warehouse) if "Cifra corregida" in row[0]]
        shown_to_the_client(warehouse)
        after = [row[1] for row in checklist(settings, warehouse) if "Cifra corregida" in row[0]]
    assert before == []
    assert len(after) == 1
    assert after[0].startswith("NPS")
    assert "se mostró" in after[0]
