"""A bucket server and an SFTP server on loopback, which stop with the block that started them."""

import asyncio
import errno
import os
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import asyncssh
from moto.server import ThreadedMotoServer


@contextmanager
def bucket_server() -> Iterator[str]:
    """The address of a server that speaks S3."""
    server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        yield f"http://{host}:{port}"
    finally:
        server.stop()


@dataclass(frozen=True)
class SftpHost:
    """A running server and the public half of its host key."""

    port: int
    public_key: str

    @property
    def known_hosts_line(self) -> str:
        return f"[127.0.0.1]:{self.port} {self.public_key}"


@contextmanager
def sftp_host(
    folder: Path, user_key: asyncssh.SSHKey, host_key: asyncssh.SSHKey
) -> Iterator[SftpHost]:
    """A server that shows a folder to whoever holds the key, or the password `secret`."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    start = _listening(folder, user_key, host_key)
    listener = asyncio.run_coroutine_threadsafe(start, loop).result(10)
    try:
        yield SftpHost(listener.get_port(), host_key.export_public_key().decode().strip())
    finally:
        asyncio.run_coroutine_threadsafe(_closed(listener), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


class _Door(asyncssh.SSHServer):
    open_connections: ClassVar[list[asyncssh.SSHServerConnection]] = []

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        self.open_connections.append(conn)

    def password_auth_supported(self) -> bool:
        return True

    def validate_password(self, username: str, password: str) -> bool:
        return (username, password) == ("ana", "secret")


class _Shown(asyncssh.SFTPServer):
    """Nobody may list a folder of the name `closed`."""

    async def scandir(self, path: bytes) -> AsyncIterator[asyncssh.SFTPName]:
        if path.endswith(b"/closed"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        async for each in super().scandir(path):
            yield each


async def _listening(
    folder: Path, user_key: asyncssh.SSHKey, host_key: asyncssh.SSHKey
) -> asyncssh.SSHAcceptor:
    allowed = asyncssh.import_authorized_keys(user_key.export_public_key().decode())
    return await asyncssh.listen(
        "127.0.0.1",
        0,
        server_factory=_Door,
        server_host_keys=[host_key],
        authorized_client_keys=allowed,
        sftp_factory=lambda channel: _Shown(channel, chroot=str(folder).encode()),
    )


async def _closed(listener: asyncssh.SSHAcceptor) -> None:
    listener.close()
    await listener.wait_closed()
    while _Door.open_connections:
        connection = _Door.open_connections.pop()
        connection.abort()
        await connection.wait_closed()
