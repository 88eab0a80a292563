"""Keys and rights of every system, tried without bringing anything."""

from collections.abc import Iterator

from extract.check import faults
from extract.errors import FetchError, NotAnsweringError, UnusableSystemError
from messages.clause import Clause, clause
from pipeline.fetching.chosen import Chosen, chosen_systems
from pipeline.fetching.fetching import Feed, Surroundings, asked_by
from pipeline.settings import Settings


def checked_feeds(
    settings: Settings, names: tuple[str, ...] | None, around: Surroundings
) -> Iterator[Feed]:
    """Each system with everything that is missing."""
    for chosen in chosen_systems(settings, names):
        yield Feed(chosen.title, missing=tuple(_faults(chosen, around)))


def _faults(chosen: Chosen, around: Surroundings) -> Iterator[Clause]:
    system = chosen.found
    if isinstance(system, UnusableSystemError):
        yield system.clause
        return
    try:
        with asked_by(system, around) as client:
            for error in faults(system, client):
                yield _told(error)
    except FetchError as error:
        yield _told(error)


def _told(error: FetchError) -> Clause:
    """Of a check nothing is kept, and nothing goes on."""
    if isinstance(error, NotAnsweringError):
        return clause("fetch-check-not-answering", **error.facts)
    return error.clause
