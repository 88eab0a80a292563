"""Try a key: one page of each list, kept nowhere."""

from collections.abc import Iterator

from extract.bulk import describe_call
from extract.calls import Call, Window, first_call
from extract.client import Client
from extract.errors import FetchError, KeyRefusedError
from extract.grammar import Stream, System


def probe_of(stream: Stream) -> Call:
    """What tells whether a list may be read; of a bulk query no job is made."""
    return describe_call(stream) if stream.is_bulk else first_call(stream, Window())


def faults(system: System, client: Client) -> Iterator[FetchError]:
    """What keeps each list away; a key that is refused is told once."""
    lists = [stream for stream in system.streams if not stream.parent]
    for stream in [*lists, system.changes] if system.changes else lists:
        try:
            client.page(stream, probe_of(stream))
        except KeyRefusedError as error:
            yield error
            return
        except FetchError as error:
            yield error
