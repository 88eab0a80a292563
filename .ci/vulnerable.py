"""`uv audit` over a relay that holds the service to one result for each package it was asked about.

uv counts a package that was not answered for as one without vulnerabilities.
"""

import argparse
import json
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

_SECONDS = 60
_AUDIT = ("audit", "--frozen", "--preview-features", "audit-command")


class Relay(BaseHTTPRequestHandler):
    """Hands each question on, and writes down what was not answered in full."""

    service: ClassVar[str]
    faults: ClassVar[list[str]] = []

    def do_POST(self) -> None:
        """Packages, many at once."""
        asked = self.rfile.read(int(self.headers["Content-Length"]))
        status, answer = self._answered(asked)
        if status == 200 and (fault := _fault(asked, answer)):
            self.faults.append(fault)
            status, answer = 422, b"{}"  # not asked again
        self._say(status, answer)

    def do_GET(self) -> None:
        """One vulnerability."""
        self._say(*self._answered(None))

    def _answered(self, asked: bytes | None) -> tuple[int, bytes]:
        place = self.service.rstrip("/") + self.path
        request = Request(place, asked, {"Content-Type": "application/json"})  # noqa: S310 the makefile's own
        try:
            with urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310 as above
                return answer.status, answer.read()
        except HTTPError as error:
            return error.code, error.read()
        except (URLError, OSError):
            return 502, b"{}"

    def _say(self, status: int, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


def _fault(asked: bytes, answer: bytes) -> str:
    """What is wrong with an answer; empty where it is whole."""
    wanted = len(json.loads(asked)["queries"])
    try:
        told = len(json.loads(answer)["results"])
    except (ValueError, KeyError, TypeError):
        return f"the service's answer about {wanted} packages cannot be read"
    return "" if told == wanted else f"{wanted} packages were asked about, {told} answered for"


def main() -> int:
    """0 where everything was answered for and nothing is known to be vulnerable."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("uv")
    parser.add_argument("--service-url", default="https://api.osv.dev/")
    wanted = parser.parse_args()
    Relay.service = wanted.service_url
    with ThreadingHTTPServer(("127.0.0.1", 0), Relay) as relay:
        threading.Thread(target=relay.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{relay.server_port}/"
        done = subprocess.run([wanted.uv, *_AUDIT, "--service-url", address], check=False)  # noqa: S603 the makefile's own
        relay.shutdown()
    for fault in Relay.faults:
        sys.stderr.write(f"audit: {fault}\n")
    return 1 if Relay.faults else done.returncode


if __name__ == "__main__":
    sys.exit(main())
