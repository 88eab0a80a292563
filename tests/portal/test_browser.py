"""The pages in a real browser: each role's way, both languages, without scripts, for everybody."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from serving import served
from site_of_clients import PASSWORD, Site

playwright_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

pytestmark = pytest.mark.thorough

CHROMIUM = Path("/usr/bin/chromium")
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
OFF = ("--no-sandbox", "--disable-background-networking")
PAGES = {
    "ana": ("/", "/clients/A1", "/clients/A1/figures/2026-Q3/mrr", "/clients/A1/offer", "/nothing"),
    "dora": ("/", "/portfolio", "/week", "/renewals"),
    "fin": ("/renewals", "/clients/A1"),
    "otto": ("/runs",),
}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with playwright_api.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=list(OFF))
        yield browser
        browser.close()


@pytest.fixture
def address(site: Site) -> Iterator[str]:
    with served(site.client.app) as found:
        yield found


def entered(page: Any, address: str, name: str, to: str = "/") -> None:
    """Signs in by typing."""
    page.goto(f"{address}{to}")
    page.fill("#email", f"{name}@example.com")
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("nav")


@pytest.mark.parametrize(("language", "download"), [("en", "Download"), ("es", "Descargar")])
def test_a_manager_has_the_deck_in_two_clicks(
    language: str, download: str, chromium: Any, address: str
) -> None:
    page = chromium.new_page(locale=language, accept_downloads=True)
    entered(page, address, "ana")
    page.goto(f"{address}/choose?language={language}&to=/")
    page.click("text=Client A1")
    with page.expect_download() as told:
        page.click(f".for-client >> text={download}")
    assert told.value.path().read_bytes() == b"A1 qbr"
    assert told.value.suggested_filename == "qbr-ñandú-A1.pptx"
    page.close()


def test_finance_operators_and_directors_land_where_their_work_is(
    chromium: Any, address: str
) -> None:
    for name, path in (("fin", "/renewals"), ("otto", "/runs"), ("dora", "/")):
        page = chromium.new_context().new_page()
        entered(page, address, name)
        assert page.url == f"{address}{path}"
        page.context.close()


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("en", ("Renewals", "Runs", "My clients", "My team", "My team")),
        ("es", ("Renovaciones", "Ejecuciones", "Mis clientes", "Mi equipo", "Mi equipo")),
    ],
)
def test_each_role_reads_its_page_in_both_languages(
    language: str, headings: tuple[str, ...], chromium: Any, address: str
) -> None:
    ways = (
        ("fin", "/"),
        ("otto", "/"),
        ("dora", "/"),
        ("dora", "/portfolio"),
        ("lead", "/portfolio"),
    )
    for (name, path), heading in zip(ways, headings, strict=True):
        page = chromium.new_context(java_script_enabled=False).new_page()
        page.goto(f"{address}/choose?language={language}&to=/")
        entered(page, address, name, path)
        assert page.inner_text("h1") == heading
        assert page.get_attribute("html", "lang") == language
        page.context.close()


def test_everything_works_without_scripts(chromium: Any, address: str) -> None:
    page = chromium.new_context(java_script_enabled=False, locale="en").new_page()
    entered(page, address, "ana", "/clients/A1")
    page.fill("#review", "Back in May")
    page.click("text=Save")
    assert page.input_value("#review") == "Back in May"
    page.click("#changes >> text=Undo")
    assert page.input_value("#review") == ""
    page.click("text=Sign out")
    assert page.url == f"{address}/sign-in"
    page.context.close()


def test_a_file_of_another_kind_is_refused_with_one_sentence(
    chromium: Any, address: str, tmp_path: Path
) -> None:
    other = tmp_path / "plan.xlsx"
    other.write_bytes(b"no workbook")
    page = chromium.new_context(locale="en").new_page()
    entered(page, address, "ana", "/clients/A1")
    page.set_input_files("#file", other)
    page.click("form.upload button")
    assert "neither a renewal workbook" in page.inner_text("[role=alert]")
    page.context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_no_page_keeps_anybody_out_or_runs_over_a_phones_edge(
    name: str, theme: str, chromium: Any, address: str
) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not installed: npm install --no-save axe-core")
    context = chromium.new_context(bypass_csp=True, viewport={"width": 390, "height": 844})
    page = context.new_page()
    entered(page, address, name)
    page.goto(f"{address}/choose?theme={theme}&to=/")
    for path in (*PAGES[name], "/choose?language=es&to=/"):
        page.goto(f"{address}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
        page.add_script_tag(path=AXE)
        found = page.evaluate("axe.run().then(found => found.violations)")
        grave = [
            (item["id"], item["nodes"][0]["html"][:200])
            for item in found
            if item["impact"] in ("serious", "critical")
        ]
        assert grave == [], path
    context.close()


def test_nobody_is_kept_from_signing_in(chromium: Any, address: str) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not installed: npm install --no-save axe-core")
    page = chromium.new_context(bypass_csp=True).new_page()
    page.goto(f"{address}/sign-in")
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run().then(found => found.violations)")
    assert [item["id"] for item in found if item["impact"] in ("serious", "critical")] == []
    page.context.close()
