"""Keys and rights of every system, tried without bringing anything."""

from collections.abc import Iterator

from extract.asking import asking
from extract.check import faults
from extract.errors import FetchError
from extract.grammar import System
from messages.clause import Clause
from pipeline.fetching.fetching import Feed, Surroundings, chosen_systems
from pipeline.fetching.keys import keys_of
from pipeline.settings import Settings


def checked_feeds(
    settings: Settings, names: tuple[str, ...] | None, around: Surroundings
) -> Iterator[Feed]:
    """Each system with everything that is missing."""
    for system in chosen_systems(settings, names):
        yield Feed(system.title, missing=tuple(_faults(system, around)))


def _faults(system: System, around: Surroundings) -> Iterator[Clause]:
    try:
        with asking(system, keys_of(system, around.store), around.wait) as client:
            for error in faults(system, client):
                yield error.clause
    except FetchError as error:
        yield error.clause
