"""A client's logo and sector on the cover, from files as clients send them."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from clients import Client, client_file, full_client
from PIL import Image

from pipeline.publishing.client_logos import logo_of_client
from pipeline.settings import load_settings
from reports.brand.client_logo import LogoError, LogoFault, client_logo
from reports.client import ClientFile, ClientLogo
from reports.deck.compose import compose_deck, compose_review
from reports.deck.model import Picture, Placeholder, Role, Slide, Table

COMPANY = Path(__file__).parents[2] / "samples" / "company"


def picture(mode: str, size: tuple[int, int], kind: str = "PNG") -> bytes:
    written = io.BytesIO()
    Image.new(mode, size, 0 if mode == "P" else tuple([90] * len(mode))).save(written, kind)
    return written.getvalue()


def logo_on(slide: Slide) -> list[Picture]:
    found = (item for item in slide.elements if isinstance(item, Picture))
    return [item for item in found if item.name == "Client logo"]


def cover_of(client: ClientFile) -> Slide:
    deck = compose_deck(client).deck
    assert deck is not None
    return deck.slides[0]


@pytest.mark.parametrize(
    ("blob", "mode"),
    [
        pytest.param(picture("RGBA", (400, 100)), "RGBA", id="transparent"),
        pytest.param(picture("CMYK", (300, 300), "JPEG"), "RGB", id="cmyk"),
        pytest.param(picture("RGB", (4_000, 3_000), "JPEG"), "RGB", id="huge"),
        pytest.param(picture("P", (64, 64)), "RGB", id="palette"),
    ],
)
def test_what_office_could_not_show_or_would_bloat_the_file_is_made_a_small_png(
    blob: bytes, mode: str
) -> None:
    made = client_logo(blob)
    with Image.open(io.BytesIO(made.blob)) as shown:
        assert shown.format == "PNG"
        assert shown.mode == mode
        assert max(shown.size) <= 900
        assert shown.width / shown.height == made.ratio
    assert client_logo(blob).blob == made.blob


@pytest.mark.parametrize(
    ("blob", "fault"),
    [
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg'/>", LogoFault.FORMAT, id="svg"),
        pytest.param(b"", LogoFault.FORMAT, id="empty"),
        pytest.param(picture("RGB", (90, 90))[:60], LogoFault.BROKEN, id="cut"),
        pytest.param(picture("RGB", (90, 90), "JPEG")[:-200], LogoFault.BROKEN, id="cut-jpeg"),
        pytest.param(picture("RGB", (900, 20)), LogoFault.SHAPE, id="line"),
        pytest.param(picture("RGB", (8, 8)), LogoFault.SHAPE, id="dot"),
        pytest.param(picture("1", (20_000, 2_500)), LogoFault.LARGE, id="bomb"),
    ],
)
def test_what_is_no_logo_says_why(blob: bytes, fault: LogoFault) -> None:
    with pytest.raises(LogoError) as told:
        client_logo(blob)
    assert told.value.fault is fault


def test_the_account_names_the_file_else_it_is_called_after_the_account(tmp_path: Path) -> None:
    settings = replace(load_settings(COMPANY), root=tmp_path)
    folder = tmp_path / "logos"
    folder.mkdir()
    assert logo_of_client(settings, "a1", "") is None
    (folder / "a1.png").write_bytes(picture("RGB", (60, 60)))
    (folder / "acme.jpg").write_bytes(picture("RGB", (80, 40), "JPEG"))
    by_id, named = (logo_of_client(settings, "a1", name) for name in ("", "../x/acme.jpg"))
    assert by_id is not None
    assert by_id.logo is not None
    assert named is not None
    assert named.logo is not None
    assert (by_id.name, by_id.logo.ratio) == ("a1.png", 1.0)
    assert (named.name, named.logo.ratio) == ("acme.jpg", 2.0)
    assert by_id.mark != named.mark
    assert logo_of_client(settings, "a1", "gone.png") == ClientLogo(
        "gone.png", fault=LogoFault.MISSING
    )


def test_the_cover_shows_the_logo_by_its_shape_and_names_the_client() -> None:
    logo = client_logo(picture("RGBA", (400, 100)))
    shown = logo_on(cover_of(replace(full_client(), logo=ClientLogo("a.png", logo, "1"))))
    assert [item.alt_text for item in shown] == [full_client().client_name]
    assert shown[0].box.width / shown[0].box.height == pytest.approx(4.0, rel=0.01)
    assert logo_on(cover_of(full_client())) == []


@pytest.mark.parametrize("fault", list(LogoFault))
def test_a_file_that_cannot_be_used_is_one_point_to_see_to_and_the_deck_is_made(
    fault: LogoFault,
) -> None:
    client = replace(full_client(), logo=ClientLogo("acme.svg", fault=fault))
    assert logo_on(cover_of(client)) == []
    review = compose_review(client).deck
    assert review is not None
    tables = [item for s in review.slides for item in s.elements if isinstance(item, Table)]
    texts = [cell.body.text for table in tables for row in table.rows for cell in row.cells]
    assert [text for text in texts if text.startswith("acme.svg")]


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("typed", "language", "said"),
    [
        ("Healthcare", "es", "Salud"),
        ("Food & Beverage", "es", "Alimentos y bebidas"),
        ("Healthcare", "en", "Healthcare"),
        ("Astilleros", "en", "Astilleros"),
    ],
)
def test_the_sector_is_said_in_the_decks_language_where_it_is_a_usual_one(
    typed: str, language: str, said: str
) -> None:
    client = client_file(Client(language=language, locale=language))
    cover = cover_of(replace(client, sector=typed))
    boxes = (item for item in cover.elements if isinstance(item, Placeholder))
    subtitle = next(item.body.text for item in boxes if item.role is Role.SUBTITLE)
    assert said in subtitle
