"""A figure is worked out down to its source rows, for those whose client it is."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from site_of_clients import Site

SignedIn = Callable[[str], TestClient]
PATH = "/clients/A1/figures/2026-Q3/mrr"


def test_a_figure_is_worked_out_down_to_file_and_line(site: Site, signed_in: SignedIn) -> None:
    page = signed_in("ana").get(PATH)
    for told in ("1,234.00 EUR", "subscriptions.csv", "212", "1 EUR = 20 MXN", "policy.x"):
        assert told in page.text
    assert "What is charged &lt;each&gt; month." in page.text
    entry = site.store.audit()[-1]
    assert (entry.action, entry.subject_id, entry.what) == ("explanation", "A1", "mrr 2026-Q3")


@pytest.mark.parametrize("name", ["bea", "fin", "otto"])
def test_whose_client_it_is_not_sees_no_working(name: str, signed_in: SignedIn) -> None:
    assert signed_in(name).get(PATH).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/clients/A1/figures/2026-Q3/other",
        "/clients/A1/figures/2026-Q2/mrr",
        "/clients/no/figures/2026-Q3/mrr",
    ],
)
def test_what_was_not_worked_out_is_not_there(path: str, signed_in: SignedIn) -> None:
    assert signed_in("ana").get(path).status_code == 404


def test_a_working_with_other_bytes_than_were_published_is_not_shown(
    site: Site, signed_in: SignedIn
) -> None:
    site.path("A1", "explained").write_bytes(b"{}")
    assert signed_in("ana").get(PATH).status_code == 410
