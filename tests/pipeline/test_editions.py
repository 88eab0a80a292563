"""What a file says, and whether it is written again, depends on what it shows and nothing else."""

import hashlib
import shutil
from pathlib import Path

import pytest
from whole_runs import computed, ordered, published, run

from pipeline.outcome import RunResults
from pipeline.settings import load_settings
from samples import generate
from warehouse.portal.store import open_portal_store

pytestmark = pytest.mark.long

QUARTER, MONTH = "2026-Q3", "2026-08"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small company after a run of the quarter."""
    folder = tmp_path_factory.mktemp("made") / "company"
    generate(folder, 4, 7)
    assert run(folder, QUARTER).failures == ()
    return folder


def bytes_of(folder: Path) -> dict[str, str]:
    """SHA-256 of every published file but manifests."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.glob("output/**/*"))
        if path.suffix in (".pptx", ".xlsx", ".md")
    }


def versions(results: RunResults) -> set[int]:
    return {file.version for file in results.files}


def test_a_run_of_another_period_between_two_of_one_writes_no_new_version(
    made: Path, tmp_path: Path
) -> None:
    company = shutil.copytree(made, tmp_path / "company")
    quarter = bytes_of(company)
    month = run(company, MONTH)
    assert month.written == month.files
    again = run(company, QUARTER)
    assert again.files
    assert again.written == ()
    assert versions(again) == {1}
    assert quarter.items() <= bytes_of(company).items()
    assert {client.entry for client in again.clients} == {None}  # nobody's rows were read again
    listed = open_portal_store(load_settings(company).warehouse_url).clients()
    assert {(item.client_id, item.period) for item in listed} == {
        (client.client_id, QUARTER) for client in again.clients
    }


def test_two_periods_side_by_side_give_the_files_of_one_after_the_other(
    made: Path, tmp_path: Path
) -> None:
    one_after_other = shutil.copytree(made, tmp_path / "in_turn")
    run(one_after_other, MONTH)
    together = tmp_path / "together"
    generate(together, 4, 7)
    settings = load_settings(together)
    orders = [ordered(settings, period) for period in (MONTH, QUARTER)]
    for order in orders:
        computed(order)
    for order in reversed(orders):
        assert published(order).failures == ()
    assert bytes_of(together) == bytes_of(one_after_other)
