"""What finance typed comes back, is carried over, and the next run starts from it."""

import re
import shutil
from pathlib import Path

import pytest
from edited_workbooks import carry, edited, offer_label, opened
from spreadsheet_user import typed

from pipeline.compute.compute import compute_shard
from pipeline.compute.shards import known_shards
from pipeline.feedback.decisions import carried_over, keep
from pipeline.ingest.ingest import ingest
from pipeline.outcome import PublishedFile
from pipeline.publishing.publish_clients import publish_shard
from pipeline.publishing.variant import Variant
from pipeline.run_context import RunContext, RunOrder
from pipeline.settings import Settings, load_settings
from reports.workbook.read_back import read_workbook
from samples import generate
from transforms.core.periods import Period
from transforms.metrics.kpi_periods import needed_periods
from transforms.renewals.offers import Offer
from warehouse import Warehouse, open_warehouse

pytestmark = pytest.mark.thorough

PERIOD = Period.parse("2026-10")


def run(settings: Settings, warehouse: Warehouse) -> list[PublishedFile]:
    """A month's renewal workbooks, without Prefect."""
    deliveries = ingest(settings, warehouse)
    known_at = warehouse.known_at_latest()
    assert known_at is not None
    run_id = warehouse.start_run(str(PERIOD), known_at)
    shards = known_shards(settings, warehouse, known_at, deliveries)
    order = RunOrder(settings, PERIOD, known_at, shards, run_id, variant=Variant.INTERNAL)
    context = RunContext(order, warehouse)
    found: list[PublishedFile] = []
    for shard in shards:
        compute_shard(context, shard, needed_periods(PERIOD))
        for outcome in publish_shard(context, shard):
            found += [file for file in outcome.files if file.kind == "renewal"]
    return found


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small company after a month's run."""
    folder = tmp_path_factory.mktemp("made") / "company"
    generate(folder, 5, 7)
    settings = load_settings(folder)
    with open_warehouse(settings.warehouse_url) as warehouse:
        assert len(run(settings, warehouse)) > 1
    return folder


@pytest.fixture
def settings(made: Path, tmp_path: Path) -> Settings:
    """That company, for one test to change."""
    folder = tmp_path / "company"
    shutil.copytree(made, folder)
    return load_settings(folder)


def workbooks(settings: Settings) -> list[Path]:
    return sorted(settings.output.glob("**/internal-renewal-*-v1.xlsx"))


def landed_dearer(settings: Settings, day: str) -> None:
    """The same exports landed later, with every cost a tenth higher."""
    first = settings.root / "landing" / "2026-10-01"
    later = settings.root / "landing" / day
    shutil.copytree(first, later)
    path = next(later.rglob("costes.csv"))
    head, *lines = path.read_text(encoding="utf-8-sig").splitlines()
    column = head.split(";").index("Importe")
    changed = [head, *(_dearer(line.split(";"), column) for line in lines)]
    path.write_text("\n".join(changed) + "\n", encoding="utf-8")


def _dearer(cells: list[str], column: int) -> str:
    """A line whose amount, written as 1.234,50, is a tenth higher and whole."""
    amount = float(cells[column].replace(".", "").replace(",", "."))
    cents = ",00" if "," in cells[column] else ""
    return ";".join([*cells[:column], f"{round(amount * 1.1)}{cents}", *cells[column + 1 :]])


@pytest.mark.long
@pytest.mark.rendering
def test_a_file_edited_in_libreoffice_is_carried_over_the_months_rerun(
    settings: Settings, tmp_path: Path
) -> None:
    path = workbooks(settings)[0]
    said = {
        "in_discount": 0.07,
        "in_probability": 0.66,
        "dec_decision": offer_label(path, Offer.ADDED_VALUE),
        "dec_reason": "Presión de precio",
        "dec_signed_by": "Ana Finanzas",
    }
    file = typed(path, tmp_path / "edited.xlsx", said)
    with open_warehouse(settings.warehouse_url) as warehouse:
        landed_dearer(settings, "2026-10-15")
        run(settings, warehouse)  # the month is run again in between
        carried = carried_over(settings, warehouse, file, "ana", None)
        assert not carried.is_newest
        assert {change.key for change in carried.moved} & {"cost_of_sales", "cost_to_serve"}
        assert {change.key: change.after for change in carried.typed} == {
            "discount": 0.07,
            "probability": 0.66,
        }
        keep(warehouse, carried)
        again = next(
            item for item in run(settings, warehouse) if item.subject.id == carried.client_id
        )
    now = read_workbook(again.path)
    assert again.is_new
    assert now.inputs["discount"] == 0.07
    assert now.inputs["probability"] == 0.66
    assert now.record["decision"] == Offer.ADDED_VALUE
    assert now.record["signed_by"] == "Ana Finanzas"
    moved = next(change for change in carried.moved if "cost" in change.key)
    assert now.inputs[moved.key] == moved.after  # and what finance did not type moves on


def test_an_untouched_file_is_no_news(settings: Settings) -> None:
    carried = carry(settings, workbooks(settings)[0])
    assert not carried.is_news
    assert carried.is_newest


def test_two_people_lose_nothing_of_each_other(settings: Settings, tmp_path: Path) -> None:
    path = workbooks(settings)[0]
    first = edited(path, tmp_path / "first.xlsx", {"in_discount": 0.05})
    second = edited(path, tmp_path / "second.xlsx", {"in_later_probability": 0.5})
    with open_warehouse(settings.warehouse_url) as warehouse:
        for file in (first, second):
            keep(warehouse, carried_over(settings, warehouse, file, "ana", None))
        files = run(settings, warehouse)
    client = read_workbook(path).client_id
    now = read_workbook(next(item.path for item in files if item.subject.id == client))
    assert (now.inputs["discount"], now.inputs["later_probability"]) == (0.05, 0.5)
    newest = opened(next(item.path for item in files if item.subject.id == client), values=True)
    said = [str(cell.value) for row in newest.worksheets[0] for cell in row if cell.value]
    assert any(re.search(r"→ 50\s?% · ana", text) for text in said)  # of the second import
    assert not any(re.search(r"→ 5\s?% · ana", text) for text in said)  # known already


def test_a_decision_changes_no_other_clients_file(settings: Settings, tmp_path: Path) -> None:
    path = workbooks(settings)[0]
    file = edited(path, tmp_path / "first.xlsx", {"in_discount": 0.05})
    with open_warehouse(settings.warehouse_url) as warehouse:
        carried = carried_over(settings, warehouse, file, "ana", None)
        keep(warehouse, carried)
        new = [item.subject.id for item in run(settings, warehouse) if item.is_new]
    assert new == [carried.client_id]


def test_our_offer_is_stored_apart_from_what_was_asked(settings: Settings, tmp_path: Path) -> None:
    path = workbooks(settings)[0]
    asked = read_workbook(path).inputs["discount"]
    typed_in = {"offered_discount": 0.05, "offered_term_years": 3, "agreed_discount": 0.045}
    with open_warehouse(settings.warehouse_url) as warehouse:
        file = edited(path, tmp_path / "offer.xlsx", typed_in)
        carried = carried_over(settings, warehouse, file, "ana", None)
        assert dict(carried.decision.inputs) == typed_in
        keep(warehouse, carried)
        files = run(settings, warehouse)
    now = read_workbook(next(item.path for item in files if item.subject.id == carried.client_id))
    assert now.inputs["discount"] == asked
    assert {key: now.inputs[key] for key in typed_in} == typed_in
