"""A file that two mappings want is told, what nobody wants of one, and what one cannot say."""

from pathlib import Path

import pytest
from whole_company import account_rows, write_company

from cli.check_report import print_check
from messages.catalogue import catalogue
from messages.errors import worded
from pipeline.ingest.ingest import ingest
from warehouse import open_warehouse

pytestmark = pytest.mark.thorough

CLIENTS = """\
source = "{source}"

[[files]]
pattern = "{pattern}"

[[files.tables]]
table = "{table}"

[files.tables.columns]
{columns}
"""
ACCOUNTS = 'account_id = "id"\naccount_name = "name"'
PEOPLE = 'contact_id = "id"\naccount_id = "id"\ncontact_name = "name"'


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("*.csv", ["2026-10-01/clients.csv is read by more than one source: crm, people."]),
        ("people*.csv", []),
    ],
)
def test_a_file_that_two_mappings_want_is_told(
    tmp_path: Path, pattern: str, told: list[str]
) -> None:
    crm = CLIENTS.format(source="crm", pattern="clients.csv", table="accounts", columns=ACCOUNTS)
    people = CLIENTS.format(source="people", pattern=pattern, table="contacts", columns=PEOPLE)
    company = write_company(tmp_path, (crm, people), {"clients.csv": "id,name\nA,Acme\n"})
    sentences = [worded(clause, "en") for clause in company.checked.files_told]
    assert [sentence.split(" If ")[0] for sentence in sentences] == told


def test_columns_that_nothing_reads_are_told(tmp_path: Path) -> None:
    crm = CLIENTS.format(source="crm", pattern="clients.csv", table="accounts", columns=ACCOUNTS)
    clients = "ID,name,Churned,Owner\nA,Acme,yes,Ana\n"
    company = write_company(tmp_path, (crm,), {"clients.csv": clients})
    (told,) = (worded(clause, "en") for clause in company.checked.files_told)
    assert "nothing reads the columns Churned, Owner" in told


def test_a_shipped_mapping_leaves_columns_without_a_word(tmp_path: Path) -> None:
    accounts = account_rows(["A"]).replace("Name", "Name,Fax").replace("A,Customer", "A,1,Customer")
    company = write_company(tmp_path, ("salesforce",), {"Account.csv": accounts})
    assert company.checked.files_told == ()
    assert company.checked.rows_good == 1


SUBSCRIPTIONS = """id,Customer ID,Status,Start Date (UTC),Quantity,Amount,Interval,Currency
sub_1,cus,active,2026-01-01 00:00,1,30.00,month,usd
"""
LINKS = "system,external_id,account_id,decision\nstripe,cus,A,yes\n"
PRICES = "Price ID,Interval,Interval Count\nprice_q,month,3\n"


@pytest.mark.parametrize(
    ("columns", "files", "count"),
    [
        ("", {}, 1),
        (",Current Period Start (UTC),Current Period End (UTC)", {}, 0),
        ("", {"prices.csv": PRICES}, 0),
    ],
)
def test_a_file_that_cannot_say_of_how_many_months_its_amounts_are_is_told(
    tmp_path: Path, columns: str, files: dict[str, str], count: int
) -> None:
    header, row = SUBSCRIPTIONS.splitlines()
    row += ",2026-09-01 00:00,2026-10-01 00:00" if columns else ""
    files = {"subscriptions.csv": f"{header}{columns}\n{row}\n", "account_map.csv": LINKS, **files}
    files["Account.csv"] = account_rows(["A"])
    company = write_company(tmp_path, ("salesforce", "account_map", "stripe"), files)
    told = [worded(clause, "en") for clause in company.checked.files_told]
    assert sum("of how many months" in sentence for sentence in told) == count == len(told)


def test_a_check_tells_faults_by_rule_and_amounts_that_are_not_known(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    header = SUBSCRIPTIONS.splitlines()[0] + ",Current Period Start (UTC),Current Period End (UTC)"
    rows = "".join(
        f"sub_{n},cus,active,2026-09-14 00:00,1,30.00,month,usd,2026-09-14,2026-10-01\n"
        for n in range(25)
    )
    orphan = "sub_x,nobody,active,2026-09-01 00:00,1,30.00,month,usd,2026-09-01,2026-10-01\n"
    files = {"subscriptions.csv": f"{header}\n{rows}{orphan}", "account_map.csv": LINKS}
    files["Account.csv"] = account_rows(["A"])
    company = write_company(tmp_path, ("salesforce", "account_map", "stripe"), files)
    print_check(company.checked, company.settings, catalogue("en"))
    listed = [line.split() for line in capsys.readouterr().out.splitlines() if ".csv" in line]
    assert [line[0] for line in listed] == ["25", "1"]
    assert "Billing interval unknown" in " ".join(listed[0])


@pytest.mark.parametrize(
    ("language", "rule", "mended"),
    [
        ("en", "Billing interval inferred", "a list of prices"),
        ("es", "Intervalo de cobro inferido", "una lista de precios"),
    ],
)
def test_a_check_counts_amounts_that_rest_on_a_first_period_by_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, rule: str, mended: str
) -> None:
    header = SUBSCRIPTIONS.splitlines()[0] + ",Current Period Start (UTC),Current Period End (UTC)"
    row = "sub_{0},cus,active,2026-09-01 00:00,1,30.00,month,usd,2026-09-01,2026-12-01\n"
    files = {
        f"subscriptions-{name}.csv": f"{header}\n" + "".join(map(row.format, ids))
        for name, ids in (("eu", "abc"), ("us", "de"))
    }
    files |= {"account_map.csv": LINKS, "Account.csv": account_rows(["A"])}
    company = write_company(tmp_path, ("salesforce", "account_map", "stripe"), files)
    print_check(company.checked, company.settings, catalogue(language))
    told = " ".join(capsys.readouterr().out.split())
    assert company.checked.rows_kept_out == 0
    assert "3 2026-10-01/subscriptions-eu.csv 2 yearly_minor" in told
    assert "2 2026-10-01/subscriptions-us.csv 2 yearly_minor" in told
    assert rule in told
    assert mended in told


def test_a_file_that_cannot_say_which_rows_were_deleted_is_told(tmp_path: Path) -> None:
    rows = account_rows(["A", "B"])
    chosen = rows.replace("IsDeleted,", "").replace(",0,", ",")
    company = write_company(tmp_path, ("salesforce",), {"Account.csv": chosen})
    (told,) = (worded(clause, "en") for clause in company.checked.files_told)
    assert told.startswith("salesforce Account.csv: it has no column IsDeleted")
    with open_warehouse(company.settings.warehouse_url) as warehouse:
        (ingested,) = ingest(company.settings, warehouse)
    assert [worded(clause, "en") for clause in ingested.told] == [told]
