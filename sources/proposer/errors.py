"""Failures of looking at unknown exports."""

from pathlib import Path

from messages.clause import Clause
from messages.errors import CarteraError


class ExportFolderError(CarteraError):
    """A folder of exports that is not there."""

    code = "failure-export-folder"
    exit_code = 2

    folder: Path


class NoExportsError(CarteraError):
    """A folder without a file that could be an export."""

    code = "failure-no-exports"
    exit_code = 2

    folder: Path


class NothingRecognisedError(CarteraError):
    """A folder of which no file can be read at all."""

    code = "failure-nothing-recognised"
    folder: Path
    first: Clause


class MappingTakenError(CarteraError):
    """A mapping file that is already there."""

    code = "failure-mapping-taken"
    exit_code = 2

    path: Path
