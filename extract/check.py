"""Try a key: one page of each list, kept nowhere."""

from collections.abc import Iterator

from extract.calls import Window, first_call
from extract.client import Client
from extract.errors import FetchError, KeyRefusedError
from extract.grammar import System


def faults(system: System, client: Client) -> Iterator[FetchError]:
    """What keeps each list away; a key that is refused is told once."""
    lists = [stream for stream in system.streams if not stream.parent]
    for stream in [*lists, system.changes] if system.changes else lists:
        try:
            client.page(stream, first_call(stream, Window()))
        except KeyRefusedError as error:
            yield error
            return
        except FetchError as error:
            yield error
