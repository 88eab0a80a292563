"""Renewal workbooks that somebody edited, for what imports make of them."""

import shutil
import warnings
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import openpyxl
from openpyxl import Workbook
from renewal_clients import golden

from pipeline.feedback.decisions import Carried, carried_over
from pipeline.settings import Settings, load_settings
from reports.workbook.compose import compose_workbook
from reports.workbook.render.workbook import render_workbook
from reports.workbook.renewal_line import line_text
from transforms.renewals.offers import Offer
from warehouse import ArtifactRecord, Subject, open_warehouse

_SAMPLE = Path(__file__).parents[2] / "samples" / "company" / "cartera.toml"


@cache
def _golden() -> tuple[bytes, str]:
    """The golden client's workbook, and what the register says of it."""
    made = compose_workbook(golden("es"))
    assert made.workbook is not None
    assert made.line is not None
    return render_workbook(made.workbook), line_text(made.line)


def published(company: Path) -> Settings:
    """A company in this folder that has published one renewal workbook: the golden client's."""
    company.mkdir()
    shutil.copy(_SAMPLE, company)
    settings = load_settings(company)
    client, (content, line) = golden("es"), _golden()
    settings.output.mkdir()
    (settings.output / "renewal.xlsx").write_bytes(content)
    with open_warehouse(settings.warehouse_url) as warehouse:
        warehouse.register_artifact(
            ArtifactRecord(
                run_id=warehouse.start_run("2026-Q3", datetime(2026, 10, 1, tzinfo=UTC)),
                subject=Subject.client(client.client_id),
                period="2026-Q3",
                kind="renewal",
                language="es",
                version=1,
                path="renewal.xlsx",
                sha256="",
                size=len(content),
                edition_id=client.edition,
                renewal_line=line,
            )
        )
    return settings


def opened(path: Path, *, values: bool = False) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of the sparklines that it cannot keep
        return openpyxl.load_workbook(BytesIO(path.read_bytes()), data_only=values)


def edited(path: Path, target: Path, contents: Mapping[str, object]) -> Path:
    """The workbook with these contents in its named cells."""
    book = opened(path)
    for name, content in contents.items():
        sheet, cell = place(book, name)
        book[sheet][cell] = content
    book.save(target)
    return target


def place(book: Workbook, name: str) -> tuple[str, str]:
    """Sheet and cell of a name."""
    sheet, cells = next(iter(book.defined_names[name].destinations))
    return sheet, cells.replace("$", "").split(":")[0]


def carry(settings: Settings, path: Path, account: str | None = None) -> Carried:
    with open_warehouse(settings.warehouse_url) as warehouse:
        return carried_over(settings, warehouse, path, "ana", account)


def offer_label(path: Path, offer: Offer) -> str:
    book = opened(path, values=True)
    sheet, cells = next(iter(book.defined_names["sc_name"].destinations))
    names = [cell.value for row in book[sheet][cells] for cell in row]
    return str(names[list(Offer).index(offer)])
