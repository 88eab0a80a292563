"""How a request is let in: headers with secrets in them, some of which are asked for first."""

import time
from base64 import b64encode
from collections.abc import Generator, Mapping

import httpx
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey

from extract.errors import AnswerChangedError, KeyRefusedError, PrivateKeyError
from extract.grammar import Assertion, System, Token
from messages.clause import clause

_REFUSED = 401
MAY_HEAL = frozenset({408, 429, 500, 502, 503, 504, 520, 522, 524, 529})
"""Statuses of failures of the moment: whoever asks again may be answered."""


class TokenDelayedError(Exception):
    """A token that was not given at the moment; the answer may say how long to wait."""

    def __init__(self, answer: httpx.Response) -> None:
        super().__init__(answer.status_code)
        self.answer = answer


def auth_of(system: System, secrets: Mapping[str, str]) -> httpx.Auth:
    """What puts the secrets into each request."""
    return _Access(system, secrets)


class _Access(httpx.Auth):
    requires_response_body = True

    def __init__(self, system: System, secrets: Mapping[str, str]) -> None:
        self._system, self._secrets = system, dict(secrets)

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """The request with its headers; a token that has run out is renewed once.

        Raises TokenDelayedError, KeyRefusedError, AnswerChangedError and PrivateKeyError.
        """
        token = self._system.access.token
        if token and "access_token" not in self._secrets:
            self._take((yield self._token_request(token)))
        request.headers.update(self._headers())
        answer = yield request
        if token and answer.status_code == _REFUSED:
            self._take((yield self._token_request(token)))
            request.headers.update(self._headers())
            yield request

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

    def _token_request(self, token: Token) -> httpx.Request:
        if token.assertion:
            self._secrets["assertion"] = self._signed(token.assertion)
        form = {name: self._filled(text) for name, text in token.form.items()}
        address = httpx.URL(self._system.address).join(token.path)
        return httpx.Request("POST", address, data=form, headers=self._basic(token.basic))

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

    def _take(self, answer: httpx.Response) -> None:
        title, console = self._system.title, self._system.console
        if answer.status_code in MAY_HEAL:
            raise TokenDelayedError(answer)
        if not answer.is_success:
            raise KeyRefusedError(title, console)
        try:
            said = answer.json()
        except ValueError as error:
            raise AnswerChangedError(title, "token", clause("answer-no-json")) from error
        if not isinstance(said, dict) or "access_token" not in said:
            raise KeyRefusedError(title, console)
        self._secrets["access_token"] = str(said["access_token"])
