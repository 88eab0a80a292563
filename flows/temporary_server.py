"""A Prefect server for one run by hand, getting ready while the run still imports.

Knows nothing of Prefect but its address, because importing Prefect takes seconds itself.
Left to Prefect, the server would start only once the flow does, and everybody would wait.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException

from messages.errors import CarteraError

_LONGEST_START_SECONDS = 120
_PAUSE_SECONDS = 0.1


class ServerNotReadyError(CarteraError):
    """The temporary server did not come up."""

    code = "failure-server-not-ready"
    port: int


@dataclass(frozen=True)
class TemporaryServer:
    """A server that may still be starting; `process` is None where one runs elsewhere."""

    port: int = 0
    process: "subprocess.Popen[bytes] | None" = None

    def wait_until_ready(self) -> None:
        """Raises ServerNotReadyError when it has ended or takes too long."""
        patience = time.monotonic() + _LONGEST_START_SECONDS
        while self.process is not None and not self._answers():
            if self.process.poll() is not None or time.monotonic() > patience:
                raise ServerNotReadyError(self.port)
            time.sleep(_PAUSE_SECONDS)

    def _answers(self) -> bool:
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=5)) as connection:
            try:
                connection.request("GET", "/api/health")
                return connection.getresponse().status == 200
            except (OSError, HTTPException):
                return False


@contextmanager
def temporary_server() -> Iterator[TemporaryServer]:
    """A server on a free port of loopback, and PREFECT_API_URL naming it, unless one is set.

    To be entered before Prefect is imported.
    """
    if os.environ.get("PREFECT_API_URL"):
        yield TemporaryServer()
        return
    port = _free_port()
    command = [sys.executable, "-m", "flows.server_process", str(port)]
    # In a session of its own: a run that Ctrl-C ends still has to tell the server so.
    with subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True) as process:  # noqa: S603 nobody typed any of it
        os.environ["PREFECT_API_URL"] = f"http://127.0.0.1:{port}/api"
        try:
            yield TemporaryServer(port, process)
        finally:
            del os.environ["PREFECT_API_URL"]
            process.terminate()


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
