"""A server on this machine that pages lists of objects as Stripe does, and fails when told."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

KEY = "rk_test_a_key_that_nobody_may_read"
HELD_LINES = 10
"""So many lines are inside an invoice; the others are had from a list of its own."""

Answer = tuple[int, Mapping[str, str], bytes]
CUT = (0, {}, b"")
"""The connection ends in the middle of the answer."""


@dataclass
class FakeStripe:
    """Lists by name. `failures` are given, one a request, before anything right is."""

    lists: dict[str, Sequence[Mapping[str, Any]]]
    page_size: int = 2
    failures: list[Answer] = field(default_factory=list)
    refused: dict[str, int] = field(default_factory=dict)
    """By list, the status of every answer."""
    requests: list[str] = field(default_factory=list)
    address: str = ""
    on_request: Callable[[int], None] = lambda _: None
    lock: Lock = field(default_factory=Lock)

    def asked(self, name: str) -> list[dict[str, str]]:
        """The parameters of every request of a list, without those that never change."""
        found = (urlsplit(target) for target in self.requests)
        return [
            {key: values[-1] for key, values in parse_qs(parts.query).items() if "[" in key}
            for parts in found
            if parts.path == f"/v1/{name}"
        ]

    def answer(self, target: str, key: str) -> Answer:
        with self.lock:
            self.requests.append(target)
        self.on_request(len(self.requests))
        with self.lock:
            if self.failures:
                return self.failures.pop(0)
        parts = urlsplit(target)
        asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        if key != f"Bearer {KEY}":
            return _told(401, {"error": {"message": f"Invalid API Key provided: {key}"}})
        name, *inside = parts.path.removeprefix("/v1/").split("/")
        if name in self.refused:
            return _told(self.refused[name], {"error": {"message": "no"}})
        if name not in self.lists:
            return _told(404, {"error": {"message": "Unrecognized request URL"}})
        if inside:
            found = next(item for item in self.lists[name] if item["id"] == inside[0])
            return self._page(parts.path, found["lines"], asked)
        found = [_short(item) for item in self.lists[name] if _is_within(item, asked)]
        return self._page(parts.path, found, asked)

    def _page(self, url: str, items: Sequence[Any], asked: Mapping[str, str]) -> Answer:
        ids = [item["id"] for item in items]
        start = ids.index(asked["starting_after"]) + 1 if "starting_after" in asked else 0
        size = min(int(asked["limit"]), self.page_size)
        found = items[start : start + size]
        more = start + size < len(items)
        return _told(200, {"object": "list", "url": url, "has_more": more, "data": found})


def _is_within(item: Mapping[str, Any], asked: Mapping[str, str]) -> bool:
    start, end = asked.get("created[gte]", "0"), asked.get("created[lt]", "inf")
    kind = asked.get("type", "").removesuffix("*")
    return float(start) <= item["created"] < float(end) and item.get("type", kind).startswith(kind)


def _short(item: Mapping[str, Any]) -> dict[str, Any]:
    """An object with the first of its lines, if it has any."""
    if "lines" not in item:
        return dict(item)
    lines = item["lines"]
    more = len(lines) > HELD_LINES
    return {**item, "lines": {"object": "list", "has_more": more, "data": lines[:HELD_LINES]}}


def _told(status: int, document: object) -> Answer:
    return status, {"Content-Type": "application/json"}, json.dumps(document).encode()


@contextmanager
def served(fake: Any) -> Iterator[Any]:
    """The server, until the test is over."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            if hasattr(fake, "headers"):
                fake.headers.append(dict(self.headers))
            self._send(*fake.answer(self.path, self.headers.get("Authorization", "")))

        def do_POST(self) -> None:
            form = self.rfile.read(int(self.headers["Content-Length"])).decode()
            if hasattr(fake, "posted_to"):
                key = self.headers.get("Authorization", "")
                self._send(*fake.posted_to(self.path, key, form))
                return
            self._send(*fake.token(form))

        def _send(self, status: int, headers: Mapping[str, str], content: bytes) -> None:
            if (status, headers, content) == CUT:
                self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{")
                self.close_connection = True
                return
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(content))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            """Whoever asked may be killed before it is answered."""

    server = Server(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    fake.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield fake
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
