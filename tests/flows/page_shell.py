"""Commands of docs/deploying.md in a shell of their own, on a free port, and what Prefect's server
there says afterwards."""

import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any
from urllib.error import URLError
from urllib.request import Request, urlopen

CHECKOUT = Path(__file__).parents[2]
PAGE = (CHECKOUT / "docs" / "deploying.md").read_text("utf-8")
PATIENCE_SECONDS = 400
ENDED = ("COMPLETED", "FAILED", "CRASHED", "CANCELLED")
AUTHORISED = {"Authorization": "Basic " + b64encode(b"cartera:change-me").decode()}


def typed(heading: str, language: str = "sh") -> list[str]:
    """The commands of the shell blocks below a heading."""
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    blocks = re.findall(r"^```(\w*)\n(.*?)^```$", section, re.S | re.M)
    return [line for of, block in blocks if of == language for line in block.splitlines()]


@dataclass(frozen=True)
class Shell:
    """Where the page's commands are typed: in the checkout, about a company, on a free port."""

    company: Path
    port: int
    environment: dict[str, str]
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    """What more of the page's lines is put into other words here."""

    @property
    def api(self) -> str:
        return f"http://127.0.0.1:{self.port}/api"

    def ready(self, line: str) -> str:
        """A line of the page with this machine's folder, environment and port."""
        ours = {
            **self.elsewhere,
            "/srv/cartera/acme": str(self.company),
            "4200": str(self.port),
            ".venv/bin/": f"{Path(sys.executable).parent}/",
        }
        for theirs, here in ours.items():
            line = line.replace(theirs, here)
        return line

    def started(self, lines: list[str], said: int | IO[str]) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            ["bash", "-ec", "\n".join(map(self.ready, lines))],
            cwd=CHECKOUT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def done(self, lines: list[str]) -> tuple[int, str]:
        with self.started(lines, subprocess.PIPE) as process:
            try:
                said, _ = process.communicate(timeout=PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:  # it waits for what never comes
                os.killpg(process.pid, signal.SIGKILL)
                raise
        return process.returncode, said

    def ask(self, path: str, body: dict[str, Any] | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json"} | AUTHORISED
        with urlopen(Request(f"{self.api}/{path}", data, headers), timeout=10) as answer:
            return json.load(answer)


def automated(shell: Shell, variables: list[str], address: str) -> None:
    """The page's automation, made as the page says, which calls an address of ours instead."""
    heading, file = "Monthly and quarterly runs", shell.company.parent / "automation.yaml"
    (block,) = [line for line in typed(heading) if "Webhook" in line]
    (create,) = [line for line in typed(heading) if "automation create" in line]
    theirs = "https://tickets.example.com/cartera"
    assert theirs in block
    code, said = shell.done([*variables, block.replace(theirs, address)])
    assert code == 0, said
    (made,) = re.findall(r"^[0-9a-f-]{36}$", said, re.M)
    file.write_text("\n".join(typed(heading, "yaml")).replace("BLOCK", made), "utf-8")
    code, said = shell.done([*variables, create.replace("automation.yaml", str(file))])
    assert code == 0, said


def free_port() -> int:
    """Below those that outgoing connections take, one of which could otherwise meet itself; not
    always the same, which a worker that another session left behind would still ask for work."""
    for port in random.sample(range(21_000, 32_000), 100):
        with socket.socket() as listener:
            if not listener.connect_ex(("127.0.0.1", port)):
                continue
        return port
    raise AssertionError("no port is free")


def eventually(ask: Any, what: str) -> Any:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        try:
            if answer := ask():
                return answer
        except (URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.5)
    raise AssertionError(f"{what} did not happen within {PATIENCE_SECONDS} seconds")


def quiet(home: Path) -> dict[str, str]:
    """Without what this session's environment says to Prefect or Cartera."""
    ours = ("PREFECT_", "CARTERA_")
    kept = {name: said for name, said in os.environ.items() if not name.startswith(ours)}
    return kept | {"PREFECT_HOME": str(home / "prefect"), "DO_NOT_TRACK": "1", "LC_ALL": "C.UTF-8"}


def end(process: "subprocess.Popen[str]") -> None:
    """Server and worker as a service ends them; none is left where one does not listen."""
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(timeout=60)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise


def ended(shell: Shell, deployment: str) -> list[dict[str, Any]]:
    """The runs of a deployment that came to an end, oldest first."""
    wanted = {
        "deployments": {"name": {"any_": [deployment]}},
        "flow_runs": {"state": {"type": {"any_": [*ENDED]}}},
    }
    return sorted(shell.ask("flow_runs/filter", wanted), key=lambda run: run["created"])
