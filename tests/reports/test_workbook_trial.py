"""Many awkward clients at once: nothing fails, nothing is repaired, nothing becomes a formula."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from generated_clients import generated
from office import audit_errors, sdk_errors

from reports.workbook.compose import compose_workbook
from reports.workbook.formulas.calculation import named_value
from reports.workbook.model import Workbook
from reports.workbook.render.workbook import render_workbook


def composed(seed: int) -> Workbook:
    found = compose_workbook(generated(seed))
    assert found.workbook is not None, found.reason
    return found.workbook


def assert_sound(workbook: Workbook, path: Path) -> None:
    """No error cell, no failed control, no formula of foreign making, nothing to repair."""
    content = render_workbook(workbook)
    errors = [
        cell
        for sheet in workbook.sheets
        for cell in sheet.cells
        if cell.formula and isinstance(cell.value, str) and cell.value.startswith("#")
    ]
    assert errors == []
    assert named_value(workbook, "ctl_failed") == 0
    path.write_bytes(content)
    assert sdk_errors(path) == []
    ours = sum(bool(cell.formula) for sheet in workbook.sheets for cell in sheet.cells)
    assert formulas(content) == ours


def formulas(content: bytes) -> int:
    """How many cells of the file hold one."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheets = (name for name in parts.namelist() if name.startswith("xl/worksheets/sheet"))
        return sum(len(re.findall(rb"<f\b", parts.read(name))) for name in sheets)


@pytest.mark.validator
@pytest.mark.parametrize(
    "first", [0, *(pytest.param(first, marks=pytest.mark.long) for first in range(10, 40, 10))]
)
def test_forty_awkward_clients_have_nothing_to_repair(first: int, tmp_path: Path) -> None:
    for seed in range(first, first + 10):
        assert_sound(composed(seed), tmp_path / f"{seed}.xlsx")
    once = tmp_path / f"{first}.xlsx"
    assert audit_errors(once) == []
    assert render_workbook(composed(first)) == once.read_bytes()


@pytest.mark.long
@pytest.mark.parametrize("first", range(1_000, 2_000, 100))
def test_a_thousand_awkward_clients_have_nothing_to_repair(first: int, tmp_path: Path) -> None:
    for seed in range(first, first + 100):
        assert_sound(composed(seed), tmp_path / f"{seed}.xlsx")
