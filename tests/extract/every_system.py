"""Every system that is fetched over HTTP, each through a server of this machine that fails when
told."""

import json
import re
import tomllib
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any
from urllib.parse import parse_qs, urlsplit

from extract_runs import own_system
from fake_salesforce import FakeSalesforce, accounts
from fake_stripe import KEY, Answer, FakeStripe, served
from fake_systems import FakeSystem, Respond
from stripe_company import stripe_lists
from vendor_answers import OWN, Asana, Graph, Zendesk, Zoom, hubspot, orders, trello, xero

from extract.grammar import Stream, System
from extract.records import records_of
from extract.systems import at_company

SECRET = "one-that-nobody-may-read"
BEARER = f"Bearer {SECRET}"


@dataclass(frozen=True)
class Vendor:
    """A system, who answers for it, and the variables of its secrets."""

    name: str
    paged: str
    """A list of which there is more than a page; empty where none is."""
    fake: Callable[[], Any]
    secrets: Mapping[str, str]
    away: str = ""
    """Where its tokens are had in truth."""
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def description(self) -> str:
        return OWN if self.name == "erp" else own_system(self.name, self.away)

    def at(self, address: str) -> System:
        system = System.model_validate(tomllib.loads(self.description))
        return at_company(system, address, self.values)

    def settings(self, address: str) -> str:
        """What cartera.toml says of it, with its description beside."""
        values = ", ".join(f'{name} = "{value}"' for name, value in self.values.items())
        return (
            f'[[fetch.systems]]\nsystem = "{self.name}.toml"\naddress = "{address}"\n'
            f"values = {{ {values} }}\n"
        )


def answering(respond: Callable[[], Respond], key: str = BEARER) -> Callable[[], FakeSystem]:
    token = json.dumps({"access_token": SECRET}).encode()

    def none_found(*_: object) -> dict[str, list[object]]:
        return {"results": []}

    return lambda: FakeSystem(respond(), key, tokens=repeat(token), post=none_found)


TRELLO = f'OAuth oauth_consumer_key="{SECRET}", oauth_token="{SECRET}"'
ZENDESK = f"Basic {b64encode(f'{SECRET}/token:{SECRET}'.encode()).decode()}"
GRAPH = "https://login.microsoftonline.com"
VENDORS = (
    Vendor("asana", "tasks", answering(Asana), {"key": SECRET}),
    Vendor(
        "erp",
        "orders",
        answering(lambda: orders),
        {"id": SECRET, "secret": SECRET},
        "",
        {"host": "h"},
    ),
    Vendor("hubspot", "companies", answering(lambda: hubspot), {"key": SECRET}),
    Vendor(
        "salesforce",
        "Account",
        lambda: FakeSalesforce(accounts(5)),
        {"id": SECRET, "secret": SECRET},
        values={"domain": "d"},
    ),
    Vendor("stripe", "customers", lambda: FakeStripe(stripe_lists()), {"key": KEY}),
    Vendor(
        "teams",
        "organisers",
        answering(Graph),
        {"id": SECRET, "secret": SECRET},
        GRAPH,
        {"tenant": "t", "group": "g"},
    ),
    Vendor("trello", "", answering(lambda: trello, TRELLO), {"key": SECRET, "token": SECRET}),
    Vendor(
        "xero",
        "contacts",
        answering(lambda: xero),
        {"id": SECRET, "secret": SECRET},
        "https://identity.xero.com",
    ),
    Vendor(
        "zendesk",
        "tickets",
        answering(Zendesk, ZENDESK),
        {"email": SECRET, "key": SECRET},
        values={"subdomain": "s"},
    ),
    Vendor(
        "zoom",
        "meetings",
        answering(Zoom),
        {"account": SECRET, "id": SECRET, "secret": SECRET},
        "https://zoom.us",
    ),
)

Fails = Callable[[str], Answer | None]


@dataclass
class Failing:
    """A server of a vendor's, that fails where `fails` says so."""

    fake: Any
    fails: Fails = lambda _: None
    answered: list[str] = field(default_factory=list)
    """What the vendor itself was asked for and had."""
    address: str = ""

    def answer(self, target: str, key: str) -> Answer:
        if failure := self.fails(target):
            return failure
        answer = self.fake.answer(target, key)
        if answer[0] == 200:
            self.answered.append(target)
        return answer

    def posted_to(self, target: str, key: str, body: str) -> Answer:
        if failure := self.fails(target):
            return failure
        if hasattr(self.fake, "posted_to"):
            return self.fake.posted_to(target, key, body)
        return self.fake.token(body)


@contextmanager
def answered_by(vendor: Vendor) -> Iterator[Failing]:
    with served(Failing(vendor.fake())) as failing:
        yield failing


def asks_for(stream: Stream, target: str) -> bool:
    """Whether a request is for a page of this list; of a bulk query, for what the object has."""
    parts, asked = urlsplit(target), parse_qs(urlsplit(target).query)
    if stream.is_bulk:
        return parts.path.endswith(f"/sobjects/{stream.name}/describe")
    path = "[^/]+".join(map(re.escape, re.split(r"\{[^}]+\}", stream.path)))
    said = {
        name: [value]
        for name, value in stream.params.items()
        if isinstance(value, str) and "{" not in value
    }
    return bool(re.fullmatch(path, parts.path)) and said.items() <= asked.items()


def first_streams(system: System) -> list[Stream]:
    """Those that a first fetch asks for."""
    return [stream for stream in system.streams if not stream.is_links]


def pages_of(stream: Stream, target: str) -> bool:
    """Whether a request is for records of this list, a later page or the first."""
    if stream.is_bulk:
        return "/results" in target
    return "skiptoken" in target or asks_for(stream, target)


def always_the_first(vendor: Failing, stream: Stream) -> Fails:
    """A vendor that answers each page of a list by its first one that holds records."""
    first: list[Answer] = []

    def fails(target: str) -> Answer | None:
        if not pages_of(stream, target):
            return None
        if not first:
            answer = vendor.fake.answer(target, key_of(vendor))
            if not records_of(stream, answer[2]):
                return answer
            first.append(answer)
        return first[0]

    return fails


def key_of(vendor: Failing) -> str:
    """What the vendor lets in."""
    match vendor.fake:
        case FakeStripe():
            return f"Bearer {KEY}"
        case FakeSalesforce():
            return "Bearer tok"
        case _:
            return vendor.fake.key
