"""Databases and the sample company, for the tests of any room."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest
from command_line import Cartera
from hypothesis import Phase, settings
from postgres_server import NoPostgresError, PostgresServer, start_postgres
from sample_folder import company_copy

from messages.catalogue import MORE_LANGUAGES, forget_languages
from messages.pseudo import LANGUAGE, write_pseudo_language
from pipeline.settings import Settings, load_settings
from warehouse import open_warehouse

# A change turns an everyday test red, never luck or a busy machine; the long ones draw anew each
# time. What fails is shown as it was drawn: to make it small takes minutes a test, which is worth
# it to whoever mends it (`pytest --hypothesis-profile=shrinking FILE`) and not to a run that only
# has to tell.
FINDING = (Phase.explicit, Phase.reuse, Phase.generate)
settings.register_profile("repeatable", derandomize=True, deadline=None, phases=FINDING)
settings.register_profile("shrinking", derandomize=True, deadline=None)
settings.load_profile("repeatable")

MakeDatabase = Callable[[str], str]
"""The URL of a new database of a kind: sqlite or postgresql."""


@pytest.fixture
def cartera(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Cartera]:
    """Runs a command as its users do, in this process; returns exit code, output and errors.
    What a command sets in the environment is gone after the test."""
    from cli.main import main  # only where a test runs one

    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")

    def run(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["cartera", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), out, err

    with patch.dict(os.environ):
        yield run


@pytest.fixture
def pseudo_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A language made from English by script: what is said in no bracket comes from elsewhere."""
    write_pseudo_language(tmp_path / "languages")
    monkeypatch.setenv(MORE_LANGUAGES, str(tmp_path / "languages"))
    forget_languages()
    yield LANGUAGE
    forget_languages()


@pytest.fixture(scope="session")
def _postgres() -> Iterator[PostgresServer | str]:
    """The session's server, started when the first test wants it; else why there is none."""
    try:
        server = start_postgres()
    except NoPostgresError as error:
        yield f"no PostgreSQL to test with: {error}"
        return
    yield server
    server.close()


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "warehouse.db"
    open_warehouse(f"sqlite:///{path}").close()
    return path


def _server(request: pytest.FixtureRequest) -> PostgresServer:
    server = request.getfixturevalue("_postgres")
    if isinstance(server, str):
        pytest.skip(server)
    return server


@pytest.fixture
def make_empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[MakeDatabase]:
    """Makes databases without any table."""
    drop: list[Callable[[], None]] = []

    def make(kind: str) -> str:
        if kind == "sqlite":
            return f"sqlite:///{tmp_path / f'empty-{len(drop)}.db'}"
        server = _server(request)
        url = server.create_database()
        drop.append(lambda: server.drop_database(url))
        return url.render_as_string(hide_password=False)

    yield make
    for step in drop:
        step()


@pytest.fixture
def make_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[MakeDatabase]:
    """Makes databases at the newest schema, without rows."""
    drop: list[Callable[[], None]] = []

    def make(kind: str) -> str:
        if kind == "sqlite":
            path = tmp_path / f"warehouse-{len(list(tmp_path.glob('*.db')))}.db"
            shutil.copyfile(request.getfixturevalue("_sqlite_template"), path)
            return f"sqlite:///{path}"
        server = _server(request)
        url = server.copy_of_template(lambda text: open_warehouse(text).close())
        drop.append(lambda: server.drop_database(url))
        return url.render_as_string(hide_password=False)

    yield make
    for step in drop:
        step()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_kind(request: pytest.FixtureRequest) -> str:
    """Each kind of database in turn."""
    return request.param


@pytest.fixture
def warehouse_url(database_kind: str, make_database: MakeDatabase) -> str:
    """A warehouse without rows, once on SQLite and once on PostgreSQL."""
    return make_database(database_kind)


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """A folder with the sample company."""
    return company_copy(tmp_path / "company")


@pytest.fixture
def on_warehouse(company: Path) -> Callable[[str], Settings]:
    """The sample company's settings with another warehouse."""
    return lambda url: replace(load_settings(company), warehouse_url=url)
