"""`cartera portal` by itself: what it imports, where it listens, and what it says."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from site_of_clients import PEOPLE, Site

from messages.errors import worded
from portal.grants import Role
from portal.serving import NotServedError, lets_nobody_in, listening

ROOT = Path(__file__).parents[2]
HEAVY = {"prefect", "dask", "great_expectations", "pptx", "openpyxl", "xlsxwriter", "lxml"}
ONLY_WHEN_ASKED = {"authlib", "httpx2", "joserfc"}
"""What a sign-in by the company's own accounts needs, and then imports."""
STARTED = """
import sys, uvicorn
uvicorn.Server.run = lambda self, sockets: print(*sockets[0].getsockname(), *sys.modules)
sys.argv = ["cartera", "portal", "--company", sys.argv[1], "--port", "0", "--lang", "en"]
from cli.main import main
main()
"""


def started(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", STARTED, folder]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=os.environ)


@pytest.mark.thorough
def test_it_starts_quickly_as_it_imports_nothing_that_runs_need(site: Site) -> None:
    said = started(site.settings.root).stdout.splitlines()
    address, _, *modules = said[-1].split()
    assert address == "127.0.0.1"
    found = {name.partition(".")[0] for name in modules}
    assert not found & (HEAVY | ONLY_WHEN_ASKED)
    assert {"fastapi", "portal", "warehouse"} <= found
    assert not any(name.startswith(("flows", "reports.deck", "extract")) for name in modules)
    assert "The portal is open at" in said[0]


def test_the_demo_ends_by_telling_how_each_role_opens_it_on_loopback_alone() -> None:
    made = subprocess.run(["make", "-n", "demo"], cwd=ROOT, capture_output=True, text=True)
    added = dict(re.findall(r"([a-z.]+)=([a-z]+)", made.stdout))
    assert set(added.values()) == set(Role)
    *_, opened, pictures = (line for line in made.stdout.splitlines() if line.startswith("echo"))
    assert "cartera portal --company demo " in opened
    assert "password of each: only-for-the-demo" in opened
    assert "portal prepare" in pictures
    assert "--host" not in made.stdout


@pytest.mark.thorough
def test_on_a_fresh_machine_it_opens_and_says_how_to_let_somebody_in(tmp_path: Path) -> None:
    (tmp_path / "cartera.toml").write_text('[company]\nname = "Norte"\n', encoding="utf-8")
    said = started(tmp_path).stdout.splitlines()
    assert "The portal is open at" in said[0]
    assert "cartera portal users add" in said[1]


@pytest.mark.thorough
def test_without_a_company_it_says_what_to_do(tmp_path: Path) -> None:
    done = started(tmp_path)
    assert done.returncode == 1
    assert done.stdout == ""
    (sentence,) = done.stderr.splitlines()
    assert "cartera init" in sentence
    assert list(tmp_path.iterdir()) == []


def test_whoever_lets_somebody_in_is_told_no_more(site: Site) -> None:
    portal = site.client.app.state.portal  # type: ignore[attr-defined]
    assert not lets_nobody_in(portal)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(type(site.store), "people", lambda _: ())
        assert lets_nobody_in(portal)
    assert len(site.store.people()) == len(PEOPLE)


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as place:
        yield place.getsockname()[1]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "cannot listen at 127.0.0.1:{port} (the address is in use)"),
        ("es", "no puede escuchar en 127.0.0.1:{port} (la dirección ya está en uso)"),
    ],
)
def test_a_taken_port_is_told_in_a_sentence(taken: int, language: str, sentence: str) -> None:
    with pytest.raises(NotServedError) as caught:
        listening("127.0.0.1", taken)
    assert sentence.format(port=taken) in worded(caught.value.clause, language)


def test_an_address_that_is_none_of_ours_is_told() -> None:
    with pytest.raises(NotServedError, match=r"203\.0\.113\.7"):
        listening("203.0.113.7", 0)
