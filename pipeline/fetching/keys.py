"""The secrets of a system that is fetched; what is wrong with one names the vendor's page."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from extract.errors import SecretFileError, SecretMissingError, SecretNotKeptError
from extract.grammar import System
from pipeline import secrets
from pipeline.secrets import ChangingSecret, SecretKeeper, SecretStore, secret


def keys_of(system: System, store: SecretStore) -> Mapping[str, str]:
    """The system's secrets by the names that its headers use. Raises SecretMissingError and
    SecretFileError of this system, which costs the others nothing."""
    return {name: _key(system, held, store) for name, held in system.access.secrets.items()}


@dataclass(frozen=True)
class RefreshToken:
    """A system's secret that holds for one use."""

    system: System
    held: ChangingSecret

    @contextmanager
    def alone(self) -> Iterator[str]:
        """What it is now. Raises SecretMissingError, SecretFileError and SecretNotKeptError."""
        with _of(self.system, self.held.variable), self.held.alone() as now:
            yield now

    def keep(self, secret: str) -> None:
        """What it is from now on. Raises SecretFileError."""
        with _of(self.system, self.held.variable):
            self.held.keep(secret)


def keeper_of(system: System, store: SecretStore, keeper: SecretKeeper) -> RefreshToken | None:
    """Where the system's refresh token lies; None where it has none that changes."""
    access = system.access
    if not (access.token and access.token.rotates):
        return None
    return RefreshToken(system, ChangingSecret(access.secrets[access.token.rotates], store, keeper))


def _key(system: System, variable: str, store: SecretStore) -> str:
    with _of(system, variable):
        return secret(variable, store)


@contextmanager
def _of(system: System, variable: str) -> Iterator[None]:
    """What is wrong with a secret, told as this system's."""
    try:
        yield
    except secrets.SecretMissingError as error:
        raise SecretMissingError(system.title, variable, system.console) from error
    except secrets.SecretFileError as error:
        raise SecretFileError(system.title, error.path, error.why) from error
    except secrets.SecretInEnvironmentError as error:
        raise SecretNotKeptError(system.title, variable) from error
