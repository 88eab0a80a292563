"""Public exports that nobody here wrote, read by mapping files alone: their known answers."""

import shutil
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from mapping_texts import write_mapping

from sources.controls import close_controls
from sources.landing import land
from sources.mapping import builtin_mapping_path, load_mapping
from sources.read import CompanyContext, KnownKeys, ReadResult, read_delivery

pytestmark = pytest.mark.real_data

DATA = Path(__file__).parents[2] / ".." / "shared" / "data"
COMPANIES = Path(__file__).parents[1] / "companies"


def delivered(mapping: Path, files: list[Path], folder: Path) -> ReadResult:
    """The files read as one delivery."""
    delivery_folder = folder / "landing" / "2026-10-01"
    delivery_folder.mkdir(parents=True)
    for file in files:
        shutil.copy(file, delivery_folder)
    loaded = load_mapping(mapping)
    (delivery,) = land(str(folder / "landing"), folder / "archive", [loaded])
    return read_delivery(delivery, [loaded], KnownKeys({}, {}), CompanyContext("UTC", "USD"))


def read(mapping: Path, files: list[Path], folder: Path) -> ReadResult:
    """The same; the control totals have added up when this returns."""
    result = delivered(mapping, files, folder)
    assert result.stopped == ()
    close_controls(result.controls, result.tables, result.quarantine)
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
    totals = result.controls.set_index("outcome")
    lines = result.tables["invoice_lines"]
    assert totals.loc["read", "row_count"] == 320_705
    assert Decimal(int(totals.loc["read", "amount_minor"])).scaleb(-2) == Decimal("5761931.38")
    assert totals.loc["filtered:no_customer", "row_count"] == 88_652
    assert major(lines["net_minor"]) == Decimal("4919107.73")
    assert lines["account_id"].nunique() == 3_360
    assert lines["line_id"].is_unique


def test_the_salesforce_mapping_reads_an_org_of_another_company(tmp_path: Path) -> None:
    files = exports("salesforce_data_cloud_workshop", "*.csv")
    result = read(builtin_mapping_path("salesforce"), files, tmp_path)
    assert rows(result) == {
        "accounts": 22,
        "leads": 60,
        "contacts": 18,
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
    assert stop.sentence.startswith("loader csvtext_BOM_UTF32LE.csv: line 1 ")
