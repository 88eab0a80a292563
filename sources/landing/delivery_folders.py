"""Folders of the landing place that are deliveries: their name begins with a date."""

import re
from datetime import UTC, datetime

from sources.errors import DeliveryDateError

_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T(\d{2}):?(\d{2}))?(?![0-9T])")


def in_delivery(source_file: str) -> str:
    """A file's path inside the folder of its delivery: what mappings' patterns are matched with.

    >>> in_delivery("2026-10-01/stripe/invoices.csv"), in_delivery("stripe/invoices.csv")
    ('stripe/invoices.csv', 'stripe/invoices.csv')
    """
    folder, _, rest = source_file.partition("/")
    return rest if rest and _DATED.match(folder) else source_file


def is_dated(source_file: str) -> bool:
    """Whether a file lies in the folder of a delivery."""
    return in_delivery(source_file) != source_file


def date_of(folder: str) -> datetime | None:
    """The moment that a folder's name starts with, in UTC; none where it starts otherwise.

    Raises DeliveryDateError where what it starts with is no date that exists.
    """
    found = _DATED.match(folder)
    if not found:
        return None
    try:
        day = datetime.fromisoformat(found[1]).replace(tzinfo=UTC)
        return day.replace(hour=int(found[2] or 0), minute=int(found[3] or 0))
    except ValueError as error:
        raise DeliveryDateError(folder) from error
