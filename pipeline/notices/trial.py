"""Notices on demand: a trial by each way, and what managers have not been told of."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from messages.catalogue import Catalogue
from messages.clause import Clause, from_stored
from pipeline.notices.managers import tell_managers
from pipeline.notices.ways import Way, mailbox, rooms
from pipeline.notices.worded import trial
from pipeline.secrets import SecretStore, no_store
from pipeline.settings import Settings
from warehouse import RunState, open_warehouse

_MOST_RUNS = 50


@dataclass(frozen=True)
class Tried:
    """Who was sent something, and why it was not taken, where it was not."""

    way: str
    why: Clause | None


def try_each(settings: Settings, words: Catalogue, store: SecretStore = no_store) -> list[Tried]:
    """A trial notice by each way that the settings name; `store` is where secrets are looked for
    that the environment does not name."""
    make = partial(trial, words, settings.company.name)
    return [Tried(way.name, way.tried(make)) for way in _all_ways(settings, store)]


def _all_ways(settings: Settings, store: SecretStore) -> Iterator[Way]:
    """Every room; and the sender's own mailbox, where the mail server is for managers alone."""
    yield from rooms(settings.notify, store)
    mail = settings.notify.mail
    if mail is not None and not mail.to:
        yield mailbox(mail, mail.sender, store)


def tell_again(settings: Settings, store: SecretStore = no_store) -> list[Tried]:
    """What managers have not been told of the files of the newest run that published any."""
    with open_warehouse(settings.warehouse_url) as warehouse:
        published = (RunState.PUBLISHED, RunState.PARTLY_PUBLISHED)
        runs = (run for run in warehouse.runs(_MOST_RUNS) if run.state in published)
        newest = next(runs, None)
        if newest is None:
            return []
        with warehouse.run_lock(newest.period):
            done = tell_managers(settings, warehouse, newest.period, store)
    found = ((record.way, from_stored(record.why)) for record in done)
    return [Tried(way, why if isinstance(why, Clause) else None) for way, why in found]
