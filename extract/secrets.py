"""Secrets: from the environment or a file that only its owner reads. They are kept nowhere else."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from extract.errors import SecretFileError, SecretMissingError
from extract.grammar import System
from messages.clause import clause
from messages.os_faults import os_fault

Secrets = Callable[[str], str | None]
"""What a variable's name stands for; asked anew by each fetch, so that keys can change."""

_OTHERS = 0o077


def secrets_of(system: System, stated: Secrets = os.environ.get) -> Mapping[str, str]:
    """The system's secrets by the names that its headers use.

    `NAME` holds the secret, or `NAME_FILE` the path of a file with mode 600 that does. Raises
    SecretMissingError and SecretFileError.
    """
    return {name: _secret(system, held, stated) for name, held in system.access.secrets.items()}


def _secret(system: System, variable: str, stated: Secrets) -> str:
    if said := stated(variable):
        return said.strip()
    if path := stated(f"{variable}_FILE"):
        return _of_file(system, Path(path))
    raise SecretMissingError(system.title, variable, system.console)


def _of_file(system: System, path: Path) -> str:
    try:
        if path.stat().st_mode & _OTHERS:
            raise SecretFileError(system.title, path, clause("secret-file-open"))
        return path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise SecretFileError(system.title, path, os_fault(error)) from error
