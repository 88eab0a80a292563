"""Failures of delivering."""

from messages.clause import Clause
from messages.errors import CarteraError


class NotDeliveredError(CarteraError):
    """A target that does not take a file. What it holds stays as it was."""

    code = "failure-not-delivered"
    target: str
    why: Clause
    is_away: bool = False
    """It does not answer, or stopped answering."""

    @property
    def may_heal(self) -> bool:
        return self.is_away
