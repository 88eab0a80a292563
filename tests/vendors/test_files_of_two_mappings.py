"""A file that two mappings want is told: its rows count once for each."""

from pathlib import Path

import pytest
from whole_company import write_company

from messages.errors import worded

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
