from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from expectations.checker import Checker


@pytest.fixture(scope="session")
def checker() -> "Checker":
    """Great Expectations takes seconds to import: once for all tests."""
    from expectations.checker import Checker

    return Checker.start()
