"""Failures of looking at unknown exports."""

from pathlib import Path

from transforms.core.errors import CarteraError


class ExportFolderError(CarteraError):
    """A folder of exports that is not there."""

    exit_code = 2

    def __init__(self, folder: Path) -> None:
        super().__init__(f"there is no folder {folder}; name the one that holds the exports.")


class NoExportsError(CarteraError):
    """A folder without a file that could be an export."""

    exit_code = 2

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} holds no CSV, JSON or XLSX file; put the exports in it and try again."
        )


class NothingRecognisedError(CarteraError):
    """A folder of which no file can be read at all."""

    def __init__(self, folder: Path, first: str) -> None:
        super().__init__(f"no file of {folder} can be read as an export; the first says: {first}")


class MappingTakenError(CarteraError):
    """A mapping file that is already there."""

    exit_code = 2

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is there already, and nothing is ever overwritten: name another file."
        )
