"""RavenStack's own exports become decks: a company without invoices, all of it subscriptions."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from shutil import copyfile, copytree

import pytest
from pptx import Presentation

from pipeline.compute.compute import compute_shard
from pipeline.compute.known_at import cut_off
from pipeline.compute.shards import known_shards
from pipeline.ingest.ingest import ingest
from pipeline.outcome import ClientOutcome
from pipeline.publishing.publish_clients import publish_shard
from pipeline.run_context import RunContext, RunOrder
from pipeline.settings import load_settings
from reports.deck.formats import Formats
from transforms.core.periods import Period
from transforms.metrics.kpi_periods import needed_periods
from warehouse import open_warehouse

pytestmark = pytest.mark.real_data

HERE = Path(__file__)
EXPORTS = HERE.parents[2] / ".." / "shared" / "data" / "ravenstack"
COMPANY = HERE.parents[1] / "companies" / "ravenstack"
QUARTER = Period.parse("2024-Q4")
CLIENTS = 10


@dataclass(frozen=True)
class Published:
    """What ten clients got, and their fees in the store in minor units."""

    outcomes: tuple[ClientOutcome, ...]
    fees: dict[str, int]

    def decks(self) -> Iterator[tuple[str, Path]]:
        for outcome in self.outcomes:
            for file in outcome.files:
                if file.kind == "qbr":
                    yield outcome.client_id, file.path


def company(place: Path) -> Path:
    """The company's settings with its exports landed."""
    if not EXPORTS.is_dir():
        pytest.skip("the folder of public exports is not beside the checkout")
    folder = copytree(COMPANY, place / "company")
    landing = folder / "landing" / "2025-01-01"
    landing.mkdir(parents=True)
    for file in EXPORTS.glob("*.csv*"):
        copyfile(file, landing / file.name)
    return folder


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    settings = load_settings(company(tmp_path_factory.mktemp("ten")))
    with open_warehouse(settings.warehouse_url) as warehouse:
        deliveries = ingest(settings, warehouse)
        known_at = cut_off(warehouse, None)
        first = known_shards(settings, warehouse, known_at, deliveries)[0]
        chosen = first.entities["entity_id"].isin(first.client_ids[:CLIENTS])
        shard = replace(first, entities=first.entities[chosen])
        run_id = warehouse.start_run(str(QUARTER), known_at)
        run = RunContext(RunOrder(settings, QUARTER, known_at, (shard,), run_id), warehouse)
        compute_shard(run, shard, needed_periods(QUARTER))
        outcomes = publish_shard(run, shard)
        stored = warehouse.read_kpis(period=str(QUARTER), known_at=known_at, kpis=["mrr"])
    fees = stored.set_index("entity_id")["value_minor"].astype(int).to_dict()
    return Published(outcomes, fees)


def texts(path: Path) -> list[list[str]]:
    """The texts of every slide, title first."""
    return [
        [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        for slide in Presentation(str(path)).slides
    ]


def test_ten_clients_get_a_deck_unless_there_is_too_little_to_tell(published: Published) -> None:
    assert len(published.outcomes) == CLIENTS
    assert not [outcome for outcome in published.outcomes if outcome.held]
    thin = {
        outcome.client_id
        for outcome in published.outcomes
        if any(item.reason == "too_few_slides" for item in outcome.not_made)
    }
    decks = {client for client, _ in published.decks()}
    assert (len(decks | thin), decks & thin) == (CLIENTS, set())
    assert len(thin) < CLIENTS / 2
    reviews = [f for outcome in published.outcomes for f in outcome.files if f.kind == "review"]
    assert len(reviews) == CLIENTS


def test_every_deck_opens_with_four_slides_or_more_beside_cover_and_appendix(
    published: Published,
) -> None:
    for _, path in published.decks():
        titles = [slide[0] for slide in texts(path)]
        assert all(titles)
        told = [title for title in titles[1:] if not title.startswith("Definitions")]
        assert len(told) >= 4


def test_title_and_tile_of_investment_print_the_stores_fee(published: Published) -> None:
    for client_id, path in published.decks():
        fee = Formats("en-US", "USD").money(published.fees[client_id])
        (slide,) = [slide for slide in texts(path) if slide[0].startswith("The monthly fee")]
        assert f" is {fee}" in slide[0]
        (tile,) = [text for text in slide[1:] if text.startswith("Monthly fee\n")]
        assert tile.split("\n")[1] == fee


def cartera(folder: Path, *arguments: str) -> str:
    """What a command prints, run in the company's folder."""
    done = subprocess.run(
        [str(Path(sys.executable).with_name("cartera")), *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.mark.long
def test_all_five_hundred_clients_get_files(tmp_path: Path) -> None:
    folder = company(tmp_path)
    cartera(folder, "run", "--period", str(QUARTER))
    output = folder / "output" / str(QUARTER)
    told = json.loads((output / "manifest.json").read_text())
    decks = {item["client_id"] for item in told["outputs"] if item["kind"] == "qbr"}
    reviews = {item["client_id"] for item in told["outputs"] if item["kind"] == "review"}
    thin = {item["client_id"] for item in told["not_made"] if item["reason"] == "too_few_slides"}
    assert len(decks | thin) == len(reviews) == 500
    # A client without a ticket in the quarter has little to be told.
    assert (decks & thin, len(thin) < 50) == (set(), True)
    assert all((folder / "output" / item["path"]).is_file() for item in told["outputs"])
    printed = cartera(
        folder, "kpis", "--account", "portfolio", "--period", str(QUARTER), "--format", "csv"
    )
    (mrr,) = [row for row in csv.DictReader(io.StringIO(printed)) if row["kpi"] == "mrr"]
    assert (Decimal(mrr["value"]), mrr["currency"]) == (10_159_608, "USD")
