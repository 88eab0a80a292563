"""Clients of other systems are proposed an account by what both have in common, never joined."""

import pandas as pd
import pytest

from transforms.clients.account_matching import (
    Candidate,
    Evidence,
    ExternalKey,
    candidates,
    normalised_name,
    normalised_tax_id,
)

ACCOUNTS = pd.DataFrame(
    [
        ("A1", "Panadería Ñandú, S.A. de C.V.", "nandu.mx", "PNA010203AB1"),
        ("A2", "Acme Iberia, S.L.", "acme.com", "ES-B12345678"),
        ("A3", "Acme France SAS", "acme.com", None),
        ("A4", "Norte", None, None),
    ],
    columns=["account_id", "account_name", "domain", "tax_id"],
)
CONTACTS = pd.DataFrame({"account_id": ["A4", "A4"], "email": ["eva@norte.es", "eva@gmail.com"]})


def found(**context: str) -> tuple[Candidate, ...]:
    key = ExternalKey("stripe", context.pop("external_id", "cus_1"), **context)
    return candidates([key], ACCOUNTS, CONTACTS)[key]


def test_names_are_compared_without_accents_case_and_legal_forms() -> None:
    (candidate,) = found(name="PANADERIA NANDU SA DE CV")
    assert candidate == Candidate("A1", (Evidence.SAME_NAME,), 0.8, 1)


def test_more_evidence_makes_surer() -> None:
    (candidate,) = found(name="Panaderia Ñandu", domain="pagos@nandu.mx", tax_id="pna 010203-ab1")
    assert candidate.evidence == (
        Evidence.SAME_TAX_ID,
        Evidence.SAME_DOMAIN,
        Evidence.SAME_NAME,
    )
    assert candidate.confidence == 1.0


def test_evidence_that_fits_two_accounts_is_shared_between_them() -> None:
    first, second = found(domain="facturas@acme.com")
    assert {first.account_id, second.account_id} == {"A2", "A3"}
    assert (first.confidence, first.fits) == (0.42, 2)


def test_a_name_tells_which_of_two_accounts_of_a_domain_it_is() -> None:
    best, other = found(name="Acme Iberia", domain="acme.com")
    assert (best.account_id, other.account_id) == ("A2", "A3")
    assert best.confidence > 0.9 > other.confidence


def test_the_addresses_of_contacts_tell_an_accounts_domain_but_free_mail_does_not() -> None:
    assert [item.account_id for item in found(domain="norte.es")] == ["A4"]
    assert found(domain="someone@gmail.com") == ()


def test_a_misspelt_name_is_similar() -> None:
    (candidate,) = found(name="Acme Ibérica SL")
    assert (candidate.account_id, candidate.evidence) == ("A2", (Evidence.SIMILAR_NAME,))


def test_a_key_without_description_is_compared_as_a_name() -> None:
    assert [item.account_id for item in found(external_id="NORTE S.A.")] == ["A4"]
    assert found(external_id="cus_1QwkZlC3Fa5fUu") == ()


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Acme, S.A. de C.V.", "acme"),
        ("S.A.", "sa"),
        ("Smith & Sons Ltd.", "smith and sons"),
        ("  ", ""),
    ],
)
def test_normalised_names(written: str, plain: str) -> None:
    assert normalised_name(written) == plain


def test_a_tax_id_too_short_to_tell_is_none() -> None:
    assert normalised_tax_id("ES B-12345678") == "B12345678"
    assert normalised_tax_id("n/a") == ""
