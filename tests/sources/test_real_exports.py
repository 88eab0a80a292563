"""Public exports that nobody here wrote, read by mapping files alone: their known answers."""

import re
import shutil
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from collected import ReadResult, closed_controls, read_delivery
from mapping_texts import write_mapping

from messages.errors import worded
from sources.landing.landing import land
from sources.mapping.load import builtin_mapping_path, load_mapping
from sources.tables.read import CompanyContext, KnownKeys

pytestmark = pytest.mark.real_data

DATA = Path(__file__).parents[2] / ".." / "shared" / "data"
COMPANIES = Path(__file__).parents[1] / "companies"


NOTHING = KnownKeys({}, {})


def ids(text: str, name: str) -> set[str]:
    return set(re.findall(rf'"{name}": ?([0-9]+)', text))


def delivered(
    mapping: Path, files: list[Path], folder: Path, known: KnownKeys = NOTHING
) -> ReadResult:
    """The files read as one delivery."""
    delivery_folder = folder / "landing" / "2026-10-01"
    delivery_folder.mkdir(parents=True)
    for file in files:
        shutil.copy(file, delivery_folder)
    loaded = load_mapping(mapping)
    (delivery,) = land(str(folder / "landing"), folder / "archive", [loaded])
    return read_delivery(delivery, [loaded], known, CompanyContext("UTC", "USD"))


def read(mapping: Path, files: list[Path], folder: Path, known: KnownKeys = NOTHING) -> ReadResult:
    """The same; the control totals have added up when this returns."""
    result = delivered(mapping, files, folder, known)
    assert result.stopped == ()
    closed_controls(result.controls, result.tables, result.quarantine)
    return result


def exports(name: str, pattern: str = "*.*") -> list[Path]:
    if not (DATA / name).is_dir():
        pytest.skip(f"the public exports of {name} are not beside the checkout")
    return sorted((DATA / name).glob(pattern))


def company(name: str, files: list[Path], folder: Path) -> ReadResult:
    return read(COMPANIES / name / "mappings" / f"{name}.toml", files, folder)


def major(amounts: pd.Series) -> Decimal:
    return Decimal(int(amounts.sum())).scaleb(-2)


def rows(result: ReadResult) -> dict[str, int]:
    return {name: len(frame) for name, frame in result.tables.items()}


def test_ravenstack(tmp_path: Path) -> None:
    result = company("ravenstack", exports("ravenstack"), tmp_path)
    assert rows(result) == {
        "accounts": 500,
        "subscriptions": 5000,
        "tickets": 2000,
        "surveys": 1175,
        "usage": 25000,
    }
    assert len(result.quarantine) == 0
    assert result.unmatched == ()
    subscriptions = result.tables["subscriptions"]
    day = pd.Timestamp("2024-12-31")
    ends = subscriptions["end_date"]
    active = subscriptions[subscriptions["start_date"].le(day) & (ends.isna() | ends.gt(day))]
    assert major(active["yearly_minor"]) / 12 == 10_159_608
    assert int((active["yearly_minor"] > 0).sum()) == 3_814
    assert int(result.tables["surveys"]["is_positive"].sum()) == 779


def test_rows_of_ravenstacks_use_that_share_an_id_are_both_kept(tmp_path: Path) -> None:
    usage = company("ravenstack", exports("ravenstack"), tmp_path).tables["usage"]
    assert usage["usage_id"].is_unique
    assert usage["usage_id"].str.slice(0, 8).nunique() == 24_979


def test_xero_bills_of_suppliers_do_not_count(tmp_path: Path) -> None:
    result = company("xero", exports("fivetran_xero"), tmp_path)
    invoices = result.tables["invoices"]
    assert invoices["status"].value_counts().to_dict() == {"paid": 103, "open": 13, "deleted": 1}
    paid = invoices[invoices["status"] == "paid"].groupby("currency")["total_minor"].sum()
    assert paid.to_dict() == {"GBP": 7_932_250, "USD": 27_837_809}
    still_open = invoices[invoices["status"] == "open"].groupby("currency")["amount_due_minor"]
    assert still_open.sum().to_dict() == {"GBP": 1_273_500, "USD": 3_010_600}
    valid = invoices[invoices["status"] != "deleted"]
    assert valid["account_id"].nunique() == 18
    lines = result.tables["invoice_lines"]
    assert major(lines["net_minor"]) == major(invoices["net_minor"])
    filtered = result.controls[result.controls["outcome"] == "filtered:supplier_bills"]
    assert filtered.groupby("table_name")["row_count"].sum()["invoices"] == 484


