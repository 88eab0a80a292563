"""One system's API over HTTP: who asks, how often, and what its refusals mean."""

import json
import logging
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from ipaddress import ip_address
from typing import Any, Protocol, Self

import httpx

from extract.access import MAY_HEAL, Keeper, TokenDelayedError, auth_of
from extract.calls import Call
from extract.errors import (
    AddressNotSafeError,
    AnswerChangedError,
    KeyRefusedError,
    NotAnsweringError,
    RateLimitError,
    RefusedRequestError,
    ScopeMissingError,
    UnknownObjectError,
)
from extract.grammar import Stream, System
from messages.clause import Clause, clause

TRIES = 6
_LONGEST_PAUSE = 300
"""Seconds; whoever asks for a longer pause is asked again by a later fetch."""
_TIMEOUT = httpx.Timeout(60, connect=20)

# It names addresses at each request, and a company's own may hold what nobody should read.
logging.getLogger("httpx").setLevel(logging.WARNING)


@dataclass(frozen=True)
class Page:
    """An answer: its bytes as they came, and what they say."""

    content: bytes
    document: Any
    """None where it is no JSON."""
    headers: Mapping[str, str]


class Asks(Protocol):
    """Whoever asks a system: over HTTP, or a database."""

    def page(self, stream: Stream, call: Call) -> Page:
        """The answer to a request. Raises a FetchError that says what keeps it away."""
        ...

    def wait(self, seconds: float) -> None:
        """Until a system has done what it was asked for."""
        ...


class Client:
    """Asks one system, with patience: limits are obeyed, what may heal is asked again."""

    def __init__(
        self,
        system: System,
        secrets: Mapping[str, str],
        wait: Callable[[float], None] = time.sleep,
        keeper: Keeper | None = None,
    ) -> None:
        self._system, self._wait = system, wait
        _check_address(system)
        self._http = httpx.Client(
            base_url=system.address,
            headers={"User-Agent": "cartera", **system.headers},
            timeout=_TIMEOUT,
            auth=auth_of(system, secrets, keeper),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self._http.close()

    def page(self, stream: Stream, call: Call) -> Page:
        """The answer to a request. Raises a FetchError that says what keeps it away."""
        answer = self._answer(stream, call)
        self._refuse(stream, answer)
        if answer.headers.get("Content-Type", "").startswith("text/csv"):
            return Page(answer.content, None, answer.headers)
        try:
            return Page(answer.content, json.loads(answer.content), answer.headers)
        except ValueError as error:
            problem = clause("answer-no-json")
            raise AnswerChangedError(self._system.title, stream.name, problem) from error

    def _answer(self, stream: Stream, call: Call) -> httpx.Response:
        """The first answer that is no failure of the moment."""
        problem = clause("answer-none")
        for attempt in range(TRIES):
            try:
                answer = self._asked(call)
            except httpx.TransportError as error:
                problem = _transport_problem(error)
                pause = 2.0**attempt
            else:
                if answer.status_code not in MAY_HEAL:
                    return answer
                problem = clause("answer-status", status=answer.status_code)
                pause = _pause(answer, attempt)
            if pause > _LONGEST_PAUSE:
                raise RateLimitError(self._system.title, stream.name, int(pause))
            if attempt + 1 < TRIES:
                self._wait(pause)
        raise NotAnsweringError(self._system.title, stream.name, problem)

    def _asked(self, call: Call) -> httpx.Response:
        headers = dict(call.headers)
        try:
            if not call.body:
                return self._http.get(call.path, params=call.params, headers=headers)
            headers["Content-Type"] = "application/json"
            return self._http.post(
                call.path, params=call.params, content=call.body, headers=headers
            )
        except TokenDelayedError as delayed:
            return delayed.answer

    def wait(self, seconds: float) -> None:
        """Until a system has done what it was asked for."""
        self._wait(seconds)

    def _refuse(self, stream: Stream, answer: httpx.Response) -> None:
        """What the vendor says is not quoted: it may hold a part of the key."""
        title, console = self._system.title, self._system.console
        match answer.status_code:
            case 200 | 207:  # 207: of some of the records there is nothing
                return
            case 401:
                raise KeyRefusedError(title, console)
            case 403:
                raise ScopeMissingError(title, stream.name, stream.scope, console)
            case 404:
                raise UnknownObjectError(title, stream.name, stream.path, console)
            case status:
                raise RefusedRequestError(title, stream.name, status, console)


def _check_address(system: System) -> None:
    """Neither a key nor what a token is had with goes over the network in the clear."""
    token = system.access.token
    try:
        url = httpx.URL(system.address)
        urls = [url, *([url.join(token.path)] if token else [])]
    except httpx.InvalidURL as error:
        raise AddressNotSafeError(system.title, system.address) from error
    for each in urls:
        if not each.host or (each.scheme != "https" and not _is_local(each.host)):
            raise AddressNotSafeError(system.title, str(each))


def _is_local(host: str) -> bool:
    with suppress(ValueError):
        return ip_address(host).is_loopback
    return host == "localhost"


def _pause(answer: httpx.Response, attempt: int) -> float:
    """Seconds to wait: what the answer asks for, else longer each time."""
    asked = answer.headers.get("Retry-After", "")
    with suppress(ValueError):
        if asked.replace(".", "", 1).isdigit():
            return float(asked)
        moment = parsedate_to_datetime(asked)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return max((moment - datetime.now(UTC)).total_seconds(), 0)
    return 2.0**attempt


def _transport_problem(error: httpx.TransportError) -> Clause:
    if isinstance(error, httpx.TimeoutException):
        return clause("os-no-answer")
    if isinstance(error, httpx.ConnectError):
        return clause("answer-unreachable")
    return clause("answer-cut")
