"""Secrets from the environment, from a file that nobody else can read, or from who runs us.

The only place that reads them. Each is read anew whenever it is used, so that it can be changed
without a restart, and is kept nowhere.
"""

import os
from collections.abc import Callable
from pathlib import Path

from messages.clause import Clause, clause
from messages.errors import CarteraError
from messages.os_faults import os_fault

_OTHERS = 0o077

SecretStore = Callable[[str], str]
"""Another place that is asked for a secret by its variable; empty where it has none."""


class SecretMissingError(CarteraError):
    """A secret that something needs is nowhere."""

    code = "failure-secret-missing"
    variable: str


class SecretFileError(CarteraError):
    """A file of a secret that cannot be read, or that others can."""

    code = "failure-secret-file"
    path: Path
    why: Clause


def no_store(_variable: str) -> str:
    """Where nobody keeps secrets for us."""
    return ""


def secret(variable: str, store: SecretStore) -> str:
    """Of the variable, else of the file that VARIABLE_FILE names, else of the store.

    Raises SecretMissingError and SecretFileError, neither of which says the secret.
    """
    if said := os.environ.get(variable):
        return said.strip()
    if named := os.environ.get(f"{variable}_FILE"):
        return _read(Path(named))
    if kept := store(variable):
        return kept.strip()
    raise SecretMissingError(variable)


def _read(path: Path) -> str:
    try:
        if path.stat().st_mode & _OTHERS:
            raise SecretFileError(path, clause("secret-file-open"))
        return path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise SecretFileError(path, os_fault(error)) from error
