"""Requests as plain values, and which one follows an answer: a journal can keep them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from extract.grammar import Paging, Stream, value_at


@dataclass(frozen=True)
class Call:
    """One request, without anything secret."""

    path: str
    params: tuple[tuple[str, str], ...] = ()
    body: str = ""
    """JSON that is sent, where there is any."""

    @classmethod
    def stored(cls, written: Mapping[str, Any]) -> "Call":
        """What the journal kept."""
        return cls(written["path"], tuple((name, value) for name, value in written["params"]))

    def with_param(self, name: str, value: str) -> "Call":
        kept = tuple(item for item in self.params if item[0] != name)
        return replace(self, params=(*kept, (name, value)))


@dataclass(frozen=True)
class Window:
    """The range that is asked for, half open; None where it has no end."""

    start: datetime | None = None
    end: datetime | None = None


def first_call(stream: Stream, window: Window) -> Call:
    """The first page of a stream that has no parent."""
    call = Call(stream.path, tuple(_params(stream)))
    for param, moment in ((stream.from_param, window.start), (stream.until_param, window.end)):
        if param and moment:
            call = call.with_param(param, _written(moment, stream))
    return call


def child_call(stream: Stream, paging: Paging, record: Any) -> Call | None:
    """The first page of what a parent's record has; None where it has no more than it holds."""
    if stream.parent_more and not value_at(record, stream.parent_more):
        return None
    call = Call(stream.path.replace("{id}", str(value_at(record, "id"))), tuple(_params(stream)))
    last = value_at(record, stream.parent_last) if stream.parent_last else None
    return call if last is None else call.with_param(paging.param, str(last))


def next_call(call: Call, stream: Stream, paging: Paging, answer: Any) -> Call | None:
    """The request of the page after this one; None after the last."""
    if (paging.more and not value_at(answer, paging.more)) or value_at(answer, paging.end or "-"):
        return None
    records = value_at(answer, stream.records) or []
    match paging.kind:
        case "last_id" if records:
            following = value_at(records[-1], stream.id)
        case "cursor":
            following = value_at(answer, paging.at)
        case "number" if len(records) >= paging.size:
            following = int(dict(call.params).get(paging.param, "1")) + 1
        case _:
            following = None
    return None if following in (None, "") else call.with_param(paging.param, str(following))


def _written(moment: datetime, stream: Stream) -> str:
    if stream.moments == "unix":
        return str(int(moment.timestamp()))
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _params(stream: Stream) -> Iterable[tuple[str, str]]:
    for name, value in stream.params.items():
        yield from ((name, each) for each in ([value] if isinstance(value, str) else value))
