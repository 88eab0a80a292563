"""Links in letters: to one page of the portal, for one person, for a while.

Whoever follows one must still sign in, as that person; the link itself lets nobody in.
"""

import hashlib
import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import astuple, dataclass
from datetime import UTC, datetime, timedelta

from pipeline.secrets import SecretMissingError, SecretStore, secret

KEY_VARIABLE = "CARTERA_PORTAL_KEY"
LASTS = timedelta(hours=48)


@dataclass(frozen=True)
class Link:
    """Where a link leads, whose it is, and until when."""

    path: str
    email: str
    """In lower case."""
    until: int
    """In seconds since 1970."""

    @property
    def ends_at(self) -> datetime:
        return datetime.fromtimestamp(self.until, UTC)


def link_key(store: SecretStore) -> str:
    """What links are signed with; empty where there is none: then letters hold plain ones.

    Raises SecretFileError.
    """
    try:
        return secret(KEY_VARIABLE, store)
    except SecretMissingError:
        return ""


def signed(link: Link, key: str) -> str:
    """The link as it stands in an address."""
    said = _packed(json.dumps(astuple(link)).encode())
    return f"{said}.{_packed(_mark(said, key))}"


def opened(token: str, key: str) -> Link | None:
    """The link that this key signed, whether it still holds or not; None for anything else."""
    said, _, mark = token.partition(".")
    if not key or not hmac.compare_digest(_packed(_mark(said, key)).encode(), mark.encode()):
        return None
    path, email, until = json.loads(urlsafe_b64decode(said + "=" * (-len(said) % 4)))
    return Link(path, email, until)


def _mark(said: str, key: str) -> bytes:
    return hmac.digest(key.encode(), b"link:" + said.encode(), hashlib.sha256)


def _packed(content: bytes) -> str:
    return urlsafe_b64encode(content).decode().rstrip("=")
