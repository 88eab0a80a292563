"""HubSpot's search: what changed since, and of which companies that is.

Pages go by the object's id and not by HubSpot's cursor, which ends at 10 000 results; so nothing
that changes meanwhile moves a record to a page that was had already.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from extract.calls import Call, Window
from extract.client import Page
from extract.grammar import Stream, value_at

_PAGE_RECORDS = 200
_ID = "hs_object_id"


def search_call(stream: Stream, window: Window) -> Call:
    """The first page of what changed within the window, half open."""
    bounds = (("GTE", window.start), ("LT", window.end))
    filters = [
        _test(stream.changed_property, sign, int(moment.timestamp() * 1000))
        for sign, moment in bounds
        if moment
    ]
    properties = str(stream.params.get("properties", "")).split(",")
    return Call(f"{stream.path}/search", body=_body(filters, properties))


def following_search(stream: Stream, call: Call, page: Page) -> Call | None:
    """The records behind the page's last one."""
    records = value_at(page.document, stream.records)
    if not (records and value_at(page.document, "paging.next.after")):
        return None
    asked = json.loads(call.body)
    kept = [item for item in asked["filterGroups"][0]["filters"] if item["propertyName"] != _ID]
    last = _test(_ID, "GT", value_at(records[-1], stream.id))
    return Call(call.path, body=_body([*kept, last], asked["properties"]))


def links_call(stream: Stream, ids: Sequence[str]) -> Call:
    """With what the records of a page are associated."""
    return Call(stream.path, body=json.dumps({"inputs": [{"id": key} for key in ids]}))


def _test(name: str, sign: str, value: object) -> Mapping[str, str]:
    return {"propertyName": name, "operator": sign, "value": str(value)}


def _body(filters: Sequence[Mapping[str, str]], properties: Sequence[str]) -> str:
    document: dict[str, Any] = {
        "filterGroups": [{"filters": list(filters)}],
        "sorts": [{"propertyName": _ID, "direction": "ASCENDING"}],
        "properties": list(properties),
        "limit": _PAGE_RECORDS,
    }
    return json.dumps(document)
