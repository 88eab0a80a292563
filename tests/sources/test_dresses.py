"""The same company in another dress: other marks, dates, encodings and line ends, same figures."""

import csv
import io
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd
import pytest
from collected import ReadResult, read_delivery

from sources.landing.landing import land
from sources.mapping.grammar import FileMapping, SourceMapping
from sources.mapping.load import builtin_mapping_path, file_mappings_of, load_mapping
from sources.tables.read import CompanyContext, KnownKeys
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.core.rates import Rates
from transforms.kpis import compute_all
from transforms.metrics.metric_context import MetricContext, client_entities
from transforms.tables import LINEAGE, TABLES, Kind

pytestmark = pytest.mark.thorough

LANDING = Path(__file__).parents[2] / "samples" / "company" / "landing"
NAMES = ("salesforce", "stripe", "zendesk", "surveys", "asana", "usage", "finance")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.0+)?(Z|[+-]\d\d:?\d\d)?)?")
_NUMERIC = {Kind.MONEY, Kind.NUMBER, Kind.DECIMAL, Kind.INTEGER}
_DATED = {Kind.DATE, Kind.TIMESTAMP}


@dataclass(frozen=True)
class Dress:
    """How the files are written instead; empty parts stay as they are."""

    encoding: str
    delimiter: str
    line_end: str
    has_spanish_marks: bool = False


DRESSES = {
    "semicolons, commas, cp1252, days first": Dress("cp1252", ";", "\r\n", True),
    "utf-16 with tabs": Dress("utf-16", "\t", "\r\n"),
    "utf-8 with a mark": Dress("utf-8-sig", ",", "\r\n"),
}


def columns_of(entry: FileMapping, kinds: set[Kind]) -> set[str]:
    """The file's columns that become values of these kinds."""
    return {
        name
        for table in entry.tables
        for column, rule in table.columns.items()
        if TABLES[table.table].by_name[column].kind in kinds
        for name in (*rule.base_columns, *rule.operand_columns)
    }


def day_first(text: str) -> str:
    """2026-09-01T10:00Z as 01-09-2026 10:00:00+0000."""
    found = _ISO.fullmatch(text.strip())
    if not found:
        return text.replace("/", "-")
    year, month, day, minute, second, zone = found.groups()
    zone = (zone or "").replace("Z", "+0000").replace(":", "")
    return f"{day}-{month}-{year}" + (f" {minute}{second or ':00'}{zone}" if minute else "")


def changes(entry: FileMapping) -> Iterator[tuple[set[str], Callable[[str], str]]]:
    yield columns_of(entry, _DATED), day_first
    if entry.decimal == ".":
        yield columns_of(entry, _NUMERIC) - columns_of(entry, _DATED), comma


def comma(text: str) -> str:
    return text.replace(".", ",") if re.fullmatch(r"\s*-?\d+\.\d+\s*", text) else text


def dressed(content: bytes, entry: FileMapping, dress: Dress) -> bytes:
    source = io.StringIO(content.decode("utf-8-sig"), newline="")
    rows = list(csv.reader(source, delimiter=entry.delimiter))
    if dress.has_spanish_marks:
        for names, change in changes(entry):
            places = [at for at, name in enumerate(rows[0]) if name.strip() in names]
            for row in rows[1:]:
                for at in places:
                    row[at] = change(row[at])
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=dress.delimiter, lineterminator=dress.line_end).writerows(rows)
    return written.getvalue().encode(dress.encoding)


def told(mapping: SourceMapping, dress: Dress) -> SourceMapping:
    """The mapping with the dress in every layout of delimited text."""
    return replace(mapping, files=tuple(in_dress(entry, dress) for entry in mapping.files))


def in_dress(entry: FileMapping, dress: Dress) -> FileMapping:
    if entry.format != "csv":
        return entry
    marks: dict[str, object] = {"encoding": dress.encoding, "delimiter": dress.delimiter}
    if dress.has_spanish_marks:
        dates = ("%d-%m-%Y %H:%M:%S%z", "%d-%m-%Y %H:%M:%S", "%d-%m-%Y")
        marks |= {"decimal": ",", "dates": dates, "thousands": entry.thousands}
    return entry.model_copy(update=marks)


def read(landing: Path, archive: Path, mappings: list[SourceMapping]) -> ReadResult:
    (delivery,) = land(str(landing), archive, mappings)
    company = CompanyContext("America/Mexico_City", "MXN")
    return read_delivery(delivery, mappings, KnownKeys({}, {}), company)


def figures(result: ReadResult) -> pd.DataFrame:
    tables = result.tables
    entities = client_entities(tables["accounts"], "MXN")
    policy = Policy(time_zone="America/Mexico_City", holiday_country="MX")
    context = MetricContext(tables, entities, policy, Rates.from_frame(tables["fx_rates"]))
    return compute_all(context, [Period.parse("2026-Q3")])


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> ReadResult:
    mappings = [load_mapping(builtin_mapping_path(name)) for name in NAMES]
    return read(LANDING, tmp_path_factory.mktemp("plain"), mappings)


@pytest.fixture(scope="module", params=list(DRESSES))
def other(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> ReadResult:
    dress = DRESSES[request.param]
    place = tmp_path_factory.mktemp("dressed")
    landing = Path(shutil.copytree(LANDING, place / "landing"))
    named = {name: load_mapping(builtin_mapping_path(name)) for name in NAMES}
    for path in landing.rglob("*.csv"):
        inside = path.relative_to(landing).as_posix().split("/", 1)[1]
        entry = file_mappings_of(named[path.parent.name], inside)[0]
        path.write_bytes(dressed(path.read_bytes(), entry, dress))
    return read(landing, place / "archive", [told(mapping, dress) for mapping in named.values()])


def test_every_row_is_the_same(plain: ReadResult, other: ReadResult) -> None:
    assert other.stopped == ()
    assert set(other.tables) == set(plain.tables)
    lineage = [column.name for column in LINEAGE]
    for name, frame in plain.tables.items():
        pd.testing.assert_frame_equal(
            other.tables[name].drop(columns=lineage), frame.drop(columns=lineage), obj=name
        )


def test_the_same_rows_are_kept_out(plain: ReadResult, other: ReadResult) -> None:
    columns = ["source_line", "table_name", "column_name", "rule", "amount_minor"]
    pd.testing.assert_frame_equal(other.quarantine[columns], plain.quarantine[columns])
    counted = ["outcome", "table_name", "row_count", "amount_minor"]
    pd.testing.assert_frame_equal(other.controls[counted], plain.controls[counted])


def test_every_figure_is_the_same(plain: ReadResult, other: ReadResult) -> None:
    pd.testing.assert_frame_equal(figures(other), figures(plain))
