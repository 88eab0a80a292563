"""A portal with a few clients' files, made once and copied for each test."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from fastapi.testclient import TestClient
from sample_folder import COMPANY
from site_of_clients import ENGLISH, GRANTS, PASSWORD, PEOPLE, Site, published, sign_in

from pipeline.settings import load_settings
from portal.app import make_app
from warehouse.portal.records import Person
from warehouse.portal.store import open_portal_store


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[tuple[str, str], int]]:
    """The company's folder with all that is in it, made once."""
    company = tmp_path_factory.mktemp("portal")
    said = (COMPANY / "cartera.toml").read_text(encoding="utf-8")
    said = said.replace('reporting_currency = "MXN"', 'reporting_currency = "EUR"')
    (company / "cartera.toml").write_text(said, encoding="utf-8")
    (company / "grants.toml").write_text(GRANTS, encoding="utf-8")
    settings = load_settings(company)
    files = published(settings)
    store = open_portal_store(settings.warehouse_url)
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    for name, roles in PEOPLE.items():
        email = f"{name}@example.com"
        store.save_person(Person(email, name.title(), frozenset(roles), "en", quick))
    store.close()
    return company, files


@pytest.fixture
def site(built: tuple[Path, dict[tuple[str, str], int]], tmp_path: Path) -> Iterator[Site]:
    company, files = built
    shutil.copytree(company, tmp_path / "company")
    settings = load_settings(tmp_path / "company")
    with TestClient(make_app(settings), headers=ENGLISH) as client:
        yield Site(settings, client, files)


@pytest.fixture
def signed_in(site: Site) -> Callable[[str], TestClient]:
    """A browser of somebody who has signed in."""

    def enter(name: str) -> TestClient:
        browser = TestClient(site.client.app, headers=ENGLISH)
        assert sign_in(browser, name).status_code == 303
        return browser

    return enter
