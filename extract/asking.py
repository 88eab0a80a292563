"""Who asks a system: over HTTP, or a company's own database."""

from collections.abc import Callable, Mapping

from extract.access import Keeper
from extract.client import Client
from extract.database import Database
from extract.grammar import System


def asking(
    system: System, secrets: Mapping[str, str], wait: Callable[[float], None], keeper: Keeper | None
) -> Client | Database:
    """To be closed when it has asked. Raises AddressNotSafeError and DatabaseAddressError."""
    if system.access.database:
        return Database(system, secrets, wait)
    return Client(system, secrets, wait, keeper)
