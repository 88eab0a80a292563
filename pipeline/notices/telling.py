"""Telling people of one run, from its start to its end. Whatever goes wrong here costs no file."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial

from delivery.notice import Notice
from messages.catalogue import Catalogue, catalogue
from messages.clause import Clause, clause, from_stored
from messages.errors import CarteraError
from pipeline.failures import FaultError
from pipeline.ingest.awaited import Look
from pipeline.notices.managers import tell_managers
from pipeline.notices.ways import not_sent, rooms
from pipeline.notices.worded import ended, failed, late, look_failed, started
from pipeline.outcome import RunSummary
from pipeline.secrets import SecretStore
from pipeline.settings import Settings
from pipeline.settings_section import Occasion
from warehouse import NoticeRecord, Warehouse, open_warehouse

_LOOK = "look"
"""What is kept as the occasion where a look failed, and no run."""


@dataclass
class Telling:
    """Who is told of a run of a period, and of what they were not."""

    settings: Settings
    period: str
    store: SecretStore
    remarks: tuple[Clause, ...] = ()
    """What is told too where the run, or a look, fails or waits for late files."""
    tried: list[NoticeRecord] = field(default_factory=list[NoticeRecord])

    def start(self) -> None:
        """The run goes on from here; one that is tried again began once."""
        if any(record.occasion == Occasion.START.value for record in self.tried):
            return
        name = self.settings.company.name
        self._rooms(Occasion.START, lambda words: started(words, name, self.period))

    def late(self, look: Look) -> list[Clause]:
        """Awaited files that have not come when they should have, once by each way; what nobody
        took is told again with the next look."""
        if not look.late:
            return []
        name, before = self.settings.company.name, self._ways_told(Occasion.LATE.value)
        self._rooms(Occasion.LATE, self._remarked(partial(late, company=name, look=look)), before)
        return list(self.untold())

    @contextmanager
    def faults_of_looks(self) -> Iterator[None]:
        """A fault in Cartera that ends a look at the landing place is told once a period by each
        way, though looks go on, and goes on its way."""
        try:
            yield
        except FaultError as error:
            with suppress(CarteraError):
                before = self._ways_told(_LOOK)
                told = partial(
                    look_failed, company=self.settings.company.name, period=self.period, error=error
                )
                self._rooms(Occasion.FAILURE, self._remarked(told), before, kept_as=_LOOK)
            raise

    def managers(self, warehouse: Warehouse) -> None:
        """Their own new files; the period's lock is held, and the files are published."""
        try:
            self.tried += tell_managers(self.settings, warehouse, self.period, self.store)
        except Exception as error:  # noqa: BLE001 as in `Way.tried`
            self.tried.append(self._record("files", "managers", not_sent(error)))

    def end(self, summary: RunSummary) -> RunSummary:
        """The summary, with what nobody took."""
        name = self.settings.company.name
        self._rooms(Occasion.END, lambda words: ended(words, name, summary))
        return replace(summary, untold=tuple(self.untold()))

    @contextmanager
    def failures(self) -> Iterator[None]:
        """Whatever ends the run inside is told, and goes on its way."""
        try:
            yield
        except Exception as error:
            name = self.settings.company.name
            told = partial(failed, company=name, period=self.period, error=error)
            self._rooms(Occasion.FAILURE, self._remarked(told))
            raise

    def untold(self) -> Iterator[Clause]:
        """A sentence for each notice that nobody took."""
        for record in self.tried:
            why = from_stored(record.why)
            if isinstance(why, Clause):
                yield clause("notice-untold", way=record.way, why=why)

    def _remarked(self, make: Callable[[Catalogue], Notice]) -> Callable[[Catalogue], Notice]:
        """The same notice, with the remarks after it."""

        def made(words: Catalogue) -> Notice:
            notice = make(words)
            return replace(notice, lines=(*notice.lines, *map(words.text, self.remarks)))

        return made

    def _rooms(
        self,
        occasion: Occasion,
        make: Callable[[Catalogue], Notice],
        but: Collection[str] = (),
        kept_as: str = "",
    ) -> None:
        ways = [way for way in rooms(self.settings.notify, self.store) if way.name not in but]
        if not ways or occasion not in self.settings.notify.occasions:
            return
        words = catalogue(self.settings.company.languages[0])
        kept = kept_as or occasion.value
        done = [self._record(kept, way.name, way.tried(partial(make, words))) for way in ways]
        self.tried += done
        self._keep(done)

    def _ways_told(self, occasion: str) -> Collection[str]:
        with open_warehouse(self.settings.warehouse_url) as warehouse:
            return warehouse.ways_told(self.period, occasion)

    def _record(self, occasion: str, way: str, why: Clause | None) -> NoticeRecord:
        stored = "" if why is None else why.stored()
        return NoticeRecord(datetime.now(UTC), self.period, occasion, way, stored)

    def _keep(self, done: list[NoticeRecord]) -> None:
        """Where the warehouse itself is why the run failed, there is nothing to keep them in."""
        with suppress(CarteraError), open_warehouse(self.settings.warehouse_url) as warehouse:
            for record in done:
                warehouse.add_notice(record)
