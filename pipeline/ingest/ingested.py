"""What became of a delivery, as the steps after it and people are told."""

from dataclasses import dataclass
from datetime import datetime

from messages.clause import Clause
from sources.tables.stopped_source import StoppedSource


@dataclass(frozen=True)
class IngestedDelivery:
    """What became of one delivery."""

    landed_at: datetime
    files: int
    rows_loaded: int
    rows_quarantined: int
    is_new: bool
    stopped: tuple[StoppedSource, ...]
    """Sources whose files cannot be used, each with what says why."""
    notices: tuple[Clause, ...]
    """About exports older than what is known, and files that no mapping names."""

    @property
    def told(self) -> tuple[Clause, ...]:
        """All that a person should read."""
        return (*(stop.told for stop in self.stopped), *self.notices)
