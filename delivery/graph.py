"""Files in a library of SharePoint or somebody's OneDrive, through Microsoft Graph.

A file arrives by an upload session that fails where its name is taken: nobody sees half of one,
and nothing is written over. A broken chunk is taken up where Graph says that it stopped.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import quote, urlsplit

import httpx

from messages.clause import Clause, clause
from messages.errors import CarteraError

CHUNK_BYTES = 16 * 320 * 1024
"""Of an upload; Graph wants multiples of 320 KiB."""
_SCOPE = "https://graph.microsoft.com/.default"
_BUSY = frozenset({429, 500, 502, 503, 504})
_TRIES = 6
_LONGEST_WAIT_SECONDS = 120.0
_EARLY_SECONDS = 120
_TIMEOUT_SECONDS = 60.0
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class GraphError(CarteraError):
    """Microsoft Graph does not do what it was asked."""

    code = "failure-graph"
    why: Clause


@dataclass(frozen=True)
class Registered:
    """The application that Entra ID knows us as, and where its cloud is."""

    tenant: str
    client_id: str
    secret: str = field(repr=False)
    graph: str = "https://graph.microsoft.com/v1.0"
    login: str = "https://login.microsoftonline.com"


def is_graph(address: str) -> bool:
    """Whether an address names a place that Graph serves."""
    return address.startswith(("sharepoint://", "onedrive://"))


@dataclass
class Library:
    """A folder of a document library. Every method raises GraphError."""

    address: str
    """sharepoint://host/sites/name/folder or onedrive://user@host/folder."""
    registered: Registered
    wait: Callable[[float], None] = time.sleep
    chunk_bytes: int = CHUNK_BYTES
    _token: str = field(default="", repr=False)
    _until: float = 0.0
    _drive: str = ""

    def __post_init__(self) -> None:
        self._http = httpx.Client(timeout=_TIMEOUT_SECONDS, follow_redirects=False)
        for place in (self.registered.graph, self.registered.login):
            parts = urlsplit(place)
            if parts.scheme != "https" and parts.hostname not in _LOOPBACK:
                raise GraphError(clause("graph-in-clear"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def read(self, path: str) -> bytes | None:
        """What stands under the name; None where nothing does."""
        answer = self._asked("GET", f"{self._item(path)}/content")
        if answer.status_code == 404:
            return None
        if answer.status_code in (301, 302, 307, 308):  # an address that needs no token
            answer = self._sent("GET", answer.headers["Location"])
        return _fine(answer).content

    def create(self, path: str, content: bytes) -> None:
        """Give the bytes a name that is not taken."""
        name = path.rpartition("/")[2]
        wanted = {"item": {"@microsoft.graph.conflictBehavior": "fail", "name": name}}
        for is_last in (False, True):
            session = _fine(
                self._asked("POST", f"{self._item(path)}/createUploadSession", json=wanted)
            ).json()["uploadUrl"]
            try:
                if self._uploaded(session, content):
                    return
            except BaseException:
                with suppress(httpx.HTTPError):
                    self._http.delete(session)
                raise
            if self.read(path) is not None:
                return  # it was whole, and only the answer got lost
            if is_last:
                raise GraphError(clause("graph-answered", status=404, code="uploadSession"))

    def remove(self, path: str) -> None:
        """Take a file away; one that is gone already is as good."""
        answer = self._asked("DELETE", self._item(path))
        if answer.status_code != 404:
            _fine(answer)

    def _uploaded(self, session: str, content: bytes) -> bool:
        """Whether all of it arrived; False where Graph has forgotten the session."""
        start = 0
        while True:
            end = min(start + self.chunk_bytes, len(content))
            where = {"Content-Range": f"bytes {start}-{end - 1}/{len(content)}"}
            answer = self._sent("PUT", session, content=content[start:end], headers=where)
            if answer.status_code in (200, 201):
                return True
            if answer.status_code == 416:  # it has that chunk already
                answer = self._sent("GET", session)
            if answer.status_code == 404:
                return False
            start = _next_byte(_fine(answer).json(), end)

    def _item(self, path: str) -> str:
        inside = "/".join(filter(None, (self._place()[1], path)))
        return f"{self.registered.graph}/drives/{self._drive_id()}/root:/{quote(inside)}:"

    def _place(self) -> tuple[str, str]:
        """What Graph calls the owner of the library, and the folder in it."""
        kind, _, rest = self.address.partition("://")
        host, _, path = rest.partition("/")
        parts = [part for part in path.split("/") if part]
        if kind == "onedrive":
            return f"users/{quote(host)}", "/".join(parts)
        if len(parts) >= 2 and parts[0] in ("sites", "teams"):
            return f"sites/{host}:/{quote('/'.join(parts[:2]))}:", "/".join(parts[2:])
        return f"sites/{host}", "/".join(parts)

    def _drive_id(self) -> str:
        if not self._drive:
            answer = self._asked("GET", f"{self.registered.graph}/{self._place()[0]}/drive")
            self._drive = _fine(answer).json()["id"]
        return self._drive

    def _asked(self, method: str, address: str, **more: Any) -> httpx.Response:
        """With our token, which is had anew once it is refused."""
        for is_again in (False, True):
            headers = {"Authorization": f"Bearer {self._signed_in(anew=is_again)}"}
            answer = self._sent(method, address, headers=headers, **more)
            if answer.status_code != 401:
                break
        return answer

    def _signed_in(self, *, anew: bool) -> str:
        if anew or time.monotonic() > self._until:
            said = {
                "grant_type": "client_credentials",
                "client_id": self.registered.client_id,
                "client_secret": self.registered.secret,
                "scope": _SCOPE,
            }
            place = f"{self.registered.login}/{quote(self.registered.tenant)}/oauth2/v2.0/token"
            answer = self._sent("POST", place, data=said)
            if answer.status_code in (400, 401):
                raise GraphError(clause("graph-not-signed-in"))
            token = _fine(answer).json()
            self._token = token["access_token"]
            self._until = time.monotonic() + max(0, int(token["expires_in"]) - _EARLY_SECONDS)
        return self._token

    def _sent(self, method: str, address: str, **more: Any) -> httpx.Response:
        """The answer, once it is not that Graph is busy. A chunk that broke off is asked after by
        who sends the next one: the same range again is answered with 416."""
        for pause in _pauses():
            try:
                answer = self._http.request(method, address, **more)
            except httpx.TransportError as error:
                if pause is None:
                    raise GraphError(clause("graph-unreachable")) from error
                self.wait(pause)
                continue
            if answer.status_code not in _BUSY or pause is None:
                return answer
            self.wait(_asked_wait(answer.headers, pause))
        raise AssertionError


def _pauses() -> Iterator[float | None]:
    yield from (float(2**tried) for tried in range(_TRIES - 1))
    yield None


def _asked_wait(headers: Mapping[str, str], pause: float) -> float:
    said = headers.get("Retry-After", "")
    return min(float(said), _LONGEST_WAIT_SECONDS) if said.isdecimal() else pause


def _next_byte(told: Mapping[str, Any], sent: int) -> int:
    """Where Graph wants to go on."""
    expected = told.get("nextExpectedRanges") or [str(sent)]
    return int(str(expected[0]).partition("-")[0])


def _fine(answer: httpx.Response) -> httpx.Response:
    """The answer; raises what is wrong with it in our words, never its own, which may quote us."""
    if answer.is_success:
        return answer
    code = ""
    with suppress(ValueError, KeyError, TypeError):
        code = str(answer.json()["error"]["code"])
    if answer.status_code == 409:
        raise GraphError(clause("os-is-there"))
    raise GraphError(clause("graph-answered", status=answer.status_code, code=code))
