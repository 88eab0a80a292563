"""What one run is about, as one value that its steps hand on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from pipeline.compute.shards import Shard
from pipeline.publishing.variant import Variant
from pipeline.settings import Settings
from transforms.core.periods import Period
from warehouse import Warehouse, open_warehouse


@dataclass(frozen=True, eq=False)
class RunOrder:
    """What is asked for, and of whom: goes to worker processes, which open the warehouse."""

    settings: Settings
    period: Period
    known_at: datetime
    shards: tuple[Shard, ...]
    """All clients known at the cut-off."""
    run_id: str = ""
    """Empty where nothing is published."""
    clients: frozenset[str] | None = None
    """Only these clients get files; None means all."""
    language: str | None = None
    """Of every file, instead of the reader's own."""
    variant: Variant = Variant.BOTH

    @contextmanager
    def opened(self) -> Iterator["RunContext"]:
        """The order with the warehouse open."""
        with open_warehouse(self.settings.warehouse_url) as warehouse:
            yield RunContext(self, warehouse)


@dataclass(frozen=True, eq=False)
class RunContext:
    """An order, and the open warehouse that it reads and writes."""

    order: RunOrder
    warehouse: Warehouse

    @property
    def settings(self) -> Settings:
        return self.order.settings

    @property
    def period(self) -> Period:
        return self.order.period

    @property
    def known_at(self) -> datetime:
        return self.order.known_at

    @property
    def shards(self) -> tuple[Shard, ...]:
        return self.order.shards

    @property
    def run_id(self) -> str:
        return self.order.run_id

    @property
    def home_language(self) -> str:
        """Of files for our own people: the one asked for, else the company's first."""
        return self.order.language or self.settings.company.languages[0]

    def is_due(self, client_id: str) -> bool:
        """Whether the client is among those asked for."""
        return self.order.clients is None or client_id in self.order.clients

    @property
    def is_of_all_for_us(self) -> bool:
        """Whether files of all clients together are due: not of some, not for clients' eyes."""
        return self.order.clients is None and self.order.variant is not Variant.CLIENT
