"""Requests as plain values, and which one follows an answer: a journal can keep them."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

from extract.grammar import Paging, Stream, value_at

_BLANK = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True)
class Call:
    """One request, without anything secret."""

    path: str
    params: tuple[tuple[str, str], ...] = ()
    body: str = ""
    """JSON that is sent, where there is any."""
    headers: tuple[tuple[str, str], ...] = ()

    @classmethod
    def stored(cls, written: Mapping[str, Any]) -> "Call":
        """What the journal kept."""
        params, headers = (
            tuple((name, value) for name, value in written[part]) for part in ("params", "headers")
        )
        return cls(written["path"], params, written["body"], headers)

    def with_param(self, name: str, value: str) -> "Call":
        kept = tuple(item for item in self.params if item[0] != name)
        return replace(self, params=(*kept, (name, value)))


@dataclass(frozen=True)
class Window:
    """The range that is asked for, half open; None where it has no end."""

    start: datetime | None = None
    end: datetime | None = None


@dataclass(frozen=True)
class Above:
    """The record that a list belongs to. `keys`: by the stream's name, the ids of those above it
    and its own."""

    record: Any
    id: str
    keys: Mapping[str, str]

    def filled(self, text: str, encoded: int = 0) -> str:
        """The text with its blanks filled, each percent-encoded so many times."""

        def value(blank: re.Match[str]) -> str:
            found = self._value(blank[1])
            for _ in range(encoded):
                found = quote(found, safe="")
            return found

        return _BLANK.sub(value, text)

    def _value(self, name: str) -> str:
        if name == "id":
            return self.id
        return self.keys[name] if name in self.keys else str(value_at(self.record, name))


def list_calls(stream: Stream, window: Window, now: datetime) -> Iterator[Call]:
    """The first pages of a stream that has no parent: one, or one for each span."""
    call = Call(stream.path, tuple(_params(stream)))
    yield from _ranges(call, stream, window, now)


def child_calls(
    stream: Stream, paging: Paging, above: Above, window: Window, now: datetime
) -> Iterator[Call]:
    """The first pages of what a parent's record has; none where it has no more than it holds."""
    record = above.record
    if not all(value_at(record, path) for path in stream.parent_more):
        return
    happened = value_at(record, stream.parent_since) if stream.parent_since else None
    if happened and window.start and datetime.fromisoformat(happened) < window.start:
        return
    path = above.filled(stream.path, 2 if stream.twice_encoded else 1)
    params = tuple((name, above.filled(value)) for name, value in _params(stream))
    last = value_at(record, stream.parent_last) if stream.parent_last else None
    call = Call(path, params)
    call = call if last is None else call.with_param(paging.param, str(last))
    yield from _ranges(call, stream, window, now)


def next_call(call: Call, stream: Stream, paging: Paging, answer: Any) -> Call | None:
    """The request of the page after this one; None after the last."""
    if (paging.more or paging.end) and not says_more(paging, answer):
        return None
    records = value_at(answer, stream.records) or []
    match paging.kind:
        case "last_id" if records:
            following = value_at(records[-1], stream.id)
        case "key" if records:
            following = json.dumps(value_at(records[-1], stream.id))
        case "cursor":
            following = value_at(answer, paging.at)
        case "number" if len(records) >= paging.size:
            following = int(dict(call.params).get(paging.param, "1")) + 1
        case "link" if link := value_at(answer, paging.at):
            parts = urlsplit(link)
            return Call(parts.path, tuple(parse_qsl(parts.query, keep_blank_values=True)))
        case _:
            following = None
    return None if following in (None, "") else call.with_param(paging.param, str(following))


def says_more(paging: Paging, answer: Any) -> bool:
    """Whether an answer says itself that there is another page."""
    if paging.end and value_at(answer, paging.end):
        return False
    return bool(value_at(answer, paging.more)) if paging.more else bool(paging.end)


def _ranges(call: Call, stream: Stream, window: Window, now: datetime) -> Iterator[Call]:
    """The call with its window; several where the system takes short ranges only."""
    for part in _spans(stream, window, now):
        asked = call
        for param, moment in ((stream.from_param, part.start), (stream.until_param, part.end)):
            if param and moment:
                asked = asked.with_param(param, _written(moment, stream))
        if stream.from_header and part.start:
            asked = replace(asked, headers=((stream.from_header, _written(part.start, stream)),))
        yield asked


def _spans(stream: Stream, window: Window, now: datetime) -> Iterator[Window]:
    if not stream.kept_days:
        yield window
        return
    end = min(window.end or now, now)
    oldest = now - timedelta(days=stream.kept_days)
    start = max(window.start or oldest, oldest)
    step = timedelta(days=stream.span_days or stream.kept_days + 1)
    while start < end:
        yield Window(start, min(start + step, end))
        start += step


def _written(moment: datetime, stream: Stream) -> str:
    match stream.moments:
        case "unix":
            return str(int(moment.timestamp()))
        case "day":
            return f"{moment.astimezone(UTC):%Y-%m-%d}"
        case _:
            return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _params(stream: Stream) -> Iterable[tuple[str, str]]:
    for name, value in stream.params.items():
        yield from ((name, each) for each in ([value] if isinstance(value, str) else value))
