"""Salesforce's bulk queries: a job is made, waited for, and its result is had page by page."""

import csv
import io
import json
from datetime import UTC

from extract.calls import Call, Window
from extract.client import Asks, Page
from extract.errors import AnswerChangedError, NotAnsweringError, QueryFailedError
from extract.grammar import Stream, System
from messages.clause import clause

_PAGE_RECORDS = "50000"
_LOCATOR = "Sforce-Locator"
_PAUSES = (2, 5, *(10,) * 60, *(30,) * 120)
"""Seconds between questions whether a job is done: it gives up after some seventy minutes."""
_BROKEN = ("Failed", "Aborted")


def describe_call(stream: Stream) -> Call:
    """Which fields the company's object has."""
    base = stream.path.removesuffix("/jobs/query")
    return Call(f"{base}/sobjects/{stream.name}/describe")


def results_call(system: System, stream: Stream, client: Asks, window: Window) -> Call:
    """The first page of the result of a new job, once that is done.

    Only those of the stream's fields are asked for that the company's object has. Raises
    AnswerChangedError, QueryFailedError, NotAnsweringError and what the client does.
    """
    described = client.page(stream, describe_call(stream)).document
    there = {field["name"] for field in described["fields"]}
    fields = [name for name in stream.fields if name in there]
    if stream.id not in fields:
        problem = clause("answer-no-id", column=stream.id)
        raise AnswerChangedError(system.title, stream.name, problem)
    # The object's and the fields' names are those of the system's TOML.
    query = f"SELECT {', '.join(fields)} FROM {stream.name}{_where(window)}"  # noqa: S608
    order = json.dumps({"operation": "queryAll", "query": query})
    job = client.page(stream, Call(stream.path, body=order)).document
    place = f"{stream.path}/{job['id']}"
    for pause in _PAUSES:
        state = client.page(stream, Call(place)).document["state"]
        if state == "JobComplete":
            return Call(f"{place}/results", (("maxRecords", _PAGE_RECORDS),))
        if state in _BROKEN:
            raise QueryFailedError(system.title, stream.name, system.console)
        client.wait(pause)
    raise NotAnsweringError(system.title, stream.name, clause("answer-none"))


def following_call(call: Call, page: Page) -> Call | None:
    """The next page of a result; none where the locator is `null`. Raises KeyError where the
    answer has none: nobody would know whether there is more."""
    locator = page.headers[_LOCATOR]
    return None if locator == "null" else call.with_param("locator", locator)


def rows(content: bytes) -> list[dict[str, str]]:
    """The records of a page."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def _where(window: Window) -> str:
    """What changed within the window, half open."""
    bounds = ((">=", window.start), ("<", window.end))
    tests = [
        f"SystemModstamp {sign} {moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
        for sign, moment in bounds
        if moment
    ]
    return f" WHERE {' AND '.join(tests)}" if tests else ""
