"""Finance sees what is asked and offered, and what it adds up to, without opening a workbook."""

import re
from collections.abc import Callable

from fastapi.testclient import TestClient

SignedIn = Callable[[str], TestClient]


def rows(browser: TestClient, language: str = "en") -> dict[str, str]:
    """By client, the words of its row."""
    text = browser.get("/renewals", headers={"accept-language": language}).text
    table = text[text.index("<tbody>") : text.index("</tbody>")]
    found = (words(row) for row in table.split("<tr>")[1:])
    return {row.split(" Ana")[0].split(" Bea")[0]: row for row in found}


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\N{NO-BREAK SPACE}", " ").split())


def test_a_renewal_is_read_in_one_row(signed_in: SignedIn) -> None:
    told = rows(signed_in("fin"))
    for part in (
        "110,000 EUR 120,000 USD",
        "25% · 1 year",
        "10% · 3 years",
        "46.0%",
        "Director + Finance",
        "Ask below the floor",
    ):
        assert part in told["Client A1"]
    assert "Signed in the CRM" in told["Client A2"]
    assert "Type an offer" not in told["Client A2"]
    assert "120,000 EUR" in told["Client B1"]
    assert "Nothing asked" in told["Client B1"]
    assert "25" in rows(signed_in("fin"), "es")["Client A1"]


def test_sums_are_of_what_is_known_and_say_what_is_not(signed_in: SignedIn) -> None:
    page = words(signed_in("fin").get("/renewals").text)
    assert "Due a year 230,000 EUR Renewal forecast 195,500 EUR" in page
    assert "Discount that 1 client asks for \N{MINUS SIGN}27,500 EUR" in page
    assert "Discount of our offer, 1 client \N{MINUS SIGN}11,000 EUR" in page
    assert "Without a price or a rate 1" in page


def test_a_manager_sees_own_renewals_alone(signed_in: SignedIn) -> None:
    assert set(rows(signed_in("bea"))) == {"Client A2", "Client B1"}
    assert "Due a year 120,000 EUR" in words(signed_in("bea").get("/renewals").text)
