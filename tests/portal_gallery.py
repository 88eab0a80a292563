"""`make gallery`: the portal's pages as pictures, of the company that `make demo` made.

One picture a role and language goes to docs/images/. It needs Chromium and Playwright.
"""

import io
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import uvicorn
from PIL import Image
from playwright.sync_api import sync_playwright

from pipeline.settings import load_settings
from portal.app import make_app
from portal.visit import SESSION_COOKIE, new_token, token_hash

ROOT = Path(__file__).parents[1]
OUTPUT = ROOT / "docs" / "images"
CHROMIUM = "/usr/bin/chromium"
OFF = ("--no-sandbox", "--disable-background-networking")
WIDTH, HEIGHT, SHOWN_WIDTH, COLOURS = 1440, 900, 960, 96
PAGES = {
    "clients": ("elena.robles", "/"),
    "client": ("elena.robles", ""),
    "portfolio": ("director", "/portfolio"),
    "renewals": ("finance", "/renewals"),
    "runs": ("operator", "/runs"),
}
"""By name, whose page it is and where; one of the manager's clients where no place is said."""


@contextmanager
def served(application: Any) -> Iterator[str]:
    """Its address on loopback while the block runs."""
    server = uvicorn.Server(uvicorn.Config(application, port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=20)


def session(application: Any, name: str) -> str:
    """The cookie of somebody who has signed in."""
    token, now = new_token(), datetime.now(UTC)
    email = f"{name}@lumbrera.example"
    application.state.portal.store.start_session(
        token_hash(token), email, now, now + timedelta(hours=1)
    )
    return token


def picture(page: Any, address: str) -> Image.Image:
    """What the page shows before anybody scrolls."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return Image.open(io.BytesIO(page.screenshot()))


def main(company: Path) -> None:
    """Of each page in each language, one small picture."""
    application = make_app(load_settings(company))
    with served(application) as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(OFF))
        for name, (person, path) in PAGES.items():
            for language in ("es", "en"):
                context = browser.new_context(
                    locale=language, viewport={"width": WIDTH, "height": HEIGHT}
                )
                context.add_cookies(
                    [
                        {
                            "name": SESSION_COOKIE,
                            "value": session(application, person),
                            "url": address,
                        },
                        {"name": "cartera_language", "value": language, "url": address},
                    ]
                )
                page = context.new_page()
                page.goto(f"{address}/")
                place = path or page.get_attribute("tbody th a", "href")
                shown = picture(page, f"{address}{place}")
                height = shown.height * SHOWN_WIDTH // shown.width
                small = shown.convert("RGB").resize((SHOWN_WIDTH, height), Image.Resampling.LANCZOS)
                small.quantize(COLOURS).save(
                    OUTPUT / f"portal-{name}-{language}.png", optimize=True
                )
                context.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "demo")
