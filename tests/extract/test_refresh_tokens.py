"""Xero by an app that somebody signed in to: each refresh token holds for one use."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from extract_runs import FetchingCompany, own_system, told
from fake_stripe import Answer, served
from fake_systems import FakeSystem
from vendor_answers import xero

from messages.errors import worded
from pipeline import secrets
from pipeline.fetching.check import checked_feeds
from pipeline.fetching.fetching import Surroundings, fetch_feeds
from pipeline.fetching.history import FetchRequest
from warehouse import open_warehouse

VARIABLE = "CARTERA_XERO_REFRESH_TOKEN"
FIRST = "rt-1"


@dataclass
class TokenServer(FakeSystem):
    """Each refresh gives new tokens. As Xero it takes the token of before once more, in case that
    the answer never came; older ones not."""

    good: list[str] = field(default_factory=lambda: [FIRST])
    given: int = 1

    def token(self, form: str) -> Answer:
        self.forms.append(form)
        (used,) = parse_qs(form)["refresh_token"]
        if used not in self.good:
            return 400, {}, b'{"error": "invalid_grant"}'
        self.given += 1
        self.good = [used, f"rt-{self.given}"]
        self.key = f"Bearer at-{self.given}"
        said = {"access_token": f"at-{self.given}", "refresh_token": self.good[-1]}
        return 200, {}, json.dumps(said).encode()

    def forget_the_one_before(self) -> None:
        """Half an hour later."""
        self.good = self.good[-1:]


@pytest.fixture
def server():
    with served(TokenServer(xero, "")) as fake:
        yield fake


@pytest.fixture
def file(tmp_path: Path, monkeypatch) -> Path:
    path = tmp_path / "keys" / "xero"
    path.parent.mkdir()
    path.write_text(f"{FIRST}\n")
    path.chmod(0o600)
    monkeypatch.setenv(f"{VARIABLE}_FILE", str(path))
    return path


@pytest.fixture
def company(tmp_path, server, file, make_database, monkeypatch) -> FetchingCompany:
    monkeypatch.setenv("CARTERA_XERO_CLIENT_ID", "me")
    monkeypatch.setenv("CARTERA_XERO_CLIENT_SECRET", "hush")
    monkeypatch.setenv("CARTERA_WAREHOUSE__URL", make_database("sqlite"))
    folder = tmp_path / "company"
    folder.mkdir()
    (folder / "own.toml").write_text(own_system("xero", "https://identity.xero.com"))
    (folder / "cartera.toml").write_text(
        '[company]\nname = "C"\nreporting_currency = "USD"\n[[sources]]\nmapping = "xero_api"\n'
        f'[[fetch.systems]]\nsystem = "own.toml"\naddress = "{server.address}"\n'
        'way = "sign_in"\nvalues.tenant = "t-1"\n'
    )
    return FetchingCompany(folder)


def test_each_fetch_keeps_the_next_token_and_nothing_else_does(company, server, file, caplog):
    caplog.set_level("DEBUG")
    for number in (2, 3):
        assert told(company) == ""
        assert file.read_text() == f"rt-{number}\n"
        assert file.stat().st_mode & 0o777 == 0o600
        server.forget_the_one_before()
    assert server.headers[-1]["xero-tenant-id"] == "t-1"
    kept = b"".join(path.read_bytes() for path in company.folder.rglob("*") if path.is_file())
    for secret in (b"rt-", b"at-2", b"at-3", b"hush"):
        assert secret not in kept
        assert secret.decode() not in caplog.text


def test_the_next_token_is_on_the_disk_before_anything_is_asked(company, server, file):
    seen = []
    respond = server.respond
    server.respond = lambda *asked: seen.append(file.read_text()) or respond(*asked)
    assert told(company) == ""
    assert set(seen) == {"rt-2\n"}


@pytest.mark.parametrize("half_written", [False, True])
def test_a_kill_between_the_refresh_and_its_keeping_loses_nothing(
    company, server, file, monkeypatch, half_written
):
    """The file has the old token whole, which is taken once more."""

    def killed(path: Path, new: str) -> None:
        if half_written:
            path.with_name(f".{path.name}.new").write_text(new[:2])
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(secrets, "_replace", killed)
        company.fetch()
    assert file.read_text() == f"{FIRST}\n"
    assert server.given == 2
    assert told(company) == ""
    assert file.read_text() == "rt-3\n"


def test_a_token_that_was_used_is_one_sentence_with_the_page(company, server, file):
    file.write_text("rt-0")
    said = told(company)
    assert "Xero takes the refresh token no more" in said
    assert "sign in once more with the app of https://developer.xero.com/app/manage" in said
    assert f"{VARIABLE}_FILE" in said
    (feed,) = checked_feeds(company.settings, None, Surroundings())
    (dicho,) = [worded(item, "es") for item in feed.missing]
    assert "autorice de nuevo la aplicación de https://developer.xero.com/app/manage" in dicho
    assert file.read_text() == "rt-0", "what is there stays"


def test_a_check_keeps_the_next_token_too(company, server, file):
    (feed,) = checked_feeds(company.settings, None, Surroundings())
    assert feed.missing == ()
    assert file.read_text() == "rt-2\n"


def test_an_access_token_that_runs_out_is_renewed_by_the_newest_token(company, server, file):
    counts = []

    def respond(path, asked):
        counts.append(path)
        if len(counts) == 2:
            server.forget_the_one_before()
            return 401
        return xero(path, asked)

    server.respond = respond
    assert told(company) == ""
    assert file.read_text() == "rt-3\n"


def test_the_environment_and_an_open_or_closed_folder_are_told(company, file, monkeypatch):
    monkeypatch.setenv(VARIABLE, FIRST)
    assert f"{VARIABLE} changes at each fetch, and the environment cannot hold" in told(company)
    monkeypatch.delenv(VARIABLE)
    file.chmod(0o644)
    assert "others than its owner may read it" in told(company)
    file.unlink()
    file.parent.rmdir()
    assert "cannot be used: no such file" in told(company)


def test_whoever_runs_us_may_keep_it(company, monkeypatch):
    """As Prefect does in a block."""
    monkeypatch.delenv(f"{VARIABLE}_FILE")
    blocks = {VARIABLE: FIRST}
    around = Surroundings(lambda name: blocks.get(name, ""), blocks.__setitem__)
    settings = company.settings
    with open_warehouse(settings.warehouse_url) as warehouse:
        assert fetch_feeds(settings, warehouse, FetchRequest(), around).is_whole
    assert blocks == {VARIABLE: "rt-2"}


def test_who_uses_it_at_the_same_time_waits_and_has_the_newest(file, monkeypatch):
    held = secrets.ChangingSecret(VARIABLE, secrets.no_store, secrets.no_keeper)
    monkeypatch.setattr(secrets, "_LONGEST_USE", 0)
    with held.alone() as now:
        assert now == FIRST
        with pytest.raises(secrets.SecretFileError), held.alone():
            pass
        held.keep("rt-2")
    with held.alone() as now:
        assert now == "rt-2"
