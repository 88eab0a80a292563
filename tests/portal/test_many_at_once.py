"""Two hundred people at once: everybody is served, and sees their own clients alone."""

import asyncio
import re
from datetime import UTC, datetime, timedelta

import httpx2
import pytest
from serving import served
from site_of_clients import Site, summary

from portal.visit import SESSION_COOKIE, new_token, token_hash
from warehouse import open_warehouse
from warehouse.portal.records import Person

pytestmark = pytest.mark.long

PEOPLE = 200


def moved_in(site: Site) -> dict[str, str]:
    """Two hundred managers with a client each, signed in: tokens by name."""
    names = [f"m{number:03d}" for number in range(PEOPLE)]
    with open_warehouse(site.settings.warehouse_url) as warehouse:
        warehouse.save_summaries([summary(f"C{name}", name) for name in names])
    now, tokens = datetime.now(UTC), {name: new_token() for name in names}
    for name, token in tokens.items():
        email = f"{name}@example.com"
        site.store.save_person(Person(email, name, frozenset({"manager"}), "en", ""))
        site.store.start_session(token_hash(token), email, now, now + timedelta(hours=1))
    return tokens


async def visit(address: str, name: str, token: str) -> list[str]:
    """What went wrong on one person's visit."""
    cookies = {SESSION_COOKIE: token}
    async with httpx2.AsyncClient(base_url=address, cookies=cookies, timeout=120) as browser:
        first, own = await browser.get("/"), await browser.get(f"/clients/C{name}")
        other = await browser.get("/clients/A1")
    found = set(re.findall(r"/clients/(C\w+|[AB]\d)", first.text))
    faults = [f"{name} sees {sorted(found)}"] if found != {f"C{name}"} else []
    codes = (first.status_code, own.status_code, other.status_code)
    return faults + ([f"{name} got {codes}"] if codes != (200, 200, 404) else [])


async def visits(address: str, tokens: dict[str, str]) -> list[str]:
    found = await asyncio.gather(*(visit(address, *item) for item in tokens.items()))
    return [fault for faults in found for fault in faults]


def test_two_hundred_at_once_are_served_and_see_their_own_alone(site: Site) -> None:
    tokens = moved_in(site)
    with served(site.client.app) as address:
        assert asyncio.run(visits(address, tokens)) == []
    views = [entry for entry in site.store.audit() if entry.action == "client"]
    assert sum(entry.is_allowed for entry in views) == PEOPLE
    assert sum(not entry.is_allowed for entry in views) == PEOPLE
    assert site.store.is_audit_unbroken()
