"""The built-in mappings read the sample company's exports, every row of them."""

import csv
import json
from pathlib import Path

import pytest
from collected import ReadResult, closed_controls, read_delivery

from sources.landing.landing import land
from sources.mapping.load import builtin_mapping_path, load_mapping
from sources.tables.read import CompanyContext, KnownKeys
from transforms.tables import TABLES

LANDING = Path(__file__).parents[2] / "samples" / "company" / "landing"
DELIVERY = LANDING / "2026-10-01"
NAMES = ("salesforce", "stripe", "zendesk", "surveys", "asana", "usage", "finance")


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> ReadResult:
    mappings = [load_mapping(builtin_mapping_path(name)) for name in NAMES]
    (delivery,) = land(str(LANDING), tmp_path_factory.mktemp("archive"), mappings)
    company = CompanyContext("America/Mexico_City", "MXN")
    return read_delivery(delivery, mappings, KnownKeys({}, {}), company)


def rows_of(path: Path) -> int:
    """Records of a file, counted by other means."""
    if path.suffix == ".json":
        return len(json.loads(path.read_text(encoding="utf-8"))["tickets"])
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return sum(1 for row in csv.reader(stream) if row) - 1


def test_every_file_is_read_and_none_is_unmatched(read: ReadResult) -> None:
    assert read.stopped == ()
    assert read.unmatched == ()


def test_every_row_of_every_file_is_in_the_control_totals(read: ReadResult) -> None:
    totals = read.controls[read.controls["outcome"] == "read"]
    counted = totals.groupby("source_file")["row_count"].sum().to_dict()
    files = list(DELIVERY.rglob("*.*"))
    assert counted == {str(path.relative_to(LANDING)): rows_of(path) for path in files}


def test_control_totals_add_up(read: ReadResult) -> None:
    totals = closed_controls(read.controls, read.tables, read.quarantine)
    assert totals["outcome"].isin(["loaded"]).any()


def test_every_feed_of_the_company_is_there(read: ReadResult) -> None:
    follows_from_deliveries = {"opportunity_versions", "subscription_versions"}
    it_has_none = {"price_steps"}
    assert set(read.tables) == set(TABLES) - follows_from_deliveries - it_has_none


def test_only_the_planted_faults_are_quarantined(read: ReadResult) -> None:
    found = {(name, rule) for name, rule in read.quarantine[["table_name", "rule"]].to_numpy()}
    assert found == {
        ("invoices", "unknown_account"),
        ("invoice_lines", "unknown_account"),
        ("commitments", "unreadable_date"),
    }


def test_rows_that_are_no_clients_business_are_filtered_under_a_name(read: ReadResult) -> None:
    outcomes = set(read.controls["outcome"])
    assert {"filtered:partners", "filtered:not_people", "filtered:test_mode"} <= outcomes


def test_an_invoice_of_the_evening_belongs_to_the_day_in_mexico(read: ReadResult) -> None:
    path = DELIVERY / "stripe" / "invoices.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        late = next(row for row in csv.DictReader(stream) if row["Date (UTC)"][11:] < "06:00")
    invoices = read.tables["invoices"].set_index("invoice_id")
    issued = str(invoices.loc[late["id"], "issue_date"])[:10]
    assert issued < late["Date (UTC)"][:10]
