"""The bytes of a deck: always the same, well formed, nobody else's name in them."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import openpyxl
import pptx
import pytest
from clients import awkward_client, english_client, full_client, renamed, yen_client
from office import audit_errors, page_texts, pdf_of, sdk_errors

from reports.brand import shipped_brand
from reports.client import ClientFile
from reports.deck.compose import compose_deck
from reports.deck.model import Deck, Template
from reports.deck.render.deck import MissingLayoutError, render_deck


def deck_of(client: ClientFile) -> Deck:
    deck = compose_deck(client).deck
    assert deck is not None
    return deck


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture(scope="module")
def content() -> bytes:
    return render_deck(deck_of(full_client()))


def test_the_same_client_gives_the_same_bytes(content: bytes) -> None:
    assert render_deck(deck_of(full_client())) == content


def test_every_slide_of_the_model_is_in_the_file(content: bytes) -> None:
    opened = pptx.Presentation(io.BytesIO(content))
    deck = deck_of(full_client())
    titles = [slide.shapes.title.text_frame.text for slide in opened.slides]
    assert titles == [slide.title for slide in deck.slides]
    notes = [slide.notes_slide.notes_text_frame.text for slide in opened.slides]
    assert notes == ["\n".join(slide.notes) for slide in deck.slides]


def test_the_page_is_wide_and_only_used_layouts_are_there(content: bytes) -> None:
    opened = pptx.Presentation(io.BytesIO(content))
    assert (opened.slide_width, opened.slide_height) == (12_192_000, 6_858_000)
    used = {slide.slide_layout.name for slide in opened.slides}
    assert {layout.name for layout in opened.slide_layouts} == used


def test_properties_name_the_company_and_the_data_date(content: bytes) -> None:
    properties = pptx.Presentation(io.BytesIO(content)).core_properties
    assert properties.author == properties.last_modified_by == "Nubalia Servicios"
    assert properties.created.date() == date(2026, 10, 1)
    assert properties.language == "es-MX"


def test_nothing_is_left_of_a_default_template(content: bytes) -> None:
    names = set(parts(content))
    assert not [name for name in names if "printerSettings" in name or "thumbnail" in name]
    assert b"Steve Canny" not in b"".join(parts(content).values())


def test_every_part_has_a_content_type_and_every_relation_a_part(content: bytes) -> None:
    found = parts(content)
    types = found["[Content_Types].xml"].decode()
    extensions = set(re.findall(r'Extension="(\w+)"', types))
    named = set(re.findall(r'PartName="/([^"]+)"', types))
    for name in set(found) - {"[Content_Types].xml"}:
        assert name in named or name.rsplit(".", 1)[-1] in extensions, name
    assert named <= set(found)


def test_axis_ids_are_positive_and_ids_on_a_slide_unique(content: bytes) -> None:
    for name, part in parts(content).items():
        if "/charts/chart" in name and name.endswith(".xml"):
            assert not re.search(rb'axId val="-', part)
        if re.match(r"ppt/slides/slide\d+\.xml", name):
            ids = re.findall(rb'<p:cNvPr id="(\d+)"', part)
            assert len(ids) == len(set(ids))


def test_every_run_says_its_language(content: bytes) -> None:
    for name, part in parts(content).items():
        if re.match(r"ppt/(slides|notesSlides)/\w+\.xml", name):
            runs = re.findall(rb"<a:rPr ([^>]*)>", part)
            assert runs
            assert all(b'lang="es-MX"' in run for run in runs), name


def test_zip_entries_carry_no_time_of_day(content: bytes) -> None:
    found = parts(content)
    for blob in (content, *(part for name, part in found.items() if name.endswith(".xlsx"))):
        with zipfile.ZipFile(io.BytesIO(blob)) as package:
            assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_charts_are_native_and_their_workbooks_hold_the_same_numbers(content: bytes) -> None:
    opened = pptx.Presentation(io.BytesIO(content))
    charts = [shape.chart for slide in opened.slides for shape in slide.shapes if shape.has_chart]
    assert len(charts) >= 6
    for chart in charts:
        book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
        columns = list(book.active.iter_cols(min_col=2, values_only=True))
        series = [item for plot in chart.plots for item in plot.series]
        assert [column[0] for column in columns] == [item.name for item in series]
        assert [list(column[1:]) for column in columns] == [list(item.values) for item in series]


def test_names_that_look_like_formulas_stay_text() -> None:
    client = full_client()
    products = client.tables["products"].assign(product_name="=1+1")
    tables = client.tables.map(lambda name, frame: products if name == "products" else frame)
    opened = pptx.Presentation(io.BytesIO(render_deck(deck_of(replace(client, tables=tables)))))
    books = [
        openpyxl.load_workbook(io.BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob))
        for slide in opened.slides
        for shape in slide.shapes
        if shape.has_chart
    ]
    cells = [book.active["B1"] for book in books if str(book.active["B1"].value).startswith("=")]
    assert [(cell.value, cell.data_type) for cell in cells] == [("=1+1", "s")]


def test_characters_that_xml_forbids_are_left_out() -> None:
    deck = deck_of(renamed(full_client(), "Acero\x00\x0b y Cía\ufffe"))
    opened = pptx.Presentation(io.BytesIO(render_deck(deck)))
    assert "Acero y Cía" in opened.slides[0].shapes.title.text_frame.text


def test_a_template_without_the_layout_is_refused_by_name() -> None:
    blank = io.BytesIO()
    pptx.Presentation().save(blank)
    deck = replace(deck_of(full_client()), template=Template("acme.pptx", blank.getvalue()))
    with pytest.raises(MissingLayoutError, match=r"acme\.pptx: layout 'Cartera Cover' is missing"):
        render_deck(deck)


def test_a_template_without_a_placeholder_is_refused_by_name() -> None:
    opened = pptx.Presentation(io.BytesIO(shipped_brand().template))
    layout = next(item for item in opened.slide_layouts if item.name == "Cartera Content")
    next(shape for shape in layout.placeholders if shape.name == "Footer").name = "Other"
    changed = io.BytesIO()
    opened.save(changed)
    deck = replace(deck_of(full_client()), template=Template("acme.pptx", changed.getvalue()))
    with pytest.raises(
        MissingLayoutError, match="placeholder 'Footer' in layout 'Cartera Content'"
    ):
        render_deck(deck)


CLIENTS = {
    "full": full_client,
    "english": english_client,
    "yen": yen_client,
    "awkward": awkward_client,
    "formula": lambda: renamed(full_client(), "=1+1"),
    "emoji": lambda: renamed(full_client(), "🦊 Zorro & Hijos <SL>"),
    "right_to_left": lambda: renamed(full_client(), "شركة النور للتجارة"),
}


@pytest.mark.validator
@pytest.mark.parametrize("name", CLIENTS)
def test_two_validators_find_no_fault(name: str, tmp_path) -> None:
    path = tmp_path / f"{name}.pptx"
    path.write_bytes(render_deck(deck_of(CLIENTS[name]())))
    assert sdk_errors(path) == []
    assert audit_errors(path) == []


@pytest.mark.rendering
@pytest.mark.parametrize("name", ["full", "awkward"])
def test_each_slide_prints_as_one_page_with_its_title(name: str, tmp_path) -> None:
    deck = deck_of(CLIENTS[name]())
    path = tmp_path / f"{name}.pptx"
    path.write_bytes(render_deck(deck))
    pages = page_texts(pdf_of(path, tmp_path))
    assert len(pages) == len(deck.slides)
    for page, slide in zip(pages, deck.slides, strict=True):
        assert " ".join(slide.title.split()[:3]) in " ".join(page.split())