def test_flowstack_prices_come_from_its_plans(tmp_path: Path) -> None:
    result = company("flowstack", exports("flowstack"), tmp_path)
    assert rows(result) == {
        "managers": 20,
        "accounts": 5000,
        "products": 4,
        "subscriptions": 5000,
        "tickets": 12537,
        "surveys": 12537,
        "usage": 40962,
        "targets": 720,
    }
    first = result.tables["subscriptions"].iloc[0]
    assert first["yearly_minor"] == 19_900 * 12 * 90 // 100


def test_the_wholesalers_lines_add_up_to_the_penny(tmp_path: Path) -> None:
    result = company("wholesaler", exports("online_retail", "*.gz"), tmp_path)
    controls = result.controls
    totals = controls[controls["table_name"] == "invoice_lines"].set_index("outcome")
    lines = result.tables["invoice_lines"]
    assert totals.loc["read", "row_count"] == 320_705
    assert Decimal(int(totals.loc["read", "amount_minor"])).scaleb(-2) == Decimal("5761931.38")
    assert totals.loc["filtered:no_customer", "row_count"] == 88_652
    assert major(lines["net_minor"]) == Decimal("4919107.73")
    assert lines["account_id"].nunique() == 3_360
    assert lines["line_id"].is_unique
    assert major(result.tables["invoices"]["net_minor"]) == Decimal("4919107.73")
    # Of the credit notes and repeats that the next test counts, those of known customers.
    credits = lines[lines["invoice_id"].str.startswith("C")]
    assert (len(credits), major(credits["net_minor"])) == (5_565, Decimal("-320132.83"))
    alike = lines["line_id"].str.replace(r"-[0-9]+$", "", regex=True)
    assert int(alike.duplicated().sum()) == 2_451


def test_credit_notes_and_exact_repeats_of_the_wholesaler_are_real() -> None:
    (file,) = exports("online_retail", "*.gz")
    rows_read = pd.read_csv(file, dtype=str)
    money = rows_read["UnitPrice"].map(Decimal) * rows_read["Quantity"].map(Decimal)
    is_credit = rows_read["InvoiceNo"].str.startswith("C")
    assert (int(is_credit.sum()), money[is_credit].sum()) == (5_847, Decimal("-520770.56"))
    assert int((rows_read["UnitPrice"].astype(float) <= 0).sum()) == 1_799
    assert int(rows_read.duplicated().sum()) == 2_483


def test_the_salesforce_mapping_reads_an_org_of_another_company(tmp_path: Path) -> None:
    files = exports("salesforce_data_cloud_workshop", "*.csv")
    result = read(builtin_mapping_path("salesforce"), files, tmp_path)
    assert rows(result) == {
        "accounts": 22,
        "leads": 60,
        "contacts": 18,
        "account_links": 0,
        "opportunities": 50,
        "tickets": 14,
    }
    states = result.tables["opportunities"]["state"].value_counts().to_dict()
    assert states == {"open": 35, "won": 12, "lost": 3}
    assert set(result.quarantine["rule"]) == {"required_missing"}
    assert len(result.quarantine) == 26


LOADER = """source = "loader"

[[files]]
pattern = "csvtext*.csv"

[[files.tables]]
table = "managers"

[files.tables.columns]
manager_id = "column1"
manager_name = "column2"
"""


@pytest.mark.parametrize("mark", ["", "_BOM_UTF8", "_BOM_UTF16BE", "_BOM_UTF16LE"])
def test_the_data_loaders_own_encodings_are_read(tmp_path: Path, mark: str) -> None:
    files = exports("salesforce_dataloader_tests", f"csvtext{mark}.csv")
    result = read(write_mapping(tmp_path, LOADER), files, tmp_path)
    assert result.tables["managers"]["manager_id"].tolist() == ["row1-1", "row2-1"]


def test_a_file_whose_mark_lies_about_its_encoding_is_told(tmp_path: Path) -> None:
    (file,) = exports("salesforce_dataloader_tests", "csvtext_BOM_UTF32LE.csv")
    (stop,) = delivered(write_mapping(tmp_path, LOADER), [file], tmp_path).stopped
    assert worded(stop.told, "en").startswith("loader csvtext_BOM_UTF32LE.csv: line 1 ")


def linked(system: str, *keys: str) -> KnownKeys:
    return KnownKeys({}, {(system, key): "A" for key in keys})


