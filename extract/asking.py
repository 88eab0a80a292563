"""Who asks a system: over HTTP, or a company's own database."""

from collections.abc import Callable, Mapping

from extract.client import Client
from extract.database import Database
from extract.grammar import System


def asking(
    system: System, secrets: Mapping[str, str], wait: Callable[[float], None]
) -> Client | Database:
    """To be closed when it has asked. Raises AddressNotSafeError and DatabaseAddressError."""
    kind = Database if system.access.database else Client
    return kind(system, secrets, wait)
