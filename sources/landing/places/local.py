"""Landing in a folder of this machine, or of one that is mounted on it."""

from fsspec.implementations.local import LocalFileSystem

from sources.landing.places.errors import LandingUnreachableError
from sources.landing.places.place import Place
from transforms.core.errors import CarteraError


def open_folder(landing: str) -> Place:
    """The folder; nothing is read yet."""

    def told(error: Exception) -> CarteraError:
        why = getattr(error, "strerror", None) or type(error).__name__
        return LandingUnreachableError(landing, str(why).lower())

    root = LocalFileSystem._strip_protocol(landing)
    return Place(landing, LocalFileSystem(), root, (OSError,), told, is_remote=False)
