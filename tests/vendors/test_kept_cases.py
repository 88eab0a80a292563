"""Kept cases, run in place where they stand beside the checkout: each has its right answer."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from pptx import Presentation
from whole_company import SALESFORCE_ACCOUNTS, case, deliver, with_customers

from pipeline.compute.explain import explain
from transforms.core.periods import Grain
from transforms.kpis import specs
from transforms.metrics.kpi import EntityKind

pytestmark = pytest.mark.thorough


def test_decimal_unit_amounts_are_exact(tmp_path: Path) -> None:
    company = with_customers(case("11-unit-amount-decimal", tmp_path))
    assert company.told("Decimal", "mrr") == 125
    assert company.told("Coupon25", "mrr") == 75


def test_a_second_pipeline_is_won_by_the_vendors_flags(tmp_path: Path) -> None:
    company = case("18-hubspot-second-pipeline", tmp_path)
    named = [
        {"id": f"{key}", "properties": {"name": f"{key}"}} for key in (6999, *range(7000, 7004))
    ]
    deliver(company.folder, {"hubspot/companies.json": {"results": named}}, "2026-10-01")
    assert company.told("7001", "won_amount") == 5000
    assert company.told("7001", "win_rate") == 0.5
    assert company.told("7001", "deals_open") == 0


def test_a_month_that_ends_inclusively_ends_on_the_first_of_the_next(tmp_path: Path) -> None:
    company = case("a-end_of_month", tmp_path, "co")
    for client in ("A", "B"):
        assert company.told(client, "mrr", "2024-06") == 100
        assert company.told(client, "mrr_churn", "2024-07") == 100


def test_a_won_deal_without_amount_has_a_reason(tmp_path: Path) -> None:
    company = case("b-won_amount_zero", tmp_path, "")
    for figure in ("won_amount", "win_rate_amount"):
        assert company.told("portfolio", figure, "2022-Q4") == "amount_missing"
    assert company.told("portfolio", "win_rate", "2022-Q4") == 0.5


def test_data_loaders_upper_case_is_read(tmp_path: Path) -> None:
    company = case("b-sf_dataloader_upper", tmp_path, "")
    account = f"{SALESFORCE_ACCOUNTS}001x0000002xLD0AAM,0,A,Customer,,,U,2006-01-01T00:00:00.000Z\n"
    deliver(company.folder, {"Account.csv": account}, "2006-07-01")
    assert company.checked.stopped == ()
    assert company.checked.rows_good == 2


@pytest.mark.parametrize(
    ("name", "invoiced"),
    [
        ("29-swiss-apostrophe", 1234.50 + 2_345_678 + 1000),
        ("30-blank-thousands", 2_360_412.75),
        ("38-byte-order-mark-inside-a-file", 700),
    ],
)
def test_marks_of_other_keyboards_are_read(tmp_path: Path, name: str, invoiced: float) -> None:
    company = case(name, tmp_path)
    landed = company.folder / "landing" / "2026-10-01"
    texts = "".join(path.read_text("utf-8") for path in landed.glob("erp/*.csv"))
    rows = (
        f"{key},0,{key},Customer,,,U,2020-01-01T00:00:00.000Z"
        for key in sorted(set(re.findall(r"001Hs\w{13}", texts)))
    )
    accounts = SALESFORCE_ACCOUNTS + "\n".join(rows)
    deliver(company.folder, {"salesforce/Account.csv": accounts}, landed.name)
    assert company.checked.stopped == ()
    assert company.checked.quarantine.empty
    assert company.told("portfolio", "invoiced_amount") == invoiced


def test_tickets_that_all_join_nobody_are_no_count_of_zero(tmp_path: Path) -> None:
    company = case("a-orphans", tmp_path, "co")
    assert len(company.checked.quarantine) == 25
    for client in ("Acme", "portfolio"):
        for figure in ("tickets_created", "critical_open", "complaints"):
            assert company.told(client, figure, "2025-01") == "feed_missing"


def test_a_row_with_two_faults_is_one_row_kept_out(tmp_path: Path) -> None:
    company = case("b-kept_out_count", tmp_path, "")
    assert company.checked.rows_kept_out == 1


def test_two_shipped_mappings_share_a_landing_place(tmp_path: Path) -> None:
    company = case("b-trello_greedy", tmp_path, "")
    assert company.checked.stopped == ()
    assert company.checked.files == 2


def test_chosen_columns_and_semicolons_of_stripes_dashboard_are_read(tmp_path: Path) -> None:
    company = case("b-stripe_semicolon", tmp_path, "")
    assert company.checked.stopped == ()
    assert set(company.checked.quarantine["rule"]) == {"unknown_account"}


@pytest.mark.parametrize("name", ["26-xlsx-strict", "27-xlsx-empty-fill"])
def test_workbooks_of_other_programs_are_read(tmp_path: Path, name: str) -> None:
    company = case(name, tmp_path)
    assert company.checked.stopped == ()
    assert company.checked.quarantine.empty
    assert company.checked.rows_good == 4


def test_a_source_that_adds_up_stays_whole_after_rounding(tmp_path: Path) -> None:
    company = case("b-erp_four_decimals", tmp_path, "")
    assert company.checked.held == {}
    assert company.checked.quarantine.empty
    assert company.told("portfolio", "invoiced_amount", "2025-Q1") == 60.51


def test_documents_of_xero_are_net_whether_their_lines_hold_tax_or_not(tmp_path: Path) -> None:
    company = case("04-tax-inclusive-lines", tmp_path)
    assert company.checked.held == {}
    assert company.checked.quarantine.empty
    revenue = {"Inclusive": 200, "Exclusive": 200, "PartCredit": 150, "Rounding": 83.33}
    for client, net in revenue.items():
        assert company.told(f"{client} Ltd", "recognised_revenue") == net


def test_unpaid_now_is_churn_now_and_all_before_stays(tmp_path: Path) -> None:
    company = case("13-unpaid-is-no-churn", tmp_path)
    for landed in ("2026-07-01", "2026-10-01"):
        with_customers(company, landed)
    figures = {"mrr_start": 100, "mrr_churn": 100, "nrr": 0, "client_retention": 0}
    for figure, right in figures.items():
        assert company.told("UnpaidNow", figure) == right
    assert company.told("UnpaidNow", "mrr", "2026-Q2") == 100


def test_invoices_paid_out_of_band_are_settled_in_the_dashboards_files_too(
    tmp_path: Path,
) -> None:
    company = case("07-stripe-paid-without-charge", tmp_path, "inputs_dashboard_csv")
    settings = case("07-stripe-paid-without-charge", tmp_path / "settings")
    text = (settings.folder / "cartera.toml").read_text("utf-8").replace("stripe_api", "stripe")
    (company.folder / "landing").mkdir()
    (company.folder / "2026-10-01").rename(company.folder / "landing" / "2026-10-01")
    (company.folder / "cartera.toml").write_text(text, "utf-8")
    assert company.told("CsvOutOfBand", "open_balance") == 0
    assert company.told("CsvOutOfBand", "dso") == 0


def test_a_filter_is_named_as_the_filter_that_it_is(tmp_path: Path) -> None:
    company = case("b-label_merged", tmp_path, "")
    page = company.checked.page.read_text("utf-8")
    assert "<small>combined, no_customer</small>" in page


@pytest.mark.long
def test_every_figure_of_a_company_with_little_can_be_explained(tmp_path: Path) -> None:
    company = case("a-explain_crash", tmp_path, "co")
    assert company.told("A", "mrr", "2024-07") == 100
    explained = [
        explain(company.settings, "A", name, "2024-07")
        for name, spec in specs().items()
        if Grain.MONTH in spec.grains and EntityKind.CLIENT in spec.of
    ]
    assert len(explained) > 30


@pytest.mark.long
def test_no_sentence_of_a_review_says_that_something_is_not_there(tmp_path: Path) -> None:
    company = case("a-headline_na", tmp_path, "co")
    asked = ["run", "--company", str(company.folder), "--period", "2025-Q2"]
    command = Path(sys.executable).with_name("cartera")
    subprocess.run([command, *asked], check=False, capture_output=True)
    (review,) = company.folder.glob("output/**/internal-qbr-*.pptx")
    titles = [slide.shapes.title for slide in Presentation(str(review)).slides]
    told = [title.text for title in titles if title is not None]
    assert any("first response" in text for text in told)
    assert not [text for text in told if "n/a" in text]
