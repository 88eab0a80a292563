"""Client files that follow their rows: a test may give one other rows, a policy or a currency."""

from dataclasses import dataclass, field

import pandas as pd

from reports.client import ClientFile
from transforms.clients.dossier import Dossier, dossiers
from transforms.core.canonical import CanonicalTables
from transforms.core.rates import Rates
from transforms.metrics.metric_context import MetricContext


@dataclass(frozen=True)
class RowClient(ClientFile):
    """A client whose dossier is made of its `tables`, anew for every copy that is asked for it."""

    dossier: Dossier = field(init=False, repr=False)
    tables: CanonicalTables = field(kw_only=True)

    def __getattr__(self, name: str) -> Dossier:
        if name != "dossier":
            raise AttributeError(name)
        object.__setattr__(self, "dossier", self._prepared())
        return self.dossier

    def _prepared(self) -> Dossier:
        """Copies that differ in figures alone share one: to make it takes most of a test."""
        told = self.client_id, self.currency, self.period
        key = (id(self.tables), id(self.policy), *told)
        if key not in _MADE:
            _MADE[key] = self, dossiers(self.context(), self.period)[self.client_id]
        return _MADE[key][1]

    def context(self) -> MetricContext:
        """Its rows, as figures are made of them."""
        accounts = self.tables.rows("accounts")["account_id"]
        entities = pd.DataFrame(
            {"account_id": accounts, "entity_id": self.client_id, "currency": self.currency}
        ).astype("str")
        rates = Rates.from_frame(self.tables.rows("fx_rates"))
        return MetricContext(self.tables, entities, self.policy, rates)


_MADE: dict[tuple[object, ...], tuple[RowClient, Dossier]] = {}
"""Dossiers by what they follow from, with a client that keeps those rows from being forgotten."""
