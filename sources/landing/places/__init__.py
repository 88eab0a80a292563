"""Where exports are fetched from: a folder, a bucket on S3, an SFTP server."""

import re

from sources.landing.places.errors import (
    PASSWORD_VARIABLE,
    LandingLibraryError,
    LandingUnknownError,
    PasswordInAddressError,
)
from sources.landing.places.local import open_folder
from sources.landing.places.place import LandedFile, Place

# user:password@host, and not host:port/folder with an @ in its name. AWS's keys hold slashes.
_SECRET = re.compile(r"[^:]+://[^@/:]*:(?!\d+/)[^@]*@")

__all__ = ["LandedFile", "Place", "open_place"]


def open_place(landing: str) -> Place:
    """The place that a path or an URL names.

    Raises a CarteraError where its library is missing, or its host is not known or lets nobody in.
    """
    kind = landing.split("://", 1)[0] if "://" in landing else "file"
    if _SECRET.match(landing):  # first of all: no other sentence may quote it
        instead = "AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY" if kind == "s3" else PASSWORD_VARIABLE
        raise PasswordInAddressError(f"{kind}://…@{landing.rpartition('@')[2]}", instead)
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
