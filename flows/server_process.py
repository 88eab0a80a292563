"""Prefect's server on loopback, as a process of its own: `python -m flows.server_process PORT`.

It ends when its standard input does, so that it never outlives the run that started it.
"""

import os
import sys
import threading
from socket import socket

from filelock import FileLock


def _end_with_parent() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


def main(port: int) -> None:
    """Serve until the parent is gone."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    import uvicorn
    from prefect.server.api.server import create_app
    from prefect.settings import get_current_settings

    class Server(uvicorn.Server):
        async def startup(self, sockets: "list[socket] | None" = None) -> None:
            """One at a time: the first makes Prefect's database, which several share."""
            home = get_current_settings().home
            home.mkdir(parents=True, exist_ok=True)
            with FileLock(home / "starting.lock"):
                await super().startup(sockets)

    app = create_app(ephemeral=True, final=True)
    Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="critical")).run()


if __name__ == "__main__":
    main(int(sys.argv[1]))