def test_teams_own_attendance_reports(tmp_path: Path) -> None:
    files = exports("teams_attendance")
    mapping = tmp_path / "teams.toml"
    text = builtin_mapping_path("teams").read_text(encoding="utf-8")
    mapping.write_text(text.replace("*attendance*.csv", "IDL-*.csv"), encoding="utf-8")
    result = read(mapping, files, tmp_path, linked("teams", "Scrum Meeting"))
    meetings = result.tables["meetings"].sort_values("starts_at")
    assert [str(moment) for moment in meetings["starts_at"]] == [
        "2022-11-14 09:29:07+00:00",
        "2022-11-15 09:30:17+00:00",
    ]
    assert meetings["is_with_client"].tolist() == [True, True]
    totals = result.controls.groupby("outcome")["row_count"].sum()
    assert totals["read"] == totals["filtered:combined"] + 2
    assert result.quarantine.empty


def test_zooms_own_participants_report(tmp_path: Path) -> None:
    files = exports("zoom_participants")
    result = read(builtin_mapping_path("zoom"), files, tmp_path, linked("zoom", "60245167821"))
    (meeting,) = result.tables["meetings"].to_dict("records")
    assert meeting["subject"] == "Heroes meeting"
    assert str(meeting["starts_at"]) == "2021-11-19 10:00:00+00:00"
    assert (meeting["is_held"], meeting["is_with_client"]) == (True, True)
    assert result.quarantine.empty


def test_trellos_own_boards(tmp_path: Path) -> None:
    files = exports("trello", "*.json")
    boards = linked("trello", "SgP1106r", "qwerty")
    result = read(builtin_mapping_path("trello"), files, tmp_path, boards)
    assert len(result.tables["tasks"]) == 9
    assert set(result.tables["tasks"]["project"]) == {"Web Development", "Test Board Name"}
    assert result.quarantine.empty


def test_survey_answers_of_three_tools_and_their_score(tmp_path: Path) -> None:
    mapping = COMPANIES / "surveys" / "mappings" / "answers.toml"
    result = read(mapping, exports("surveys_yochees"), tmp_path)
    answers = result.tables["surveys"]
    scores = answers.loc[answers["survey_kind"] == "nps", "score"]
    promoters, detractors = int((scores >= 9).sum()), int((scores <= 6).sum())
    assert (promoters, len(scores) - promoters - detractors, detractors) == (41, 33, 26)
    csat = answers[answers["survey_kind"] == "csat"]
    assert (int(csat["is_positive"].sum()), len(csat)) == (63, 100)
    assert result.quarantine.empty


def test_hubspots_companies_deals_and_tickets_of_a_warehouse_sync(tmp_path: Path) -> None:
    mapping = COMPANIES / "hubspot" / "mappings" / "hubspot.toml"
    result = read(mapping, exports("fivetran_hubspot"), tmp_path)
    assert len(result.tables["accounts"]) == 24
    assert len(result.tables["opportunities"]) == 44
    assert result.controls["outcome"].eq("filtered:merged").sum() == 0
    merged = {file.name: file for file in exports("fivetran_hubspot")}["merged_deal_data.csv"]
    assert pd.read_csv(merged)["merged_deal_id"].nunique() == 14


def test_hubspots_own_exports_with_labels(tmp_path: Path) -> None:
    files = exports("vendor_csv_from_peer_tests", "hubspot_*.csv")
    result = read(builtin_mapping_path("hubspot"), files, tmp_path)
    assert result.tables["accounts"]["account_name"].tolist() == ["Acme Inc", "Globex"]
    assert set(result.tables["managers"]["manager_name"]) == {"Sarah Chen", "Ingrid Larsen"}
    assert result.tables["opportunities"]["amount_minor"].fillna(-1).tolist() == [2_500_000, -1]


def test_zendesks_recorded_pages_keep_the_newest_of_each_ticket(tmp_path: Path) -> None:
    files = exports("api_fixtures/zendesk_recorded", "tickets_pages.json")
    (file,) = files
    text = file.read_text(encoding="utf-8")
    organisations = {str(number) for number in ids(text, "organization_id")}
    result = read(
        builtin_mapping_path("zendesk"), files, tmp_path, linked("zendesk", *organisations)
    )
    tickets = result.tables["tickets"]
    assert not tickets["ticket_id"].duplicated().any()
    assert set(tickets["status"]) <= {"open", "solved", "deleted"}
