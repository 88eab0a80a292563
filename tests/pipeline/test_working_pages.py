"""The working of the figures that the portal shows, made after a run."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest
from test_decisions import run

from messages.catalogue import catalogue
from pipeline.compute.explain import explain
from pipeline.compute.explanation_page import page_of
from pipeline.compute.told_rows import told_rows
from pipeline.outcome import PublishedFile
from pipeline.publishing.prepare import NoRunError, prepare
from pipeline.settings import load_settings
from samples import generate
from transforms.kpis import shown_at
from transforms.metrics.kpi import Place
from warehouse import open_warehouse

pytestmark = pytest.mark.long


def test_every_figure_shown_has_its_working_once(tmp_path: Path) -> None:
    generate(tmp_path / "company", 3, 7)
    settings = load_settings(tmp_path / "company")
    with pytest.raises(NoRunError):
        list(prepare(settings, "2026-10", with_pictures=False))
    with open_warehouse(settings.warehouse_url) as warehouse:
        run(settings, warehouse)
        warehouse.finish_run(warehouse.runs()[0].run_id, "published")
    made = list(prepare(settings, "2026-10", with_pictures=False))
    assert all(isinstance(item, PublishedFile) and item.is_new for item in made)
    first = made[0]
    assert isinstance(first, PublishedFile)
    pages = json.loads(first.path.read_bytes())
    assert set(pages) <= set(shown_at(Place.PORTAL))
    assert {"mrr", "overdue_balance"} <= set(pages)
    assert pages["mrr"]["language"] == first.language
    working = [json.loads(item.path.read_bytes())["mrr"] for item in made]  # type: ignore[union-attr]
    tables = [table for page in working for table in page["tables"] if table["rows"]]
    assert tables
    assert all({"source", "file", "line"} <= set(table["head"]) for table in tables)
    for kpi, page in pages.items():
        alone = explain(settings, first.subject.id, kpi, "2026-10")
        words = catalogue(first.language)
        told = json.loads(json.dumps(asdict(page_of(alone, words, told_rows(alone, 50)))))
        assert told | {"basis": ""} == page | {"basis": ""}, f"{kpi} is not what it is alone"
    again = list(prepare(settings, "2026-10", with_pictures=False))
    assert not any(item.is_new for item in again if isinstance(item, PublishedFile))
