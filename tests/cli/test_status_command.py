"""`cartera status`, as its user sees it."""

from datetime import UTC, datetime
from pathlib import Path

from command_line import Cartera

from pipeline.settings import load_settings
from warehouse import RunState, StepRecord, open_warehouse


def test_what_the_newest_run_spent_is_shown_by_step(cartera: Cartera, company: Path) -> None:
    with open_warehouse(load_settings(company).warehouse_url) as warehouse:
        run = warehouse.start_run("2026-Q3", datetime(2026, 10, 1, tzinfo=UTC))
        steps = (StepRecord("ingest", 1, 12.25, 3.0), StepRecord("compute", 12, 1234.56, 9.94))
        warehouse.add_steps(run, steps)
        warehouse.finish_run(run, RunState.PUBLISHED)
    code, out, _ = cartera("status", "--company", company, "--lang", "es")
    assert code == 0
    lines = [line.split() for line in out.splitlines()]
    assert ["Leer", "y", "cargar", "exportaciones", "1", "12,3", "3,0"] in lines
    assert ["Cifras", "de", "clientes", "12", "1.234,6", "9,9"] in lines
    assert run in out


def test_without_a_run_nothing_was_spent(cartera: Cartera, company: Path) -> None:
    code, out, _ = cartera("status", "--company", company)
    assert code == 0
    assert "spent" not in out
