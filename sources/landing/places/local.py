"""Landing in a folder of this machine, or of one that is mounted on it."""

from fsspec.implementations.local import LocalFileSystem

from messages.errors import CarteraError
from messages.os_faults import os_fault
from sources.landing.places.errors import LandingUnreachableError
from sources.landing.places.place import Place


def open_folder(landing: str) -> Place:
    """The folder; nothing is read yet."""

    def told(error: Exception) -> CarteraError:
        return LandingUnreachableError(landing, os_fault(error))

    root = LocalFileSystem._strip_protocol(landing)
    return Place(landing, LocalFileSystem(), root, (OSError,), told, is_remote=False)
