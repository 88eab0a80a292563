"""Somebody who is named in rows, exports and published files, and what would forget her."""

import gzip
import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from unicodedata import normalize

import pandas as pd
from deliveries import OCTOBER, invoices, promote

from pipeline.publishing.kept import keep
from pipeline.settings import Settings
from sources.landing.archive import copy_of, stored
from transforms.tables import TABLES
from warehouse import (
    ArtifactRecord,
    ExportRecord,
    Subject,
    Warehouse,
    open_warehouse,
)

ANA, MAIL = "Ana Ruíz", "ana_ruiz@norte.example"
CONTACTS = f"account;name;email\nA1;{ANA};{MAIL}\nA2;Anabel Ruízo;x@sur.example\n".encode()
CUT_OFF = gzip.compress(CONTACTS)[:-9]
WRITTEN = {
    "as given": ANA,
    "capitals": "ANA RUÍZ",
    "accents apart": normalize("NFD", ANA),
    "a hard space": ANA.replace(" ", "\xa0"),
}


def rows(table: str, *found: dict[str, object], source: str = "crm", file: str = "c.csv"):
    told = [
        {**row, "source": source, "source_file": file, "source_line": line}
        for line, row in enumerate(found, 2)
    ]
    return TABLES[table].conform(pd.DataFrame(told))


def delivered(version: str = "") -> dict[str, pd.DataFrame]:
    return {
        "accounts": rows(
            "accounts",
            {"account_id": "A1", "account_name": "Norte S.A.", "domain": "norte.example"},
            {"account_id": "A2", "account_name": "Sur S.A.", "domain": "mail.example"},
            {"account_id": "A3", "account_name": "Este S.A.", "domain": "mail.example"},
        ),
        "contacts": rows(
            "contacts",
            {"contact_id": "C1", "account_id": "A1", "contact_name": ANA, "email": MAIL},
            {"contact_id": "C2", "account_id": "A2", "contact_name": "Anabel Ruízo"},
        ),
        "surveys": rows(
            "surveys",
            {
                "answer_id": "S1", "account_id": "A1", "survey_kind": "nps",
                "comment": f"Thanks to ANA RUíZ{version}",
            },
        ),
        "invoices": invoices({"A1-1": 1000, "A2-1": 250}, source="crm", file="c.csv"),
    }  # fmt: skip


def land(settings: Settings, warehouse: Warehouse, when: datetime, **more: str) -> None:
    copy = stored((CONTACTS + more.get("version", "").encode(),), settings.archive)
    name = f"{when:%Y-%m-%d}/crm/c.csv"
    path = Path(settings.landing) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(CONTACTS)
    export = ExportRecord("crm", name, copy.sha256, copy.size, str(copy.path))
    promote(warehouse, when, [export], delivered(**more))


def office_file(*paragraphs: str) -> bytes:
    """A ZIP whose texts stand in two runs each, as office programs split them."""
    runs = (
        f"<a:p><a:t>{'</a:t><a:t> '.join(text.split(' ', 1))}</a:t></a:p>" for text in paragraphs
    )
    return packed_file("".join(runs))


def packed_file(xml: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        packed.writestr("ppt/slide1.xml", xml)
    return content.getvalue()


def kept_copy(settings: Settings, path: Path) -> Path:
    return copy_of(settings.archive, hashlib.sha256(path.read_bytes()).hexdigest())


def zipped(content: bytes, name: str = "inside") -> bytes:
    packed_bytes = io.BytesIO()
    with zipfile.ZipFile(packed_bytes, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return packed_bytes.getvalue()


def deep(content: bytes, depth: int) -> bytes:
    for _ in range(depth):
        content = zipped(content)
    return content


def publish(settings: Settings, warehouse: Warehouse, name: str, content: bytes) -> Path:
    run_id = warehouse.start_run("2026-Q3", OCTOBER)
    copy = keep(settings.archive, name, content)
    path = settings.output / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    subject = Subject.manager(ANA) if "ana" in name else Subject.client("A2")
    warehouse.register_artifact(
        ArtifactRecord(run_id, subject, "2026-Q3", name, "es", 1, name, copy.sha256, 1, name)
    )
    return path


def settings_in(folder: Path, settings: Settings) -> Settings:
    """The settings with places of their own."""
    places = {name: folder / name for name in ("landing", "archive", "output")}
    for place in places.values():
        place.mkdir()
    return replace(
        settings,
        landing=str(places["landing"]),
        archive=places["archive"],
        output=places["output"],
    )


def landed(settings: Settings) -> Iterator[Warehouse]:
    """A warehouse that October's rows are in."""
    with open_warehouse(settings.warehouse_url) as opened:
        land(settings, opened, OCTOBER)
        yield opened


def everything(settings: Settings) -> str:
    """Every text of every table, as a thief of the database reads them."""
    from sqlalchemy import select

    from warehouse.engine import make_engine, parse_url, reading
    from warehouse.registry.tables import METADATA

    with reading(make_engine(parse_url(settings.warehouse_url))) as connection:
        tables = [table for table in METADATA.sorted_tables if table.name != "portal_audit"]
        return "\n".join(
            repr(tuple(row)) for table in tables for row in connection.execute(select(table))
        )
