"""Microsoft Graph as its documentation has it, on loopback: sign-in, a library, upload sessions."""

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote

UNIT = 320 * 1024
DRIVE = "b!drive"


@dataclass
class Session:
    path: str
    size: int = 0
    got: bytes = b""


@dataclass
class Graph:
    """What it holds, and what it does besides to requests."""

    address: str = ""
    secret: str = "s3cret"
    files: dict[str, bytes] = field(default_factory=dict)
    sessions: dict[str, Session] = field(default_factory=dict)
    tokens: int = 0
    answers: dict[str, list[int]] = field(default_factory=dict)
    """By method and kind of request (`PUT chunk`), statuses to answer first; 0 breaks off after
    doing it."""
    asked: list[str] = field(default_factory=list)
    stored: Callable[[bytes], bytes] = lambda content: content
    """What the library makes of a file."""
    on_last_chunk: Callable[[], None] = lambda: None

    def kind(self, method: str, path: str) -> str:
        for name, pattern in (
            ("token", r"^/login/"), ("chunk", r"^/upload/"), ("download", r"^/download/"),
            ("session", r"/createUploadSession$"), ("content", r"/content$"),
            ("drive", r"/drive$"),
        ):  # fmt: skip
            if re.search(pattern, path):
                return f"{method} {name}"
        return f"{method} item"


class Handler(BaseHTTPRequestHandler):
    graph: Graph

    def _do(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        kind = self.graph.kind(self.command, self.path)
        self.graph.asked.append(kind)
        first = self.graph.answers.get(kind, [])
        planned = first.pop(0) if first else None
        if planned:
            self._say(planned, {"error": {"code": "planned"}}, {"Retry-After": "7"})
            return
        status, said, headers = self._answer(kind, body)
        if planned == 0:
            self.close_connection = True
            self.connection.close()
            return
        self._say(status, said, headers)

    do_GET = do_POST = do_PUT = do_DELETE = _do

    def _answer(self, kind: str, body: bytes) -> tuple[int, Any, dict[str, str]]:
        graph, has_token = self.graph, "Authorization" in self.headers
        if kind == "POST token":
            said = parse_qs(body.decode())
            if said["client_secret"] != [graph.secret] or not said["scope"][0].endswith(
                "/.default"
            ):
                return 401, {"error": "invalid_client"}, {}
            graph.tokens += 1
            return 200, {"access_token": f"t{graph.tokens}", "expires_in": 3599}, {}
        if kind.endswith(("chunk", "download")):
            # These addresses are their own key; with a token as well Graph refuses them.
            return (401, {}, {}) if has_token else self._by_address(kind, body)
        if self.headers.get("Authorization") != f"Bearer t{graph.tokens}":
            return 401, {"error": {"code": "InvalidAuthenticationToken"}}, {}
        if kind == "GET drive":
            known = ("/sites/norte.sharepoint.com:/sites/Reviews:/drive", "/users/ana@n.mx/drive")
            is_known = unquote(self.path).endswith(known)
            return (200, {"id": DRIVE}, {}) if is_known else (404, _error("itemNotFound"), {})
        found = re.fullmatch(rf"/drives/{DRIVE}/root:/(.+?):(/\w+)?", unquote(self.path))
        assert found, self.path
        return self._item(kind, found[1], body)

    def _item(self, kind: str, path: str, body: bytes) -> tuple[int, Any, dict[str, str]]:
        graph = self.graph
        if kind == "POST session":
            assert json.loads(body)["item"]["@microsoft.graph.conflictBehavior"] == "fail"
            if path in graph.files:
                return 409, _error("nameAlreadyExists"), {}
            key = str(len(graph.asked))
            graph.sessions[key] = Session(path)
            return 200, {"uploadUrl": f"{graph.address}/upload/{key}"}, {}
        if path not in graph.files:
            return 404, _error("itemNotFound"), {}
        if kind == "DELETE item":
            del graph.files[path]
            return 204, None, {}
        return 302, None, {"Location": f"{graph.address}/download/{path.replace(' ', '%20')}"}

    def _by_address(self, kind: str, body: bytes) -> tuple[int, Any, dict[str, str]]:
        graph = self.graph
        if kind == "GET download":
            return 200, graph.files[unquote(self.path.removeprefix("/download/"))], {}
        key = self.path.rpartition("/")[2]
        session = graph.sessions.get(key)
        if session is None:
            return 404, _error("itemNotFound"), {}
        if kind == "DELETE chunk":
            del graph.sessions[key]
            return 204, None, {}
        wanted = {"nextExpectedRanges": [f"{len(session.got)}-"]}
        if kind == "GET chunk":
            return 200, wanted, {}
        where = re.fullmatch(r"bytes (\d+)-(\d+)/(\d+)", self.headers["Content-Range"])
        assert where
        start, last, size = map(int, where.groups())
        if start != len(session.got):
            return 416, _error("invalidRange"), {}
        if len(body) != last - start + 1 or (last + 1 < size and len(body) % UNIT):
            return 400, _error("invalidRequest"), {}
        session.got += body
        if len(session.got) < size:
            return 202, wanted | {"nextExpectedRanges": [f"{len(session.got)}-{size - 1}"]}, {}
        graph.on_last_chunk()
        del graph.sessions[key]
        if session.path in graph.files:
            return 409, _error("nameAlreadyExists"), {}
        graph.files[session.path] = graph.stored(session.got)
        return 201, {"id": "1"}, {}

    def _say(self, status: int, said: Any, headers: dict[str, str]) -> None:
        content = said if isinstance(said, bytes) else json.dumps(said).encode() if said else b""
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        pass


def _error(code: str) -> dict[str, Any]:
    return {"error": {"code": code, "message": "in English"}}


@contextmanager
def graph_server() -> Iterator[Graph]:
    graph = Graph()
    handler = type("Bound", (Handler,), {"graph": graph})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        graph.address = f"http://127.0.0.1:{server.server_port}"
        try:
            yield graph
        finally:
            server.shutdown()
