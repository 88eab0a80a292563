"""A later export that changes a closed quarter is told: old, new, and the lines behind it."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.compute import compute_shard
from flows.ingest import ingest
from flows.restatements import Restatement, restatements
from flows.settings import Settings, load_settings
from flows.shards import known_shards
from transforms.kpi_periods import NeededPeriods
from transforms.periods import Period
from warehouse import Warehouse, open_warehouse

pytestmark = pytest.mark.thorough

COMPANY = Path(__file__).parents[2] / "samples" / "company"
CLIENT = "001Hs000000001cIAA"
OCTOBER, NOVEMBER = datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC)
QUARTER = NeededPeriods((Period.parse("2026-Q3"),), ())


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
        for shard in known_shards(settings, warehouse, known_at, ()):
            compute_shard(settings, warehouse, shard, QUARTER, known_at)


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
