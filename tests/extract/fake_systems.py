"""A server on this machine whose answers a test makes, with the parameters and the key at hand."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from fake_stripe import Answer

Respond = Callable[[str, Mapping[str, str]], Any]
"""The document that answers a path with parameters; a number is a status without one."""


@dataclass
class FakeSystem:
    """Lets in whoever sends `key`. `requests` are those it answered."""

    respond: Respond
    key: str
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    address: str = ""
    tokens: Iterator[bytes] = field(default_factory=lambda: iter(()))
    """What is said to whoever asks for a token."""
    forms: list[str] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)
    """Of each request that was answered, those that say since when."""
    post: Callable[[str, Mapping[str, Any]], Any] | None = None
    """The document that answers JSON sent to a path."""
    posted: list[tuple[str, Mapping[str, Any]]] = field(default_factory=list)

    def token(self, form: str) -> Answer:
        self.forms.append(form)
        said = next(self.tokens)
        return 200 if b"access_token" in said else 400, {}, said

    def posted_to(self, target: str, key: str, body: str) -> Answer:
        """What answers JSON; a form asks for a token."""
        if self.post is None or not body.startswith("{"):
            return self.token(body)
        if key != self.key:
            return 401, {}, b"{}"
        self.posted.append((target, json.loads(body)))
        return _told(self.post(target, json.loads(body)))

    def answer(self, target: str, key: str) -> Answer:
        parts = urlsplit(target)
        asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        if key != self.key:
            return 401, {}, b"{}"
        self.requests.append((parts.path, asked))
        return _told(self.respond(parts.path, asked))

    def asked(self, path: str) -> list[dict[str, str]]:
        return [asked for each, asked in self.requests if each == path]


def _told(found: Any) -> Answer:
    if isinstance(found, int):
        return found, {}, b"{}"
    return 200, {}, json.dumps(found).encode()
