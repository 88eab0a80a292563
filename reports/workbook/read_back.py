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
from reports.workbook.decision import DECISION_FIELDS, FREE_FIELDS
from transforms.renewals.offers import Offer

_MOST_BYTES, _MOST_ENTRIES = 200_000_000, 2_000
_INPUT, _ISSUED, _RECORD = "in_", "iss_", "dec_"

Number = float | int | None
Place = tuple[str, str]
"""Title of a sheet, and cells of it."""


class WorkbookNotReadableError(CarteraError):
    """A file that is no renewal workbook, or one whose structure was changed."""

    code = "failure-workbook-not-readable"
    name: str
    why: tuple[Clause, ...]
    """All that is wrong with it."""


@dataclass(frozen=True)
class Limits:
    """What an input cell accepts."""

    minimum: float
    maximum: float
    is_whole: bool = False


@dataclass(frozen=True)
class TypedWorkbook:
    """A workbook as it was found. Amounts in major units, as cells hold them."""

    edition: str
    client_id: str
    inputs: Mapping[str, Number]
    issued: Mapping[str, Number]
    """The same inputs as they stood when the file was issued."""
    limits: Mapping[str, Limits]
    cells: Mapping[str, str]
    """Where each input and each field of the record stands, such as Supuestos!C7."""
    record: Mapping[str, str]
    """The record of the decision, by field that the workbook has; the offer by its key."""


def read_workbook(path: Path) -> TypedWorkbook:
    """What a workbook says; raises WorkbookNotReadableError where it is none of ours."""
    book = _opened(path)
    names = _names(book)
    keys = _input_keys(path, names)
    inputs = _numbers(path, book, names, {key: _INPUT + key for key in keys})
    _refuse_uncomputed(path, names, [_INPUT + key for key in keys if inputs[key] is None])
    return TypedWorkbook(
        edition=str(_value(book, names["edition_id"]) or ""),
        client_id=str(_value(book, names["client_id"]) or ""),
        inputs=inputs,
        issued=_numbers(path, book, names, {key: _ISSUED + key for key in keys}),
        limits=_limits(book, {key: names[_INPUT + key] for key in keys}),
        cells=_cells(names, {key: _INPUT + key for key in keys})
        | _cells(names, {field: _RECORD + field for field in _fields(names)}),
        record=_record(book, names),
    )


def _input_keys(path: Path, names: Mapping[str, Place]) -> list[str]:
    """The inputs that the workbook has; refuses one that has none, or lacks its other cells."""
    inputs = sorted(name for name in names if name.startswith(_INPUT))
    if "edition_id" not in names or "client_id" not in names or not inputs:
        raise WorkbookNotReadableError(path.name, (clause("refused-not-a-renewal-workbook"),))
    keys = [name.removeprefix(_INPUT) for name in inputs]
    issued = [name.removeprefix(_ISSUED) for name in names if name.startswith(_ISSUED)]
    pairs = [prefix + key for key in sorted({*keys, *issued}) for prefix in (_INPUT, _ISSUED)]
    wanted = (*pairs, *_record_names(), "sc_name")
    lost = [name for name in wanted if name not in names]
    if lost:
        told = clause("refused-cells-gone", cells=tuple(lost[:3]))
        raise WorkbookNotReadableError(path.name, (told,))
    return keys


def _cells(names: Mapping[str, Place], wanted: Mapping[str, str]) -> dict[str, str]:
    return {key: f"{names[name][0]}!{names[name][1].split(':')[0]}" for key, name in wanted.items()}


def _numbers(
    path: Path, book: Book, names: Mapping[str, Place], wanted: Mapping[str, str]
) -> dict[str, Number]:
    """The numbers of named cells; refuses all that hold something else at once."""
    found = {key: _value(book, names[name]) for key, name in wanted.items()}
    faults = tuple(
        clause("refused-cell-no-number", cell=names[wanted[key]][1], sheet=names[wanted[key]][0])
        for key, value in found.items()
        if not _is_number(value)
    )
    if faults:
        raise WorkbookNotReadableError(path.name, faults)
    return {key: value if isinstance(value, int | float) else None for key, value in found.items()}


