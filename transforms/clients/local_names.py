"""What products and tasks are called in languages other than their own; which come first."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from transforms.core.cells import plain, records, truth_of
from transforms.metrics.metric_context import MetricContext

ByName = Mapping[str, str]


@dataclass(frozen=True)
class LocalNames:
    """By language, then by the name that the export has."""

    products: Mapping[str, ByName] = field(default_factory=dict[str, ByName])
    tasks: Mapping[str, ByName] = field(default_factory=dict[str, ByName])
    listed: tuple[str, ...] = ()
    """The products of the price list by their own names, those sold as subscriptions first."""

    def product(self, name: str, language: str) -> str:
        """The product's name in the language; its own where it has none in it."""
        return self.products.get(language, {}).get(name, name)

    def task(self, name: str, language: str) -> str:
        """The task's name in the language; its own where it has none in it."""
        return self.tasks.get(language, {}).get(name, name)


def local_names(context: MetricContext) -> LocalNames:
    """Of everything on the price list, and of the clients' tasks."""
    products = _own_names(context.tables.rows("products"), "product_id", "product_name")
    tasks = _own_names(context.rows("tasks"), "task_id", "task_name")
    found: dict[str, dict[str, dict[str, str]]] = {"product": {}, "task": {}}
    for row in records(context.tables.rows("local_names")):
        named = plain(row["named"])
        own = (products if named == "product" else tasks).get(plain(row["named_id"]))
        if own and named in found:
            by_name = found[named].setdefault(plain(row["language"]).lower(), {})
            by_name.setdefault(own, plain(row["local_name"]))
    return LocalNames(found["product"], found["task"], _listed(context))


def _listed(context: MetricContext) -> tuple[str, ...]:
    rows = records(context.tables.rows("products"))
    turns = sorted(
        (not truth_of(row["is_recurring"]), plain(row["product_id"]), plain(row["product_name"]))
        for row in rows
    )
    return tuple(dict.fromkeys(name for *_, name in turns))


def _own_names(frame: pd.DataFrame, key: str, name: str) -> dict[str, str]:
    return {plain(row[key]): plain(row[name]) for row in records(frame)}
