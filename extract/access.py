"""How a request is let in: headers with secrets in them, some of which are asked for first."""

import time
from base64 import b64encode
from collections.abc import Generator, Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol

import httpx
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey

from extract.errors import AnswerChangedError, KeyRefusedError, PrivateKeyError, SignInAgainError
from extract.grammar import Assertion, System, Token
from messages.clause import clause

_REFUSED = 401
_USED_UP = "invalid_grant"
"""By RFC 6749, 5.2: a refresh token that was used, has expired or was withdrawn."""
_NO_JSON: Mapping[str, Any] = {}
MAY_HEAL = frozenset({408, 429, 500, 502, 503, 504, 520, 522, 524, 529})
"""Statuses of failures of the moment: whoever asks again may be answered."""


class TokenDelayedError(Exception):
    """A token that was not given at the moment; the answer may say how long to wait."""

    def __init__(self, answer: httpx.Response) -> None:
        super().__init__(answer.status_code)
        self.answer = answer


class Keeper(Protocol):
    """Where the secret lies that holds for one use."""

    def alone(self) -> AbstractContextManager[str]:
        """What it is now; nobody else uses it meanwhile. Raises a FetchError."""
        ...

    def keep(self, secret: str) -> None:
        """What it is from now on, safely when this returns. Raises a FetchError."""
        ...


def auth_of(system: System, secrets: Mapping[str, str], keeper: Keeper | None) -> httpx.Auth:
    """What puts the secrets into each request."""
    return _Access(system, secrets, keeper)


class _Access(httpx.Auth):
    requires_response_body = True

    def __init__(self, system: System, secrets: Mapping[str, str], keeper: Keeper | None) -> None:
        self._system, self._secrets, self._keeper = system, dict(secrets), keeper

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """The request with its headers; a token that has run out is renewed once.

        Raises TokenDelayedError, KeyRefusedError, SignInAgainError, AnswerChangedError and
        PrivateKeyError.
        """
        token = self._system.access.token
        if token and "access_token" not in self._secrets:
            yield from self._renewed(token, request)
        request.headers.update(self._headers())
        answer = yield request
        if token and answer.status_code == _REFUSED:
            yield from self._renewed(token, request)
            request.headers.update(self._headers())
            yield request

    def _renewed(
        self, token: Token, request: httpx.Request
    ) -> Generator[httpx.Request, httpx.Response, None]:
        """A new token. What it is had with is read just before, where it holds for one use."""
        if not (token.rotates and self._keeper):
            self._take(token, (yield self._token_request(token, request)))
            return
        with self._keeper.alone() as now:
            self._secrets[token.rotates] = now
            self._take(token, (yield self._token_request(token, request)))

    def _headers(self) -> dict[str, str]:
        access = self._system.access
        headers = {name: self._filled(text) for name, text in access.headers.items()}
        return headers | self._basic(access.basic)

    def _basic(self, pair: str) -> dict[str, str]:
        if not pair:
            return {}
        return {"Authorization": f"Basic {b64encode(self._filled(pair).encode()).decode()}"}

    def _filled(self, text: str) -> str:
        return text.format_map(self._secrets)

    def _token_request(self, token: Token, request: httpx.Request) -> httpx.Request:
        """Waits for its answer as long as the request that it is had for does, and no longer."""
        if token.assertion:
            self._secrets["assertion"] = self._signed(token.assertion)
        form = {name: self._filled(text) for name, text in token.form.items()}
        address = httpx.URL(self._system.address).join(token.path)
        patience = {"timeout": request.extensions["timeout"]}
        headers = self._basic(token.basic)
        return httpx.Request("POST", address, data=form, headers=headers, extensions=patience)

    def _signed(self, told: Assertion) -> str:
        """Raises PrivateKeyError."""
        claims = {
            "iss": self._filled(told.issuer),
            "sub": self._filled(told.subject),
            "aud": told.audience,
            "exp": int(time.time()) + told.seconds,
        }
        try:
            key = RSAKey.import_key(self._secrets[told.key])
            return jwt.encode({"alg": "RS256"}, claims, key)
        except (ValueError, JoseError):
            variable = self._system.access.secrets[told.key]
            raise PrivateKeyError(self._system.title, variable) from None

    def _take(self, token: Token, answer: httpx.Response) -> None:
        title, console = self._system.title, self._system.console
        if answer.status_code in MAY_HEAL:
            raise TokenDelayedError(answer)
        said = _said(answer)
        if token.rotates and not answer.is_success and said.get("error") == _USED_UP:
            variable = self._system.access.secrets[token.rotates]
            raise SignInAgainError(title, console, variable)
        if not answer.is_success:
            raise KeyRefusedError(title, console)
        if said is _NO_JSON:
            raise AnswerChangedError(title, "token", clause("answer-no-json"))
        if token.rotates and said.get("refresh_token") and self._keeper:
            self._keeper.keep(str(said["refresh_token"]))  # before anything else can go wrong
        if "access_token" not in said:
            raise KeyRefusedError(title, console)
        self._secrets["access_token"] = str(said["access_token"])


def _said(answer: httpx.Response) -> Mapping[str, Any]:
    """What an answer says as a JSON object."""
    try:
        said = answer.json()
    except ValueError:
        return _NO_JSON
    return said if isinstance(said, dict) else {}
