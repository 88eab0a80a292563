import pytest

from expectations.checker import Checker


@pytest.fixture(scope="session")
def checker() -> Checker:
    """Great Expectations takes seconds to import: once for all tests."""
    return Checker.start()
