"""What people are told, before anybody knows by which way."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Notice:
    """A title and lines of plain text, in the reader's language; nothing in them is markup."""

    title: str
    lines: tuple[str, ...] = ()
    key: str = ""
    """The same for the same notice sent twice, so that the second can be known; may be empty."""
