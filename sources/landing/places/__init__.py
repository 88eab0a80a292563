"""Where exports are fetched from: a folder, a bucket on S3, an SFTP server."""

from sources.landing.places.errors import LandingLibraryError, LandingUnknownError
from sources.landing.places.local import open_folder
from sources.landing.places.place import LandedFile, Place

__all__ = ["LandedFile", "Place", "open_place"]


def open_place(landing: str) -> Place:
    """The place that a path or an URL names.

    Raises a CarteraError where its library is missing, or its host is not known or lets nobody in.
    """
    kind = landing.split("://", 1)[0] if "://" in landing else "file"
    try:
        if kind == "file":
            return open_folder(landing)
        if kind == "s3":
            from sources.landing.places.s3 import open_s3

            return open_s3(landing)
        if kind in ("sftp", "ssh"):
            from sources.landing.places.sftp import open_sftp

            return open_sftp(landing)
    except ImportError as error:
        raise LandingLibraryError(landing, "s3" if kind == "s3" else "sftp") from error
    raise LandingUnknownError(landing)
