"""Signing in by the company's own accounts, at a real OpenID provider, in a real browser."""

import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx2
import pytest
from fastapi.testclient import TestClient
from serving import served
from site_of_clients import Site
from test_browser import chromium  # noqa: F401 a fixture

from pipeline.settings import load_settings
from portal.app import make_app
from portal.provider import Begun, NotIdentifiedError, _told
from portal.signing_in import BEGUN_COOKIE
from portal.visit import SESSION_COOKIE

HERE = Path(__file__).parent
MODULES = HERE.parents[1] / "node_modules" / "oidc-provider"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextmanager
def provided(port: int, back: str) -> Iterator[None]:
    """The provider while the block runs."""
    if not MODULES.exists() or not shutil.which("node"):
        pytest.skip("oidc-provider is not installed: npm install --no-save oidc-provider")
    told = ["node", str(HERE / "provider.mjs"), str(port), back]
    with subprocess.Popen(told, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            assert process.stdout is not None
            while b"ready" not in (line := process.stdout.readline()):
                assert line
            yield
        finally:
            process.terminate()


def company(site: Site, issuer: str) -> Any:
    """The site's portal with a provider."""
    path = site.settings.root / "cartera.toml"
    said = f'\n[portal]\nissuer = "{issuer}"\nclient_id = "portal"\n'
    said += '[portal.roles]\naccount-managers = "manager"\n'
    path.write_text(path.read_text(encoding="utf-8") + said, encoding="utf-8")
    return make_app(load_settings(site.settings.root))


@pytest.fixture
def there(site: Site, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Site, str]]:
    """A portal that is served, and its provider."""
    monkeypatch.setenv("CARTERA_PORTAL_SECRET", "only-for-tests")
    _told.cache_clear()
    port = free_port()
    with (
        served(company(site, f"http://127.0.0.1:{port}")) as address,
        provided(port, f"{address}/sign-in/back"),
    ):
        yield site, address


def at_provider(page: Any, address: str, name: str, to: str = "/") -> None:
    page.goto(f"{address}{to}")
    page.click("text=Sign in with your company account")
    page.fill("[name=login]", name)
    page.fill("[name=password]", "any")
    page.click("button[type=submit]")
    page.click("button[type=submit]")  # agrees that the portal is told
    page.wait_for_url(f"{address}/**")


@pytest.mark.thorough
def test_who_the_provider_names_sees_their_own_clients(
    there: tuple[Site, str],
    chromium: Any,  # noqa: F811
) -> None:
    site, address = there
    page = chromium.new_context(locale="en").new_page()
    at_provider(page, address, "ana", "/clients/A1")
    assert page.url == f"{address}/clients/A1"
    assert page.inner_text("h1") == "Client A1"
    page.goto(f"{address}/clients/B1")
    assert page.inner_text("h1") == "This page cannot be shown"
    person = site.store.person("ana@example.com")
    assert person is not None
    assert person.roles == {"manager"}
    page.context.close()


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("name", "told"), [("none", "has no role here"), ("unverified", "did not say who you are")]
)
def test_who_has_no_role_or_no_sure_address_is_not_let_in(
    name: str,
    told: str,
    there: tuple[Site, str],
    chromium: Any,  # noqa: F811
) -> None:
    site, address = there
    page = chromium.new_context(locale="en").new_page()
    at_provider(page, address, name)
    assert told in page.inner_text("[role=alert]")
    assert not site.store.audit()[-1].is_allowed
    page.context.close()


def test_without_a_provider_its_pages_are_not_there(site: Site) -> None:
    for path in ("/sign-in/company", "/sign-in/back?code=x&state=y"):
        assert site.client.get(path).status_code == 404
    assert "company account" not in site.client.get("/sign-in").text


NO_STATE = Begun(None, "n", "v", "/")  # type: ignore[arg-type]
NO_NONCE = Begun("y", "", "v", "/")
NO_PAGE = Begun("y", "n", "v", 1)  # type: ignore[arg-type]


@pytest.mark.thorough
def test_an_answer_of_the_provider_is_used_once(
    there: tuple[Site, str],
    chromium: Any,  # noqa: F811
) -> None:
    """Whoever copied address and cookies of a sign-in has nothing, nor who mixes two of them."""
    site, address = there
    page, answers = chromium.new_context(locale="en").new_page(), list[tuple[str, str]]()

    def keep(asked: Any) -> None:
        if "/sign-in/back?" in asked.url:
            answers.append((asked.url, asked.all_headers().get("cookie", "")))

    page.on("request", keep)
    at_provider(page, address, "ana")
    page.context.close()
    ((url, cookies),) = answers
    before = len(site.store.audit())
    begun = re.search(rf"{BEGUN_COOKIE}=([^;]+)", cookies)
    assert begun is not None
    kept = Begun.unpacked(begun[1].strip('"'))
    for cookie in (kept, replace(kept, nonce="other"), replace(kept, state="other")):
        told = {BEGUN_COOKIE: cookie.packed()}
        answer = httpx2.get(url, cookies=told, follow_redirects=False)
        assert answer.status_code == 401
        assert SESSION_COOKIE not in answer.cookies
    refused = site.store.audit()[before:]
    assert [(entry.action, entry.is_allowed) for entry in refused] == [("sign-in", False)] * 3


@pytest.mark.parametrize(
    "cookie", ["", "x", "e30=", NO_STATE.packed(), NO_NONCE.packed(), NO_PAGE.packed()]
)
def test_an_answer_that_this_browser_did_not_ask_for_lets_nobody_in(
    cookie: str, site: Site
) -> None:
    browser = TestClient(company(site, "http://127.0.0.1:9"), headers={"accept-language": "en"})
    if cookie:
        browser.cookies[BEGUN_COOKIE] = cookie
    answer = browser.get("/sign-in/back?code=x&state=y")
    assert answer.status_code == 401
    assert "did not say who you are" in answer.text


def test_a_provider_that_is_not_there_is_told(site: Site) -> None:
    _told.cache_clear()
    browser = TestClient(company(site, "http://127.0.0.1:9"), headers={"accept-language": "en"})
    assert browser.get("/sign-in/company").status_code == 502


def test_what_the_browser_keeps_is_read_back_or_refused() -> None:
    kept = Begun("a", "b", "c", "/clients/A1")
    assert Begun.unpacked(kept.packed()) == kept
    with pytest.raises(NotIdentifiedError):
        Begun.unpacked("e30=")
