"""Reads a renewal workbook that somebody edited: which edition it is, and what was typed."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false
# openpyxl's stubs leave cells partly unknown.

import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook as Book

from messages.clause import Clause, clause
from messages.errors import CarteraError
from reports.workbook.decision import DECISION_FIELDS

_MOST_BYTES, _MOST_ENTRIES = 200_000_000, 2_000
_INPUT, _ISSUED, _RECORD = "in_", "iss_", "dec_"

Number = float | int | None


class WorkbookNotReadableError(CarteraError):
    """A file that is no renewal workbook, or one whose structure was changed."""

    code = "failure-workbook-not-readable"
    name: str
    why: Clause


@dataclass(frozen=True)
class Limits:
    """What an input cell accepts."""

    minimum: float
    maximum: float


@dataclass(frozen=True)
class TypedWorkbook:
    """A workbook as it was found. Amounts in major units, as cells hold them."""

    edition: str
    client_id: str
    inputs: Mapping[str, Number]
    issued: Mapping[str, Number]
    """The same inputs as they stood when the file was issued."""
    limits: Mapping[str, Limits]
    record: Mapping[str, str]
    """The record of the decision, by field; the offer decided on by its number from 1."""


def read_workbook(path: Path) -> TypedWorkbook:
    """What a workbook says; raises WorkbookNotReadableError where it is none of ours."""
    book = _opened(path)
    names = _names(book)
    inputs = sorted(name for name in names if name.startswith(_INPUT))
    if "edition_id" not in names or "client_id" not in names or not inputs:
        raise WorkbookNotReadableError(path.name, clause("refused-not-a-renewal-workbook"))
    issued = {name.removeprefix(_INPUT): _ISSUED + name.removeprefix(_INPUT) for name in inputs}
    lost = [name for name in (*issued.values(), *_record_names(), "sc_name") if name not in names]
    if lost:
        raise WorkbookNotReadableError(
            path.name, clause("refused-cells-gone", cells=tuple(lost[:3]))
        )
    return TypedWorkbook(
        edition=str(_value(book, names["edition_id"]) or ""),
        client_id=str(_value(book, names["client_id"]) or ""),
        inputs={name.removeprefix(_INPUT): _number(path, book, names, name) for name in inputs},
        issued={key: _number(path, book, names, name) for key, name in issued.items()},
        limits=_limits(book, {name.removeprefix(_INPUT): names[name] for name in inputs}),
        record=_record(book, names),
    )


def _opened(path: Path) -> Book:
    """Values only; a file that would unpack to more than any workbook of ours is refused."""
    try:
        content = BytesIO(path.read_bytes())
        with zipfile.ZipFile(content) as package:
            entries = package.infolist()
            if len(entries) > _MOST_ENTRIES or sum(e.file_size for e in entries) > _MOST_BYTES:
                raise WorkbookNotReadableError(path.name, clause("refused-too-large"))
        with warnings.catch_warnings():
            # It tells what it would lose on saving, such as sparklines; nothing is saved here.
            warnings.simplefilter("ignore", UserWarning)
            return load_workbook(content, data_only=True)
    except FileNotFoundError as error:
        raise WorkbookNotReadableError(path.name, clause("refused-file-missing")) from error
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise WorkbookNotReadableError(path.name, clause("refused-xlsx-damaged")) from error


def _names(book: Book) -> dict[str, tuple[str, str]]:
    """Sheet and cells of every name that still points somewhere."""
    found: dict[str, tuple[str, str]] = {}
    for name, defined in book.defined_names.items():
        places = [] if "#REF!" in (defined.attr_text or "") else list(defined.destinations)
        if len(places) == 1 and places[0][0] in book.sheetnames:
            found[name] = (places[0][0], places[0][1].replace("$", ""))
    return found


def _value(book: Book, place: tuple[str, str]) -> object:
    return book[place[0]][place[1].split(":")[0]].value


def _number(path: Path, book: Book, names: Mapping[str, tuple[str, str]], name: str) -> Number:
    value = _value(book, names[name])
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        cell = names[name][1]
        raise WorkbookNotReadableError(
            path.name, clause("refused-cell-no-number", cell=cell, sheet=names[name][0])
        )
    return value


def _limits(book: Book, places: Mapping[str, tuple[str, str]]) -> dict[str, Limits]:
    found: dict[str, Limits] = {}
    for key, (sheet, cell) in places.items():
        for rule in book[sheet].data_validations.dataValidation:
            if cell in rule.sqref and rule.formula1 and rule.formula2:
                found[key] = Limits(float(rule.formula1), float(rule.formula2))
    return found


def _record_names() -> list[str]:
    return [_RECORD + field for field in DECISION_FIELDS]


def _record(book: Book, names: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    found = {
        field: _text(_value(book, names[_RECORD + field])).strip() for field in DECISION_FIELDS
    }
    sheet, cells = names["sc_name"]
    offers = [str(cell.value) for row in book[sheet][cells] for cell in row]
    if found["decision"]:
        known = found["decision"] in offers
        found["decision"] = str(offers.index(found["decision"]) + 1) if known else "?"
    return found


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
