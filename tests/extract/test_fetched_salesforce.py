"""Salesforce's bulk queries through a server that makes, keeps and pages jobs."""

import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from extract_runs import FetchingCompany, told
from fake_salesforce import FakeSalesforce, account, accounts
from fake_stripe import served
from joserfc import jwt
from joserfc.jwk import RSAKey

from pipeline.ingest.check import check_company

pytestmark = pytest.mark.thorough


@pytest.fixture
def salesforce() -> Iterator[FakeSalesforce]:
    with served(FakeSalesforce(accounts(5))) as fake:
        yield fake


@pytest.fixture
def company(tmp_path: Path, salesforce, make_database, monkeypatch) -> FetchingCompany:
    monkeypatch.setenv("CARTERA_WAREHOUSE__URL", make_database("sqlite"))
    monkeypatch.setenv("CARTERA_SALESFORCE_CLIENT_ID", "id")
    monkeypatch.setenv("CARTERA_SALESFORCE_CLIENT_SECRET", "hush")
    (tmp_path / "cartera.toml").write_text(
        '[company]\nname = "C"\nreporting_currency = "USD"\n[[sources]]\nmapping = "salesforce"\n'
        f'[[fetch.systems]]\nsystem = "salesforce"\naddress = "{salesforce.address}"\n'
        'values.domain = "acme"\n'
    )
    return FetchingCompany(tmp_path)


def names(company: FetchingCompany) -> list[str]:
    return sorted(path.name for path in company.landed[-1].glob("salesforce/Account*"))


def test_a_result_is_landed_page_by_page_and_read(company, salesforce):
    assert told(company) == ""
    assert names(company) == [f"Account-00000{number}.csv" for number in (1, 2, 3)]
    assert salesforce.queries[0] == f"SELECT {', '.join(sorted_as_asked())} FROM Account"
    assert company.pauses == [2] * 8, "each job is asked about until it is done"
    checked = check_company(company.settings)
    assert checked.rows_good == 5
    assert checked.stopped == ()


def sorted_as_asked() -> list[str]:
    """The fields that the object has, in the order of the system's description."""
    asked = ("Id", "IsDeleted", "Name", "Type", "ParentId", "OwnerId", "Industry", "CreatedDate")
    return list(asked)


def test_later_queries_ask_for_what_changed_and_the_newest_row_counts(company, salesforce):
    company.fetch()
    salesforce.accounts = [account("0010", "C0", "true")]
    salesforce.queries.clear()
    salesforce.asked.clear()
    company.fetch()
    assert " WHERE SystemModstamp >= 20" in salesforce.queries[0]
    assert names(company)[-1] == "Account-000004.csv"
    good = check_company(company.settings).rows_good
    assert good == 4, "one account is deleted by now"


def test_a_job_that_salesforce_gave_up_is_told(company, salesforce):
    salesforce.state = "Failed"
    assert "gave up the query of Account" in told(company)


def test_a_result_that_is_kept_no_more_is_asked_for_anew_by_the_next_fetch(company, salesforce):
    salesforce.status_of_results = 503
    assert "stopped answering at Account" in told(company)
    salesforce.status_of_results = 404
    assert "knows no Account" in told(company)
    salesforce.status_of_results = 200
    assert told(company) == ""
    assert len(names(company)) == 3


def test_a_stream_that_is_whole_makes_no_job_again(company, salesforce):
    salesforce.status_of_results = 503
    told(company)
    salesforce.status_of_results = 200
    assert told(company) == ""
    assert sum(" FROM Account" in query for query in salesforce.queries) == 1


@pytest.fixture
def by_key(company, monkeypatch) -> FetchingCompany:
    """The company, let in by a private key instead of a secret."""
    monkeypatch.delenv("CARTERA_SALESFORCE_CLIENT_SECRET")
    monkeypatch.setenv("CARTERA_SALESFORCE_USER", "cartera@acme.example")
    settings = company.folder / "cartera.toml"
    settings.write_text(settings.read_text() + 'way = "jwt"\n')
    return company


def test_a_private_key_instead_of_a_secret(by_key, salesforce, monkeypatch, tmp_path):
    key = RSAKey.generate_key(2048)
    file = tmp_path / "salesforce.pem"
    file.write_bytes(key.as_pem(private=True))
    file.chmod(0o600)
    monkeypatch.setenv("CARTERA_SALESFORCE_PRIVATE_KEY_FILE", str(file))
    assert told(by_key) == ""
    form = parse_qs(salesforce.forms[0])
    assert form["grant_type"] == ["urn:ietf:params:oauth:grant-type:jwt-bearer"]
    claims = jwt.decode(form["assertion"][0], key, algorithms=["RS256"]).claims
    assert (claims["iss"], claims["sub"]) == ("id", "cartera@acme.example")
    assert claims["aud"] == "https://login.salesforce.com"
    assert 0 < claims["exp"] - time.time() <= 180


def test_a_private_key_that_is_none_and_a_way_that_is_none_are_told(by_key, monkeypatch):
    monkeypatch.setenv("CARTERA_SALESFORCE_PRIVATE_KEY", "-----BEGIN hush")
    said = told(by_key)
    assert "what CARTERA_SALESFORCE_PRIVATE_KEY holds is no private RSA key in PEM" in said
    assert "hush" not in said
    settings = by_key.folder / "cartera.toml"
    settings.write_text(settings.read_text().replace('"jwt"', '"saml"'))
    assert "has no way in called 'saml'; write one of jwt" in told(by_key)
