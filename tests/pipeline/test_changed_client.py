"""A client that changed costs one client: the others' figures are taken over, and everything is the
same bytes as if all had been computed."""

import csv
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
import whole_runs

from pipeline.compute import compute
from pipeline.publishing import briefs
from pipeline.publishing.brand import brand_in_use
from pipeline.publishing.client_files import gathered_clients
from pipeline.publishing.file_kinds import ClientAtWork, due_files
from pipeline.settings import load_settings
from samples import generate
from transforms.metrics.metric_context import MetricContext

pytestmark = pytest.mark.thorough

PERIOD = "2026-Q3"
LINES = Path("stripe/invoice_line_items.csv")


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> list[set[str]]:
    """The clients of each computing that there was."""
    found: list[set[str]] = []
    whole = compute.compute_needed

    def noted(context: MetricContext, *others: object) -> pd.DataFrame:
        found.append(set(context.entities["entity_id"]))
        return whole(context, *others)

    monkeypatch.setattr(compute, "compute_needed", noted)
    return found


def next_day(folder: Path, column: str, text: str) -> None:
    """The same exports a day later; one line of an invoice differs."""
    first, second = (folder / "landing" / day for day in ("2026-10-01", "2026-10-02"))
    shutil.copytree(first, second)
    with (first / LINES).open(newline="") as file:
        names, *rows = csv.reader(file)
    rows[-1][names.index(column)] = text
    with (second / LINES).open("w", newline="") as file:
        csv.writer(file).writerows([names, *rows])


def published(folder: Path) -> dict[str, bytes]:
    output = folder / "output"
    return {str(file.relative_to(output)): file.read_bytes() for file in output.rglob("*.*")}


def figures(folder: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "warehouse.db")) as database:
        return database.execute("SELECT * FROM kpi_values ORDER BY 1, 2, 3, 4, 5, 6, 7").fetchall()


def test_one_changed_client_is_computed_and_all_is_as_computed_whole(
    tmp_path: Path, computed: list[set[str]]
) -> None:
    kept, whole = tmp_path / "kept", tmp_path / "whole"
    generate(kept, 2, 7)
    whole_runs.computed(whole_runs.ordered(load_settings(kept), PERIOD))
    (everybody,) = computed
    computed.clear()
    next_day(kept, "Description", "Mended")
    shutil.copytree(kept, whole)
    with closing(sqlite3.connect(whole / "warehouse.db")) as database, database:
        database.execute("DELETE FROM figure_marks")
    results = whole_runs.run(kept, PERIOD)
    (changed,) = computed
    computed.clear()
    whole_runs.run(whole, PERIOD)
    assert (len(everybody), len(changed), computed) == (4, 1, [everybody])
    assert figures(kept) == figures(whole)
    assert published(kept) == published(whole)
    assert results.failures == ()


@pytest.mark.long
def test_a_row_that_may_be_anybodys_has_everybody_computed(
    tmp_path: Path, computed: list[set[str]]
) -> None:
    generate(tmp_path, 2, 7)
    whole_runs.computed(whole_runs.ordered(load_settings(tmp_path), PERIOD))
    next_day(tmp_path, "Description", "Mended")
    with (tmp_path / "landing" / "2026-10-02" / LINES).open("a") as file:
        file.write("torn\n")
    whole_runs.run(tmp_path, PERIOD)
    everybody, changed = computed
    assert changed == everybody


@pytest.mark.long
def test_a_new_day_makes_briefs_anew_and_reads_nobody_a_second_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    generate(tmp_path / "company", 2, 7)
    whole_runs.run(tmp_path / "company", PERIOD)
    next_day(tmp_path / "company", "Description", "Mended")
    read_again: list[object] = []
    gathered = briefs.gathered_clients
    monkeypatch.setattr(
        briefs, "gathered_clients", lambda *of: (read_again.append(of), gathered(*of))[1]
    )
    results = whole_runs.run(tmp_path / "company", PERIOD)
    assert results.briefs
    assert all(brief.is_new for brief in results.briefs)
    assert read_again == []
    # Nobody's files show that line; one client has rows at fault, which are so in this file, too.
    assert [
        file.path.name for client in results.clients for file in client.files if file.is_new
    ] == []


def test_what_other_clients_have_makes_a_new_review_and_no_other_file(tmp_path: Path) -> None:
    generate(tmp_path, 2, 7)
    order = whole_runs.ordered(load_settings(tmp_path), PERIOD)
    whole_runs.computed(order)
    with order.opened() as run:
        clients = gathered_clients(run, order.shards[0])
        first = next(client for client in clients if client.had_by_like)
        brand = brand_in_use(run.settings)
        before, after = (
            {due.kind: due.edition for due in due_files(run, ClientAtWork(client, brand))}
            for client in (first, replace(first, had_by_like=(*first.had_by_like, "one more")))
        )
    assert {kind for kind, edition in before.items() if after[kind] != edition} == {"review"}
    assert before.keys() == {"qbr", "review", "renewal"}
