"""What must hold of canonical tables. The only room that knows Great Expectations.

Importing this room is cheap; `expectations.validation`, which judges a delivery, and the suites
import the library, which takes seconds.
"""

from importlib import import_module

from expectations.report import RESULT_DTYPES, ValidationReport

__all__ = ["RESULT_DTYPES", "ValidationReport", "load_engine"]


def load_engine() -> None:
    """Import Great Expectations now, where a wait is expected."""
    import_module("expectations.engine")
