"""Folders that a command fills."""

from pathlib import Path

from messages.errors import CarteraError


class FolderTakenError(CarteraError):
    """A folder that already holds something."""

    code = "failure-folder-taken"
    exit_code = 2

    folder: Path


def new_folder(folder: Path) -> Path:
    """The folder, made if need be; raises FolderTakenError where it holds anything."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderTakenError(folder)
    folder.mkdir(parents=True, exist_ok=True)
    return folder
