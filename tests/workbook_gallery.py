"""`make gallery`: every sheet of the workbooks as pictures, for people to judge at a glance.

Sheets go to docs/gallery/. It needs LibreOffice and poppler.
"""

import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).parent / "reports"))

from gallery import OUTPUT, QUALITY, run
from portfolio_books import book
from renewal_clients import golden, japanese, long_name, without_cost

from reports.client import ClientFile
from reports.workbook.compose import compose_workbook
from reports.workbook.model import Workbook
from reports.workbook.portfolio.compose import compose_portfolio
from reports.workbook.render.workbook import render_workbook

COLUMNS, GAP, RESOLUTION = 4, 6, 50


def workbooks() -> Mapping[str, Workbook]:
    """The workbook of each picture."""
    clients = {
        "workbook-es": golden("es"),
        "workbook-en": golden("en"),
        "workbook-es-yen": japanese("es"),
        "workbook-en-yen": japanese("en"),
        "workbook-es-forty-invoices": long_name("es"),
        "workbook-en-without-cost": without_cost("en"),
    }
    portfolios = {
        f"portfolio-{language}": compose_portfolio(book(language)) for language in ("es", "en")
    }
    return {name: composed(client) for name, client in clients.items()} | portfolios


def composed(client: ClientFile) -> Workbook:
    """A workbook that must be there."""
    found = compose_workbook(client)
    if found.workbook is None:
        raise SystemExit(f"{client.client_name}: {found.reason}")
    return found.workbook


def pages(workbook: Workbook, folder: Path) -> list[Image.Image]:
    """The sheets as LibreOffice prints them."""
    path = folder / "workbook.xlsx"
    path.write_bytes(render_workbook(workbook))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    run("soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", folder, path)
    run("pdftoppm", "-r", RESOLUTION, "-png", path.with_suffix(".pdf"), folder / "page")
    return [Image.open(page) for page in sorted(folder.glob("page-*.png"))]


def contact_sheet(found: list[Image.Image]) -> Image.Image:
    """All pages on one picture, each row as tall as its tallest page."""
    rows = [found[first : first + COLUMNS] for first in range(0, len(found), COLUMNS)]
    width = max(sum(page.width + GAP for page in row) for row in rows) + GAP
    heights = [max(page.height for page in row) + GAP for row in rows]
    sheet = Image.new("RGB", (width, sum(heights) + GAP), "#8A94A0")
    top = GAP
    for row, height in zip(rows, heights, strict=True):
        left = GAP
        for page in row:
            sheet.paste(page, (left, top))
            left += page.width + GAP
        top += height
    return sheet


def main() -> None:
    """Write every picture anew."""
    OUTPUT.mkdir(parents=True, exist_ok=True)
    for name, workbook in workbooks().items():
        with tempfile.TemporaryDirectory() as folder:
            picture = contact_sheet(pages(workbook, Path(folder)))
            picture.save(OUTPUT / f"{name}.jpg", quality=QUALITY, optimize=True)


if __name__ == "__main__":
    main()
