"""The secrets of a system that is fetched; what is wrong with one names the vendor's page."""

from collections.abc import Mapping

from extract.errors import SecretFileError, SecretMissingError
from extract.grammar import System
from pipeline import secrets
from pipeline.secrets import SecretStore, secret


def keys_of(system: System, store: SecretStore) -> Mapping[str, str]:
    """The system's secrets by the names that its headers use. Raises SecretMissingError and
    SecretFileError of this system, which costs the others nothing."""
    return {name: _key(system, held, store) for name, held in system.access.secrets.items()}


def _key(system: System, variable: str, store: SecretStore) -> str:
    try:
        return secret(variable, store)
    except secrets.SecretMissingError as error:
        raise SecretMissingError(system.title, variable, system.console) from error
    except secrets.SecretFileError as error:
        raise SecretFileError(system.title, error.path, error.why) from error
