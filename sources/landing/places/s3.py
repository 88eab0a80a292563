"""Landing in a bucket. Keys come from the environment or from AWS's own files, never from a URL."""

import os

from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    NoCredentialsError,
    PartialCredentialsError,
)
from s3fs import S3FileSystem

from messages.clause import clause
from messages.errors import CarteraError
from messages.os_faults import os_fault
from sources.landing.places.errors import (
    LandingMissingError,
    LandingRefusedError,
    LandingUnreachableError,
)
from sources.landing.places.place import Place

_KEYS = clause("landing-aws-keys")
_PATIENCE = {"connect_timeout": 10, "read_timeout": 60, "retries": {"max_attempts": 2}}


def open_s3(landing: str) -> Place:
    """The folder of a bucket; nothing is asked of it yet."""
    filesystem = S3FileSystem(
        config_kwargs=_PATIENCE,
        # A worker lives for months: it must see what landed since.
        use_listings_cache=False,
        skip_instance_cache=True,
    )
    filesystem.retries = 2
    root = str(S3FileSystem._strip_protocol(landing))

    def told(error: Exception) -> CarteraError:
        return _told(landing, error)

    return Place(landing, filesystem, root, (OSError, BotoCoreError, ClientError), told)


def _told(landing: str, error: Exception) -> CarteraError:
    if isinstance(error, FileNotFoundError):
        return LandingMissingError(landing)
    if isinstance(error, NoCredentialsError | PartialCredentialsError):
        return LandingRefusedError(landing, clause("landing-no-aws-keys"), _KEYS)
    if isinstance(error, PermissionError):
        return LandingRefusedError(landing, clause("landing-wrong-keys"), _KEYS)
    if isinstance(error, BotoCoreError):
        asked = os.environ.get("AWS_ENDPOINT_URL_S3") or os.environ.get("AWS_ENDPOINT_URL")
        return LandingUnreachableError(
            landing, clause("landing-no-answer-from", asked=asked or "S3")
        )
    return LandingUnreachableError(landing, os_fault(error))
