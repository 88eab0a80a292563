"""Secrets from the environment, from a file that nobody else can read, or from who runs us.

The only place that reads them. Each is read anew whenever it is used, so that it can be changed
without a restart, and is kept nowhere.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from messages.clause import Clause, clause
from messages.errors import CarteraError
from messages.os_faults import os_fault

_OTHERS = 0o077
_OWNERS = 0o600
_LONGEST_USE = 120
"""Seconds that somebody else may need who replaces the same secret."""

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


SecretKeeper = Callable[[str, str], None]
"""That place takes another secret for a variable."""


class SecretInEnvironmentError(CarteraError):
    """A secret that is to be replaced stands in the environment, which nobody can write."""

    code = "failure-secret-in-environment"
    variable: str


def no_store(_variable: str) -> str:
    """Where nobody keeps secrets for us."""
    return ""


def no_keeper(_variable: str, _secret: str) -> None:
    """Of nobody who keeps secrets for us."""


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


@dataclass(frozen=True)
class ChangingSecret:
    """A secret that holds for one use: the next one is put where it was."""

    variable: str
    store: SecretStore
    keeper: SecretKeeper

    @contextmanager
    def alone(self) -> Iterator[str]:
        """What it is now; of a file, nobody else uses it meanwhile.

        Raises SecretMissingError, SecretFileError, and SecretInEnvironmentError.
        """
        if os.environ.get(self.variable):
            raise SecretInEnvironmentError(self.variable)
        path = self._file
        if path is None:
            yield secret(self.variable, self.store)
            return
        beside = path.with_name(f"{path.name}.lock")
        lock = FileLock(beside, timeout=_LONGEST_USE, mode=_OWNERS)
        try:
            lock.acquire()  # its folder can be written: so will the next secret
        except OSError as error:
            raise SecretFileError(path, os_fault(error)) from error
        try:
            yield _read(path)
        finally:
            lock.release()

    def keep(self, new: str) -> None:
        """The next one, whole on the disk when this returns. Raises SecretFileError."""
        path = self._file
        if path is None:
            self.keeper(self.variable, new)
            return
        try:
            _replace(path, new)
        except OSError as error:
            raise SecretFileError(path, os_fault(error)) from error

    @property
    def _file(self) -> Path | None:
        """Where it really lies."""
        named = os.environ.get(f"{self.variable}_FILE")
        return Path(named).resolve() if named else None


def _replace(path: Path, content: str) -> None:
    """At no moment is there less than the old or the new content."""
    beside = path.with_name(f".{path.name}.new")
    place = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _OWNERS)
    with os.fdopen(place, "w", encoding="utf-8") as file:
        file.write(f"{content}\n")
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
