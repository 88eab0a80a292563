"""A Stripe of this machine, and a company that fetches from it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from extract_runs import FetchingCompany
from fake_stripe import KEY, FakeStripe, served
from stripe_company import fetched_by, stripe_lists, write_company


@pytest.fixture
def stripe() -> Iterator[FakeStripe]:
    with served(FakeStripe(stripe_lists())) as fake:
        yield fake


@pytest.fixture
def company(
    tmp_path: Path, stripe: FakeStripe, make_database: Callable[[str], str], monkeypatch
) -> FetchingCompany:
    monkeypatch.setenv("CARTERA_STRIPE_KEY", KEY)
    url = make_database("sqlite")
    monkeypatch.setenv("CARTERA_WAREHOUSE__URL", url)
    return FetchingCompany(write_company(tmp_path / "company", fetched_by(stripe.address)))
