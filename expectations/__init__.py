"""What must hold of canonical tables. The only room that knows Great Expectations.

Importing this room is cheap: the library is imported when a delivery is judged.
"""

from expectations.checker import load_engine
from expectations.validation import RESULT_DTYPES, Validation, ValidationReport

__all__ = ["RESULT_DTYPES", "Validation", "ValidationReport", "load_engine"]
