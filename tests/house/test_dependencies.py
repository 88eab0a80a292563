"""Whatever is installed with Cartera is known by name and hash, and asked about."""

import json
import shutil
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

CHECKOUT = Path(__file__).parents[2]
LOCKED = tomllib.loads((CHECKOUT / "uv.lock").read_text("utf-8"))["package"]
OTHERS = {(item["name"], item["version"]) for item in LOCKED if item["name"] != "cartera"}

pytestmark = pytest.mark.skipif(
    not (shutil.which("uv") or Path(sys.executable).with_name("uv").exists()), reason="no uv"
)


def made(target: str, *settings: str) -> subprocess.CompletedProcess[str]:
    """`make TARGET` with the environment as it is."""
    return subprocess.run(
        ["make", "--old-file", ".venv/bin/.ready", target, *settings],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=300,
    )


@contextmanager
def vulnerability_service(
    *vulnerable: str, unanswered: int = 0
) -> Iterator[tuple[str, set[tuple[str, str]]]]:
    """Speaks as osv.dev does, knows a vulnerability of some packages, and leaves some results out
    of each answer."""
    asked: set[tuple[str, str]] = set()

    class Service(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            queries = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["queries"]
            packages = [(item["package"]["name"], item["version"]) for item in queries]
            asked.update(packages)
            found = {"vulns": [{"id": "OSV-1", "modified": "2026-01-01T00:00:00Z"}]}
            results = [found if name in vulnerable else {} for name, _ in packages]
            self._say({"results": results[: len(results) - unanswered]})

        def do_GET(self) -> None:
            self._say(
                {
                    "id": "OSV-1",
                    "modified": "2026-01-01T00:00:00Z",
                    "summary": "a hole",
                    "affected": [],
                }
            )

        def _say(self, content: dict[str, Any]) -> None:
            text = json.dumps(content).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Service) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"VULNERABLE=--service-url http://127.0.0.1:{server.server_port}/", asked
        finally:
            server.shutdown()
            thread.join(10)


def test_every_locked_package_is_asked_about() -> None:
    with vulnerability_service() as (service, asked):
        done = made("vulnerable", service)
    assert done.returncode == 0, done.stderr
    assert asked == OTHERS


def test_a_known_vulnerability_fails() -> None:
    with vulnerability_service("urllib3") as (service, _):
        done = made("vulnerable", service)
    assert done.returncode != 0
    assert "urllib3" in done.stdout + done.stderr


def test_a_package_that_is_not_answered_for_fails() -> None:
    with vulnerability_service(unanswered=1) as (service, asked):
        done = made("vulnerable", service)
    assert asked
    assert done.returncode != 0
    assert "packages were asked about" in done.stderr


@pytest.mark.long
def test_what_cannot_be_asked_fails() -> None:
    assert made("vulnerable", "VULNERABLE=--service-url http://127.0.0.1:9/").returncode != 0


def test_every_package_comes_from_a_registry_that_vulnerabilities_are_told_of() -> None:
    strange = [item["name"] for item in LOCKED if "registry" not in item["source"]]
    assert strange == ["cartera"]


def test_the_bill_of_materials_names_what_is_installed_with_its_hashes(tmp_path: Path) -> None:
    path = tmp_path / "sbom.json"
    done = made("sbom", f"SBOM={path}")
    assert done.returncode == 0, done.stderr
    bill = json.loads(path.read_text("utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.5")
    named = {(item["name"], item["version"]): item for item in bill["components"]}
    assert named.keys() <= OTHERS
    assert {"prefect", "sqlalchemy", "pandas", "asyncssh"} <= {name for name, _ in named}
    assert "pytest" not in {name for name, _ in named}
    hashed = [item for item in named.values() if "hashes" in json.dumps(item)]
    assert len(hashed) == len(named)
