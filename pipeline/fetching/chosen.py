"""The systems that cartera.toml names, as the company has them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.errors import SystemTwiceError, UnknownSystemError, UnusableSystemError
from extract.grammar import System
from extract.systems import at_company, load_system
from pipeline.fetching.own_systems import own_system
from pipeline.settings import Settings
from pipeline.settings_section import FetchedSystem

_OWN = ".toml"


@dataclass(frozen=True)
class Chosen:
    """A system that is to be asked, or why it cannot be."""

    name: str
    """Of its folder in a delivery, and of what is remembered of it."""
    title: str
    found: System | UnusableSystemError


def chosen_systems(settings: Settings, names: Sequence[str] | None = None) -> tuple[Chosen, ...]:
    """The systems that cartera.toml names, or those of them that are asked for. What is wrong
    with one costs the others nothing.

    Raises UnknownSystemError for a name among `names` that is none.
    """
    said = settings.fetch.systems
    known = tuple(item.system for item in said)
    for name in names or ():
        if name not in known:
            raise UnknownSystemError(name, known)
    described = [_described(item, settings.root) for item in said]
    times = Counter(item.name for item in described if isinstance(item.found, System))
    chosen = (
        item
        for told, item in zip(said, described, strict=True)
        if names is None or told.system in names
    )
    return tuple(_each_once(chosen, times))


def _each_once(chosen: Iterator[Chosen], times: Counter[str]) -> Iterator[Chosen]:
    """Of those that call themselves alike none is asked: nobody knows which one is meant."""
    told: set[str] = set()
    for item in chosen:
        if times[item.name] < 2 or not isinstance(item.found, System):
            yield item
        elif item.name not in told:
            told.add(item.name)
            yield Chosen(item.name, item.title, SystemTwiceError(item.name))


def _described(item: FetchedSystem, folder: Path) -> Chosen:
    name = title = item.system.removesuffix(_OWN).rpartition("/")[2]
    try:
        is_own = item.system.endswith(_OWN)
        system = own_system(folder / item.system) if is_own else load_system(item.system)
        name, title = system.system, system.title
        return Chosen(name, title, at_company(system, item.address, item.values, item.way))
    except UnusableSystemError as error:
        return Chosen(name, title, error)
