"""The portal with many people at once: pages and downloads over real connections."""

import asyncio
import hashlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import uvicorn
from fastapi.testclient import TestClient

from benchmarks.process import CHECKOUT
from pipeline.settings import Settings, load_settings
from portal.app import make_app
from portal.visit import SESSION_COOKIE, token_hash
from warehouse import ArtifactRecord, ClientSummary, Subject, open_warehouse
from warehouse.portal.records import Person
from warehouse.portal.store import open_portal_store

DECK = bytes(range(256)) * 500
PAGE, PEOPLE = "page.html", "people"
PAGE_STEP, DOWNLOAD_STEP, START = "page", "download", "start"
SERVER = ", server"
"""The clients ask from another thread of the same process, whose time is not the server's."""
_START = """
import sys
from pathlib import Path
import uvicorn
import cli.main
from pipeline.settings import load_settings
from portal.app import make_app
make_app(load_settings(Path(sys.argv[1])))
"""
_NOW = datetime(2026, 10, 1, tzinfo=UTC)
_CLIENTS_EACH = 12


def prepare(folder: Path, people: int) -> None:
    """A company with a manager a person, twelve clients each; and the page as it is served."""
    (folder / "cartera.toml").write_text('[company]\nname = "Bench"\n', encoding="utf-8")
    settings = load_settings(folder)
    with open_warehouse(settings.warehouse_url) as warehouse:
        run_id = warehouse.start_run("2026-Q3", _NOW)
        for number in range(people):
            warehouse.save_summaries([_summary(number, own) for own in range(_CLIENTS_EACH)])
        warehouse.register_artifact(_deck(settings, run_id))
    store = open_portal_store(settings.warehouse_url)
    now = datetime.now(UTC)
    for number in range(people):
        store.save_person(Person(_email(number), "M", frozenset({"manager"}), "en", ""))
        store.start_session(token_hash(_token(number)), _email(number), now, now + timedelta(1))
    store.close()
    (folder / PEOPLE).write_text(str(people), encoding="utf-8")
    with TestClient(make_app(settings), cookies={SESSION_COOKIE: _token(0)}) as browser:
        (folder / PAGE).write_text(browser.get("/").text, encoding="utf-8")


def ours(folder: Path) -> Mapping[str, float]:
    """Seconds a page and a download, everybody at once, and what a start takes."""
    with served(make_app(load_settings(folder))) as address:
        return crowd(folder, address) | {START: processor_seconds(_START, folder)}


def crowd(folder: Path, address: str) -> dict[str, float]:
    """Seconds a page and a download by the clock, and of the server's by the processor's."""
    people = int((folder / PEOPLE).read_text(encoding="utf-8"))
    asyncio.run(each_asks(address, "/", range(1)))  # what is imported and parsed once
    found = dict[str, float]()
    for step, path, asking in (
        (PAGE_STEP, "/", list(range(people))),
        (DOWNLOAD_STEP, "/files/1", [0] * people),
    ):
        everything, ours = time.process_time(), time.thread_time()
        found[step] = asyncio.run(each_asks(address, path, asking))
        theirs = time.process_time() - everything - (time.thread_time() - ours)
        found[f"{step}{SERVER}"] = theirs / people
    return found


def processor_seconds(program: str, *told: object) -> float:
    """Of a Python program in a process of its own, from its first import on."""
    before = os.times()
    subprocess.run([sys.executable, "-c", program, *map(str, told)], cwd=CHECKOUT, check=True)
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4])


async def each_asks(address: str, path: str, people: Any) -> float:
    """Seconds a request, everybody's begun at once; all must be answered."""
    limits = httpx2.Limits(max_connections=None)
    async with httpx2.AsyncClient(base_url=address, timeout=300, limits=limits) as browser:
        asked = [
            browser.get(path, headers={"cookie": f"{SESSION_COOKIE}={_token(number)}"})
            for number in people
        ]
        begun = time.perf_counter()
        answers = await asyncio.gather(*asked)
        took = time.perf_counter() - begun
    if any(answer.status_code != 200 for answer in answers):
        raise ValueError("not everybody was answered")
    return took / len(answers)


@contextmanager
def served(application: Any) -> Iterator[str]:
    """The address on loopback while the block runs."""
    config = uvicorn.Config(application, host="127.0.0.1", port=0, log_level="error", backlog=4096)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=20)


def _email(number: int) -> str:
    return f"m{number}@example.com"


def _token(number: int) -> str:
    return f"only-for-the-benchmark-{number}"


def _summary(number: int, own: int) -> ClientSummary:
    return ClientSummary(
        period="2026-Q3",
        client_id=f"C{number}-{own}",
        client_name=f"Client {number}-{own}",
        manager_name=f"M{number}",
        manager_email=_email(number),
        is_active=True,
        renewal_day=date(2027, 1, 1),
        renewal_basis="contract",
        notice_day=None,
        points=61.0,
        standing="keep",
        signals=(),
        held=(),
        known_at=_NOW,
        edition_id="e",
    )


def _deck(settings: Settings, run_id: str) -> ArtifactRecord:
    path = settings.output / "deck.pptx"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(DECK)
    return ArtifactRecord(
        run_id=run_id,
        subject=Subject.client("C0-0"),
        period="2026-Q3",
        kind="qbr",
        language="en",
        version=1,
        path=path.name,
        sha256=hashlib.sha256(DECK).hexdigest(),
        size=len(DECK),
        edition_id="e",
    )
