"""Exports as people and systems spoil them, as `cartera check` tells it and shows on its page."""

import io
from collections.abc import Iterator, Mapping

from openpyxl import Workbook

from .cases import Case, Change, at
from .failing_settings import ERP, payments

PAGE = ("company/output/validation.html",)
LANDING = "company/landing/2026-10-01"
_HEAD = "id,account,day,amount,currency\n"
_ROW = "p1,A,2026-09-01,1.50,MXN\n"


def _workbook() -> bytes:
    stream = io.BytesIO()
    Workbook().save(stream)
    return stream.getvalue()


EXPORTS: Mapping[str, str | bytes] = {
    "good": _HEAD + _ROW,
    "empty": "",
    "header-only": _HEAD,
    "column-missing": _HEAD.replace("amount", "sum") + _ROW,
    "column-twice": _HEAD.replace("currency", "amount") + _ROW,
    "web-page": "<!DOCTYPE html>\n<html><body>Sign in</body></html>\n",
    "binary": b"\x00\x01\x02" * 100,
    "cp1252": (_HEAD + _ROW + "p2,Ñandú,2026-09-01,1.50,MXN\n").encode("cp1252"),
    "utf-16": (_HEAD + _ROW).encode("utf-16"),
    "semicolons": (_HEAD + _ROW).replace(",", ";"),
    "open-quote": _HEAD + 'p1,"A,2026-09-01,1.50,MXN\n' + _ROW,
    "long-row": _HEAD + "p1,A,2026-09-01,1.50,MXN,more\n",
    "short-row": _HEAD + "p1,A,2026-09-01\n" + _ROW,
    "zero-byte": _HEAD + "p\x001,A,2026-09-01,1.50,MXN\n",
    "rows-of-every-fault": _HEAD
    + _ROW
    + "p2,A,soon,1.50,MXN\n"
    + "p3,A,2026-09-01,ten,MXN\n"
    + "p4,A,2026-09-01,1.555,MXN\n"
    + "p5,A,2026-09-01,1.50,PESO\n"
    + "p6,,2026-09-01,1.50,MXN\n"
    + "p7,nobody,2026-09-01,1.50,MXN\n"
    + ",A,2026-09-01,1.50,MXN\n"
    + "p8,A,2026-09-01,92233720368547758.07,MXN\n"
    + "p1,A,2026-09-01,1.50,MXN\n"
    + "p1,A,2026-09-01,2.50,MXN\n"
    + "p9,A,2036-09-01,1.50,MXN\n"
    + "p10,A,01/02/2026,1.50,MXN\n"
    + "p11,A,2026-09-01,,\n",
}
_SPOILT: Mapping[str, Mapping[str, Change]] = {
    "due-date-column": {f"{LANDING}/stripe/invoices.csv": ("Due Date (UTC)", "Due")},
    "crm-unreadable": {f"{LANDING}/salesforce/Account.csv": b"\x00\x01\x02" * 100},
    "crm-gone": {f"{LANDING}/salesforce/Account.csv": None},
    "stripe-gone": {f"{LANDING}/stripe": None},
    "tickets-cut-off": {f"{LANDING}/zendesk/tickets-0001.json": '{"tickets": [{"id": 1,'},
    "tickets-no-records": {f"{LANDING}/zendesk/tickets-0001.json": '{"users": []}'},
    "file-of-nobody": {f"{LANDING}/notes.txt": "mine"},
    "folder-of-no-day": {"company/landing/2026-13-01/stripe/notes.csv": "a,b\n1,2\n"},
}


def export_cases() -> Iterator[Case]:
    """One small file each, then the sample company's with one of them spoilt."""
    for name, content in EXPORTS.items():
        yield _of_erp(name, {f"{LANDING}/export.csv": content})
    as_json = payments('pattern = "export.json"\nformat = "json"')
    for name, text in {
        "json-cut-off": '[{"id": "p1",',
        "json-half-character": '[{"id": "\\ud800", "account": "A"}]',
        "json-no-list": '"text"',
    }.items():
        yield _of_erp(name, {f"{LANDING}/export.json": text}, as_json)
    as_sheet = payments('pattern = "export.xlsx"\nformat = "xlsx"\nsheet = "Data"')
    for name, content in {"xlsx-text": b"text", "xlsx-without-sheet": _workbook()}.items():
        yield _of_erp(name, {f"{LANDING}/export.xlsx": content}, as_sheet)
    yield _of_erp("workbook-as-csv", {f"{LANDING}/export.csv": _workbook()})
    yield _of_erp("zip-broken", {f"{LANDING}/export.csv.gz": b"no gzip"})
    for name, changes in _SPOILT.items():
        yield Case(f"exports-{name}", at("check"), "small", changes, shows=PAGE, is_slow=True)


def _of_erp(name: str, files: Mapping[str, Change], mapping: str = "") -> Case:
    changes: dict[str, Change] = {
        "company/cartera.toml": ERP,
        "company/mappings/erp.toml": mapping or payments(),
        f"{LANDING}/accounts.csv": "id,name\nA,Acme\nB,Borealis\n",
    }
    return Case(
        f"exports-{name}", at("check"), changes={**changes, **files}, shows=PAGE, is_slow=True
    )
