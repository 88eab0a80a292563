"""Failures of mapping files, landing places and unreadable exports."""

from pathlib import Path

from messages.clause import Clause, Fact
from messages.errors import CarteraError


class MappingError(CarteraError):
    """A mapping file that cannot be used as written."""

    code = "failure-mapping"
    name: str
    line: int
    fault: Clause


class MappingMissingError(CarteraError):
    """A mapping file that is not there."""

    code = "failure-mapping-missing"
    name: str
    builtin: tuple[str, ...]


class DeliveryDateError(CarteraError):
    """A folder of a delivery whose name starts like a date and is none."""

    code = "failure-delivery-date"
    folder: str


class ArchiveError(CarteraError):
    """An export that could not be copied to the archive."""

    code = "failure-archive"
    source_file: str
    archive: Path
    why: Clause


class UnreadableExportError(CarteraError):
    """An export that cannot be read as its mapping says; it stops its source."""

    code = "failure-unreadable-export"
    source: str
    source_file: str
    fault: Clause

    @property
    def facts(self) -> dict[str, Fact]:
        return {**super().facts, "name": Path(self.source_file).name}


class ControlTotalsError(CarteraError):
    """Rows or money went missing between reading and loading."""

    code = "failure-control-totals"
    source_file: str
    table: str
    currency: str
    rows: int
    amount_minor: int
