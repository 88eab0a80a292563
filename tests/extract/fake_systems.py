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

    def token(self, form: str) -> Answer:
        self.forms.append(form)
        said = next(self.tokens)
        return 200 if b"access_token" in said else 400, {}, said

    def answer(self, target: str, key: str) -> Answer:
        parts = urlsplit(target)
        asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        if key != self.key:
            return 401, {}, b"{}"
        self.requests.append((parts.path, asked))
        found = self.respond(parts.path, asked)
        if isinstance(found, int):
            return found, {}, b"{}"
        return 200, {}, json.dumps(found).encode()

    def asked(self, path: str) -> list[dict[str, str]]:
        return [asked for each, asked in self.requests if each == path]
