"""Folders that a command fills."""

from pathlib import Path

from transforms.core.errors import CarteraError


class FolderTakenError(CarteraError):
    """A folder that already holds something."""

    exit_code = 2

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} is not empty, and nothing is ever overwritten: name a new folder."
        )


def new_folder(folder: Path) -> Path:
    """The folder, made if need be; raises FolderTakenError where it holds anything."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderTakenError(folder)
    folder.mkdir(parents=True, exist_ok=True)
    return folder
