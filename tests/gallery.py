"""`make gallery`: every kind of slide as pictures, for people to judge at a glance.

Sheets go to docs/gallery/. It needs LibreOffice and poppler.
"""

import math
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).parent / "reports"))

from awkward import AWKWARD_CLIENTS
from brands import customer_brand
from clients import english_client, full_client, reviewed_client

from reports.brand import Brand, shipped_brand
from reports.client import ClientFile
from reports.deck.compose import ComposedDeck, compose_deck, compose_review
from reports.deck.model import Deck
from reports.deck.render.deck import render_deck

OUTPUT = Path(__file__).parents[1] / "docs" / "gallery"
COLUMNS, GAP, RESOLUTION, QUALITY = 5, 5, 33, 58

Compose = Callable[[ClientFile, Brand], ComposedDeck]


def sheets() -> Mapping[str, tuple[Deck, ...]]:
    """The decks of each sheet."""
    english = replace(reviewed_client(), language="en", locale="en-GB")
    ours, theirs = shipped_brand(), customer_brand()
    return {
        "client-es": (deck(compose_deck, full_client(), ours),),
        "client-en": (deck(compose_deck, english_client(), ours),),
        "client-es-own-brand": (deck(compose_deck, full_client(), theirs),),
        "internal-es": (deck(compose_review, reviewed_client(), ours),),
        "internal-en-own-brand": (deck(compose_review, english, theirs),),
        **{
            f"awkward-{name}": (deck(compose_deck, client(), ours),)
            for name, client in AWKWARD_CLIENTS.items()
        },
    }


def deck(compose: Compose, client: ClientFile, brand: Brand) -> Deck:
    """A deck that must be there."""
    composed = compose(client, brand)
    if composed.deck is None:
        raise SystemExit(f"{client.client_name}: {composed.reason}")
    return composed.deck


def pages(decks: tuple[Deck, ...], folder: Path) -> list[Image.Image]:
    """The slides as LibreOffice prints them."""
    found: list[Image.Image] = []
    for number, item in enumerate(decks):
        path = folder / f"{number}.pptx"
        path.write_bytes(render_deck(item))
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        run("soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", folder, path)
        run(
            "pdftoppm", "-r", RESOLUTION, "-png", path.with_suffix(".pdf"), folder / f"page{number}"
        )
        found += [Image.open(page) for page in sorted(folder.glob(f"page{number}-*.png"))]
    return found


def run(command: str, *arguments: object) -> None:
    program = shutil.which(command)
    if program is None:
        raise SystemExit(f"{command} is not installed: LibreOffice and poppler make the gallery.")
    told = [program, *map(str, arguments)]
    subprocess.run(told, check=True, capture_output=True)


def contact_sheet(found: list[Image.Image]) -> Image.Image:
    """All slides on one picture, in reading order."""
    width, height = found[0].size
    rows = math.ceil(len(found) / COLUMNS)
    size = (COLUMNS * (width + GAP) + GAP, rows * (height + GAP) + GAP)
    sheet = Image.new("RGB", size, "#8A94A0")
    for number, page in enumerate(found):
        left = GAP + number % COLUMNS * (width + GAP)
        sheet.paste(page, (left, GAP + number // COLUMNS * (height + GAP)))
    return sheet


def main(wanted: list[str]) -> None:
    OUTPUT.mkdir(parents=True, exist_ok=True)
    for name, decks in sheets().items():
        if wanted and name not in wanted:
            continue
        with tempfile.TemporaryDirectory() as folder:
            sheet = contact_sheet(pages(decks, Path(folder)))
        sheet.save(OUTPUT / f"{name}.jpg", quality=QUALITY, optimize=True)
        sys.stdout.write(f"{name}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
