"""Systems of this machine, and companies that fetch from them."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from extract_runs import FetchingCompany
from fake_stripe import KEY, FakeStripe, served
from fake_systems import FakeSystem, Respond
from stripe_company import fetched_by, stripe_lists, write_company

MakeCompany = Callable[..., AbstractContextManager[tuple[FetchingCompany, FakeSystem]]]


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


@pytest.fixture
def fetching(tmp_path: Path, make_database: Callable[[str], str], monkeypatch) -> MakeCompany:
    """A company that fetches one system from a server that answers so."""
    monkeypatch.setenv("CARTERA_WAREHOUSE__URL", make_database("sqlite"))

    @contextmanager
    def made(
        system: str, mapping: str, respond: Respond, key: str, more: str = "", **files: str
    ) -> Iterator[tuple[FetchingCompany, FakeSystem]]:
        with served(FakeSystem(respond, key)) as fake:
            (tmp_path / "cartera.toml").write_text(
                f'[company]\nname = "C"\nreporting_currency = "USD"\n'
                f'[[sources]]\nmapping = "account_map"\n[[sources]]\nmapping = "{mapping}"\n'
                f'[[fetch.systems]]\nsystem = "{system}"\naddress = "{fake.address}"\n{more}'
            )
            for name, text in files.items():
                (tmp_path / name.replace("__", ".")).write_text(text)
            yield FetchingCompany(tmp_path), fake

    return made