def _refuse_uncomputed(path: Path, names: Mapping[str, Place], empty: list[str]) -> None:
    """An input that holds a formula without its value looks empty, and was not emptied."""
    formulas = _opened(path, has_values=False) if empty else None
    faults = tuple(
        clause("refused-cell-not-computed", cell=names[name][1], sheet=names[name][0])
        for name in empty
        if formulas is not None and _value(formulas, names[name]) is not None
    )
    if faults:
        raise WorkbookNotReadableError(path.name, faults)


def _is_number(value: object) -> bool:
    is_empty = value is None or value == ""
    return is_empty or (isinstance(value, int | float) and not isinstance(value, bool))


def _opened(path: Path, *, has_values: bool = True) -> Book:
    """Values of formulas, or the formulas; a file that would unpack to more than any workbook of
    ours is refused."""
    try:
        content = BytesIO(path.read_bytes())
        with zipfile.ZipFile(content) as package:
            entries = package.infolist()
            if len(entries) > _MOST_ENTRIES or sum(e.file_size for e in entries) > _MOST_BYTES:
                raise WorkbookNotReadableError(path.name, (clause("refused-too-large"),))
        with warnings.catch_warnings():
            # It tells what it would lose on saving, such as sparklines; nothing is saved here.
            warnings.simplefilter("ignore", UserWarning)
            return load_workbook(content, data_only=has_values)
    except FileNotFoundError as error:
        raise WorkbookNotReadableError(path.name, (clause("refused-file-missing"),)) from error
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise WorkbookNotReadableError(path.name, (clause("refused-xlsx-damaged"),)) from error


def _names(book: Book) -> dict[str, Place]:
    """Sheet and cells of every name that still points somewhere."""
    found: dict[str, Place] = {}
    for name, defined in book.defined_names.items():
        places = [] if "#REF!" in (defined.attr_text or "") else list(defined.destinations)
        if len(places) == 1 and places[0][0] in book.sheetnames:
            found[name] = (places[0][0], places[0][1].replace("$", ""))
    return found


def _value(book: Book, place: Place) -> object:
    return book[place[0]][place[1].split(":")[0]].value


def _limits(book: Book, places: Mapping[str, Place]) -> dict[str, Limits]:
    found: dict[str, Limits] = {}
    for key, (sheet, cell) in places.items():
        for rule in book[sheet].data_validations.dataValidation:
            if cell in rule.sqref and rule.formula1 and rule.formula2:
                ends = float(rule.formula1), float(rule.formula2)
                found[key] = Limits(*ends, is_whole=rule.type == "whole")
    return found


def _record_names() -> list[str]:
    return [_RECORD + field for field in DECISION_FIELDS if field not in FREE_FIELDS]


def _fields(names: Mapping[str, Place]) -> list[str]:
    """The fields of the record that the workbook has."""
    return [field for field in DECISION_FIELDS if _RECORD + field in names]


def _record(book: Book, names: Mapping[str, Place]) -> dict[str, str]:
    found = {field: _text(_value(book, names[_RECORD + field])).strip() for field in _fields(names)}
    if found["decision"]:
        sheet, cells = names["sc_name"]
        shown = [str(cell.value) for row in book[sheet][cells] for cell in row]
        offers = dict(zip(shown, _offers(len(shown)), strict=True))
        found["decision"] = offers.get(found["decision"], UNKNOWN_OFFER)
    return found


UNKNOWN_OFFER = "?"


def _offers(count: int) -> list[Offer]:
    """The scenarios of a workbook with so many: until version 2 it had no offer of ours."""
    return [offer for offer in Offer if count == len(Offer) or offer is not Offer.COUNTER]


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
