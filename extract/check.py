"""Try a key: one page of each list, kept nowhere."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

from extract.bulk import describe_call
from extract.calls import Above, Call, Window, child_calls, list_calls
from extract.client import Asks
from extract.errors import FetchError, KeyRefusedError, UnknownObjectError
from extract.fetch import above_of, checked_records, read_as_described
from extract.grammar import Stream, System
from extract.search import links_call


def faults(system: System, client: Asks) -> Iterator[FetchError]:
    """What keeps each list away; a key that is refused is told once. Of lists that belong to
    records, that of the first such record is tried, where there is one."""
    found: dict[str, Above] = {}
    paths = {stream.path for stream in system.streams}
    changes = [system.changes] if system.changes and system.changes.path not in paths else []
    for stream in (*system.streams, *changes):
        try:
            with read_as_described(system, stream.name):
                _try(system, stream, client, found)
        except KeyRefusedError as error:
            yield error
            return
        except FetchError as error:
            if not (stream.may_lack and isinstance(error, UnknownObjectError)):
                yield error


def _try(system: System, stream: Stream, client: Asks, found: dict[str, Above]) -> None:
    """One page of a list; its first record is what lists below it are tried with."""
    call = _probe(system, stream, found)
    if call is None:
        return
    page = client.page(stream, call)
    if stream.is_bulk:
        return
    if records := checked_records(system, stream, page):
        keys = tuple(found[stream.parent].keys.values()) if stream.parent else ()
        found[stream.name] = above_of(system, stream, records[0], keys)


def _probe(system: System, stream: Stream, found: Mapping[str, Above]) -> Call | None:
    """What tells whether a list may be read; of a bulk query no job is made."""
    if stream.is_bulk:
        return describe_call(stream)
    now = datetime.now(UTC)
    # Of a list that is asked for span by span, the newest is the likeliest to have something.
    window = Window(now - timedelta(days=stream.span_days)) if stream.span_days else Window()
    if not stream.parent:
        call = next(list_calls(stream, window, now))
        return call.with_param("size", "1") if stream.query else call
    if stream.parent not in found:
        return None
    above = found[stream.parent]
    if stream.is_links:
        return links_call(stream, [above.id])
    return next(child_calls(stream, system.paging_of(stream), above, window, now), None)
