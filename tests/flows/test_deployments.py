"""prefect.yaml against a real server: both deployments get scheduled runs in the right zone."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen
from zoneinfo import ZoneInfo

import pytest

pytestmark = pytest.mark.thorough

CHECKOUT = Path(__file__).parents[2]
PREFECT = Path(sys.executable).parent / "prefect"
PATIENCE_SECONDS = 90


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def _ask(url: str, body: dict[str, Any] | None = None) -> Any:
    data = None if body is None else json.dumps(body).encode()
    request = Request(url, data, {"Content-Type": "application/json"})
    with urlopen(request, timeout=10) as answer:
        return json.load(answer)


def _eventually(ask: Any, what: str) -> Any:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        try:
            if answer := ask():
                return answer
        except (URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.5)
    raise AssertionError(f"{what} did not happen within {PATIENCE_SECONDS} seconds")


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The API of a Prefect server of its own on loopback, stopped afterwards."""
    home = tmp_path_factory.mktemp("prefect")
    port = _free_port()
    environment = os.environ | {
        "PREFECT_HOME": str(home),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
    }
    with (home / "server.log").open("w") as log:
        server = subprocess.Popen(
            [PREFECT, "server", "start", "--host", "127.0.0.1", "--port", str(port), "--no-ui"],
            env=environment,
            stdout=log,
            stderr=log,
        )
    url = f"http://127.0.0.1:{port}/api"
    try:
        _eventually(lambda: _ask(f"{url}/health"), "the server's start")
        yield url
    finally:
        server.terminate()
        server.wait(timeout=20)


def _prefect(api: str, home: Path, *arguments: str) -> None:
    environment = os.environ | {
        "PREFECT_API_URL": api,
        "PREFECT_HOME": str(home),
        "CARTERA_COMPANY": "/srv/cartera/acme",
        "DO_NOT_TRACK": "1",
    }
    done = subprocess.run(
        [PREFECT, "--no-prompt", *arguments],
        cwd=CHECKOUT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_deploy_schedules_the_monthly_and_the_quarterly_run(api: str, tmp_path: Path) -> None:
    _prefect(api, tmp_path, "work-pool", "create", "cartera", "--type", "process")
    _prefect(api, tmp_path, "deploy", "--all")

    deployments = {item["name"]: item for item in _ask(f"{api}/deployments/filter", {})}
    assert set(deployments) == {"monthly", "quarterly"}
    assert deployments["monthly"]["parameters"]["company"] == "/srv/cartera/acme"

    for name, months in (("monthly", set(range(1, 13))), ("quarterly", {1, 4, 7, 10})):
        wanted = {"deployments": {"id": {"any_": [deployments[name]["id"]]}}}
        runs = _eventually(
            lambda wanted=wanted: _ask(f"{api}/flow_runs/filter", wanted), f"a {name} run"
        )
        starts = [datetime.fromisoformat(run["expected_start_time"]) for run in runs]
        local = [start.astimezone(ZoneInfo("America/Mexico_City")) for start in starts]
        assert {moment.day for moment in local} == {2}
        assert {moment.month for moment in local} <= months
        assert {run["state_type"] for run in runs} == {"SCHEDULED"}
