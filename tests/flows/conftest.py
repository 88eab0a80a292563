"""The sample company, ready to run, in a folder of its own."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from flows.settings import Settings, load_settings

COMPANY = Path(__file__).parents[2] / "samples" / "company"


def company_copy(folder: Path) -> Path:
    """The committed company's settings and exports, without what earlier runs made."""
    folder.mkdir()
    shutil.copy(COMPANY / "cartera.toml", folder)
    shutil.copytree(COMPANY / "landing", folder / "landing")
    return folder


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """A folder with the sample company."""
    return company_copy(tmp_path / "company")


@pytest.fixture
def on_warehouse(company: Path) -> Callable[[str], Settings]:
    """The sample company's settings with another warehouse."""
    return lambda url: replace(load_settings(company), warehouse_url=url)
