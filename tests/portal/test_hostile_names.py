"""Clients and files with names that somebody chose to do harm: they stay text, in each language."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from markupsafe import escape
from site_of_clients import CLIENTS, KNOWN, Site, summary

from portal.files import _named
from warehouse import open_warehouse

pytestmark = pytest.mark.thorough

SignedIn = Callable[[str], TestClient]
NAMES = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    '=HYPERLINK("//evil.example")',
    "\N{RIGHT-TO-LEFT OVERRIDE}tneilc rof",
    "{{ 7 * 7 }}{% raw %}",
    "../../etc/passwd\\..\\x",
    "Ñandú & Ω " + "x" * 400,
)
PAGES = {
    "ana": ("/", "/clients/A1"),
    "dora": ("/", "/clients/B1"),
    "otto": ("/runs",),
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["es", "en"])
def test_a_clients_name_stays_text_on_every_page(
    name: str, language: str, site: Site, signed_in: SignedIn
) -> None:
    known = datetime(2026, 10, 2, tzinfo=UTC)
    assert known > KNOWN
    held = {"held": ("quarantined_money",)}
    with open_warehouse(site.settings.warehouse_url) as warehouse:
        renamed = [
            summary(
                item.client_id, item.manager_name.lower(), client_name=name, known_at=known, **held
            )
            for item in CLIENTS
        ]
        warehouse.save_summaries(renamed)
    for who, paths in PAGES.items():
        browser = signed_in(who)
        browser.get(f"/choose?language={language}")
        for path in paths:
            answer = browser.get(path)
            assert answer.status_code == 200, (who, path)
            assert str(escape(name)) in answer.text, (who, path)
            assert not {"<script", "<img"} & set(re.findall(r"<\w+", answer.text))


@pytest.mark.parametrize(
    "name",
    [
        "informe.pptx\r\nset-cookie: x=1",
        'a"; filename="b.exe',
        "año – revisión ñ.pptx",
        "\N{RIGHT-TO-LEFT OVERRIDE}xtpp.exe",
        "'%0d%0a';.pptx",
    ],
)
def test_a_files_name_is_one_word_of_the_header(name: str) -> None:
    (said,) = _named(name).values()
    start, _, value = said.partition("''")
    assert start == "attachment; filename*=UTF-8"
    assert value.isascii()
    assert not set(value) & set(" \"\r\n;'\\,")


def test_a_name_that_turns_the_writing_round_turns_nothing_else() -> None:
    """What follows a client's name on its line, such as *internal*, is read as it was written."""
    style = (Path(__file__).parents[2] / "portal" / "static" / "portal.css").read_text("utf-8")
    assert "unicode-bidi: isolate" in style
