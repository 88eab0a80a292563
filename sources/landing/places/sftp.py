"""Landing on an SFTP server, whose host key must be known: a stranger is never asked for files.

Users and keys come from the URL and from OpenSSH's own files, a password from the environment.
"""

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import asyncssh
from fsspec.asyn import get_loop, sync
from fsspec.exceptions import FSTimeoutError
from sshfs import SSHFileSystem

from messages.clause import clause
from messages.errors import CarteraError
from messages.os_faults import os_fault
from sources.landing.places.errors import (
    PASSWORD_VARIABLE,
    HostKeyChangedError,
    HostKeyUnknownError,
    KnownHostsError,
    LandingMissingError,
    LandingRefusedError,
    LandingUnknownError,
    LandingUnreachableError,
)
from sources.landing.places.place import Place

_SSH_PORT = 22
_CONNECT_SECONDS = 15
_KEYS = clause("landing-ssh-keys", variable=PASSWORD_VARIABLE)
_FAULTS = (OSError, asyncssh.Error, FSTimeoutError)


@dataclass(frozen=True)
class _Server:
    """Who is asked for files, and which host keys are believed."""

    landing: str
    host: str
    port: int
    user: str
    folder: str
    known: asyncssh.SSHKnownHosts

    def told(self, error: Exception) -> CarteraError:
        """The sentence for a failure."""
        shown = str(known_hosts_path())
        if isinstance(error, asyncssh.HostKeyNotVerifiable):
            kind = HostKeyChangedError if self._trusted() else HostKeyUnknownError
            return kind(self.host, self.port, shown)
        if isinstance(error, asyncssh.DisconnectError) and self._shows_another_key():
            return HostKeyChangedError(self.host, self.port, shown)
        if isinstance(error, FileNotFoundError):
            return LandingMissingError(self.landing)
        if isinstance(error, PermissionError | asyncssh.PermissionDenied):
            return LandingRefusedError(self.landing, clause("landing-no-such-user"), _KEYS)
        if isinstance(error, asyncssh.SFTPPermissionDenied):
            return LandingRefusedError(self.landing, clause("landing-no-right"), _KEYS)
        if isinstance(error, OSError) and error.strerror:
            return LandingUnreachableError(self.landing, os_fault(error))
        reason = getattr(error, "reason", None)
        why = clause("os-other", told=reason.lower()) if reason else clause("landing-no-answer")
        return LandingUnreachableError(self.landing, why)

    def _trusted(self) -> list[asyncssh.SSHKey]:
        """The keys that are believed of this host."""
        found = asyncssh.match_known_hosts(self.known, self.host, "", self.port)
        return [key for key in found[0] if isinstance(key, asyncssh.SSHKey)]

    def _shows_another_key(self) -> bool:
        """Whether it holds no key of the believed ones' sorts: then it ends the handshake."""
        trusted = {key.public_data for key in self._trusted()}
        if not trusted:
            return False
        asked = partial(asyncssh.get_server_host_key, self.host, self.port, config=None)
        try:
            shown = sync(get_loop(), asked, timeout=_CONNECT_SECONDS)
        except _FAULTS:
            return False
        return shown is not None and shown.public_data not in trusted


def open_sftp(landing: str) -> Place:
    """The folder on the server, connected. Raises a CarteraError where that fails."""
    server = _server(landing)
    try:
        filesystem = SSHFileSystem(
            server.host,
            port=server.port,
            known_hosts=server.known,
            connect_timeout=_CONNECT_SECONDS,
            login_timeout=_CONNECT_SECONDS,
            keepalive_interval=30,
            skip_instance_cache=True,
            **_credentials(server),
        )
    except _FAULTS as error:
        raise server.told(error) from error
    return Place(landing, filesystem, server.folder, _FAULTS, server.told)


def known_hosts_path() -> Path:
    """The file that a person edits; the machine's own list counts beside it."""
    return Path("~/.ssh/known_hosts").expanduser()


def _server(landing: str) -> _Server:
    parts = urlsplit(landing)
    try:
        port = parts.port or _SSH_PORT
    except ValueError as error:
        raise LandingUnknownError(landing) from error
    if not parts.hostname:
        raise LandingUnknownError(landing)
    folder = unquote(parts.path).rstrip("/") or "/"
    known = _known_hosts()
    return _Server(landing, parts.hostname, port, unquote(parts.username or ""), folder, known)


def _known_hosts() -> asyncssh.SSHKnownHosts:
    files = [known_hosts_path(), Path("/etc/ssh/ssh_known_hosts")]
    try:
        return asyncssh.read_known_hosts([str(path) for path in files if path.is_file()])
    except (OSError, ValueError) as error:
        raise KnownHostsError(str(files[0])) from error


def _credentials(server: _Server) -> dict[str, Any]:
    password = os.environ.get(PASSWORD_VARIABLE, "")
    given = {"username": server.user, "password": password}
    return {name: value for name, value in given.items() if value}
