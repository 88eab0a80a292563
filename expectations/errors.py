"""What can be wrong with the room itself, kept apart from what imports Great Expectations."""

from messages.clause import Clause
from messages.errors import CarteraError


class SuiteError(CarteraError):
    """A suite that cannot work: which file, and what about it."""

    code = "failure-suite"
    name: str
    fault: Clause
