"""What tells a run that it has nothing to make: all that its files come from, and no more."""

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from pipeline.publishing.variant import Variant
from pipeline.run_context import RunContext, RunOrder
from pipeline.settings import load_settings
from pipeline.unchanged import mark_of
from transforms.core.periods import Period
from warehouse import Warehouse

SAMPLE = Path(__file__).parents[2] / "samples" / "company" / "cartera.toml"


def mark(folder: Path, **asked: Any) -> str:
    """Of a run of the company; only its rows would be asked of the warehouse."""
    known_at = datetime(2026, 10, 1, tzinfo=UTC)
    order = RunOrder(load_settings(folder), Period.parse("2026-Q3"), known_at, (), **asked)
    return mark_of(RunContext(order, cast(Warehouse, None)), {"loads": "1/1"})


@pytest.fixture
def company(tmp_path: Path) -> Path:
    folder = tmp_path / "company"
    folder.mkdir()
    shutil.copy(SAMPLE, folder)
    return folder


def test_a_company_that_moved_to_another_folder_has_the_same_mark(
    company: Path, tmp_path: Path
) -> None:
    before = mark(company)
    assert mark(company.rename(tmp_path / "elsewhere")) == before


def test_a_logo_that_a_client_gave_or_changed_makes_another_mark(company: Path) -> None:
    marks = [mark(company)]
    (company / "logos").mkdir()
    for content in (b"one", b"other"):
        (company / "logos" / "A.png").write_bytes(content)
        marks.append(mark(company))
    assert len(set(marks)) == len(marks)


def test_settings_and_what_is_asked_for_make_another_mark(company: Path) -> None:
    marks = [mark(company), mark(company, language="en"), mark(company, variant=Variant.CLIENT)]
    with (company / "cartera.toml").open("a") as file:
        file.write("discount_rate = 0.2\n")
    marks.append(mark(company))
    assert len(set(marks)) == len(marks)
