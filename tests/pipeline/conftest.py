"""The reports' clients serve here, too, and a company that has published one of their workbooks."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from publishing_house import House

from pipeline.settings import Settings, load_settings
from warehouse import open_warehouse

sys.path.append(str(Path(__file__).parents[1] / "reports"))


@pytest.fixture(scope="session")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A company with the golden client's workbook; no test changes it."""
    from edited_workbooks import published  # found with the reports' clients

    return published(tmp_path_factory.mktemp("made") / "company")


@pytest.fixture
def renewal_path(issuer: Settings) -> Path:
    """That workbook."""
    return issuer.output / "renewal.xlsx"


@pytest.fixture
def house(company: Path) -> Iterator[House]:
    """The sample company, before it published anything."""
    settings = load_settings(company)
    with open_warehouse(settings.warehouse_url) as warehouse:
        yield House(settings, warehouse)
